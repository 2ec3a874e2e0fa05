// What the tests of the kept site start from: a server of its own for each, and what they ask the
// browser.

import type { Page } from "@playwright/test";

import { test as base, expect, visit } from "./fixtures";
import { Releases } from "./releases";

// What the browser itself says of a network that is gone, and of the page in the place of another.
const GONE = /ERR_CONNECTION_REFUSED|ERR_FAILED|status of 503|fetching the script/;

export const test = base.extend<{ site: Releases; isWanted: boolean }>({
  serviceWorkers: "allow",
  expectedProblems: [[GONE], { scope: "test" }],
  // What a page had loaded before there was a worker is kept by what `performance` knows of it.
  isFixedDay: false,
  /** Whether the reader has asked for it: on a developer's machine nothing is kept otherwise. */
  isWanted: [true, { option: true }],
  site: async ({}, use) => {
    const site = await Releases.start();
    await use(site);
    await site.disconnect().catch(() => {});
  },
  baseURL: async ({ site }, use) => use(site.url),
  page: async ({ page, isWanted }, use) => {
    if (isWanted) {
      await page.addInitScript(() => {
        if (!localStorage.getItem("tinhso-offline")) localStorage.setItem("tinhso-offline", "on");
      });
    }
    await use(page);
  },
});

export const notice = (page: Page) => page.locator(".t-new");

/** The names of the caches, oldest first. */
export const cacheNames = (page: Page) => page.evaluate(async () => caches.keys());

/** The URLs of all that the page has loaded so far. */
async function loadedUrls(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
}

/** What is named by its content, as are the files of one release. */
const OF_A_RELEASE = /\/v\/[0-9a-f]+\/|-[0-9a-f]{16}/;

/** Waits until the page and all it has loaded is kept. */
export async function expectKept(page: Page): Promise<void> {
  await page.evaluate(async () => navigator.serviceWorker.ready);
  const isKept = async () => {
    const named = (await loadedUrls(page)).filter((url) => OF_A_RELEASE.test(url));
    expect(named).not.toEqual([]);
    return page.evaluate(async (named) => {
      const kept = await Promise.all([location.pathname, ...named].map((name) => caches.match(name)));
      return kept.every(Boolean) && navigator.serviceWorker.controller !== null;
    }, named);
  };
  await expect.poll(isKept).toBe(true);
}

/** Opens a page for the first time, and waits until it is kept. */
export async function open(page: Page, path: string): Promise<void> {
  await visit(page, path);
  await expectKept(page);
}

/** Publishes a release; the open page asks for it, as it does when it is looked at again. */
export async function publish(page: Page, site: Releases, release: number): Promise<void> {
  site.published = release;
  const nBefore = site.asked.length;
  const isAsked = async () => {
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      // A release that cannot be installed is refused: the test says what came of it.
      await registration?.update().catch(() => {});
    });
    return site.asked.slice(nBefore).includes("sw.js");
  };
  // An update that was on its way already is the one that is waited for, and finds the release before.
  await expect.poll(isAsked).toBe(true);
}

/** That the page tells of a new release, in these words. */
export async function expectTold(page: Page, words: string): Promise<void> {
  // A browser changes workers when the old one is idle, and may take a while to find that out.
  await expect(notice(page)).toContainText(words, { timeout: 60_000 });
}

/** That the page has loaded files of one release and of no other. */
export async function expectLoadedOf(page: Page, site: Releases, release: number): Promise<void> {
  const sums = (await loadedUrls(page)).flatMap((url) => url.match(/[0-9a-f]{16}/g) ?? []);
  const own = site.sumsOf(release);
  expect(sums).not.toEqual([]);
  expect(sums.filter((sum) => !own.includes(sum))).toEqual([]);
}
