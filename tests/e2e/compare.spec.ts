// The comparison page: every control changes the URL, and the URL alone determines what the page shows.

import type { Page } from "@playwright/test";

import { expect, expectAlive, test, visit } from "./fixtures";
import { DOSSIERS, PROVINCES } from "./site";

const sentence = (page: Page) => page.getByRole("main").locator("p[aria-live]");
const figure = (page: Page) => page.getByRole("figure");
const marks = (page: Page) => figure(page).getByRole("link");
const table = (page: Page) => page.getByRole("table", { name: "Số liệu trong hình" });
const province = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });
const reasons = (page: Page) => page.locator("section[aria-labelledby=why]");
const allowed = (page: Page) => page.locator("section[aria-labelledby=allowed-title]");
const card = (page: Page, id: string) => page.locator(`article[id="${id}"]`);

/**
 * Everything that the page shows: texts, links and the states of the controls. What was said of the last choice is no
 * part of it.
 */
const view = async (page: Page) => {
  const snapshot = await page.getByRole("main").ariaSnapshot();
  return snapshot.replaceAll(/^ *- status\b.*\n/gm, "");
};

test.describe("provinces", () => {
  for (const { id, name } of PROVINCES) {
    test(`unticking ${name} removes it from the whole page, and ticking it brings it back`, async ({
      page,
    }) => {
      await visit(page, DOSSIERS);
      await expect(marks(page).filter({ hasText: name })).not.toHaveCount(0);
      const before = await view(page);

      await province(page, name).uncheck();
      const others = PROVINCES.filter((other) => other.id !== id);
      const query = others.map((other) => other.id).join(",");
      await expect(page).toHaveURL(`${DOSSIERS}?tinh=${query}`);
      await expect(sentence(page)).not.toContainText(name);
      await expect(marks(page).filter({ hasText: name })).toHaveCount(0);
      await expect(table(page).getByRole("rowheader", { name })).toHaveCount(0);
      for (const other of others) {
        await expect(sentence(page)).toContainText(other.name);
        await expect(table(page).getByRole("rowheader", { name: other.name })).not.toHaveCount(0);
        await expect(marks(page).filter({ hasText: other.name })).not.toHaveCount(0);
      }

      await province(page, name).check();
      await expect(page).toHaveURL(DOSSIERS);
      expect(await view(page)).toBe(before);
    });
  }
});

test.describe("the lists", () => {
  test("choosing another topic keeps the provinces and resets the year", async ({ page }) => {
    await visit(page, `${DOSSIERS}?tinh=br-vt,khanh-hoa&nam=2020`);
    await page.getByLabel("Chủ đề", { exact: true }).selectOption("online-services");
    await expect(page).toHaveURL("so-sanh/online-services/?tinh=br-vt,khanh-hoa#topic");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Dịch vụ công trực tuyến toàn trình",
    );
    await expect(page).toHaveTitle(/^Dịch vụ công trực tuyến toàn trình/);
    await expect(province(page, "BR-VT")).toBeChecked();
    await expect(province(page, "Bình Phước")).not.toBeChecked();
    await expect(sentence(page)).toContainText("64,06%");
  });

  test("choosing a year shows only the figures of that year", async ({ page }) => {
    await visit(page, DOSSIERS);
    await page.getByLabel("Năm", { exact: true }).selectOption("2020");
    await expect(page).toHaveURL(`${DOSSIERS}?nam=2020`);
    await expect(sentence(page)).toContainText("(2020): Khánh Hòa 56%");
    await expect(sentence(page)).not.toContainText("BR-VT");
    await expect(marks(page)).toHaveCount(1);
    await expect(reasons(page)).toContainText("Không có số năm 2020 của BR-VT");
    await page.getByLabel("Năm", { exact: true }).selectOption({ label: "Mới nhất" });
    await expect(page).toHaveURL(DOSSIERS);
    await expect(sentence(page)).toContainText("9 con số của BR-VT");
  });

  for (const { choice, query, results, targets } of [
    { choice: "Chỉ kết quả", query: "?loai=result", results: 11, targets: 0 },
    { choice: "Chỉ mục tiêu", query: "?loai=target", results: 0, targets: 3 },
    { choice: "Kết quả và mục tiêu", query: "", results: 11, targets: 3 },
  ]) {
    test(`“${choice}” shows ${results} results and ${targets} targets`, async ({ page }) => {
      // Start with the opposite choice, so that each test changes something.
      await visit(page, `${DOSSIERS}?loai=${query.endsWith("result") ? "target" : "result"}`);
      await page.getByLabel("Loại số").selectOption({ label: choice });
      await expect(page).toHaveURL(DOSSIERS + query);
      const isTarget = { hasText: /mục tiêu/ };
      await expect(marks(page).filter(isTarget)).toHaveCount(targets);
      await expect(marks(page)).toHaveCount(results + targets);
    });
  }

  for (const { choice, query, hasFigure, hasTable } of [
    { choice: "Chỉ bảng", query: "?xem=bang", hasFigure: false, hasTable: true },
    { choice: "Chỉ hình", query: "?xem=bieu-do", hasFigure: true, hasTable: false },
  ]) {
    test(`“${choice}” shows only the chart or only the table`, async ({ page }) => {
      await visit(page, DOSSIERS);
      const show = page.getByLabel("Hiện", { exact: true });
      await show.selectOption({ label: choice });
      await expect(page).toHaveURL(DOSSIERS + query);
      await expect(figure(page)).toHaveCount(hasFigure ? 1 : 0);
      await expect(table(page)).toHaveCount(hasTable ? 1 : 0);
      await show.selectOption({ label: "Hình và bảng" });
      await expect(page).toHaveURL(DOSSIERS);
      await expect(figure(page)).toBeVisible();
      await expect(table(page)).toBeVisible();
    });
  }
});

test.describe("the URL is the only state", () => {
  test("a reload and a copied link show the same", async ({ page, context }) => {
    await visit(page, DOSSIERS);
    await province(page, "Bạc Liêu").uncheck();
    await page.getByLabel("Loại số").selectOption("result");
    await page.getByLabel("Hiện", { exact: true }).selectOption("bang");
    await expect(page).toHaveURL(
      `${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc&loai=result&xem=bang`,
    );
    const before = await view(page);

    await page.reload();
    await expectAlive(page);
    expect(await view(page)).toBe(before);

    const other = await context.newPage();
    await other.goto(page.url());
    await expectAlive(other);
    expect(await view(other)).toBe(before);
  });

  test("Back and Forward restore what each page showed when it was left", async ({ page }) => {
    await visit(page, DOSSIERS);
    const steps = [
      () => province(page, "BR-VT").uncheck(),
      () => page.getByLabel("Năm", { exact: true }).selectOption("2022"),
      () => page.getByLabel("Hiện", { exact: true }).selectOption("bang"),
      () => page.getByLabel("Loại số").selectOption("result"),
    ];
    const views: string[] = [];
    const urls: string[] = [];
    const topics = ["dti-rank", "online-dossiers"];
    for (const [place, step] of steps.entries()) {
      const url = page.url();
      await step();
      await expect(page).not.toHaveURL(url);
      urls.push(page.url());
      views.push(await view(page));
      if (place === steps.length - 1) break;
      // Choosing another topic opens another page, which adds an entry to the history.
      const topic = topics[place % 2] ?? "";
      await page.getByLabel("Chủ đề", { exact: true }).selectOption(topic);
      await expect(page).toHaveURL(new RegExp(`/so-sanh/${topic}/`));
    }
    const walk = async (from: number, to: number, go: () => Promise<unknown>) => {
      const places = urls.map((_, place) => place);
      const path = from < to ? places.slice(from + 1) : places.slice(0, from).reverse();
      for (const place of path) {
        await go();
        await expect(page).toHaveURL(urls[place] ?? "");
        await expect.poll(() => view(page)).toBe(views[place]);
      }
    };
    const last = urls.length - 1;
    await walk(last, 0, () => page.goBack());
    await walk(0, last, () => page.goForward());
  });

  test("the links to the other language and back keep the selection", async ({ page }) => {
    const query = "?tinh=br-vt,khanh-hoa&loai=result";
    await visit(page, DOSSIERS + query);
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(`en/${DOSSIERS}${query}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(province(page, "Khánh Hòa")).toBeChecked();
    await expect(province(page, "Bạc Liêu")).not.toBeChecked();
    await expect(page.getByLabel("Figures", { exact: true })).toHaveValue("result");
    await page.getByRole("link", { name: "Tiếng Việt" }).click();
    await expect(page).toHaveURL(DOSSIERS + query);
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  });
});

test.describe("marks, table and cards", () => {
  const KHANH_HOA = "khanh-hoa/online-dossiers/result/2020";

  test("a click on a mark scrolls to its card", async ({ page }) => {
    await visit(page, DOSSIERS);
    const mark = figure(page).locator(`a[href="#${KHANH_HOA}"]`).locator("visible=true");
    await mark.locator("polygon").click();
    await expect(page).toHaveURL(`${DOSSIERS}#${KHANH_HOA}`);
    await expect(card(page, KHANH_HOA)).toBeFocused();
    await expect(card(page, KHANH_HOA)).toBeInViewport({ ratio: 0.9 });
    await expect(card(page, KHANH_HOA)).toContainText("56%");
  });

  test("Enter on a mark focuses its card and keeps the selection", async ({ page }) => {
    await visit(page, `${DOSSIERS}?tinh=khanh-hoa`);
    await marks(page).first().focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=khanh-hoa#${KHANH_HOA}`);
    await expect(card(page, KHANH_HOA)).toBeFocused();
  });

  for (const concept of ["online-dossiers", "online-services", "dti-rank", "ecommerce-sellers"]) {
    test(`the marks and the table of ${concept} have the same figures`, async ({ page }) => {
      await visit(page, `so-sanh/${concept}/`);
      const drawn = await marks(page).evaluateAll((links) =>
        links.map((link) => ({
          href: link.getAttribute("href") ?? "",
          name: link.querySelector("title")?.textContent ?? "",
        })),
      );
      const listed = await table(page)
        .locator("a[href^='#']")
        .evaluateAll((links) =>
          links.map((link) => ({
            href: link.getAttribute("href") ?? "",
            value: link.textContent ?? "",
          })),
        );
      // The figures of the whole country are drawn as lines with a label, which are no links.
      const ofProvinces = listed.filter(({ href }) => !href.startsWith("#national/"));
      expect(ofProvinces).not.toEqual([]);
      const hrefs = (links: { href: string }[]) => links.map(({ href }) => href).sort();
      expect(hrefs(drawn)).toEqual(hrefs(ofProvinces));
      const names = new Map(drawn.map(({ href, name }) => [href, name]));
      // A table says in words what a mark says with signs: "thứ 9 trên 63" is "9/63" there.
      const numbers = (text?: string): string[] => text?.match(/\d[\d.,]*/g) ?? [];
      const differing = ofProvinces.filter(({ href, value }) => {
        const drawn = numbers(names.get(href));
        return numbers(value).some((number) => !drawn.includes(number));
      });
      expect(differing).toEqual([]);
      for (const { href } of listed) {
        await expect(card(page, decodeURIComponent(href.slice(1)))).toHaveCount(1);
      }
    });
  }
});

test.describe("differences", () => {
  test("are only given between figures of one definition", async ({ page }) => {
    await visit(page, DOSSIERS);
    const differences = allowed(page).getByRole("listitem").filter({ hasText: "chênh" });
    await expect(differences).toHaveText([
      /^Bạc Liêu khoảng 4% \(10\/2022\) và .* 38% \(10\/2022\): cùng cách đo, chênh 34 điểm %; đọc thận trọng\.$/,
    ]);
    await expect(reasons(page).getByText("chênh")).toHaveCount(0);
    // The sentence at the top does not give figures that have a caveat.
    await expect(sentence(page)).toContainText(
      "9 con số của BR-VT, Khánh Hòa, Bình Phước và Bạc Liêu theo 6 cách đo khác nhau",
    );
    await expect(sentence(page)).toContainText("Không kể số có lưu ý.");
    await expect(sentence(page)).not.toContainText("BR-VT 50%");
  });

  for (const { title, address, says, order } of [
    {
      title: "of two chosen ranks say which is higher, and not that one is the first",
      address: "so-sanh/dti-rank/?tinh=br-vt,binh-phuoc&nam=2023",
      says: "Cùng một bảng xếp hạng: BR-VT xếp trên Bình Phước 3 bậc.",
      order: true,
    },
    {
      title: "of two chosen ranks say in English which is higher",
      address: "en/so-sanh/dti-rank/?tinh=br-vt,binh-phuoc&nam=2023",
      says: "In the same ranking BR-VT ranked 3 places above Bình Phước.",
      order: true,
    },
    {
      title: "between Bình Phước and Bạc Liêu are not given",
      address: `${DOSSIERS}?tinh=binh-phuoc,bac-lieu`,
      says: "5 con số của Bình Phước và Bạc Liêu theo 4 cách đo khác nhau",
      order: false,
    },
  ]) {
    test(title, async ({ page }) => {
      await visit(page, address);
      await expect(sentence(page)).toContainText(says);
      const between = allowed(page)
        .getByRole("listitem")
        .filter({ hasText: /chênh|apart/ })
        .filter({ hasNotText: /Việt Nam|Vietnam|Cả nước/ });
      await expect(between).toHaveCount(order ? 1 : 0);
    });
  }
});
