import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, commandRow, readTimes } from "./parts.mjs";

const bundle = (file, gzip) => ({ file, bytes: gzip * 10, gzip });
const single = [bundle("followed.json", 9), bundle("ranking.json", 8), bundle("sources.json", 7)];
const several = [
  ...[bundle("topic-a.json", 4), bundle("topic-b.json", 1), bundle("topic-c.json", 3), bundle("topic-d.json", 2)],
  ...[bundle("province-a.json", 6), bundle("province-b.json", 1), bundle("province-c.json", 5)],
];

test("each kind of bundle has its median and its largest, by packed size", () => {
  const rows = chosen([...several, ...single], ["a"]);
  assert.deepEqual(
    rows.map(({ kind, which, file }) => [kind, which, file]),
    [
      ["home and all promises", "the only one", "followed.json"],
      ["a topic", "the median of 4", "topic-d.json"],
      ["a topic", "the largest of 4", "topic-a.json"],
      ["a followed province", "the only one", "province-a.json"],
      ["another province", "the median of 2", "province-b.json"],
      ["another province", "the largest of 2", "province-c.json"],
      ["the ranking", "the only one", "ranking.json"],
      ["the list of sources", "the only one", "sources.json"],
    ],
  );
});

test("neither a bundle nor a kind is left out unseen", () => {
  assert.throws(() => chosen([...several, ...single, bundle("new.json", 1)], ["a"]), /new\.json is of no kind/);
  assert.throws(() => chosen([...several, ...single.slice(1)], ["a"]), /"home and all promises"/);
  assert.throws(() => chosen([...several, ...single], []), /"a followed province"/);
});

test("the times that the native program prints are read", () => {
  const printed = "21 runs each:\nfollowed.json         median 1.250 ms, p95 2.000 ms\n";
  assert.deepEqual([...readTimes(printed)], [["followed.json", { median: 1.25, p95: 2 }]]);
});

test("a command has its least, middle and greatest time beside its limit", () => {
  const runs = [900, 1100, 1000].map((time) => ({ time, busy: time / 2, peak: 12_000 }));
  assert.deepEqual(commandRow("check", runs, 1000), [
    ...["check", "3", "0.90", "1.00", "1.10", "0.50", "12", "1.00", "kept"],
  ]);
  assert.deepEqual(commandRow("check", runs, 999).slice(-2), ["1.00", "not kept"]);
  assert.deepEqual(commandRow("ledger", runs).slice(-2), ["–", "–"]);
});
