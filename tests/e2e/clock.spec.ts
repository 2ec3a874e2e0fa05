// The pages say what has become of promises by today. A device whose clock is wrong by years does not know what day
// it is: the page says so, and stands at the day on which it was written.

import type { Page } from "@playwright/test";

import { expect, expectAlive, test, visit } from "./fixtures";
import { heading, lead } from "./page";
import { addressOf, writtenPage } from "./site";

test.use({ isFixedDay: false });

const WRITTEN = /data-day="([^"]+)"/.exec(writtenPage("loi-hua/"))?.[1] ?? "";

const setClock = (page: Page, day: string) => page.clock.setFixedTime(`${day}T12:00:00+07:00`);
const notice = (page: Page) => page.locator(".t-notice");

/** The day that is so many days after the page was written. */
const daysLater = (days: number) => new Date(Date.parse(WRITTEN) + days * 24 * 3600e3).toISOString().slice(0, 10);

/** A day as Vietnamese pages print it. */
const printed = (day: string) => day.split("-").reverse().map(Number).join("/");

for (const { clock, says } of [
  { clock: "1970-01-01", says: "sớm hơn ngày làm ra trang, nên chắc chắn sai" },
  { clock: "2019-03-05", says: "sớm hơn ngày làm ra trang, nên chắc chắn sai" },
  { clock: "2099-12-31", says: "muộn hơn ngày làm ra trang quá 5 năm, nên có lẽ sai" },
]) {
  for (const path of ["./", "loi-hua/", "tinh/br-vt/"]) {
    test(`a clock that says ${clock} is not believed: ${path}`, async ({ page }) => {
      await setClock(page, clock);
      await visit(page, path);
      await expect(notice(page)).toHaveText(new RegExp(`ngày ${printed(clock)}, ${says}.*${printed(WRITTEN)}`));
      await expect(page.locator(".t-new--day")).toHaveCount(0);
    });
  }

  test(`promises are assessed by the day of the page when the clock says ${clock}`, async ({ page }) => {
    await setClock(page, clock);
    await visit(page, "loi-hua/");
    await expect(notice(page)).toBeVisible();
    await expect(lead(page)).toContainText(printed(WRITTEN));
    await expect(page.getByLabel("Tính đến ngày")).toHaveValue(WRITTEN);
    // A day that the reader selects has nothing to do with the clock.
    await page.getByLabel("Tính đến ngày").fill("2024-12-31");
    await expect(lead(page)).toContainText("31/12/2024");
    await expect(notice(page)).toHaveCount(0);
  });
}

test("the English page says so in English", async ({ page }) => {
  await setClock(page, "2019-03-05");
  await visit(page, addressOf("en", "loi-hua/"));
  await expect(notice(page)).toContainText("The clock of this device says March 5, 2019, which is before this page was made");
});

test("a page that does not depend on the day says nothing", async ({ page }) => {
  await setClock(page, "2099-12-31");
  await visit(page, "so-sanh/online-dossiers/");
  await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
  await expect(page).toHaveURL(/\?tinh=/);
  await expect(heading(page)).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test("a clock that can be right is believed", async ({ page }) => {
  await setClock(page, daysLater(700));
  await visit(page, "loi-hua/");
  await expect(lead(page)).toContainText(printed(daysLater(700)));
  await expect(notice(page)).toHaveCount(0);
});

test("a clock in another time zone is no wrong clock", async ({ page }) => {
  await setClock(page, daysLater(-1));
  await visit(page, "loi-hua/");
  await expect(lead(page)).toContainText(printed(WRITTEN));
  await expect(notice(page)).toHaveCount(0);
});

test("the notice goes when the clock is set right", async ({ page }) => {
  await setClock(page, "1970-01-01");
  await visit(page, "loi-hua/");
  await expect(notice(page)).toBeVisible();
  await setClock(page, WRITTEN);
  await page.evaluate(() => dispatchEvent(new Event("visibilitychange")));
  await expect(notice(page)).toHaveCount(0);
  await expectAlive(page);
});
