// The site is there at all: it answers, starts without errors, and says what it is.

import { expectAccessible } from "./a11y";
import { expect, test } from "./fixtures";

for (const { language, path } of [
  { language: "vi", path: "./" },
  { language: "en", path: "en/" },
]) {
  test(`the home page answers in ${language}`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectAccessible(page);
  });
}

test.describe("an address that does not exist", () => {
  test.use({ expectedProblems: [/status of 404/] });

  test("answers 404 with a page that leads home", async ({ page, baseURL }) => {
    const response = await page.goto("khong-co-trang-nay/");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const home = new URL(baseURL ?? "").pathname;
    await expect(page.locator(`a[href="${home}"]`).first()).toBeVisible();
  });
});
