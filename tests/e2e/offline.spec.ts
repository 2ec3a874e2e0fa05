// The copy of the site on the reader's device: reading without a network, and browsers or readers that keep no copy.
// releases.spec.ts tests what happens to the copy when a new release is published.

import type { Page } from "@playwright/test";

import { expectAccessible } from "./a11y";
import { expect, expectAlive, visit } from "./fixtures";
import { cacheNames, expectKept, notice, test, visitUntilKept } from "./kept";
import { DOSSIERS } from "./site";

/** The headings of the main pages. */
const TITLES = {
  "./": "Các tỉnh đã hứa gì, và đã làm được gì?",
  "loi-hua/": "Lời hứa và kết quả",
  "so-sanh/": "Chọn một chủ đề để so sánh",
  "tinh/": "Từ 63 tỉnh, thành phố còn 34",
  "phuong-phap/": "Phương pháp",
};

/** The section about the copy, on the page about the method. */
const section = (page: Page) => page.locator("section#offline");

test("nothing is kept before the program of the page has started", async ({ page }) => {
  let start = () => {};
  const started = new Promise<void>((resolve) => (start = resolve));
  await page.route("**/*.wasm", async (route) => {
    await started;
    await route.continue();
  });
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...options) {
      document.documentElement.dataset.registers = "yes";
      return register.apply(this, options);
    };
  });
  await page.goto(DOSSIERS);
  await expect(page.locator('script[src*="register-"]')).toBeAttached();
  // The service worker would be registered when the browser is idle.
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
  test("the main pages can be read and used after one visit to any page", async ({ page, site }) => {
    await visitUntilKept(page, DOSSIERS);
    // The files that the page had loaded were not loaded again to be kept.
    const programs = site.requestedPaths.filter((path) => path.endsWith(".wasm"));
    expect(programs).toHaveLength(1);
    // Pages that were not opened were not loaded either: the program builds them from the data that are kept.
    const paths = ["", "loi-hua/", "so-sanh/", "tinh/", "phuong-phap/"];
    expect(site.requestedPaths.filter((path) => paths.includes(path))).toEqual([]);
    await site.disconnect();
    for (const [path, title] of Object.entries(TITLES)) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expectAlive(page);
      await expect(page.locator("#status")).toBeEmpty();
    }
    await page.goto("loi-hua/?tinh=br-vt");
    await expect(page.locator("details").first()).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Bạc Liêu" })).not.toBeChecked();
    await page.goto("phuong-phap/");
    await expect(section(page)).toBeVisible();
  });

  test("the home page assesses promises as of today on a later day", async ({ page, site }) => {
    await visitUntilKept(page, "./");
    await site.disconnect();
    await page.clock.setFixedTime("2031-02-03T12:00:00+07:00");
    await visit(page, "./");
    await expect(page.getByRole("main")).toContainText("3/2/2031");
  });

  test("the page that was opened first can be read and used again", async ({ page, site }) => {
    await visitUntilKept(page, DOSSIERS);
    await site.disconnect();
    await page.reload();
    await expectAlive(page);
    await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
    await expect(page).toHaveURL(/\?tinh=/);
    await expect(page.getByRole("main").locator("h1 + p")).not.toContainText("BR-VT");
  });

  test("a page that was opened later, with other data, can be read and used again", async ({ page, site }) => {
    await visitUntilKept(page, "./");
    await visitUntilKept(page, "xep-hang/");
    await site.disconnect();
    await visit(page, "xep-hang/?nam=2022");
    await expect(page.locator("#status")).toBeEmpty();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  for (const { what, path, title, isVisited } of [
    { what: "a page that was opened by a link inside the site", path: "xep-hang/", title: "Xếp hạng", isVisited: true },
    // The data of the followed provinces are kept from the first visit on.
    { what: "a topic that was never opened", path: DOSSIERS, title: "Hồ sơ hành chính giải quyết trực tuyến", isVisited: false },
  ]) {
    test(`${what} can be read and used`, async ({ page, site }) => {
      const heading = page.getByRole("heading", { level: 1 });
      await visitUntilKept(page, "./");
      if (isVisited) {
        await page.getByRole("navigation").getByRole("link", { name: title }).click();
        await expect(heading).toHaveText(title);
        const isKept = () =>
          page.evaluate(async () => {
            const names = await caches.keys();
            const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
            return kept.flat().some(({ url }) => url.endsWith("/ranking.json"));
          });
        await expect.poll(isKept).toBe(true);
      }
      await site.disconnect();
      const response = await page.goto(path);
      // The written page was never loaded. The service worker answers with the page that says that there is no
      // network, and the program in it shows the requested page.
      expect(response?.status()).toBe(503);
      await expect(heading).toHaveText(title);
      await expectAlive(page);
      await expect(page).toHaveTitle(new RegExp(`^${title}`));
      await expect(page.locator("meta[name=robots]")).toHaveCount(0);
      await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
      await expect(page).toHaveURL(/\?tinh=/);
      await expect(page.getByRole("main").locator("h1 + p")).not.toContainText(/BR-VT|Bà Rịa/);
    });
  }

  for (const { language, prefix, title, says, retry } of [
    { language: "vi", prefix: "", title: "Không có mạng", says: "chưa được lưu", retry: "Thử lại" },
    { language: "en", prefix: "en/", title: "No network", says: "is not kept", retry: "Try again" },
  ]) {
    test(`instead of a page that is not kept, a page says so, in ${language}`, async ({ page, site }) => {
      await visitUntilKept(page, `${prefix}loi-hua/`);
      await site.disconnect();
      const path = `${prefix}xep-hang/?nam=2022`;
      const response = await page.goto(path);
      expect(response?.status()).toBe(503);
      await expect(page).toHaveURL(path);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.locator(".t-lead")).toContainText(says);
      await expect(page.getByRole("main")).toHaveCSS("max-width", "928px");
      await expectAccessible(page);

      // The pages that it links to are kept.
      const links = page.getByRole("main").locator("li a");
      const all = await links.evaluateAll((all) => all.map((a) => [a.getAttribute("href"), a.textContent]));
      expect(all).toHaveLength(5);
      for (const [href, name] of all) {
        await page.goto(href ?? "");
        await expectAlive(page);
        await expect(page, href ?? "").toHaveTitle(new RegExp(`^${name}`));
      }
      // The requested page itself can be opened when there is a network again.
      await page.goto(path);
      await site.connect();
      await page.getByRole("link", { name: retry }).click();
      await expectAlive(page);
      await expect(page).toHaveURL(path);
    });
  }

  test("after a visit to an English page the main pages are there in English", async ({ page, site }) => {
    await visitUntilKept(page, "en/");
    await site.disconnect();
    for (const path of ["en/loi-hua/", "en/so-sanh/", "en/tinh/", "en/", "./"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/No network|Không có mạng/);
      await expectAlive(page);
      await expect(page.locator("html")).toHaveAttribute("lang", path === "./" ? "vi" : "en");
    }
  });
});

test.describe("a reader", () => {
  test("can remove all that is kept, and nothing is kept afterwards", async ({ page, site }) => {
    await visitUntilKept(page, "./");
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

    // The reader can ask to keep a copy again. This works even when the reader changes the decision quickly.
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

  test("can read in English what is kept", async ({ page }) => {
    await visitUntilKept(page, "en/");
    await page.goto("en/phuong-phap/#offline");
    await expect(section(page)).toContainText("This device keeps a copy");
    await expect(page.getByRole("button", { name: "Remove all that is kept" })).toBeEnabled();
  });

  for (const { what, without, says } of [
    { what: "storage", without: "localStorage", says: "không giữ được trang" },
    { what: "service workers", without: "serviceWorker", says: "không giữ được trang" },
  ]) {
    test(`without ${what} can use the site, which keeps no copy`, async ({ browser, baseURL }) => {
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

  test("on a developer's machine keeps nothing without asking for it", async ({ browser, baseURL }) => {
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

  test("everything is kept without asking for it", async ({ page, site }) => {
    await visitUntilKept(page, site.publishedUrl);
    await expect(notice(page)).toHaveCount(0);
    await site.disconnect();
    await visit(page, `${site.publishedUrl}loi-hua/`);
  });

  test("if the browser saves data, a copy is only kept when the reader asks for it", async ({ page, site }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    await page.goto(`${site.publishedUrl}phuong-phap/`);
    await expect(section(page)).toContainText("Máy này không giữ bản nào");
    await page.getByRole("button", { name: "Giữ một bản trên máy này" }).click();
    await expect(section(page)).toContainText("Máy này đang giữ một bản");
    await expectKept(page);
  });
});

test.describe("as an installed app", () => {
  for (const { language, path, name, start } of [
    { language: "vi", path: "./", name: "Lời hứa và kết quả", start: "" },
    { language: "en", path: "en/", name: "digital promises and results", start: "en/" },
  ]) {
    test(`the app has a name, a description and icons in ${language}`, async ({ page, request, context, baseURL }) => {
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
        // A PNG file has its width and height at these positions.
        const head = await answer.body();
        expect(`${head.readUInt32BE(16)}x${head.readUInt32BE(20)}`, src).toBe(sizes);
      }
      const masks = manifest.icons.filter((icon: { purpose: string }) => icon.purpose === "maskable");
      expect(masks).toHaveLength(1);
    });
  }
});
