// Runs the specs against the built site, served under its real base path.
//
// `cargo xtask test` serves the site, sets BASE_URL and TINHSO_CHROMIUM and prints less. While writing a spec, keep
// `cargo xtask serve` running and start `npx playwright test --config tests/e2e` beside it.
//
// Addresses in specs are relative to the base path: `page.goto("so-sanh/")`. A leading slash would lead out of the
// site.

import { defineConfig, devices } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/artifacts",
  snapshotPathTemplate: "{testDir}/aria/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Long timeouts, in case the machine is busy with other things. They do not slow down a test that passes.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:8080/tinhso/",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // No screenshots in the trace, because taking them needs more of the machine than the test itself.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
    screenshot: "only-on-failure",
    // Most specs test the site without its service worker. Those that import `test` from kept.ts allow it.
    serviceWorkers: "block",
    launchOptions: {
      // If this is not set, the tests run in the browser that Playwright has installed.
      executablePath: process.env.TINHSO_CHROMIUM || undefined,
      args: [
        // Chromium's sandbox does not work for root, and in a container the tests are run by root.
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-first-run",
        "--no-pings",
        "--no-proxy-server",
        // The site must load nothing from other hosts. So every other host is made unreachable: a request to one
        // fails, and makes the test fail. Any name that ends in .localhost means this machine.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost",
      ],
    },
  },
});
