// A browser that translates a page puts other nodes in the place of its texts. A choice must be told
// all the same, by all of the page: none may be left that tells of another.

import type { Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS } from "./site";

/** What a translator does with a text: it moves it into elements of its own, or writes another there. */
const WAYS = ["moves", "replaces"] as const;
type Way = (typeof WAYS)[number];

/** A day on which what was written of promises holds no longer. */
const LATER = "2031-02-03T12:00:00+07:00";

/** Does to every text of the page what Chrome's translator does. */
async function translate(page: Page, way: Way): Promise<void> {
  const count = await page.evaluate((way) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest("script, style, font")) texts.push(node as Text);
    }
    for (const text of texts) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(way === "moves" ? text : document.createTextNode(`«${text.data}»`));
    }
    return texts.length;
  }, way);
  expect(count).toBeGreaterThan(100);
}

/** All that the page tells, and where its controls stand. */
const told = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector("main");
    const fields = main?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]") ?? [];
    const copy = main?.cloneNode(true) as Element;
    for (const unseen of copy.querySelectorAll("[hidden], noscript")) unseen.remove();
    return {
      text: (copy.textContent ?? "").replace(/\s+/g, " ").trim(),
      fields: [...fields].map((field) =>
        [field.name, "checked" in field && field.type === "checkbox" ? `${field.value} ${field.checked}` : field.value].join(" "),
      ),
    };
  });

/** That the page tells what the page of its address tells, opened by itself. */
async function expectToldAnew(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await visit(other, page.url());
  const anew = await told(other);
  await other.close();
  expect(anew.text.length).toBeGreaterThan(300);
  await expect.poll(() => told(page)).toEqual(anew);
}

/** That the page tells all of what it told, where a link has led away from it and Back has come back. */
async function expectWayBack(page: Page, way: Way, asks: RegExp): Promise<void> {
  await translate(page, way);
  await page.locator('header nav a[href$="/nguon/"]').click();
  await expect(page).toHaveURL(/nguon\/$/);
  // Its top comes before the sources do.
  await expect(page.locator(".t-source").first()).toBeAttached();
  await translate(page, way);
  await page.goBack();
  await expect(page).toHaveURL(asks);
  await expectToldAnew(page);
}

/** A choice, and what of the address tells of it. */
type Choice = { what: string; choose: (page: Page) => Promise<unknown>; asks: RegExp };

const untick = (province: string): Choice => ({
  what: `${province} is unticked`,
  choose: (page) => page.locator(`input[name=tinh][value=${province}]`).uncheck(),
  asks: /[?&]tinh=/,
});
const select = (name: string, value: string): Choice => ({
  what: `${name} is ${value}`,
  choose: (page) => page.locator(`select[name=${name}]`).selectOption(value),
  asks: new RegExp(`[?&]${name}=${value}`),
});
const follow = (name: string, value: string): Choice => ({
  what: `the link to ${name}=${value} is followed`,
  choose: (page) => page.locator(`main a[href*="${name}=${value}"]`).first().click(),
  asks: new RegExp(`[?&]${name}=${value}`),
});
const day = (value: string): Choice => ({
  what: `the day is ${value}`,
  choose: (page) => page.locator("input[name=ngay]").fill(value),
  asks: new RegExp(`[?&]ngay=${value}`),
});
/** Words that are typed where the focus is, which is the field from the first on. */
const type = (words: string, asks: RegExp, isFirst: boolean): Choice => ({
  what: `“${words}” is typed`,
  choose: async (page) => {
    if (isFirst) await page.locator("#search").focus();
    await page.keyboard.type(words);
  },
  asks,
});

type Choices = { path: string; choices: [Choice, Choice, ...Choice[]] };

const ALL: [Choices, ...Choices[]] = [
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

for (const way of WAYS) {
  test.describe(`where a translator ${way} every text`, () => {
    for (const { path, choices } of [...ALL, ...SEARCHES]) {
      const words = choices.map(({ what }) => what).join(", ");

      test(`each choice is told by all of ${path}, and the way back: ${words}`, async ({ page }) => {
        await visit(page, path);
        for (const { what, choose, asks } of choices) {
          await test.step(what, async () => {
            await translate(page, way);
            await choose(page);
            await expect(page).toHaveURL(asks);
            await expectToldAnew(page);
          });
        }
        await expectWayBack(page, way, choices.at(-1)?.asks ?? /./);
      });
    }

    test("the way back is told by all of a page that was translated after its first choices", async ({ page }) => {
      const [{ path, choices }] = ALL;
      await visit(page, path);
      for (const { choose, asks } of choices.slice(0, 2)) {
        await choose(page);
        await expect(page).toHaveURL(asks);
      }
      await expectWayBack(page, way, choices[1].asks);
    });

    test("a box that was unticked is ticked again, and keeps the focus", async ({ page }) => {
      await visit(page, "xep-hang/");
      await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
      for (const asks of [/xep-hang\/$/, /\?tinh=khanh-hoa,/, /xep-hang\/$/]) {
        await translate(page, way);
        await page.getByRole("checkbox").first().press("Space");
        await expect(page).toHaveURL(asks);
        await expect(page.locator(":focus")).toHaveAttribute("value", "br-vt");
        await expectToldAnew(page);
      }
    });

    test("a day is told by the sentence and by all of the page of promises", async ({ page }) => {
      await visit(page, "loi-hua/");
      const today = (await page.locator(".t-lead").innerText()).match(/\d+\/\d+\/\d{4}/)?.[0] ?? "";
      await translate(page, way);
      await page.locator("input[name=ngay]").fill("2024-12-31");
      await expect(page).toHaveURL("loi-hua/?ngay=2024-12-31");
      await expect(page.locator(".t-lead")).toContainText("31/12/2024");
      expect(today).not.toBe("");
      await expect(page.getByRole("main")).not.toContainText(today);
      await expectToldAnew(page);
    });

    test("a choice made before the program came is told by all of the page", async ({ page }) => {
      const release = await hold(page);
      await page.goto("loi-hua/");
      await translate(page, way);
      await select("trang-thai", "overdue-unreported").choose(page);
      release();
      await expectAlive(page);
      await expect(page).toHaveURL("loi-hua/?trang-thai=overdue-unreported");
      await expectToldAnew(page);
    });

    for (const path of ["tinh/khanh-hoa/", "./", "loi-hua/", "en/tinh/br-vt/"]) {
      test(`a later day is told by all of ${path}`, async ({ page }) => {
        const release = await hold(page);
        await page.clock.setFixedTime(LATER);
        await page.goto(path);
        await translate(page, way);
        release();
        await expectAlive(page);
        await expect(page.getByRole("main")).toContainText(path.startsWith("en/") ? "February 3, 2031" : "3/2/2031");
        await expectToldAnew(page);
      });
    }

    test("on a later day a search is told by all of the home page", async ({ page }) => {
      await page.clock.setFixedTime(LATER);
      await visit(page, "./");
      await translate(page, way);
      await page.locator("#search").focus();
      await page.keyboard.type("vung tau");
      await expect(page).toHaveURL("./?tim=vung%20tau");
      await expectToldAnew(page);
    });

    test("on a later day a link leads from a province to another, and back", async ({ page }) => {
      await page.clock.setFixedTime(LATER);
      await visit(page, "tinh/br-vt/");
      await translate(page, way);
      await page.locator("header nav a").filter({ hasText: "Tỉnh" }).last().click();
      await expect(page).toHaveURL("tinh/");
      await page.locator('main a[href$="/tinh/khanh-hoa/"]').first().click();
      await expect(page).toHaveURL("tinh/khanh-hoa/");
      await expectToldAnew(page);
      await translate(page, way);
      await page.goBack();
      await page.goBack();
      await expect(page).toHaveURL("tinh/br-vt/");
      await expectToldAnew(page);
    });
  });
}
