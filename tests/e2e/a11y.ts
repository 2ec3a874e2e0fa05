// Checks the accessibility rules that every page must follow, with axe.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2 at levels A and AA, and the good practices that axe adds (such as one main landmark). */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Fails with one line for each element that breaks a rule: the rule's name, what it requires, and the element.
 *
 * `within` limits the check to what matches a selector, such as something that has just been opened.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(RULES);
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`),
  );
  expect(lines).toEqual([]);
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
