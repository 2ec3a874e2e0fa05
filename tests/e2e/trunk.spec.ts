// What Trunk alone makes is a whole site, too: one page without content, of which the program makes every
// page in the browser. `trunk serve` shows it, and so does any host that answers with that page wherever
// it has no file.

import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { serve } from "../../xtask/serve.cjs";
import { test as base, expect, expectAlive } from "./fixtures";
import { BASE, DIST, ROOT } from "./releases";
import { DOSSIERS, KINDS, UNKNOWN_ADDRESSES, PAGES, addressOf } from "./site";

/** What `cargo xtask build` leaves of Trunk's work. */
const ALONE = join(ROOT, "target/xtask/trunk");

const test = base.extend({
  // No page says on which day it was written.
  isFixedDay: false,
  baseURL: async ({}, use) => {
    if (!existsSync(join(ALONE, "index.html"))) {
      throw new Error(`${ALONE} has no index.html: run \`cargo xtask build\``);
    }
    // As `trunk serve` does: with a file, or else with the one page.
    const server = await serve({ [BASE]: ALONE }, { lost: { page: "index.html", status: 200 } });
    await use(`${server.origin}${BASE}`);
    await server.close();
  },
});

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Opens an address; on this site every page is of the program. */
async function open(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect(response?.status()).toBe(200);
  await expectAlive(page);
}

/** What a head says of a page: all titles, canonical addresses and alternates that stand in it. */
type Head = { lang: string | null; titles: string[]; links: string[] };

const headOf = (page: Page, html?: string): Promise<Head> =>
  page.evaluate((html) => {
    const told = html === undefined ? document : new DOMParser().parseFromString(html, "text/html");
    const wanted = "link[rel=canonical], link[hreflang]";
    return {
      lang: told.documentElement.getAttribute("lang"),
      titles: [...told.querySelectorAll("head title")].map((title) => title.textContent ?? ""),
      links: [...told.querySelectorAll<HTMLLinkElement>(wanted)]
        .map(({ rel, hreflang, href }) => [rel, hreflang, new URL(href, location.href).pathname].join(" "))
        .sort(),
    };
  }, html);

/** The head and the heading as they stand in the file that is written of a page. */
async function written(page: Page, path: string): Promise<{ head: Head; heading: string }> {
  const file = await readFile(join(DIST, path, "index.html"), "utf8");
  // The policy of Trunk's page allows no style in any.
  const html = file.replace(/<style>.*?<\/style>/gs, "");
  const text = await page.evaluate((html) => {
    const found = new DOMParser().parseFromString(html, "text/html").querySelector("h1");
    return found?.textContent ?? "";
  }, html);
  return { head: await headOf(page, html), heading: text.replace(/\s+/g, " ").trim() };
}

for (const { name, language, address } of PAGES) {
  test(`Trunk alone makes ${name}`, async ({ page }) => {
    await open(page, address);
    const file = await written(page, address);
    await expect(heading(page)).toHaveCount(1);
    await expect(heading(page)).toHaveText(file.heading);
    await expect(page.locator("#status")).toBeEmpty();
    const head = await headOf(page);
    expect(head.lang).toBe(language);
    expect(head.titles).toHaveLength(1);
    // Canonical once, and each language once, and which of them is for all others.
    expect(head.links).toHaveLength(1 + 3);
    expect(head).toEqual(file.head);
  });
}

test("a province unticked leaves the sentence of a comparison", async ({ page }) => {
  await open(page, DOSSIERS);
  const sentence = page.locator("main .t-lead");
  await expect(sentence).toContainText("Bạc Liêu");
  await page.getByRole("checkbox", { name: "Bạc Liêu" }).uncheck();
  await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,khanh-hoa,binh-phuoc`);
  await expect(sentence).not.toContainText("Bạc Liêu");
  await expect(sentence).toContainText("Khánh Hòa");
});

test("a state that is chosen narrows the promises", async ({ page }) => {
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

test("a search finds", async ({ page }) => {
  await open(page, "./");
  const found = main(page).locator("#found").getByRole("link");
  const all = await found.count();
  await page.getByRole("searchbox").pressSequentially("ho so");
  await expect(page).toHaveURL("./?tim=ho%20so");
  await expect(found.filter({ hasText: "Hồ sơ hành chính giải quyết trực tuyến" })).toHaveCount(1);
  expect(await found.count()).toBeLessThan(all);
});

test("an address that asks for a part shows that part", async ({ page }) => {
  await open(page, `${DOSSIERS}?tinh=khanh-hoa`);
  await expect(page.locator("main .t-lead")).toContainText("Khánh Hòa 56%");
  await expect(page.locator("main .t-lead")).not.toContainText("BR-VT");
  const id = "binh-phuoc/online-dossiers-full/result/2022";
  await open(page, `en/${DOSSIERS}#${id}`);
  await expect(page.locator(`article[id="${id}"]`)).toBeFocused();
});

test("links lead on without loading a page, and the way back leads back", async ({ page }) => {
  const isSamePage = () => page.evaluate(() => "walked" in window);
  await open(page, "./");
  await page.evaluate(() => Object.assign(window, { walked: true }));
  const home = await heading(page).innerText();
  const way: { url: string; heading: string }[] = [{ url: "./", heading: home }];
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
      const file = await written(page, url);
      await expect(heading(page)).toHaveText(file.heading);
      await expect(heading(page)).toBeFocused();
      await expect.poll(() => headOf(page)).toEqual(file.head);
      expect(await isSamePage()).toBe(true);
      way.push({ url, heading: file.heading });
    });
  }
  for (const { url, heading: text } of way.slice(0, -1).reverse()) {
    await test.step(`back to ${url}`, async () => {
      await page.goBack();
      await expect(page).toHaveURL(url);
      await expect(heading(page)).toHaveText(text);
      expect(await isSamePage()).toBe(true);
    });
  }
  await page.goForward();
  await expect(page).toHaveURL("so-sanh/");
  await expect(heading(page)).toHaveText(way[1]?.heading ?? "");
  expect(await isSamePage()).toBe(true);
});

for (const { path, language } of UNKNOWN_ADDRESSES) {
  test(`an address of nowhere is said to be none: ${path}`, async ({ page }) => {
    await open(page, path);
    const isEnglish = language === "en";
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    const says = isEnglish ? "There is no such page" : "Không có trang này";
    await expect(heading(page)).toHaveText(says);
    await expect(page).toHaveTitle(new RegExp(`^${says}`));
    // What is nowhere has no address that others should go by.
    expect((await headOf(page)).links).toEqual([]);
    await expect(page.locator("#status")).toBeEmpty();
    await main(page)
      .getByRole("link", { name: isEnglish ? "To the home page" : "Về trang đầu" })
      .click();
    await expect(page).toHaveURL(addressOf(language, ""));
    expect((await headOf(page)).links).toHaveLength(1 + 3);
  });
}

base("the site is one program", async () => {
  const files = await readdir(DIST, { recursive: true });
  expect(files.filter((file) => file.endsWith(".wasm"))).toHaveLength(1);
  const { files: named } = JSON.parse(await readFile(join(DIST, "release.json"), "utf8")) as { files: string[] };
  expect(named.filter((file) => file.endsWith(".wasm"))).toHaveLength(1);
  for (const { path } of KINDS) {
    const html = await readFile(join(DIST, path, "index.html"), "utf8");
    expect(html, path).toContain(named.find((file) => file.endsWith(".wasm")));
  }
});
