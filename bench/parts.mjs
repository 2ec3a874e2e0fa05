// Sorts the bundles of the published data by the kind of page that loads them, and tells what each kind costs.

import { median, quantile } from "./stats.mjs";

/** The kinds of bundles, in the order of the table, and which files are of each (`Part` of `src/compare/part.rs`). */
const KINDS = [
  ["home and all promises", (file) => file === "followed.json"],
  ["a topic", (file) => file.startsWith("topic-")],
  ["a followed province", (file, isFollowed) => isFollowed && file.startsWith("province-")],
  ["another province", (file, isFollowed) => !isFollowed && file.startsWith("province-")],
  ["the ranking", (file) => file === "ranking.json"],
  ["the list of sources", (file) => file === "sources.json"],
];

/**
 * Of each kind the bundle in the middle by its packed size, and the largest; of a kind with a single bundle that one.
 * A bundle has a file, bytes and gzip; `followed` are the ids of the followed provinces. A bundle of no kind, and a
 * kind without a bundle, is an error: the table would leave out what readers load.
 */
export function chosen(bundles, followed) {
  const files = new Set(followed.map((id) => `province-${id}.json`));
  const kindOf = ({ file }) => KINDS.find(([, isOf]) => isOf(file, files.has(file)))?.[0];
  const strange = bundles.find((bundle) => kindOf(bundle) === undefined);
  if (strange) throw new Error(`${strange.file} is of no kind that bench/parts.mjs knows`);
  return KINDS.flatMap(([kind]) => {
    const all = bundles.filter((bundle) => kindOf(bundle) === kind).sort((a, b) => a.gzip - b.gzip);
    if (all.length === 0) throw new Error(`no bundle is of the kind "${kind}" that bench/parts.mjs knows`);
    if (all.length === 1) return [{ kind, which: "the only one", ...all[0] }];
    // Of an even number the smaller of the two in the middle, so that its time is that of a real bundle.
    return [
      { kind, which: `the median of ${all.length}`, ...all[Math.ceil(all.length / 2) - 1] },
      { kind, which: `the largest of ${all.length}`, ...all.at(-1) },
    ];
  });
}

/** The lines that `cargo bench --bench bundles` prints: for each file the median and 95th percentile in ms. */
export function readTimes(printed) {
  const lines = printed.matchAll(/^(\S+\.json) +median (\S+) ms, p95 (\S+) ms$/gm);
  return new Map([...lines].map(([, file, median, p95]) => [file, { median: Number(median), p95: Number(p95) }]));
}

/** A row of the table of commands: what several runs took, beside the limit in milliseconds where there is one. */
export function commandRow(command, runs, limit) {
  const [times, busy] = ["time", "busy"].map((key) => runs.map((run) => run[key]));
  const seconds = (ms) => (ms / 1e3).toFixed(2);
  const verdict = median(times) <= limit ? "kept" : "not kept";
  return [
    command,
    `${runs.length}`,
    ...[quantile(times, 0), median(times), quantile(times, 1), median(busy)].map(seconds),
    (Math.max(...runs.map(({ peak }) => peak)) / 1e3).toFixed(0),
    ...(limit === undefined ? ["–", "–"] : [seconds(limit), verdict]),
  ];
}
