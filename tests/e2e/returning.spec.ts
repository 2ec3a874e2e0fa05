// Returning to a page after a while: the browser restores it from its back/forward cache, or a new day has begun
// while it was open.

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { box, heading, lead, menuLink } from "./page";
import { DOSSIERS, addressOf } from "./site";

test.describe("a page that is restored from the back/forward cache", () => {
  /** Tells the page that the browser has restored it from its back/forward cache. */
  const restore = (page: Page) =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));

  test("sets its controls to the selection in its address", async ({ page }) => {
    await visit(page, "loi-hua/");
    await box(page, "BR-VT").uncheck();
    await page.getByLabel("Tình trạng").selectOption("met");
    await expect(page).toHaveURL(/\?tinh=khanh-hoa,binh-phuoc,bac-lieu&trang-thai=met$/);
    const sentence = await lead(page).innerText();
    // WebKit restores controls in a state like this.
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
    await expect(lead(page)).toHaveText(sentence);
    await expect(page).toHaveURL(/\?tinh=khanh-hoa,binh-phuoc,bac-lieu&trang-thai=met$/);
    await box(page, "BR-VT").check();
    await expect(page).toHaveURL("loi-hua/?trang-thai=met");
  });

  test("keeps its scroll position and the highlight of the card in its address", async ({ page }) => {
    const id = "khanh-hoa/online-dossiers/result/2020";
    await visit(page, `${DOSSIERS}?tinh=khanh-hoa#${id}`);
    await expect(page.locator(`[data-target][id="${id}"]`)).toBeFocused();
    const scrollPosition = () => page.evaluate(() => Math.round(scrollY));
    await page.evaluate(() => scrollTo({ top: 700, behavior: "instant" }));
    await expect.poll(scrollPosition).toBe(700);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    // WebKit restores the page scrolled to its top.
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await restore(page);
    await expect.poll(scrollPosition).toBe(700);
    await expect(page.locator(`[data-target][id="${id}"]`)).toBeAttached();
  });

  test("sets its controls also while it is still the written page", async ({ page }) => {
    await visit(page, DOSSIERS);
    await box(page, "BR-VT").evaluate((box: HTMLInputElement) => (box.checked = false));
    await restore(page);
    await expect(box(page, "BR-VT")).toBeChecked();
    await box(page, "Bạc Liêu").uncheck();
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc`);
  });
});

test.describe("a new day", () => {
  test.use({ isFixedDay: false });
  const field = (page: Page) => page.locator("input[name=ngay]");
  const notice = (page: Page) => page.locator("#app .t-new");
  const EVENING = "2031-02-03T23:58:00+07:00";
  /** Tells the page that the reader looks at it again. */
  const returnToPage = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));

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
    test(`is announced once, and its button updates the page, in ${language}`, async ({ page }) => {
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
      await returnToPage(page);
      await expect(notice(page).getByRole("paragraph")).toHaveText(says);
      await returnToPage(page);
      await expect(notice(page)).toHaveCount(1);
      // The page does not change until the reader presses the button.
      await expect(lead(page)).toContainText(before);
      await notice(page).getByRole("button", { name: button }).click();
      await expect(lead(page)).toContainText(after);
      await expect(lead(page)).not.toContainText(before);
      await expect(notice(page)).toHaveCount(0);
      await expect(page).toHaveURL(url);
      await expect(box(page, "BR-VT")).not.toBeChecked();
      await expect(page.locator(`details[id="${id}"]`)).toHaveAttribute("open", "");
      await expect(heading(page)).toBeFocused();
      await returnToPage(page);
      await expect(notice(page)).toHaveCount(0);
      await expect(menuLink(page, done)).toHaveAttribute("aria-current", "page");
    });
  }

  test("is announced at midnight while the page is visible", async ({ page }) => {
    await page.clock.install({ time: EVENING });
    await visit(page, "./");
    await expect(notice(page)).toHaveCount(0);
    await page.clock.pauseAt("2031-02-03T23:59:30+07:00");
    await page.clock.runFor(60_000);
    await expect(notice(page)).toContainText("hôm nay là 4/2/2031");
  });

  test("is announced on an untouched page when the reader returns, and at a choice", async ({ page }) => {
    await page.clock.setFixedTime(EVENING);
    await visit(page, "tinh/br-vt/");
    await page.clock.setFixedTime("2031-02-11T09:00:00+07:00");
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false })));
    await returnToPage(page);
    await expect(notice(page)).toContainText("hôm nay là 11/2/2031");
    await visit(page, "loi-hua/");
    await page.clock.setFixedTime("2031-02-12T09:00:00+07:00");
    await page.getByLabel("Tình trạng").selectOption("met");
    await expect(notice(page)).toContainText("hôm nay là 12/2/2031");
  });

  test("is not announced on a page without a day, or with a day that the reader has chosen", async ({ page }) => {
    await page.clock.setFixedTime(EVENING);
    await visit(page, "loi-hua/?ngay=2024-12-31");
    await page.clock.setFixedTime("2031-02-04T00:03:00+07:00");
    await returnToPage(page);
    await expect(field(page)).toHaveAttribute("max", "2031-02-04");
    await expect(notice(page)).toHaveCount(0);
    await menuLink(page, "Xếp hạng").click();
    await expect(page).toHaveURL("xep-hang/");
    await page.clock.setFixedTime("2031-02-05T00:03:00+07:00");
    await returnToPage(page);
    await box(page, "BR-VT").uncheck();
    await expect(page).toHaveURL(/tinh=/);
    await expect(notice(page)).toHaveCount(0);
  });

  test("is the day of a page that is opened by a link", async ({ page }) => {
    await page.clock.setFixedTime(EVENING);
    await visit(page, "xep-hang/");
    await page.clock.setFixedTime("2031-02-04T00:03:00+07:00");
    await menuLink(page, "Lời hứa").click();
    await expect(lead(page)).toContainText("4/2/2031");
    await expect(field(page)).toHaveValue("2031-02-04");
    await expect(notice(page)).toHaveCount(0);
  });

  for (const { where, before } of [
    { where: "on the page as it was opened", before: async () => {} },
    { where: "after a day in the past", before: (page: Page) => field(page).fill("2024-12-31") },
  ]) {
    test(`can be chosen as the day and then counts as today, ${where}`, async ({ page }) => {
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
