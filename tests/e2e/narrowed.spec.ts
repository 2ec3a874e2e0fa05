// An address that selects only some provinces narrows the written page: a small script hides the other provinces
// from the first paint on. For every other selection, which only the program can show, the page says what it shows
// instead.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS, PROVINCES, addressOf } from "./site";

const status = (page: Page) => page.locator("#status");
const lead = (page: Page) => page.locator(".t-lead");

/** The visible pieces of a province: the cards, rows and marks of its figures, and its name in the chart. */
const visiblePieces = (page: Page, id: string, name: string) => ({
  cards: page.locator(`article[id^="${id}/"], details[id^="${id}/"]`).locator("visible=true"),
  rows: page.locator(`.t-below td a[href*="#${id}/"]`).locator("visible=true"),
  marks: page.locator(`figure svg a[href*="#${id}/"] > :not(title)`).locator("visible=true"),
  label: page.locator("figure svg > text", { hasText: new RegExp(`^${name}$`) }).locator("visible=true"),
});

/** The text that a style puts in front of an element. */
const textBefore = (page: Page, selector: string) =>
  page.locator(selector).first().evaluate((element) => getComputedStyle(element, "::before").content);

/** Adds up the layout shifts: how much of the page moves without an action of the reader. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts = window as unknown as { moved: number };
    shifts.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        shifts.moved += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
const totalShift = (page: Page) => page.evaluate(() => (window as unknown as { moved: number }).moved);

for (const { language, path, ofAll, says } of [
  {
    language: "vi",
    path: DOSSIERS,
    ofAll: '"(Nói về cả 4 tỉnh) "',
    says: "Đã ẩn các tỉnh không chọn; câu chữ và số đếm vẫn nói về cả 4 tỉnh.",
  },
  {
    language: "en",
    path: "loi-hua/",
    ofAll: '"(About all 4 provinces) "',
    says: "Provinces not chosen are hidden; sentences and counts still speak of all 4 provinces.",
  },
] as const) {
  test(`provinces that are not chosen are hidden before the program has loaded: ${path} in ${language}`, async ({ page }) => {
    await watchShifts(page);
    const release = await hold(page);
    await page.goto(`${addressOf(language, path)}?tinh=br-vt,bac-lieu`, { waitUntil: "domcontentloaded" });
    for (const { id, name } of PROVINCES) {
      const isChosen = ["br-vt", "bac-lieu"].includes(id);
      for (const [what, found] of Object.entries(visiblePieces(page, id, name))) {
        // The page of promises has no table.
        if (what === "rows" && path !== DOSSIERS) continue;
        if (isChosen) await expect(found, `${id}: ${what}`).not.toHaveCount(0);
        else await expect(found, `${id}: ${what}`).toHaveCount(0);
      }
      await expect(page.getByRole("checkbox", { name, exact: true })).toBeChecked({ checked: isChosen });
    }
    // No group may be visible whose rows or stories are all hidden.
    await expect(page.locator(".t-promises, tbody").locator("visible=true").filter({ hasNot: page.locator("a, details") })).toHaveCount(0);
    await expect(status(page)).toContainText(says);
    expect(await textBefore(page, ".t-lead")).toBe(ofAll);

    release();
    await expectAlive(page);
    await expect(status(page)).toBeEmpty();
    expect(await textBefore(page, ".t-lead")).toBe("none");
    await expect(lead(page)).not.toContainText("Khánh Hòa");
    for (const { id, name } of PROVINCES) {
      const isChosen = ["br-vt", "bac-lieu"].includes(id);
      await expect(page.getByRole("checkbox", { name, exact: true })).toBeChecked({ checked: isChosen });
      const { marks } = visiblePieces(page, id, name);
      if (isChosen) await expect(marks, id).not.toHaveCount(0);
      else await expect(marks, id).toHaveCount(0);
    }
    expect(await totalShift(page)).toBeLessThanOrEqual(0.01);
  });
}

test("the map and the table of the ranking keep all provinces, and the rows of the chosen ones are marked", async ({ page }) => {
  await hold(page);
  await page.goto("xep-hang/?tinh=br-vt", { waitUntil: "domcontentloaded" });
  const map = page.locator('svg[aria-labelledby^="map-"]').locator("visible=true");
  await expect(map.locator("a")).toHaveCount(34);
  await expect(map.locator("a > rect").locator("visible=true")).not.toHaveCount(0);
  // The rows of the 63 stand below those of the 34, in which BR-VT has none.
  const background = (id: string) =>
    page.locator(`tr[id="${id}"]`).evaluate((row) => getComputedStyle(row).backgroundColor);
  const other = await background("ha-giang/dti-rank/result/2024-of-63");
  expect(await background("bac-lieu/dti-rank/result/2024-of-63")).toBe(other);
  expect(await background("br-vt/dti-rank/result/2024")).not.toBe(other);
  // The table of ranks over the years only shows the chosen provinces.
  const columns = page.locator("section[aria-labelledby=history-title] thead th").locator("visible=true");
  await expect(columns).toHaveText(["Kỳ", "BR-VT"]);
  const cells = page.locator("section[aria-labelledby=history-title] tbody tr").first().locator("td, th").locator("visible=true");
  await expect(cells).toHaveCount(2);
});

for (const { what, act } of [
  { what: "the reader presses a key", act: (page: Page) => page.keyboard.press("Tab") },
  { what: "the reader scrolls", act: (page: Page) => page.mouse.wheel(0, 40) },
]) {
  test(`visible sections keep their height until ${what}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const release = await hold(page);
    await page.goto(`${DOSSIERS}?tinh=khanh-hoa`, { waitUntil: "domcontentloaded" });
    const place = (selector: string) =>
      page.locator(selector).first().evaluate((element) => Math.round(element.getBoundingClientRect().top + scrollY));
    const [figure, below] = [await place("figure"), await place(".t-why")];
    release();
    await expectAlive(page);
    expect(await place("figure")).toBe(figure);
    expect(await place(".t-why")).toBe(below);
    await act(page);
    await expect.poll(() => place(".t-why")).toBeLessThan(below - 100);
  });
}

test("a figure of provinces that the written page does not have leaves no gap", async ({ page }) => {
  await page.goto("so-sanh/dti-rank/?tinh=da-nang,cao-bang");
  await expectAlive(page);
  const figure = page.locator("figure svg").first();
  await expect(figure).toContainText("Cao Bằng");
  const [above, below] = [await figure.boundingBox(), await page.getByRole("heading", { name: "Những số trừ được cho nhau" }).boundingBox()];
  expect((below?.y ?? Infinity) - ((above?.y ?? 0) + (above?.height ?? 0))).toBeLessThan(100);
});

for (const { query, says } of [
  { query: "nam=2022", says: "Năm: đang là “Mới nhất”; 2022 đang tải." },
  { query: "nam=2022.", says: "Năm: đang là “Mới nhất”; 2022 đang tải." },
  { query: "tinh=br-vt&xem=bang", says: "Đã ẩn các tỉnh không chọn; câu chữ và số đếm vẫn nói về cả 4 tỉnh. Các lựa chọn khác trong địa chỉ chưa được áp dụng." },
  { query: "tinh=br-vt&amp;nam=2022", says: "Đã ẩn các tỉnh không chọn; câu chữ và số đếm vẫn nói về cả 4 tỉnh. Năm: đang là “Mới nhất”; 2022 đang tải." },
  { query: "xem=bang", says: "Trang đang hiện tất cả, chưa theo lựa chọn trong địa chỉ." },
  // The written page does not know which other provinces there are.
  { query: "tinh=atlantis", says: "Trang đang hiện tất cả, chưa theo lựa chọn trong địa chỉ." },
  // Nothing is said about a query that means nothing, or that selects everything.
  { query: "tinh=br-vt,khanh-hoa,binh-phuoc,bac-lieu", says: "" },
  { query: "fbclid=x", says: "" },
]) {
  test(`the page says what it shows instead of the selection: ${query}`, async ({ page }) => {
    await page.clock.pauseAt("2026-12-01T12:00:00+07:00");
    await hold(page);
    await page.goto(`${DOSSIERS}?${query}`, { waitUntil: "domcontentloaded" });
    await expect(status(page)).toHaveText(says);
    await expect(page.locator('article[id^="br-vt/"]').first()).toBeVisible();
  });
}

test("the page writes the selected day in the same form as its other dates", async ({ page }) => {
  await hold(page);
  const day = /data-day="([^"]+)"/;
  for (const { address, name, selectedDay, form, month } of [
    { address: "loi-hua/?ngay=2024-12-31", name: "Tính đến ngày: đang là", selectedDay: "31/12/2024 đang tải.", form: "vi", month: "numeric" },
    { address: "en/loi-hua/?ngay=2024-12-31", name: "As of: now", selectedDay: "December 31, 2024 is loading.", form: "en-US", month: "long" },
  ] as const) {
    const response = await page.goto(address, { waitUntil: "domcontentloaded" });
    const [, written = ""] = day.exec((await response?.text()) ?? "") ?? [];
    const now = new Date(written).toLocaleDateString(form, { day: "numeric", month, year: "numeric", timeZone: "UTC" });
    await expect(status(page)).toContainText(`${name} “${now}”; ${selectedDay}`);
  }
});

test("ticking a province before the program has loaded adds it to the selected ones", async ({ page }) => {
  const release = await hold(page);
  await page.goto(`${DOSSIERS}?tinh=br-vt,khanh-hoa`, { waitUntil: "domcontentloaded" });
  await page.getByRole("checkbox", { name: "Bạc Liêu" }).check();
  release();
  await expectAlive(page);
  await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,bac-lieu`);
  await expect(page.getByRole("checkbox", { name: "Bình Phước" })).not.toBeChecked();
});

test("a choice on a page that its address has narrowed is applied", async ({ page }) => {
  await visit(page, `${DOSSIERS}?tinh=br-vt,khanh-hoa`);
  await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
  await expect(page).toHaveURL(`${DOSSIERS}?tinh=khanh-hoa`);
  await expect(lead(page)).not.toContainText("BR-VT");
});
