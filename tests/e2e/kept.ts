// What the tests of the copy on the reader's device use: each has a server of its own, and there are helpers to
// ask the browser what the service worker has kept.

import type { Page } from "@playwright/test";

import { test as base, expect, visit } from "./fixtures";
import { Releases } from "./releases";

// The browser's own error messages when the server cannot be reached, and when the service worker answers with
// the page that says that there is no network.
const NETWORK_ERRORS = /ERR_CONNECTION_REFUSED|ERR_FAILED|status of 503|fetching the script/;

export const test = base.extend<{ site: Releases; isWanted: boolean }>({
  serviceWorkers: "allow",
  expectedProblems: [[NETWORK_ERRORS], { scope: "test" }],
  // The service worker keeps what the page had loaded before the worker was there. `performance` lists these
  // files, but only while the clock is not fixed.
  isFixedDay: false,
  /** Whether the reader has asked to keep the site. On a developer's machine nothing is kept unless asked for. */
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

/** The notice that there is a new release. */
export const notice = (page: Page) => page.locator(".t-new");

/** The names of the caches, oldest first. */
export const cacheNames = (page: Page) => page.evaluate(async () => caches.keys());

/** The URLs of all files that the page has loaded so far. */
async function loadedUrls(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
}

/** The names of files that contain a hash of their content. Each release has its own. */
const NAMED_BY_CONTENT = /\/v\/[0-9a-f]+\/|-[0-9a-f]{16}/;

/** Waits until the page and everything it has loaded are in the caches. */
export async function expectKept(page: Page): Promise<void> {
  await page.evaluate(async () => navigator.serviceWorker.ready);
  const isKept = async () => {
    const named = (await loadedUrls(page)).filter((url) => NAMED_BY_CONTENT.test(url));
    expect(named).not.toEqual([]);
    return page.evaluate(async (named) => {
      const kept = await Promise.all([location.pathname, ...named].map((name) => caches.match(name)));
      return kept.every(Boolean) && navigator.serviceWorker.controller !== null;
    }, named);
  };
  await expect.poll(isKept).toBe(true);
}

/** Opens a page and waits until it is kept on the device. */
export async function visitUntilKept(page: Page, path: string): Promise<void> {
  await visit(page, path);
  await expectKept(page);
}

/** Publishes a release, and makes the open page look for it, as it does when the reader returns to it. */
export async function publish(page: Page, site: Releases, release: number): Promise<void> {
  site.published = release;
  const nBefore = site.requestedPaths.length;
  const isRequested = async () => {
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      // This fails for a release that cannot be installed. The test itself checks what follows from that.
      await registration?.update().catch(() => {});
    });
    return site.requestedPaths.slice(nBefore).includes("sw.js");
  };
  // If an update was already running, `update` waits for that one, which only finds the previous release. So try
  // until `sw.js` has been requested again.
  await expect.poll(isRequested).toBe(true);
}

/** Waits until the page shows the notice about a new release, with these words. */
export async function expectNotice(page: Page, words: string): Promise<void> {
  // A browser changes service workers when the old one is idle, and may take a while to notice that it is.
  await expect(notice(page)).toContainText(words, { timeout: 60_000 });
}

/** Checks that the page has loaded files of this release and of no other. */
export async function expectOnlyFilesOf(page: Page, site: Releases, release: number): Promise<void> {
  const hashes = (await loadedUrls(page)).flatMap((url) => url.match(/[0-9a-f]{16}/g) ?? []);
  const expected = site.hashesOf(release);
  expect(hashes).not.toEqual([]);
  expect(hashes.filter((hash) => !expected.includes(hash))).toEqual([]);
}
