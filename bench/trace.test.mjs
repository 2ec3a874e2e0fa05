import assert from "node:assert/strict";
import { test } from "node:test";

import { CHANGED, choices } from "./trace.mjs";

// The thread's processor time is half the elapsed time, as if another program used the other half.
const span = (name, ts, dur, args = {}) => ({
  ...{ name, ts, dur, args, tts: ts / 2, tdur: dur / 2 },
  ...{ ph: "X", cat: "", pid: 1, tid: 1 },
});
const click = (ts, dur) => span("EventDispatch", ts, dur, { data: { type: "click" } });
const mark = (ts) => ({ name: CHANGED, ts, ph: "R", cat: "blink.user_timing", pid: 1, tid: 1 });
const drawn = (ts) => ({ name: "DrawFrame", ts, ph: "I", cat: "", pid: 1, tid: 2 });

test("a choice ends with the frame that shows its last change", () => {
  const events = [
    span("RunTask", 900, 1300),
    click(1000, 1000),
    span("FunctionCall", 1100, 800),
    span("Layout", 1200, 300),
    span("V8.GC_SCAVENGER", 1600, 100),
    mark(1900),
    // A frame before the last change.
    span("RunTask", 3000, 500),
    span("Commit", 3100, 100),
    mark(3400),
    // These do not count: another thread, another process, and a span outside any task.
    { ...span("RunTask", 3600, 900), tid: 3 },
    { ...span("RunTask", 3600, 900), pid: 2 },
    span("Paint", 3700, 100),
    span("RunTask", 4000, 1000),
    span("UpdateLayoutTree", 4000, 200),
    span("Paint", 4300, 100),
    span("Commit", 4500, 100),
    drawn(3300),
    drawn(6000),
  ];
  assert.deepEqual(choices(events), [
    // 1,200 µs of the first task, 500 of the second, 600 of the last.
    { total: 2.3, scripting: 0.7, layout: 0.5, paint: 0.3, other: 0.8, processor: 1.8, toFrame: 5 },
  ]);
});

test("each click has its own frame", () => {
  const one = (ts) => [
    span("RunTask", ts, 100),
    click(ts, 50),
    mark(ts + 40),
    span("Commit", ts + 80, 20),
    drawn(ts + 200),
  ];
  const found = choices([...one(1000), ...one(9000)]);
  assert.deepEqual(found.map(({ total, toFrame }) => [total, toFrame]), [[0.1, 0.2], [0.1, 0.2]]);
});

test("a choice that changed nothing is an error", () => {
  const first = [span("RunTask", 1000, 100), click(1000, 50), mark(1040), span("Commit", 1080, 10)];
  const second = [span("RunTask", 9000, 100), click(9000, 50), span("Commit", 9080, 10)];
  assert.throws(() => choices([...first, ...second]), /choice 2 changed nothing/);
  assert.throws(() => choices([span("RunTask", 1, 1)]), /no change/);
});
