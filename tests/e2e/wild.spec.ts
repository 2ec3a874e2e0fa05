// Where browsers offer less than usual: a frame that another site has sandboxed, and the browsers inside the apps of
// social networks, which save no files and have no clipboard.

import type { FrameLocator, Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { DOSSIERS, writtenPage } from "./site";

test.describe("in a sandboxed frame", () => {
  // The page around the frame has no icon.
  test.use({ expectedProblems: [/favicon\.ico/] });

  /** Puts a frame that may run scripts, but has no origin, into a document that has no policy of its own. */
  async function frameWith(page: Page, source: { src: string } | { srcdoc: string }): Promise<FrameLocator> {
    await page.goto("manifest.webmanifest");
    await page.evaluate((source) => {
      const frame = document.createElement("iframe");
      Object.assign(frame, { sandbox: "allow-scripts", width: 900, height: 700, ...source });
      document.body.replaceChildren(frame);
    }, source);
    return page.frameLocator("iframe");
  }

  const address = (page: Page, path: string) => new URL(path, page.url()).href;

  test("choices and links work", async ({ page, baseURL }) => {
    const frame = await frameWith(page, { src: `${baseURL}${DOSSIERS}` });
    await expect(frame.locator("html[data-program=alive]")).toBeAttached();
    await frame.getByRole("checkbox", { name: "BR-VT" }).uncheck();
    await expect(frame.locator("main .t-lead")).not.toContainText("BR-VT");
    await frame.getByRole("link", { name: "Lời hứa", exact: true }).click();
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Lời hứa và kết quả");
    await frame.getByLabel("Tính đến ngày").fill("2024-12-31");
    await expect(frame.locator("main .t-lead")).toContainText("31/12/2024");
  });

  test("the page on method says that nothing can be kept", async ({ page, baseURL }) => {
    const frame = await frameWith(page, { src: `${baseURL}phuong-phap/` });
    await expect(frame.locator("#offline [role=status]")).toHaveText("Trình duyệt này không giữ được trang để đọc khi không có mạng.");
  });

  test("a copy of a page without an address can be read, and says that its controls do not work", async ({ page }) => {
    const frame = await frameWith(page, { srcdoc: writtenPage(DOSSIERS) });
    await expect(frame.locator("#status")).toContainText("các nút chọn chưa dùng được");
    await expect(frame.locator("main h1 + p")).toContainText("9 con số của BR-VT");
    await expect(frame.getByRole("checkbox", { name: "BR-VT" })).toBeDisabled();
    expect(page.url()).toBe(address(page, "manifest.webmanifest"));
  });
});

test.describe("in the browser inside an app", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      Object.defineProperty(navigator, "share", { value: undefined });
      window.open = () => null;
      // Such a browser follows a link to a file that it should save, or does nothing.
      addEventListener("click", (event) => {
        if ((event.target as Element).closest("a[download]")) event.preventDefault();
      });
    });
  });

  for (const { path, label, says } of [
    { path: DOSSIERS, label: "Chép câu và liên kết", says: "hãy tự chép đoạn dưới đây" },
    { path: `en/${DOSSIERS}`, label: "Copy sentence and link", says: "please copy the text below yourself" },
  ]) {
    test(`what cannot be copied is selected for the reader to copy: ${path}`, async ({ page }) => {
      await visit(page, path);
      await page.getByRole("button", { name: label }).click();
      await expect(page.locator("#copy ~ [role=status]")).toContainText(says);
      const field = page.getByRole("textbox", { name: label });
      await expect(field).toBeFocused();
      await expect(field).toHaveValue(/Khánh Hòa 56%.* http:\/\/127\.0\.0\.1/);
      const selected = await field.evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]);
      expect(selected).toEqual([0, (await field.inputValue()).length]);

      // The text is about the selection at that moment.
      await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
      await expect(field).toHaveCount(0);
    });
  }

  for (const path of [DOSSIERS, "nguon/"]) {
    test(`beside what can be saved, the page says what to do where nothing is saved: ${path}`, async ({ page }) => {
      await visit(page, path);
      const hint = page.getByText("Hãy mở trang này bằng trình duyệt của máy");
      await hint.scrollIntoViewIfNeeded();
      await expect(hint).toBeVisible();
      await page.goto(`en/${path}`);
      await expect(page.getByText("open this page in your device’s own browser")).toBeVisible();
    });
  }

  test("no link needs another window", async ({ page }) => {
    for (const path of ["./", DOSSIERS, "nguon/", "tinh/br-vt/"]) {
      await page.goto(path);
      await expect(page.locator("a[target]")).toHaveCount(0);
    }
  });
});
