// The search finds topics and provinces, with and without accents, however the keyboard puts them together.

import { expect, expectAddress, expectText, holdProgram, test, visit } from "./fixtures";

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
