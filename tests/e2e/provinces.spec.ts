// The pages of provinces before and after the mergers: the search by old and new names, what each province became,
// and the figures of provinces that the site does not follow.

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";

const field = (page: Page) => page.getByRole("searchbox");
const hits = (page: Page) => page.getByRole("main").locator("#found").getByRole("listitem");
const rows = (page: Page) => page.getByRole("main").getByRole("table").getByRole("row");

test("the search says what an old province became, and which ones a new province consists of", async ({ page }) => {
  await visit(page, "tinh/");
  await expect(rows(page)).toHaveCount(1 + 34);
  for (const { words, says } of [
    { words: "Bình Phước", says: "Bình Phước: từ 1/7/2025 thuộc Đồng Nai" },
    { words: "BINH PHUOC", says: "Bình Phước: từ 1/7/2025 thuộc Đồng Nai" },
    { words: "đồng nai", says: "Đồng Nai: từ 1/7/2025 gồm Đồng Nai cũ và Bình Phước" },
    { words: "phan rang", says: "Ninh Thuận (Phan Rang): từ 1/7/2025 thuộc Khánh Hòa" },
    { words: "thua thien", says: "Thành phố Huế (Thừa Thiên Huế): giữ nguyên, không sáp nhập" },
  ]) {
    await test.step(words, async () => {
      await field(page).fill(words);
      await expect(hits(page)).toHaveText([says]);
      await expect(rows(page)).toHaveCount(0);
    });
  }
  await field(page).fill("xyzzy");
  await expect(page.getByText("Không có tỉnh, thành phố nào mang tên này.")).toBeVisible();
  await field(page).clear();
  await expect(rows(page)).toHaveCount(1 + 34);
});

test("the search words are in the address and are kept by a reload", async ({ page }) => {
  await visit(page, "en/tinh/?tim=vung%20tau");
  await expect(field(page)).toHaveValue("vung tau");
  const says = "Bà Rịa – Vũng Tàu: part of Ho Chi Minh City since July 1, 2025";
  await expect(hits(page)).toHaveText([says]);
  await field(page).fill("hcmc");
  await expect(page).toHaveURL("en/tinh/?tim=hcmc");
  await page.reload();
  await expect(hits(page)).toHaveText([/^Ho Chi Minh City \(HCMC\): made of the former/]);
});

test("the keyboard alone is enough to search for a province, open it and go back", async ({ page }) => {
  await visit(page, "tinh/");
  await field(page).focus();
  await page.keyboard.type("binh phuoc");
  await expect(hits(page)).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Bình Phước");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Đồng Nai");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("tinh/dong-nai/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đồng Nai");
  await page.goBack();
  await expect(page).toHaveURL("tinh/?tim=binh%20phuoc");
  await expect(field(page)).toHaveValue("binh phuoc");
});

test("a province that is not followed shows its figures with their cards", async ({ page }) => {
  await visit(page, "tinh/da-nang/");
  const main = page.getByRole("main");
  await expect(main.locator("h1 svg")).toHaveCount(0);
  const became = page.getByRole("region", { name: "Trước và sau sáp nhập" });
  await expect(became.getByRole("link", { name: "Quảng Nam" })).toBeVisible();

  const id = "da-nang/dti-rank/result/2024";
  await main.locator(`#overall table a[href="#${id}"]`).click();
  await expect(page).toHaveURL(`tinh/da-nang/#${id}`);
  await expect(page.locator(`article[id="${id}"]`)).toBeInViewport();
});

test("an address with a figure of a province that is not followed scrolls to its card", async ({ page }) => {
  const id = "da-nang/dti-rank/result/2024";
  await visit(page, `tinh/da-nang/#${id}`);
  await expect(page.locator(`article[id="${id}"]`)).toBeInViewport();
  await expect(page.getByText("Không có con số nào mang mã")).toHaveCount(0);
});

test("an address with an earlier figure opens the list that has it", async ({ page }) => {
  const id = "da-nang/dti-rank/result/2022";
  await visit(page, "tinh/da-nang/");
  await expect(page.locator(`li[id="${id}"]`)).toBeHidden();
  await visit(page, `tinh/da-nang/#${id}`);
  await expect(page.locator(`li[id="${id}"]`)).toBeInViewport();
  await expect(page.getByText("Không có con số nào mang mã")).toHaveCount(0);
});

test("a link to an earlier figure opens the list that has it", async ({ page }) => {
  const [rank, id] = ["hue/dti-rank/result/2023", "hue/dti-score/result/2023"];
  await visit(page, `tinh/hue/#${rank}`);
  await page.locator(`li[id="${rank}"] a[href="#${id}"]`).click();
  const score = page.locator(`li[id="${id}"]`);
  await expect(score).toBeInViewport();
  await expect(score).toHaveAttribute("data-target", "");
});

test("the section about what is not known links to the promise that nobody measures", async ({ page }) => {
  await visit(page, "tinh/khanh-hoa/");
  const unknown = page.getByRole("region", { name: "Những gì chưa biết" });
  await expect(unknown.getByRole("heading", { level: 3 })).toHaveCount(2);
  const promise = unknown.locator('a[href*="/loi-hua/#khanh-hoa/"]').first();
  await promise.click();
  await expect(page).toHaveURL(/\/loi-hua\/#khanh-hoa\//);
  await expect(page.locator(".t-promises details[open]")).toHaveCount(1);
});
