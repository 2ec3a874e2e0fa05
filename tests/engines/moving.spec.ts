// Back and Forward lead over links, choices and places on a page, to where the reader was.

import { DOSSIERS } from "../e2e/site";
import { expect, expectAddress, expectAlive, expectFocus, expectText, holdProgram, test, tickedProvinces, visit } from "./fixtures";
import type { Session } from "./session";

const CARD = "khanh-hoa/online-dossiers/result/2020";
const RANKS = "Thứ hạng chuyển đổi số";

/** Scrolls to a place, and waits until the browser is there. */
async function scroll(session: Session, top: number): Promise<void> {
  await session.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
  await expectScrolled(session, top);
}

const expectScrolled = (session: Session, top: number) =>
  expect.poll(() => session.evaluate(() => Math.round(scrollY)), "the scroll position").toBe(top);

const isInView = (session: Session, id: string) =>
  session.evaluate((id) => {
    const { top, height } = document.getElementById(id)?.getBoundingClientRect() ?? { top: -1, height: 0 };
    return top >= 0 && top + Math.min(height, 40) <= innerHeight;
  }, id);

test("over links, with the scroll position and the focus", async ({ session, site }) => {
  await visit(session, `${site.url}loi-hua/`);
  await scroll(session, 700);
  await session.evaluate(() => document.querySelector<HTMLElement>('header a[href$="/phuong-phap/"]')?.click());
  await expectText(session, "main h1", "Phương pháp");
  await expectScrolled(session, 0);
  await expectFocus(session, "main h1");
  await scroll(session, 600);
  await session.goBack();
  await expectAddress(session, site, "loi-hua/");
  await expectText(session, "main h1", "Lời hứa và kết quả");
  await expectScrolled(session, 700);
  await expectFocus(session, 'header a[href$="/phuong-phap/"]');
  await session.goForward();
  await expectText(session, "main h1", "Phương pháp");
  await expectScrolled(session, 600);
});

test("over a link that is followed before the program has come, which is no failure", async ({ session, site }) => {
  const release = holdProgram(site);
  await session.open(`${site.url}loi-hua/`);
  // The program is being loaded; leaving the page breaks that off.
  await expect.poll(() => site.requestedPaths.some((path) => path.endsWith(".wasm"))).toBe(true);
  await session.evaluate(() => {
    const root = document.documentElement;
    const note = () => sessionStorage.setItem("told", root.dataset.program ?? "");
    new MutationObserver(note).observe(root, { attributeFilter: ["data-program"] });
  });
  await session.click('header a[href$="/phuong-phap/"]');
  await expectText(session, "main h1", "Phương pháp");
  expect(await session.evaluate(() => sessionStorage.getItem("told"))).toBe(null);
  release();
  await session.goBack();
  await expectText(session, "main h1", "Lời hứa và kết quả");
  await expectAlive(session);
});

test("over links, also into a page that was left by a reload", async ({ session, site }) => {
  await visit(session, `${site.url}loi-hua/`);
  await session.click('header a[href$="/xep-hang/"]');
  await expectText(session, "main h1", "Xếp hạng");
  await session.reload();
  await expectAlive(session);
  await expectText(session, "main h1", "Xếp hạng");
  await session.goBack();
  await expectAddress(session, site, "loi-hua/");
  await expectText(session, "main h1", "Lời hứa và kết quả");
  await expectFocus(session, 'header a[href$="/xep-hang/"]');
});

/** More pages than any engine keeps as they were left. */
const N_OTHER_PAGES = 8;

test("over a link that the browser follows itself, to that link", async ({ session, site }) => {
  await visit(session, `${site.url}loi-hua/`);
  const nEntries = await session.evaluate(() => {
    // As once a new release was announced.
    document.documentElement.dataset.superseded = "";
    Object.assign(window, { wasHere: true });
    return history.length;
  });
  await session.click('header a[href$="/nguon/"]');
  await expectText(session, "main h1", "Nguồn");
  await expectAlive(session);
  // An engine keeps only some pages as they were left. This one it has to load anew.
  for (let page = 1; page <= N_OTHER_PAGES; page += 1) {
    site.ownPages.set(`away/${page}/`, `<p>Away ${page}`);
    await session.open(`${site.url}away/${page}/`);
    await expectText(session, "p", `Away ${page}`);
  }
  // In one step: each of many could start from the page that is being left.
  await session.goBack((await session.evaluate(() => history.length)) - nEntries);
  await expectText(session, "main h1", "Lời hứa và kết quả");
  expect(await session.evaluate(() => "wasHere" in window), "the page was kept in store").toBe(false);
  await expectFocus(session, 'header a[href$="/nguon/"]');
});

test("over choices, which add no entry", async ({ session, site }) => {
  await visit(session, `${site.url}phuong-phap/`);
  await session.click('header a[href$="/loi-hua/"]');
  await expectText(session, "main h1", "Lời hứa và kết quả");
  for (const province of ["br-vt", "khanh-hoa"]) await session.click(`input[name=tinh][value=${province}]`);
  await expectAddress(session, site, "loi-hua/?tinh=binh-phuoc,bac-lieu");
  await session.goBack();
  await expectAddress(session, site, "phuong-phap/");
  await expectText(session, "main h1", "Phương pháp");
  await session.goForward();
  await expectAddress(session, site, "loi-hua/?tinh=binh-phuoc,bac-lieu");
  await expect.poll(() => tickedProvinces(session)).toEqual(["binh-phuoc", "bac-lieu"]);
});

test("over topics", async ({ session, site }) => {
  await visit(session, `${site.url}${DOSSIERS}?tinh=khanh-hoa`);
  await session.choose("#topic", "dti-rank");
  await expectText(session, "main h1", RANKS);
  await session.goBack();
  await expectAddress(session, site, `${DOSSIERS}?tinh=khanh-hoa`);
  await expectText(session, "main h1", "Hồ sơ hành chính giải quyết trực tuyến");
  await session.goForward();
  await expectText(session, "main h1", RANKS);
  expect(await tickedProvinces(session)).toEqual(["khanh-hoa"]);
});

test("over places on a page", async ({ session, site }) => {
  await visit(session, site.url + DOSSIERS);
  await scroll(session, 200);
  await session.evaluate((id) => document.querySelector<HTMLElement>(`table a[href="#${id}"]`)?.click(), CARD);
  await expectAddress(session, site, `${DOSSIERS}#${CARD}`);
  await expect.poll(() => isInView(session, CARD)).toBe(true);
  await expectFocus(session, `[id="${CARD}"]`);
  await session.goBack();
  await expectAddress(session, site, DOSSIERS);
  await expectScrolled(session, 200);
  await session.goForward();
  await expect.poll(() => isInView(session, CARD)).toBe(true);
});

test("from a figure to the card on another page", async ({ session, site }) => {
  await visit(session, `${site.url}xep-hang/`);
  const id = await session.evaluate(() => {
    const mark = document.querySelector('main .t-chart--wide a[href*="/so-sanh/dti-rank/#"]');
    mark?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    return mark?.getAttribute("href")?.split("#")[1] ?? "";
  });
  await expectAddress(session, site, `so-sanh/dti-rank/#${id}`);
  await expectFocus(session, `article[id="${id}"]`);
  await expect.poll(() => isInView(session, id)).toBe(true);
  await session.goBack();
  await expectAddress(session, site, "xep-hang/");
  await expectFocus(session, `main .t-chart--wide a[href$="/so-sanh/dti-rank/#${id}"]`);
});
