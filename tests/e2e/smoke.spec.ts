// The site is there at all: it answers, starts without errors, and says what it is.

import { expect, test, visit } from "./fixtures";
import { PAGES } from "./site";

for (const { name, language, address } of PAGES) {
  test(`${name} answers and starts`, async ({ page }) => {
    const response = await visit(page, address);
    expect(response?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.locator("#status")).toBeEmpty();
  });
}
