// Without JavaScript every page reads in full, and nothing on it is dead.

import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { PAGES, addressOf } from "./site";

test.use({ javaScriptEnabled: false });

/** The chart in the width that fits. */
const chart = (page: Page) => page.getByRole("figure").locator("svg").locator("visible=true");

for (const { name, kind, language, address } of PAGES) {
  test(`${name} reads`, async ({ page }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    const main = page.getByRole("main");
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(/\S/);
    // A sentence, the first thing below the heading.
    await expect(main.locator("h1 + p")).toHaveText(/\S+ \S+/);

    // What cannot be used is not there to be tried.
    await expect(
      page.locator(":is(input, select, button, textarea, fieldset)").locator("visible=true"),
    ).toHaveCount(0);

    if (["compare", "concept", "xep-hang"].includes(kind)) {
      await expect(chart(page)).not.toHaveCount(0);
    }
    if (kind === "loi-hua") {
      // A story says where its figures are from.
      await main.locator("summary").first().click();
    } else if (kind === "tinh") {
      await expect(main.getByRole("row")).toHaveCount(1 + 34);
    } else if (["home", "compare", "concept", "xep-hang", "province", "unit"].includes(kind)) {
      await expect(main.getByRole("table").first()).toBeVisible();
      await expect(main.getByRole("cell", { name: /\d/ }).first()).toBeVisible();
    }
    // Where each figure is from: a paragraph of a source, or the source itself where one is listed
    // or gives a whole table.
    if (["nguon", "xep-hang", "tinh", "unit"].includes(kind)) {
      await expect(main.locator("a[rel~=external]").first()).toHaveAttribute("href", /^https?:/);
    } else if (["home", "compare", "concept", "loi-hua", "province"].includes(kind)) {
      await expect(main.getByText(/(đoạn|paragraph) \d+/).first()).toBeVisible();
    }
  });
}

for (const { language, says, other } of [
  { language: "vi", says: "Trình duyệt đang tắt JavaScript", other: "Chủ đề khác" },
  { language: "en", says: "JavaScript is off", other: "Other topics" },
] as const) {
  test(`links stand in for the controls in ${language}`, async ({ page }) => {
    await page.goto(addressOf(language, "so-sanh/online-dossiers/"));
    // By element: texts and roles within <noscript> are out of sight for Playwright, though shown.
    const advice = page.locator("noscript p");
    await expect(advice).toBeVisible();
    await expect(advice).toContainText(says);
    await advice.locator("a", { hasText: other }).click();
    await expect(page).toHaveURL(addressOf(language, "so-sanh/"));
    await page.getByRole("main").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/so-sanh\/[a-z0-9-]+\/$/);
    await expect(chart(page)).not.toHaveCount(0);
  });
}

test("a mark leads to its card", async ({ page }) => {
  const id = "khanh-hoa/online-dossiers/result/2020";
  await page.goto("so-sanh/online-dossiers/");
  const mark = page.getByRole("figure").locator(`a[href="#${id}"]`).locator("visible=true");
  await mark.locator("polygon").click();
  await expect(page).toHaveURL(`so-sanh/online-dossiers/#${id}`);
  await expect(page.locator(`article[id="${id}"]`)).toBeInViewport({ ratio: 0.9 });
});

test("a query is no obstacle: the page of all provinces shows", async ({ page }) => {
  await page.goto("so-sanh/online-dossiers/?tinh=khanh-hoa");
  const rows = page.getByRole("table").getByRole("rowheader", { name: "Bạc Liêu" });
  await expect(rows.first()).toBeVisible();
});

test("the other language is one click away", async ({ page }) => {
  await page.goto("tinh/khanh-hoa/");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL("en/tinh/khanh-hoa/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
