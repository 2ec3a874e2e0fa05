// What every spec uses: `test` and `expect`, which fail a test when its page reports an error, and helpers to open
// a page and to hold back its files.

import { test as base, expect, type Page, type Response } from "@playwright/test";

type Options = {
  /**
   * Errors that a test causes on purpose: a message that matches the pattern does not fail the test. Set it
   * with `test.use({ expectedProblems: [/404|ERR_FAILED/] })`. Give only one pattern, because Playwright takes the
   * second item of a list for options.
   */
  expectedProblems: [] | [RegExp];
  /**
   * Whether the browser's clock stands still on the day on which the pages were written. The pages say what has
   * become of promises by today, so without this a test that runs on another day would see other texts.
   * While the clock is fixed, `performance` lists none of the files that the page has loaded.
   */
  isFixedDay: boolean;
};

type Fixtures = {
  /** Collects the errors of the page. It runs in every test, also when the test does not name it. */
  problems: void;
};

export const test = base.extend<Options & Fixtures>({
  expectedProblems: [[], { option: true }],
  isFixedDay: [true, { option: true }],

  // An error in the console, an uncaught exception or a request to another host fails the test in which it
  // happens, even if the test checks something else.
  problems: [
    async ({ page, request, baseURL, expectedProblems, isFixedDay }, use) => {
      if (isFixedDay) {
        const day = /data-day="([^"]+)"/.exec(await (await request.get("")).text())?.[1];
        await page.clock.setFixedTime(`${day}T12:00:00+07:00`);
      }
      const problems: string[] = [];
      const origin = new URL(baseURL ?? "").origin;
      page.on("console", (message) => {
        if (message.type() === "error") {
          const { url } = message.location();
          problems.push(`console: ${message.text()} (${url})`);
        }
      });
      page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.origin !== origin) {
          problems.push(`request to another host: ${request.url()}`);
        }
      });
      await page.addInitScript(markPrerendered);
      await page.addInitScript(noteListening);
      await use();
      const isExpected = (problem: string) => expectedProblems[0]?.test(problem) ?? false;
      expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Marks the content of the written page, so that a test can tell whether the application has replaced it. */
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

/**
 * Notes when the program listens. Nothing else on the page listens for `popstate`, and the program does after it has
 * begun to listen for clicks.
 */
function noteListening(): void {
  const addListener = window.addEventListener;
  window.addEventListener = (name: string, ...rest: unknown[]) => {
    if (name === "popstate") Object.assign(window, { isProgramListening: true });
    Reflect.apply(addListener, window, [name, ...rest]);
  };
}

/**
 * Waits until the program follows clicks on links, which it does before its data have come. That its data were
 * requested is no sign of it: the page asks for them before the program comes.
 */
export async function expectListening(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => "isProgramListening" in window)).toBe(true);
}

/** Waits until the program has started and reacts to choices. */
export async function expectAlive(page: Page): Promise<void> {
  await expect(page.locator("html[data-program=alive]")).toBeAttached();
}

/**
 * Opens a page and waits until its controls work. A page that loads no data never changes, so for such a page
 * there is nothing to wait for. Use `page.goto` instead to test what a reader sees before the program has
 * started, or without it.
 */
export async function visit(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  // Going to another place in the same page gives no response.
  if (response === null || (await response.text()).includes(' data-bundle="')) await expectAlive(page);
  return response;
}

/** Holds back the program, or other files, until the returned function is called. */
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
