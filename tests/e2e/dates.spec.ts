// A date is typed field by field, and what stands there meanwhile is none, or another: it counts when it
// is confirmed or left, once.

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";

// Which part of a date comes first is the browser's to say: in American English the month.
test.use({ locale: "en-US" });

const field = (page: Page) => page.getByLabel("Tính đến ngày");
const lead = (page: Page) => page.locator("main .t-lead");
const nEntries = (page: Page) => page.evaluate(() => history.length);

/** The two pages a date is typed in, what comes before it, and what the address has beside it then. */
const STANDS = [
  { where: "the written page", beside: "", before: async () => {} },
  {
    where: "the page after another choice",
    beside: "&trang-thai=overdue-unreported",
    before: async (page: Page) => {
      await page.getByLabel("Tình trạng").selectOption("overdue-unreported");
      await expect(page).toHaveURL("loi-hua/?trang-thai=overdue-unreported");
    },
  },
] as const;

/** How a reader is done with a date. */
const ENDS = [
  { how: "confirmed by Enter", end: (page: Page) => page.keyboard.press("Enter") },
  { how: "left by a click elsewhere", end: (page: Page) => page.getByRole("heading", { level: 1 }).click() },
  {
    how: "left by the keyboard",
    end: async (page: Page) => {
      // The parts of the date come first, then its calendar.
      for (let n = 0; n < 5 && (await field(page).evaluate((own) => own === document.activeElement)); n += 1) {
        await page.keyboard.press("Tab");
      }
      await expect(field(page)).not.toBeFocused();
    },
  },
] as const;

/** Opens the page and does what comes before; the focus is on the month then. */
async function begin(page: Page, before: (page: Page) => Promise<void>) {
  await visit(page, "loi-hua/");
  await before(page);
  await field(page).focus();
  return { url: page.url(), n: await nEntries(page), day: await field(page).inputValue(), lead: await lead(page).innerText() };
}

/** That nothing but the field itself has changed. */
async function expectUnchanged(page: Page, was: Awaited<ReturnType<typeof begin>>): Promise<void> {
  expect(page.url()).toBe(was.url);
  expect(await nEntries(page)).toBe(was.n);
  expect(await lead(page).innerText()).toBe(was.lead);
}

for (const { where, beside, before } of STANDS) {
  test.describe(`on ${where}`, () => {
    for (const { how, end } of ENDS) {
      test(`a date that is typed counts when it is ${how}`, async ({ page }) => {
        const was = await begin(page, before);
        for (const digit of "12312024") {
          await page.keyboard.press(digit);
          await expectUnchanged(page, was);
        }
        await expect(field(page)).toHaveValue("2024-12-31");
        await expect(field(page)).toBeFocused();
        await end(page);
        await expect(page).toHaveURL(`loi-hua/?ngay=2024-12-31${beside}`);
        await expect(lead(page)).toContainText("31/12/2024");
        await expect(field(page)).toHaveValue("2024-12-31");
        expect(await nEntries(page)).toBe(was.n);
        await page.getByRole("heading", { level: 1 }).click();
        await expect(field(page)).not.toBeFocused();
        await expect(page).toHaveURL(`loi-hua/?ngay=2024-12-31${beside}`);
        // Today again is the page as it was.
        await field(page).fill(was.day);
        await expect(page).toHaveURL(was.url);
        await expect(field(page)).toHaveValue(was.day);
        await expect(lead(page)).toHaveText(was.lead);
        expect(await nEntries(page)).toBe(was.n);
      });
    }

    test("a second date counts as the first did", async ({ page }) => {
      const was = await begin(page, before);
      await page.keyboard.type("12312024");
      await page.keyboard.press("Enter");
      await expect(lead(page)).toContainText("31/12/2024");
      await expect(field(page)).toBeFocused();
      // From the year, where the focus is, back to the month.
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.type("01152024");
      await expect(lead(page)).toContainText("31/12/2024");
      await page.keyboard.press("Enter");
      await expect(lead(page)).toContainText("15/1/2024");
      expect(await nEntries(page)).toBe(was.n);
    });

    for (const { what, keys, shows } of [
      { what: "that there is not", keys: ["0", "2", "3", "0"], shows: "" },
      { what: "of which a part was taken away", keys: ["Backspace"], shows: "" },
      { what: "with half a year", keys: [..."123120"], shows: "0020-12-31" },
      { what: "that was typed and given up by Escape", keys: [..."12312024", "Escape"], shows: null },
    ]) {
      test(`a date ${what} changes nothing, and the one before is shown in its place`, async ({ page }) => {
        for (const { how, end } of ENDS) {
          await test.step(how, async () => {
            const was = await begin(page, before);
            for (const key of keys) await page.keyboard.press(key);
            await expectUnchanged(page, was);
            if (shows !== null) expect(await field(page).inputValue()).toBe(shows);
            await end(page);
            await page.getByRole("heading", { level: 1 }).click();
            await expectUnchanged(page, was);
            await expect(field(page)).toHaveValue(was.day);
          });
        }
      });
    }

    test("Enter on a date that is as it was changes nothing", async ({ page }) => {
      const was = await begin(page, before);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1 }).click();
      await expectUnchanged(page, was);
      expect(asked).toEqual([]);
    });

    test("the focus goes on to what follows a date that was typed", async ({ page }) => {
      const isOn = () => page.evaluate(() => document.activeElement?.matches(".t-states li:first-child a"));
      await begin(page, before);
      await ENDS[2].end(page);
      expect(await isOn()).toBe(true);
      await begin(page, before);
      await page.keyboard.type("12312024");
      await ENDS[2].end(page);
      await expect(lead(page)).toContainText("31/12/2024");
      expect(await isOn()).toBe(true);
    });

    test("what a reader leaves a date for counts, too: a province", async ({ page }) => {
      await begin(page, before);
      await page.keyboard.type("12312024");
      await page.getByRole("checkbox", { name: "BR-VT" }).click();
      await expect(lead(page)).toContainText("31/12/2024");
      await expect(page.getByRole("checkbox", { name: "BR-VT" })).not.toBeChecked();
      await expect(page).toHaveURL(`loi-hua/?tinh=khanh-hoa,binh-phuoc,bac-lieu&ngay=2024-12-31${beside}`);
    });

    test("what a reader leaves a date for counts, too: a link", async ({ page }) => {
      await begin(page, before);
      await page.keyboard.type("12312024");
      await page.getByRole("navigation").getByRole("link", { name: "Xếp hạng" }).click();
      await expect(page).toHaveURL("xep-hang/");
      await page.goBack();
      await expect(page).toHaveURL(`loi-hua/?ngay=2024-12-31${beside}`);
    });

    test("a date set at once, as from the browser's calendar, counts at once", async ({ page }) => {
      const was = await begin(page, before);
      await field(page).fill("2024-12-31");
      await expect(lead(page)).toContainText("31/12/2024");
      expect(await nEntries(page)).toBe(was.n);
    });
  });
}
