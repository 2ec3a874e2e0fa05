// Measures in Chromium how long pages work on the data of a made-up country, adds the native measurements, and
// writes the tables: node bench/country.mjs <cargo's target folder> <the file to write>.
//
// `cargo xtask bench` builds the program, writes the shards (the data of one page each), measures natively and
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
const [program, shards] = [join(target, "country/program"), join(target, "country/shards")];
const N_RUNS = 15;
const N_WARM_UPS = 3;

// Serve as a host does: each file compressed by itself, over connections that stay open.
const served = join(target, "country/served");
const folders = {
  "/": await packedFolder(shards, join(served, "shards")),
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
  const scales = (await readdir(shards)).sort((a, b) => Number(a) - Number(b));
  for (const percent of scales) {
    for (const name of (await readdir(join(shards, percent))).sort()) {
      const folder = join(shards, percent, name);
      const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")).files;
      const { observations, ...lists } = manifest;
      const paths = ["manifest.json", ...Object.values(lists), ...observations];
      const texts = await Promise.all(paths.map((path) => readFile(join(folder, path))));
      const gzipOfFiles = texts.reduce((sum, text) => sum + packed(text).length, 0);
      const under = `${percent}/${name}`;
      const forms = { bundle: ["bundle.txt"] };
      // The other forms of the data are only compared at the largest scale.
      if (percent === scales.at(-1)) Object.assign(forms, { rows: ["rows.txt"], files: paths });
      for (const [form, files] of Object.entries(forms)) {
        const bundle = await readFile(join(folder, form === "rows" ? "rows.txt" : "bundle.txt"));
        const gzip = form === "files" ? gzipOfFiles : packed(bundle).length;
        // A new page each time, so that no memory of the previous shard is counted.
        const page = await browser.newPage();
        // Nothing is at this address; any empty page of this origin will do.
        await page.goto(`${server.origin}/`);
        const urls = files.map((path) => `/${under}/${path}`);
        const times = await page.evaluate(measure, { urls, form, nRuns: N_RUNS, nWarmUps: N_WARM_UPS });
        await page.close();
        const shard = { percent, name, form, bytes: bundle.length, gzip, nRequests: urls.length, ...times };
        console.log(`  ${percent} % ${name}, ${form}: ${writeTimes(shard.page)} ms`);
        found.push(shard);
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}

const largest = found.at(-1).percent;
const tables = [
  "Data of one page as one file, median / 95th percentile in ms.",
  table(
    "page | scale | kB | kB gzip | read | ledger | compare | all, native | peak MB, native | all, browser | " +
      "first run, browser | memory MB, browser",
    1,
    found.filter(({ form }) => form === "bundle").map(bundleRow),
  ),
  "The same data in other forms, in the browser: `bundle` is the files of `docs/data.md` in one, `files` is " +
    "each by itself, `rows` is one with the figures as rows.",
  table(
    "page | form | requests | kB | kB gzip | fetched | read | ledger | compare | memory MB",
    2,
    found.filter(({ percent }) => percent === largest).map(formRow),
  ),
].join("\n\n");
console.log(`\n${tables}`);
const list = machineRows.map(([what, value]) => `- ${what}: ${value}`).join("\n");
await writeFile(out, `# Pages of a made-up country\n\n${list}\n\n${tables}\n`);

/** A row of the table of bundles: what a page costs with its data as one file, natively and in the browser. */
function bundleRow({ percent, name, bytes, gzip, page, first, memory }) {
  const natively = ["read", "ledger", "compare", "page"].map((part) => {
    // The measurements that criterion has saved: the number of rounds in each, and their time in nanoseconds.
    const sample = join(target, "criterion", name, part, percent, "new/sample.json");
    const { iters, times } = JSON.parse(readFileSync(sample, "utf8"));
    return writeTimes(spread(times.map((time, idx) => time / iters[idx] / 1e6)));
  });
  const program = join(target, "release/examples/country");
  const output = execFileSync(program, ["measure", join(shards, percent, name)], { encoding: "utf8" });
  const peak = Number(/peak (\d+)/.exec(output)?.[1]);
  const native = [...natively, peak ? (peak / 1e3).toFixed(1) : "–"];
  const inBrowser = [writeTimes(page), first.toFixed(0), (memory / 1e6).toFixed(1)];
  return [name, `${percent} %`, ...size(bytes, gzip), ...native, ...inBrowser];
}

/** A row of the table of forms: what a page costs with its data in one form. */
function formRow({ name, form, nRequests, bytes, gzip, fetched, read, ledger, compare, memory }) {
  const times = [fetched.toFixed(0), ...[read, ledger, compare].map(writeTimes)];
  return [name, form, nRequests, ...size(bytes, gzip), ...times, (memory / 1e6).toFixed(1)];
}

/** A table in Markdown. The first `nWords` columns contain words, the others numbers. */
function table(head, nWords, rows) {
  const dashes = head.split("|").map((_, idx) => (idx < nWords ? "---" : "---:"));
  return [head, dashes.join(" | "), ...rows.map((row) => row.join(" | "))].map((row) => `| ${row} |`).join("\n");
}

function size(bytes, gzip) {
  return [(bytes / 1e3).toFixed(0), (gzip / 1e3).toFixed(1)];
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
 * of the whole first run, the medians and percentiles of reading, ledger, comparing and all three together,
 * and the memory of the program after the first run, in bytes.
 */
async function measure({ urls, form, nRuns, nWarmUps }) {
  const nth = (list, part) => list.toSorted((a, b) => a - b)[Math.floor(list.length * part)];
  let texts = [];
  const fetching = [];
  for (let n = 0; n < 5; n += 1) {
    const started = performance.now();
    texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
    fetching.push(performance.now() - started);
  }
  const name = (url) => url.split("/").slice(3).join("/");
  globalThis.isOfRows = form === "rows";
  globalThis.bundle =
    form === "files"
      ? texts.map((text, idx) => `${name(urls[idx])}\n${text.trimEnd()}\n`).join("")
      : texts[0];
  // Starting the program runs it for the first time.
  const { default: start } = await import("/program/country-in-browser.js");
  const program = await start();
  const answers = () => {
    if (!globalThis.answers) throw new Error("the program gave no answer");
    const [read, ledger, compare, all, nFigures, nPromises, nSeen, nFindings] = globalThis.answers;
    globalThis.answers = undefined;
    if (!nFigures || !nPromises || !nSeen || nFindings) {
      throw new Error(`${urls[0]}: ${nFigures} figures, ${nPromises} promises, ${nFindings} findings`);
    }
    return [read, ledger, compare, all];
  };
  const [, , , first] = answers();
  const memory = program.memory.buffer.byteLength;
  const runs = [];
  for (let n = 0; n < nWarmUps + nRuns; n += 1) {
    program.main(0, 0);
    runs.push(answers());
  }
  runs.splice(0, nWarmUps);
  const [read, ledger, compare, page] = [0, 1, 2, 3].map((part) => {
    const list = runs.map((run) => run[part]);
    return { median: nth(list, 0.5), p95: nth(list, 0.95) };
  });
  return { fetched: nth(fetching, 0.5), first, read, ledger, compare, page, memory };
}
