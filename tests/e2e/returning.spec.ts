// A page that was left for a while: put away whole by the browser, or open when another day begins.

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { box, heading, lead, menuLink } from "./page";
import { DOSSIERS, addressOf } from "./site";

test.describe("a page that the browser had put away whole", () => {
  const restore = (page: Page) =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));

  test("has its controls agree with its address", async ({ page }) => {
    await visit(page, "loi-hua/");
    await box(page, "BR-VT").uncheck();
    await page.getByLabel("Tình trạng").selectOption("met");
    await expect(page).toHaveURL(/\?tinh=khanh-hoa,binh-phuoc,bac-lieu&trang-thai=met$/);
    const told = await lead(page).innerText();
    // As WebKit gives them back.
    await page.evaluate(() => {
      for (const form of document.querySelectorAll("form")) form.reset();
    });
    await page.evaluate(() => {
      for (const input of document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) input.checked = true;
      for (const select of document.querySelectorAll("select")) select.selectedIndex = 0;
    });
    await restore(page);
    await expect(box(page, "BR-VT")).not.toBeChecked();
    await expect(box(page, "Khánh Hòa")).toBeChecked();
    await expect(page.getByLabel("Tình trạng")).toHaveValue("met");
    await expect(lead(page)).toHaveText(told);
    await expect(page).toHaveURL(/\?tinh=khanh-hoa,binh-phuoc,bac-lieu&trang-thai=met$/);
    await box(page, "BR-VT").check();
    await expect(page).toHaveURL("loi-hua/?trang-thai=met");
  });

  test("is where the reader left it, with what its address points at", async ({ page }) => {
    const id = "khanh-hoa/online-dossiers/result/2020";
    await visit(page, `${DOSSIERS}?tinh=khanh-hoa#${id}`);
    await expect(page.locator(`[data-target][id="${id}"]`)).toBeFocused();
    const place = () => page.evaluate(() => Math.round(scrollY));
    await page.evaluate(() => scrollTo({ top: 700, behavior: "instant" }));
    await expect.poll(place).toBe(700);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    // As WebKit gives it back.
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await restore(page);
    await expect.poll(place).toBe(700);
    await expect(page.locator(`[data-target][id="${id}"]`)).toBeAttached();
  });

  test("so has a written one", async ({ page }) => {
    await visit(page, DOSSIERS);
    await box(page, "BR-VT").evaluate((box: HTMLInputElement) => (box.checked = false));
    await restore(page);
    await expect(box(page, "BR-VT")).toBeChecked();
    await box(page, "Bạc Liêu").uncheck();
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc`);
  });
});

test.describe("another day", () => {
  test.use({ isFixedDay: false });
  const field = (page: Page) => page.locator("input[name=ngay]");
  const notice = (page: Page) => page.locator("#app .t-new");
  const EVENING = "2031-02-03T23:58:00+07:00";
  const look = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));

  for (const { language, says, button, before, after, done } of [
    {
      language: "vi",
      says: "Trang này đang tính đến ngày 3/2/2031; hôm nay là 4/2/2031.",
      button: "Tính đến hôm nay",
      before: "3/2/2031",
      after: "4/2/2031",
      done: "Lời hứa",
    },
    {
      language: "en",
      says: "This page stands at February 3, 2031; today is February 4, 2031.",
      button: "Show it as of today",
      before: "February 3, 2031",
      after: "February 4, 2031",
      done: "Promises",
    },
  ] as const) {
    test(`is told of once, and one press has the page follow, in ${language}`, async ({ page }) => {
      await page.clock.setFixedTime(EVENING);
      await visit(page, addressOf(language, "loi-hua/"));
      await box(page, "BR-VT").uncheck();
      const url = page.url();
      await expect(lead(page)).toContainText(before);
      await expect(notice(page)).toHaveCount(0);
      const story = page.locator(".t-promises details").nth(1);
      await story.locator("summary").click();
      const id = await story.getAttribute("id");

      await page.clock.setFixedTime("2031-02-04T00:03:00+07:00");
      await look(page);
      await expect(notice(page).getByRole("paragraph")).toHaveText(says);
      await look(page);
      await expect(notice(page)).toHaveCount(1);
      // Nothing changes by itself.
      await expect(lead(page)).toContainText(before);
      await notice(page).getByRole("button", { name: button }).click();
      await expect(lead(page)).toContainText(after);
      await expect(lead(page)).not.toContainText(before);
      await expect(notice(page)).toHaveCount(0);
      await expect(page).toHaveURL(url);
      await expect(box(page, "BR-VT")).not.toBeChecked();
      await expect(page.locator(`details[id="${id}"]`)).toHaveAttribute("open", "");
      await expect(heading(page)).toBeFocused();
      await look(page);
      await expect(notice(page)).toHaveCount(0);
      await expect(menuLink(page, done)).toHaveAttribute("aria-current", "page");
    });
  }

  test("is told of at midnight to who looks at the page", async ({ page }) => {
    await page.clock.install({ time: EVENING });
    await visit(page, "./");
    await expect(notice(page)).toHaveCount(0);
    await page.clock.pauseAt("2031-02-03T23:59:30+07:00");
    await page.clock.runFor(60_000);
    await expect(notice(page)).toContainText("hôm nay là 4/2/2031");
  });

  test("is told of at a choice, also on a page that nobody had touched", async ({ page }) => {
    await page.clock.setFixedTime(EVENING);
    await visit(page, "tinh/br-vt/");
    await page.clock.setFixedTime("2031-02-11T09:00:00+07:00");
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false })));
    await look(page);
    await expect(notice(page)).toContainText("hôm nay là 11/2/2031");
    await visit(page, "loi-hua/");
    await page.clock.setFixedTime("2031-02-12T09:00:00+07:00");
    await page.getByLabel("Tình trạng").selectOption("met");
    await expect(notice(page)).toContainText("hôm nay là 12/2/2031");
  });

  test("is not spoken of where the page does not follow the day, or shows one that was chosen", async ({ page }) => {
    await page.clock.setFixedTime(EVENING);
    await visit(page, "loi-hua/?ngay=2024-12-31");
    await page.clock.setFixedTime("2031-02-04T00:03:00+07:00");
    await look(page);
    await expect(field(page)).toHaveAttribute("max", "2031-02-04");
    await expect(notice(page)).toHaveCount(0);
    await menuLink(page, "Xếp hạng").click();
    await expect(page).toHaveURL("xep-hang/");
    await page.clock.setFixedTime("2031-02-05T00:03:00+07:00");
    await look(page);
    await box(page, "BR-VT").uncheck();
    await expect(page).toHaveURL(/tinh=/);
    await expect(notice(page)).toHaveCount(0);
  });

  test("is the day of a page that a link leads to", async ({ page }) => {
    await page.clock.setFixedTime(EVENING);
    await visit(page, "xep-hang/");
    await page.clock.setFixedTime("2031-02-04T00:03:00+07:00");
    await menuLink(page, "Lời hứa").click();
    await expect(lead(page)).toContainText("4/2/2031");
    await expect(field(page)).toHaveValue("2031-02-04");
    await expect(notice(page)).toHaveCount(0);
  });

  for (const { where, before } of [
    { where: "on the page as it came", before: async () => {} },
    { where: "after a day of the past", before: (page: Page) => field(page).fill("2024-12-31") },
  ]) {
    test(`can be chosen: it is today, ${where}`, async ({ page }) => {
      await page.clock.setFixedTime(EVENING);
      await visit(page, "loi-hua/");
      await before(page);
      await page.clock.setFixedTime("2031-02-04T00:03:00+07:00");
      await field(page).fill("2031-02-04");
      await expect(lead(page)).toContainText("4/2/2031");
      await expect(field(page)).toHaveValue("2031-02-04");
      await expect(field(page)).toBeFocused();
      await expect(page).toHaveURL("loi-hua/");
      await expect(page.locator("#app .t-notice")).toHaveCount(0);
      await expect(notice(page)).toHaveCount(0);
    });
  }
});
