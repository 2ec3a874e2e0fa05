// Measures how the time and the memory of `tinhso check` grow with the data, and writes the table:
// node bench/check.mjs <the program> <the folder with the data> <the file to write>.
//
// `cargo xtask bench` builds the program and writes the data: a folder for each scale, with a data folder for each
// kind of fault. Times depend on the machine, so no time makes this fail.

import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";

import { machine } from "./machine.mjs";
import { watched } from "./process.mjs";
import { median } from "./stats.mjs";

const [program, data, out] = argv.slice(2);
const N_RUNS = 3;
// Figures, or entries, items or keys of the one that is wrong, for each percent (`bench/made_up/faulty.rs`).
const N_OF_PERCENT = 1000;

const FAULTS = {
  none: "nothing is wrong",
  disputes: "each figure contradicts an unlike one",
  "unknown-ids": "each figure has three ids that are nearly right",
  "one-of-file": "each file has one fault in its middle",
  "long-key": "one key of 10 n letters, with n empty texts in it",
  "wrong-items": "one list of n items of a wrong type",
  "unknown-keys": "one entry of n unknown keys",
  "repeated-key": "one key given n times",
  chain: "a chain of n replaced figures",
  circle: "n figures that replace one another in a circle",
  diamond: "a figure computed from n, all computed from one",
};

const machineRows = machine();
const rows = [];
const scales = (await readdir(data)).map(Number).sort((a, b) => a - b);
for (const [fault, what] of Object.entries(FAULTS)) {
  for (const percent of scales) {
    const folder = join(data, `${percent}`, fault);
    const runs = [];
    for (let n = 0; n < N_RUNS; n += 1) runs.push(await check(folder));
    const [time, busy] = ["time", "busy"].map((key) => median(runs.map((run) => run[key])));
    const peak = Math.max(...runs.map((run) => run.peak));
    const n = percent * N_OF_PERCENT;
    rows.push([
      what,
      n.toLocaleString("en"),
      ((await sizeOf(folder)) / 1e6).toFixed(1),
      runs[0].nFindings.toLocaleString("en"),
      time.toFixed(0),
      busy.toFixed(0),
      ((busy * 1e3) / n).toFixed(1),
      (peak / 1e3).toFixed(1),
      (peak / n).toFixed(2),
    ]);
    console.log(`  ${fault}, ${n}: ${time.toFixed(0)} ms, ${(peak / 1e3).toFixed(1)} MB`);
  }
}

const head =
  "what is wrong | n | MB of data | findings | ms | ms of the processor | the same in µs for each of n | peak MB | peak kB for each of n";
const dashes = head.split("|").map((_, idx) => (idx < 1 ? "---" : "---:"));
const table = [head, dashes.join(" | "), ...rows.map((row) => row.join(" | "))].map((row) => `| ${row} |`);
const list = machineRows.map(([what, value]) => `- ${what}: ${value}`);
await writeFile(
  out,
  `# The check of large data

${list.join("\n")}

\`tinhso check\`, built with \`--release\`: the median times and the largest memory of ${N_RUNS} runs. The time of the processor does not depend on what else the machine does.
In the first four parts n is about the number of figures, 30 for each unit of a made-up country; at the largest scale that has 34 provinces and 3,321 communes.
Where the time for each of n does not grow with n, the check is linear; at the smallest scale much of it is the start.

${table.join("\n")}
`,
);

/** Checks a data folder once: what that took, and the number of findings. */
async function check(folder) {
  const run = await watched(program, ["check", folder]);
  const [, nErrors, nWarnings] = /(\d+) errors?, (\d+) warnings? in/.exec(run.errors) ?? [];
  if (nErrors === undefined) throw new Error(`${folder}: ${run.errors}`);
  return { ...run, nFindings: Number(nErrors) + Number(nWarnings) };
}

async function sizeOf(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(join(file.parentPath ?? file.path, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
