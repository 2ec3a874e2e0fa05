// Whole journeys of a reader who has a keyboard only. At each step the page says what it should, and the focus is where
// the reader can go on.

import { Key } from "selenium-webdriver";

import { DOSSIERS } from "../e2e/site";
import { expect, expectAddress, expectAlive, expectFocus, expectText, test, tickedProvinces, visit } from "./fixtures";
import { expectFocusOnLink, lookFor, skipToContent, tabTo } from "./keys";

const TITLE = "Hồ sơ hành chính giải quyết trực tuyến";

test("a topic is found, narrowed, read in the figure and the table, and its sentence copied", async ({ session, site }) => {
  await visit(session, site.url);
  await skipToContent(session);
  await tabTo(session, "#search");
  await session.press("ho so hanh chinh");
  await expect.poll(() => session.countVisible("#found a")).toBeGreaterThan(0);
  await expectFocus(session, "#search");
  await tabTo(session, `#found a[href$="${DOSSIERS}"]`);
  await expectFocusOnLink(session, DOSSIERS);
  await session.press(Key.ENTER);
  await expectAddress(session, site, DOSSIERS);
  await expectText(session, "main h1", TITLE);
  await expectFocus(session, "main h1");

  await tabTo(session, "input[name=tinh][value=br-vt]");
  await session.press(Key.SPACE);
  const query = "?tinh=khanh-hoa,binh-phuoc,bac-lieu";
  await expectAddress(session, site, DOSSIERS + query);
  await expect.poll(() => session.text("main .t-lead")).not.toContain("BR-VT");
  await expectFocus(session, "input[name=tinh][value=br-vt]");

  await tabTo(session, "#kind");
  await lookFor(session, "C", "result");
  await expectAddress(session, site, DOSSIERS + query);
  await session.press(Key.ENTER);
  const narrowed = `${DOSSIERS}${query}&loai=result`;
  await expectAddress(session, site, narrowed);
  await expectFocus(session, "#kind");
  expect(await session.count('main figure svg a[href*="/target/"]')).toBe(0);

  // The chart is one stop. Its last mark is reached by the arrow keys, one by one.
  await tabTo(session, "a.tso-mark");
  await session.press(Key.HOME);
  const marks = [await session.focused()];
  const nMarks = await session.countVisible(".t-chart a.tso-mark");
  for (let step = 1; step < nMarks; step += 1) {
    await session.press(Key.ARROW_RIGHT);
    await expect.poll(() => session.focused()).not.toBe(marks.at(-1));
    marks.push(await session.focused());
  }
  expect(new Set(marks).size).toBe(nMarks);
  const id = marks.at(-1)?.split("#")[1] ?? "";
  await session.press(Key.ENTER);
  await expectAddress(session, site, `${narrowed}#${id}`);
  await expectFocus(session, `article[id="${id}"]`);
  await session.goBack();
  await expectAddress(session, site, narrowed);
  await expect.poll(() => session.focused()).toBe(marks.at(-1));

  await session.press(Key.ESCAPE);
  await expectFocus(session, ".t-chart-end");
  await tabTo(session, ".t-below td a");
  await expectFocusOnLink(session, "#");
  await tabTo(session, "#copy");
  await session.press(Key.ENTER);
  await expectText(session, "#copy ~ [role=status]", "Đã chép.");
  await expectFocus(session, "#copy");
  expect(await tickedProvinces(session)).toEqual(["khanh-hoa", "binh-phuoc", "bac-lieu"]);
});

test("the promises in one state are listed, and one is opened, followed and come back to", async ({ session, site }) => {
  await visit(session, `${site.url}loi-hua/`);
  const all = await session.count(".t-promises details");
  await tabTo(session, "#state");
  await lookFor(session, "Đạt, s", "met-shown-late");
  expect(await session.count(".t-promises details")).toBe(all);
  await session.press(Key.ENTER);
  const address = "loi-hua/?trang-thai=met-shown-late";
  await expectAddress(session, site, address);
  await expectFocus(session, "#state");
  await expect.poll(() => session.count(".t-promises details")).toBeLessThan(all);
  const n = await session.count(".t-promises details");
  expect(await session.text("main .t-lead")).toContain(`: ${n} `);
  expect(await session.count(".t-chart--wide a.tso-mark")).toBe(n);
  expect(await session.text(".t-states a[aria-current] strong")).toBe(`${n}`);

  // From its mark to its story, and back.
  await tabTo(session, "a.tso-mark");
  const mark = await session.focused();
  await session.press(Key.ENTER);
  await expectAddress(session, site, `${address}#${mark.split("#")[1]}`);
  await expectFocus(session, "details[open] > summary");
  await session.goBack();
  await expectAddress(session, site, address);
  await expect.poll(() => session.focused()).toBe(mark);

  // Another story is opened by itself, and a link in it followed.
  await tabTo(session, ".t-promises details:not([open]) > summary");
  await session.press(Key.ENTER);
  const isOpen = () => session.evaluate(() => document.activeElement?.parentElement?.hasAttribute("open") ?? false);
  await expect.poll(isOpen, "the story is open").toBe(true);
  await tabTo(session, '.t-story dd a[href*="/so-sanh/"]');
  const evidence = await session.focused();
  await session.press(Key.ENTER);
  await expectAddress(session, site, evidence.split("/tinhso/")[1] ?? "");
  await expectFocus(session, "article");
  await session.goBack();
  await expectAddress(session, site, address);
  await expect.poll(() => session.focused()).toBe(evidence);
});

test("a province is found by an old name, and one of its figures read with its source", async ({ session, site }) => {
  await visit(session, `${site.url}tinh/`);
  await tabTo(session, "#search");
  await session.press("vung tau");
  await expect.poll(() => session.countVisible("#found li")).toBe(1);
  await session.press(Key.TAB);
  await expectFocusOnLink(session, "tinh/br-vt/");
  await session.press(Key.ENTER);
  await expectAddress(session, site, "tinh/br-vt/");
  await expectText(session, "main h1", "Bà Rịa – Vũng Tàu");
  await expectFocus(session, "main h1");

  const figure = 'main table a[href*="#br-vt/"]';
  await tabTo(session, figure);
  const link = await session.focused();
  await session.press(Key.ENTER);
  await expectAddress(session, site, link.split("/tinhso/")[1] ?? "");
  await expectFocus(session, `article[id="${link.split("#")[1]}"]`);
  await expectAlive(session);
  // The next stop in the card is its source, which is another site.
  await tabTo(session, 'article a[rel~="external"]');
  const source = await session.focused();
  expect(source).toMatch(/^a https:\/\//);
  await session.goBack();
  await expectAddress(session, site, "tinh/br-vt/");
  await expect.poll(() => session.focused()).toBe(link);
});

test("another edition of the ranking is chosen, and a province of it opened from the figure", async ({ session, site }) => {
  await visit(session, `${site.url}xep-hang/`);
  await tabTo(session, "#edition-of");
  await lookFor(session, "2021", "2021");
  await expectAddress(session, site, "xep-hang/");
  await session.press(Key.ENTER);
  await expectAddress(session, site, "xep-hang/?nam=2021");
  await expectText(session, "main .t-lead", "2021");
  await expectFocus(session, "#edition-of");

  // Most marks are of provinces whose rank in this edition is not known, and lead to no row.
  await tabTo(session, "a.tso-mark");
  while (!(await session.hasFocus('a.tso-mark[href^="#"]'))) {
    const before = await session.focused();
    await session.press(Key.ARROW_RIGHT);
    expect(await session.focused()).not.toBe(before);
  }
  const mark = await session.focused();
  await session.press(Key.ENTER);
  const row = `tr[id="${mark.split("#")[1]}"]`;
  await expectFocus(session, row);
  await tabTo(session, `${row} th a`);
  const link = await session.focused();
  await session.press(Key.ENTER);
  await expectAddress(session, site, link.split("/tinhso/")[1] ?? "");
  await expectFocus(session, "main h1");
  await session.goBack();
  await expectAddress(session, site, `xep-hang/?nam=2021#${mark.split("#")[1]}`);
  await expect.poll(() => session.focused()).toContain(link);
  await session.goBack();
  await expectAddress(session, site, "xep-hang/?nam=2021");
  await expect.poll(() => session.focused()).toBe(mark);
});
