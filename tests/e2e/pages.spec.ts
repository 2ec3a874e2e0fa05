// What holds for every page: it answers and starts, is in its language, fits any screen, keeps the rules of
// accessibility, and needs nothing that its own policy refuses. Each is opened once for all of it.

import type { Page } from "@playwright/test";

import { expectAccessible, expectHeadings } from "./a11y";
import { expect, test, visit } from "./fixtures";
import { sidewaysOverflow } from "./page";
import { LANGUAGES, PAGES, addressOf, titleOf } from "./site";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

for (const { name, kind, language, path, address } of PAGES) {
  test(name, async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      const refused: string[] = [];
      Object.assign(window, { refused });
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
        refused.push(`${effectiveDirective} ${blockedURI}`),
      );
    });
    // Every kind of page in both schemes, both widths and both languages, in half of the combinations.
    const [lightSize, darkSize] = language === "vi" ? [DESK, PHONE] : [PHONE, DESK];
    await page.setViewportSize(lightSize);
    const title = titleOf(address);
    expect(title).toContain("Tỉnh Số");

    await test.step("the file says what it is, at which address, and where it is in the other language", async () => {
      // What a browser has before the program, or without it.
      const response = await page.goto(address, { waitUntil: "commit" });
      expect(response?.status()).toBe(200);
      await expect(page).toHaveTitle(title);
      await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /\S+ \S+/);
      // With or without the origin: it is only known when the site is published.
      const pathOf = async (selector: string) => {
        const href = await page.locator(selector).getAttribute("href");
        return new URL(href ?? "nothing", "http://nowhere.invalid").pathname;
      };
      const own = (of: "vi" | "en") => new URL(addressOf(of, path), baseURL).pathname;
      expect(await pathOf("link[rel=canonical]")).toBe(own(language));
      for (const other of LANGUAGES) expect(await pathOf(`link[hreflang=${other}]`)).toBe(own(other));
      expect(await pathOf("link[hreflang=x-default]")).toBe(own("vi"));
    });

    await test.step("it starts", async () => {
      await visit(page, address);
      await expect(page).toHaveTitle(title);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("#status")).toBeEmpty();
      await expectHeadings(page);
    });

    await test.step("it is in its language", async () => {
      const other = language === "vi" ? "en" : "vi";
      const foreign = new Set<string>(MESSAGES[other]);
      const texts = await ownTexts(page, other);
      expect(texts.filter((text) => foreign.has(text))).toEqual([]);
      // The list would be worthless if the page's own words were none of it.
      const own = new Set<string>(MESSAGES[language]);
      expect(texts.filter((text) => own.has(text))).not.toEqual([]);
    });

    await test.step("it keeps the rules of accessibility in light and dark, on a phone and on a desk", async () => {
      await page.emulateMedia({ colorScheme: "light" });
      await expectAccessible(page);
      await page.setViewportSize(darkSize);
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: "light" });
    });

    await test.step("it does not scroll sideways", async () => {
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await sidewaysOverflow(page), `${width} px`).toEqual({ by: 0, what: [] });
      }
    });

    await test.step("every control is large enough for a finger", async () => {
      await page.setViewportSize(PHONE);
      expect(await tooSmall(page), kind).toEqual([]);
    });

    await test.step("nothing that it needs is refused", async () => {
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => (window as { refused?: string[] }).refused)).toEqual([]);
    });
  });
}

/** The controls that a finger would miss. */
function tooSmall(page: Page): Promise<string[]> {
  // A checkbox is pressed by its label; links within sentences are exempt.
  const controls = page.locator(
    "select, button, input[type=search], label:has(input), summary, header a, .t-topics a, .tso-mark",
  );
  return controls.locator("visible=true").evaluateAll((elements) =>
    elements
      .map((element) => ({ what: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ what, box }) => `${what}: ${box.width} × ${box.height}`),
  );
}

/** Messages of the interface in either language; none may stand on a page of the other. */
const MESSAGES = {
  vi: [
    "Đến nội dung chính", "So sánh", "Nguồn", "Phương pháp", "Kết quả", "Mục tiêu", "Thời điểm",
    "Hạn", "Cả nước", "Chủ đề", "Năm", "Loại số", "Hiện", "Mới nhất", "Chỉ bảng", "Tỉnh",
    "Số liệu trong hình", "Từng con số và nguồn", "Lấy và chia sẻ", "Các nguồn", "Tìm chủ đề hoặc tỉnh, thành phố",
    "Cơ sở", "Ai nói", "Ghi chú", "Văn bản", "Liên kết đến con số này", "Mọi số liệu (CSV)",
    "Chính quyền số", "Kinh tế số", "Xã hội số", "Hạ tầng và nền tảng", "Xếp hạng chung",
    "địa phương hoặc cơ quan tự báo cáo", "không nêu hạn", "Mở nguồn", "Các cách đo",
    "Càng cao càng tốt", "Những gì chưa biết", "Trước đó", "Trước và sau sáp nhập", "Con số",
    "giữ nguyên, không sáp nhập",
  ],
  en: [
    "Skip to content", "Compare", "Sources", "Method", "Result", "Target", "Period", "Deadline",
    "Whole country", "Topic", "Year", "Figures", "Show", "Latest", "Table only", "Province",
    "The figures in the chart", "Each figure and its source", "Get and share", "The sources",
    "Find a topic or a province", "Basis", "Said by", "Note", "Document", "Link to this figure",
    "All figures (CSV)", "Digital government", "Digital economy", "Digital society", "Foundations",
    "Overall ranking", "reported by the authority itself", "no deadline given", "Open the source",
    "The definitions", "The higher the better", "What is not known", "Before",
    "Before and after the mergers", "Figure", "unchanged, merged with no other",
  ],
} as const;

/** The texts of a page that are not marked as being in the other language. */
function ownTexts(page: Page, other: string): Promise<string[]> {
  return page.evaluate((other) => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim();
      const marked = node.parentElement?.closest("[lang]")?.getAttribute("lang");
      if (text && marked !== other) texts.push(text);
    }
    for (const element of document.querySelectorAll("[aria-label], [data-label], [placeholder]")) {
      for (const name of ["aria-label", "data-label", "placeholder"]) {
        const text = element.getAttribute(name);
        if (text) texts.push(text);
      }
    }
    return texts;
  }, other);
}
