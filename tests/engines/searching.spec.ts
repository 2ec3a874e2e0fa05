// The search finds topics and provinces, with and without accents, however the keyboard puts them together.

import { Key } from "selenium-webdriver";

import { expect, expectAddress, expectAlive, expectFocus, expectText, holdProgram, test, visit } from "./fixtures";
import { tabTo } from "./keys";
import type { Session } from "./session";

const SEARCHES = [
  {
    path: "so-sanh/",
    words: ["ho so", "hồ sơ", "hồ sơ".normalize("NFD"), "HỒ SƠ"],
    finds: "Hồ sơ hành chính giải quyết trực tuyến",
  },
  {
    path: "tinh/",
    words: ["binh phuoc", "bình phước", "Bình Phước".normalize("NFD"), "BINH PHUOC"],
    finds: "Bình Phước: từ 1/7/2025 thuộc Đồng Nai",
  },
  {
    path: "en/tinh/",
    words: ["vung tau", "vũng tàu"],
    finds: "Bà Rịa – Vũng Tàu: part of Ho Chi Minh City since July 1, 2025",
  },
];

for (const { path, words, finds } of SEARCHES) {
  test(`finds the same words with or without accents: ${path}`, async ({ session, site }) => {
    await visit(session, site.url + path);
    for (const each of words) {
      await session.type("#search", "xyzzy");
      await expectAddress(session, site, `${path}?tim=xyzzy`);
      await expect.poll(() => session.countVisible("#found li a")).toBe(0);
      await session.type("#search", each);
      await expectText(session, "#found", finds);
    }
  });
}

test("keeps what was typed before the program came", async ({ session, site }) => {
  const release = holdProgram(site);
  await session.open(`${site.url}tinh/`);
  await session.type("#search", "phan rang");
  release();
  await expectText(session, "#found", "Ninh Thuận (Phan Rang): từ 1/7/2025 thuộc Khánh Hòa");
  expect(await session.evaluate(() => document.querySelector<HTMLInputElement>("#search")?.value)).toBe("phan rang");
});

/** What is in the search field, with a bar where the next letter goes. */
const typed = (session: Session) =>
  session.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#search");
    const at = field?.selectionStart ?? -1;
    return `${field?.value.slice(0, at)}|${field?.value.slice(field.selectionEnd ?? at)}`;
  });

test("no letter is lost while the program comes and starts", async ({ session, site }) => {
  const words = "phan rang thap cham ninh thuan binh phuoc";
  const release = holdProgram(site);
  await session.open(`${site.url}tinh/`);
  await tabTo(session, "#search");
  for (const [place, letter] of [...words].entries()) {
    if (place === 5) release();
    await session.press(letter);
    expect(await typed(session)).toBe(`${words.slice(0, place + 1)}|`);
  }
  await expectAlive(session);
  await expectFocus(session, "#search");
  await expectAddress(session, site, `tinh/?tim=${words.replaceAll(" ", "%20")}`);
  expect(await typed(session)).toBe(`${words}|`);
});

test("the next letter goes where the reader has put it, whatever is found", async ({ session, site }) => {
  await visit(session, `${site.url}so-sanh/`);
  await tabTo(session, "#search");
  await session.press("o so truc tuyen");
  await expectAddress(session, site, "so-sanh/?tim=o%20so%20truc%20tuyen");
  await session.press(Key.HOME);
  await session.press("h");
  await expectAddress(session, site, "so-sanh/?tim=ho%20so%20truc%20tuyen");
  expect(await typed(session)).toBe("h|o so truc tuyen");
  await session.press(Key.ARROW_RIGHT);
  await session.press(" ");
  await session.press(Key.BACK_SPACE);
  await expectAddress(session, site, "so-sanh/?tim=ho%20so%20truc%20tuyen");
  expect(await typed(session)).toBe("ho| so truc tuyen");
  await expectFocus(session, "#search");
});
