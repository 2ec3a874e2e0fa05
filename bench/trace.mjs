// Reads a trace of the browser: how long the main thread worked from each click to the frame that shows the
// result, and on what.

/** The name of the mark that bench/watch.mjs sets when the figure or the table has changed. */
export const CHANGED = "tinhso:changed";

const KINDS = {
  scripting: [
    "EventDispatch",
    "FunctionCall",
    "EvaluateScript",
    "RunMicrotasks",
    "FireAnimationFrame",
    "TimerFire",
    "ParseHTML",
    "MinorGC",
    "MajorGC",
  ],
  layout: ["UpdateLayoutTree", "Layout"],
  paint: ["PrePaint", "Paint", "Layerize", "UpdateLayer", "Commit"],
};
const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind])),
);

/**
 * Returns the times of each click in milliseconds. `total` is the time that tasks of the main thread took, from
 * the click event to the commit of the first frame after the last change of the figure or the table;
 * `scripting`, `layout`, `paint` and `other` are its parts. `processor` is the processor time of that thread
 * in the same period, which does not grow when other programs run on the machine. `toFrame` is the time until
 * the compositor drew the frame. A click that changed nothing is an error.
 */
export function choices(events) {
  const isChange = ({ name, cat }) => name === CHANGED && cat.includes("blink.user_timing");
  const change = events.find(isChange);
  if (!change) throw new Error("the trace has no change of the figure");
  const ofProcess = events
    .filter(({ pid, ts }) => pid === change.pid && ts > 0)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const ofThread = ofProcess.filter(({ tid }) => tid === change.tid);
  const spans = ofThread.filter(({ ph }) => ph === "X");
  const clicks = spans.filter(
    ({ name, args }) => name === "EventDispatch" && args.data?.type === "click",
  );
  const changes = ofThread.filter(isChange);
  return clicks.map(({ ts: start, tts }, n) => {
    const next = clicks[n + 1]?.ts ?? Infinity;
    const last = changes.findLast(({ ts }) => ts >= start && ts < next);
    const commit = spans.find(({ name, ts }) => name === "Commit" && last && ts >= last.ts);
    if (!commit) throw new Error(`choice ${n + 1} changed nothing`);
    const end = commit.ts + commit.dur;
    const drawn = ofProcess.find(({ name, ts }) => name === "DrawFrame" && ts >= end) ?? { ts: end };
    return {
      ...parts(spans, start, end),
      processor: (commit.tts + commit.tdur - tts) / 1000,
      toFrame: (drawn.ts - start) / 1000,
    };
  });
}

/** Sums up the time of the tasks between two moments by kind. `spans` are sorted by start, outer ones first. */
function parts(spans, start, end) {
  const sums = { total: 0, scripting: 0, layout: 0, paint: 0, other: 0 };
  const open = [];
  const close = (until) => {
    while (open.length > 0 && open.at(-1).end <= until) {
      const { kind, own } = open.pop();
      sums[kind] += own;
    }
  };
  for (const { name, ts, dur } of spans) {
    const [from, to] = [Math.max(ts, start), Math.min(ts + dur, end)];
    if (to <= from) continue;
    close(from);
    const outer = open.at(-1);
    if (!outer && name !== "RunTask") continue;
    if (outer) outer.own -= to - from;
    else sums.total += to - from;
    // A span without a known kind counts as a part of the span around it, such as a hit test.
    const kind = KIND_OF.get(name) ?? outer?.kind ?? "other";
    open.push({ end: to, own: to - from, kind });
  }
  close(Infinity);
  return Object.fromEntries(Object.entries(sums).map(([kind, micros]) => [kind, micros / 1000]));
}
