// How another page comes: what is said meanwhile, and that it is there with what fills a screen first.

import type { Page } from "@playwright/test";

import { expect, hold, test, visit } from "./fixtures";
import { box, heading, lead, menuLink, status } from "./page";
import { DOSSIERS, addressOf, writtenPage } from "./site";

const RANKING = "**/bundles/ranking.json";
const EVERYTHING = "**/bundles/everything.json";

test.describe("a page that is on its way", () => {
  /** Follows a link to the ranking, whose data are held, at a time that stands still; answers with what lets them come. */
  async function ask(page: Page, from: string): Promise<() => void> {
    await page.clock.install({ time: "2026-11-27T12:00:00+07:00" });
    await visit(page, from);
    const release = await hold(page, RANKING);
    const asked = page.waitForRequest(RANKING);
    await page.clock.pauseAt("2026-11-27T12:30:00+07:00");
    await page.locator('header a[href$="/xep-hang/"]').click();
    await asked;
    return release;
  }

  for (const { language, says } of [
    { language: "vi", says: "Đang tải trang…" },
    { language: "en", says: "Loading the page…" },
  ] as const) {
    test(`is said to be, once it takes more than a moment, in ${language}`, async ({ page }) => {
      const release = await ask(page, addressOf(language, "loi-hua/"));
      await page.clock.runFor(299);
      await expect(status(page)).toBeEmpty();
      await page.clock.runFor(1);
      await expect(status(page)).toHaveText(says);
      release();
      await expect(page).toHaveURL(addressOf(language, "xep-hang/"));
      await expect(status(page)).toBeEmpty();
      await page.clock.runFor(1000);
      await expect(status(page)).toBeEmpty();
    });
  }

  test("is not spoken of any more once something else was chosen", async ({ page }) => {
    await ask(page, "loi-hua/");
    await page.clock.runFor(300);
    await expect(status(page)).toHaveText("Đang tải trang…");
    await box(page, "BR-VT").uncheck();
    await expect(status(page)).toBeEmpty();
    await page.clock.runFor(1000);
    await expect(status(page)).toBeEmpty();
  });

  test("is said nothing of when it comes at once", async ({ page }) => {
    await page.clock.install({ time: "2026-11-27T12:00:00+07:00" });
    await visit(page, "loi-hua/");
    await status(page).evaluate((status) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(status.textContent ?? "")).observe(status, { childList: true });
    });
    await page.clock.pauseAt("2026-11-27T12:30:00+07:00");
    await menuLink(page, "Xếp hạng").click();
    await expect(page).toHaveURL("xep-hang/");
    await page.clock.runFor(1000);
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said.filter((text) => text !== "")).toEqual([]);
  });
});

test.describe("a page that a link leads to", () => {
  test("has its data asked for when the link is pressed", async ({ page }) => {
    await visit(page, "loi-hua/");
    const asked = page.waitForRequest(RANKING);
    await menuLink(page, "Xếp hạng").dispatchEvent("pointerdown");
    await asked;
    await expect(page).toHaveURL("loi-hua/");
  });

  test("has none asked for where a new window is", async ({ page }) => {
    await visit(page, "loi-hua/");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await menuLink(page, "Xếp hạng").dispatchEvent("pointerdown", { ctrlKey: true });
    await menuLink(page, "Nguồn").dispatchEvent("pointerdown", { button: 1 });
    // What is pressed then is asked for, after what would have been.
    const last = page.waitForRequest(RANKING);
    await menuLink(page, "Xếp hạng").dispatchEvent("pointerdown");
    await last;
    expect(asked.map((url) => url.replace(/^.*\//, ""))).toEqual(["ranking.json"]);
  });

  test("is there with its top before its data, where that needs none", async ({ page }) => {
    await visit(page, "./");
    const release = await hold(page, EVERYTHING);
    await menuLink(page, "Nguồn").click();
    await expect(page).toHaveURL("nguon/");
    await expect(heading(page)).toHaveText("Nguồn và tải về");
    await expect(heading(page)).toBeFocused();
    await expect(page.getByRole("link", { name: "JSON", exact: true })).toBeVisible();
    await expect(page.locator(".t-source")).toHaveCount(0);
    // One entry: the way back is the home page.
    const entries = await page.evaluate(() => history.length);
    release();
    await expect(page.locator(".t-source").first()).toBeAttached();
    const all = writtenPage("nguon/").split('class="t-source"').length - 1;
    await expect(page.locator(".t-source")).toHaveCount(all);
    await expect(heading(page)).toBeFocused();
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await page.goBack();
    await expect(page).toHaveURL("./");
  });

  test("whose data do not come is loaded, though its top is there", async ({ page }) => {
    await visit(page, "./");
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await page.route(EVERYTHING, (route) => route.fulfill({ contentType: "application/json", body: "{" }));
    await menuLink(page, "Nguồn").click();
    await expect(page).toHaveURL("nguon/");
    await expect(page.locator(".t-source").first()).toBeAttached();
    expect(await page.evaluate(() => "isSame" in window)).toBe(false);
  });

  test("tells all of a choice that is made before all of it is there", async ({ page }) => {
    await visit(page, "so-sanh/");
    // In the moment in which it comes: nothing but its top can be there.
    await page.evaluate((path) => {
      const come = new MutationObserver(() => {
        const box = document.querySelector<HTMLInputElement>("input[name=tinh][value=bac-lieu]");
        if (!box?.isConnected) return;
        come.disconnect();
        Object.assign(window, { parts: document.querySelectorAll("main .t-card, main table").length });
        box.click();
      });
      come.observe(document.body, { childList: true, subtree: true });
      document.querySelector<HTMLElement>(`main a[href$="/${path}"]`)?.click();
    }, DOSSIERS);
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc`);
    expect(await page.evaluate(() => (window as unknown as { parts: number }).parts)).toBe(0);
    await expect(lead(page)).not.toContainText("Bạc Liêu");
    await expect(page.locator("article.t-card").first()).toBeAttached();
    await expect(page.locator('article[id^="bac-lieu/"], table a[href*="#bac-lieu/"], figure a[href*="#bac-lieu/"]')).toHaveCount(0);
    await expect(page.locator("section[aria-labelledby=get]")).toBeAttached();
    await box(page, "Bạc Liêu").check();
    await expect(page.locator('article[id^="bac-lieu/"]').first()).toBeAttached();
  });
});

test.describe("the data of the ranking", () => {
  test("have come before they are asked for, once the reader moves inside the site", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visit(page, "loi-hua/");
    expect(asked.filter((path) => path.endsWith("/ranking.json"))).toEqual([]);
    const come = page.waitForResponse(RANKING);
    await page.locator('header a[href$="/phuong-phap/"]').click();
    await (await come).finished();
    asked.length = 0;
    await page.locator('header a[href$="/xep-hang/"]').click();
    await expect(heading(page)).toHaveText("Xếp hạng");
    expect(asked.filter((path) => path.endsWith(".json"))).toEqual([]);
  });

  test("are not fetched for who saves data", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    await visit(page, "loi-hua/");
    let isAsked = false;
    page.on("request", (request) => (isAsked ||= request.url().endsWith("/ranking.json")));
    await page.locator('header a[href$="/phuong-phap/"]').click();
    await expect(page).toHaveURL("phuong-phap/");
    // What is idle now comes after what was idle then.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(isAsked).toBe(false);
  });
});
