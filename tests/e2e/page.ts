// The parts of a page that most specs look for.

import type { Page } from "@playwright/test";

export const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });

/** The sentence below the heading. */
export const lead = (page: Page) => page.locator("main .t-lead");

/** The line in which the page says what is loading or missing. */
export const status = (page: Page) => page.locator("#status");

/** A link in the menu at the top of the page. */
export const menuLink = (page: Page, name: string) => page.locator("header").getByRole("link", { name, exact: true });

/** The checkbox of a province. */
export const box = (page: Page, name: string) => page.getByRole("checkbox", { name });

/** By how many pixels the page can be scrolled sideways, and which elements cause it. */
export function sidewaysOverflow(page: Page): Promise<{ by: number; what: string[] }> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const by = root.scrollWidth - root.clientWidth;
    const tooWide = [...document.querySelectorAll("#app *")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    const what = by > 0 ? tooWide.map((e) => `${e.tagName}.${e.getAttribute("class")}`) : [];
    return { by, what: what.slice(0, 5) };
  });
}
