// The results as tables: the same text is printed and written to a file.

import { quantile, spread } from "./stats.mjs";

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const one = (number) => number.toFixed(1);
const whole = (number) => Math.round(number).toString();
const three = (number) => number.toFixed(3);

/** A median with the least and the greatest, when there is more than one run. */
function over(values, write) {
  const { median, min, max } = spread(values);
  return values.length === 1
    ? write(median)
    : `${write(median)} (${write(min)}–${write(max)})`;
}

/** Markdown with cells as wide as their columns, so that it can be read as it is. */
export function table(head, rows) {
  const lines = [head, ...rows];
  const widths = head.map((_, n) => Math.max(3, ...lines.map((line) => [...line[n]].length)));
  const pad = (text, n) => {
    const space = " ".repeat(widths[n] - [...text].length);
    return n === 0 ? text + space : space + text;
  };
  const rule = widths.map((width, n) => (n === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const write = (cells) => `| ${cells.join(" | ")} |`;
  const written = lines.map((line) => write(line.map(pad)));
  return [written[0], write(rule), ...written.slice(1)].join("\n");
}

const isProgram = ({ kind }) => kind === ".js" || kind === ".wasm";
const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);

/** What one contender's measurements come to; times in milliseconds, sizes in bytes. */
export function summary({ files, audits, sights, rounds, memory }) {
  const choices = rounds.flat();
  const of = (list, key) => list.map((entry) => entry[key]);
  return {
    bytes: sum(files),
    program: sum(files.filter(isProgram)),
    fcp: of(audits, "fcp"),
    lcp: of(audits, "lcp"),
    tbt: of(audits, "tbt"),
    cls: of(audits, "cls"),
    tti: of(audits, "tti"),
    score: of(audits, "score"),
    visible: of(sights, "visible"),
    answers: of(sights, "answers"),
    first: rounds.map((round) => round[0].total),
    total: of(choices, "total"),
    processor: of(choices, "processor"),
    scripting: of(choices, "scripting"),
    layout: of(choices, "layout"),
    paint: of(choices, "paint"),
    other: of(choices, "other"),
    toFrame: of(choices, "toFrame"),
    memory,
  };
}

const p95 = (values) => quantile(values, 0.95);
const median = (values) => spread(values).median;

export function tables(named) {
  const rows = (cells) => named.map(({ name, summary }) => [name, ...cells(summary)]);
  return {
    bytes: table(
      ["First visit, gzip", "all files, kB", "script and wasm, kB"],
      rows((s) => [kilobytes(s.bytes), kilobytes(s.program)]),
    ),
    audit: table(
      ["Lighthouse, phone", "FCP, ms", "LCP, ms", "TBT, ms", "CLS", "TTI, ms", "score"],
      rows((s) => [
        ...[s.fcp, s.lcp, s.tbt].map((values) => over(values, whole)),
        over(s.cls, three),
        over(s.tti, whole),
        over(s.score, whole),
      ]),
    ),
    seen: table(
      ["Slow phone and network", "chart on screen, ms", "choices answered, ms"],
      rows((s) => [over(s.visible, whole), over(s.answers, whole)]),
    ),
    choice: table(
      [
        "One choice, ms",
        "median",
        "p95",
        "first",
        "processor",
        "scripting",
        "style, layout",
        "paint",
        "other",
        "until the frame",
      ],
      rows((s) => [
        one(median(s.total)),
        one(p95(s.total)),
        over(s.first, one),
        ...[s.processor, s.scripting, s.layout, s.paint, s.other, s.toFrame].map((values) =>
          one(median(values)),
        ),
      ]),
    ),
    memory: table(
      [
        "Memory, kB",
        "JS before",
        "JS after",
        "wasm before",
        "wasm after",
        "nodes before",
        "nodes after",
      ],
      rows(({ memory: { before, after } }) => [
        ...[before.heap, after.heap, before.wasm, after.wasm].map(kilobytes),
        whole(before.nodes),
        whole(after.nodes),
      ]),
    ),
  };
}

/** What is set against each other: a figure of a summary, less being better. */
const COMPARED = [
  ["first visit, all files", (s) => s.bytes],
  ["first visit, script and wasm", (s) => s.program],
  ["FCP", (s) => median(s.fcp)],
  ["LCP", (s) => median(s.lcp)],
  ["TBT", (s) => median(s.tbt)],
  ["TTI", (s) => median(s.tti)],
  ["chart on screen", (s) => median(s.visible)],
  ["choices answered", (s) => median(s.answers)],
  ["one choice, median", (s) => median(s.total)],
  ["one choice, p95", (s) => p95(s.total)],
  ["memory after choices, JS and wasm", ({ memory: { after } }) => after.heap + after.wasm],
];

/** Ours divided by each peer's: below 1 we need less. */
export function ratios([ours, ...peers]) {
  const ratio = (a, b) => (b === 0 ? "–" : (a / b).toFixed(2));
  return table(
    ["Ours ÷ theirs", ...peers.map(({ name }) => name)],
    COMPARED.map(([what, figure]) => [
      what,
      ...peers.map(({ summary }) => ratio(figure(ours.summary), figure(summary))),
    ]),
  );
}

/** Our figures beside what they are meant to keep. `budget` is budget.json. */
export function budgets(ours, budget) {
  const rows = [
    ["first visit, all files, kB", ours.bytes, budget.compare_page_gzip_bytes, kilobytes],
    ["first visit, script and wasm, kB", ours.program, budget.compare_program_gzip_bytes, kilobytes],
    ["LCP, ms", median(ours.lcp), 1000, whole],
    ["chart on screen, ms", median(ours.visible), 1000, whole],
    ["TBT, ms", median(ours.tbt), 100, whole],
    ["CLS", median(ours.cls), 0.01, three],
    ["TTI, ms", median(ours.tti), 2500, whole],
    ["one choice, p95, ms", p95(ours.total), 16, one],
  ];
  return table(
    ["Budget", "measured", "at most", "verdict"],
    rows.map(([what, measured, limit, write]) => [
      what,
      write(measured),
      write(limit),
      measured <= limit ? "kept" : "not kept",
    ]),
  );
}

/** Every file of each contender's first visit. */
export function files(named) {
  return table(
    ["File", "contender", "gzip, bytes"],
    named.flatMap(({ name, files }) =>
      files.map(({ path, bytes }) => [`\`${path}\``, name, whole(bytes)]),
    ),
  );
}
