// What most specs look for on a page.

import type { Page } from "@playwright/test";

export const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });

export const lead = (page: Page) => page.locator("main .t-lead");

export const status = (page: Page) => page.locator("#status");

/** A link of the menu. */
export const menu = (page: Page, name: string) => page.locator("header").getByRole("link", { name, exact: true });

/** The box of a province. */
export const box = (page: Page, name: string) => page.getByRole("checkbox", { name });
