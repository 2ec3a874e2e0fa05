// Checks the accessibility rules that every page must follow, with axe.

import { source, type RunOptions } from "axe-core";
import { expect, type Page } from "@playwright/test";

const OPTIONS: RunOptions = {
  // WCAG 2.2 at levels A and AA, and the good practices that axe adds (such as one main landmark).
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/** The colors that a reader can have the site in: by a setting of the system, or chosen for all pages. */
export const COLORS = [
  { colors: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { colors: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { colors: "forced", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

/** A small phone, a tablet, a desktop screen. */
export const WIDTHS = [320, 768, 1280] as const;

/**
 * Returns a line for each element that breaks a rule: the rule's name, what it requires, and the element.
 *
 * `within` limits the check to what matches a selector, such as something that has just been opened.
 */
async function faultsOf(page: Page, within = "html"): Promise<string[]> {
  // The site has no frames, so axe itself is all that is needed in the page. It stays there for later checks.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(
    async ({ within, options }) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      // What is far down is laid out when it comes near. Until then its place is guessed, and targets would seem to
      // lie over each other that do not.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("main, main * { content-visibility: visible !important }");
      const sheets = document.adoptedStyleSheets;
      document.adoptedStyleSheets = [...sheets, sheet];
      const { violations } = await axe.run(within, options);
      document.adoptedStyleSheets = sheets;
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`),
      );
    },
    { within, options: OPTIONS },
  );
}

/** Fails if an element of the page, or of what matches `within`, breaks a rule. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  expect(await faultsOf(page, within)).toEqual([]);
}

/**
 * Fails if an element breaks a rule in some colors at some width. The page stays open meanwhile, and its colors and
 * its width change, as they do when a reader changes them.
 */
export async function expectAccessibleInAllColors(page: Page): Promise<void> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const { colors, media } of COLORS) {
      await page.emulateMedia(media);
      await page.waitForFunction(
        ({ width, dark, forced }) =>
          window.innerWidth === width &&
          matchMedia("(prefers-color-scheme: dark)").matches === dark &&
          matchMedia("(forced-colors: active)").matches === forced &&
          // A color that is still changing would be measured half-way.
          document.getAnimations().length === 0,
        { width, dark: media.colorScheme === "dark", forced: media.forcedColors === "active" },
      );
      faults.push(...(await faultsOf(page)).map((fault) => `${colors} colors, ${width} px: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
}

/** Fails unless the page has exactly one heading of level 1, and no heading skipping a level. */
export async function expectHeadings(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const levels = await page
    .locator("h1, h2, h3, h4, h5, h6")
    .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
  const skipping = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect(skipping, levels.join(" ")).toEqual([]);
}
