// What the browser makes equals what was written natively into the file: same data, same page.
import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { LANGUAGES, PAGES, addressOf, writtenPage } from "./site";

/** A topic whose figures went to another one, and that one. */
const MOVED = "so-sanh/digital-economy-rank/";
const THERE = "so-sanh/dti-economy/";

const ALL = [
  ...PAGES,
  ...LANGUAGES.map((language) => ({ name: `moved in ${language}`, address: addressOf(language, MOVED) })),
];

/** What is said of a page in the head of the document, or of a file. */
const headOf = (page: Page, html?: string) =>
  page.evaluate((html) => {
    const told = html === undefined ? document : new DOMParser().parseFromString(html, "text/html");
    const wanted = "link[rel=canonical], link[rel=alternate], meta[name=description], meta[name=robots], meta[property]";
    // With or without the origin: it is only known when the site is published.
    const value = (text: string) => (/^(https?:\/)?\//.test(text) ? new URL(text, location.href).pathname : text);
    return {
      lang: told.documentElement.lang,
      titles: [...told.querySelectorAll("head title")].map((title) => title.textContent ?? ""),
      tags: [...told.head.querySelectorAll(wanted)]
        .map((tag) => [...tag.attributes].map((one) => `${one.name}=${value(one.value)}`).join(" "))
        .sort(),
    };
  }, html);

/** What the page tells and draws, and where it leads; and the same of a file. */
const factsOf = (page: Page, file: string) =>
  page.evaluate((html) => {
    const written = new DOMParser().parseFromString(html, "text/html");
    const clean = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
    const facts = (root: ParentNode) => ({
      charts: [...root.querySelectorAll("svg.tso-chart")].map((svg) => svg.outerHTML),
      texts: [...root.querySelectorAll("main :is(td, th, h1, h2, h3, p, li, dt, dd, caption, summary, label, option)")]
        .filter((one) => !one.closest("noscript, [role=status], p:has(> button)"))
        .map((one) => clean(one.textContent)),
      leads: [...root.querySelectorAll("a[href]")].filter((one) => !one.closest("noscript")).map((one) => one.getAttribute("href")),
    });
    return [facts(document), facts(written)] as const;
  }, file);

for (const { name, address } of ALL) {
  test(`the page made in the browser equals its file: ${name}`, async ({ page, request, baseURL }) => {
    const file = await (await request.get(address)).text();
    const empty = file.replace(/(<div id="app"[^>]*>)[\s\S]*(<\/div>\s*<script)/, "$1$2");
    expect(empty).not.toContain("<main");
    await page.route(new URL(address, baseURL).href, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: empty }),
    );
    await visit(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // The application writes a story when it is opened; the file has them all.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll<HTMLDetailsElement>(".t-promises details")) {
        row.open = true;
      }
    });
    await expect(page.locator(".t-promises details:not(:has(.t-story))")).toHaveCount(0);
    expect(await headOf(page)).toEqual(await headOf(page, file));
    const [living, written] = await factsOf(page, file);
    expect(living.texts.length).toBeGreaterThan(0);
    expect(living).toEqual(written);
  });
}

test("every topic is told alike from the data of all that is followed, which are there after the home page", async ({ page }) => {
  // Every topic, one after another.
  test.setTimeout(240_000);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await visit(page, "");
  await page.getByRole("navigation").getByRole("link", { name: "So sánh" }).click();
  await expect(page).toHaveURL("so-sanh/");
  // What does not fill the first screen comes a moment later.
  await expect(page.locator(".t-topics").last()).toBeAttached();
  await expect(page.locator(".t-topics:not([hidden]) ul:empty")).toHaveCount(0);
  const links = page.locator(".t-topics li a");
  const topics = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(topics.length).toBeGreaterThan(50);
  for (const href of topics) {
    await page.evaluate((href) => document.querySelector<HTMLElement>(`.t-topics a[href="${href}"]`)?.click(), href);
    // The last part of the page, so that all of it is there.
    await expect(page.locator("section[aria-labelledby=get]")).toBeAttached();
    const path = new URL(href, page.url()).pathname.replace(/^.*\/so-sanh\//, "so-sanh/");
    const [living, written] = await factsOf(page, writtenPage(path));
    expect.soft(living, href).toEqual(written);
    await page.goBack();
    await expect(page).toHaveURL("so-sanh/");
  }
  expect(asked.filter((url) => url.includes("/bundles/topic-"))).toEqual([]);
});

test("from page to page nothing of the last one stays in the head", async ({ page }) => {
  await page.goto(MOVED);
  const first = await headOf(page);
  expect(first).toEqual(await headOf(page, writtenPage(MOVED)));
  expect(first.tags).toContain("name=robots content=noindex");
  await expect(page.locator("html[data-program=alive]")).toBeAttached();
  await page.evaluate(() => document.body.setAttribute("data-same", ""));

  await page.locator("main .t-lead a").click();
  await expect(page).toHaveURL(THERE);
  await expect(page.locator("main figure").first()).toBeVisible();
  expect(await headOf(page)).toEqual(await headOf(page, writtenPage(THERE)));

  await page.goBack();
  await expect(page).toHaveURL(MOVED);
  await expect(page.locator("main figure")).toHaveCount(0);
  expect(await headOf(page)).toEqual(first);
  await expect(page.locator("body[data-same]")).toBeAttached();
});
