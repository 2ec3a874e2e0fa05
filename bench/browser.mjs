// Measures in Chromium how long the ledger of a large dataset takes:
// node bench/browser.mjs <bench/browser.rs compiled to WebAssembly>.
//
// `cargo xtask bench` builds the program, sets TINHSO_CHROMIUM and reads the last line of the output. Times
// depend on the machine, so no time makes this fail.

import { readFile } from "node:fs/promises";
import { argv, env, getuid } from "node:process";

import { chromium } from "@playwright/test";

const N_RUNS = 30;
// The first call makes the dataset. The others give the browser time to optimize the program.
const N_WARM_UPS = 1 + 3;

const browser = await chromium.launch({
  // If TINHSO_CHROMIUM is empty, use the browser that Playwright installed.
  executablePath: env.TINHSO_CHROMIUM || undefined,
  // Chromium's sandbox does not work for the root user, as in a container.
  args: ["--no-first-run", "--no-pings", ...(getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  const page = await browser.newPage();
  const program = (await readFile(argv[2])).toString("base64");
  const times = await page.evaluate(measure, { program, nRuns: N_RUNS, nWarmUps: N_WARM_UPS });
  times.sort((a, b) => a - b);
  const nth = (part) => times[Math.floor(N_RUNS * part)].toFixed(2);
  console.log(`the ledger made and asked    median ${nth(0.5)} ms, p95 ${nth(0.95)} ms`);
} finally {
  await browser.close();
}

/** Runs in the page, so it cannot use other names of this file. */
async function measure({ program, nRuns, nWarmUps }) {
  const bytes = Uint8Array.from(atob(program), (letter) => letter.charCodeAt(0));
  const compiled = await WebAssembly.compile(bytes);
  // The crate imports functions of wasm-bindgen for drawing charts. The ledger calls none of them.
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    imports[module] ??= {};
    imports[module][name] = () => {
      throw new Error(`the program called ${name}`);
    };
  }
  const instance = await WebAssembly.instantiate(compiled, imports);
  const run = () => {
    const started = performance.now();
    // The two zeros: no arguments on the command line.
    const exitCode = instance.exports.main(0, 0);
    const took = performance.now() - started;
    if (exitCode !== 0) throw new Error(`the program ended with exit code ${exitCode}`);
    return took;
  };
  for (let n = 0; n < nWarmUps; n += 1) run();
  return Array.from({ length: nRuns }, run);
}
