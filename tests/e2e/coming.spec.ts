// Opening another page inside the site: what the page says while the data are loading, which data are loaded in
// advance, and that the top of the new page is shown first.

import type { Page } from "@playwright/test";

import { expect, hold, test, visit } from "./fixtures";
import { box, heading, lead, menuLink, status } from "./page";
import { DOSSIERS, addressOf, writtenPage } from "./site";

const RANKING = "**/bundles/ranking.json";
const SOURCES = "**/bundles/sources.json";

test.describe("a page whose data are loading", () => {
  /**
   * Follows a link to the ranking while its data are held back and the clock is paused. Returns a function that
   * lets the data load.
   */
  async function requestRanking(page: Page, from: string): Promise<() => void> {
    await page.clock.install({ time: "2026-11-27T12:00:00+07:00" });
    await visit(page, from);
    const release = await hold(page, RANKING);
    const requested = page.waitForRequest(RANKING);
    await page.clock.pauseAt("2026-11-27T12:30:00+07:00");
    await page.locator('header a[href$="/xep-hang/"]').click();
    await requested;
    return release;
  }

  for (const { language, says } of [
    { language: "vi", says: "Đang tải trang…" },
    { language: "en", says: "Loading the page…" },
  ] as const) {
    test(`is announced as loading after 300 milliseconds, in ${language}`, async ({ page }) => {
      const release = await requestRanking(page, addressOf(language, "loi-hua/"));
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

  test("is no longer announced as loading after another choice", async ({ page }) => {
    await requestRanking(page, "loi-hua/");
    await page.clock.runFor(300);
    await expect(status(page)).toHaveText("Đang tải trang…");
    await box(page, "BR-VT").uncheck();
    await expect(status(page)).toBeEmpty();
    await page.clock.runFor(1000);
    await expect(status(page)).toBeEmpty();
  });

  test("is not announced as loading when it opens at once", async ({ page }) => {
    await page.clock.install({ time: "2026-11-27T12:00:00+07:00" });
    await visit(page, "loi-hua/");
    await status(page).evaluate((status) => {
      const messages: string[] = [];
      Object.assign(window, { messages });
      new MutationObserver(() => messages.push(status.textContent ?? "")).observe(status, { childList: true });
    });
    await page.clock.pauseAt("2026-11-27T12:30:00+07:00");
    await menuLink(page, "Xếp hạng").click();
    await expect(page).toHaveURL("xep-hang/");
    await page.clock.runFor(1000);
    const messages = await page.evaluate(() => (window as unknown as { messages: string[] }).messages);
    expect(messages.filter((text) => text !== "")).toEqual([]);
  });
});

test.describe("a page that a link leads to", () => {
  test("has its data requested as soon as the link is pressed", async ({ page }) => {
    await visit(page, "loi-hua/");
    const requested = page.waitForRequest(RANKING);
    await menuLink(page, "Xếp hạng").dispatchEvent("pointerdown");
    await requested;
    await expect(page).toHaveURL("loi-hua/");
  });

  test("has no data requested when the link is pressed to open a new window", async ({ page }) => {
    await visit(page, "loi-hua/");
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    await menuLink(page, "Xếp hạng").dispatchEvent("pointerdown", { ctrlKey: true });
    await menuLink(page, "Nguồn").dispatchEvent("pointerdown", { button: 1 });
    // A normal press does request data. If the presses before it had done so, their requests would come first.
    const last = page.waitForRequest(RANKING);
    await menuLink(page, "Xếp hạng").dispatchEvent("pointerdown");
    await last;
    expect(requested.map((url) => url.replace(/^.*\//, ""))).toEqual(["ranking.json"]);
  });

  test("shows its top before its data have loaded, if the top needs no data", async ({ page }) => {
    await visit(page, "./");
    const release = await hold(page, SOURCES);
    await menuLink(page, "Nguồn").click();
    await expect(page).toHaveURL("nguon/");
    await expect(heading(page)).toHaveText("Nguồn và tải về");
    await expect(heading(page)).toBeFocused();
    await expect(page.getByRole("link", { name: "JSON", exact: true })).toBeVisible();
    await expect(page.locator(".t-source")).toHaveCount(0);
    // There must be only one entry in the history for this page, so that Back leads to the home page.
    const entries = await page.evaluate(() => history.length);
    release();
    await expect(page.locator(".t-source").first()).toBeAttached();
    const nSources = writtenPage("nguon/").split('class="t-source"').length - 1;
    await expect(page.locator(".t-source")).toHaveCount(nSources);
    await expect(heading(page)).toBeFocused();
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await page.goBack();
    await expect(page).toHaveURL("./");
  });

  test("is loaded as a new document if its data cannot be loaded, even after its top was shown", async ({ page }) => {
    await visit(page, "./");
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await page.route(SOURCES, (route) => route.fulfill({ contentType: "application/json", body: "{" }));
    await menuLink(page, "Nguồn").click();
    await expect(page).toHaveURL("nguon/");
    await expect(page.locator(".t-source").first()).toBeAttached();
    expect(await page.evaluate(() => "isSame" in window)).toBe(false);
  });

  test("applies a choice that is made before all of its sections are shown", async ({ page }) => {
    await visit(page, "so-sanh/");
    // Unticks the checkbox in the moment in which the page appears, when only its top can be there.
    await page.evaluate((path) => {
      const loaded = new MutationObserver(() => {
        const box = document.querySelector<HTMLInputElement>("input[name=tinh][value=bac-lieu]");
        if (!box?.isConnected) return;
        loaded.disconnect();
        Object.assign(window, { parts: document.querySelectorAll("main .t-card, main table").length });
        box.click();
      });
      loaded.observe(document.body, { childList: true, subtree: true });
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
  test("are loaded in advance once the reader moves inside the site", async ({ page }) => {
    const requested: string[] = [];
    page.on("request", (request) => requested.push(new URL(request.url()).pathname));
    await visit(page, "loi-hua/");
    expect(requested.filter((path) => path.endsWith("/ranking.json"))).toEqual([]);
    const loaded = page.waitForResponse(RANKING);
    await page.locator('header a[href$="/phuong-phap/"]').click();
    await (await loaded).finished();
    requested.length = 0;
    await page.locator('header a[href$="/xep-hang/"]').click();
    await expect(heading(page)).toHaveText("Xếp hạng");
    expect(requested.filter((path) => path.endsWith(".json"))).toEqual([]);
  });

  test("are not loaded in advance for readers who save data", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    await visit(page, "loi-hua/");
    let isAsked = false;
    page.on("request", (request) => (isAsked ||= request.url().endsWith("/ranking.json")));
    await page.locator('header a[href$="/phuong-phap/"]').click();
    await expect(page).toHaveURL("phuong-phap/");
    // The browser runs idle callbacks in order, so these run after the one that would load the data.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(isAsked).toBe(false);
  });
});
