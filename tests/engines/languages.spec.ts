// The link to the other language leads to the same page with the same choices.

import { DOSSIERS, titleOf } from "../e2e/site";
import { expect, expectAddress, expectAlive, expectText, holdProgram, test, tickedProvinces, visit } from "./fixtures";

test("choices are kept from one language to the other and back", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await session.click("input[name=tinh][value=br-vt]");
  await session.choose("select[name=loai]", "result");
  const query = "?tinh=khanh-hoa,binh-phuoc,bac-lieu&loai=result";
  await expectAddress(session, site, DOSSIERS + query);
  const inVietnamese = await session.text("main .t-lead");

  await session.click(".t-header__lang");
  await expectAddress(session, site, `en/${DOSSIERS}${query}`);
  await expect.poll(() => session.count("html[lang=en]")).toBe(1);
  await expectText(session, "main .t-lead", "The 8 figures of Khánh Hòa");
  expect(await session.title()).toBe(titleOf(`en/${DOSSIERS}`));
  expect(await tickedProvinces(session)).toEqual(["khanh-hoa", "binh-phuoc", "bac-lieu"]);
  expect(await session.evaluate(() => document.querySelector<HTMLSelectElement>("select[name=loai]")?.value)).toBe("result");

  await session.click(".t-header__lang");
  await expectAddress(session, site, DOSSIERS + query);
  await expect.poll(() => session.count("html[lang=vi]")).toBe(1);
  await expect.poll(() => session.text("main .t-lead")).toBe(inVietnamese);
});

test("a narrowed link leads to the other language before the program has come", async ({ session, site }) => {
  const release = holdProgram(site);
  await session.open(`${site.url}${DOSSIERS}?tinh=khanh-hoa`);
  expect(await session.count("html[lang=vi]")).toBe(1);
  await session.click(".t-header__lang");
  await expect.poll(() => session.count("html[lang=en]")).toBe(1);
  release();
  await expectAlive(session);
  expect(await session.text("main h1")).toMatch(/\S/);
});
