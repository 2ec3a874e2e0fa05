// What a screen reader says of each kind of page, in files for review (tests/e2e/aria), before the program has come and
// with it. CONTRIBUTING.md says how to update them.

import { ariaLines, listAll, misnamed } from "./aria";
import { expect, hold, test, visit } from "./fixtures";
import { ALL_PAGES } from "./site";

/** What the program builds piece by piece. A story is only built when it is opened. */
const PARTS = "main :is(h1, section, figure, svg, table, form):not(details *)";

/** The lines that are in the one list more often than in the other. */
function linesOnlyIn(one: string[], other: string[]): string[] {
  const rest = [...other];
  return one.filter((line) => {
    const index = rest.indexOf(line);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

for (const { name, kind, language, address } of ALL_PAGES) {
  test.describe(() => {
    test.use({ expectedProblems: kind === "not found" ? [/status of 404/] : [] });

    test(`a screen reader says what is in the file, and names begin with what is seen: ${name}`, async ({ page, baseURL }) => {
      await listAll(page);
      const release = await hold(page);
      const response = await page.goto(address);
      const file = (await response?.text()) ?? "";
      const nParts = await page.locator(PARTS).count();
      const written = await ariaLines(page);
      if (kind !== "offline") release();

      // Without what was written the program builds the page itself. It shows no page without a network at its own
      // address: there it shows the page that was asked for.
      const empty = file.replace(/(<div id="app"[^>]*>)[\s\S]*(<\/div>\s*<script)/, "$1$2");
      expect(empty).not.toContain("<main");
      if (kind !== "offline") {
        await page.route(new URL(address, baseURL).href, (route) =>
          route.fulfill({ status: response?.status(), contentType: "text/html; charset=utf-8", body: empty }),
        );
        await visit(page, address);
        await expect(page.locator(PARTS)).toHaveCount(nParts);
      }
      const built = await ariaLines(page);
      const { nNamed, faults } = await misnamed(page);
      expect(faults).toEqual([]);
      expect(nNamed).toBeGreaterThan(5);

      const onlyWritten = linesOnlyIn(written, built).map((line) => `before the program comes, also: ${line.trim()}`);
      const onlyBuilt = linesOnlyIn(built, written).map((line) => `only with the program: ${line.trim()}`);
      const text = [...built, ...onlyWritten, ...onlyBuilt, ""].join("\n");
      expect(text).toMatchSnapshot([language, `${kind.replace(" ", "-")}.txt`]);
    });
  });
}
