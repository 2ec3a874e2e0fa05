// The search for topics and provinces, on the home page, on the page of all topics and on the page of provinces.

import type { Page } from "@playwright/test";

import { expect, expectAlive, test, visit } from "./fixtures";

const field = (page: Page) => page.getByRole("searchbox");
const DOSSIERS_NAME = "Hồ sơ hành chính giải quyết trực tuyến";

const found = (page: Page) => page.getByRole("main").locator("#found").getByRole("link");

/** On the home page the topics are closed below a line. */
async function openTopics(page: Page): Promise<void> {
  const line = page.locator("#topics > summary");
  if ((await line.count()) > 0) await line.click();
}

for (const { name, path } of [
  { name: "home", path: "" },
  { name: "topics", path: "so-sanh/" },
]) {
  test.describe(`the search on ${name}`, () => {
    test("finds words with or without accents and capital letters", async ({ page }) => {
      await visit(page, `./${path}`);
      await openTopics(page);
      const all = await found(page).count();
      for (const { words, finds } of [
        { words: "ho so", finds: DOSSIERS_NAME },
        { words: "hồ sơ", finds: DOSSIERS_NAME },
        { words: "hồ sơ".normalize("NFD"), finds: DOSSIERS_NAME },
        { words: "HỒ SƠ", finds: DOSSIERS_NAME },
        { words: "hoa don dien", finds: "hóa đơn điện tử" },
        // A topic is also found by the names of the provinces that have figures on it.
        { words: "vung tau", finds: DOSSIERS_NAME },
      ]) {
        await test.step(words, async () => {
          await field(page).fill("xyzzy");
          await expect(found(page)).toHaveCount(0);
          await field(page).fill(words);
          await expect(found(page).filter({ hasText: finds }).first()).toBeVisible();
          expect(await found(page).count()).toBeLessThan(all);
          // Screen readers announce how many results there are, but not each result.
          const nResults = page.getByRole("main").getByRole("status").filter({ hasText: "Tìm thấy" });
          await expect(nResults).toHaveText(/^Tìm thấy \d+ mục$/);
          await expect(nResults.getByRole("link")).toHaveCount(0);
        });
      }
    });

    test("keeps its words in the URL and adds no entries to the history", async ({ page }) => {
      await visit(page, "phuong-phap/");
      await visit(page, `./${path}`);
      await openTopics(page);
      const all = await found(page).count();
      await field(page).pressSequentially("ho so");
      await expect(page).toHaveURL(`./${path}?tim=ho%20so`);
      const narrowed = await found(page).allTextContents();
      await page.reload();
      await expect(field(page)).toHaveValue("ho so");
      await expect(found(page)).toHaveText(narrowed);

      await field(page).clear();
      await expect(page).toHaveURL(`./${path}`);
      await openTopics(page);
      await expect(found(page)).toHaveCount(all);
      await page.goBack();
      await expect(page).toHaveURL("phuong-phap/");
    });

    test("says what became of a province when its old name is typed", async ({ page }) => {
      await visit(page, `./${path}`);
      await field(page).fill("binh phuoc");
      const hit = page.getByRole("listitem").filter({ hasText: "từ 1/7/2025 thuộc Đồng Nai" });
      await expect(hit).toHaveText("Bình Phước: từ 1/7/2025 thuộc Đồng Nai · Tỉnh, thành");
      await hit.getByRole("link", { name: "Bình Phước" }).click();
      await expect(page).toHaveURL("tinh/binh-phuoc/");
    });

    test("says by which of its names it has found a province", async ({ page }) => {
      await visit(page, `./${path}`);
      await field(page).fill("phan rang");
      const hit = page.getByRole("listitem").filter({ hasText: "Phan Rang" });
      await expect(hit).toHaveText("Ninh Thuận (Phan Rang): từ 1/7/2025 thuộc Khánh Hòa · Tỉnh, thành");
      await field(page).fill("ninh thuan");
      await expect(page.getByRole("listitem").filter({ hasText: /^Ninh Thuận:/ })).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "Phan Rang" })).toHaveCount(0);
    });

    test("names the part of the address that has no meaning", async ({ page }) => {
      await visit(page, `./${path}?tim=ho+so&nam=abc`);
      await expect(page.locator(".t-notice")).toContainText("“nam=abc”: ở đây không có năm nào như thế");
      await field(page).fill("ho so tr");
      await expect(page.locator(".t-notice")).toHaveCount(0);
      await expect(page).toHaveURL(`./${path}?tim=ho%20so%20tr`);
    });

    test("says so if nothing is found", async ({ page }) => {
      await visit(page, `./${path}?tim=xyzzy`);
      await expect(field(page)).toHaveValue("xyzzy");
      await expect(page.getByText("Không tìm thấy chủ đề hay tỉnh, thành phố nào.")).toBeVisible();
      await expect(found(page)).toHaveCount(0);
    });

    test("opens a topic with Enter on its link", async ({ page }) => {
      await visit(page, `./${path}?tim=ho+so`);
      await found(page).getByText(DOSSIERS_NAME, { exact: true }).press("Enter");
      await expect(page).toHaveURL("so-sanh/online-dossiers/");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(DOSSIERS_NAME);
    });
  });
}

for (const { path, none } of [
  { path: "", none: "No topic, province or city was found." },
  { path: "so-sanh/", none: "No topic, province or city was found." },
  { path: "tinh/", none: "No province or city has this name." },
]) {
  test.describe(`the search on /${path}`, () => {
    test("applies words that were typed before the program started", async ({ page }) => {
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/*.wasm", async (route) => {
        await released;
        await route.continue();
      });
      await page.goto(`./${path}`);
      await field(page).pressSequentially("xyzzy");
      await expect(page.locator("#found a")).not.toHaveCount(0);
      release();
      await expectAlive(page);
      await expect(page).toHaveURL(`./${path}?tim=xyzzy`);
      await expect(field(page)).toBeFocused();
      await expect(found(page)).toHaveCount(0);
    });

    test("puts the words into the address with Enter if the program cannot be loaded", async ({ page }) => {
      await page.route("**/*.wasm", (route) => new Promise(() => route));
      await page.goto(`./${path}`);
      await field(page).fill("ho so");
      await field(page).press("Enter");
      await expect(page).toHaveURL(`./${path}?tim=ho+so`);
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await visit(page, `./${path}?tim=ho+so`);
      await expect(field(page)).toHaveValue("ho so");
    });

    test("applies the words in the address after Back and Forward, and keeps them in the other language", async ({ page }) => {
      await visit(page, `./${path}`);
      await page.evaluate(() => history.pushState(null, "", "?tim=xyzzy"));
      await page.goBack();
      await page.goForward();
      await expect(field(page)).toHaveValue("xyzzy");
      await expect(found(page)).toHaveCount(0);
      await page.getByRole("link", { name: "English" }).click();
      await expect(page).toHaveURL(`./en/${path}?tim=xyzzy`);
      await expectAlive(page);
      await expect(field(page)).toHaveValue("xyzzy");
      await expect(page.getByText(none)).toBeVisible();
    });
  });
}

test("the English search finds English and Vietnamese names", async ({ page }) => {
  await visit(page, "en/so-sanh/");
  await field(page).fill("dossiers settled online");
  await expect(found(page)).toContainText(["Administrative dossiers settled online"]);
  await field(page).fill("khanh hoa");
  await expect(found(page).filter({ hasText: "Administrative dossiers settled online" }).first()).toBeVisible();
});

test("the search for sources finds titles, and needs the data only then", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await visit(page, "nguon/");
  await field(page).fill("bao khanh hoa");
  await field(page).press("Enter");
  await expect(page).toHaveURL("nguon/?tim=bao+khanh+hoa");
  await expectAlive(page);
  await expect(page.locator(".t-source").locator("visible=true")).not.toHaveCount(0);
  const n = await page.locator(".t-source").locator("visible=true").count();
  await expect(page.getByRole("main").getByRole("status")).toHaveText(`Tìm thấy ${n} mục`);
  await field(page).fill("bao khanh hoa xyzzy");
  await expect(page.getByText("Không tìm thấy nguồn nào.")).toBeVisible();
  await expect(page.locator(".t-source").locator("visible=true")).toHaveCount(0);
  expect(loaded.filter((url) => url.endsWith("sources.json"))).toHaveLength(1);
});
