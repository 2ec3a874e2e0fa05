// A comparison stays in its place when its program comes: nothing flashes, moves or is lost.

import type { Page } from "@playwright/test";

import { expect, expectAlive, test, visit } from "./fixtures";
import { DOSSIERS } from "./site";

const sentence = (page: Page) => page.locator("[data-part=answer]");
const box = (page: Page, name: string) => page.getByRole("checkbox", { name });

/** Holds the program back until the function it answers with is called. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

/** What moved on the screen without a reader's doing, by the browser's own account. */
async function shifts(page: Page): Promise<number> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    const entries = observer.takeRecords() as (PerformanceEntry & { value: number })[];
    return entries.reduce((sum, entry) => sum + entry.value, 0);
  });
}

for (const path of [DOSSIERS, "./", "en/so-sanh/", "tinh/"]) {
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
const promises = (page: Page) => page.locator("[data-part=promises]");

for (const path of ["tinh/khanh-hoa/", "./"]) {
  test(`promises are told as of today, and nothing else is touched: ${path}`, async ({ page }) => {
    const release = await hold(page);
    await page.clock.setFixedTime(LATER);
    await page.goto(path);
    const states = promises(page).locator(".t-states").getByRole("listitem");
    await expect(promises(page)).not.toContainText("3/2/2031");
    const before = await states.allInnerTexts();
    const others = await page.evaluateHandle(() =>
      [...document.querySelectorAll("main *")].filter((element) => !element.closest("[data-part=promises]")),
    );
    release();
    await expect(page.locator("html[data-renewal=alive]")).toBeAttached();
    await expectAlive(page);
    await expect(promises(page)).toContainText("3/2/2031");
    expect(await states.allInnerTexts()).not.toEqual(before);
    expect(await others.evaluate((elements) => elements.every((element) => element.isConnected))).toBe(true);
  });
}

for (const { path, own, later } of [
  { path: "tinh/khanh-hoa/", own: [], later: /\/tinh\/khanh-hoa\/data\/share\.json$/ },
  { path: "./", own: [/\/tinhso-search-[0-9a-f]+_bg\.wasm$/], later: /\/v\/[0-9a-f]+\/data\/share\.json$/ },
]) {
  test(`figures are loaded where promises may read otherwise by now, else none: ${path}`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const loaded = () => asked.splice(0).filter((path) => /\.(wasm|json)$/.test(path)).sort();
    const matching = (all: RegExp[]) => all.map((one) => expect.stringMatching(one));
    await visit(page, path);
    await page.waitForLoadState("networkidle");
    expect(loaded()).toEqual(matching(own));
    await page.clock.setFixedTime(LATER);
    await visit(page, path);
    await expect(page.locator("html[data-renewal=alive]")).toBeAttached();
    const program = /\/tinhso-promises-[0-9a-f]+_bg\.wasm$/;
    const expected = [...own, program, later];
    const all = loaded();
    for (const one of expected) expect(all).toContainEqual(expect.stringMatching(one));
    expect(new Set(all).size).toBe(expected.length);
  });
}

for (const { path, share } of [
  { path: "tinh/khanh-hoa/", share: "**/tinh/khanh-hoa/data/share.json" },
  { path: "./", share: "**/v/*/data/share.json" },
]) {
  for (const { fault, spoil } of [
    { fault: "do not come", spoil: () => "{" },
    { fault: "are spoiled", spoil: (text: string) => text.replace('"observations/khanh-hoa.json":\n', "$&?") },
  ]) {
    test(`where the figures ${fault}, nothing is said and all of it stays: ${path}`, async ({ page }) => {
      await page.goto(path);
      const written = await promises(page).innerHTML();
      expect(written).toContain("<li");
      await page.clock.setFixedTime(LATER);
      await page.route(share, async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        expect(spoil(text)).not.toBe(text);
        await route.fulfill({ response, body: spoil(text) });
      });
      await page.goto(path);
      await expect(page.locator("html[data-renewal=no-data]")).toBeAttached();
      await expect(page.locator("#status")).toBeEmpty();
      await expect(page.getByRole("alert")).toHaveCount(0);
      expect(await promises(page).innerHTML()).toBe(written);
    });
  }
}

test("what a page says of promises is renewed around the focus", async ({ page }) => {
  const release = await hold(page);
  await page.clock.setFixedTime(LATER);
  await page.goto("./");
  const link = promises(page).getByRole("link", { name: "Khánh Hòa" }).first();
  await link.focus();
  release();
  await expect(page.locator("html[data-renewal=alive]")).toBeAttached();
  await expect(promises(page)).toContainText("3/2/2031");
  await expect(link).toBeFocused();
});

test.describe("where the search does not come", () => {
  test.use({ expectedProblems: [/status of 404|404 Not Found fetching/] });

  test("what a page says of promises is renewed all the same", async ({ page }) => {
    await page.clock.setFixedTime(LATER);
    await page.route("**/tinhso-search-*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("./");
    await expect(page.locator("#status")).toContainText("Không tải được chương trình của trang");
    await expect(promises(page)).toContainText("3/2/2031");
  });
});

test("the focus stays where a reader has put it on a page that is replaced", async ({ page }) => {
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
    const target = page.locator("[data-controls] select").first();
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

test("so it does on a page that is replaced", async ({ page }) => {
  const release = await hold(page);
  await page.goto("en/loi-hua/");
  await box(page, "Khánh Hòa").uncheck();
  release();
  await expectAlive(page);
  await expect(page).toHaveURL("en/loi-hua/?tinh=br-vt,binh-phuoc,bac-lieu");
  await expect(box(page, "Khánh Hòa")).not.toBeChecked();
});

test("a page that its address narrows shows its title, then what was asked for", async ({ page }) => {
  const release = await hold(page);
  await page.goto(`${DOSSIERS}?tinh=khanh-hoa`, { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(sentence(page)).toBeHidden();
  await expect(page.getByRole("figure").locator("svg").first()).toBeHidden();
  release();
  await expectAlive(page);
  await expect(sentence(page)).toBeVisible();
  await expect(sentence(page)).toContainText("Khánh Hòa 56%");
  await expect(sentence(page)).not.toContainText("BR-VT");
  expect(await shifts(page)).toBe(0);
});

test("cards are taken out and put back, in their order, as they were", async ({ page }) => {
  await visit(page, DOSSIERS);
  const cards = page.locator("article.t-card");
  const ids = () => cards.evaluateAll((cards) => cards.map((card) => card.id));
  const all = await ids();
  const written = await cards.elementHandles();
  await box(page, "BR-VT").uncheck();
  await expect(page.locator('article[id^="br-vt/"]')).toHaveCount(0);
  await expect(cards).not.toHaveCount(0);
  await box(page, "BR-VT").check();
  await expect(cards).toHaveCount(all.length);
  expect(await ids()).toEqual(all);
  for (const card of written) expect(await card.evaluate((card) => card.isConnected)).toBe(true);
});

test("what stands far below is laid out when a reader begins to scroll, and not before", async ({ page }) => {
  await visit(page, DOSSIERS);
  const below = page.locator("[data-part=table], [data-part=cards] article");
  const laidOut = () => below.evaluateAll((all) => all.filter((one) => one.hasAttribute("style")).length);
  await page.evaluate(async () => {
    for (let idle = 0; idle < 3; idle += 1) await new Promise((done) => requestIdleCallback(done));
  });
  expect(await laidOut()).toBe(0);
  await page.mouse.wheel(0, 10);
  await expect.poll(laidOut).toBe(await below.count());
});

test("charts are drawn for the width that is seen, and for a wider window, too", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await visit(page, DOSSIERS);
  await box(page, "BR-VT").uncheck();
  const seen = page.locator("[data-part=figure] svg").locator("visible=true");
  await expect(seen).toHaveCount(1);
  await expect(seen).not.toContainText("BR-VT");
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator("[data-part=figure] .t-chart--wide svg")).toBeVisible();
  await expect(page.locator("[data-part=figure] .t-chart--wide svg")).not.toContainText("BR-VT");
});

test("the other language keeps the view", async ({ page }) => {
  await visit(page, DOSSIERS);
  await box(page, "BR-VT").uncheck();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`en/${DOSSIERS}?tinh=khanh-hoa,binh-phuoc,bac-lieu`);
  await expectAlive(page);
  await expect(box(page, "BR-VT")).not.toBeChecked();
});

test("a page with nothing to choose loads no program", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  for (const path of ["phuong-phap/", "en/chi-tieu/dti-rank/", "nguon/", "en/tinh/da-nang/"]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  // The script that keeps the site for reading without a network is no program.
  const programs = loaded.filter((url) => /\.(wasm|js|json)$/.test(url) && !/\/register-/.test(url));
  expect(programs).toEqual([]);
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
  const table = page.locator("[data-part=table]");
  const left = await table.innerHTML();
  await page.goto(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc,bac-lieu`);
  await expectAlive(page);
  expect(await table.innerHTML()).toBe(left);
});
