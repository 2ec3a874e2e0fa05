// The site without a network, when a new release is published, and without all that.

import type { Page } from "@playwright/test";

import { expectAccessible } from "./a11y";
import { test as base, expect, expectAlive, visit } from "./fixtures";
import { Releases } from "./releases";
import { DOSSIERS } from "./site";

const test = base.extend<{ site: Releases; isWanted: boolean }>({
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

// What the browser itself says of a network that is gone, and of the page in the place of another.
const GONE = /ERR_CONNECTION_REFUSED|status of 503|fetching the script/;

test.use({ serviceWorkers: "allow", expectedProblems: [GONE] });

const notice = (page: Page) => page.locator(".t-new");
const section = (page: Page) => page.locator("section#offline");

/** The names of the caches, oldest first. */
const cacheNames = (page: Page) => page.evaluate(async () => caches.keys());

/** Waits until the page and all it has loaded is kept. */
async function expectKept(page: Page): Promise<void> {
  await page.evaluate(async () => navigator.serviceWorker.ready);
  const isKept = () =>
    page.evaluate(async () => {
      const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
      const named = loaded.filter((name) => /\/v\/[0-9a-f]+\/|-[0-9a-f]{16}/.test(name));
      const kept = await Promise.all(
        [location.pathname, ...named].map((name) => caches.match(name)),
      );
      return kept.every(Boolean) && navigator.serviceWorker.controller !== null;
    });
  await expect.poll(isKept).toBe(true);
}

/** Opens a page for the first time, and waits until it is kept. */
async function open(page: Page, path: string): Promise<void> {
  await visit(page, path);
  await expectKept(page);
}

/** Publishes a release; the open page asks for it, as it does when it is looked at again. */
async function publish(page: Page, site: Releases, release: number): Promise<void> {
  site.published = release;
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    // A release that cannot be installed is refused: the test says what came of it.
    await registration?.update().catch(() => {});
  });
}

/** The sums in the names of all that the page has loaded. */
const loadedSums = (page: Page) =>
  page.evaluate(() => {
    const names = performance.getEntriesByType("resource").map((entry) => entry.name);
    return names.flatMap((name) => name.match(/[0-9a-f]{16}/g) ?? []);
  });

test("nothing is kept before a page has come whole, with its program", async ({ page, site }) => {
  let release = () => {};
  const second = new Promise<void>((resolve) => (release = resolve));
  site.waits = (path) => (path === DOSSIERS ? second : null);
  let start = () => {};
  const started = new Promise<void>((resolve) => (start = resolve));
  await page.route("**/*.wasm", async (route) => {
    await started;
    await route.continue();
  });
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...asked) {
      document.documentElement.dataset.registers = "yes";
      return register.apply(this, asked);
    };
  });
  await page.goto(DOSSIERS, { waitUntil: "commit" });
  // What keeps the site has come, and the end of the page has not.
  await expect(page.locator('script[src*="register-"]')).toBeAttached();
  await page.waitForFunction(() => document.querySelector("script[type=module]") === null);
  release();
  await page.waitForLoadState("load");
  await expect(page.locator("script[type=module]")).toBeAttached();
  // It would begin once the browser is idle.
  await page.evaluate(async () => {
    for (let idle = 0; idle < 3; idle += 1) await new Promise((done) => requestIdleCallback(done));
  });
  await expect(page.locator("html")).not.toHaveAttribute("data-registers");
  start();
  await expectAlive(page);
  await expectKept(page);
  await expect(page.locator("html")).toHaveAttribute("data-registers", "yes");
});

test.describe("without a network", () => {
  test("the main pages read and answer after one visit to any page", async ({ page, site }) => {
    await open(page, DOSSIERS);
    // The page's own program and that of the main pages; what the page had loaded was not loaded again
    // to be kept.
    const programs = site.asked.filter((path) => path.endsWith(".wasm"));
    expect(programs).toHaveLength(2);
    expect(new Set(programs).size).toBe(2);
    await site.disconnect();
    for (const path of ["./", "loi-hua/", "so-sanh/", "tinh/", "loi-hua/?tinh=br-vt"]) {
      await visit(page, path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("#status")).toBeEmpty();
    }
    await expect(page.locator("details").first()).toBeVisible();
    await page.goto("phuong-phap/");
    await expect(section(page)).toBeVisible();
  });

  test("the first page that was opened reads and answers again", async ({ page, site }) => {
    await open(page, DOSSIERS);
    await site.disconnect();
    await page.reload();
    await expectAlive(page);
    await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
    await expect(page).toHaveURL(/\?tinh=/);
    await expect(page.getByRole("main").locator("h1 + p")).not.toContainText("BR-VT");
  });

  test("so does a page opened later, with the other program", async ({ page, site }) => {
    await open(page, "./");
    await open(page, "xep-hang/");
    await site.disconnect();
    await visit(page, "xep-hang/?nam=2022");
    await expect(page.locator("#status")).toBeEmpty();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  for (const { language, prefix, title, says, retry } of [
    { language: "vi", prefix: "", title: "Không có mạng", says: "chưa được lưu", retry: "Thử lại" },
    { language: "en", prefix: "en/", title: "No network", says: "is not kept", retry: "Try again" },
  ]) {
    test(`a page that is not kept is one that says so, in ${language}`, async ({ page, site }) => {
      await open(page, `${prefix}loi-hua/`);
      await site.disconnect();
      const path = `${prefix}so-sanh/online-dossiers/?nam=2022`;
      const response = await page.goto(path);
      expect(response?.status()).toBe(503);
      await expect(page).toHaveURL(path);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator(".t-lead")).toContainText(says);
      await expect(page.getByRole("main")).toHaveCSS("max-width", "928px");
      await expectAccessible(page);

      // What it leads to is there.
      const links = page.getByRole("main").locator("li a");
      for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
        expect((await page.goto(href ?? ""))?.status(), href ?? "").toBe(200);
      }
      // And the page itself is, once there is a network again.
      await page.goto(path);
      await site.connect();
      await page.getByRole("link", { name: retry }).click();
      await expectAlive(page);
      await expect(page).toHaveURL(path);
    });
  }

  test("an English reader has the main pages in English", async ({ page, site }) => {
    await open(page, "en/");
    await site.disconnect();
    for (const path of ["en/loi-hua/", "en/so-sanh/", "en/tinh/", "en/", "./"]) {
      await visit(page, path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });
});

test.describe("a new release", () => {
  for (const { language, prefix, says, load, later } of [
    { language: "vi", prefix: "", says: "đã có bản mới", load: "Tải bản mới", later: "Để sau" },
    { language: "en", prefix: "en/", says: "a new release", load: "Load it now", later: "Later" },
  ]) {
    test(`is told of in ${language}, waits, and comes whole`, async ({ page, site }) => {
      await open(page, `${prefix}${DOSSIERS}`);
      await expect(notice(page)).toHaveCount(0);
      const place = await page.getByRole("figure").boundingBox();
      await publish(page, site, 2);
      await expect(notice(page)).toContainText(says);
      await expect(notice(page)).toHaveAttribute("role", "status");
      await expectAccessible(page);
      // Nothing that is read has moved, and the page still answers, with its own data.
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
      const own = site.sumsOf(2);
      expect((await loadedSums(page)).filter((sum) => !own.includes(sum))).toEqual([]);
      await expect(page.getByRole("button", { name: later })).toHaveCount(0);
    });
  }

  test("can wait: later puts the notice away, and the next page is new", async ({ page, site }) => {
    await open(page, "./");
    await publish(page, site, 2);
    await notice(page).getByRole("button", { name: "Để sau" }).click();
    await expect(notice(page)).toHaveCount(0);
    await expect(page.getByRole("main")).not.toContainText("BRVT-2");
    await visit(page, "loi-hua/");
    await expect(page.getByRole("main")).toContainText("BRVT-2");
    await expect(notice(page)).toHaveCount(0);
    expect((await loadedSums(page)).filter((sum) => !site.sumsOf(2).includes(sum))).toEqual([]);
  });

  test("is told of in every open page of the one before", async ({ page, context, site }) => {
    await open(page, "./");
    const second = await context.newPage();
    await visit(second, "loi-hua/");
    await publish(page, site, 2);
    for (const each of [page, second]) await expect(notice(each)).toContainText("bản mới");
    await notice(page).getByRole("button", { name: "Tải bản mới" }).click();
    await expect(page.getByRole("main")).toContainText("BRVT-2");
    await expect(second.getByRole("main")).not.toContainText("BRVT-2");
  });

  test("that does not come whole does not come at all", async ({ page, site }) => {
    await open(page, "./");
    const before = await cacheNames(page);
    site.fails = (path) => path.endsWith("/data/share.json");
    await publish(page, site, 2);
    expect(await cacheNames(page)).toEqual(before);
    await visit(page, "./");
    await expect(page.getByRole("main")).not.toContainText("BRVT-2");
    await expect(notice(page)).toHaveCount(0);

    site.fails = () => false;
    await publish(page, site, 2);
    await expect(notice(page)).toContainText("bản mới");
  });

  test("leaves one release before it, and none older", async ({ page, site }) => {
    await open(page, DOSSIERS);
    const [first] = await cacheNames(page);
    for (const release of [2, 3]) {
      await publish(page, site, release);
      await expect(notice(page)).toContainText("bản mới");
      await notice(page).getByRole("button", { name: "Tải bản mới" }).click();
      await expect(page.getByRole("main")).toContainText(`BRVT-${release}`);
      await expectAlive(page);
    }
    const names = await cacheNames(page);
    expect(names).toHaveLength(2);
    expect(names).not.toContain(first);
  });

  test("keeps what was opened in the one before for a time without network", async ({ page, site }) => {
    await open(page, DOSSIERS);
    await visit(page, "./");
    await publish(page, site, 2);
    await expect(notice(page)).toContainText("bản mới");
    await site.disconnect();
    await visit(page, DOSSIERS);
    await expect(page.getByRole("alert")).toHaveCount(0);
    expect((await loadedSums(page)).filter((sum) => !site.sumsOf(1).includes(sum))).toEqual([]);
  });

  test("whose page comes before its worker stands by itself", async ({ page, site }) => {
    await open(page, "./");
    site.fails = (path) => path === "sw.js";
    site.published = 2;
    await visit(page, DOSSIERS);
    await expect(page.getByRole("checkbox", { name: "BRVT-2" })).toBeEnabled();
    expect((await loadedSums(page)).filter((sum) => !site.sumsOf(2).includes(sum))).toEqual([]);
    // It is of another release than what is kept, and so is not kept with it.
    expect(await page.evaluate(async () => Boolean(await caches.match(location.pathname)))).toBe(false);
  });
});

test.describe("a page that the browser kept while a release was published", () => {
  // On GitHub Pages for up to ten minutes; what it asks for may have to come from the server.
  test.use({ isWanted: false, expectedProblems: [/status of 404|MIME type|dynamically imported/] });

  for (const keepsPrevious of [true, false]) {
    const what = keepsPrevious ? "answers, with the files that were kept" : "reads without its files";
    test(what, async ({ page, site }) => {
      site.keepsPrevious = keepsPrevious;
      site.isFresh = (path) => /-[0-9a-f]{16}|^v\//.test(path);
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

test("a page kept by the worker needs nothing of a server without its files", async ({ page, site }) => {
  await open(page, DOSSIERS);
  site.keepsPrevious = false;
  site.fails = (path) => path === "sw.js";
  site.published = 2;
  await visit(page, DOSSIERS);
  await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeEnabled();
});

test.describe("a reader", () => {
  test("removes all that is kept, and it stays so", async ({ page, site }) => {
    await open(page, "./");
    await page.goto("phuong-phap/");
    await expect(section(page)).toContainText("Máy này đang giữ một bản");
    await page.getByRole("button", { name: "Xóa mọi thứ đã giữ và tắt" }).click();
    await expect(section(page)).toContainText("Máy này không giữ bản nào");
    await expectAccessible(page, "section#offline");
    await expect(section(page).getByRole("button")).toBeFocused();
    const isRegistered = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    expect(await cacheNames(page)).toEqual([]);
    await visit(page, "./");
    await visit(page, DOSSIERS);
    await page.goto("phuong-phap/");
    await expect(section(page)).toContainText("Máy này không giữ bản nào");
    expect(await cacheNames(page)).toEqual([]);
    expect(await isRegistered()).toBe(0);

    // Until the reader wants it again; who takes that back at once, and again, is understood, too.
    const keep = page.getByRole("button", { name: "Giữ một bản trên máy này" });
    await keep.click();
    await page.getByRole("button", { name: "Xóa mọi thứ đã giữ và tắt" }).click();
    await expect(section(page)).toContainText("Máy này không giữ bản nào");
    await keep.click();
    await expect(section(page)).toContainText("Máy này đang giữ một bản");
    await expectKept(page);
    await site.disconnect();
    await visit(page, "./");
  });

  test("reads what is kept in English, too", async ({ page }) => {
    await open(page, "en/");
    await page.goto("en/phuong-phap/#offline");
    await expect(section(page)).toContainText("This device keeps a copy");
    await expect(page.getByRole("button", { name: "Remove all that is kept" })).toBeEnabled();
  });

  for (const { what, without, says } of [
    { what: "storage", without: "localStorage", says: "không giữ được trang" },
    { what: "service workers", without: "serviceWorker", says: "không giữ được trang" },
  ]) {
    test(`without ${what} has the site as it is`, async ({ browser, baseURL }) => {
      const page = await browser.newPage({ baseURL });
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      await page.addInitScript((name) => {
        if (name === "serviceWorker") {
          Object.defineProperty(Navigator.prototype, name, { get: () => undefined });
          return;
        }
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
      }, without);
      await page.goto(DOSSIERS);
      await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeEnabled();
      await page.goto("phuong-phap/");
      await expect(section(page)).toContainText(says);
      await expect(section(page).getByRole("button")).toHaveCount(0);
      expect(await page.evaluate(async () => caches.keys())).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });
  }

  test("on a developer's machine keeps nothing unasked", async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL });
    await page.goto("phuong-phap/");
    await expect(section(page)).toContainText("Máy này không giữ bản nào");
    expect(await page.evaluate(async () => caches.keys())).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.close();
  });
});

test.describe("on a published site", () => {
  test.use({ isWanted: false, expectedProblems: [/ERR_CONNECTION_REFUSED|published\.localhost/] });

  /** The same server by a name that is not a developer's machine; browsers trust it like one. */
  const address = (site: Releases) => site.url.replace("127.0.0.1", "published.localhost");

  test("everything is kept without being asked", async ({ page, site }) => {
    await open(page, address(site));
    await expect(notice(page)).toHaveCount(0);
    await site.disconnect();
    await visit(page, `${address(site)}loi-hua/`);
  });

  test("nothing is kept where the browser saves data, but on demand", async ({ page, site }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    await page.goto(`${address(site)}phuong-phap/`);
    await expect(section(page)).toContainText("Máy này không giữ bản nào");
    await page.getByRole("button", { name: "Giữ một bản trên máy này" }).click();
    await expect(section(page)).toContainText("Máy này đang giữ một bản");
    await expectKept(page);
  });
});

test("a site that retires its worker leaves nothing behind", async ({ page, site }) => {
  await open(page, "./");
  site.isRetired = true;
  await publish(page, site, 2);
  await expect(notice(page)).toContainText("bản mới");
  await expect.poll(() => cacheNames(page)).toEqual([]);
  const registrations = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(registrations).toBe(0);
});

test.describe("installed", () => {
  for (const { language, path, name, start } of [
    { language: "vi", path: "./", name: "Lời hứa và kết quả", start: "" },
    { language: "en", path: "en/", name: "digital promises and results", start: "en/" },
  ]) {
    test(`the site says what it is in ${language}`, async ({ page, request, context, baseURL }) => {
      await page.goto(path);
      const session = await context.newCDPSession(page);
      const { url, errors, data } = await session.send("Page.getAppManifest");
      expect(errors).toEqual([]);
      const manifest = JSON.parse(data ?? "");
      expect(manifest).toMatchObject({ lang: language, dir: "ltr", display: "minimal-ui" });
      expect(manifest.name).toContain(name);
      expect(manifest.description).toMatch(/\S/);
      expect(new URL(manifest.start_url, url).href).toBe(`${baseURL}${start}`);
      expect(new URL(manifest.scope, url).href).toBe(baseURL);
      const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
      const faults = installabilityErrors.filter((fault) => fault.errorId !== "in-incognito");
      expect(faults).toEqual([]);

      const touch = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
      const icons = [...manifest.icons, { src: touch, type: "image/png", sizes: "180x180" }];
      for (const { src, type, sizes } of icons) {
        const answer = await request.get(src);
        expect(answer.status(), src).toBe(200);
        expect(answer.headers()["content-type"], src).toContain(type);
        if (type !== "image/png") continue;
        // Width and height stand at the head of a PNG.
        const head = await answer.body();
        expect(`${head.readUInt32BE(16)}x${head.readUInt32BE(20)}`, src).toBe(sizes);
      }
      const masks = manifest.icons.filter((icon: { purpose: string }) => icon.purpose === "maskable");
      expect(masks).toHaveLength(1);
    });
  }
});
