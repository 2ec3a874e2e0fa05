// The search among the topics, on the home page and on the page of all topics.

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";

const field = (page: Page) => page.getByRole("searchbox");
const DOSSIERS_NAME = "Hồ sơ hành chính giải quyết trực tuyến";

const found = (page: Page) => page.getByRole("main").locator("#found").getByRole("link");

for (const { name, path } of [
  { name: "home", path: "" },
  { name: "topics", path: "so-sanh/" },
]) {
  test.describe(`the search on ${name}`, () => {
    test("finds words however they are typed", async ({ page }) => {
      await visit(page, `./${path}`);
      const all = await found(page).count();
      for (const { words, finds } of [
        { words: "ho so", finds: DOSSIERS_NAME },
        { words: "hồ sơ", finds: DOSSIERS_NAME },
        { words: "hồ sơ".normalize("NFD"), finds: DOSSIERS_NAME },
        { words: "HỒ SƠ", finds: DOSSIERS_NAME },
        { words: "dien tu", finds: "Hóa đơn điện tử" },
        // A topic is found by the provinces that have figures on it, too.
        { words: "vung tau", finds: DOSSIERS_NAME },
      ]) {
        await test.step(words, async () => {
          await field(page).fill("xyzzy");
          await expect(found(page)).toHaveCount(0);
          await field(page).fill(words);
          await expect(found(page).filter({ hasText: finds })).toHaveCount(1);
          expect(await found(page).count()).toBeLessThan(all);
          // How much it is, is read out; not each of it.
          const said = page.getByRole("main").getByRole("status").filter({ hasText: "Tìm thấy" });
          await expect(said).toHaveText(/^Tìm thấy \d+ mục$/);
          await expect(said.getByRole("link")).toHaveCount(0);
        });
      }
    });

    test("keeps its words in the URL, in one entry of the history", async ({ page }) => {
      await visit(page, "phuong-phap/");
      await visit(page, `./${path}`);
      const all = await found(page).count();
      await field(page).pressSequentially("ho so");
      await expect(page).toHaveURL(`./${path}?tim=ho%20so`);
      const narrowed = await found(page).allTextContents();
      await page.reload();
      await expect(field(page)).toHaveValue("ho so");
      await expect(found(page)).toHaveText(narrowed);

      await field(page).clear();
      await expect(page).toHaveURL(`./${path}`);
      await expect(found(page)).toHaveCount(all);
      await page.goBack();
      await expect(page).toHaveURL("phuong-phap/");
    });

    test("answers a former name with what became of it", async ({ page }) => {
      await visit(page, `./${path}`);
      await field(page).fill("binh phuoc");
      const hit = page.getByRole("listitem").filter({ hasText: "từ 1/7/2025 thuộc Đồng Nai" });
      await expect(hit).toHaveText("Bình Phước: từ 1/7/2025 thuộc Đồng Nai");
      await hit.getByRole("link", { name: "Bình Phước" }).click();
      await expect(page).toHaveURL("tinh/binh-phuoc/");
    });

    test("says so when nothing is found", async ({ page }) => {
      await visit(page, `./${path}?tim=xyzzy`);
      await expect(field(page)).toHaveValue("xyzzy");
      await expect(page.getByText("Không tìm thấy chủ đề hay tỉnh, thành phố nào.")).toBeVisible();
      await expect(found(page)).toHaveCount(0);
    });

    test("leads to the topic by Enter on its link", async ({ page }) => {
      await visit(page, `./${path}?tim=ho+so`);
      await found(page).filter({ hasText: DOSSIERS_NAME }).press("Enter");
      await expect(page).toHaveURL("so-sanh/online-dossiers/");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(DOSSIERS_NAME);
    });
  });
}

test("the English search finds English and Vietnamese names", async ({ page }) => {
  await visit(page, "en/so-sanh/");
  await field(page).fill("dossiers handled");
  await expect(found(page)).toHaveText(["Administrative dossiers handled online"]);
  await field(page).fill("khanh hoa");
  await expect(found(page).filter({ hasText: "Administrative dossiers handled online" })).toHaveCount(1);
});
