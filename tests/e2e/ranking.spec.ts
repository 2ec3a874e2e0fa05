// The page of the official ranking: choosing an edition, the map of tiles, the table, and the ranks over all editions.
import { expect, test, visit } from "./fixtures";

const PAGE = "xep-hang/";
const row = (id: string) => `tr[id="${id}"]`;
/** The table of the edition that is shown. */
const TABLE = "#edition > .t-ranking";

test("an edition can be chosen with the keyboard, and so can the default again", async ({ page }) => {
  await visit(page, PAGE);
  const select = page.getByLabel("Kỳ", { exact: true });
  await expect(select).toHaveValue("");
  await expect(page.locator(".t-lead")).toContainText("Khánh Hòa thứ 16 trong 34");
  await select.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${PAGE}?nam=2022`);
  await expect(select).toBeFocused();
  await expect(page.locator(".t-lead")).toContainText("Bình Phước thứ 12");
  await expect(page.locator(TABLE).locator("caption")).toContainText("63 tỉnh, thành phố");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(PAGE);
  await expect(select).toHaveValue("");
  await expect(page.locator(TABLE).first().locator("tbody tr")).toHaveCount(34);
});

test("an address with an edition shows it, also in the other language", async ({ page }) => {
  await visit(page, `${PAGE}?nam=2023`);
  await expect(page.getByLabel("Kỳ", { exact: true })).toHaveValue("2023");
  await expect(page.locator(".t-lead")).toContainText("thứ 10");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`en/${PAGE}?nam=2023`);
  await expect(page.getByLabel("Edition", { exact: true })).toHaveValue("2023");
  await expect(page.locator(".t-lead")).toContainText("10th");
});

test("for a year without an edition the page says so and shows no other edition", async ({ page }) => {
  await visit(page, `${PAGE}?nam=2019`);
  await expect(page.locator(".t-lead")).toContainText("Không tìm thấy kỳ xếp hạng 2019");
  await expect(page.getByRole("figure")).toHaveCount(1);
});

test("a tile scrolls to the row of its province and focuses it", async ({ page }) => {
  const id = "da-nang/dti-rank/result/2024";
  await visit(page, PAGE);
  const tile = page.locator(`svg a[href="#${id}"]`).locator("visible=true");
  await expect(tile).toHaveCount(1);
  await tile.press("Enter");
  await expect(page).toHaveURL(`${PAGE}#${id}`);
  await expect(page.locator(row(id))).toBeFocused();
  await expect(page.locator(row(id))).toBeInViewport({ ratio: 1 });
  await expect(page.locator(row(id))).toContainText("17/34");
});

test("a link to a row of another edition opens that edition", async ({ page }) => {
  const id = "da-nang/dti-rank/result/2023";
  await visit(page, `${PAGE}#${id}`);
  await expect(page.locator(row(id))).toBeVisible();
  await expect(page.locator(row(id))).toBeInViewport({ ratio: 1 });
});

test("a closed edition can be opened with the keyboard", async ({ page }) => {
  await visit(page, PAGE);
  const edition = page.locator(".t-editions details", { hasText: "Kỳ 2021" });
  await edition.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(edition.locator("tbody tr").first()).toBeVisible();
});

test("a province that is not chosen is not in the sentence, and its row is not marked", async ({ page }) => {
  await visit(page, `${PAGE}?nam=2022`);
  await page.getByRole("checkbox", { name: "Bạc Liêu" }).uncheck();
  await expect(page).toHaveURL(`${PAGE}?tinh=br-vt,khanh-hoa,binh-phuoc&nam=2022`);
  await expect(page.locator(".t-lead")).not.toContainText("Bạc Liêu");
  await expect(page.locator(TABLE).locator(".t-ranking__own")).toHaveCount(3);
  await expect(page.locator(TABLE).locator("tbody tr")).toHaveCount(63);
});

test("a mark in the chart over the editions leads to the card of its figure", async ({ page }) => {
  const id = "br-vt/dti-rank/result/2022";
  await visit(page, PAGE);
  const mark = page.locator(`svg a[href$="so-sanh/dti-rank/#${id}"]`).locator("visible=true");
  await mark.press("Enter");
  await expect(page).toHaveURL(`so-sanh/dti-rank/#${id}`);
  await expect(page.locator(`article[id="${id}"]`)).toBeFocused();
});

test("the ranking has all provinces when it is opened by a link inside the site", async ({ page }) => {
  await visit(page, "./");
  await page.getByRole("navigation").getByRole("link", { name: "Xếp hạng" }).click();
  await expect(page).toHaveURL(PAGE);
  await expect(page.locator(TABLE).first().locator("tbody tr")).toHaveCount(34);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every edition can be read", async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator(TABLE).first().locator("tbody tr")).toHaveCount(34);
    const summary = page.locator("summary", { hasText: "Kỳ 2022" });
    const edition = page.locator(".t-editions details", { has: summary });
    await edition.locator("summary").click();
    await expect(edition.locator("tbody tr").first()).toContainText("1/63");
    const id = "lao-cai/dti-rank/result/2024-of-34";
    await page.locator(`svg a[href="#${id}"]`).locator("visible=true").press("Enter");
    await expect(page.locator(row(id))).toBeInViewport({ ratio: 1 });
  });
});
