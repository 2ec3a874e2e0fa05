// Checks what must be true of every page: it loads and starts, is in its language, fits any screen, and needs nothing
// that its content-security policy blocks. Each page is opened in one test that checks all of this, because opening a
// page takes long. accessibility.spec.ts checks the rules of accessibility.

import type { Page } from "@playwright/test";

import { expectHeadings } from "./a11y";
import { expect, test, visit } from "./fixtures";
import { sidewaysOverflow } from "./page";
import { LANGUAGES, PAGES, addressOf, titleOf } from "./site";

const PHONE = { width: 360, height: 740 };

for (const { name, kind, language, path, address } of PAGES) {
  test(`every check of a page: ${name}`, async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      const blocked: string[] = [];
      Object.assign(window, { blocked });
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
        blocked.push(`${effectiveDirective} ${blockedURI}`),
      );
    });
    const title = titleOf(address);
    expect(title).toContain("Tỉnh Số");

    await test.step("the head of the written page has its title, description and address, and its address in the other language", async () => {
      // `commit`: so this reads the written page, before the program can change it.
      const response = await page.goto(address, { waitUntil: "commit" });
      expect(response?.status()).toBe(200);
      await expect(page).toHaveTitle(title);
      await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /\S+ \S+/);
      // Compares paths only, because the origin is only in these links when the site is built for publishing.
      const pathOf = async (selector: string) => {
        const href = await page.locator(selector).getAttribute("href");
        return new URL(href ?? "nothing", "http://nowhere.invalid").pathname;
      };
      const pathIn = (language: "vi" | "en") => new URL(addressOf(language, path), baseURL).pathname;
      expect(await pathOf("link[rel=canonical]")).toBe(pathIn(language));
      for (const other of LANGUAGES) expect(await pathOf(`link[hreflang=${other}]`)).toBe(pathIn(other));
      expect(await pathOf("link[hreflang=x-default]")).toBe(pathIn("vi"));
    });

    await test.step("the program starts", async () => {
      await visit(page, address);
      await expect(page).toHaveTitle(title);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("#status")).toBeEmpty();
      await expectHeadings(page);
    });

    await test.step("its texts are in its language", async () => {
      const other = language === "vi" ? "en" : "vi";
      const foreign = new Set<string>(MESSAGES[other]);
      const texts = await ownTexts(page, other);
      expect(texts.filter((text) => foreign.has(text))).toEqual([]);
      // If the page had no text of its own language's list either, the check above would prove nothing.
      const expected = new Set<string>(MESSAGES[language]);
      expect(texts.filter((text) => expected.has(text))).not.toEqual([]);
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

    await test.step("its content-security policy blocks nothing that it needs", async () => {
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => (window as { blocked?: string[] }).blocked)).toEqual([]);
    });
  });
}

/** The controls and links that are smaller than 24 × 24 pixels, so that a finger could miss them. */
function tooSmall(page: Page): Promise<string[]> {
  // A checkbox can be pressed by its label, so the label is measured. The link to the content is hidden at first.
  const targets = page.locator("select, button, input, label:has(input), summary, a[href]:not(.t-skip)");
  return targets.locator("visible=true").evaluateAll((elements) =>
    elements
      .map((element) => ({ what: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ what, box }) => `${what}: ${box.width} × ${box.height}`),
  );
}

/** Texts of the interface in both languages. A page must contain none of the other language's. */
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

/** The texts of a page, without those that are marked (by `lang`) as being in the other language. */
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
