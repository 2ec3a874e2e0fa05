// Addresses: what each part of an address means, how the page treats parts without a meaning, and that no link of
// the site is broken.

import type { APIRequestContext, Page } from "@playwright/test";

import { expect, expectAlive, test, visit } from "./fixtures";
import { DOSSIERS, LANGUAGES, UNKNOWN_ADDRESSES, addressOf } from "./site";

const notices = (page: Page) => page.locator(".t-notice");
const main = (page: Page) => page.getByRole("main");

test.describe("an address with a selection or a figure", () => {
  for (const { query, shows, lacks } of [
    { query: "?tinh=bac-lieu", shows: "Bạc Liêu khoảng 4% (10/2022)", lacks: "56%" },
    { query: "?loai=target", shows: "2 mục tiêu của Bình Phước và BR-VT", lacks: "56%" },
    { query: "?nam=2022", shows: "Bạc Liêu khoảng 4%", lacks: "56%" },
    { query: "?xem=bang", shows: "Số liệu trong hình", lacks: "Dấu đặc:" },
    // Two headings of columns, one behind the other.
    { query: "?xem=bieu-do", shows: "Dấu đặc:", lacks: "Kết quảThời điểm" },
    // The site would write these in another order, and would not encode the comma.
    {
      query: "?nam=2023&loai=result&tinh=br-vt%2Ckhanh-hoa",
      shows: "mọi kết quả năm 2023 của BR-VT đều có lưu ý",
      lacks: "mục tiêu 100%",
    },
  ]) {
    test(`with ${query} shows that selection`, async ({ page }) => {
      const response = await visit(page, DOSSIERS + query);
      expect(response?.status()).toBe(200);
      await expect(main(page)).toContainText(shows);
      await expect(main(page)).not.toContainText(lacks);
      await expect(notices(page)).toHaveCount(0);
      // Opening a link does not change the address.
      await expect(page).toHaveURL(DOSSIERS + query);
    });
  }

  test("with the id of a figure scrolls to its card and focuses it", async ({ page }) => {
    const id = "binh-phuoc/online-dossiers-full/result/2022";
    await visit(page, `en/${DOSSIERS}#${id}`);
    const card = page.locator(`article[id="${id}"]`);
    await expect(card).toBeFocused();
    await expect(card).toBeInViewport({ ratio: 0.9 });
    await expect(card).toContainText("60%");
  });
});

test.describe("a part of an address without a meaning", () => {
  for (const { part, language, says } of [
    { part: "?tinh=atlantis", language: "vi", says: "Địa chỉ có “tinh=atlantis”: ở đây không có tỉnh nào như thế" },
    { part: "?tinh=br-vt,atlantis", language: "vi", says: "Địa chỉ có “tinh=atlantis”: ở đây không có tỉnh nào như thế" },
    { part: "?loai=x", language: "vi", says: "Địa chỉ có “loai=x”: ở đây không có loại số nào như thế" },
    { part: "?nam=abc", language: "vi", says: "Địa chỉ có “nam=abc”: ở đây không có năm nào như thế" },
    { part: "?nam=99999", language: "vi", says: "Địa chỉ có “nam=99999”: ở đây không có năm nào như thế" },
    { part: "?xem=zz", language: "en", says: "“xem=zz”: there is no such view here" },
    { part: "#br-vt/no/such", language: "vi", says: "mang mã “br-vt/no/such”" },
    { part: "#br-vt/no/such", language: "en", says: "no figure with the id “br-vt/no/such”" },
  ] as const) {
    test(`is ignored and named, in ${language}: ${part}`, async ({ page }) => {
      await visit(page, addressOf(language, DOSSIERS + part));
      await expect(notices(page)).toHaveCount(1);
      await expect(notices(page)).toContainText(says);
      await expect(main(page).getByRole("table")).toBeVisible();
    });
  }

  test("is named with all others, and the notice disappears with the next choice", async ({ page }) => {
    await visit(page, `${DOSSIERS}?tinh=atlantis,br-vt&loai=x&nam=abc&xem=zz`);
    await expect(notices(page).getByRole("paragraph")).toHaveCount(4);
    await expect(page.getByRole("checkbox", { name: "BR-VT" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Bạc Liêu" })).not.toBeChecked();
    await page.getByRole("checkbox", { name: "Bạc Liêu" }).check();
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,bac-lieu`);
    await expect(notices(page)).toHaveCount(0);
  });

  test("is ignored without a notice if it is a tracking key of another site", async ({ page }) => {
    await visit(page, `${DOSSIERS}?utm_source=x&fbclid=y&gclid=z&tinh=khanh-hoa`);
    await expect(page.getByRole("checkbox", { name: "Khánh Hòa" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "BR-VT" })).not.toBeChecked();
    await expect(notices(page)).toHaveCount(0);
  });
});

test.describe("a hostile address", () => {
  const MARKUP = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>";
  const encoded = encodeURIComponent(MARKUP);

  for (const { name, address, shows } of [
    { name: "the search words", address: `so-sanh/?tim=${encoded}`, shows: "Không tìm thấy chủ đề" },
    { name: "a province", address: `${DOSSIERS}?tinh=${encoded}`, shows: "“tinh=<script>window" },
    { name: "a figure's id", address: `${DOSSIERS}#x/${encoded}`, shows: "“x/<script>window" },
  ]) {
    test(`with markup in place of ${name} is shown as text`, async ({ page }) => {
      await visit(page, address);
      await expect(page.locator("body")).toContainText(shows);
      await expect(page.locator("#app :is(script, img)")).toHaveCount(0);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    });
  }

  test("with markup in the search words is shown in the search field as it is", async ({ page }) => {
    await visit(page, `so-sanh/?tim=${encoded}`);
    await expect(page.getByRole("searchbox")).toHaveValue(MARKUP);
  });
});

test.describe("an address that does not exist", () => {
  test.use({ expectedProblems: [/status of 404/] });

  for (const { path, language } of UNKNOWN_ADDRESSES) {
    test(`answers with status 404 and links to the home page: ${path}`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      const isEnglish = language === "en";
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        isEnglish ? "There is no such page" : "Không có trang này",
      );
      await expect(page).toHaveTitle(isEnglish ? /^There is no such page/ : /^Không có trang này/);
      // The page also links to the topics.
      await expect(main(page).getByRole("link")).not.toHaveCount(1);
      await main(page)
        .getByRole("link", { name: isEnglish ? "To the home page" : "Về trang đầu" })
        .click();
      await expect(page).toHaveURL(addressOf(language, ""));
      await expectAlive(page);
      await expect(page.getByRole("heading", { name: /Khánh Hòa|provinces|tỉnh/i })).not.toHaveCount(0);
    });
  }
});

test.describe("the search on the page for an address that does not exist", () => {
  test.use({ expectedProblems: [/status of 404/] });

  for (const { path, topics } of [
    { path: "so-sanh/no-such-topic/", topics: "so-sanh/" },
    { path: "en/no-such-page/", topics: "en/so-sanh/" },
  ]) {
    test(`leads to the page of all topics: ${path}`, async ({ page }) => {
      await page.goto(path);
      await page.getByRole("searchbox").fill("vung tau");
      await page.getByRole("searchbox").press("Enter");
      await expect(page).toHaveURL(`${topics}?tim=vung+tau`);
      await expectAlive(page);
      await expect(page.getByRole("searchbox")).toHaveValue("vung tau");
      await expect(main(page).getByRole("listitem").filter({ hasText: /^Bà Rịa – Vũng Tàu:/ })).toBeVisible();
    });
  }
});

test.describe("no link is broken", () => {
  // These tests request every page of the site, which takes long.
  test.setTimeout(90_000);

  type Found = { from: string; href: string };

  /** The addresses that an HTML text links to or loads, and the ids in it that links can point at. */
  function linksAndIds(html: string): { hrefs: string[]; ids: Set<string> } {
    const values = (name: string) =>
      [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value]) =>
        (value ?? "").replaceAll("&amp;", "&").replaceAll("&#39;", "'"),
      );
    return { hrefs: [...values("href"), ...values("src")], ids: new Set(values("id")) };
  }

  /** Follows all links from `start`. Returns those that do not answer with status 200 or whose target id is missing. */
  async function findBrokenLinks(
    request: APIRequestContext,
    start: string,
  ): Promise<{ pages: number; broken: string[] }> {
    const faults: string[] = [];
    const seen = new Map<string, Set<string>>();
    const open: Found[] = [{ from: "the start", href: start }];
    let pages = 0;
    for (let link = open.pop(); link; link = open.pop()) {
      const url = new URL(link.href);
      const fragment = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      let ids = seen.get(url.href);
      if (!ids) {
        const response = await request.get(url.href, { maxRedirects: 0 });
        if (response.status() !== 200) {
          faults.push(`${link.from} -> ${url.href}: ${response.status()}`);
        }
        const isPage = response.headers()["content-type"]?.startsWith("text/html") ?? false;
        const text = isPage ? linksAndIds(await response.text()) : { hrefs: [], ids: new Set<string>() };
        ids = text.ids;
        seen.set(url.href, ids);
        pages += isPage ? 1 : 0;
        open.push(
          ...text.hrefs
            .map((href) => ({ from: url.href, href: new URL(href, url).href }))
            .filter(({ href }) => new URL(href).origin === url.origin),
        );
      }
      if (fragment && !ids.has(fragment)) {
        faults.push(`${link.from} -> ${link.href}: no such target`);
      }
    }
    return { pages, broken: [...new Set(faults)] };
  }

  for (const language of LANGUAGES) {
    test(`from the home page on, in ${language}`, async ({ request, baseURL }) => {
      const start = new URL(addressOf(language, ""), baseURL).href;
      const walked = await findBrokenLinks(request, start);
      expect(walked.broken).toEqual([]);
      // Make sure that it went on to the pages of both languages and did not end early.
      expect(walked.pages).toBeGreaterThan(100);
    });
  }

  test("to a download or a data file", async ({ request, page }) => {
    await page.goto("nguon/");
    const downloads = await page
      .locator("section[aria-labelledby=downloads] a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    // The tests of the written pages check which downloads there are.
    expect(downloads.length).toBeGreaterThan(1);
    const manifest = await request.get("data/manifest.json");
    const { files } = (await manifest.json()) as { files: Record<string, string | string[]> };
    const urls = [...downloads, ...Object.values(files).flat().map((file) => `data/${file}`)];
    for (const url of urls) {
      const response = await request.get(url);
      expect(response.status(), url).toBe(200);
      const body = await response.text();
      if (url.endsWith(".json")) {
        expect(() => JSON.parse(body), url).not.toThrow();
      } else {
        expect(body.replace(/^\uFEFF/, ""), url).toMatch(/^id(\W)province\1indicator\1concept\1/);
      }
    }
  });
});

test("the old address of a figure that was moved to another topic leads to its card", async ({ page }) => {
  const id = "binh-phuoc/dti-economy-rank/result/2022";
  const response = await page.goto(`so-sanh/digital-economy-rank/?tinh=binh-phuoc#${id}`);
  expect(response?.status()).toBe(200);
  const place = page.locator(`li[id="${id}"]`);
  await expect(place).toBeInViewport();
  await place.getByRole("link").click();
  await expect(page).toHaveURL(`so-sanh/dti-economy/#${id}`);
  await expect(page.locator(`article[id="${id}"]`)).toBeFocused();
});
