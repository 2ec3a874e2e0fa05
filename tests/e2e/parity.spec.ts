// The page that the browser builds is the same as the written page, which was built natively from the same data.
import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { LANGUAGES, PAGES, addressOf, writtenPage } from "./site";

/** A topic whose figures were moved to another topic, and that other topic. */
const OLD_TOPIC = "so-sanh/digital-economy-rank/";
const NEW_TOPIC = "so-sanh/dti-economy/";

const ADDRESSES = [
  ...PAGES,
  ...LANGUAGES.map((language) => ({ name: `moved in ${language}`, address: addressOf(language, OLD_TOPIC) })),
];

/** What the head of the document says about the page, or the head of a written page given as `html`. */
const headOf = (page: Page, html?: string) =>
  page.evaluate((html) => {
    const parsed = html === undefined ? document : new DOMParser().parseFromString(html, "text/html");
    const wanted = "link[rel=canonical], link[rel=alternate], meta[name=description], meta[name=robots], meta[property]";
    // Compares paths only, because the origin is only in these links when the site is built for publishing.
    const value = (text: string) => (/^(https?:\/)?\//.test(text) ? new URL(text, location.href).pathname : text);
    return {
      lang: parsed.documentElement.lang,
      titles: [...parsed.querySelectorAll("head title")].map((title) => title.textContent ?? ""),
      tags: [...parsed.head.querySelectorAll(wanted)]
        .map((tag) => [...tag.attributes].map((one) => `${one.name}=${value(one.value)}`).join(" "))
        .sort(),
    };
  }, html);

/** The charts, texts and links of the page, and those of the written page. */
const factsOf = (page: Page, file: string) =>
  page.evaluate((html) => {
    const written = new DOMParser().parseFromString(html, "text/html");
    const clean = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
    const facts = (root: ParentNode) => ({
      charts: [...root.querySelectorAll("svg.tso-chart")].map((svg) => svg.outerHTML),
      texts: [...root.querySelectorAll("main :is(td, th, h1, h2, h3, p, li, dt, dd, caption, summary, label, option)")]
        .filter((one) => !one.closest("noscript, [role=status], p:has(> button)"))
        .map((one) => clean(one.textContent)),
      links: [...root.querySelectorAll("a[href]")].filter((one) => !one.closest("noscript")).map((one) => one.getAttribute("href")),
    });
    return [facts(document), facts(written)] as const;
  }, file);

for (const { name, address } of ADDRESSES) {
  test(`the page built in the browser is the same as the written page: ${name}`, async ({ page, request, baseURL }) => {
    const file = await (await request.get(address)).text();
    const empty = file.replace(/(<div id="app"[^>]*>)[\s\S]*(<\/div>\s*<script)/, "$1$2");
    expect(empty).not.toContain("<main");
    await page.route(new URL(address, baseURL).href, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: empty }),
    );
    await visit(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // The application builds a story only when it is opened, but the written page contains all of them.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll<HTMLDetailsElement>(".t-promises details")) {
        row.open = true;
      }
    });
    await expect(page.locator(".t-promises details:not(:has(.t-story))")).toHaveCount(0);
    expect(await headOf(page)).toEqual(await headOf(page, file));
    const [built, written] = await factsOf(page, file);
    expect(built.texts.length).toBeGreaterThan(0);
    expect(built).toEqual(written);
  });
}

test("every topic that is opened from the list is the same as its written page", async ({ page }) => {
  // This opens every topic, which takes long.
  test.setTimeout(600_000);
  await visit(page, "");
  await page.getByRole("navigation").getByRole("link", { name: "So sánh" }).click();
  await expect(page).toHaveURL("so-sanh/");
  // What does not fit on the first screen is shown a moment later.
  await expect(page.locator(".t-topics").last()).toBeAttached();
  await expect(page.locator(".t-topics:not([hidden]) ul:empty")).toHaveCount(0);
  const links = page.locator(".t-topics li a");
  const topics = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(topics.length).toBeGreaterThan(50);
  for (const href of topics) {
    await page.evaluate((href) => document.querySelector<HTMLElement>(`.t-topics a[href="${href}"]`)?.click(), href);
    // This is the last section of the page, so when it is there, the page is complete.
    await expect(page.locator("section[aria-labelledby=get]")).toBeAttached();
    const path = new URL(href, page.url()).pathname.replace(/^.*\/so-sanh\//, "so-sanh/");
    const [built, written] = await factsOf(page, writtenPage(path));
    expect.soft(built, href).toEqual(written);
    await page.goBack();
    await expect(page).toHaveURL("so-sanh/");
  }
});

test("nothing of the previous page stays in the head after following a link", async ({ page }) => {
  await page.goto(OLD_TOPIC);
  const first = await headOf(page);
  expect(first).toEqual(await headOf(page, writtenPage(OLD_TOPIC)));
  expect(first.tags).toContain("name=robots content=noindex");
  await expect(page.locator("html[data-program=alive]")).toBeAttached();
  await page.evaluate(() => document.body.setAttribute("data-same", ""));

  await page.locator("main .t-lead a").click();
  await expect(page).toHaveURL(NEW_TOPIC);
  await expect(page.locator("main figure").first()).toBeVisible();
  expect(await headOf(page)).toEqual(await headOf(page, writtenPage(NEW_TOPIC)));

  await page.goBack();
  await expect(page).toHaveURL(OLD_TOPIC);
  await expect(page.locator("main figure")).toHaveCount(0);
  expect(await headOf(page)).toEqual(first);
  await expect(page.locator("body[data-same]")).toBeAttached();
});
