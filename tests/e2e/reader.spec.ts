// The reader view of Firefox, and of the tools that use the same library, keeps what a page is about: its sentence, its
// tables and its sources, and none of its controls.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect, test } from "./fixtures";
import { PAGES } from "./site";

/** The library, which defines the class `Readability` where it is run. */
const LIBRARY = readFileSync(createRequire(__filename).resolve("@mozilla/readability/Readability.js"), "utf8");

// The view is made from the page as it was written. The library sets styles, which the page's policy forbids.
test.use({ javaScriptEnabled: false, expectedProblems: [/Applying inline style/] });

for (const { name, kind, address } of PAGES) {
  test(`the reader view of a page is whole: ${name}`, async ({ page }) => {
    await page.goto(address);
    const { main, view } = await page.evaluate(`(() => {
      ${LIBRARY};
      const plain = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
      const contentOf = (root, lead) => ({
        lead: plain(lead),
        rows: [...root.querySelectorAll("tbody tr")].length,
        sources: [...root.querySelectorAll("a[href^=http]")]
          .map((link) => link.getAttribute("href")).filter((href) => !href.startsWith(location.origin)),
      });
      const main = contentOf(document.querySelector("main"), document.querySelector("main h1 + p").textContent);
      const article = new Readability(document.cloneNode(true)).parse();
      const view = new DOMParser().parseFromString(article?.content ?? "", "text/html").body;
      return {
        main,
        view: {
          ...contentOf(view, view.textContent),
          title: plain(article?.title),
          nControls: view.querySelectorAll("input, select, button, textarea").length,
        },
      };
    })()`) as { main: Content; view: Content & { title: string; nControls: number } };
    expect(view.title).toMatch(/\S/);
    expect(view.lead).toContain(main.lead);
    expect(view.rows).toBe(main.rows);
    expect(view.sources).toEqual(main.sources);
    expect(view.nControls).toBe(0);
    if (kind === "compare") expect(main.rows * main.sources.length).toBeGreaterThan(0);
  });
}

type Content = { lead: string; rows: number; sources: string[] };
