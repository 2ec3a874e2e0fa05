// A reader's choices change the sentence, the figure and the table, and the address follows.

import { DOSSIERS, LANGUAGES, PROVINCES } from "../e2e/site";
import { expect, expectAddress, expectText, holdProgram, test, tickedProvinces, visit } from "./fixtures";
import type { Session } from "./session";

/** What of the page tells of each province: how many marks and rows name it, and whether the sentence does. */
const tellsOf = (session: Session, name: string) =>
  session.evaluate((name) => {
    const naming = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.textContent.includes(name)).length;
    return { marks: naming("figure svg a"), rows: naming(".t-below tbody th"), sentence: naming("main .t-lead") };
  }, name);

/** The lines of the page. Engines differ in whether an empty paragraph is one, and readers see none. */
const visibleLines = async (session: Session) => (await session.text("main")).split("\n").filter((line) => line.trim());

for (const language of LANGUAGES) {
  const path = `${language === "en" ? "en/" : ""}${DOSSIERS}`;

  test(`a province is unticked and ticked again, in ${language}`, async ({ session, site }) => {
    await visit(session, site.url + path);
    const before = await visibleLines(session);
    const [unticked, ...others] = PROVINCES;
    await session.click(`input[name=tinh][value=${unticked.id}]`);
    await expectAddress(session, site, `${path}?tinh=${others.map(({ id }) => id).join(",")}`);
    await expect.poll(() => tellsOf(session, unticked.name)).toEqual({ marks: 0, rows: 0, sentence: 0 });
    for (const { name } of others) {
      const { marks, rows, sentence } = await tellsOf(session, name);
      expect(Math.min(marks, rows, sentence), name).toBeGreaterThan(0);
    }
    await session.click(`input[name=tinh][value=${unticked.id}]`);
    await expectAddress(session, site, path);
    await expect.poll(() => visibleLines(session)).toEqual(before);
  });

  test(`an entry of each list is chosen, in ${language}`, async ({ session, site }) => {
    await visit(session, site.url + path);
    await session.choose("select[name=loai]", "target");
    await expectAddress(session, site, `${path}?loai=target`);
    await expect.poll(() => session.count("main figure > .t-chart--wide svg a")).toBe(3);
    await session.choose("select[name=loai]", "result");
    await expectAddress(session, site, `${path}?loai=result`);
    await expect.poll(() => session.count("main figure > .t-chart--wide svg a")).toBe(11);
    await session.choose("select[name=nam]", "2020");
    await expectAddress(session, site, `${path}?loai=result&nam=2020`);
    await expectText(session, "main .t-lead", "56%");
    await session.choose("select[name=xem]", "bang");
    await expect.poll(() => session.count("main figure")).toBe(0);
    expect(await session.countVisible(".t-below table")).toBe(1);
  });
}

test("another topic is chosen, and keeps the provinces", async ({ session, site }) => {
  await visit(session, `${site.url}${DOSSIERS}?tinh=br-vt,khanh-hoa`);
  await session.choose("#topic", "online-services");
  await expectAddress(session, site, "so-sanh/online-services/?tinh=br-vt,khanh-hoa#topic");
  await expectText(session, "main h1", "Dịch vụ công trực tuyến toàn trình");
  expect(await tickedProvinces(session)).toEqual(["br-vt", "khanh-hoa"]);
  await expectText(session, "main .t-lead", "64,06%");
});

test("what was ticked before the program came is taken over", async ({ session, site }) => {
  const release = holdProgram(site);
  await session.open(site.url + DOSSIERS);
  await session.click("input[name=tinh][value=br-vt]");
  await session.choose("select[name=loai]", "result");
  release();
  await expectAddress(session, site, `${DOSSIERS}?tinh=khanh-hoa,binh-phuoc,bac-lieu&loai=result`);
  expect(await tickedProvinces(session)).toEqual(["khanh-hoa", "binh-phuoc", "bac-lieu"]);
  await expect.poll(() => tellsOf(session, "BR-VT")).toEqual({ marks: 0, rows: 0, sentence: 0 });
});
