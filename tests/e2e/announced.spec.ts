// What a choice changes is announced once: a screen reader says the text of a live region whenever it changes, and of
// several changes at the same time a reader would hear only a part.

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { box } from "./page";
import { DOSSIERS, LANGUAGES, addressOf } from "./site";

const list = (page: Page, key: string) => page.locator(`select[name="${key}"]`);

/** Notes what the live regions of the page announce from now on. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const announced: string[] = [];
    Object.assign(window, { announced });
    const changed = new Set<Element>();
    const note = () => {
      for (const region of changed) {
        const text = (region.textContent ?? "").replace(/\s+/g, " ").trim();
        // An emptied region, and one that has been removed, say nothing.
        if (text !== "" && region.isConnected) announced.push(text);
      }
      changed.clear();
    };
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        // A region that comes into the page with its text is no change of it, so it is not announced.
        const region = element?.closest("[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]");
        if (!region) continue;
        // What changes before the next frame is announced together.
        if (changed.size === 0) requestAnimationFrame(note);
        changed.add(region);
      }
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** What was announced so far. Waits until the page has something to say and nothing more to do. */
async function announced(page: Page): Promise<string[]> {
  const all = () => page.evaluate(() => (window as unknown as { announced: string[] }).announced);
  await expect.poll(all).not.toEqual([]);
  await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve)));
    for (let turns = 0; turns < 3; turns += 1) await idle();
  });
  return all();
}

/** The choices of a reader, each as the first one on its page. */
const CHOICES: { what: string; path: string; choose: (page: Page) => Promise<unknown> }[] = [
  { what: "a province of a comparison", path: DOSSIERS, choose: (page) => box(page, "BR-VT").uncheck() },
  { what: "the kind of figures", path: DOSSIERS, choose: (page) => list(page, "loai").selectOption("result") },
  { what: "the year of a comparison", path: DOSSIERS, choose: (page) => list(page, "nam").selectOption({ index: 1 }) },
  { what: "the table alone", path: DOSSIERS, choose: (page) => list(page, "xem").selectOption("bang") },
  { what: "a province of the promises", path: "loi-hua/", choose: (page) => box(page, "BR-VT").uncheck() },
  { what: "a state", path: "loi-hua/", choose: (page) => list(page, "trang-thai").selectOption("missed") },
  { what: "a grouping", path: "loi-hua/", choose: (page) => list(page, "nhom").selectOption("han") },
  { what: "a province of the ranking", path: "xep-hang/", choose: (page) => box(page, "BR-VT").uncheck() },
  { what: "an edition", path: "xep-hang/", choose: (page) => list(page, "nam").selectOption({ index: 2 }) },
  { what: "a word on home", path: "", choose: (page) => page.getByRole("searchbox").fill("ho so") },
  { what: "a word among the provinces", path: "tinh/", choose: (page) => page.getByRole("searchbox").fill("lang") },
];

for (const language of LANGUAGES) {
  for (const { what, path, choose } of CHOICES) {
    test(`a choice is announced once, in ${language}: ${what}`, async ({ page }) => {
      await visit(page, addressOf(language, path));
      await listen(page);
      await choose(page);
      expect(await announced(page)).toEqual([expect.stringMatching(/\S/)]);
    });
  }
}

test("each choice after the first is announced once, too", async ({ page }) => {
  await visit(page, DOSSIERS);
  await box(page, "BR-VT").uncheck();
  await expect(page).toHaveURL(/tinh=/);
  for (const choose of [
    () => box(page, "BR-VT").check(),
    () => list(page, "loai").selectOption("result"),
    () => list(page, "xem").selectOption("bang"),
    () => list(page, "loai").selectOption("target"),
  ]) {
    await listen(page);
    await choose();
    expect(await announced(page)).toHaveLength(1);
  }
});

test("a search announces the number of what it finds, and only if that has changed", async ({ page }) => {
  await visit(page, "tinh/");
  await listen(page);
  const field = page.getByRole("searchbox");
  await field.fill("lang");
  const [first] = await announced(page);
  expect(first).toMatch(/^Tìm thấy \d+ mục$/);
  await field.press("Space");
  await expect(field).toHaveValue("lang ");
  await expect(page).toHaveURL(/tim=lang/);
  expect(await announced(page)).toEqual([first]);
});
