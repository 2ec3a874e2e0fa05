// Writes the results as tables. The same text is printed and written to a file.

import { quantile, spread } from "./stats.mjs";

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const oneDecimal = (number) => number.toFixed(1);
const whole = (number) => Math.round(number).toString();
const threeDecimals = (number) => number.toFixed(3);

/** The median, followed by the least and the greatest value if there is more than one run. */
function writeSpread(values, write) {
  const { median, min, max } = spread(values);
  return values.length === 1
    ? write(median)
    : `${write(median)} (${write(min)}–${write(max)})`;
}

/** A table in Markdown. Its cells are padded to the width of their columns, so that it is readable as text. */
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

/** The times of a choice that are reported: the total and its parts. */
const PARTS = ["total", "processor", "scripting", "layout", "paint", "other", "toFrame"];

/** Sums up the measurements of one page: ours or a peer's. Times are in milliseconds, sizes in bytes. */
export function summary({ files, visit = [], audits, sights, rounds, memory }) {
  const of = (list, key) => list.map((entry) => entry[key]);
  const parts = (choices) => Object.fromEntries(PARTS.map((part) => [part, of(choices, part)]));
  return {
    bytes: sum(files),
    program: sum(files.filter(isProgram)),
    visit: sum(visit),
    fcp: of(audits, "fcp"),
    lcp: of(audits, "lcp"),
    tbt: of(audits, "tbt"),
    cls: of(audits, "cls"),
    tti: of(audits, "tti"),
    score: of(audits, "performance"),
    visible: of(sights, "visible"),
    answers: of(sights, "answers"),
    // The first choice does more work: at it the program takes over our written page.
    first: parts(rounds.map(([first]) => first)),
    later: parts(rounds.flatMap(([, ...later]) => later)),
    memory,
  };
}

const p95 = (values) => quantile(values, 0.95);
const median = (values) => spread(values).median;

/** The tables of all measurements. Each contender, our page or a peer, has a name and a summary. */
export function tables(contenders) {
  const rows = (cells) => contenders.map(({ name, summary }) => [name, ...cells(summary)]);
  return {
    bytes: table(
      ["First visit, gzip", "all files, kB", "script and wasm, kB"],
      rows((s) => [kilobytes(s.bytes), kilobytes(s.program)]),
    ),
    audit: table(
      ["Lighthouse, phone", "FCP, ms", "LCP, ms", "TBT, ms", "CLS", "TTI, ms", "score"],
      rows((s) => [
        ...[s.fcp, s.lcp, s.tbt].map((values) => writeSpread(values, whole)),
        writeSpread(s.cls, threeDecimals),
        writeSpread(s.tti, whole),
        writeSpread(s.score, whole),
      ]),
    ),
    seen: table(
      ["Slow phone and network", "chart on screen, ms", "choices answered, ms"],
      rows((s) => [writeSpread(s.visible, whole), writeSpread(s.answers, whole)]),
    ),
    choice: table(
      [
        "One choice, ms",
        "which",
        "median",
        "p95",
        "least–greatest",
        "processor",
        "scripting",
        "style, layout",
        "paint",
        "other",
        "until the frame",
      ],
      ["first", "later"].flatMap((which) =>
        contenders.map(({ name, summary }) => {
          const { total, ...parts } = summary[which];
          const { min, max } = spread(total);
          return [
            ...[name, which, oneDecimal(median(total)), oneDecimal(p95(total))],
            `${oneDecimal(min)}–${oneDecimal(max)}`,
            ...Object.values(parts).map((values) => oneDecimal(median(values))),
          ];
        }),
      ),
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

/** The numbers of a summary that `ratios` compares. For all of them, less is better. */
const COMPARED_NUMBERS = [
  ["first visit, all files", (s) => s.bytes],
  ["first visit, script and wasm", (s) => s.program],
  ["FCP", (s) => median(s.fcp)],
  ["LCP", (s) => median(s.lcp)],
  ["TBT", (s) => median(s.tbt)],
  ["TTI", (s) => median(s.tti)],
  ["chart on screen", (s) => median(s.visible)],
  ["choices answered", (s) => median(s.answers)],
  ["the first choice, median", (s) => median(s.first.total)],
  ["a later choice, median", (s) => median(s.later.total)],
  ["a later choice, p95", (s) => p95(s.later.total)],
  ["memory after choices, JS and wasm", ({ memory: { after } }) => after.heap + after.wasm],
];

/** Our numbers divided by those of each peer. Below 1, our page needs less. */
export function ratios([ours, ...peers]) {
  const ratio = (a, b) => (b === 0 ? "–" : (a / b).toFixed(2));
  return table(
    ["Ours ÷ theirs", ...peers.map(({ name }) => name)],
    COMPARED_NUMBERS.map(([what, figure]) => [
      what,
      ...peers.map(({ summary }) => ratio(figure(ours.summary), figure(summary))),
    ]),
  );
}

/** One frame, in milliseconds. */
const FRAME = 16;

/**
 * Our numbers beside their limits (docs/speed.md). `budget` is the content of budget.json. Its limits in bytes
 * also include what the service worker fetches, which `cargo xtask test` counts and the bench does not.
 */
export function budgets(ours, peers, budget) {
  const best = (figure) => Math.min(...peers.map(figure));
  const frameOrBestPeer = (figure) => [figure(ours), Math.max(FRAME, best(figure)), oneDecimal];
  const rows = [
    ["first visit, all files, kB", ours.bytes, budget.first_visit_gzip_bytes, kilobytes],
    ["first visit, script and wasm, kB", ours.program, budget.program_gzip_bytes, kilobytes],
    ["five pages one after another, all files, kB", ours.visit, budget.five_pages_gzip_bytes, kilobytes],
    ["LCP, ms", median(ours.lcp), 1000, whole],
    ["TBT, ms: the best peer's", median(ours.tbt), best(({ tbt }) => median(tbt)), whole],
    ["CLS", median(ours.cls), 0.01, threeDecimals],
    ["the first choice, median, ms", median(ours.first.total), 100, oneDecimal],
    ["a later choice, median, ms: a frame, or the best peer's", ...frameOrBestPeer((s) => median(s.later.total))],
    ["a later choice, p95, ms: a frame, or the best peer's", ...frameOrBestPeer((s) => p95(s.later.total))],
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

/** The results of Lighthouse for our own pages. */
export function pages(measured) {
  return table(
    ["Our pages", "LCP, ms", "TBT, ms", "CLS", "performance", "accessibility", "best practices", "SEO"],
    measured.map(({ page, audits }) => {
      const column = (key, write) => writeSpread(audits.map((audit) => audit[key]), write);
      const scores = ["performance", "accessibility", "best-practices", "seo"].map((key) => column(key, whole));
      return [`/${page}`, column("lcp", whole), column("tbt", whole), column("cls", threeDecimals), ...scores];
    }),
  );
}

/** Every file that the first visit to each page loads. */
export function files(contenders) {
  return table(
    ["File", "contender", "gzip, bytes"],
    contenders.flatMap(({ name, files }) =>
      files.map(({ path, bytes }) => [`\`${path}\``, name, whole(bytes)]),
    ),
  );
}
