// The application takes over a written page at the first change. Nothing may flash, move or get lost then.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS } from "./site";

const sentence = (page: Page) => page.locator("main .t-lead");
const box = (page: Page, name: string) => page.getByRole("checkbox", { name });

type Shift = PerformanceEntry & {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
};

/** What of the page has moved without an action of the reader: the browser's layout shifts, with what moved and how far. */
async function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    const place = (rect: DOMRectReadOnly) => `${rect.x},${rect.y} ${rect.width}×${rect.height}`;
    const name = (node: Node | null) =>
      node instanceof Element ? node.outerHTML.slice(0, 100) : (node?.textContent ?? "nothing that is still there");
    return (observer.takeRecords() as Shift[]).map(
      ({ value, sources }) =>
        `${value}: ${sources.map((source) => `${name(source.node)} from ${place(source.previousRect)} to ${place(source.currentRect)}`).join("; ")}`,
    );
  });
}

for (const path of [DOSSIERS, "./", "en/so-sanh/", "tinh/", "loi-hua/", "en/xep-hang/", "tinh/br-vt/"]) {
  test(`the program keeps every element of the written page when it starts: ${path}`, async ({ page }) => {
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
    expect(await shifts(page)).toEqual([]);
  });
}

/** A day on which the assessments in the written pages are out of date. */
const LATER = "2031-02-03T12:00:00+07:00";

for (const path of ["tinh/khanh-hoa/", "./", "loi-hua/"]) {
  test(`promises are assessed as of today, and the focus is kept: ${path}`, async ({ page }) => {
    const release = await hold(page);
    await page.clock.setFixedTime(LATER);
    await page.goto(path);
    const states = page.locator("main").locator(".t-states li, .t-followed p, .t-lead");
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
  { path: "tinh/khanh-hoa/", bundle: "**/bundles/province-khanh-hoa.json" },
  { path: "./", bundle: "**/bundles/followed.json" },
]) {
  test(`if the data cannot be loaded, the written page stays complete: ${path}`, async ({ page }) => {
    const release = await hold(page);
    await page.goto(path);
    const written = await page.locator("main").innerText();
    release();
    await page.clock.setFixedTime(LATER);
    await page.route(bundle, (route) => route.fulfill({ contentType: "application/json", body: "{" }));
    await page.goto(path);
    await expect(page.locator("#status")).toContainText("Không tải được số liệu");
    expect(await page.locator("main").innerText()).toBe(written);
  });
}

test("the focus stays where the reader has put it when the program starts", async ({ page }) => {
  const release = await hold(page);
  await page.goto("loi-hua/");
  const summary = page.locator(".t-promises summary").nth(2);
  await summary.focus();
  release();
  await expectAlive(page);
  await expect(summary).toBeFocused();
});

test("the focus also stays inside a story that the reader has opened", async ({ page }) => {
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

test("words typed into a field that had the focus before the program started are searched for", async ({ page }) => {
  const release = await hold(page);
  await page.goto("so-sanh/");
  const field = page.getByRole("searchbox");
  await field.focus();
  release();
  await expectAlive(page);
  await expect(field).toBeFocused();
  await page.keyboard.type("ho so");
  await expect(page).toHaveURL("so-sanh/?tim=ho%20so");
  await expect(page.locator("#found").getByRole("link")).not.toHaveCount(0);
});

test.describe("on the page for an address that does not exist", () => {
  test.use({ expectedProblems: [/status of 404/] });

  test("Enter counts in a search field that had the focus before the program started", async ({ page }) => {
    const release = await hold(page);
    await page.goto("so-sanh/no-such-topic/");
    const field = page.getByRole("searchbox");
    await field.focus();
    release();
    await expectAlive(page);
    await expect(field).toBeFocused();
    await page.keyboard.type("vung tau");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("so-sanh/?tim=vung+tau");
  });
});

for (const { on, fragment } of [
  { on: DOSSIERS, fragment: "binh-phuoc/online-dossiers-full/result/2022" },
  { on: "loi-hua/", fragment: "br-vt/water-bills-cashless/target/2023" },
]) {
  test(`a reader who has scrolled away from the figure in the address is not moved back: ${on}`, async ({ page }) => {
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

test("a comparison applies a choice that was made before the program started", async ({ page }) => {
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

test("a topic that was chosen before the program started is opened", async ({ page }) => {
  const release = await hold(page);
  await page.goto(`en/${DOSSIERS}`);
  const topics = page.getByLabel("Topic", { exact: true });
  await topics.selectOption("dti-rank");
  release();
  await expect(page).toHaveURL("en/so-sanh/dti-rank/#topic");
  await expectAlive(page);
  await expect(topics).toHaveValue("dti-rank");
});

test("the page of promises applies a choice that was made before the program started", async ({ page }) => {
  const release = await hold(page);
  await page.goto("en/loi-hua/");
  await box(page, "Khánh Hòa").uncheck();
  release();
  await expectAlive(page);
  await expect(page).toHaveURL("en/loi-hua/?tinh=br-vt,binh-phuoc,bac-lieu");
  await expect(box(page, "Khánh Hòa")).not.toBeChecked();
});

test("cards are removed and put back in their order, and the other cards are not rebuilt", async ({ page }) => {
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

test("charts follow a choice in the visible width, and in the other when the window gets wider", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await visit(page, DOSSIERS);
  await page.locator("#controls > summary").click();
  await box(page, "BR-VT").uncheck();
  const seen = page.locator("figure svg").locator("visible=true");
  await expect(seen).toHaveCount(1);
  await expect(seen).not.toContainText("BR-VT");
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator("figure .t-chart--wide svg")).toBeVisible();
  await expect(page.locator("figure .t-chart--wide svg")).not.toContainText("BR-VT");
});

test("the link to the other language keeps the selection", async ({ page }) => {
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
  for (const path of ["phuong-phap/", "nguon/", "en/tinh/da-nang/"]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  expect(loaded.filter((url) => url.endsWith(".json"))).toEqual([]);
});

for (const path of [DOSSIERS, "./", "xep-hang/"]) {
  test(`${path} is painted before the program and the data are requested, and these load at the same time`, async ({ page }) => {
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    await visit(page, path);
    const { painted, preloaded, starts } = await page.evaluate(() => {
      // While the clock is fixed, `performance` lists no entries, but a PerformanceObserver does.
      const entries = (type: string) => {
        const observer = new PerformanceObserver(() => {});
        observer.observe({ type, buffered: true });
        return observer.takeRecords();
      };
      const loaded = entries("resource").filter(({ name }) => /\.(wasm|js|json)$/.test(name));
      return {
        painted: entries("paint").find(({ name }) => name === "first-contentful-paint")?.startTime,
        preloaded: [...document.querySelectorAll<HTMLLinkElement>("link[rel=preload]")].map((link) => link.href),
        starts: loaded.map(({ startTime }) => startTime),
      };
    });
    // The preload links name the WebAssembly and the bundle (if the page has one). JavaScript is loaded besides them.
    expect(preloaded.length).toBeGreaterThan(0);
    expect(requested.filter((url) => /\.(wasm|json)$/.test(url)).sort()).toEqual(preloaded.sort());
    expect(starts.length).toBeGreaterThan(preloaded.length);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(painted ?? Infinity);
  });
}

test("a choice does not rebuild the rows that it does not change", async ({ page }) => {
  await visit(page, DOSSIERS);
  // The first choice replaces the written page. This is about the choices after it.
  await page.getByLabel("Loại số").selectOption("result");
  await page.getByLabel("Loại số").selectOption("");
  const row = page.getByRole("row").filter({ hasText: "Khánh Hòa" }).first();
  const before = await row.evaluateHandle((row) => {
    getSelection()?.selectAllChildren(row);
    return { row, marked: getSelection()?.toString() };
  });
  await page.getByRole("checkbox", { name: "Bạc Liêu" }).evaluate((box: HTMLInputElement) => box.click());
  await expect(page.getByRole("row").filter({ hasText: "Bạc Liêu" })).toHaveCount(0);
  const isUnchanged = ({ row, marked }: { row: Element; marked?: string }) =>
    row.isConnected && marked !== "" && getSelection()?.toString() === marked;
  expect(await before.evaluate(isUnchanged)).toBe(true);
  await page.getByRole("checkbox", { name: "Bạc Liêu" }).evaluate((box: HTMLInputElement) => box.click());
  await expect(page.getByRole("row").filter({ hasText: "Bạc Liêu" })).not.toHaveCount(0);
  expect(await before.evaluate(isUnchanged)).toBe(true);
  // After the two choices, the table is the same as when the page is opened at this address.
  const table = page.locator(".t-below");
  const text = async () => ((await table.textContent()) ?? "").replace(/\s+/g, " ");
  const left = await text();
  await page.goto(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc,bac-lieu`);
  await expectAlive(page);
  expect(await text()).toBe(left);
});

/**
 * Lets the program run only so many times when the browser is idle, each time too shortly for more than one section
 * of the page, so that the page it builds stays unfinished.
 */
async function allowIdleTimes(page: Page, times: number): Promise<void> {
  await page.addInitScript((times) => {
    const state = { left: times };
    Object.assign(window, { idle: state });
    window.requestIdleCallback = (then) => {
      if (state.left <= 0) return 0;
      state.left -= 1;
      return window.setTimeout(() => then({ didTimeout: false, timeRemaining: () => 0 }), 0);
    };
  }, times);
}

/** The text of the page without what is hidden. */
const visibleText = (page: Page) =>
  page.evaluate(() => {
    const copy = document.querySelector("main")?.cloneNode(true) as Element;
    for (const unseen of copy.querySelectorAll("[hidden], .t-hidden")) unseen.remove();
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  });

for (const path of [DOSSIERS, "loi-hua/", "en/xep-hang/"]) {
  test(`a choice that is made while the page is half built changes all of it: ${path}`, async ({ page }) => {
    const chosen = `${path}?tinh=khanh-hoa,binh-phuoc,bac-lieu`;
    await page.goto(chosen);
    await expectAlive(page);
    const whole = await visibleText(page);
    const now = await page.evaluate(() => Date.now());
    for (const times of [2, 5, 9, 14]) {
      await test.step(`after ${times} idle times`, async () => {
        const halfBuilt = await page.context().newPage();
        await halfBuilt.clock.setFixedTime(now);
        await allowIdleTimes(halfBuilt, times);
        await halfBuilt.goto(path);
        await expectAlive(halfBuilt);
        const timesLeft = () => halfBuilt.evaluate(() => (window as unknown as { idle: { left: number } }).idle.left);
        await expect.poll(timesLeft).toBe(0);
        await box(halfBuilt, "BR-VT").uncheck();
        await expect(halfBuilt).toHaveURL(chosen);
        expect(await visibleText(halfBuilt)).toBe(whole);
        await halfBuilt.close();
      });
    }
  });
}
