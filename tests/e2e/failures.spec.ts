// If something cannot be loaded or breaks, the page loses as little as possible and says what is missing.

import type { Page, Route } from "@playwright/test";

import { expect, expectAlive, test, visit } from "./fixtures";
import { DOSSIERS } from "./site";

const status = (page: Page) => page.locator("#status");
const sentence = (page: Page) => page.getByRole("main").locator("h1 + p");

const notFound = (route: Route) => route.fulfill({ status: 404, body: "not found" });
const broken = (route: Route) =>
  route.fulfill({ contentType: "application/json", body: '{"province":"br-vt","observations":[' });
const noNetwork = (route: Route) => route.abort("internetdisconnected");

const BUNDLE = "**/bundles/topic-online-dossiers.json";
/** The bundle of the page of promises. */
const FOLLOWED = "**/bundles/followed.json";
/** Answers with JSON that is not a bundle. */
const notABundle = (route: Route) => route.fulfill({ contentType: "application/json", body: '{"provinces":[{"id":1}]}' });
const cutShort = async (route: Route) => {
  const response = await route.fetch();
  const text = await response.text();
  await route.fulfill({ response, body: text.slice(0, text.length / 2) });
};

test.describe("without data", () => {
  test.use({ expectedProblems: [/status of 404|ERR_INTERNET_DISCONNECTED/] });

  for (const { fault, files, handler } of [
    { fault: "they are missing", files: BUNDLE, handler: notFound },
    { fault: "they are broken", files: BUNDLE, handler: broken },
    { fault: "they are cut short", files: BUNDLE, handler: cutShort },
    { fault: "the network is gone", files: "**/bundles/**", handler: noNetwork },
  ]) {
    test(`when ${fault}, the written page stays and says so`, async ({ page }) => {
      await page.route(files, handler);
      await page.goto(DOSSIERS);
      await expect(status(page)).toContainText("Không tải được số liệu");
      await expect(page.locator("#main[data-prerendered]")).toBeVisible();
      await expect(sentence(page)).toContainText("9 con số của BR-VT");
      await expect(page.getByRole("table").getByRole("link", { name: "56%" })).toBeVisible();
      await expect(page.getByRole("figure").locator("svg").locator("visible=true")).toHaveCount(1);
      await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeDisabled();

      await page.unroute(files);
      await status(page).getByRole("link", { name: "Thử lại" }).click();
      await expectAlive(page);
      await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeEnabled();
      await expect(status(page)).toBeEmpty();
    });
  }

  for (const { fault, handler } of [
    { fault: "they are missing", handler: notFound },
    { fault: "they are cut short", handler: cutShort },
    { fault: "they are of another release", handler: notABundle },
  ]) {
    test(`when ${fault}, the written page of promises stays and says so`, async ({ page }) => {
      await page.route(FOLLOWED, handler);
      await page.goto("loi-hua/");
      await expect(status(page)).toContainText("Không tải được số liệu");
      await expect(page.locator("#main[data-prerendered]")).toBeVisible();
      await expect(page.getByRole("combobox", { name: "Tình trạng" })).toBeDisabled();
      await page.unroute(FOLLOWED);
      await status(page).getByRole("link", { name: "Thử lại" }).click();
      await expectAlive(page);
      await expect(status(page)).toBeEmpty();
    });
  }

  test("the English page says so in English", async ({ page }) => {
    await page.route("**/bundles/**", noNetwork);
    await page.goto(`en/${DOSSIERS}`);
    await expect(status(page)).toContainText("The data could not be loaded");
    await expect(status(page).getByRole("link", { name: "Try again" })).toBeVisible();
  });
});

test.describe("while the data are loading", () => {
  test("the page can be read, says so, and keeps its scroll position", async ({ page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(BUNDLE, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(DOSSIERS);
    await expect(status(page)).toHaveText("Đang tải để các nút chọn dùng được…");
    await expect(sentence(page)).toContainText("9 con số của BR-VT");
    await page.getByRole("heading", { name: "Từng con số và nguồn" }).evaluate((heading) => {
      heading.scrollIntoView({ behavior: "instant" });
    });
    const place = await page.evaluate(() => window.scrollY);
    expect(place).toBeGreaterThan(0);

    release();
    await expectAlive(page);
    await expect(status(page)).toBeEmpty();
    await expect(page.getByRole("heading", { name: "Từng con số và nguồn" })).toBeInViewport();
  });

  test("a link with the focus keeps it when the controls start to work", async ({ page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(BUNDLE, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(DOSSIERS);
    await expect(status(page)).toHaveText(/Đang tải/);
    const link = page.getByRole("link", { name: "Phương pháp" });
    await link.focus();
    release();
    await expectAlive(page);
    await expect(link).toBeFocused();
  });
});

test("the site works the same if the browser forbids storage", async ({ page }) => {
  await page.addInitScript(() => {
    const forbid = (owner: object, name: string) =>
      Object.defineProperty(owner, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) forbid(window, name);
    forbid(navigator, "serviceWorker");
    forbid(document, "cookie");
  });
  await page.goto("phuong-phap/");
  await expect(page.locator("#offline [role=status]")).toHaveText("Trình duyệt này không giữ được trang để đọc khi không có mạng.");
  await visit(page, DOSSIERS);
  await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
  await expect(page).toHaveURL(`${DOSSIERS}?tinh=khanh-hoa,binh-phuoc,bac-lieu`);
  await expect(sentence(page)).not.toContainText("BR-VT");
});

test("nothing is stored on the reader's device", async ({ page, context }) => {
  await visit(page, DOSSIERS);
  await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
  await expect(page).toHaveURL(/\?tinh=/);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test.describe("the program itself", () => {
  test.use({ expectedProblems: [/./] });

  for (const { fault, files, handler } of [
    { fault: "is missing", files: "**/*.wasm", handler: notFound },
    { fault: "is cut short", files: "**/*.wasm", handler: broken },
    { fault: "cannot be loaded", files: "**/*.js", handler: noNetwork },
  ]) {
    test(`when it ${fault}, the content stays and one sentence says so`, async ({ page }) => {
      await page.route(files, handler);
      await page.goto(DOSSIERS);
      await expect(status(page)).toContainText("Không tải được chương trình của trang");
      await expect(page.locator("#main[data-prerendered]")).toBeVisible();
      await expect(sentence(page)).toContainText("9 con số của BR-VT");
      await expect(page.getByRole("table").getByRole("link", { name: "56%" })).toBeVisible();
      await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeDisabled();

      await page.unroute(files);
      await status(page).getByRole("link", { name: "Thử lại" }).click();
      await expectAlive(page);
      await expect(status(page)).toBeEmpty();
      await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeEnabled();
    });
  }

  for (const path of ["en/", "en/so-sanh/", "en/tinh/"]) {
    test(`when the program of the search is missing, the full list stays and one sentence says so: ${path}`, async ({ page }) => {
      await page.route("**/*.wasm", notFound);
      await page.goto(`${path}?tim=xyzzy`);
      await expect(status(page)).toContainText("could not be loaded");
      await expect(status(page)).toContainText("shows everything, not what the address asks for");
      await expect(page.getByRole("searchbox")).toBeDisabled();
      await expect(page.locator("#found a").first()).toBeAttached();

      await page.unroute("**/*.wasm");
      await status(page).getByRole("link", { name: "Try again" }).click();
      await expectAlive(page);
      await expect(page.getByRole("searchbox")).toHaveValue("xyzzy");
      await expect(page.locator("#found").getByRole("link")).toHaveCount(0);
    });
  }

  test("when it is missing, links still work", async ({ page }) => {
    await page.route("**/*.wasm", notFound);
    await page.goto(DOSSIERS);
    await expect(status(page)).toContainText("Không tải được chương trình");
    await page.getByRole("link", { name: "Nguồn", exact: true }).click();
    await expect(page).toHaveURL("nguon/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nguồn và tải về");
  });

  test("when it is missing, provinces that are not selected are hidden, and the page says what else it cannot show", async ({ page }) => {
    await page.route("**/*.wasm", notFound);
    await page.goto(`en/${DOSSIERS}?tinh=khanh-hoa&nam=2022&xem=bang`);
    await expect(status(page)).toHaveText(
      "The page's program could not be loaded, so the controls do not work yet. " +
        "Provinces not chosen are hidden; sentences and counts still speak of all 4 provinces. " +
        "Year: still “Latest”, not 2022. The other choices of the address are not applied. Try again",
    );
    await expect(page.locator('[id^="khanh-hoa/"]').first()).toBeVisible();
    await expect(page.locator('[id^="bac-lieu/"]').locator("visible=true")).toHaveCount(0);
    await expect(sentence(page)).toBeVisible();
    await expect(sentence(page)).toContainText("The 9 figures");
  });

  test("when it fails while it is used, one sentence says that it has stopped", async ({ page }) => {
    await visit(page, `${DOSSIERS}?tinh=khanh-hoa`);
    await page.evaluate(() => {
      queueMicrotask(() => {
        throw new WebAssembly.RuntimeError("unreachable");
      });
    });
    await expect(status(page)).toContainText("đã dừng vì lỗi");
    await expect(status(page)).not.toContainText("Đã ẩn");
    await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeDisabled();
    await status(page).getByRole("link", { name: "Thử lại" }).click();
    await expectAlive(page);
    await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeEnabled();
  });

  test("when it fails right after loading, the content stays and one sentence says so", async ({ page }) => {
    await page.route("**/tinhso-app-*.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: 'export default async () => queueMicrotask(() => { throw new WebAssembly.RuntimeError("unreachable"); });',
      }),
    );
    await page.goto(`${DOSSIERS}?tinh=khanh-hoa`);
    await expect(status(page)).toContainText("Không tải được chương trình của trang");
    await expect(status(page)).toContainText("Đã ẩn các tỉnh không chọn");
    await expect(sentence(page)).toContainText("9 con số của BR-VT");
    await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeDisabled();
  });

  test("in a browser without JavaScript modules, the content stays and one sentence says so", async ({ page }) => {
    // Such a browser ignores scripts whose type it does not know.
    await page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, "noModule"));
    await page.route(`**/en/${DOSSIERS}*`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace('<script type="module">', '<script type="unknown">');
      expect(body).not.toBe(html);
      await route.fulfill({ response, body });
    });
    await page.goto(`en/${DOSSIERS}?tinh=khanh-hoa`);
    await expect(status(page)).toContainText("This browser cannot run the page's program");
    await expect(sentence(page)).toBeVisible();
    await expect(sentence(page)).toContainText("The 9 figures");
  });

  test("in a browser without WebAssembly, the content stays and one sentence says so", async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, "WebAssembly");
    });
    await page.goto(`en/${DOSSIERS}`);
    await expect(status(page)).toContainText("This browser cannot run the page's program");
    await expect(sentence(page)).toContainText("The 9 figures");
    await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeDisabled();
  });
});

for (const { which, query, more } of [
  { which: "the whole page", query: "", more: "" },
  { which: "a selection", query: "?tinh=khanh-hoa", more: " Đã ẩn các tỉnh không chọn; câu chữ và số đếm vẫn nói về cả 4 tỉnh." },
]) {
  test(`a reader who waits long for ${which} is told that it can already be read`, async ({ page }) => {
    await page.clock.install({ time: "2026-11-23T12:00:00+07:00" });
    await page.clock.pauseAt("2026-11-23T12:30:00+07:00");
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/*.wasm", async (route) => {
      await released;
      await route.continue();
    });
    const requested = page.waitForRequest("**/*.wasm");
    await page.goto(DOSSIERS + query, { waitUntil: "domcontentloaded" });
    await requested;
    // The page says from the start that it does not show the selection yet.
    await expect(status(page)).toHaveText(more);
    await page.clock.runFor(300);
    await expect(status(page)).toHaveText(`Đang tải để các nút chọn dùng được…${more}`);
    await expect(sentence(page)).toBeVisible();
    await page.clock.runFor(10_000);
    await expect(status(page)).toHaveText(
      `Đường truyền đang chậm. Trang đã đọc được; các nút chọn sẽ dùng được khi tải xong.${more}`,
    );
    await expect(sentence(page)).toBeVisible();
    await expect(sentence(page)).toContainText("9 con số của BR-VT");
    release();
    await page.clock.resume();
    await expectAlive(page);
    await expect(status(page)).toBeEmpty();
    await expect(sentence(page)).toContainText("Khánh Hòa");
    if (query) await expect(sentence(page)).not.toContainText("BR-VT");
  });
}
