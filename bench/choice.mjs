// Measures choices on a page, the first one and later ones: how long the browser works until the new figure is
// on screen, and how much memory many choices take.

import { CHANGED, choices } from "./trace.mjs";
import { inFreshBrowser } from "./visit.mjs";
import { CHECKBOX } from "./watch.mjs";

// High enough to show the whole figure, so that the browser paints all of it.
const SCREEN = { viewport: { width: 1280, height: 1400 } };
const CATEGORIES = [
  "-*",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.frame",
  "blink.user_timing",
];
// The pause between choices in milliseconds: long enough for the work after the frame to end.
const PAUSE_MS = 250;
const N_WARM_UPS = 10;

async function openAndSettle(page, url) {
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForSelector(CHECKBOX);
  await page.waitForTimeout(2 * PAUSE_MS);
}

/**
 * Measures `nChoices` mouse clicks without throttling. They remove a province and add it again, then the next
 * one, and so on. At the first click our page is still the written page, and the program replaces it with the
 * page it has built; the later clicks only update that page.
 */
export async function timeChoices(executablePath, url, nChoices) {
  return inFreshBrowser(executablePath, SCREEN, async (page, browser) => {
    await openAndSettle(page, url);
    await browser.startTracing(page, { categories: CATEGORIES });
    for (let n = 0; n < nChoices; n += 1) {
      const box = page.locator(CHECKBOX).nth(Math.floor(n / 2) % 4);
      // A choice may move the next checkbox, so find its position each time.
      const { x, y, width, height } = await box.boundingBox();
      const before = await changeCount(page);
      await page.mouse.click(x + width / 2, y + height / 2);
      await page.waitForFunction(
        ([name, before]) => performance.getEntriesByName(name).length > before,
        [CHANGED, before],
      );
      await page.waitForTimeout(PAUSE_MS);
    }
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8"));
    return choices(traceEvents);
  });
}

/** How many times the figure or the table has changed so far. */
async function changeCount(page) {
  return page.evaluate((name) => performance.getEntriesByName(name).length, CHANGED);
}

/** The memory in bytes, and the number of nodes in all documents, after garbage collection. */
async function memory(session, page) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  const wasm = await page.evaluate(() => window.benchedMemory?.buffer.byteLength ?? 0);
  return { heap: usedSize, wasm, nodes };
}

/**
 * The memory before and after `nChoices` choices. Some choices come first, so that the browser has compiled and
 * cached what it needs for them.
 */
export async function memoryAround(executablePath, url, nChoices) {
  return inFreshBrowser(executablePath, SCREEN, async (page) => {
    await openAndSettle(page, url);
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
    await page.waitForTimeout(2 * PAUSE_MS);
    const before = await memory(session, page);
    await choose(nChoices);
    await page.waitForTimeout(2 * PAUSE_MS);
    return { before, after: await memory(session, page) };
  });
}
