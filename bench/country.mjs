// Times what pages do with the data of a made-up country in Chromium:
// node bench/country.mjs <the program as wasm-bindgen wrote it> <the folder of shards>.
//
// `cargo xtask bench` builds the program, writes the shards, sets TINHSO_CHROMIUM and reads the lines
// that begin with "shard" or "machine". Times are printed and never judged: they depend on the machine.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { argv, env, getuid } from "node:process";
import { gzipSync } from "node:zlib";

import { chromium } from "@playwright/test";

import { serve } from "../xtask/serve.cjs";
import { machine } from "./machine.mjs";

const [program, shards] = argv.slice(2);
const N_RUNS = 15;
const N_WARM_UPS = 3;

const packed = (bytes) => gzipSync(bytes, { level: 9 });

// As a host serves the site: each file packed by itself, on a connection that stays.
const folders = { "/": shards, "/program/": program };
const server = await serve(folders, { isPacked: true, cacheControl: "no-store" });

const browser = await chromium.launch({
  // Empty means the browser that Playwright installed itself.
  executablePath: env.TINHSO_CHROMIUM || undefined,
  // Chromium's sandbox does not work for root, who runs this in a container.
  args: ["--no-first-run", "--no-pings", ...(getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
for (const [what, value] of machine(env.TINHSO_CHROMIUM || chromium.executablePath())) {
  console.log(`machine ${what}: ${value}`);
}
try {
  const scales = (await readdir(shards)).sort((a, b) => Number(a) - Number(b));
  for (const percent of scales) {
    for (const name of (await readdir(join(shards, percent))).sort()) {
      const folder = join(shards, percent, name);
      const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")).files;
      const { observations, ...lists } = manifest;
      const paths = ["manifest.json", ...Object.values(lists), ...observations];
      const texts = await Promise.all(paths.map((path) => readFile(join(folder, path))));
      const apart = texts.reduce((sum, text) => sum + packed(text).length, 0);
      const under = `${percent}/${name}`;
      const forms = { bundle: ["bundle.txt"] };
      // The other forms are there to choose among, and one scale tells enough.
      if (percent === scales.at(-1)) Object.assign(forms, { rows: ["rows.txt"], files: paths });
      for (const [form, files] of Object.entries(forms)) {
        const bundle = await readFile(join(folder, form === "rows" ? "rows.txt" : "bundle.txt"));
        const gzip = form === "files" ? apart : packed(bundle).length;
        // A page of its own, so that no memory is left over from the one before.
        const page = await browser.newPage();
        // Nothing is there, and a page of that is as empty as any.
        await page.goto(`${server.origin}/`);
        const urls = files.map((path) => `/${under}/${path}`);
        const found = await page.evaluate(measure, { urls, form, nRuns: N_RUNS, nWarmUps: N_WARM_UPS });
        await page.close();
        const numbers = [bundle.length, gzip, urls.length, ...found].map((n) => Number(n.toFixed(2)));
        console.log(`shard ${percent} ${name} ${form} ${numbers.join(" ")}`);
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}

/**
 * Runs in the page, and so may name nothing of this file. Answers with: fetching (median), all of the
 * first run, then median and 95th percentile of reading, ledger, comparing and all of them, then the
 * memory of the program after the first run, in bytes.
 */
async function measure({ urls, form, nRuns, nWarmUps }) {
  const median = (list, part) => list.toSorted((a, b) => a - b)[Math.floor(list.length * part)];
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
  const times = [0, 1, 2, 3].flatMap((part) => {
    const list = runs.map((run) => run[part]);
    return [median(list, 0.5), median(list, 0.95)];
  });
  return [median(fetching, 0.5), first, ...times, memory];
}
