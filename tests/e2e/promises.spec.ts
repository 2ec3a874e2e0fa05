// The page of promises: the counts of the states, the filters, the day, and the story of each promise.
import { expect, expectAlive, test, visit } from "./fixtures";

const WATER = "br-vt/water-bills-cashless/target/2023";
const row = (id: string) => `details[id="${id}"]`;

test("the counts of the states add up to all promises", async ({ page }) => {
  await visit(page, "loi-hua/");
  const counts = await page.locator(".t-states strong").allTextContents();
  const all = counts.reduce((sum, text) => sum + Number(text.trim()), 0);
  expect(all).toBeGreaterThan(0);
  await expect(page.locator(".t-promises details")).toHaveCount(all);
});

test("clicking the count of a state shows only its promises, and clicking it again shows all", async ({ page }) => {
  await visit(page, "loi-hua/");
  const all = await page.locator(".t-promises details").count();
  const late = page.locator('.t-states a[href*="trang-thai=met-shown-late"]');
  const n = Number((await late.locator("strong").textContent())?.trim());
  await late.click();
  await expect(page).toHaveURL(/loi-hua\/\?trang-thai=met-shown-late$/);
  // The count of one outcome stands beside the number of promises whose outcome nobody knows.
  await expect(page.locator(".t-lead")).toContainText(new RegExp(`trong \\d+ lời hứa .*: ${n} đạt.*Thêm \\d+ lời hứa chưa thấy công bố`));
  await expect(page.locator(".t-promises details")).toHaveCount(n);
  await expect(page.getByLabel("Tình trạng")).toHaveValue("met-shown-late");
  await page.locator(".t-states a[aria-current]").click();
  await expect(page.locator(".t-promises details")).toHaveCount(all);
  await late.click();
  await expect(page.locator(".t-promises details")).toHaveCount(n);
});

test("choosing a day shows the promises as they were assessed on it", async ({ page }) => {
  await visit(page, "loi-hua/?ngay=2024-01-15");
  await expect(page.locator(row(WATER))).toContainText("Quá hạn, chưa thấy công bố");
  await expect(page.locator(".t-lead")).toContainText("15/1/2024");
  await page.getByLabel("Tính đến ngày").fill("2024-10-09");
  await expect(page).toHaveURL(/ngay=2024-10-09/);
  await expect(page.locator(row(WATER))).toContainText("Đạt, số công bố sau hạn");
});

test("a target for a ranking is not called overdue before that ranking is usually published", async ({ page }) => {
  const rank = row("khanh-hoa/dti-rank/target/2025-of-34");
  await visit(page, "loi-hua/?tinh=khanh-hoa&ngay=2025-12-31");
  await expect(page.locator(rank)).not.toContainText("Chưa đến kỳ công bố");
  await page.getByLabel("Tính đến ngày").fill("2026-01-01");
  await expect(page.locator(rank)).toContainText("Chưa đến kỳ công bố");
  await expect(page.locator(rank)).toContainText("kỳ này ra không muộn hơn 7/2/2027");
  await expect(page.locator(".t-states")).toContainText("Chưa thấy công bố, trong đó 2 chưa đến kỳ");
  // The filter for the state lists it with the other targets for which nothing was published.
  await page.getByLabel("Tình trạng").selectOption("overdue-unreported");
  await expect(page.locator(rank)).toBeVisible();
});

test("promises in words are listed separately, follow the filters, and are not counted", async ({ page }) => {
  const inWords = page.locator(".t-qualitative");
  await visit(page, "loi-hua/");
  await expect(inWords).toHaveCount(4);
  await page.getByRole("checkbox", { name: "Khánh Hòa" }).uncheck();
  await expect(inWords).toHaveCount(2);
  await page.getByLabel("Hạn", { exact: true }).selectOption("2025");
  await expect(inWords).toHaveCount(1);
  await expect(inWords).toContainText("chính quyền số");
  await page.getByLabel("Tình trạng").selectOption("met");
  await expect(inWords).toHaveCount(0);
});

test("a promise is not listed on a day before it was known", async ({ page }) => {
  await visit(page, "loi-hua/?ngay=2023-06-30");
  await expect(page.locator(row(WATER))).toHaveCount(0);
  // The oldest promise with a day was made in 2021. Three of BR-VT stand on a page that nothing dates, so they are
  // always known.
  await page.getByLabel("Tính đến ngày").fill("2020-01-01");
  await expect(page).toHaveURL(/ngay=2020-01-01/);
  await expect(page.locator(".t-promises details")).toHaveCount(3);
});

test("parts of an address without a meaning are named, and the page is still shown", async ({ page }) => {
  await visit(page, "loi-hua/?ngay=2023-02-30&trang-thai=kept&nhom=x");
  const notice = page.locator('[role="status"] .t-notice');
  await expect(notice).toContainText("ngay=2023-02-30");
  await expect(notice).toContainText("trang-thai=kept");
  await expect(notice).toContainText("nhom=x");
  await expect(page.locator(".t-promises details").first()).toBeVisible();
});

test("no promise is assessed on a day in the future", async ({ page }) => {
  await visit(page, "en/loi-hua/?ngay=2099-01-01");
  await expect(page.locator('[role="status"] .t-notice')).toContainText("still to come");
  await expect(page.locator(row("khanh-hoa/sme-digital/target/2025"))).toContainText("merged");
});

test("a story can be opened with the keyboard and shows the formula, the evidence and the source", async ({ page }) => {
  await visit(page, "loi-hua/");
  const story = page.locator(row(WATER));
  await story.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(story.locator(".t-story")).toContainText("80 − 85 = −5 điểm %");
  await expect(story.locator(".t-story")).toContainText("Thành phố Hồ Chí Minh");
  const evidence = 'dd a[href*="#br-vt/water-bills-cashless/result/2024-9m"]';
  await expect(story.locator(evidence)).toBeVisible();
  await expect(story.locator("svg.tso-chart").first()).toBeAttached();
});

test("a link to a promise opens its story", async ({ page }) => {
  await visit(page, `loi-hua/#${WATER}`);
  await expect(page.locator(`${row(WATER)} .t-story`)).toBeVisible();
});

test("the groups and the order are kept in the address", async ({ page }) => {
  await visit(page, "loi-hua/");
  await page.getByLabel("Gộp theo").selectOption("han");
  await expect(page).toHaveURL(/nhom=han/);
  await expect(page.locator("#list h2").first()).toContainText("hạn 2023");
  await page.getByLabel("Xếp theo").selectOption("khoang-cach");
  await expect(page).toHaveURL(/xep=khoang-cach/);
  await page.reload();
  await expect(page.getByLabel("Gộp theo")).toHaveValue("han");
  await expect(page.getByLabel("Xếp theo")).toHaveValue("khoang-cach");
});

test("the view of how high the targets are compares them with the country and says nothing about their results", async ({ page }) => {
  await visit(page, "loi-hua/");
  await page.getByRole("link", { name: "Hứa cao hay thấp" }).click();
  await expect(page).toHaveURL(/xem=tham-vong/);
  await expect(page.locator("main")).toContainText("không nói gì về việc thực hiện");
  await expect(page.locator(".t-promises")).toHaveCount(0);
  await expect(page.locator("main table")).toContainText("Khánh Hòa");
});

test("a story that was opened before the program started stays open", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("loi-hua/");
  const story = page.locator(row(WATER));
  await story.locator("summary").click();
  await expect(story.locator(".t-story")).toBeVisible();
  release();
  await expectAlive(page);
  await expect(story.locator(".t-story")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every story is on the page", async ({ page }) => {
    await page.goto("loi-hua/");
    const story = page.locator(row(WATER));
    await story.locator("summary").click();
    await expect(story.locator(".t-story")).toContainText("80 − 85 = −5 điểm %");
    await expect(page.locator(".t-story")).toHaveCount(
      await page.locator(".t-promises details").count(),
    );
  });
});

test("the list of states says which several states an address names", async ({ page }) => {
  await visit(page, "loi-hua/?trang-thai=met,missed");
  await expect(page.getByLabel("Tình trạng")).toHaveValue("met,missed");
  await expect(page.getByLabel("Tình trạng").locator("option:checked")).toHaveText("Đạt đúng hạn · Không đạt");
});

test("a selected state is taken out of the selection by its link, which keeps its place and the focus", async ({ page }) => {
  await visit(page, "loi-hua/?trang-thai=met,missed");
  const counts = page.locator(".t-states");
  const missed = counts.getByRole("link", { name: "Không đạt" });
  await expect(missed).toHaveText(/^0/);
  await missed.press("Enter");
  await expect(page).toHaveURL(/loi-hua\/\?trang-thai=met$/);
  await expect(missed).toBeFocused();
  await expect(missed).not.toHaveAttribute("aria-current");
  await expect(counts.locator("[aria-current]")).toHaveCount(1);
  await counts.locator("[aria-current]").press("Enter");
  await expect(page).toHaveURL(/loi-hua\/$/);
  await expect(counts.locator("[aria-current]")).toHaveCount(0);
  await missed.press("Enter");
  await expect(page).toHaveURL(/loi-hua\/\?trang-thai=missed$/);
  await expect(missed).toBeFocused();
});

test("the years to choose are those in which promises are due", async ({ page }) => {
  await visit(page, "loi-hua/");
  const years = await page.locator("#due option").evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(years.length).toBeGreaterThan(3);
  for (const year of years) {
    await page.goto(`loi-hua/?nam=${year}`);
    await expectAlive(page);
    await expect(page.locator(".t-promises details, .t-qualitative").first(), year).toBeAttached();
  }
});
