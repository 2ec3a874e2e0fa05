// A browser that translates a page replaces its text nodes. Even then, each choice must change all of the page: no
// text may be left that belongs to a previous selection.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS } from "./site";

/** What a translation tool does with a text: it moves it into new elements, or replaces it by another text there. */
const TOOL_ACTIONS = ["moves", "replaces"] as const;
type ToolAction = (typeof TOOL_ACTIONS)[number];

/** A day on which the assessments in the written pages are out of date. */
const LATER = "2031-02-03T12:00:00+07:00";

/** Changes every text of the page as Chrome's translation tool does. */
async function translate(page: Page, action: ToolAction): Promise<void> {
  const count = await page.evaluate((action) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest("script, style, font")) texts.push(node as Text);
    }
    for (const text of texts) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(action === "moves" ? text : document.createTextNode(`«${text.data}»`));
    }
    return texts.length;
  }, action);
  expect(count).toBeGreaterThan(50);
}

/** All text of the page that is not hidden, without what was said of the last choice, and the values of its controls. */
const textAndControls = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector("main");
    const fields = main?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]") ?? [];
    const copy = main?.cloneNode(true) as Element;
    for (const unseen of copy.querySelectorAll("[hidden], noscript, [role=status]")) unseen.remove();
    return {
      text: (copy.textContent ?? "").replace(/\s+/g, " ").trim(),
      fields: [...fields].map((field) =>
        [field.name, "checked" in field && field.type === "checkbox" ? `${field.value} ${field.checked}` : field.value].join(" "),
      ),
    };
  });

/** Checks that the page shows the same as a newly opened page with the same address. */
async function expectSameAsNewlyOpened(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await visit(other, page.url());
  const expected = await textAndControls(other);
  await other.close();
  expect(expected.text.length).toBeGreaterThan(300);
  await expect.poll(() => textAndControls(page)).toEqual(expected);
}

/** Follows a link, goes back, and checks that the page shows the same as before. The URL must match `urlPattern` then. */
async function expectBackRestores(page: Page, action: ToolAction, urlPattern: RegExp): Promise<void> {
  await translate(page, action);
  await page.locator('header nav a[href$="/nguon/"]').click();
  await expect(page).toHaveURL(/nguon\/$/);
  // The top of that page is shown before the sources are.
  await expect(page.locator(".t-source").first()).toBeAttached();
  await translate(page, action);
  await page.goBack();
  await expect(page).toHaveURL(urlPattern);
  await expectSameAsNewlyOpened(page);
}

/** A choice, and a pattern for the URL after it. */
type Choice = { what: string; choose: (page: Page) => Promise<unknown>; urlPattern: RegExp };

const untick = (province: string): Choice => ({
  what: `${province} is unticked`,
  choose: (page) => page.locator(`input[name=tinh][value=${province}]`).uncheck(),
  urlPattern: /[?&]tinh=/,
});
const select = (name: string, value: string): Choice => ({
  what: `${name} is ${value}`,
  choose: (page) => page.locator(`select[name=${name}]`).selectOption(value),
  urlPattern: new RegExp(`[?&]${name}=${value}`),
});
const follow = (name: string, value: string): Choice => ({
  what: `the link to ${name}=${value} is followed`,
  choose: (page) => page.locator(`main a[href*="${name}=${value}"]`).first().click(),
  urlPattern: new RegExp(`[?&]${name}=${value}`),
});
const day = (value: string): Choice => ({
  what: `the day is ${value}`,
  choose: (page) => page.locator("input[name=ngay]").fill(value),
  urlPattern: new RegExp(`[?&]ngay=${value}`),
});
/** Types words into the search field. Only the first time it must be focused; after that it must keep the focus. */
const type = (words: string, urlPattern: RegExp, isFirst: boolean): Choice => ({
  what: `“${words}” is typed`,
  choose: async (page) => {
    if (isFirst) await page.locator("#search").focus();
    await page.keyboard.type(words);
  },
  urlPattern,
});

type Choices = { path: string; choices: [Choice, Choice, ...Choice[]] };

const CHOICES: [Choices, ...Choices[]] = [
  { path: DOSSIERS, choices: [untick("bac-lieu"), select("loai", "result"), select("xem", "bang")] },
  { path: `en/${DOSSIERS}`, choices: [select("nam", "2022"), untick("khanh-hoa")] },
  { path: "loi-hua/", choices: [select("trang-thai", "overdue-unreported"), day("2024-12-31"), select("nhom", "han")] },
  { path: "en/loi-hua/", choices: [follow("trang-thai", "met-shown-late"), untick("br-vt"), select("xep", "khoang-cach")] },
  { path: "en/loi-hua/", choices: [day("2024-12-31"), follow("xem", "tham-vong")] },
  { path: "xep-hang/", choices: [select("nam", "2024"), untick("bac-lieu")] },
];

const SEARCHES: Choices[] = ["./", "so-sanh/", "tinh/"].map((path) => ({
  path,
  choices: [
    type("bin", /\?tim=bin$/, true),
    type("h ph", /\?tim=binh%20ph$/, false),
    type("uoc", /\?tim=binh%20phuoc$/, false),
  ],
}));

for (const action of TOOL_ACTIONS) {
  test.describe(`if a translation tool ${action} every text`, () => {
    for (const { path, choices } of [...CHOICES, ...SEARCHES]) {
      const words = choices.map(({ what }) => what).join(", ");

      test(`each choice changes all of ${path}, and Back restores it: ${words}`, async ({ page }) => {
        await visit(page, path);
        for (const { what, choose, urlPattern } of choices) {
          await test.step(what, async () => {
            await translate(page, action);
            await choose(page);
            await expect(page).toHaveURL(urlPattern);
            await expectSameAsNewlyOpened(page);
          });
        }
        await expectBackRestores(page, action, choices.at(-1)?.urlPattern ?? /./);
      });
    }

    test("Back restores all of a page that was translated after its first choices", async ({ page }) => {
      const [{ path, choices }] = CHOICES;
      await visit(page, path);
      for (const { choose, urlPattern } of choices.slice(0, 2)) {
        await choose(page);
        await expect(page).toHaveURL(urlPattern);
      }
      await expectBackRestores(page, action, choices[1].urlPattern);
    });

    test("a province can be unticked and ticked again, and its checkbox keeps the focus", async ({ page }) => {
      await visit(page, "xep-hang/");
      await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
      for (const urlPattern of [/xep-hang\/$/, /\?tinh=khanh-hoa,/, /xep-hang\/$/]) {
        await translate(page, action);
        await page.getByRole("checkbox").first().press("Space");
        await expect(page).toHaveURL(urlPattern);
        await expect(page.locator(":focus")).toHaveAttribute("value", "br-vt");
        await expectSameAsNewlyOpened(page);
      }
    });

    test("choosing a day changes the sentence and all of the page of promises", async ({ page }) => {
      await visit(page, "loi-hua/");
      const today = (await page.locator(".t-lead").innerText()).match(/\d+\/\d+\/\d{4}/)?.[0] ?? "";
      await translate(page, action);
      await page.locator("input[name=ngay]").fill("2024-12-31");
      await expect(page).toHaveURL("loi-hua/?ngay=2024-12-31");
      await expect(page.locator(".t-lead")).toContainText("31/12/2024");
      expect(today).not.toBe("");
      await expect(page.getByRole("main")).not.toContainText(today);
      await expectSameAsNewlyOpened(page);
    });

    test("a choice that was made before the program started changes all of the page", async ({ page }) => {
      const release = await hold(page);
      await page.goto("loi-hua/");
      await translate(page, action);
      await select("trang-thai", "overdue-unreported").choose(page);
      release();
      await expectAlive(page);
      await expect(page).toHaveURL("loi-hua/?trang-thai=overdue-unreported");
      await expectSameAsNewlyOpened(page);
    });

    for (const path of ["tinh/khanh-hoa/", "./", "loi-hua/", "en/tinh/br-vt/"]) {
      test(`on a later day all of ${path} is updated`, async ({ page }) => {
        const release = await hold(page);
        await page.clock.setFixedTime(LATER);
        await page.goto(path);
        await translate(page, action);
        release();
        await expectAlive(page);
        await expect(page.getByRole("main")).toContainText(path.startsWith("en/") ? "February 3, 2031" : "3/2/2031");
        await expectSameAsNewlyOpened(page);
      });
    }

    test("on a later day a search changes all of the home page", async ({ page }) => {
      await page.clock.setFixedTime(LATER);
      await visit(page, "./");
      await translate(page, action);
      await page.locator("#search").focus();
      await page.keyboard.type("vung tau");
      await expect(page).toHaveURL("./?tim=vung%20tau");
      await expectSameAsNewlyOpened(page);
    });

    test("on a later day links lead from one province to another, and Back leads back", async ({ page }) => {
      await page.clock.setFixedTime(LATER);
      await visit(page, "tinh/br-vt/");
      await translate(page, action);
      await page.locator("header nav a").filter({ hasText: "Tỉnh" }).last().click();
      await expect(page).toHaveURL("tinh/");
      await page.locator('main a[href$="/tinh/khanh-hoa/"]').first().click();
      await expect(page).toHaveURL("tinh/khanh-hoa/");
      await expectSameAsNewlyOpened(page);
      await translate(page, action);
      await page.goBack();
      await page.goBack();
      await expect(page).toHaveURL("tinh/br-vt/");
      await expectSameAsNewlyOpened(page);
    });
  });
}
