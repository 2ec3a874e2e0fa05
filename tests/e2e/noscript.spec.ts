// Without JavaScript every page can be read completely, and shows no controls that do not work.

import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { PAGES, addressOf } from "./site";

test.use({ javaScriptEnabled: false });

/** The chart that is visible at this width. */
const chart = (page: Page) => page.getByRole("figure").locator("svg").locator("visible=true");

for (const { name, kind, language, address } of PAGES) {
  test(`the page can be read: ${name}`, async ({ page }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    const main = page.getByRole("main");
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(/\S/);
    // Directly below the heading there is a sentence.
    await expect(main.locator("h1 + p")).toHaveText(/\S+ \S+/);

    // Controls that do not work without JavaScript are not shown. The buttons of popovers work.
    await expect(
      page.locator(":is(input, select, button:not([popovertarget]), textarea, fieldset)").locator("visible=true"),
    ).toHaveCount(0);

    if (["compare", "concept", "xep-hang"].includes(kind)) {
      await expect(chart(page)).not.toHaveCount(0);
    }
    if (kind === "loi-hua") {
      // Opens a story, because the sources of the figures are in it.
      await main.locator(".t-promises summary").first().click();
    } else if (kind === "tinh") {
      await expect(main.getByRole("row")).toHaveCount(1 + 34);
    } else if (kind === "home") {
      await expect(main.locator(".t-followed li")).toHaveCount(4);
    } else if (["compare", "concept", "xep-hang", "province", "unit"].includes(kind)) {
      await expect(main.getByRole("table").first()).toBeVisible();
      await expect(main.getByRole("cell", { name: /\d/ }).first()).toBeVisible();
    }
    // The page says where its figures are from: it names a paragraph of a source, or links to the source if it lists
    // sources or shows a whole table of one.
    if (["nguon", "xep-hang", "tinh", "unit"].includes(kind)) {
      await expect(main.locator("a[rel~=external]").first()).toHaveAttribute("href", /^https?:/);
    } else if (kind === "home") {
      await expect(main.locator(".t-followed li")).toHaveCount(4);
    } else if (["compare", "concept", "loi-hua", "province"].includes(kind)) {
      await expect(main.getByText(/(đoạn|paragraph) \d+/).first()).toBeVisible();
    }
  });
}

for (const { language, says, other } of [
  { language: "vi", says: "Trình duyệt đang tắt JavaScript", other: "Chủ đề khác" },
  { language: "en", says: "JavaScript is off", other: "Other topics" },
] as const) {
  test(`links replace the controls, in ${language}`, async ({ page }) => {
    await page.goto(addressOf(language, "so-sanh/online-dossiers/"));
    // Selects by element, because Playwright finds no texts or roles within <noscript>, though they are visible.
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

test("an address that selects provinces shows the page with all provinces", async ({ page }) => {
  await page.goto("so-sanh/online-dossiers/?tinh=khanh-hoa");
  const rows = page.getByRole("table").getByRole("rowheader", { name: "Bạc Liêu" });
  await expect(rows.first()).toBeVisible();
});

test("the link to the other language works", async ({ page }) => {
  await page.goto("tinh/khanh-hoa/");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL("en/tinh/khanh-hoa/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
