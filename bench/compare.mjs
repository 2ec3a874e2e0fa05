// Measures our compare page and the same page made with four other libraries:
// node bench/compare.mjs --dist dist --base /tinhso/ --work target/xtask/peers --out bench/results.md
//
// `cargo xtask bench` builds the site, installs the peers and sets TINHSO_CHROMIUM. Times depend on
// the machine, so no time makes this fail. With --look it measures nothing and only serves the pages, so that
// people can look at them, until Ctrl+C.

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { chromium } from "@playwright/test";

import { serve } from "../xtask/serve.cjs";
import { bundlePeers, PEERS, TOPIC, VISIT } from "./bundle.mjs";
import { memoryAround, timeChoices } from "./choice.mjs";
import { machine } from "./machine.mjs";
import { PACKED, packedFolder } from "./packed.mjs";
import { budgets, files, pages, ratios, summary, tables } from "./report.mjs";
import { audit, chartLabels, filesLoaded, timesOnPhone } from "./visit.mjs";

const { values: options } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    base: { type: "string", default: "/tinhso/" },
    work: { type: "string", default: "target/xtask/peers" },
    out: { type: "string", default: "bench/results.md" },
    quick: { type: "boolean", default: false },
    look: { type: "boolean", default: false },
  },
});
const N_RUNS = options.quick ? 1 : 5;
// Choices in each run: the first one and nine later ones.
const N_CHOICES = 10;
const N_MEMORY_CHOICES = options.quick ? 20 : 100;

const benchFolder = path.dirname(fileURLToPath(import.meta.url));
// If TINHSO_CHROMIUM is empty, use the browser that Playwright installed.
const executablePath = env.TINHSO_CHROMIUM || chromium.executablePath();

const started = Date.now();
const progress = (text) => {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  console.log(`  ${seconds} s  ${text}`);
};

progress("bundling the peers' pages");
const machineRows = options.look ? [] : machine(executablePath);
await bundlePeers({
  source: path.join(benchFolder, "peers"),
  dist: options.dist,
  base: options.base,
  out: options.work,
});
// Serve as GitHub Pages does: compressed, and cached for ten minutes.
const log = [];
const serveOptions = { headers: { "Cache-Control": "max-age=600", ...PACKED }, onSent: (file) => log.push(file) };
const folders = {
  [options.base]: await packedFolder(options.dist, `${options.work}-served/site`),
  "/peers/": await packedFolder(options.work, `${options.work}-served/peers`),
};
const server = {
  ...(await serve(folders, serveOptions)),
  /** The files sent since the last call. */
  sent: () => log.splice(0),
};
const contenders = [
  { name: "Tỉnh Số", url: `${server.origin}${options.base}${TOPIC}` },
  ...PEERS.map(({ id, name }) => ({ name, url: `${server.origin}/peers/${id}/` })),
].map((contender) => ({ ...contender, audits: [], sights: [], rounds: [] }));
const ownPages = VISIT.map((page) => ({ page, url: `${server.origin}${options.base}${page}`, audits: [] }));

if (options.look) {
  for (const { name, url } of contenders) console.log(`${name}: ${url}`);
  // Wait forever, so that nothing is measured. The open server keeps the program running.
  await new Promise(() => {});
}

try {
  progress("counting what a first visit loads, and comparing what is drawn");
  for (const contender of contenders) {
    contender.files = await filesLoaded(executablePath, server, [contender.url]);
    contender.labels = await chartLabels(executablePath, contender.url);
    if (contender.labels.length === 0) {
      throw new Error(`${contender.url}: the chart has no labels; bench/peers/shared/data.js reads the bundle of our page`);
    }
  }
  const visit = ownPages.map(({ url }) => url);
  contenders[0].visit = await filesLoaded(executablePath, server, visit);
  // Each run measures all pages one after the other, so that a disturbance of the machine affects all of them.
  for (let run = 1; run <= N_RUNS; run += 1) {
    for (const { name, url, audits, sights, rounds } of contenders) {
      progress(`run ${run} of ${N_RUNS}: ${name}`);
      audits.push(await audit(executablePath, url));
      sights.push(await timesOnPhone(executablePath, url));
      rounds.push(await timeChoices(executablePath, url, N_CHOICES));
    }
    for (const { page, url, audits } of ownPages) {
      progress(`run ${run} of ${N_RUNS}: /${page}`);
      audits.push(await audit(executablePath, url, true));
    }
  }
  for (const contender of contenders) {
    progress(`what ${N_MEMORY_CHOICES} choices leave in memory: ${contender.name}`);
    contender.memory = await memoryAround(executablePath, contender.url, N_MEMORY_CHOICES);
  }
} finally {
  await server.close();
}

const [ours, ...peers] = contenders;
const differing = peers.filter(({ labels }) => labels.join("\n") !== ours.labels.join("\n"));
for (const { name } of differing) {
  progress(`NOTE: the figure of ${name} has other labels than ours: the pages differ`);
}
const summarized = contenders.map((contender) => ({ ...contender, summary: summary(contender) }));
const budget = JSON.parse(await readFile(path.join(benchFolder, "../budget.json"), "utf8"));
const written = {
  ...tables(summarized),
  ratios: ratios(summarized),
  pages: pages(ownPages),
  budgets: budgets(summarized[0].summary, summarized.slice(1).map(({ summary }) => summary), budget),
  files: files(summarized),
};
const { files: filesTable, ...printed } = written;
console.log(`\n${Object.values(printed).join("\n\n")}\n`);

const require = createRequire(path.join(benchFolder, "peers/package.json"));
const pinned = require("./package.json").dependencies;
const { lighthouse } = require("../../package.json").devDependencies;
const versions = PEERS.map(({ name, package: id }) => `${name} ${pinned[id]}`);
const template = await readFile(path.join(benchFolder, "results-explained.md"), "utf8");
const fill = {
  machine: machineRows.map(([what, value]) => `- ${what}: ${value}`).join("\n"),
  versions: `${versions.join(", ")}; Lighthouse ${lighthouse}`,
  runs: options.quick ? "1 run (`--quick`: a trial, not a result)" : `${N_RUNS} runs`,
  choices: String(N_RUNS * N_CHOICES),
  kept: String(N_MEMORY_CHOICES),
  labels:
    differing.length === 0
      ? "The figures of all five pages have the same labels, before and after a choice."
      : `The figure of ${differing.map(({ name }) => name).join(", ")} has other labels than ours.`,
  ...written,
};
const text = template.replace(/\{\{(\w+)\}\}/g, (_, key) => fill[key]);
await writeFile(options.out, text);
progress(`written to ${options.out}`);
