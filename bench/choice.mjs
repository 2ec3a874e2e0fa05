// The first choice on a page and later ones: how long the browser works until the new figure is on
// screen, and what a hundred of them leave in memory.

import { CHANGED, choices } from "./trace.mjs";
import { inFreshBrowser } from "./visit.mjs";
import { CHECKBOX } from "./watch.mjs";

// High enough for the whole figure: all of it is painted.
const SCREEN = { viewport: { width: 1280, height: 1400 } };
const CATEGORIES = [
  "-*",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.frame",
  "blink.user_timing",
];
// In milliseconds; long enough for work that follows the frame to end before the next choice.
const REST = 250;
const N_WARM_UPS = 10;

async function settled(page, url) {
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForSelector(CHECKBOX);
  await page.waitForTimeout(2 * REST);
}

/**
 * Takes a province away and puts it back, and so on with the next: `nChoices` clicks of a mouse,
 * without throttling. The first one finds a page on which nothing was ever chosen: ours gives way to the
 * one that its program has built. All others come after it.
 */
export async function timed(executablePath, url, nChoices) {
  return inFreshBrowser(executablePath, SCREEN, async (page, browser) => {
    await settled(page, url);
    await browser.startTracing(page, { categories: CATEGORIES });
    for (let n = 0; n < nChoices; n += 1) {
      const box = page.locator(CHECKBOX).nth(Math.floor(n / 2) % 4);
      // A choice may move the next checkbox, so it is looked for each time.
      const { x, y, width, height } = await box.boundingBox();
      const before = await changes(page);
      await page.mouse.click(x + width / 2, y + height / 2);
      await page.waitForFunction(
        ([name, before]) => performance.getEntriesByName(name).length > before,
        [CHANGED, before],
      );
      await page.waitForTimeout(REST);
    }
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8"));
    return choices(traceEvents);
  });
}

/** How often the figure or the table has changed so far. */
async function changes(page) {
  return page.evaluate((name) => performance.getEntriesByName(name).length, CHANGED);
}

/** Memory in bytes, and nodes of all documents, once garbage is collected. */
async function memory(session, page) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  const wasm = await page.evaluate(() => window.benchedMemory?.buffer.byteLength ?? 0);
  return { heap: usedSize, wasm, nodes };
}

/** What `nChoices` choices leave behind, after some that may compile and cache what they need. */
export async function kept(executablePath, url, nChoices) {
  return inFreshBrowser(executablePath, SCREEN, async (page) => {
    await settled(page, url);
    const session = await page.context().newCDPSession(page);
    const choose = (count) =>
      page.evaluate(
        async ([checkbox, count]) => {
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
          for (let n = 0; n < count; n += 1) {
            document.querySelectorAll(checkbox)[Math.floor(n / 2) % 4].click();
            await frame();
            await frame();
          }
        },
        [CHECKBOX, count],
      );
    await choose(N_WARM_UPS);
    await page.waitForTimeout(2 * REST);
    const before = await memory(session, page);
    await choose(nChoices);
    await page.waitForTimeout(2 * REST);
    return { before, after: await memory(session, page) };
  });
}
