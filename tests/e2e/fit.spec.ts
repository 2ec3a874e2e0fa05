// Every kind of page fits, in both languages: on the smallest phones, on a phone on its side, with letters of twice the
// size, with the spacing that WCAG 1.4.12 asks for, and with a wider font than the one the site is made for. Nothing
// is cut off, no text lies over another, and no page scrolls sideways.

import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { sidewaysOverflow } from "./page";
import { LANGUAGES, PAGES } from "./site";

/** Where the page must fit: the window, the reader's font size, and a style sheet of the reader. */
const PLACES = [
  { where: "on a phone 280 pixels wide", width: 280, height: 653 },
  { where: "on a phone on its side", width: 740, height: 360 },
  { where: "with letters of twice the size on a phone", width: 360, height: 740, fontSize: 32 },
  { where: "with letters of twice the size on a desktop screen", width: 1280, height: 800, fontSize: 32 },
  {
    where: "with the text spacing of WCAG 1.4.12",
    width: 320,
    height: 640,
    css: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`,
  },
  { where: "with a wide font on a phone", width: 360, height: 740, css: '* { font-family: "DejaVu Sans" !important }' },
  { where: "with a wide font on a desktop screen", width: 1280, height: 800, css: '* { font-family: "DejaVu Sans" !important }' },
];

/**
 * What only the keyboard or a screen reader gets to is cut to one pixel on purpose, and the button in the corner lies over
 * the page.
 */
const HIDDEN = ".t-contents, .t-hidden, .t-skip, .t-fold__heading, .t-chart-keys, .t-chart-end, .t-editions caption, .t-table--stack thead, .t-before thead, .t-standing thead, .t-status";

/** Applies a style sheet as the reader's own, and has parts of the page laid out that are far below. */
async function applyStyles(page: Page, css: string): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.t-below, .t-card { content-visibility: visible !important } ${css}`);
    for (const story of document.querySelectorAll("details")) story.open = true;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/** Texts that lie over other texts, texts and controls that are cut off, and texts of charts beyond the window. */
function faultsOfTexts(page: Page): Promise<string[]> {
  return page.evaluate((hidden) => {
    type Line = { left: number; right: number; top: number; bottom: number; node: Node };
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    const lines: Line[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const parent = node.parentElement;
      if (!parent || !node.data.trim() || parent.closest(`${hidden}, title, desc, option`)) continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue;
        if (box.left < -1 || box.right > width + 1) faults.push(`beyond the window: ${node.data}`);
        // The box of a line has room above and below the letters, which lines may share.
        const room = box.height * 0.22;
        lines.push({ left: box.left + 1, right: box.right - 1, top: box.top + room, bottom: box.bottom - room, node });
      }
    }
    lines.sort((one, other) => one.top - other.top);
    for (const [idx, one] of lines.entries()) {
      for (const other of lines.slice(idx + 1)) {
        if (other.top >= one.bottom - 1) break;
        const isOver = Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1;
        if (isOver && one.node !== other.node) faults.push(`over each other: ${one.node.textContent} | ${other.node.textContent}`);
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>("#app *, button, select")) {
      const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2;
      const clips = getComputedStyle(element).overflowX !== "visible" || element.matches("button");
      // A list shows of a long option what there is room for, and all of it when it is opened.
      if (isCut && clips && element.offsetWidth > 1 && !element.closest(`${hidden}, select`)) {
        faults.push(`cut off: ${element.tagName} ${element.textContent}`);
      }
    }
    // A value beside its term has room for a few words in each line.
    for (const value of document.querySelectorAll("#app dd")) {
      const room = value.clientWidth / parseFloat(getComputedStyle(value).fontSize);
      if (value.checkVisibility({ contentVisibilityAuto: false }) && room < 7) {
        faults.push(`only ${room.toFixed(1)} em for a value: ${value.textContent?.slice(0, 50)}`);
      }
    }
    return faults;
  }, HIDDEN);
}

for (const language of LANGUAGES) {
  for (const { where, width, height, fontSize, css = "" } of PLACES) {
    test(`every page in ${language} fits ${where}`, async ({ page, context }) => {
      await page.setViewportSize({ width, height });
      if (fontSize) {
        const browser = await context.newCDPSession(page);
        await browser.send("Page.setFontSizes", { fontSizes: { standard: fontSize, fixed: fontSize } });
      }
      // The written pages: the program builds the same, and would only be loaded for each of them.
      await page.route("**/*.wasm", () => {});
      for (const { name, address } of PAGES.filter((page) => page.language === language)) {
        await page.goto(address, { waitUntil: "domcontentloaded" });
        await applyStyles(page, css);
        if (fontSize) expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${fontSize}px`);
        expect.soft(await sidewaysOverflow(page), name).toEqual({ by: 0, what: [] });
        expect.soft(await faultsOfTexts(page), name).toEqual([]);
      }
    });
  }
}

test("nothing that stays on the screen covers the text of a phone on its side", async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  for (const { name, address } of PAGES) {
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const fixed = await page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position))
        .filter((element) => element.getBoundingClientRect().height > window.innerHeight / 4)
        .map((element) => element.className),
    );
    expect(fixed, name).toEqual([]);
  }
});
