// Both languages say the same, each in its own way, and nothing of one is left in the other.

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { KINDS, LANGUAGES, PAGES, addressOf, titleOf } from "./site";

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

for (const { name, language, address } of PAGES) {
  test(`${name} is in its language`, async ({ page }) => {
    const title = titleOf(address);
    expect(title).toContain("Tỉnh Số");
    await page.goto(address);
    await expect(page).toHaveTitle(title);
    const description = page.locator("meta[name=description]");
    await expect(description).toHaveAttribute("content", /\S+ \S+/);

    // The application says the same as the page that came.
    await visit(page, address);
    await expect(page).toHaveTitle(title);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    const other = language === "vi" ? "en" : "vi";
    const foreign = new Set<string>(MESSAGES[other]);
    const texts = await ownTexts(page, other);
    expect(texts.filter((text) => foreign.has(text))).toEqual([]);
    // The list would be worthless if the page's own words were none of it.
    const own = new Set<string>(MESSAGES[language]);
    expect(texts.filter((text) => own.has(text))).not.toEqual([]);
  });
}

for (const { kind, path } of KINDS) {
  test(`${kind} names its address and the other language's`, async ({ page, baseURL }) => {
    for (const language of LANGUAGES) {
      await page.goto(addressOf(language, path));
      // With or without the origin: it is only known when the site is published.
      const pathOf = async (selector: string) => {
        const href = await page.locator(selector).getAttribute("href");
        return new URL(href ?? "nothing", "http://nowhere.invalid").pathname;
      };
      const own = (of: "vi" | "en") => new URL(addressOf(of, path), baseURL).pathname;
      expect(await pathOf("link[rel=canonical]")).toBe(own(language));
      expect(await pathOf("link[hreflang=vi]")).toBe(own("vi"));
      expect(await pathOf("link[hreflang=en]")).toBe(own("en"));
      expect(await pathOf("link[hreflang=x-default]")).toBe(own("vi"));
    }
  });

  test(`${kind}: the switch leads to the same page and back`, async ({ page }) => {
    await visit(page, addressOf("vi", path));
    const heading = page.getByRole("heading", { level: 1 });
    const inVietnamese = await heading.textContent();
    await page.getByRole("link", { name: "English", exact: true }).click();
    await expect(page).toHaveURL(addressOf("en", path));
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page).toHaveTitle(titleOf(addressOf("en", path)));
    await page.getByRole("link", { name: "Tiếng Việt", exact: true }).click();
    await expect(page).toHaveURL(addressOf("vi", path));
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await expect(heading).toHaveText(inVietnamese ?? "");
  });
}

test.describe("numbers and dates", () => {
  for (const { path, vi, en } of [
    { path: "so-sanh/online-services/", vi: "64,06%", en: "64.06%" },
    { path: "so-sanh/ecommerce-sellers/", vi: "54.537", en: "54,537" },
    { path: "so-sanh/online-dossiers/", vi: "20/7/2023", en: "Jul 20, 2023" },
    { path: "so-sanh/online-dossiers/", vi: "10/2022", en: "Oct 2022" },
    { path: "so-sanh/dti-rank/", vi: "thứ 7 trên 63", en: "7th of 63" },
  ]) {
    test(`${vi} in Vietnamese is ${en} in English`, async ({ page }) => {
      await visit(page, path);
      const table = page.getByRole("main").getByRole("table").first();
      await expect(table).toContainText(vi);
      await expect(table).not.toContainText(en);
      await page.getByRole("link", { name: "English", exact: true }).click();
      await expect(table).toContainText(en);
      await expect(table).not.toContainText(vi);
    });
  }
});

test("what is quoted in Vietnamese on an English page is marked so", async ({ page }) => {
  await visit(page, "en/so-sanh/online-dossiers/");
  const title = page.getByText(/^Bạc Liêu chuyển đổi số để/).first();
  await expect(title).toHaveAttribute("lang", "vi");
  const document = page.getByText(/^Kế hoạch 57\/KH-UBND/).first();
  await expect(document).toHaveAttribute("lang", "vi");
});
