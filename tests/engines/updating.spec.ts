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
