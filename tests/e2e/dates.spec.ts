// A date is typed part by part (month, day, year), and until it is complete the field holds no date, or another
// one. So a typed date is only applied when the reader confirms it or leaves the field, and only once.

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";

// The browser's language decides which part of a date comes first: in American English it is the month.
test.use({ locale: "en-US" });

const field = (page: Page) => page.getByLabel("Tính đến ngày");
const lead = (page: Page) => page.locator("main .t-lead");
const nHistoryEntries = (page: Page) => page.evaluate(() => history.length);

/** The states of the page in which a date is typed: how to reach them, and what else the query contains then. */
const PAGE_STATES = [
  { where: "the written page", otherQuery: "", prepare: async () => {} },
  {
    where: "the page after another choice",
    otherQuery: "&trang-thai=overdue-unreported",
    prepare: async (page: Page) => {
      await page.getByLabel("Tình trạng").selectOption("overdue-unreported");
      await expect(page).toHaveURL("loi-hua/?trang-thai=overdue-unreported");
    },
  },
] as const;

/** The ways in which a reader can finish typing a date. */
const WAYS_TO_FINISH = [
  { how: "confirmed by Enter", finish: (page: Page) => page.keyboard.press("Enter") },
  { how: "left by a click elsewhere", finish: (page: Page) => page.getByRole("heading", { level: 1 }).click() },
  {
    how: "left by the keyboard",
    finish: async (page: Page) => {
      // Tab first goes through the parts of the date, then to the button that opens the calendar.
      for (let n = 0; n < 5 && (await field(page).evaluate((field) => field === document.activeElement)); n += 1) {
        await page.keyboard.press("Tab");
      }
      await expect(field(page)).not.toBeFocused();
    },
  },
] as const;

/** Opens the page, brings it into the tested state and focuses the month. Returns what the page shows then. */
async function openAndFocusDate(page: Page, prepare: (page: Page) => Promise<void>) {
  await visit(page, "loi-hua/");
  await prepare(page);
  await field(page).focus();
  return { url: page.url(), nEntries: await nHistoryEntries(page), day: await field(page).inputValue(), lead: await lead(page).innerText() };
}

/** Checks that nothing but the field itself has changed. */
async function expectUnchanged(page: Page, initial: Awaited<ReturnType<typeof openAndFocusDate>>): Promise<void> {
  expect(page.url()).toBe(initial.url);
  expect(await nHistoryEntries(page)).toBe(initial.nEntries);
  expect(await lead(page).innerText()).toBe(initial.lead);
}

for (const { where, otherQuery, prepare } of PAGE_STATES) {
  test.describe(`on ${where}`, () => {
    for (const { how, finish } of WAYS_TO_FINISH) {
      test(`a typed date is applied when it is ${how}`, async ({ page }) => {
        const initial = await openAndFocusDate(page, prepare);
        for (const digit of "12312024") {
          await page.keyboard.press(digit);
          await expectUnchanged(page, initial);
        }
        await expect(field(page)).toHaveValue("2024-12-31");
        await expect(field(page)).toBeFocused();
        await finish(page);
        await expect(page).toHaveURL(`loi-hua/?ngay=2024-12-31${otherQuery}`);
        await expect(lead(page)).toContainText("31/12/2024");
        await expect(field(page)).toHaveValue("2024-12-31");
        expect(await nHistoryEntries(page)).toBe(initial.nEntries);
        await page.getByRole("heading", { level: 1 }).click();
        await expect(field(page)).not.toBeFocused();
        await expect(page).toHaveURL(`loi-hua/?ngay=2024-12-31${otherQuery}`);
        // Choosing the first day again shows the page as it was at the start.
        await field(page).fill(initial.day);
        await expect(page).toHaveURL(initial.url);
        await expect(field(page)).toHaveValue(initial.day);
        await expect(lead(page)).toHaveText(initial.lead);
        expect(await nHistoryEntries(page)).toBe(initial.nEntries);
      });
    }

    test("a second date is applied like the first", async ({ page }) => {
      const initial = await openAndFocusDate(page, prepare);
      await page.keyboard.type("12312024");
      await page.keyboard.press("Enter");
      await expect(lead(page)).toContainText("31/12/2024");
      await expect(field(page)).toBeFocused();
      // The focus is on the year. This moves it back to the month.
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.type("01152024");
      await expect(lead(page)).toContainText("31/12/2024");
      await page.keyboard.press("Enter");
      await expect(lead(page)).toContainText("15/1/2024");
      expect(await nHistoryEntries(page)).toBe(initial.nEntries);
    });

    for (const { what, keys, shows } of [
      { what: "that does not exist", keys: ["0", "2", "3", "0"], shows: "" },
      { what: "of which a part was deleted", keys: ["Backspace"], shows: "" },
      { what: "with half of a year", keys: [..."123120"], shows: "0020-12-31" },
      { what: "that was typed and given up with Escape", keys: [..."12312024", "Escape"], shows: null },
    ]) {
      test(`a date ${what} changes nothing, and the field shows the previous date again`, async ({ page }) => {
        for (const { how, finish } of WAYS_TO_FINISH) {
          await test.step(how, async () => {
            const initial = await openAndFocusDate(page, prepare);
            for (const key of keys) await page.keyboard.press(key);
            await expectUnchanged(page, initial);
            if (shows !== null) expect(await field(page).inputValue()).toBe(shows);
            await finish(page);
            await page.getByRole("heading", { level: 1 }).click();
            await expectUnchanged(page, initial);
            await expect(field(page)).toHaveValue(initial.day);
          });
        }
      });
    }

    test("Enter on an unchanged date changes nothing", async ({ page }) => {
      const initial = await openAndFocusDate(page, prepare);
      const requested: string[] = [];
      page.on("request", (request) => requested.push(request.url()));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1 }).click();
      await expectUnchanged(page, initial);
      expect(requested).toEqual([]);
    });

    test("Tab moves the focus from a typed date to the next link", async ({ page }) => {
      const isNextLinkFocused = () => page.evaluate(() => document.activeElement?.matches("main figcaption a"));
      await openAndFocusDate(page, prepare);
      await WAYS_TO_FINISH[2].finish(page);
      expect(await isNextLinkFocused()).toBe(true);
      await openAndFocusDate(page, prepare);
      await page.keyboard.type("12312024");
      await WAYS_TO_FINISH[2].finish(page);
      await expect(lead(page)).toContainText("31/12/2024");
      expect(await isNextLinkFocused()).toBe(true);
    });

    test("a click on a province applies the typed date and the choice of the province", async ({ page }) => {
      await openAndFocusDate(page, prepare);
      await page.keyboard.type("12312024");
      await page.getByRole("checkbox", { name: "BR-VT" }).click();
      await expect(lead(page)).toContainText("31/12/2024");
      await expect(page.getByRole("checkbox", { name: "BR-VT" })).not.toBeChecked();
      await expect(page).toHaveURL(`loi-hua/?tinh=khanh-hoa,binh-phuoc,bac-lieu&ngay=2024-12-31${otherQuery}`);
    });

    test("a click on a link applies the typed date and follows the link", async ({ page }) => {
      await openAndFocusDate(page, prepare);
      await page.keyboard.type("12312024");
      await page.getByRole("navigation").getByRole("link", { name: "Xếp hạng" }).click();
      await expect(page).toHaveURL("xep-hang/");
      await page.goBack();
      await expect(page).toHaveURL(`loi-hua/?ngay=2024-12-31${otherQuery}`);
    });

    test("a date that is set as a whole, as from the browser's calendar, is applied at once", async ({ page }) => {
      const initial = await openAndFocusDate(page, prepare);
      await field(page).fill("2024-12-31");
      await expect(lead(page)).toContainText("31/12/2024");
      expect(await nHistoryEntries(page)).toBe(initial.nEntries);
    });

    test("a date that is cleared, as by the browser's calendar, is today", async ({ page }) => {
      const initial = await openAndFocusDate(page, prepare);
      const today = await field(page).inputValue();
      await field(page).fill("2024-12-31");
      await expect(lead(page)).toContainText("31/12/2024");
      // The second time it is today already.
      for (const clearing of ["another day", "today"]) {
        await field(page).fill("");
        await expect(field(page), clearing).toHaveValue(today);
        await expect(page).toHaveURL(`loi-hua/${otherQuery.replace("&", "?")}`);
        await expect(page.locator(".t-controls__refusal")).toBeEmpty();
      }
      expect(await nHistoryEntries(page)).toBe(initial.nEntries);
    });
  });
}
