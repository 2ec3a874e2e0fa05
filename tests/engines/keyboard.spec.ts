// The keyboard alone is enough.

import { Key } from "selenium-webdriver";

import { DOSSIERS } from "../e2e/site";
import { expect, expectAddress, expectAlive, expectFocus, expectText, holdProgram, test, tickedProvinces, visit } from "./fixtures";
import { lookFor, tabTo } from "./keys";
import type { Session } from "./session";

test("the first Tab leads to the link to the content, and Enter follows it", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await session.press(Key.TAB);
  await expectFocus(session, "a.t-skip");
  const isInView = () =>
    session.evaluate(() => (document.querySelector(".t-skip")?.getBoundingClientRect().top ?? -1) >= 0);
  await expect.poll(isInView).toBe(true);
  await session.press(Key.ENTER);
  await expectFocus(session, "#main");
  await session.press(Key.TAB);
  await expectFocus(session, "main *");
});

test("Space unticks a province, and the focus stays", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await tabTo(session, "input[value=khanh-hoa]");
  await session.press(Key.SPACE);
  await expectAddress(session, site, `${DOSSIERS}?tinh=br-vt,binh-phuoc,bac-lieu`);
  await expectFocus(session, "input[value=khanh-hoa]");
  await session.press(Key.SPACE);
  await expectAddress(session, site, DOSSIERS);
  await expectFocus(session, "input[value=khanh-hoa]");
  expect(await tickedProvinces(session)).toHaveLength(4);
});

/** The button that appears while a list is looked through. */
const CONFIRM = "#kind ~ .t-select__confirm button";

const kind = (session: Session) => session.evaluate(() => document.querySelector<HTMLSelectElement>("#kind")?.value);

// Letters go to an option in every engine; arrow keys open the list in some.
test("a list is looked through, and only Enter chooses", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  const before = await session.text("main .t-lead");
  await tabTo(session, "#kind");
  await lookFor(session, "Chỉ k", "result");
  await expect.poll(() => session.countVisible(CONFIRM)).toBe(1);
  await expectAddress(session, site, DOSSIERS);
  expect(await session.text("main .t-lead")).toBe(before);
  await session.press(Key.ENTER);
  await expectAddress(session, site, `${DOSSIERS}?loai=result`);
  await expectFocus(session, "#kind");
  expect(await session.count(CONFIRM)).toBe(0);
});

test("an option of a list can be given up, and looked at and chosen again", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await tabTo(session, "#kind");
  for (const give of [Key.ESCAPE, `${Key.TAB}${Key.TAB}`]) {
    await lookFor(session, "C", "result");
    await expect.poll(() => session.countVisible(CONFIRM)).toBe(1);
    for (const key of give) await session.press(key);
    await expect.poll(() => kind(session)).toBe("");
    expect(await session.count(CONFIRM)).toBe(0);
    await expectAddress(session, site, DOSSIERS);
  }
  await session.pressWithShift(Key.TAB);
  await expectFocus(session, "#kind");
  await lookFor(session, "C", "result");
  await session.press(Key.TAB);
  await expectFocus(session, CONFIRM);
  await session.press(Key.SPACE);
  await expectAddress(session, site, `${DOSSIERS}?loai=result`);
  await expectFocus(session, "#kind");
});

test("a list that was looked through before the program came waits for Enter", async ({ session, site }) => {
  const release = holdProgram(site);
  await session.open(site.url + DOSSIERS);
  await tabTo(session, "#kind");
  await lookFor(session, "C", "result");
  release();
  await expectAlive(session);
  await expect.poll(() => session.countVisible(CONFIRM)).toBe(1);
  await expectAddress(session, site, DOSSIERS);
  await expectFocus(session, "#kind");
  await session.press(Key.ENTER);
  await expectAddress(session, site, `${DOSSIERS}?loai=result`);
});

test("an option that is chosen with the pointer counts at once, also after others were looked at", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await tabTo(session, "#kind");
  await lookFor(session, "C", "result");
  await session.choose("#kind", "target");
  await expectAddress(session, site, `${DOSSIERS}?loai=target`);
  expect(await session.count(CONFIRM)).toBe(0);
});

test("Enter follows a link of the menu, and the heading has the focus", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await tabTo(session, 'header a[href$="/tinh/"]');
  await session.press(Key.ENTER);
  await expectAddress(session, site, "tinh/");
  await expectText(session, "main h1", "Từ 63 tỉnh, thành phố còn 34");
  await expectFocus(session, "main h1");
  await tabTo(session, "#search");
  await session.press("binh phuoc");
  await expect.poll(() => session.countVisible("#found li")).toBe(1);
  await session.press(Key.TAB);
  await session.press(Key.ENTER);
  await expectAddress(session, site, "tinh/binh-phuoc/");
});
