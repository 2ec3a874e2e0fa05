// What most specs look for on a page.

import type { Page } from "@playwright/test";

export const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });

export const lead = (page: Page) => page.locator("main .t-lead");

export const status = (page: Page) => page.locator("#status");

/** A link of the menu. */
export const menu = (page: Page, name: string) => page.locator("header").getByRole("link", { name, exact: true });

/** The box of a province. */
export const box = (page: Page, name: string) => page.getByRole("checkbox", { name });

/** How far the page can be scrolled sideways, and what sticks out to the right of it. */
export function sideways(page: Page): Promise<{ by: number; what: string[] }> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const by = root.scrollWidth - root.clientWidth;
    const stickingOut = [...document.querySelectorAll("#app *")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    const what = by > 0 ? stickingOut.map((e) => `${e.tagName}.${e.getAttribute("class")}`) : [];
    return { by, what: what.slice(0, 5) };
  });
}
