// Measures in Chromium how long pages work on the data of a made-up country, adds the native measurements, and
// writes the table: node bench/country.mjs <cargo's target folder> <the file to write>.
//
// `cargo xtask bench` builds the program, writes the shards (the bundle of one page each), measures natively and
// sets TINHSO_CHROMIUM. Times depend on the machine, so no time makes this fail.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, env, getuid } from "node:process";

import { chromium } from "@playwright/test";

import { serve } from "../xtask/serve.cjs";
import { machine } from "./machine.mjs";
import { PACKED, packed, packedFolder } from "./packed.mjs";

const [target, out] = argv.slice(2);
const [program, bundles] = [join(target, "country/program"), join(target, "country/bundles")];
const N_RUNS = 15;
const N_WARM_UPS = 3;

// Serve as a host does: each file compressed by itself, over connections that stay open.
const served = join(target, "country/served");
const folders = {
  "/": await packedFolder(bundles, join(served, "bundles")),
  "/program/": await packedFolder(program, join(served, "program")),
};
const server = await serve(folders, { headers: { "Cache-Control": "no-store", ...PACKED } });

const browser = await chromium.launch({
  // If TINHSO_CHROMIUM is empty, use the browser that Playwright installed.
  executablePath: env.TINHSO_CHROMIUM || undefined,
  // Chromium's sandbox does not work for the root user, as in a container.
  args: ["--no-first-run", "--no-pings", ...(getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
const machineRows = machine(env.TINHSO_CHROMIUM || chromium.executablePath());
const found = [];
try {
  const scales = (await readdir(bundles)).sort((a, b) => Number(a) - Number(b));
  for (const percent of scales) {
    for (const file of (await readdir(join(bundles, percent))).sort()) {
      const bundle = await readFile(join(bundles, percent, file));
      const name = file.replace(".json", "");
      // A new page each time, so that no memory of the previous shard is counted.
      const page = await browser.newPage();
      // Any empty page of this origin will do.
      await page.route(`${server.origin}/`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
      await page.goto(`${server.origin}/`);
      const url = `/${percent}/${file}`;
      const times = await page.evaluate(measure, { url, nRuns: N_RUNS, nWarmUps: N_WARM_UPS });
      await page.close();
      console.log(`  ${percent} % ${name}: ${writeTimes(times.page)} ms`);
      found.push({ percent, name, bytes: bundle.length, gzip: packed(bundle).length, ...times });
    }
  }
} finally {
  await browser.close();
  await server.close();
}

const tables = [
  "A page's bundle read and worked on, median / 95th percentile in ms.",
  table(
    "page | scale | kB | kB gzip | read | ledger | compare | all, native | peak MB, native | fetched, browser | " +
      "read, browser | all, browser | first run, browser | memory MB, browser",
    found.map(row),
  ),
].join("\n\n");
console.log(`\n${tables}`);
const list = machineRows.map(([what, value]) => `- ${what}: ${value}`).join("\n");
await writeFile(out, `# Pages of a made-up country\n\n${list}\n\n${tables}\n`);

/** What a page costs with its data, natively and in the browser. */
function row({ percent, name, bytes, gzip, fetched, read, page, first, memory }) {
  const natively = ["read", "ledger", "compare", "page"].map((part) => {
    // The measurements that criterion has saved: the number of rounds in each, and their time in nanoseconds.
    const sample = join(target, "criterion", name, part, percent, "new/sample.json");
    const { iters, times } = JSON.parse(readFileSync(sample, "utf8"));
    return writeTimes(spread(times.map((time, idx) => time / iters[idx] / 1e6)));
  });
  const program = join(target, "release/examples/country");
  const output = execFileSync(program, ["measure", join(bundles, percent, `${name}.json`)], { encoding: "utf8" });
  const peak = Number(/peak (\d+)/.exec(output)?.[1]);
  const native = [...natively, peak ? (peak / 1e3).toFixed(1) : "–"];
  const inBrowser = [
    fetched.toFixed(0),
    writeTimes(read),
    writeTimes(page),
    first.toFixed(0),
    (memory / 1e6).toFixed(1),
  ];
  return [name, `${percent} %`, (bytes / 1e3).toFixed(0), (gzip / 1e3).toFixed(1), ...native, ...inBrowser];
}

/** A table in Markdown. Its first column contains words, the others numbers. */
function table(head, rows) {
  const dashes = head.split("|").map((_, idx) => (idx < 1 ? "---" : "---:"));
  return [head, dashes.join(" | "), ...rows.map((row) => row.join(" | "))].map((row) => `| ${row} |`).join("\n");
}

/** Writes a median and a 95th percentile in milliseconds. */
function writeTimes({ median, p95 }) {
  return [median, p95].map((time) => time.toFixed(time < 10 ? 2 : 0)).join(" / ");
}

/** The median and the 95th percentile of a list. */
function spread(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const nth = (part) => sorted[Math.floor(list.length * part)];
  return { median: nth(0.5), p95: nth(0.95) };
}

/**
 * Runs in the page, so it cannot use other names of this file. Returns the median time of fetching, the time
 * of the whole first run, the medians and percentiles of reading and of everything, and the memory of the program
 * after the first run, in bytes.
 */
async function measure({ url, nRuns, nWarmUps }) {
  const nth = (list, part) => list.toSorted((a, b) => a - b)[Math.floor(list.length * part)];
  const fetching = [];
  for (let n = 0; n < 5; n += 1) {
    const started = performance.now();
    globalThis.bundle = await (await fetch(url)).text();
    fetching.push(performance.now() - started);
  }
  // Starting the program runs it for the first time.
  const { default: start } = await import("/program/country-in-browser.js");
  const program = await start();
  const answers = () => {
    if (!globalThis.answers) throw new Error("the program gave no answer");
    const [read, all, nFigures, nPromises, nSeen] = globalThis.answers;
    globalThis.answers = undefined;
    if (!nFigures || !nPromises || !nSeen) {
      throw new Error(`${url}: ${nFigures} figures, ${nPromises} promises, ${nSeen} comparisons`);
    }
    return { read, all };
  };
  const first = answers().all;
  const memory = program.memory.buffer.byteLength;
  const runs = [];
  for (let n = 0; n < nWarmUps + nRuns; n += 1) {
    program.main(0, 0);
    runs.push(answers());
  }
  runs.splice(0, nWarmUps);
  const [read, page] = ["read", "all"].map((part) => {
    const list = runs.map((run) => run[part]);
    return { median: nth(list, 0.5), p95: nth(list, 0.95) };
  });
  return { fetched: nth(fetching, 0.5), first, read, page, memory };
}
