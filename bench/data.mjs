// Measures what the published data cost: the bundles of each kind of page, and the commands that check the data, judge
// the promises and write all pages. Writes the tables:
// node bench/data.mjs <the program> <the bundles> <the times of reading them> <the template> <the worker's scripts>
//   <the file to write>.
//
// `cargo xtask bench` builds the program, with the pages in it, and makes the rest. Times depend on the machine, so no
// time makes this fail.

import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv } from "node:process";

import { machine } from "./machine.mjs";
import { packed } from "./packed.mjs";
import { chosen, commandRow, readTimes } from "./parts.mjs";
import { watched } from "./process.mjs";
import { table } from "./report.mjs";

const [program, bundleFolder, timesFile, template, worker, out] = argv.slice(2);
const DATA = "public/data";
const N_RUNS = 5;

const machineRows = machine();
const commands = [
  commandRow("check", await runs("check", DATA), 1_000),
  commandRow("ledger", await runs("ledger", DATA)),
  await writingAllPages(),
];
const bundles = await sizesOfBundles();
const { own } = JSON.parse(await readFile(join(bundleFolder, "followed.json"), "utf8"));
const times = readTimes(await readFile(timesFile, "utf8"));

const bundleTable = table(
  ["Bundle of", "which", "file", "kB", "kB gzip", "read, median ms", "read, p95 ms"],
  chosen(bundles, own).map(({ kind, which, file, bytes, gzip }) => {
    const time = times.get(file);
    if (!time) throw new Error(`${timesFile}: no time for ${file}`);
    const [all, sent] = [bytes, gzip].map((size) => (size / 1e3).toFixed(1));
    return [kind, which, `\`${file}\``, all, sent, time.median.toFixed(2), time.p95.toFixed(2)];
  }),
);
const commandTable = table(
  ["Command", "runs", "least, s", "median, s", "greatest, s", "processor, s", "peak MB", "at most, s", "verdict"],
  commands,
);
console.log(`\n${bundleTable}\n\n${commandTable}`);
const list = machineRows.map(([what, value]) => `- ${what}: ${value}`).join("\n");
await writeFile(
  out,
  `# What the published data cost

${list}

## What a page loads

${bundleTable}

A page loads the bundle of its part of the data, once.
The sizes are those of a server that packs with gzip at level 9, and do not depend on the machine.
The times are those of reading the text natively, with what was read dropped again; \`bench/results-country.md\` has the browser's beside such times.

## What the commands take

${commandTable}

\`tinhso\`, built with \`--release\`, as a program that starts, works on all of \`${DATA}\` and ends.
The time of the processor, also a median, does not depend on what else the machine does.
\`prerender\` writes each page in each language into an empty folder, with bundles and downloads.
`,
);

/** Runs the program several times. It must succeed. */
async function runs(...args) {
  const found = [];
  for (let n = 0; n < N_RUNS; n += 1) {
    const run = await watched(program, args);
    if (run.code !== 0) throw new Error(`${args.join(" ")}: exit code ${run.code}\n${run.errors}`);
    console.log(`  ${args[0]}: ${run.time.toFixed(0)} ms`);
    found.push(run);
  }
  return found;
}

/** The row of the command that writes all pages; its folder is new each time. */
async function writingAllPages() {
  const top = await mkdtemp(join(tmpdir(), "tinhso-pages-"));
  try {
    const found = [];
    for (let n = 0; n < N_RUNS; n += 1) {
      const site = join(top, `${n}`);
      await mkdir(site);
      const files = ["--template", template, "--data", DATA, "--worker", worker, "--out", site];
      const run = await watched(program, ["prerender", ...files, "--base", "/tinhso/"]);
      if (run.code !== 0) throw new Error(`prerender: exit code ${run.code}\n${run.errors}`);
      const pages = (await readdir(site, { recursive: true })).filter((file) => file.endsWith(".html"));
      console.log(`  prerender: ${pages.length} pages in ${run.time.toFixed(0)} ms`);
      found.push({ ...run, nPages: pages.length });
      await rm(site, { recursive: true });
    }
    return commandRow(`prerender, ${found[0].nPages} pages`, found, 120_000);
  } finally {
    await rm(top, { recursive: true });
  }
}

async function sizesOfBundles() {
  const files = (await readdir(bundleFolder)).sort();
  const size = async (file) => {
    const text = await readFile(join(bundleFolder, file));
    return { file, bytes: text.length, gzip: packed(text).length };
  };
  return Promise.all(files.map(size));
}
