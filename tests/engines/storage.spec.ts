// A browser that keeps pages from storing anything: the site works, and says that it cannot be kept.

import { DOSSIERS } from "../e2e/site";
import { expect, expectAddress, expectText, test, visit } from "./fixtures";

test.use({ blocksStorage: true });

for (const { prefix, says } of [
  { prefix: "", says: "Trình duyệt này không giữ được trang để đọc khi không có mạng." },
  { prefix: "en/", says: "This browser cannot keep the site to be read without a network." },
]) {
  test(`the page on method says whether the site can be kept: ${prefix || "vi/"}`, async ({ session, site }) => {
    await visit(session, `${site.publishedUrl}${prefix}phuong-phap/`);
    // WebKit's setting is only about cookies.
    const isBlocked = await session.evaluate(() => {
      try {
        return localStorage.length < 0;
      } catch {
        return true;
      }
    });
    expect(isBlocked).toBe(session.engine !== "webkit");
    await expectText(session, "#offline [role=status]", isBlocked ? says : /\S/);
    if (isBlocked) expect(await session.countVisible("#offline button")).toBe(0);
  });

  test(`choices, links and Back work: ${prefix || "vi/"}`, async ({ session, site }) => {
    await visit(session, `${site.publishedUrl}${prefix}${DOSSIERS}`);
    await session.click("input[name=tinh][value=br-vt]");
    const chosen = `${prefix}${DOSSIERS}?tinh=khanh-hoa,binh-phuoc,bac-lieu`;
    await expectAddress(session, site, chosen);
    await expect.poll(() => session.text("main .t-lead")).not.toMatch(/BR-VT/);
    const title = await session.text("main h1");
    await session.click('header a[href$="/loi-hua/"]');
    await expectAddress(session, site, `${prefix}loi-hua/`);
    await session.goBack();
    await expectAddress(session, site, chosen);
    await expectText(session, "main h1", title);
    expect(await session.text("#status")).toBe("");
  });
}
