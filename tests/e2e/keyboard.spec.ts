// Choices by keyboard: looking through a list is no choice yet. And where the focus is after the reader has been
// somewhere else.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { box, heading, lead, menuLink } from "./page";
import { DOSSIERS, addressOf } from "./site";

const list = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const confirmButton = (page: Page) => page.getByRole("button", { name: /^(Nhấn Enter để chọn|Press Enter to choose)$/ });

/** The lists that are looked through: where they stand, and the address after their last option is chosen. */
const LISTS = [
  { name: "Chủ đề", path: DOSSIERS, chosen: /\/so-sanh\/(?!online-dossiers)[a-z0-9-]+\/#topic$/ },
  { name: "Loại số", path: DOSSIERS, chosen: /\?loai=/ },
  { name: "Hiện", path: DOSSIERS, chosen: /\?xem=/ },
  { name: "Năm", path: DOSSIERS, chosen: /\?nam=/ },
  { name: "Tình trạng", path: "loi-hua/", chosen: /\?trang-thai=/ },
  { name: "Gộp theo", path: "loi-hua/", chosen: /\?nhom=/ },
  { name: "Kỳ", path: "xep-hang/", chosen: /\?nam=/ },
] as const;

/** Opens a page and focuses one of its lists as the Tab key does. Returns what the page shows then. */
async function openAndFocus(page: Page, path: string, name: string) {
  await visit(page, path);
  await list(page, name).focus();
  return { url: page.url(), value: await list(page, name).inputValue(), main: await page.locator("main h1, main .t-lead").allInnerTexts() };
}

/** Checks that nothing was chosen. */
async function expectNothingChosen(page: Page, initial: Awaited<ReturnType<typeof openAndFocus>>): Promise<void> {
  expect(page.url()).toBe(initial.url);
  expect(await page.locator("main h1, main .t-lead").allInnerTexts()).toEqual(initial.main);
}

test.describe("a list that is looked through by keys", () => {
  for (const { name, path, chosen } of LISTS) {
    test(`changes nothing until Enter is pressed: ${name}`, async ({ page }) => {
      const initial = await openAndFocus(page, path, name);
      await page.keyboard.press("End");
      await expect(confirmButton(page)).toBeVisible();
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowDown");
      expect(await list(page, name).inputValue()).not.toBe(initial.value);
      await expect(list(page, name)).toBeFocused();
      await expectNothingChosen(page, initial);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(chosen);
      await expect(list(page, name)).toBeFocused();
      await expect(confirmButton(page)).toHaveCount(0);
    });
  }

  test("has a button for it, which is the next stop and leaves the focus on the list", async ({ page }) => {
    await openAndFocus(page, DOSSIERS, "Loại số");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await expect(confirmButton(page)).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(`${DOSSIERS}?loai=result`);
    await expect(list(page, "Loại số")).toBeFocused();
    await expect(confirmButton(page)).toHaveCount(0);
  });

  for (const { how, leave } of [
    { how: "Escape is pressed", leave: (page: Page) => page.keyboard.press("Escape") },
    { how: "another control is focused", leave: (page: Page) => box(page, "BR-VT").focus() },
    { how: "something else is clicked", leave: (page: Page) => heading(page).click() },
    {
      how: "Tab leads past the button",
      leave: async (page: Page) => {
        await page.keyboard.press("Tab");
        await page.keyboard.press("Tab");
      },
    },
  ]) {
    test(`shows what the page shows again when ${how}`, async ({ page }) => {
      const initial = await openAndFocus(page, DOSSIERS, "Loại số");
      await page.keyboard.press("ArrowDown");
      await expect(list(page, "Loại số")).toHaveValue("result");
      await leave(page);
      await expect(list(page, "Loại số")).toHaveValue("");
      await expect(confirmButton(page)).toHaveCount(0);
      await expectNothingChosen(page, initial);
    });
  }

  test("works the same after another choice", async ({ page }) => {
    await visit(page, `en/${DOSSIERS}`);
    await box(page, "BR-VT").uncheck();
    const query = "?tinh=khanh-hoa,binh-phuoc,bac-lieu";
    await list(page, "Figures").focus();
    await page.keyboard.press("ArrowDown");
    await expect(confirmButton(page)).toBeVisible();
    await expect(page).toHaveURL(`en/${DOSSIERS}${query}`);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`en/${DOSSIERS}${query}&loai=result`);
  });

  test("waits for Enter also if it was looked through before the program came", async ({ page }) => {
    const release = await hold(page);
    await page.goto(DOSSIERS);
    await list(page, "Chủ đề").focus();
    await page.keyboard.press("ArrowDown");
    const looked = await list(page, "Chủ đề").inputValue();
    release();
    await expectAlive(page);
    await expect(confirmButton(page)).toBeVisible();
    await expect(page).toHaveURL(DOSSIERS);
    await expect(list(page, "Chủ đề")).toHaveValue(looked);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`so-sanh/${looked}/#topic`);
  });

  test("is made by Enter, and given up by leaving the list, also before the program came", async ({ page }) => {
    const release = await hold(page);
    await page.goto(DOSSIERS);
    await list(page, "Loại số").focus();
    await page.keyboard.press("ArrowDown");
    const chosen = await list(page, "Loại số").inputValue();
    await page.keyboard.press("Enter");
    await list(page, "Hiện").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    release();
    await expectAlive(page);
    await expect(page).toHaveURL(`${DOSSIERS}?loai=${chosen}`);
    await expect(list(page, "Hiện")).toHaveValue("");
    await expect(confirmButton(page)).toHaveCount(0);
  });

  test("needs no Enter for an option that is picked from the open list", async ({ page }) => {
    await openAndFocus(page, DOSSIERS, "Loại số");
    await list(page, "Loại số").selectOption("target");
    await expect(page).toHaveURL(`${DOSSIERS}?loai=target`);
    await expect(confirmButton(page)).toHaveCount(0);
  });
});

test.describe("the last selected province", () => {
  for (const { language, says } of [
    { language: "vi", says: "Phải còn ít nhất một tỉnh được chọn, nên Bạc Liêu vẫn được giữ." },
    { language: "en", says: "At least one province must stay selected, so Bạc Liêu is kept." },
  ] as const) {
    test(`stays selected, and the page says why, in ${language}`, async ({ page }) => {
      const path = addressOf(language, `${DOSSIERS}?tinh=bac-lieu`);
      await visit(page, path);
      const sentence = await lead(page).innerText();
      await box(page, "Bạc Liêu").focus();
      await page.keyboard.press("Space");
      await expect(page.getByRole("status").filter({ hasText: says })).toBeVisible();
      await expect(box(page, "Bạc Liêu")).toBeChecked();
      await expect(box(page, "Bạc Liêu")).toBeFocused();
      await expect(page).toHaveURL(path);
      await expect(lead(page)).toHaveText(sentence);
      await box(page, "BR-VT").check();
      await expect(page.getByText(says)).toHaveCount(0);
    });
  }
});

test.describe("after Back the focus is on the link that led away", () => {
  test("to another page", async ({ page }) => {
    await visit(page, "so-sanh/");
    const link = page.locator("#found").getByRole("link").nth(3);
    await link.focus();
    const href = await link.getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(href ?? "");
    await expectAlive(page);
    await expect(heading(page)).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL("so-sanh/");
    await expect(page.locator(":focus")).toHaveAttribute("href", href ?? "");
    await page.goForward();
    await expect(page).toHaveURL(href ?? "");
    await expect(heading(page)).toBeFocused();
  });

  test("to a card on the same page", async ({ page }) => {
    await visit(page, DOSSIERS);
    const link = page.locator(".t-below td a[href^='#']").first();
    const href = await link.getAttribute("href");
    await link.click();
    await expect(page.locator(`[id="${href?.slice(1)}"]`)).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL(DOSSIERS);
    await expect(link).toBeFocused();
  });

  test("when it was a mark in a figure", async ({ page }) => {
    await visit(page, DOSSIERS);
    const mark = page.locator("a.tso-mark:visible").first();
    const href = await mark.getAttribute("href");
    await mark.click();
    await expect(page.locator(`[id="${href?.slice(1)}"]`)).toBeFocused();
    await page.goBack();
    await expect(page.locator("a.tso-mark:focus")).toHaveAttribute("href", href ?? "");
  });

  test("from the menu, whose link is on every page", async ({ page }) => {
    await visit(page, "loi-hua/");
    await menuLink(page, "Nguồn").focus();
    await page.keyboard.press("Enter");
    await expect(heading(page)).toBeFocused();
    await page.goBack();
    await expect(menuLink(page, "Nguồn")).toBeFocused();
  });
});

test.describe("what a choice changes is said once", () => {
  /** The texts that screen readers are told about: of status lines and of live regions. */
  const said = (page: Page) => page.locator("main [role=status], main [aria-live=polite]").allInnerTexts();
  const choiceSaid = (page: Page) => page.locator(".t-controls .t-hidden[role=status]");

  test("by the sentence, if that changes", async ({ page }) => {
    await visit(page, "loi-hua/");
    const before = await lead(page).innerText();
    await list(page, "Tình trạng").selectOption("missed");
    await expect(lead(page)).not.toHaveText(before);
    expect((await said(page)).filter((text) => text.trim() !== "")).toHaveLength(1);
  });

  for (const { path, name, option, says } of [
    { path: "loi-hua/", name: "Gộp theo", option: "han", says: "Gộp theo: Hạn" },
    { path: "en/loi-hua/", name: "Sort by", option: "khoang-cach", says: "Sort by: Gap" },
    { path: DOSSIERS, name: "Hiện", option: "bang", says: "Hiện: Chỉ bảng" },
  ]) {
    test(`in words of its own, if the sentence stays: ${says}`, async ({ page }) => {
      await visit(page, path);
      const before = await lead(page).innerText();
      await list(page, name).selectOption(option);
      await expect(choiceSaid(page)).toHaveText(new RegExp(`^${says}`, "i"));
      await expect(lead(page)).toHaveText(before);
    });
  }
});

test("promises in one state: sentence, figure, counts and list speak of the same ones", async ({ page }) => {
  await visit(page, "loi-hua/");
  const all = await page.locator(".t-promises details").count();
  for (const state of ["overdue-unreported", "met", "missed"]) {
    await list(page, "Tình trạng").selectOption(state);
    await expect(page).toHaveURL(`loi-hua/?trang-thai=${state}`);
    const n = await page.locator(".t-promises details").count();
    const count = page.locator(".t-states a[aria-current] strong");
    await expect(count).toHaveText(`${n}`);
    await expect(lead(page)).toContainText(`trong ${all} lời hứa`);
    await expect(lead(page)).toContainText(`: ${n} `);
    await expect(page.locator(".t-chart--wide a.tso-mark")).toHaveCount(n);
  }
  await list(page, "Hạn").selectOption("2025");
  await expect(lead(page)).toContainText("hạn 2025 của");
});

test("a notice about the address is given once, in the reader's words", async ({ page }) => {
  await visit(page, `${DOSSIERS}?tinh=a,a,a,br-vt&nam=x&nam=x`);
  const lines = page.locator("[role=status] .t-notice p");
  await expect(lines).toHaveText([
    "Địa chỉ có “tinh=a”: ở đây không có tỉnh nào như thế, nên đã bỏ qua.",
    "Địa chỉ có “nam=x”: ở đây không có năm nào như thế, nên đã bỏ qua.",
  ]);
});
