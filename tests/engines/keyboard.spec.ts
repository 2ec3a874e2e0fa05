// The keyboard alone is enough.

import { Key } from "selenium-webdriver";

import { DOSSIERS } from "../e2e/site";
import { expect, expectAddress, expectFocus, expectText, test, tickedProvinces, visit } from "./fixtures";
import type { Session } from "./session";

/** Presses Tab until the element has the focus. */
async function tabTo(session: Session, selector: string): Promise<void> {
  for (let presses = 0; presses < 60 && !(await session.hasFocus(selector)); presses += 1) await session.press(Key.TAB);
  await expectFocus(session, selector);
}

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

test("an entry of a list is chosen, and the focus stays", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await tabTo(session, "#kind");
  // The first letter of an entry chooses it in every engine; arrow keys open the list in some.
  await session.press("Chỉ k");
  await session.press(Key.ENTER);
  await expectAddress(session, site, `${DOSSIERS}?loai=result`);
  await expectFocus(session, "#kind");
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
