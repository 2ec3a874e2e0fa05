// The content-security policy of the pages blocks scripts, styles and requests that somebody has managed to put into
// a page. pages.spec.ts checks that it blocks nothing that a page needs.

import type { Page } from "@playwright/test";

import { expect, expectAlive, test, visit } from "./fixtures";
import { DOSSIERS, addressOf } from "./site";

/** The directives by which the browser has blocked something, once for each time. */
const blocked = (page: Page): Promise<string[]> => page.evaluate(() => (window as { blocked?: string[] }).blocked ?? []);

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const directives: string[] = ((window as { blocked?: string[] }).blocked = []);
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => directives.push(effectiveDirective));
  }),
);

test.describe("foreign content in a page", () => {
  test.use({ expectedProblems: [/Content Security Policy|https:\/\/example\.org\/a\.js$/] });

  for (const address of [DOSSIERS, addressOf("en", "loi-hua/")]) {
    test(`does nothing: ${address}`, async ({ page }) => {
      // This is what the page would contain if it took a text for markup.
      const markup = [
        "<script>window.hacked = 1</script>",
        '<script src="https://example.org/a.js"></script>',
        "<img src=x: onerror='window.hacked = 1'>",
        "<p style='position: fixed' class='put'>x</p>",
        "<style>main { display: none }</style>",
        "<iframe srcdoc='<script>parent.hacked = 1</script>'></iframe>",
        "<base href='https://example.org/'>",
      ].join("");
      await page.route(new RegExp(`/${address.replace("./", "")}$`), async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace("</h1>", `</h1>${markup}`);
        await route.fulfill({ response, body });
      });
      await page.goto(address);
      await expectAlive(page);
      const main = page.getByRole("main");
      await expect(main).toBeVisible();
      expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
      await expect(page.locator(".put")).toHaveCSS("position", "static");
      expect(await page.evaluate(() => document.baseURI)).toBe(page.url());
      const directives = new Set(await blocked(page));
      for (const directive of ["script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "base-uri"]) {
        expect(directives).toContain(directive);
      }
    });
  }

  test("does nothing if a script of the page inserts it", async ({ page }) => {
    await visit(page, DOSSIERS);
    await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.hacked = 1";
      document.body.append(script);
      const link = document.createElement("a");
      link.setAttribute("onclick", "window.hacked = 1");
      link.dispatchEvent(new Event("click"));
      await fetch("https://example.org/").catch(() => {});
    });
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    expect(new Set(await blocked(page))).toEqual(new Set(["script-src-elem", "script-src-attr", "connect-src"]));
  });
});
