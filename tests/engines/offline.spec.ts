// After the first visit the page that a reader stands on is there without a network, whenever the network goes.

import { BASE, Releases } from "../e2e/releases";
import { DOSSIERS } from "../e2e/site";
import { expect, expectAddress, expectAlive, expectKept, expectText, isKept, test, visit } from "./fixtures";
import type { Session } from "./session";

// Each engine has words of its own for a server that cannot be reached.
test.use({ expectedProblems: [/./] });

const TITLE = "Hồ sơ hành chính giải quyết trực tuyến";

for (const { path, title } of [
  { path: "loi-hua/", title: "Lời hứa và kết quả" },
  { path: DOSSIERS, title: TITLE },
  // Its data are only loaded with it.
  { path: "en/xep-hang/", title: "Ranking" },
]) {
  test(`after one visit the page is there: ${path}`, async ({ session, site }) => {
    await visit(session, site.publishedUrl + path);
    await expectKept(session);
    await site.disconnect();
    await visit(session, site.publishedUrl + path);
    await expectText(session, "main h1", title);
    await session.click("input[name=tinh][value=br-vt]");
    await expectAddress(session, site, `${path}?tinh=khanh-hoa,binh-phuoc,bac-lieu`);
    expect(await session.text("#status")).toBe("");
  });
}

for (const { prefix, title, says } of [
  { prefix: "", title: "Không có mạng", says: "chưa được lưu" },
  { prefix: "en/", title: "No network", says: "is not kept" },
]) {
  test(`a page that was never loaded says that there is no network: ${prefix}xep-hang/`, async ({ session, site }) => {
    await visit(session, `${site.publishedUrl}${prefix}loi-hua/`);
    await expectKept(session);
    await site.disconnect();
    await session.open(`${site.publishedUrl}${prefix}xep-hang/`);
    await expectText(session, "main h1", title);
    await expectText(session, "main .t-lead", says);
    await site.connect();
    await session.reload();
    await expectAlive(session);
    await expect.poll(() => session.count("main figure")).toBeGreaterThan(0);
  });
}

/**
 * Waits until the installation of the service worker has come to an end, and tells whether there is one. It is called
 * without a network, so it begins no installation itself.
 */
const isInstalled = (session: Session) =>
  session.evaluateAsync(async (base) => {
    try {
      // This waits for the registration of the page, if that has begun, and gives what has come of it. Otherwise it fails.
      const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      await new Promise<void>((done) => {
        const check = () => /^(activated|redundant)$/.test(worker?.state ?? "redundant") && done();
        worker?.addEventListener("statechange", check);
        check();
      });
      return registration.active !== null;
    } catch {
      return false;
    }
  }, BASE);

/** Visits a page for the first time, with a network that goes once so many answers were sent. */
async function visitWithCut(session: Session, nAnswers: number): Promise<{ wasCut: boolean; hasWorker: boolean }> {
  const site = await Releases.start();
  // The browser's own cache does not help.
  site.isUncacheable = () => true;
  let nSent = 0;
  let wasCut = false;
  site.onAnswered = () => {
    nSent += 1;
    if (nSent !== nAnswers) return;
    wasCut = true;
    void site.disconnect();
  };
  await session.open(site.publishedUrl + DOSSIERS);
  await expect.poll(async () => wasCut || (await isKept(session))).toBe(true);
  const hasWorker = wasCut ? await isInstalled(session) : true;
  await site.disconnect();
  if (hasWorker) {
    await visit(session, site.publishedUrl + DOSSIERS);
    await session.click("input[name=tinh][value=br-vt]");
    await expect.poll(() => session.text("main .t-lead")).not.toContain("BR-VT");
  }
  // Whether it is kept or not, the page that was opened is still there.
  expect(await session.text("main h1")).toBe(TITLE);
  return { wasCut, hasWorker };
}

test("whenever the network goes, the page is there from the moment that it has its worker", async ({ session }) => {
  test.setTimeout(600_000);
  const outcomes: { wasCut: boolean; hasWorker: boolean }[] = [];
  do {
    await test.step(`after ${outcomes.length + 1} answers`, async () => {
      outcomes.push(await visitWithCut(session, outcomes.length + 1));
    });
  } while (outcomes.at(-1)?.wasCut);
  // The first cuts come too early for the worker, and at last there is no more to cut off.
  expect(outcomes[0]).toEqual({ wasCut: true, hasWorker: false });
  expect(outcomes.at(-1)).toEqual({ wasCut: false, hasWorker: true });
  expect(outcomes.length).toBeGreaterThan(10);
});

const STATES = ["installed", "activating", "activated"] as const;

for (const state of STATES) {
  test(`a page that is loaded again without a network comes, as soon as its worker is ${state}`, async ({ session, site }) => {
    site.isUncacheable = () => true;
    await session.open(site.publishedUrl + DOSSIERS);
    await session.evaluateAsync(
      async (base, states) => {
        const find = async () => {
          const registration = await navigator.serviceWorker.getRegistration(base);
          return registration?.installing ?? registration?.waiting ?? registration?.active;
        };
        let worker = await find();
        while (!worker) {
          await new Promise(requestAnimationFrame);
          worker = await find();
        }
        while (!states.includes(worker.state)) {
          await new Promise((done) => worker?.addEventListener("statechange", done, { once: true }));
        }
      },
      BASE,
      STATES.slice(STATES.indexOf(state)) as string[],
    );
    await site.disconnect();
    // The page is left at that very moment. The worker becomes active all the same, in a moment at most.
    const comes = async () => {
      await session.open(site.publishedUrl + DOSSIERS).catch(() => {});
      return session.text("main h1");
    };
    await expect.poll(comes, "the page comes").toBe(TITLE);
    await expectAlive(session);
    await session.click("input[name=tinh][value=br-vt]");
    await expect.poll(() => session.text("main .t-lead")).not.toContain("BR-VT");
  });
}
