// How the application takes over a written page: at the first change, and nothing flashes, moves or is lost.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS } from "./site";

const sentence = (page: Page) => page.locator("main .t-lead");
const box = (page: Page, name: string) => page.getByRole("checkbox", { name });

/** What moved on the screen without a reader's doing, by the browser's own account. */
async function shifts(page: Page): Promise<number> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    const entries = observer.takeRecords() as (PerformanceEntry & { value: number })[];
    return entries.reduce((sum, entry) => sum + entry.value, 0);
  });
}

for (const path of [DOSSIERS, "./", "en/so-sanh/", "tinh/", "loi-hua/", "en/xep-hang/", "tinh/br-vt/"]) {
  test(`every element of the written page is still there: ${path}`, async ({ page }) => {
    const release = await hold(page);
    await page.goto(path);
    const written = await page.evaluateHandle(() => [...document.querySelectorAll("main *")]);
    release();
    await expectAlive(page);
    const [kept, all] = await written.evaluate((elements) => [
      elements.filter((element) => element.isConnected).length,
      elements.length,
    ]);
    expect(kept).toBe(all);
    expect(await shifts(page)).toBe(0);
  });
}

/** A day on which what was written of promises holds no longer. */
const LATER = "2031-02-03T12:00:00+07:00";

for (const path of ["tinh/khanh-hoa/", "./", "loi-hua/"]) {
  test(`promises are told as of today, around the focus and what is opened: ${path}`, async ({ page }) => {
    const release = await hold(page);
    await page.clock.setFixedTime(LATER);
    await page.goto(path);
    const states = page.locator(".t-states").getByRole("listitem");
    await expect(page.getByRole("main")).not.toContainText("3/2/2031");
    const before = await states.allInnerTexts();
    const link = page.getByRole("main").getByRole("link", { name: "Khánh Hòa" }).first();
    const focused = (await link.count()) > 0 ? link : page.locator("#main").getByRole("link").nth(2);
    await focused.focus();
    const href = await focused.getAttribute("href");
    release();
    await expectAlive(page);
    await expect(page.getByRole("main")).toContainText("3/2/2031");
    expect(await states.allInnerTexts()).not.toEqual(before);
    await expect(page.locator(":focus")).toHaveAttribute("href", href ?? "");
  });
}

for (const { path, bundle } of [
  { path: "tinh/khanh-hoa/", bundle: "**/bundles/followed.json" },
  { path: "./", bundle: "**/bundles/followed.json" },
]) {
  test(`where the figures do not come, all of it stays: ${path}`, async ({ page }) => {
    await page.goto(path);
    const written = await page.locator("main").innerText();
    await page.clock.setFixedTime(LATER);
    await page.route(bundle, (route) => route.fulfill({ contentType: "application/json", body: "{" }));
    await page.goto(path);
    await expect(page.locator("#status")).toContainText("Không tải được số liệu");
    expect(await page.locator("main").innerText()).toBe(written);
  });
}

test("the focus stays where a reader has put it on a page that is taken over", async ({ page }) => {
  const release = await hold(page);
  await page.goto("loi-hua/");
  const summary = page.locator(".t-promises summary").nth(2);
  await summary.focus();
  release();
  await expectAlive(page);
  await expect(summary).toBeFocused();
});

test("so it does inside a story that was opened", async ({ page }) => {
  const release = await hold(page);
  await page.goto("en/loi-hua/");
  const story = page.locator(".t-promises details").nth(2);
  await story.locator("summary").click();
  const link = story.locator(".t-story a[href]").nth(1);
  await link.focus();
  const href = await link.getAttribute("href");
  release();
  await expectAlive(page);
  await expect(page.locator(":focus")).toHaveAttribute("href", href ?? "");
  await expect(link).toBeFocused();
});

for (const { on, fragment } of [
  { on: DOSSIERS, fragment: "binh-phuoc/online-dossiers-full/result/2022" },
  { on: "loi-hua/", fragment: "br-vt/water-bills-cashless/target/2023" },
]) {
  test(`a reader who came for one figure and has gone on stays there: ${on}`, async ({ page }) => {
    const release = await hold(page);
    await page.goto(`${on}#${fragment}`);
    const target = page.locator(".t-controls select").first();
    await target.focus();
    await page.evaluate(() => scrollTo({ top: 150, behavior: "instant" }));
    release();
    await expectAlive(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => scrollY)).toBe(150);
    await expect(target).toBeFocused();
  });
}

test("a choice made before the program came counts", async ({ page }) => {
  const release = await hold(page);
  await page.goto(DOSSIERS);
  await box(page, "Bạc Liêu").uncheck();
  await page.getByLabel("Loại số").selectOption("result");
  await page.getByLabel("Loại số").focus();
  release();
  await expectAlive(page);
  await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc&loai=result`);
  await expect(sentence(page)).not.toContainText("Bạc Liêu");
  await expect(box(page, "Bạc Liêu")).not.toBeChecked();
  await expect(page.getByLabel("Loại số")).toBeFocused();
});

test("so does a topic chosen before", async ({ page }) => {
  const release = await hold(page);
  await page.goto(`en/${DOSSIERS}`);
  const topics = page.getByLabel("Topic", { exact: true });
  await topics.selectOption("dti-rank");
  release();
  await expect(page).toHaveURL("en/so-sanh/dti-rank/#topic");
  await expectAlive(page);
  await expect(topics).toHaveValue("dti-rank");
});

test("so it does on a page that is taken over", async ({ page }) => {
  const release = await hold(page);
  await page.goto("en/loi-hua/");
  await box(page, "Khánh Hòa").uncheck();
  release();
  await expectAlive(page);
  await expect(page).toHaveURL("en/loi-hua/?tinh=br-vt,binh-phuoc,bac-lieu");
  await expect(box(page, "Khánh Hòa")).not.toBeChecked();
});

test("cards are taken out and put back, in their order, as they were", async ({ page }) => {
  await visit(page, DOSSIERS);
  const cards = page.locator("article.t-card");
  const ids = () => cards.evaluateAll((cards) => cards.map((card) => card.id));
  const all = await ids();
  await page.getByLabel("Loại số").selectOption("result");
  await page.getByLabel("Loại số").selectOption("");
  await expect(cards).toHaveCount(all.length);
  const built = await page.locator('article:not([id^="br-vt/"])').elementHandles();
  await box(page, "BR-VT").uncheck();
  await expect(page.locator('article[id^="br-vt/"]')).toHaveCount(0);
  await expect(cards).not.toHaveCount(0);
  await box(page, "BR-VT").check();
  await expect(cards).toHaveCount(all.length);
  expect(await ids()).toEqual(all);
  for (const card of built) expect(await card.evaluate((card) => card.isConnected)).toBe(true);
});

test("charts are drawn for the width that is seen, and for a wider window, too", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await visit(page, DOSSIERS);
  await box(page, "BR-VT").uncheck();
  const seen = page.locator("figure svg").locator("visible=true");
  await expect(seen).toHaveCount(1);
  await expect(seen).not.toContainText("BR-VT");
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator("figure .t-chart--wide svg")).toBeVisible();
  await expect(page.locator("figure .t-chart--wide svg")).not.toContainText("BR-VT");
});

test("the other language keeps the view", async ({ page }) => {
  await visit(page, DOSSIERS);
  await box(page, "BR-VT").uncheck();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`en/${DOSSIERS}?tinh=khanh-hoa,binh-phuoc,bac-lieu`);
  await expectAlive(page);
  await expect(box(page, "BR-VT")).not.toBeChecked();
});

test("a page with nothing to choose loads no data", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  for (const path of ["phuong-phap/", "en/chi-tieu/dti-rank/", "nguon/", "en/tinh/da-nang/"]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  expect(loaded.filter((url) => url.endsWith(".json"))).toEqual([]);
});

for (const path of [DOSSIERS, "./", "xep-hang/"]) {
  test(`${path} is painted before anything else is asked for, and then all at once`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await visit(page, path);
    const { painted, hinted, begun } = await page.evaluate(() => {
      // The clock of the tests has no entries of its own; the browser's observer has.
      const entries = (type: string) => {
        const observer = new PerformanceObserver(() => {});
        observer.observe({ type, buffered: true });
        return observer.takeRecords();
      };
      const loaded = entries("resource").filter(({ name }) => /\.(wasm|js|json)$/.test(name));
      return {
        painted: entries("paint").find(({ name }) => name === "first-contentful-paint")?.startTime,
        hinted: [...document.querySelectorAll<HTMLLinkElement>("link[rel=preload]")].map((link) => link.href),
        begun: loaded.map(({ startTime }) => startTime),
      };
    });
    // The WebAssembly and the file of data, where there is one, and the JavaScript beside them.
    expect(hinted.length).toBeGreaterThan(0);
    expect(asked.filter((url) => /\.(wasm|json)$/.test(url)).sort()).toEqual(hinted.sort());
    expect(begun.length).toBeGreaterThan(hinted.length);
    expect(Math.min(...begun)).toBeGreaterThanOrEqual(painted ?? Infinity);
  });
}

test("a choice leaves alone what stays as it was", async ({ page }) => {
  await visit(page, DOSSIERS);
  // From the first choice on.
  await page.getByLabel("Loại số").selectOption("result");
  await page.getByLabel("Loại số").selectOption("");
  const row = page.getByRole("row").filter({ hasText: "Khánh Hòa" }).first();
  const before = await row.evaluateHandle((row) => {
    getSelection()?.selectAllChildren(row);
    return { row, marked: getSelection()?.toString() };
  });
  await page.getByRole("checkbox", { name: "Bạc Liêu" }).evaluate((box: HTMLInputElement) => box.click());
  await expect(page.getByRole("row").filter({ hasText: "Bạc Liêu" })).toHaveCount(0);
  const stays = ({ row, marked }: { row: Element; marked?: string }) =>
    row.isConnected && marked !== "" && getSelection()?.toString() === marked;
  expect(await before.evaluate(stays)).toBe(true);
  await page.getByRole("checkbox", { name: "Bạc Liêu" }).evaluate((box: HTMLInputElement) => box.click());
  await expect(page.getByRole("row").filter({ hasText: "Bạc Liêu" })).not.toHaveCount(0);
  expect(await before.evaluate(stays)).toBe(true);
  // What it left is what the page is written as.
  const table = page.locator(".t-below");
  const text = async () => ((await table.textContent()) ?? "").replace(/\s+/g, " ");
  const left = await text();
  await page.goto(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc,bac-lieu`);
  await expectAlive(page);
  expect(await text()).toBe(left);
});

/**
 * Gives the program so many idle moments, each too short for more than one piece of the page, and no more:
 * so the page it builds stays unfinished.
 */
async function allowIdle(page: Page, moments: number): Promise<void> {
  await page.addInitScript((moments) => {
    const state = { left: moments };
    Object.assign(window, { idle: state });
    window.requestIdleCallback = (then) => {
      if (state.left <= 0) return 0;
      state.left -= 1;
      return window.setTimeout(() => then({ didTimeout: false, timeRemaining: () => 0 }), 0);
    };
  }, moments);
}

/** What the page tells, without what is hidden. */
const told = (page: Page) =>
  page.evaluate(() => {
    const copy = document.querySelector("main")?.cloneNode(true) as Element;
    for (const unseen of copy.querySelectorAll("[hidden]")) unseen.remove();
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  });

for (const path of [DOSSIERS, "loi-hua/", "en/xep-hang/"]) {
  test(`a choice while the page is half built is told by all of it: ${path}`, async ({ page }) => {
    const chosen = `${path}?tinh=khanh-hoa,binh-phuoc,bac-lieu`;
    await page.goto(chosen);
    await expectAlive(page);
    const whole = await told(page);
    const now = await page.evaluate(() => Date.now());
    for (const moments of [2, 5, 9, 14]) {
      await test.step(`after ${moments} moments`, async () => {
        const half = await page.context().newPage();
        await half.clock.setFixedTime(now);
        await allowIdle(half, moments);
        await half.goto(path);
        await expectAlive(half);
        const left = () => half.evaluate(() => (window as unknown as { idle: { left: number } }).idle.left);
        await expect.poll(left).toBe(0);
        await box(half, "BR-VT").uncheck();
        await expect(half).toHaveURL(chosen);
        expect(await told(half)).toBe(whole);
        await half.close();
      });
    }
  });
}
