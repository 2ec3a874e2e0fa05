// Choosing any province, old or new, beside those that the site follows.

import type { Page } from "@playwright/test";

import { expectAccessibleInAllColors } from "./a11y";
import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { box, lead, sidewaysOverflow } from "./page";

const SCORES = "so-sanh/dti-score/";

const field = (page: Page) => page.getByRole("searchbox", { name: "Thêm tỉnh, thành khác" });
const suggestions = (page: Page) => page.locator("#add-found").getByRole("button");
const chip = (page: Page, name: string) => page.getByRole("button", { name: `Bỏ ${name}`, exact: true });

/** Types a name and chooses what is suggested first. */
async function add(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await field(page).press("Enter");
}

for (const path of [SCORES, "xep-hang/", "chi-tieu/dti-score/"]) {
  test(`any province is added, shown with a shape of its own, and taken out again: ${path}`, async ({ page }) => {
    await visit(page, path);
    await field(page).fill("quang nma");
    await expect(suggestions(page).first()).toHaveText("Quảng Nam");
    await suggestions(page).first().click();
    await expect(page).toHaveURL(`${path}?tinh=br-vt,khanh-hoa,binh-phuoc,bac-lieu,quang-nam`);
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue("");
    await expect(suggestions(page)).toHaveCount(0);
    // Its shape in the list and in the figure.
    await expect(chip(page, "Quảng Nam").locator(".f-s4")).toBeVisible();
    await expect(page.locator(".t-chart .f-s4:visible").first()).toBeVisible();

    await chip(page, "Quảng Nam").click();
    await expect(page).toHaveURL(path);
    await expect(field(page)).toBeFocused();
    await expect(page.locator("main .f-s4:visible")).toHaveCount(0);
  });
}

test("old and new names, initials and slips find a province, and one that has ended says what it is part of", async ({
  page,
}) => {
  await visit(page, SCORES);
  for (const { words, finds } of [
    { words: "hcm", finds: "Thành phố Hồ Chí Minh" },
    { words: "Thừa Thiên Huế", finds: "Thành phố Huế" },
    { words: "da nagn", finds: "Thành phố Đà Nẵng" },
    { words: "tỉnh cao bằng", finds: "Cao Bằng" },
  ]) {
    await field(page).fill(words);
    await expect(suggestions(page).first()).toHaveText(finds);
  }
  await field(page).fill("ha giang");
  await expect(page.locator("#add-found li").first()).toHaveText("Hà Giang nay thuộc Tuyên Quang");
  // More are found than are listed, and the number is that of all.
  await field(page).fill("binh");
  await expect(suggestions(page)).toHaveCount(5);
  await expect(page.locator(".t-pick__said")).toHaveText("Tìm thấy 7 mục");
  await field(page).fill("atlantis");
  await expect(page.getByText("Không tìm thấy tỉnh, thành nào khác.")).toBeVisible();
  // What is in view need not be added.
  await field(page).fill("khanh hoa");
  await expect(suggestions(page)).toHaveCount(0);
  await field(page).press("Escape");
  await expect(field(page)).toHaveValue("");
  await expect(page).toHaveURL(SCORES);
});

test("six provinces are set off, and a seventh is refused with what to do", async ({ page }) => {
  await visit(page, SCORES);
  await add(page, "da nang");
  await add(page, "hue");
  await expect(page).toHaveURL(/bac-lieu,da-nang,hue$/);
  await add(page, "cao bang");
  await expect(page.getByText("Mỗi lần xem được nhiều nhất 6 tỉnh: hãy bỏ bớt một tỉnh rồi thêm Cao Bằng.")).toBeVisible();
  await expect(field(page)).toHaveValue("cao bang");
  await box(page, "BR-VT").uncheck();
  await field(page).press("Enter");
  await expect(page).toHaveURL(/\?tinh=khanh-hoa,binh-phuoc,bac-lieu,da-nang,hue,cao-bang$/);
  // The blue circle is free now; no other province has changed its color for it.
  for (const [name, color] of [["Đà Nẵng", "s4"], ["Huế", "s5"], ["Cao Bằng", "s0"]] as const) {
    await expect(chip(page, name).locator(`.f-${color}`)).toBeVisible();
  }
});

test("a link to other provinces shows them, and a link that asks for too many says so", async ({ page }) => {
  await visit(page, `${SCORES}?tinh=hue,quang-nam`);
  await expect(lead(page)).toContainText("Huế 0,7951");
  await expect(lead(page)).not.toContainText("BR-VT");
  await page.getByRole("link", { name: "English", exact: true }).click();
  await expect(page).toHaveURL(`en/${SCORES}?tinh=hue,quang-nam`);
  await expect(lead(page)).toContainText("Hue 0.7951");

  await visit(page, "xep-hang/?tinh=hue,da-nang,quang-nam,an-giang,ha-noi,cao-bang,lai-chau");
  await expect(page.locator(".t-notice")).toContainText("“tinh=lai-chau”");
  await expect(page.locator(".t-notice")).toContainText("nhiều nhất 6 tỉnh");
});

test("the page of promises says that those of another province are not followed", async ({ page }) => {
  await visit(page, "loi-hua/?tinh=br-vt,da-nang");
  await expect(page.locator(".t-notice")).toContainText("“tinh=da-nang”");
  await expect(field(page)).toHaveCount(0);
  await expect(box(page, "BR-VT")).toBeChecked();
  await expect(box(page, "Khánh Hòa")).not.toBeChecked();
});

test("until the program has come, the page says that it does not show the others yet", async ({ page }) => {
  const release = await hold(page);
  await page.goto(`./${SCORES}?tinh=hue,quang-nam`);
  await expect(page.locator("#status")).toContainText("Trang đang hiện tất cả, chưa theo lựa chọn trong địa chỉ.");
  await page.goto(`./${SCORES}?tinh=br-vt,quang-nam`);
  await expect(page.locator("#status")).toContainText("Các lựa chọn khác trong địa chỉ chưa được áp dụng.");
  release();
  await expectAlive(page);
  await expect(lead(page)).toContainText("Quảng Nam");
  await expect(page.locator("#status")).toHaveText("");
});

test("words typed before the program has come count, and Enter loads no page", async ({ page }) => {
  const release = await hold(page);
  await page.goto(`./${SCORES}`);
  await field(page).fill("quang nam");
  await field(page).press("Enter");
  await expect(page).toHaveURL(SCORES);
  release();
  await expectAlive(page);
  await expect(suggestions(page).first()).toHaveText("Quảng Nam");
  await expect(field(page)).toBeFocused();
  await field(page).press("Enter");
  await expect(page).toHaveURL(/quang-nam$/);
});

test("the mark and the row of another province lead to its card on its own page", async ({ page }) => {
  await visit(page, `${SCORES}?tinh=hue,quang-nam`);
  const row = page.getByRole("row").filter({ hasText: "Quảng Nam" }).first();
  const href = await row.getByRole("link", { name: "0,5803" }).getAttribute("href");
  expect(href).toMatch(/\/tinh\/quang-nam\/#/);
  await expect(page.locator(`.t-chart a[*|href="${href}"]:visible`).first()).toBeVisible();
  await row.getByRole("link", { name: "0,5803" }).click();
  await expect(page).toHaveURL(/tinh\/quang-nam\/#/);
  await expect(page.locator(":target, .t-target, [id='" + (href ?? "").split("#")[1] + "']").first()).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`six chosen provinces are accessible and fit a width of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const asked = "?tinh=br-vt,hue,da-nang,quang-nam,ho-chi-minh-city,cao-bang";
    for (const path of [SCORES, "xep-hang/", "en/chi-tieu/dti-score/"]) {
      await visit(page, path + asked);
      const line = page.locator("#controls > summary");
      if (await line.isVisible()) await line.click();
      await expectAccessibleInAllColors(page);
      expect(await sidewaysOverflow(page)).toEqual({ by: 0, what: [] });
    }
  });
}
