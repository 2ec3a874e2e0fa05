// A page whose download breaks off shows all that has arrived: nothing in it is hidden until a script runs, and
// nothing moves when more arrives.

import { expect, test } from "./fixtures";
import { PAGES, writtenPage } from "./site";

/** An element of the page that had arrived but was not visible, and after which kilobyte. */
type Invisible = { kilobyte: number; what: string };

/**
 * Writes a page into the document kilobyte by kilobyte, as if it came over a slow network, and looks for invisible
 * elements after each. Content about the provinces `others` may be hidden, unless it is also about `chosen` ones.
 */
function writeInSteps({ html, chosen, others }: { html: string; chosen: string[]; others: string[] }): { invisible: Invisible[]; steps: number } {
  const invisible: Invisible[] = [];
  const CONTENT = "h1, h2, h3, p, li, dt, dd, td, th, summary, article, .tso-mark";
  // Elements that may be hidden: closed stories, content for browsers without JavaScript, the parts of tables that
  // phones do not show, and the names of keys that do nothing yet.
  const MAY_BE_HIDDEN = ".t-chart-keys, [class*=--none], thead *, [hidden], noscript, details:not([open]) > :not(summary), details:not([open]) > :not(summary) *, template *";
  const links = (ids: string[]) => ids.map((id) => `[id^="${id}/"], [href*="#${id}/"]`).join(", ") || "none";
  const isAbout = (ids: string[], element: Element) => element.matches(links(ids)) || element.querySelector(links(ids)) !== null;
  // Whether an element is only about the other provinces: in a row or card of theirs, a group of these, or their column.
  const isOnlyAboutOthers = (element: Element): boolean => {
    const row = element.closest(".tso-mark, article, details, tr, li");
    if (row && isAbout(others, row) && !row.matches("[aria-labelledby=history-title] tr")) return true;
    const group = element.closest("section, tbody");
    if (group && isAbout(others, group) && !isAbout(chosen, group)) return true;
    const column = element.closest("table")?.querySelectorAll("thead th")[(element as HTMLTableCellElement).cellIndex];
    return column !== undefined && others.some((id) => column.querySelector(`[href$="/tinh/${id}/"]`));
  };
  const step = 1024;
  document.open();
  for (let at = 0; at < html.length; at += step) {
    document.write(html.slice(at, at + step));
    for (const element of document.querySelectorAll(`main :is(${CONTENT})`)) {
      const width = element.closest(".t-chart");
      if (element.closest(MAY_BE_HIDDEN) || (width && !width.checkVisibility())) continue;
      if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (others.length > 0 && isOnlyAboutOthers(element)) continue;
      const what = `${element.tagName}.${element.getAttribute("class")} ${element.textContent?.slice(0, 60)}`;
      invisible.push({ kilobyte: at / step, what });
    }
  }
  // The document is not closed, because the rest of the page never arrives.
  return { invisible: invisible.slice(0, 5), steps: Math.ceil(html.length / step) };
}

for (const { name, kind, language, address } of PAGES) {
  // The English pages only differ in their texts, so one of them is enough.
  if (language === "en" && kind !== "compare") continue;
  const canBeNarrowed = ["compare", "loi-hua", "xep-hang"].includes(kind);
  for (const { query, chosen, others } of [
    { query: "", chosen: [], others: [] },
    ...(canBeNarrowed
      ? [
          { query: "?tinh=br-vt,khanh-hoa", chosen: ["br-vt", "khanh-hoa"], others: ["binh-phuoc", "bac-lieu"] },
          { query: "?nam=2022", chosen: [], others: [] },
        ]
      : []),
  ]) {
    test(`everything that has arrived is visible after each kilobyte: ${name}${query && `, ${query}`}`, async ({ page }) => {
      const html = writtenPage(address);
      await page.route(
        (url) => url.pathname.endsWith("/") && url.search === query,
        (route) => route.fulfill({ contentType: "text/html", body: "" }),
      );
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(address + query);
      const { invisible, steps } = await page.evaluate(writeInSteps, { html, chosen, others });
      expect(invisible).toEqual([]);
      expect(steps).toBeGreaterThan(10);
      // The page is visible, and the provinces that are not selected are hidden.
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const id of others) {
        await expect(page.locator(`article[id^="${id}/"], details[id^="${id}/"]`).locator("visible=true")).toHaveCount(0);
      }
      if (query === "?nam=2022") await expect(page.locator("#status")).toContainText(/2022 (đang tải|is loading)/);
    });
  }
}

/**
 * Writes a page into the document in steps. Tells how many elements came to stand on the first screen, and which of them
 * stood somewhere else after one step than after the step before.
 */
function moved({ html, steps }: { html: string; steps: number }): { seen: number; moves: string[] } {
  const places = new Map<Element, string>();
  const moves = new Set<string>();
  const place = (element: Element) => {
    const { x, y } = element.getBoundingClientRect();
    return `${Math.round(x)},${Math.round(y)}`;
  };
  document.open();
  const size = Math.ceil(html.length / steps);
  for (let at = 0; at < html.length; at += size) {
    document.write(html.slice(at, at + size));
    // The last elements are not whole yet. What is inside a picture is drawn from its corner, which is looked at.
    for (const element of [...document.querySelectorAll("main *")].slice(0, -12)) {
      const { y, width, height } = element.getBoundingClientRect();
      if (element.closest("svg *, .t-hidden, caption") || width * height === 0 || y > innerHeight) continue;
      const before = places.get(element) ?? place(element);
      if (before !== place(element)) {
        moves.add(`${element.tagName} ${element.textContent?.trim().slice(0, 40)}: ${before} → ${place(element)}`);
      }
      places.set(element, place(element));
    }
  }
  return { seen: places.size, moves: [...moves].slice(0, 5) };
}

for (const { name, address } of PAGES) {
  test(`what has arrived does not move when more arrives: ${name}`, async ({ page }) => {
    await page.route(
      (url) => url.pathname.endsWith("/"),
      (route) => route.fulfill({ contentType: "text/html", body: "" }),
    );
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 360, height: 740 },
    ]) {
      await page.setViewportSize(viewport);
      await page.goto(address);
      const { seen, moves } = await page.evaluate(moved, { html: writtenPage(address), steps: 40 });
      expect(moves).toEqual([]);
      expect(seen).toBeGreaterThan(5);
    }
  });
}
