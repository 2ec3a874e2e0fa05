// A page that comes back shows what its address asks for: in a new window, after a reload, and from the store of whole
// pages that engines have for Back and Forward.

import type { Releases } from "../e2e/releases";
import { DOSSIERS } from "../e2e/site";
import { expect, expectAddress, expectAlive, expectText, test, tickedProvinces, visit } from "./fixtures";
import type { Session } from "./session";

const QUERY = "?tinh=khanh-hoa,binh-phuoc,bac-lieu&loai=result";

/** Makes choices on a page, and returns what it says then. */
async function choose(session: Session, site: Releases): Promise<string> {
  await visit(session, site.url + DOSSIERS);
  await session.click("input[name=tinh][value=br-vt]");
  await session.choose("select[name=loai]", "result");
  await expectAddress(session, site, DOSSIERS + QUERY);
  return session.text("main .t-lead");
}

/** Checks that the page shows the choices, in its controls and its sentence. */
async function expectChosen(session: Session, site: Releases, sentence: string): Promise<void> {
  await expectAddress(session, site, DOSSIERS + QUERY);
  await expectAlive(session);
  await expect.poll(() => session.text("main .t-lead")).toBe(sentence);
  await expect.poll(() => tickedProvinces(session)).toEqual(["khanh-hoa", "binh-phuoc", "bac-lieu"]);
  const kind = () => session.evaluate(() => document.querySelector<HTMLSelectElement>("select[name=loai]")?.value);
  await expect.poll(kind).toBe("result");
  // The controls still work, and add to what was chosen.
  await session.choose("select[name=xem]", "bang");
  await expectAddress(session, site, `${DOSSIERS}${QUERY}&xem=bang`);
  await expect.poll(() => session.count("main figure")).toBe(0);
}

test("in a new window", async ({ session, site }) => {
  const sentence = await choose(session, site);
  const address = await session.address();
  await session.openWindow();
  await session.open(address);
  await expectChosen(session, site, sentence);
});

test("after a reload", async ({ session, site }) => {
  const sentence = await choose(session, site);
  await session.reload();
  await expectChosen(session, site, sentence);
});

test("from the store of whole pages, which each engine has", async ({ session, site }) => {
  const sentence = await choose(session, site);
  site.ownPages.set("away/", "<p>Away");
  const comesFromStore = async () => {
    await session.evaluate(() => void Object.assign(window, { isSame: true }));
    await session.open(`${site.url}away/`);
    await expectText(session, "p", "Away");
    await session.goBack();
    await expectAlive(session);
    return session.evaluate(() => "isSame" in window);
  };
  // Firefox stores no page whose program it is still compiling for speed. So leave it again after ever longer visits.
  await expect.poll(comesFromStore, { intervals: [500, 1000, 2000, 4000, 8000], timeout: 60_000 }).toBe(true);
  await expectChosen(session, site, sentence);
});
