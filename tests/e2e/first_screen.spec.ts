// What a reader with a phone sees first: one row of header, the answer in a sentence, the figure; and how long each page
// is while what is read second is closed. All of it without the program.

import { readdirSync } from "node:fs";

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { heading, lead } from "./page";
import { DIST } from "./releases";
import { DOSSIERS, LANGUAGES, PROVINCES, addressOf } from "./site";

const PHONE = { width: 360, height: 740 };

const MAX_HEADER_PX = 64;
const MAX_LEAD_WORDS = 35;
const MAX_FIGURE_TOP_PX = 600;
const MAX_SCREENS = 8;

/** Every page that search engines may list, by its path in Vietnamese. */
const PATHS = readdirSync(DIST, { recursive: true })
  .map((name) => String(name))
  .filter((name) => name.endsWith("index.html") && !name.startsWith("en/") && !name.startsWith("v/"))
  .map((name) => name.replace(/index\.html$/, ""));

/** On pages that are about one figure, it is on the first screen. */
const hasFigureFirst = (path: string) => /^(so-sanh\/.|xep-hang\/|loi-hua\/)/.test(path);

/** What of the page a phone shows. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const drawings = [...document.querySelectorAll("main svg.tso-chart")];
    const drawing = drawings.find((svg) => svg.getBoundingClientRect().height > 0);
    return {
      header: document.querySelector("header")?.getBoundingClientRect().height ?? 0,
      words: document.querySelector("main .t-lead")?.textContent?.trim().split(/\s+/).length ?? 0,
      figure: drawing?.getBoundingClientRect().top ?? 0,
      height: document.documentElement.scrollHeight,
    };
  });

for (const language of LANGUAGES) {
  test.describe(() => {
    test.use({ javaScriptEnabled: false, viewport: PHONE });

    test(`every page in ${language} has its answer on the first screen and is short while it is folded`, async ({ page }) => {
      test.setTimeout(300_000);
      expect(PATHS.length).toBeGreaterThan(200);
      for (const path of PATHS) {
        await page.goto(addressOf(language, path), { waitUntil: "domcontentloaded" });
        const { header, words, figure, height } = await measured(page);
        expect.soft(header, path).toBeLessThanOrEqual(MAX_HEADER_PX);
        expect.soft(words, path).toBeGreaterThan(0);
        expect.soft(words, path).toBeLessThanOrEqual(MAX_LEAD_WORDS);
        expect.soft(height / PHONE.height, path).toBeLessThanOrEqual(MAX_SCREENS);
        if (hasFigureFirst(path)) expect.soft(figure, path).toBeLessThan(MAX_FIGURE_TOP_PX);
      }
    });

    test(`the header's menu opens and leads on without the program, in ${language}`, async ({ page }) => {
      await page.goto(addressOf(language, ""));
      const menu = page.locator("header nav");
      await expect(menu).toBeHidden();
      await page.locator("header button").click();
      await expect(menu).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(menu).toBeHidden();
      await page.locator("header button").click();
      await menu.getByRole("link").nth(1).click();
      await expect(heading(page)).toBeVisible();
      await expect(menu).toBeHidden();
      await page.locator("header button").click();
      await expect(menu.locator("[aria-current=page]")).toBeVisible();
    });

    test(`the header leads to the search from every page, in ${language}`, async ({ page }) => {
      await page.goto(addressOf(language, "loi-hua/"));
      await page.locator(".t-header__search").click();
      await expect(page).toHaveURL(/so-sanh\/#search$/);
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  for (const language of LANGUAGES) {
    test(`the home page has all followed provinces on its first screen, in ${language}`, async ({ page }) => {
      await visit(page, addressOf(language, ""));
      for (const { name } of PROVINCES) {
        const box = await page.getByRole("main").getByRole("link", { name, exact: true }).first().boundingBox();
        expect(box?.y ?? Infinity, name).toBeLessThan(PHONE.height);
      }
    });
  }

  test("a mark leads to its card, which is opened for it", async ({ page }) => {
    await visit(page, DOSSIERS);
    const card = page.locator('[id="khanh-hoa/online-dossiers/result/2020"]');
    await expect(card).toBeHidden();
    await page.locator('.t-chart--narrow a[href="#khanh-hoa/online-dossiers/result/2020"]').click();
    await expect(card).toBeInViewport();
  });

  test("what is open stays open when a choice replaces the written page", async ({ page }) => {
    await visit(page, DOSSIERS);
    await page.locator("#figures > summary").click();
    await page.locator("#controls > summary").click();
    const cards = page.locator("#figures .t-card").locator("visible=true");
    await expect(cards).not.toHaveCount(0);
    await page.locator("input[name=tinh][value=bac-lieu]").uncheck();
    await expect(lead(page)).not.toContainText("Bạc Liêu");
    await expect(cards).not.toHaveCount(0);
    await expect(page.locator("input[name=tinh][value=bac-lieu]")).toBeVisible();
  });

  test("the list of sections leads to each, and closes", async ({ page }) => {
    await visit(page, DOSSIERS);
    const open = page.locator(".t-contents > button");
    const list = page.locator("#contents");
    for (const id of ["table", "figures"]) {
      await open.click();
      await list.locator(`a[href="#${id}"]`).click();
      await expect(list).toBeHidden();
      await expect(page.locator(`#${id}`)).toHaveAttribute("open", "");
      await expect(page.locator(`#${id} > summary`)).toBeInViewport();
    }
    await open.click();
    await list.locator('a[href="#main"]').click();
    await expect(heading(page)).toBeInViewport();
  });

  test("a fold opens and closes by the keyboard alone", async ({ page }) => {
    await visit(page, DOSSIERS);
    const summary = page.locator("#table > summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("table").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("table")).toHaveCount(0);
  });

  test("on paper everything is open", async ({ page }) => {
    await visit(page, DOSSIERS);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("table").first()).toBeVisible();
    await expect(page.locator("#figures .t-card").first()).toBeVisible();
    await expect(page.locator("main form, .t-contents button, header button").locator("visible=true")).toHaveCount(0);
  });
});

test("a wide screen shows the menu, the controls, the table and the cards without a click", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await visit(page, DOSSIERS);
  await expect(page.locator("header nav a").first()).toBeVisible();
  await expect(page.locator("header button")).toBeHidden();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await expect(page.getByRole("table").first()).toBeVisible();
  await expect(page.locator(".t-fold--phone > summary").locator("visible=true")).toHaveCount(0);
});
