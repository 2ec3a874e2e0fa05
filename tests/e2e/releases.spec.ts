// What happens to the copy of the site on the reader's device when a new release is published.

import { expectAccessible } from "./a11y";
import { expect, expectAlive, visit } from "./fixtures";
import { cacheNames, expectOnlyFilesOf, expectNotice, notice, publish, test, visitUntilKept } from "./kept";
import { DOSSIERS } from "./site";

// Some tests publish several releases, and the browser may take a while to notice each.
test.setTimeout(180_000);

test.describe("a new release", () => {
  for (const { language, prefix, says, load, later } of [
    { language: "vi", prefix: "", says: "đã có bản mới", load: "Tải bản mới", later: "Để sau" },
    { language: "en", prefix: "en/", says: "a new release", load: "Load it now", later: "Later" },
  ]) {
    test(`is announced in ${language}, waits for the reader, and is then loaded completely`, async ({ page, site }) => {
      await visitUntilKept(page, `${prefix}${DOSSIERS}`);
      await expect(notice(page)).toHaveCount(0);
      const place = await page.getByRole("figure").boundingBox();
      await publish(page, site, 2);
      await expectNotice(page, says);
      await expect(notice(page)).toHaveAttribute("role", "status");
      await expectAccessible(page);
      // The notice has not moved the content, and the page still reacts to choices, with the data of its own release.
      expect(await page.getByRole("figure").boundingBox()).toEqual(place);
      await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
      await expect(page).toHaveURL(/\?tinh=/);
      await page.getByRole("checkbox", { name: "BR-VT" }).check();
      await expect(page.getByRole("main")).not.toContainText("BRVT-2");

      await notice(page).getByRole("button", { name: load }).click();
      await expect(page.getByRole("main")).toContainText("BRVT-2");
      await expectAlive(page);
      await expect(page.getByRole("checkbox", { name: "BRVT-2" })).toBeEnabled();
      await expect(notice(page)).toHaveCount(0);
      await expectOnlyFilesOf(page, site, 2);
      await expect(page.getByRole("button", { name: later })).toHaveCount(0);
    });
  }

  test("can be put off: the Later button closes the notice, and the next page is of the new release", async ({ page, site }) => {
    await visitUntilKept(page, "./");
    await publish(page, site, 2);
    await notice(page).getByRole("button", { name: "Để sau" }).click();
    await expect(notice(page)).toHaveCount(0);
    await expect(page.getByRole("main")).not.toContainText("BRVT-2");
    await visit(page, "loi-hua/");
    await expect(page.getByRole("main")).toContainText("BRVT-2");
    await expect(notice(page)).toHaveCount(0);
    await expectOnlyFilesOf(page, site, 2);
  });

  test("is where links lead once it is announced, even if the notice was closed", async ({ page, site }) => {
    await visitUntilKept(page, "./");
    await publish(page, site, 2);
    await expectNotice(page, "bản mới");
    await notice(page).getByRole("button", { name: "Để sau" }).click();
    await page.locator("header").getByRole("link", { name: "Lời hứa", exact: true }).click();
    await expect(page).toHaveURL("loi-hua/");
    await expect(page.getByRole("main")).toContainText("BRVT-2");
    await expectAlive(page);
    await expect(notice(page)).toHaveCount(0);
    await expectOnlyFilesOf(page, site, 2);
  });

  test("is announced once, and the one after it is announced again", async ({ page }) => {
    await visit(page, "./");
    const sendRelease = (release: string) =>
      page.evaluate((release) => {
        const message = new MessageEvent("message", { data: { tinhso: release } });
        navigator.serviceWorker.dispatchEvent(message);
      }, release);
    await sendRelease("second");
    await notice(page).getByRole("button", { name: "Để sau" }).click();
    await sendRelease("second");
    await expect(notice(page)).toHaveCount(0);
    await sendRelease("third");
    await expectNotice(page, "bản mới");
  });

  test("is announced on every open page of the previous release", async ({ page, context, site }) => {
    await visitUntilKept(page, "./");
    const second = await context.newPage();
    await visit(second, "loi-hua/");
    await publish(page, site, 2);
    for (const each of [page, second]) await expectNotice(each, "bản mới");
    await notice(page).getByRole("button", { name: "Tải bản mới" }).click();
    await expect(page.getByRole("main")).toContainText("BRVT-2");
    await expect(second.getByRole("main")).not.toContainText("BRVT-2");
  });

  test("is not used at all if a part of it cannot be loaded", async ({ page, site }) => {
    await visitUntilKept(page, "./");
    const before = await cacheNames(page);
    site.fails = (path) => path.includes("/bundles/");
    await publish(page, site, 2);
    expect(await cacheNames(page)).toEqual(before);
    await visit(page, "./");
    await expect(page.getByRole("main")).not.toContainText("BRVT-2");
    await expect(notice(page)).toHaveCount(0);

    site.fails = () => false;
    await publish(page, site, 2);
    await expectNotice(page, "bản mới");
  });

  test("is not given up before all that is being loaded of it has come", async ({ page, site }) => {
    await visitUntilKept(page, "./");
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      registration?.addEventListener("updatefound", () => {
        const worker = registration.installing;
        const tell = () => (document.documentElement.dataset.newWorker = worker?.state);
        worker?.addEventListener("statechange", tell);
        tell();
      });
    });
    const isProgram = (path: string) => path.endsWith(".wasm");
    const isBundle = (path: string) => path.includes("/bundles/");
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let isAnswered = () => {};
    const bundleFailed = new Promise<void>((resolve) => (isAnswered = resolve));
    let isProgramSent = false;
    site.fails = isBundle;
    site.waitsFor = (path) => (isProgram(path) ? released : undefined);
    site.onAnswered = (path) => {
      if (isBundle(path)) isAnswered();
      if (isProgram(path)) isProgramSent = true;
    };
    const root = page.locator("html");
    const publishing = publish(page, site, 2);
    await bundleFailed;
    await expect.poll(() => site.requestedPaths.filter(isProgram).length).toBeGreaterThan(1);
    // The worker is told of the failure in another process: it has time for it.
    await page.evaluate(async () => {
      for (let turn = 0; turn < 30; turn += 1) await new Promise(requestAnimationFrame);
    });
    await expect(root).toHaveAttribute("data-new-worker", "installing");
    expect(isProgramSent).toBe(false);
    release();
    await expect(root).toHaveAttribute("data-new-worker", "redundant");
    await publishing;
  });

  test("keeps the files of the previous release, but of none older", async ({ page, site }) => {
    await visitUntilKept(page, DOSSIERS);
    const [first] = await cacheNames(page);
    for (const release of [2, 3]) {
      await publish(page, site, release);
      await expectNotice(page, "bản mới");
      await notice(page).getByRole("button", { name: "Tải bản mới" }).click();
      await expect(page.getByRole("main")).toContainText(`BRVT-${release}`);
      await expectAlive(page);
    }
    const names = await cacheNames(page);
    expect(names).toHaveLength(2);
    expect(names).not.toContain(first);
  });

  test("keeps the pages opened in the previous release for reading without a network", async ({ page, site }) => {
    await visitUntilKept(page, DOSSIERS);
    await visit(page, "./");
    await publish(page, site, 2);
    await expectNotice(page, "bản mới");
    await site.disconnect();
    await visit(page, DOSSIERS);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expectOnlyFilesOf(page, site, 1);
  });

  test("can have its page opened before its service worker is installed", async ({ page, site }) => {
    await visitUntilKept(page, "./");
    site.fails = (path) => path === "sw.js";
    site.published = 2;
    await visit(page, DOSSIERS);
    await expect(page.getByRole("checkbox", { name: "BRVT-2" })).toBeEnabled();
    await expectOnlyFilesOf(page, site, 2);
    // The page is not of the release that is kept, so it must not be kept with it.
    expect(await page.evaluate(async () => Boolean(await caches.match(location.pathname)))).toBe(false);
  });
});

test.describe("a page that the browser's HTTP cache kept while a release was published", () => {
  // On GitHub Pages this is possible for up to ten minutes. The files that the page needs may have to be loaded from
  // the server, which may no longer have them.
  test.use({ isWanted: false, expectedProblems: [/status of 404|MIME type|dynamically imported/] });

  for (const keepsPrevious of [true, false]) {
    const what = keepsPrevious ? "works if the server still has its files" : "can be read if the server has removed its files";
    test(what, async ({ page, site }) => {
      site.keepsPrevious = keepsPrevious;
      site.isUncacheable = (path) => /-[0-9a-f]{16}|^v\//.test(path);
      await visit(page, "./");
      await visit(page, "so-sanh/");
      site.published = 2;
      await page.getByRole("link", { name: "Tỉnh Số" }).click();
      await expect(page).toHaveURL("./");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("main")).toContainText("BR-VT");
      await expect(page.getByRole("main")).not.toContainText("BRVT-2");
      if (keepsPrevious) await expectAlive(page);
    });
  }
});

test("a page kept by the service worker works even if the server has removed its files", async ({ page, site }) => {
  await visitUntilKept(page, DOSSIERS);
  site.keepsPrevious = false;
  site.fails = (path) => path === "sw.js";
  site.published = 2;
  await visit(page, DOSSIERS);
  await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeEnabled();
});

test("a service worker that retires itself removes all that was kept", async ({ page, site }) => {
  await visitUntilKept(page, "./");
  site.isRetired = true;
  await publish(page, site, 2);
  await expectNotice(page, "bản mới");
  await expect.poll(() => cacheNames(page)).toEqual([]);
  const registrations = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(registrations).toBe(0);
});
