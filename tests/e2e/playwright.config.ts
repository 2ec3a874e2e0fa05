// Runs the specs against the built site, served under its real base path.
//
// `cargo xtask test` serves it, sets BASE_URL and TINHSO_CHROMIUM and has less printed. While writing a spec, keep
// `cargo xtask serve` running and start `npx playwright test --config tests/e2e` beside it.
//
// Addresses in specs are relative to the base path: `page.goto("so-sanh/")`, without a leading
// slash, which would lead out of the site.

import { defineConfig, devices } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/artifacts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Patience for a machine that is busy with other things: a test that passes does not wait.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:8080/tinhso/",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // Without the film, which takes more of the machine than the test itself.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
    screenshot: "only-on-failure",
    // Specs are about the site itself; those that start from kept.ts let it be kept.
    serviceWorkers: "block",
    launchOptions: {
      // Empty means the browser that Playwright installed itself.
      executablePath: process.env.TINHSO_CHROMIUM || undefined,
      args: [
        // Chromium's sandbox does not work for root, which is who runs the tests in a container.
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-first-run",
        "--no-pings",
        "--no-proxy-server",
        // The site asks nobody else for anything: every other host is unreachable, so that a
        // request which should not be made fails, and its failure fails the test.
        // What ends in .localhost is this machine, by any name.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost",
      ],
    },
  },
});
