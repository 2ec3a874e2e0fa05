// A new release is announced on the open page, and the reader takes it or goes on.

import type { Releases } from "../e2e/releases";
import { DOSSIERS } from "../e2e/site";
import { expect, expectAddress, expectAlive, expectKept, expectText, tickedProvinces, test, visit } from "./fixtures";
import type { Session } from "./session";

/** Visits a page of the first release until it is kept, and publishes the second. */
async function visitAndPublish(session: Session, site: Releases, path: string, says: string): Promise<void> {
  await visit(session, site.publishedUrl + path);
  await expectKept(session);
  expect(await session.count("body > .t-new")).toBe(0);
  await publish(session, site, says);
}

/** Publishes the second release, and waits until the open page announces it. */
async function publish(session: Session, site: Releases, says: string): Promise<void> {
  site.published = 2;
  const isUpdated = () =>
    session.evaluateAsync(async () => {
      // As the browser does by itself when the reader comes back after a while.
      await (await navigator.serviceWorker.getRegistration())?.update();
      return document.querySelector<HTMLElement>("body > .t-new")?.innerText ?? "";
    });
  await expect.poll(isUpdated, { message: "the notice", timeout: 60_000 }).toContain(says);
}

for (const { prefix, says } of [
  { prefix: "", says: "đã có bản mới" },
  { prefix: "en/", says: "a new release" },
]) {
  test(`is announced and loaded: ${prefix || "vi/"}`, async ({ session, site }) => {
    await visitAndPublish(session, site, prefix + DOSSIERS, says);
    // The page still reacts to choices, with the data of its own release.
    await session.click("input[name=tinh][value=bac-lieu]");
    await expectAddress(session, site, `${prefix}${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc`);
    expect(await session.text("main")).not.toContain("BRVT-2");
    // The first button loads the new release, with the choice that was made.
    await session.click("body > .t-new button");
    await expectText(session, "main", "BRVT-2");
    await expectAlive(session);
    expect(await tickedProvinces(session)).toEqual(["br-vt", "khanh-hoa", "binh-phuoc"]);
    expect(await session.count("body > .t-new")).toBe(0);
  });
}

test("is put off, and the next page is of the new release", async ({ session, site }) => {
  await visitAndPublish(session, site, DOSSIERS, "đã có bản mới");
  await session.click("body > .t-new button:last-of-type");
  await expect.poll(() => session.count("body > .t-new")).toBe(0);
  expect(await session.text("main")).not.toContain("BRVT-2");
  await session.click('header a[href$="/loi-hua/"]');
  await expectAddress(session, site, "loi-hua/");
  await expectText(session, "main", "BRVT-2");
  await expectAlive(session);
});

test("is there without a network once it was taken", async ({ session, site }) => {
  await visitAndPublish(session, site, DOSSIERS, "đã có bản mới");
  await session.click("body > .t-new button");
  await expectText(session, "main", "BRVT-2");
  await expectAlive(session);
  await site.disconnect();
  await visit(session, site.publishedUrl);
  await expectText(session, "main", "BRVT-2");
});

test("is taken in one of two windows, while the other is told and goes on", async ({ session, site }) => {
  await visit(session, site.publishedUrl + DOSSIERS);
  await expectKept(session);
  const goToFirst = await session.openWindow();
  await visit(session, site.publishedUrl + DOSSIERS);
  await publish(session, site, "đã có bản mới");
  await session.click("body > .t-new button");
  await expectText(session, "main", "BRVT-2");
  await expectAlive(session);

  await goToFirst();
  await expectText(session, "body > .t-new", "đã có bản mới");
  await session.click("input[name=tinh][value=bac-lieu]");
  await expectAddress(session, site, `${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc`);
  await expect.poll(() => session.text("main .t-lead")).not.toContain("Bạc Liêu");
  expect(await session.text("main")).not.toContain("BRVT-2");
  await session.click('header a[href$="/xep-hang/"]');
  await expectText(session, "main", "BRVT-2");
  await expectAlive(session);
  expect(await session.count("body > .t-new")).toBe(0);
});

test("is announced on a page that comes back from the store of whole pages", async ({ session, site }) => {
  await visit(session, site.publishedUrl + DOSSIERS);
  await expectKept(session);
  site.ownPages.set("away/", "<p>Away");
  await session.open(`${site.publishedUrl}away/`);
  await expectText(session, "p", "Away");
  site.published = 2;
  const goToFirst = await session.openWindow();
  await session.open(`${site.publishedUrl}away/`);
  const isUpdated = () =>
    session.evaluateAsync(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
      return (await caches.keys()).length;
    });
  await expect.poll(isUpdated, { message: "the second release is kept", timeout: 60_000 }).toBe(2);
  await goToFirst();
  await session.goBack();
  await expectText(session, "main h1", "Hồ sơ hành chính");
  // Whether it is the same page, or the browser has loaded it anew.
  const isTold = async () =>
    /BRVT-2/.test(await session.text("main")) || /đã có bản mới/.test(await session.text("body > .t-new"));
  await expect.poll(isTold, "the page is new, or says that there is a new one").toBe(true);
});

test("is shown by the first page after its worker was left waiting", async ({ session, site }) => {
  await visit(session, site.publishedUrl + DOSSIERS);
  await expectKept(session);
  site.workersTakeOver = false;
  site.published = 2;
  site.ownPages.set("away/", "<p>Away");
  await session.open(`${site.publishedUrl}away/`);
  const state = () =>
    session.evaluateAsync(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      return registration?.waiting?.state;
    });
  await expect.poll(state, "the second worker is waiting").toBe("installed");
  // This page is still of the first release, and lets the worker go on.
  await visit(session, site.publishedUrl + DOSSIERS);
  await expectText(session, "body > .t-new", "đã có bản mới");
  await session.click("body > .t-new button");
  await expectText(session, "main", "BRVT-2");
  await expectAlive(session);
});

test.describe("where a page fails on the server", () => {
  test.use({ expectedProblems: [/500/] });

  test("is shown by a page that was not open when the worker told of it", async ({ session, site }) => {
    await visit(session, site.publishedUrl + DOSSIERS);
    await expectKept(session);
    site.published = 2;
    site.ownPages.set("away/", "<p>Away");
    await session.open(`${site.publishedUrl}away/`);
    const nReleases = () =>
      session.evaluateAsync(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
        const isOver = !registration?.installing && !registration?.waiting && registration?.active?.state === "activated";
        return isOver ? (await caches.keys()).length : 0;
      });
    await expect.poll(nReleases, "the second worker has taken over").toBe(2);
    // The worker of the second release can only give the page of the first.
    site.fails = (path) => path === DOSSIERS;
    await visit(session, site.publishedUrl + DOSSIERS);
    expect(await session.text("main")).not.toContain("BRVT-2");
    await expectText(session, "body > .t-new", "đã có bản mới");
    site.fails = () => false;
    await session.click("body > .t-new button");
    await expectText(session, "main", "BRVT-2");
    await expectAlive(session);
  });
});
