// What comes late, or not at all: what the reader did last is what holds, and the address, the title and
// the page tell of the same.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS } from "./site";

const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });
const sentence = (page: Page) => page.locator("main .t-lead");
const menuLink = (page: Page, name: string) => page.locator("header").getByRole("link", { name, exact: true });
const box = (page: Page, name: string) => page.getByRole("checkbox", { name });
const list = (page: Page, name: string) => page.getByLabel(name, { exact: true });

const FOLLOWED = "**/bundles/followed.json";
const RANKING = "**/bundles/ranking.json";
const RANK = "so-sanh/dti-rank/";

/** Waits until the program has asked for the data it is kept waiting for. */
const asked = (page: Page, files: string) => page.waitForRequest(files);

/** What is shown is what the same address shows when it is opened. */
async function expectAsOpened(page: Page): Promise<void> {
  const told = async (page: Page) => ({
    title: await page.title(),
    heading: await heading(page).innerText(),
    lead: await sentence(page).innerText(),
    canonical: await page.evaluate(() => document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href),
  });
  const shown = await told(page);
  const opened = await page.context().newPage();
  await opened.clock.setFixedTime(await page.evaluate(() => Date.now()));
  await opened.goto(page.url());
  await expectAlive(opened);
  expect(shown).toEqual(await told(opened));
  await opened.close();
}

for (const path of ["./", `${DOSSIERS}?tinh=br-vt`]) {
  test(`the data of a page that was left change nothing: ${path}`, async ({ page }) => {
    const bundle = path === "./" ? FOLLOWED : "**/bundles/topic-online-dossiers.json";
    const wanted = asked(page, bundle);
    const release = await hold(page, bundle);
    await page.goto(path);
    await wanted;
    await menuLink(page, "Xếp hạng").click();
    await expect(page).toHaveURL(/\/xep-hang\/$/);
    const came = page.waitForResponse(bundle);
    release();
    await came;
    // What is done next is done with the page that is shown.
    await box(page, "BR-VT").uncheck();
    await expect(page).toHaveURL(/\/xep-hang\/\?tinh=khanh-hoa,binh-phuoc,bac-lieu$/);
    await expectAsOpened(page);
  });
}

test.describe("a page that is on its way does not come over what was done since", () => {
  const ways: { done: string; act: (page: Page) => Promise<void>; url: RegExp }[] = [
    { done: "a choice", act: (page) => box(page, "BR-VT").uncheck(), url: /\/loi-hua\/\?tinh=khanh-hoa,binh-phuoc,bac-lieu$/ },
    { done: "a link to another view", act: (page) => page.locator('.t-states a[href*="met"]').first().click(), url: /\?trang-thai=met$/ },
  ];
  for (const { done, act, url } of ways) {
    test(done, async ({ page }) => {
      await visit(page, "loi-hua/");
      const wanted = asked(page, RANKING);
      const release = await hold(page, RANKING);
      await menuLink(page, "Xếp hạng").click();
      await wanted;
      await act(page);
      await expect(page).toHaveURL(url);
      const came = page.waitForResponse(RANKING);
      release();
      await came;
      // What is done next is done with the page that is shown.
      await page.locator("select[name=nhom]").selectOption("han");
      await expect(page).toHaveURL(/nhom=han/);
      await expectAsOpened(page);
      // The page that was on its way has left nothing to go back to.
      const here = page.url();
      await menuLink(page, "Nguồn").click();
      await expect(heading(page)).toHaveText(/Nguồn/);
      await page.goBack();
      await expect(page).toHaveURL(here);
      await expect(heading(page)).toHaveText(/hứa/);
      await expectAsOpened(page);
    });
  }

  test("the way back", async ({ page }) => {
    await visit(page, "phuong-phap/");
    await expectAlive(page);
    // They are fetched ahead; who goes there waits for these.
    const wanted = asked(page, RANKING);
    const release = await hold(page, RANKING);
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    await menuLink(page, "Tỉnh, thành").click();
    await expect(page).toHaveURL(/\/tinh\/$/);
    await wanted;
    await menuLink(page, "Xếp hạng").click();
    await page.goBack();
    await expect(page).toHaveURL(/\/loi-hua\/$/);
    await expect(heading(page)).toHaveText(/hứa/);
    const came = page.waitForResponse(RANKING);
    release();
    await came;
    await list(page, "Tình trạng").selectOption("met");
    await expect(page).toHaveURL(/\/loi-hua\/\?trang-thai=met$/);
    await expect(box(page, "BR-VT")).toBeChecked();
    await expectAsOpened(page);
  });

  test("of another topic, whose name the list gives back", async ({ page }) => {
    const score = "**/bundles/topic-dti-score.json";
    await visit(page, RANK);
    const here = await list(page, "Chủ đề").inputValue();
    const wanted = asked(page, score);
    const release = await hold(page, score);
    await list(page, "Chủ đề").selectOption("dti-score");
    await wanted;
    await box(page, "BR-VT").uncheck();
    await expect(list(page, "Chủ đề")).toHaveValue(here);
    const came = page.waitForResponse(score);
    release();
    await came;
    await box(page, "Bạc Liêu").uncheck();
    await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/\?tinh=khanh-hoa,binh-phuoc$/);
    await expectAsOpened(page);
  });
});

test.describe("data that do not come", () => {
  test.use({ expectedProblems: [/ERR_FAILED/] });

  test("leave no old figures under a new topic's name: its page is loaded", async ({ page }) => {
    await visit(page, RANK);
    await page.route("**/bundles/topic-dti-score.json", (route) => route.abort());
    await list(page, "Chủ đề").selectOption("dti-score");
    await expect(page.locator("#status")).toContainText("Không tải được số liệu");
    await expect(page).toHaveURL(/\/so-sanh\/dti-score\/#topic$/);
    await expect(heading(page)).toHaveText("Điểm chuyển đổi số");
  });

  test("leave no old page under the address that Back has brought", async ({ page }) => {
    await visit(page, `${RANK}#br-vt/dti-rank/result/2023`);
    await menuLink(page, "Lời hứa").click();
    await expect(heading(page)).toHaveText(/hứa/);
    await page.reload();
    await expectAlive(page);
    await page.route("**/bundles/topic-*.json", (route) => route.abort());
    await page.goBack();
    await expect(heading(page)).toHaveText("Thứ hạng chuyển đổi số");
    await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/#/);
  });

  test("leave links to figures of the page working", async ({ page }) => {
    await page.route("**/bundles/topic-*.json", (route) => route.abort());
    await page.goto(RANK);
    await expect(page.locator("#status")).toContainText("Không tải được số liệu");
    await page.locator(".t-card__link a").first().click();
    await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/#/);
    await expect(page.locator(".t-card:target")).toBeInViewport();
  });
});

test("a link to a figure of the page works before the data have come", async ({ page }) => {
  const bundle = "**/bundles/topic-dti-rank.json";
  const wanted = asked(page, bundle);
  const release = await hold(page, bundle);
  await page.goto(RANK);
  await wanted;
  await page.locator(".t-card__link a").first().click();
  await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/#/);
  await expect(page.locator(".t-card:target")).toBeInViewport();
  release();
  await expectAlive(page);
  await box(page, "BR-VT").uncheck();
  await expect(page).toHaveURL(/\/so-sanh\/dti-rank\/\?tinh=khanh-hoa,binh-phuoc,bac-lieu$/);
});

test("a link to a view that is followed before the data have come leads to that view", async ({ page }) => {
  const wanted = asked(page, FOLLOWED);
  const release = await hold(page, FOLLOWED);
  await page.goto("loi-hua/?tinh=br-vt");
  await wanted;
  await page.locator('.t-states a[href*="met"]').first().click();
  release();
  await expectAlive(page);
  await expect(page).toHaveURL(/\/loi-hua\/\?trang-thai=met$/);
  await expect(list(page, "Tình trạng")).toHaveValue("met");
  await expect(box(page, "Khánh Hòa")).toBeChecked();
  await expectAsOpened(page);
});

test("a day to come that is typed becomes today, in the field, too", async ({ page }) => {
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

test("that a sentence was copied is not said of another view", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page, RANK);
  await page.locator("#copy").click();
  const said = page.locator("#copy ~ [role=status]");
  await expect(said).not.toBeEmpty();
  await box(page, "BR-VT").uncheck();
  await expect(said).toBeEmpty();
});

test("data that are on their way are not asked for again by another page that needs them", async ({ page }) => {
  let n_asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/bundles/followed.json")) n_asked += 1;
  });
  const wanted = asked(page, FOLLOWED);
  const release = await hold(page, FOLLOWED);
  await page.goto("./");
  await wanted;
  await menuLink(page, "Lời hứa").click();
  await menuLink(page, "Tỉnh, thành").click();
  release();
  await expect(page).toHaveURL(/\/tinh\/$/);
  expect(n_asked).toBe(1);
});
