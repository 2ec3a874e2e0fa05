// Data that load late, or not at all: what the reader did last must win, and the address, the title and the
// content must be those of the same page.

import type { Page } from "@playwright/test";

import { expect, expectAlive, expectListening, hold, test, visit } from "./fixtures";
import { DOSSIERS } from "./site";

const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });
const sentence = (page: Page) => page.locator("main .t-lead");
const menuLink = (page: Page, name: string) => page.locator("header").getByRole("link", { name, exact: true });
const box = (page: Page, name: string) => page.getByRole("checkbox", { name });
const list = (page: Page, name: string) => page.getByLabel(name, { exact: true });

const FOLLOWED = "**/bundles/followed.json";
const RANKING = "**/bundles/ranking.json";
const RANK_TOPIC = "so-sanh/dti-rank/";

/** Waits until the program has requested these data. */
const requestOf = (page: Page, files: string) => page.waitForRequest(files);

/** Checks that the page shows the same as a newly opened page with the same address. */
async function expectSameAsNewlyOpened(page: Page): Promise<void> {
  const summaryOf = async (page: Page) => ({
    title: await page.title(),
    heading: await heading(page).innerText(),
    lead: await sentence(page).innerText(),
    canonical: await page.evaluate(() => document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href),
  });
  const shown = await summaryOf(page);
  const opened = await page.context().newPage();
  await opened.clock.setFixedTime(await page.evaluate(() => Date.now()));
  await opened.goto(page.url());
  await expectAlive(opened);
  expect(shown).toEqual(await summaryOf(opened));
  await opened.close();
}

for (const path of ["./", `${DOSSIERS}?tinh=br-vt`]) {
  test(`data that arrive after the reader has left their page change nothing: ${path}`, async ({ page }) => {
    const bundle = path === "./" ? FOLLOWED : "**/bundles/topic-online-dossiers.json";
    const requested = requestOf(page, bundle);
    const release = await hold(page, bundle);
    await page.goto(path);
    await requested;
    await expectListening(page);
    await menuLink(page, "Xếp hạng").click();
    await expect(page).toHaveURL(/\/xep-hang\/$/);
    const response = page.waitForResponse(bundle);
    release();
    await response;
    // The next choice must apply to the page that is shown.
    await box(page, "BR-VT").uncheck();
    await expect(page).toHaveURL(/\/xep-hang\/\?tinh=khanh-hoa,binh-phuoc,bac-lieu$/);
    await expectSameAsNewlyOpened(page);
  });
}

test.describe("a page whose data are still loading does not replace what the reader did after following its link", () => {
  const actions: { done: string; act: (page: Page) => Promise<void>; url: RegExp }[] = [
    { done: "a choice", act: (page) => box(page, "BR-VT").uncheck(), url: /\/loi-hua\/\?tinh=khanh-hoa,binh-phuoc,bac-lieu$/ },
    { done: "a link to another view", act: (page) => page.locator('.t-states a[href*="met"]').first().click(), url: /\?trang-thai=met$/ },
  ];
  for (const { done, act, url } of actions) {
    test(done, async ({ page }) => {
      await visit(page, "loi-hua/");
      const requested = requestOf(page, RANKING);
      const release = await hold(page, RANKING);
      await menuLink(page, "Xếp hạng").click();
      await requested;
      await act(page);
      await expect(page).toHaveURL(url);
      const response = page.waitForResponse(RANKING);
      release();
      await response;
      // The next choice must apply to the page that is shown.
      await page.locator("select[name=nhom]").selectOption("han");
      await expect(page).toHaveURL(/nhom=han/);
      await expectSameAsNewlyOpened(page);
      // The page that was loading has added no entry to the history.
      const here = page.url();
      await menuLink(page, "Nguồn").click();
      await expect(heading(page)).toHaveText(/Nguồn/);
      await page.goBack();
      await expect(page).toHaveURL(here);
      await expect(heading(page)).toHaveText(/hứa/);
      await expectSameAsNewlyOpened(page);
    });
  }

  test("Back", async ({ page }) => {
    await visit(page, "phuong-phap/");
    await expectAlive(page);
    // The program loads these data in advance, and opening the ranking waits for the same request.
    const requested = requestOf(page, RANKING);
    const release = await hold(page, RANKING);
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    await menuLink(page, "Tỉnh, thành").click();
    await expect(page).toHaveURL(/\/tinh\/$/);
    await requested;
    await menuLink(page, "Xếp hạng").click();
    await page.goBack();
    await expect(page).toHaveURL(/\/loi-hua\/$/);
    await expect(heading(page)).toHaveText(/hứa/);
    const response = page.waitForResponse(RANKING);
    release();
    await response;
    await list(page, "Tình trạng").selectOption("met");
    await expect(page).toHaveURL(/\/loi-hua\/\?trang-thai=met$/);
    await expect(box(page, "BR-VT")).toBeChecked();
    await expectSameAsNewlyOpened(page);
  });

  test("a choice after choosing another topic, and the list shows the shown topic again", async ({ page }) => {
    const score = "**/bundles/topic-dti-score.json";
    await visit(page, RANK_TOPIC);
    const here = await list(page, "Chủ đề").inputValue();
    const requested = requestOf(page, score);
    const release = await hold(page, score);
    await list(page, "Chủ đề").selectOption("dti-score");
    await requested;
    await box(page, "BR-VT").uncheck();
    await expect(list(page, "Chủ đề")).toHaveValue(here);
    const response = page.waitForResponse(score);
    release();
    await response;
    await box(page, "Bạc Liêu").uncheck();
    await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/\?tinh=khanh-hoa,binh-phuoc$/);
    await expectSameAsNewlyOpened(page);
  });
});

test.describe("data that cannot be loaded", () => {
  test.use({ expectedProblems: [/ERR_FAILED/] });

  test("make the browser load the page of a newly chosen topic, so that it shows no figures of the previous one", async ({ page }) => {
    await visit(page, RANK_TOPIC);
    await page.route("**/bundles/topic-dti-score.json", (route) => route.abort());
    await list(page, "Chủ đề").selectOption("dti-score");
    await expect(page.locator("#status")).toContainText("Không tải được số liệu");
    await expect(page).toHaveURL(/\/so-sanh\/dti-score\/#topic$/);
    await expect(heading(page)).toHaveText("Điểm chuyển đổi số");
  });

  test("make the browser load the page that Back leads to, so that the address fits the content", async ({ page }) => {
    await visit(page, `${RANK_TOPIC}#br-vt/dti-rank/result/2023`);
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    await page.reload();
    await expectAlive(page);
    await page.route("**/bundles/topic-*.json", (route) => route.abort());
    await page.goBack();
    await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
    await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/#/);
  });

  test("do not break links to cards on the same page", async ({ page }) => {
    await page.route("**/bundles/topic-*.json", (route) => route.abort());
    await page.goto(RANK_TOPIC);
    await expect(page.locator("#status")).toContainText("Không tải được số liệu");
    await page.locator(".t-card__link a").first().click();
    await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/#/);
    await expect(page.locator(".t-card:target")).toBeInViewport();
  });
});

test("a link to a card on the same page works before the data have loaded", async ({ page }) => {
  const bundle = "**/bundles/topic-dti-rank.json";
  const requested = requestOf(page, bundle);
  const release = await hold(page, bundle);
  await page.goto(RANK_TOPIC);
  await requested;
  await expectListening(page);
  // The status line covers the lower edge of the window, so let it come before the click.
  await expect(page.locator("#status")).not.toBeEmpty();
  await page.locator(".t-card__link a").first().click();
  await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/#/);
  await expect(page.locator(".t-card:target")).toBeInViewport();
  release();
  await expectAlive(page);
  await box(page, "BR-VT").uncheck();
  await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/\?tinh=khanh-hoa,binh-phuoc,bac-lieu$/);
});

test("a link to another selection that is clicked before the data have loaded applies that selection", async ({ page }) => {
  const requested = requestOf(page, FOLLOWED);
  const release = await hold(page, FOLLOWED);
  await page.goto("loi-hua/?tinh=br-vt");
  await requested;
  await expectListening(page);
  await page.locator('.t-states a[href*="met"]').first().click();
  release();
  await expectAlive(page);
  await expect(page).toHaveURL(/\/loi-hua\/\?trang-thai=met$/);
  await expect(list(page, "Tình trạng")).toHaveValue("met");
  await expect(box(page, "Khánh Hòa")).toBeChecked();
  await expectSameAsNewlyOpened(page);
});

test("a typed day in the future becomes today, also in the field", async ({ page }) => {
  await visit(page, "loi-hua/");
  const field = list(page, "Tính đến ngày");
  const today = await field.inputValue();
  await field.fill("2090-12-08");
  await field.press("Enter");
  await expect(field).toHaveValue(today);
  await expect(page).toHaveURL(/\/loi-hua\/$/);
  await field.fill("2090-12-08");
  await field.blur();
  await expect(field).toHaveValue(today);
});

test("the message that the sentence was copied disappears when the selection changes", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page, RANK_TOPIC);
  await page.locator("#copy").click();
  const copyStatus = page.locator("#copy ~ [role=status]");
  await expect(copyStatus).not.toBeEmpty();
  await box(page, "BR-VT").uncheck();
  await expect(copyStatus).toBeEmpty();
});

test("data that are loading are not requested again by another page that needs them", async ({ page }) => {
  let nRequests = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/bundles/followed.json")) nRequests += 1;
  });
  const requested = requestOf(page, FOLLOWED);
  const release = await hold(page, FOLLOWED);
  await page.goto("./");
  await requested;
  await expectListening(page);
  await menuLink(page, "Lời hứa").click();
  await menuLink(page, "Tỉnh, thành").click();
  release();
  await expect(page).toHaveURL(/\/tinh\/$/);
  expect(nRequests).toBe(1);
});
