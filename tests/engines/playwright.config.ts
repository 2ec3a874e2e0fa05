// Runs the core tasks of a reader in Chromium, Firefox and WebKit, each driven by its own WebDriver (engines.ts).
//
// Playwright only runs the tests here and drives no browser: it knows builds of Firefox and WebKit of its own alone,
// and readers have none of those. `cargo xtask test` runs each engine as a suite of its own.

import { defineConfig } from "@playwright/test";

import { ENGINES } from "./engines";
import type { Options } from "./fixtures";

export default defineConfig<Options>({
  testDir: ".",
  outputDir: "../../test-results/engines",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Long timeouts, in case the machine is busy with other things. They do not slow down a test that passes.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: "list",
  projects: ENGINES.map((engine) => ({ name: engine, use: { engine } })),
});
