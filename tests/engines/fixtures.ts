// What every spec uses: `test` with a server and a browser of its own for each test, which fail a test when its page
// reports an error, and what most specs ask of a page.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { test as base, expect } from "@playwright/test";

import { Releases } from "../e2e/releases";
import { Display } from "./display";
import type { Engine } from "./engines";
import { Session } from "./session";

export type Options = {
  engine: Engine;
  /** Whether the browser keeps pages from storing anything. */
  blocksStorage: boolean;
  /** Errors that a test causes on purpose: a message that matches does not fail the test. */
  expectedProblems: [] | [RegExp];
};

type Fixtures = { site: Releases; session: Session };
type WorkerFixtures = Pick<Options, "engine" | "blocksStorage"> & { started: Session };

export const test = base.extend<Pick<Options, "expectedProblems"> & Fixtures, WorkerFixtures>({
  engine: ["chromium", { option: true, scope: "worker" }],
  blocksStorage: [false, { option: true, scope: "worker" }],
  expectedProblems: [[], { option: true }],

  started: [
    async ({ engine, blocksStorage }, use) => {
      const folder = await mkdtemp(join(tmpdir(), "tinhso-engine-"));
      // Each worker has a screen of its own, so that windows do not take the focus from each other.
      const display = engine === "webkit" ? await Display.start() : undefined;
      try {
        const session = await Session.start(engine, { folder, display: display?.name, blocksStorage });
        await use(session);
        await session.end();
      } finally {
        await display?.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: "worker" },
  ],

  site: async ({}, use) => {
    const site = await Releases.start();
    await use(site);
    await site.disconnect().catch(() => {});
  },

  session: async ({ started: session, site, expectedProblems }, use, info) => {
    await session.begin();
    await use(session);
    const isExpected = (problem: string) => expectedProblems[0]?.test(problem) ?? false;
    const problems = session.problems().filter((problem) => !isExpected(problem));
    if (info.status !== info.expectedStatus || problems.length > 0) {
      await info.attach("driver.log", { body: session.log(), contentType: "text/plain" });
    }
    expect(problems).toEqual([]);
    // Not every engine reports a file that is missing.
    expect(site.missingPaths).toEqual([]);
  },
});

/** Waits until the program has started and reacts to choices. */
export async function expectAlive(session: Session): Promise<void> {
  await expect.poll(() => session.count("html[data-program=alive]"), "the program has started").toBe(1);
}

/** Opens a page and waits until the program has started. */
export async function visit(session: Session, address: string): Promise<void> {
  await session.open(address);
  await expectAlive(session);
}

/** Holds back the program of the pages until the returned function is called. */
export function holdProgram(site: Releases): () => void {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  site.waitsFor = (path) => (path.endsWith(".wasm") ? released : undefined);
  return () => release();
}

/** Waits until the address below the home page is this one. */
export async function expectAddress(session: Session, site: Releases, address: string): Promise<void> {
  const below = async () => {
    const now = await session.address();
    const home = [site.url, site.publishedUrl].find((home) => now.startsWith(home)) ?? "";
    return now.slice(home.length);
  };
  await expect.poll(below, "the address").toBe(address);
}

/** Waits until the element has this text, or contains it. */
export async function expectText(session: Session, selector: string, text: string | RegExp): Promise<void> {
  await expect.poll(() => session.text(selector), selector).toMatch(text);
}

/** Waits until an element that matches has the focus. */
export async function expectFocus(session: Session, selector: string): Promise<void> {
  await expect.poll(() => session.hasFocus(selector), `the focus is on ${selector}`).toBe(true);
}

/** Whether the page has its service worker, and so can do without a network. */
export const isKept = (session: Session): Promise<boolean> =>
  session.evaluateAsync(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active));

export async function expectKept(session: Session): Promise<void> {
  await expect.poll(() => isKept(session), "the page has its worker").toBe(true);
}

/** The values of the ticked provinces. */
export const tickedProvinces = (session: Session): Promise<string[]> =>
  session.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>("input[name=tinh]:checked")].map((box) => box.value),
  );

export { expect };
