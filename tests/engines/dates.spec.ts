// The day for which promises are assessed is typed into a date field of the browser, key by key. Until the reader has
// finished, the field holds another date or none, and nothing of it may be taken.
//
// The browsers of the tests speak English, so the month comes first. A slash ends a part in each of them; only
// WebKit's does not go on to the next part by itself.

import { Key } from "selenium-webdriver";

import type { Releases } from "../e2e/releases";
import { LANGUAGES } from "../e2e/site";
import { expect, expectAddress, expectFocus, expectText, test, visit } from "./fixtures";
import { lookFor, tabTo } from "./keys";
import type { Session } from "./session";

const WORDS = {
  vi: { prefix: "", day: "31/12/2024", noSuchDay: "không có ngày như vừa nhập" },
  en: { prefix: "en/", day: "December 31, 2024", noSuchDay: "There is no such day" },
};

const value = (session: Session) =>
  session.evaluate(() => document.querySelector<HTMLInputElement>("#day")?.value ?? "");

/** What the page shows: its address, how many entries the history has, and the sentence. */
const shown = async (session: Session) => ({
  address: await session.address(),
  nEntries: await session.evaluate(() => history.length),
  lead: await session.text("main .t-lead"),
});

/** Goes to the date field by keys. Returns what the field and the page show. */
async function goToDate(session: Session, site: Releases, prefix: string) {
  await visit(session, `${site.url}${prefix}loi-hua/`);
  await tabTo(session, "#state");
  await tabTo(session, "#day");
  return { day: await value(session), page: await shown(session) };
}

/** Presses one key after the other, none of which may change the page. */
async function typeWithoutEffect(session: Session, keys: string[], page: Awaited<ReturnType<typeof shown>>) {
  for (const key of keys) {
    await session.press(key);
    expect(await shown(session), `after ${key}`).toEqual(page);
  }
}

/** Leaves the field by Tab, which first goes through the parts of the date. */
async function leave(session: Session): Promise<void> {
  for (let presses = 0; presses < 6 && (await session.hasFocus("#day")); presses += 1) await session.press(Key.TAB);
  expect(await session.hasFocus("#day")).toBe(false);
}

for (const language of LANGUAGES) {
  const { prefix, day, noSuchDay } = WORDS[language];

  test(`a date is taken when Enter is pressed, in ${language}`, async ({ session, site }) => {
    const before = await goToDate(session, site, prefix);
    await typeWithoutEffect(session, [..."12/31/2024"], before.page);
    expect(await value(session)).toBe("2024-12-31");
    await session.press(Key.ENTER);
    await expectAddress(session, site, `${prefix}loi-hua/?ngay=2024-12-31`);
    await expectText(session, "main .t-lead", day);
    await expectFocus(session, "#day");
    expect((await shown(session)).nEntries).toBe(before.page.nEntries);
  });

  test(`a year alone is taken when the field is left, in ${language}`, async ({ session, site }) => {
    const before = await goToDate(session, site, prefix);
    await typeWithoutEffect(session, [Key.ARROW_RIGHT, Key.ARROW_RIGHT, ..."2024"], before.page);
    await leave(session);
    const typed = before.day.replace(/^\d+/, "2024");
    await expectAddress(session, site, `${prefix}loi-hua/?ngay=${typed}`);
    expect(await value(session)).toBe(typed);
    expect((await shown(session)).nEntries).toBe(before.page.nEntries);
  });

  test(`a date is given up with Escape, in ${language}`, async ({ session, site }) => {
    const before = await goToDate(session, site, prefix);
    await typeWithoutEffect(session, [..."12/31/2024", Key.ESCAPE], before.page);
    expect(await value(session)).toBe(before.day);
    await leave(session);
    expect(await shown(session)).toEqual(before.page);
    expect(await session.text(".t-controls__refusal")).toBe("");
  });

  for (const { what, keys } of [
    { what: "that does not exist", keys: [..."2/30/2024"] },
    { what: "of which a part is missing", keys: [Key.BACK_SPACE] },
    { what: "that is still to come", keys: [..."12/31/2099"] },
    { what: "with half of a year", keys: [..."12/31/20", Key.ARROW_LEFT] },
  ]) {
    for (const { how, finish } of [
      { how: "Enter", finish: (session: Session) => session.press(Key.ENTER) },
      { how: "leaving the field", finish: leave },
    ]) {
      test(`a date ${what} changes nothing, and the page says why, after ${how}, in ${language}`, async ({ session, site }) => {
        const before = await goToDate(session, site, prefix);
        await typeWithoutEffect(session, keys, before.page);
        await finish(session);
        await expectText(session, ".t-controls__refusal", noSuchDay);
        expect(await value(session)).toBe(before.day);
        expect(await shown(session)).toEqual(before.page);
      });
    }
  }
}

test("a date of digits alone shows on the page what it shows in the field", async ({ session, site }) => {
  const before = await goToDate(session, site, "");
  await typeWithoutEffect(session, [..."12312024"], before.page);
  const typed = await value(session);
  await session.press(Key.ENTER);
  if (session.engine === "webkit") {
    // All digits went into the month; the day that this has made may be one to come.
    await expect.poll(async () => [before.day, typed].includes(await value(session))).toBe(true);
  } else {
    expect(typed).toBe("2024-12-31");
  }
  const shownDay = await value(session);
  await expectAddress(session, site, shownDay === before.day ? "loi-hua/" : `loi-hua/?ngay=${shownDay}`);
});

test("a second date is taken like the first, also after another choice", async ({ session, site }) => {
  const before = await goToDate(session, site, "");
  await session.press("2/30/2024");
  await session.press(Key.ENTER);
  await expectText(session, ".t-controls__refusal", WORDS.vi.noSuchDay);
  await tabTo(session, "main a");
  await session.pressWithShift(Key.TAB);
  for (let presses = 0; presses < 8 && !(await session.hasFocus("#state")); presses += 1) {
    await session.pressWithShift(Key.TAB);
  }
  await lookFor(session, "Đạt, s", "met-shown-late");
  await session.press(Key.ENTER);
  await expectAddress(session, site, "loi-hua/?trang-thai=met-shown-late");
  expect(await session.text(".t-controls__refusal")).toBe("");
  await tabTo(session, "#day");
  await session.press("12/31/2024");
  await session.press(Key.ENTER);
  await expectAddress(session, site, "loi-hua/?ngay=2024-12-31&trang-thai=met-shown-late");
  expect((await shown(session)).nEntries).toBe(before.page.nEntries);
});
