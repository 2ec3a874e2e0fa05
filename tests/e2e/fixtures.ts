// What every spec starts from: `test` and `expect`, with a page that tolerates no errors, and the
// two ways to open one.

import { test as base, expect, type Page, type Response } from "@playwright/test";

type Options = {
  /**
   * Errors that a test provokes on purpose: a message that matches the pattern is no failure. Set it
   * with `test.use({ expectedProblems: [/404|ERR_FAILED/] })`: one pattern, because Playwright takes
   * a longer list for a value followed by options.
   */
  expectedProblems: [] | [RegExp];
  /**
   * Whether every test reads the pages on the day they were written, so that one that runs past midnight
   * sees the same: they say what became of promises by then. On such a day `performance` knows nothing
   * of what the page has loaded.
   */
  isFixedDay: boolean;
};

type Fixtures = {
  /** Watches the page; a test need not name it. */
  problems: void;
};

export const test = base.extend<Options & Fixtures>({
  expectedProblems: [[], { option: true }],
  isFixedDay: [true, { option: true }],

  // Automatic: an error in the console, an uncaught exception or a request to another host fails
  // the test in which it happens, whatever the test itself looks at.
  problems: [
    async ({ page, request, baseURL, expectedProblems, isFixedDay }, use) => {
      if (isFixedDay) {
        const day = /data-day="([^"]+)"/.exec(await (await request.get("")).text())?.[1];
        await page.clock.setFixedTime(`${day}T12:00:00+07:00`);
      }
      const seen: string[] = [];
      const origin = new URL(baseURL ?? "").origin;
      page.on("console", (message) => {
        if (message.type() === "error") {
          const { url } = message.location();
          seen.push(`console: ${message.text()} (${url})`);
        }
      });
      page.on("pageerror", (error) => seen.push(`exception: ${error.message}`));
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.origin !== origin) {
          seen.push(`request to another host: ${request.url()}`);
        }
      });
      await page.addInitScript(markPrerendered);
      await use();
      const isExpected = (problem: string) => expectedProblems[0]?.test(problem) ?? false;
      expect(seen.filter((problem) => !isExpected(problem))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Marks the content that came with the page, so that a test can tell when the application came. */
function markPrerendered(): void {
  const observer = new MutationObserver(() => {
    const main = document.getElementById("main");
    if (main) {
      main.dataset.prerendered = "true";
      observer.disconnect();
    }
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Waits until the page's program follows choices. */
export async function expectAlive(page: Page): Promise<void> {
  await expect(page.locator("html[data-program=alive]")).toBeAttached();
}

/**
 * Opens a page and waits until its controls work: where it loads data, for one that nothing changes stays as
 * it was written. `page.goto` alone is for tests of what a reader has before that, or without it.
 */
export async function visit(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  // There is none for another place in the same page.
  if (response === null || (await response.text()).includes(' data-bundle="')) await expectAlive(page);
  return response;
}

/** Holds the program back, or other files, until the function it answers with is called. */
export async function hold(page: Page, files = "**/*.wasm"): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

export { expect };
