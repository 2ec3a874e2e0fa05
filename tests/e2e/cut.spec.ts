// A page whose arrival breaks off shows what has come of it: nothing waits for a script to be shown.

import { expect, test } from "./fixtures";
import { PAGES, writtenPage } from "./site";

/** Elements of a page's content that were there and not seen, at some kilobyte of its arrival. */
type Unseen = { kilobyte: number; what: string };

/**
 * Writes a page into the document as a slow network would and looks at it after each kilobyte. What is told of
 * provinces `others` may be hidden, but where it is told of `chosen` ones, too.
 */
function arrive({ html, chosen, others }: { html: string; chosen: string[]; others: string[] }): { unseen: Unseen[]; steps: number } {
  const unseen: Unseen[] = [];
  const CONTENT = "h1, h2, h3, p, li, dt, dd, td, th, summary, article, .tso-mark";
  // Closed stories, what stands in for scripts, and what a phone does without in tables.
  const FOLDED = "[class*=--none], thead *, [hidden], noscript, details:not([open]) > :not(summary), details:not([open]) > :not(summary) *, template *";
  const links = (ids: string[]) => ids.map((id) => `[id^="${id}/"], [href*="#${id}/"]`).join(", ") || "none";
  const tellsOf = (ids: string[], element: Element) => element.matches(links(ids)) || element.querySelector(links(ids)) !== null;
  // What is told of others alone: their rows and cards, a group of these, and their columns.
  const isOfOthers = (element: Element): boolean => {
    const row = element.closest(".tso-mark, article, details, tr, li");
    if (row && tellsOf(others, row) && !row.matches("[aria-labelledby=history] tr")) return true;
    const group = element.closest("section, tbody");
    if (group && tellsOf(others, group) && !tellsOf(chosen, group)) return true;
    const column = element.closest("table")?.querySelectorAll("thead th")[(element as HTMLTableCellElement).cellIndex];
    return column !== undefined && others.some((id) => column.querySelector(`[href$="/tinh/${id}/"]`));
  };
  const step = 1024;
  document.open();
  for (let at = 0; at < html.length; at += step) {
    document.write(html.slice(at, at + step));
    for (const element of document.querySelectorAll(`main :is(${CONTENT})`)) {
      const width = element.closest(".t-chart");
      if (element.closest(FOLDED) || (width && !width.checkVisibility())) continue;
      if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (others.length > 0 && isOfOthers(element)) continue;
      const what = `${element.tagName}.${element.getAttribute("class")} ${element.textContent?.slice(0, 60)}`;
      unseen.push({ kilobyte: at / step, what });
    }
  }
  // Not closed: the rest never comes.
  return { unseen: unseen.slice(0, 5), steps: Math.ceil(html.length / step) };
}

for (const { name, kind, language, address } of PAGES) {
  // A language more changes texts alone.
  if (language === "en" && kind !== "compare") continue;
  const narrowed = ["compare", "loi-hua", "xep-hang"].includes(kind);
  for (const { query, chosen, others } of [
    { query: "", chosen: [], others: [] },
    ...(narrowed
      ? [
          { query: "?tinh=br-vt,khanh-hoa", chosen: ["br-vt", "khanh-hoa"], others: ["binh-phuoc", "bac-lieu"] },
          { query: "?nam=2022", chosen: [], others: [] },
        ]
      : []),
  ]) {
    test(`cut at any kilobyte, what came is seen: ${name}${query && `, ${query}`}`, async ({ page }) => {
      const html = writtenPage(address);
      await page.route(
        (url) => url.pathname.endsWith("/") && url.search === query,
        (route) => route.fulfill({ contentType: "text/html", body: "" }),
      );
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(address + query);
      const { unseen, steps } = await page.evaluate(arrive, { html, chosen, others });
      expect(unseen).toEqual([]);
      expect(steps).toBeGreaterThan(10);
      // What came last is there, and what was not asked for is not.
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const id of others) {
        await expect(page.locator(`article[id^="${id}/"], details[id^="${id}/"]`).locator("visible=true")).toHaveCount(0);
      }
      if (query === "?nam=2022") await expect(page.locator("#status")).toContainText(/2022 (đang tải|is loading)/);
    });
  }
}
