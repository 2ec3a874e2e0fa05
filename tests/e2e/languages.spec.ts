// Each page is there in both languages. Each language writes numbers and dates in its own way, and Vietnamese
// quotations on English pages are marked as Vietnamese.

import { expect, test, visit } from "./fixtures";
import { KINDS, addressOf, titleOf } from "./site";

for (const { kind, path } of KINDS) {
  test(`the link to the other language leads to the same page and back: ${kind}`, async ({ page }) => {
    await visit(page, addressOf("vi", path));
    const heading = page.getByRole("heading", { level: 1 });
    const inVietnamese = await heading.textContent();
    await page.getByRole("link", { name: "English", exact: true }).click();
    await expect(page).toHaveURL(addressOf("en", path));
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page).toHaveTitle(titleOf(addressOf("en", path)));
    await page.getByRole("link", { name: "Tiếng Việt", exact: true }).click();
    await expect(page).toHaveURL(addressOf("vi", path));
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await expect(heading).toHaveText(inVietnamese ?? "");
  });
}

test.describe("numbers and dates", () => {
  for (const { path, vi, en } of [
    { path: "so-sanh/online-services/", vi: "64,06%", en: "64.06%" },
    { path: "so-sanh/ecommerce-sellers/", vi: "54.537", en: "54,537" },
    { path: "so-sanh/online-dossiers/", vi: "20/7/2023", en: "Jul 20, 2023" },
    { path: "so-sanh/online-dossiers/", vi: "10/2022", en: "Oct 2022" },
    { path: "so-sanh/dti-rank/", vi: "thứ 7 trên 63", en: "7th of 63" },
  ]) {
    test(`${vi} in Vietnamese is ${en} in English`, async ({ page }) => {
      await visit(page, path);
      const table = page.getByRole("main").getByRole("table").first();
      await expect(table).toContainText(vi);
      await expect(table).not.toContainText(en);
      await page.getByRole("link", { name: "English", exact: true }).click();
      await expect(table).toContainText(en);
      await expect(table).not.toContainText(vi);
    });
  }
});

test("Vietnamese quotations on an English page are marked as Vietnamese", async ({ page }) => {
  await visit(page, "en/so-sanh/online-dossiers/");
  const title = page.getByText(/^Bạc Liêu chuyển đổi số để/).first();
  await expect(title).toHaveAttribute("lang", "vi");
  const document = page.getByText(/^Kế hoạch 57\/KH-UBND/).first();
  await expect(document).toHaveAttribute("lang", "vi");
});
