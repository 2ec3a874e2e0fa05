// The content-security policy of the pages: a script, a style or a request that somebody got into one does
// nothing. That nothing they need is refused is asked of every page in pages.spec.ts.

import type { Page } from "@playwright/test";

import { expect, expectAlive, test, visit } from "./fixtures";
import { DOSSIERS, addressOf } from "./site";

/** The directives by which the browser has refused something, as often as it did. */
const refused = (page: Page): Promise<string[]> => page.evaluate(() => (window as { refused?: string[] }).refused ?? []);

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const told: string[] = ((window as { refused?: string[] }).refused = []);
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => told.push(effectiveDirective));
  }),
);

test.describe("what was put into a page", () => {
  test.use({ expectedProblems: [/Content Security Policy|https:\/\/example\.org\/a\.js$/] });

  for (const address of [DOSSIERS, addressOf("en", "loi-hua/")]) {
    test(`does nothing: ${address}`, async ({ page }) => {
      // As it would stand in a page, had a text been taken for markup.
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
      const directives = new Set(await refused(page));
      for (const directive of ["script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "base-uri"]) {
        expect(directives).toContain(directive);
      }
    });
  }

  test("does nothing by a script of the page either", async ({ page }) => {
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
    expect(new Set(await refused(page))).toEqual(new Set(["script-src-elem", "script-src-attr", "connect-src"]));
  });
});
