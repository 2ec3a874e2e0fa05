// Each kind of page opens in both languages, is what it is said to be, and the program starts in it.

import { PAGES, titleOf } from "../e2e/site";
import { expect, expectAlive, test } from "./fixtures";

for (const { name, language, address } of PAGES) {
  test(`opens: ${name}`, async ({ session, site }) => {
    await session.open(site.url + address.slice("./".length));
    await expectAlive(session);
    expect(await session.title()).toBe(titleOf(address));
    expect(await session.count(`html[lang=${language}]`)).toBe(1);
    expect(await session.countVisible("main h1")).toBe(1);
    expect(await session.text("main h1")).toMatch(/\S/);
    expect(await session.text("main h1 + p")).toMatch(/\S+ \S+/);
    expect(await session.text("#status")).toBe("");
  });
}

for (const { path, language, says } of [
  { path: "khong-co-trang-nay/", language: "vi", says: "Không có trang này" },
  { path: "en/no-such-page/", language: "en", says: "There is no such page" },
]) {
  test.describe(`an address that does not exist, in ${language}`, () => {
    test.use({ expectedProblems: [/404/] });
    test("says so", async ({ session, site }) => {
      await session.open(site.url + path);
      await expect.poll(() => session.text("main h1")).toBe(says);
      expect(await session.count(`html[lang=${language}]`)).toBe(1);
      expect(site.missingPaths).toEqual([path]);
      site.missingPaths = [];
    });
  });
}
