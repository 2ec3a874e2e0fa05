// Trunk alone also makes a complete site: one empty page, from which the program builds every page in the browser.
// `trunk serve` shows this site, and so does any host that answers with that page wherever it has no file.

import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { serve } from "../../xtask/serve.cjs";
import { test as base, expect, expectAlive } from "./fixtures";
import { BASE, DIST, ROOT } from "./releases";
import { DOSSIERS, KINDS, UNKNOWN_ADDRESSES, PAGES, addressOf } from "./site";

/** Where `cargo xtask build` leaves Trunk's own output. */
const TRUNK_DIST = join(ROOT, "target/xtask/trunk");

const test = base.extend({
  // The empty page does not say on which day it was written.
  isFixedDay: false,
  baseURL: async ({}, use) => {
    if (!existsSync(join(TRUNK_DIST, "index.html"))) {
      throw new Error(`${TRUNK_DIST} has no index.html: run \`cargo xtask build\``);
    }
    // Answers like `trunk serve`: with a file if there is one, or else with the one page.
    const server = await serve({ [BASE]: TRUNK_DIST }, { lost: { page: "index.html", status: 200 } });
    await use(`${server.origin}${BASE}`);
    await server.close();
  },
});

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Opens an address and waits for the program, which builds every page of this site. */
async function open(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect(response?.status()).toBe(200);
  await expectAlive(page);
}

/** What a head says about a page: all its titles, canonical links and links to other languages. */
type Head = { lang: string | null; titles: string[]; links: string[] };

const headOf = (page: Page, html?: string): Promise<Head> =>
  page.evaluate((html) => {
    const parsed = html === undefined ? document : new DOMParser().parseFromString(html, "text/html");
    const wanted = "link[rel=canonical], link[hreflang]";
    return {
      lang: parsed.documentElement.getAttribute("lang"),
      titles: [...parsed.querySelectorAll("head title")].map((title) => title.textContent ?? ""),
      links: [...parsed.querySelectorAll<HTMLLinkElement>(wanted)]
        .map(({ rel, hreflang, href }) => [rel, hreflang, new URL(href, location.href).pathname].join(" "))
        .sort(),
    };
  }, html);

/** The head and the heading of the written page. */
async function writtenHead(page: Page, path: string): Promise<{ head: Head; heading: string }> {
  const file = await readFile(join(DIST, path, "index.html"), "utf8");
  // The content-security policy of Trunk's page would block the styles of the parsed page.
  const html = file.replace(/<style>.*?<\/style>/gs, "");
  const text = await page.evaluate((html) => {
    const found = new DOMParser().parseFromString(html, "text/html").querySelector("h1");
    return found?.textContent ?? "";
  }, html);
  return { head: await headOf(page, html), heading: text.replace(/\s+/g, " ").trim() };
}

for (const { name, language, address } of PAGES) {
  test(`the site from Trunk alone shows ${name}`, async ({ page }) => {
    await open(page, address);
    const file = await writtenHead(page, address);
    await expect(heading(page)).toHaveCount(1);
    await expect(heading(page)).toHaveText(file.heading);
    await expect(page.locator("#status")).toBeEmpty();
    const head = await headOf(page);
    expect(head.lang).toBe(language);
    expect(head.titles).toHaveLength(1);
    // One canonical link, one link for each of the two languages, and one for readers of any other language.
    expect(head.links).toHaveLength(1 + 3);
    expect(head).toEqual(file.head);
  });
}

test("unticking a province removes it from the sentence of a comparison", async ({ page }) => {
  await open(page, DOSSIERS);
  const sentence = page.locator("main .t-lead");
  await expect(sentence).toContainText("Bạc Liêu");
  await page.getByRole("checkbox", { name: "Bạc Liêu" }).uncheck();
  await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc`);
  await expect(sentence).not.toContainText("Bạc Liêu");
  await expect(sentence).toContainText("Khánh Hòa");
});

test("choosing a state narrows the promises", async ({ page }) => {
  await open(page, "en/loi-hua/");
  const promises = page.locator(".t-promises details");
  const late = page.locator('.t-states a[href*="trang-thai=met-shown-late"]');
  const n = Number((await late.locator("strong").textContent())?.trim());
  expect(n).toBeGreaterThan(0);
  expect(await promises.count()).toBeGreaterThan(n);
  await page.getByLabel("State", { exact: true }).selectOption("met-shown-late");
  await expect(page).toHaveURL("en/loi-hua/?trang-thai=met-shown-late");
  await expect(promises).toHaveCount(n);
});

test("the search finds topics", async ({ page }) => {
  await open(page, "./");
  const found = main(page).locator("#found").getByRole("link");
  await page.locator("#topics > summary").click();
  const all = await found.count();
  await page.getByRole("searchbox").pressSequentially("ho so");
  await expect(page).toHaveURL("./?tim=ho%20so");
  await expect(found.filter({ hasText: "Hồ sơ hành chính giải quyết trực tuyến" }).first()).toBeVisible();
  expect(await found.count()).toBeLessThan(all);
});

test("an address with a selection shows that selection", async ({ page }) => {
  await open(page, `${DOSSIERS}?tinh=khanh-hoa`);
  await expect(page.locator("main .t-lead")).toContainText("của Khánh Hòa");
  await expect(page.locator("main .t-lead")).not.toContainText("BR-VT");
  const id = "binh-phuoc/online-dossiers-full/result/2022";
  await open(page, `en/${DOSSIERS}#${id}`);
  await expect(page.locator(`article[id="${id}"]`)).toBeFocused();
});

test("links and Back work without loading a new document", async ({ page }) => {
  const isSamePage = () => page.evaluate(() => "walked" in window);
  await open(page, "./");
  await page.evaluate(() => Object.assign(window, { walked: true }));
  const home = await heading(page).innerText();
  const visited: { url: string; heading: string }[] = [{ url: "./", heading: home }];
  const menu = page.getByRole("navigation").first();
  for (const { follow, url } of [
    { follow: menu.locator('a[href$="/so-sanh/"]'), url: "so-sanh/" },
    { follow: main(page).locator(`a[href$="/${DOSSIERS}"]`).first(), url: DOSSIERS },
    { follow: menu.locator('a[href$="/loi-hua/"]'), url: "loi-hua/" },
    { follow: menu.locator('a[href$="/xep-hang/"]'), url: "xep-hang/" },
    { follow: menu.locator('a[href$="/tinh/"]'), url: "tinh/" },
    { follow: main(page).locator('a[href$="/tinh/da-nang/"]').first(), url: "tinh/da-nang/" },
    { follow: menu.locator('a[href$="/nguon/"]'), url: "nguon/" },
    { follow: menu.locator('a[href$="/phuong-phap/"]'), url: "phuong-phap/" },
    { follow: page.getByRole("link", { name: "English" }), url: "en/phuong-phap/" },
  ]) {
    await test.step(url, async () => {
      await follow.click();
      await expect(page).toHaveURL(url);
      const file = await writtenHead(page, url);
      await expect(heading(page)).toHaveText(file.heading);
      await expect(heading(page)).toBeFocused();
      await expect.poll(() => headOf(page)).toEqual(file.head);
      expect(await isSamePage()).toBe(true);
      visited.push({ url, heading: file.heading });
    });
  }
  for (const { url, heading: text } of visited.slice(0, -1).reverse()) {
    await test.step(`back to ${url}`, async () => {
      await page.goBack();
      await expect(page).toHaveURL(url);
      await expect(heading(page)).toHaveText(text);
      expect(await isSamePage()).toBe(true);
    });
  }
  await page.goForward();
  await expect(page).toHaveURL("so-sanh/");
  await expect(heading(page)).toHaveText(visited[1]?.heading ?? "");
  expect(await isSamePage()).toBe(true);
});

for (const { path, language } of UNKNOWN_ADDRESSES) {
  test(`an address without a page says that there is no such page: ${path}`, async ({ page }) => {
    await open(page, path);
    const isEnglish = language === "en";
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    const says = isEnglish ? "There is no such page" : "Không có trang này";
    await expect(heading(page)).toHaveText(says);
    await expect(page).toHaveTitle(new RegExp(`^${says}`));
    // Such a page must have no canonical link and no links to other languages.
    expect((await headOf(page)).links).toEqual([]);
    await expect(page.locator("#status")).toBeEmpty();
    await main(page)
      .getByRole("link", { name: isEnglish ? "To the home page" : "Về trang đầu" })
      .click();
    await expect(page).toHaveURL(addressOf(language, ""));
    expect((await headOf(page)).links).toHaveLength(1 + 3);
  });
}

base("all pages of the site use one program", async () => {
  const files = await readdir(DIST, { recursive: true });
  expect(files.filter((file) => file.endsWith(".wasm"))).toHaveLength(1);
  const { files: named } = JSON.parse(await readFile(join(DIST, "release.json"), "utf8")) as { files: string[] };
  expect(named.filter((file) => file.endsWith(".wasm"))).toHaveLength(1);
  for (const { path } of KINDS) {
    const html = await readFile(join(DIST, path, "index.html"), "utf8");
    expect(html, path).toContain(named.find((file) => file.endsWith(".wasm")));
  }
});
