// Everybody can use the site: axe checks every kind of page and what a reader can open on it, and the keyboard alone is
// enough to use the pages.

import type { Page } from "@playwright/test";

import { expectAccessibleInAllColors, expectHeadings } from "./a11y";
import { expect, test, visit } from "./fixtures";
import { ALL_PAGES, DOSSIERS } from "./site";

/** What a reader can open on a page, or come to by a choice. */
const OPENED: { what: string; path: string; open?: (page: Page) => Promise<void> }[] = [
  { what: "a notice and a narrowed comparison", path: `${DOSSIERS}?tinh=atlantis,br-vt&loai=result` },
  { what: "a comparison without its charts", path: `${DOSSIERS}?xem=bang` },
  { what: "a search that finds nothing", path: "so-sanh/?tim=xyzzy" },
  {
    what: "an opened list of figures",
    path: "nguon/",
    open: (page) => page.locator("summary").first().click(),
  },
  {
    what: "an opened list of earlier results",
    path: "tinh/da-nang/",
    open: (page) => page.locator(".t-earlier summary").first().click(),
  },
  {
    what: "an opened story with a chart",
    path: "loi-hua/",
    open: (page) => page.locator(".t-promises details", { has: page.locator(".t-chart") }).first().locator("summary").click(),
  },
  {
    what: "a button that confirms a choice",
    path: DOSSIERS,
    open: (page) => page.getByLabel("Loại số", { exact: true }).press("ArrowDown"),
  },
];

// The colors decide about contrasts, the width about which drawing is shown, how large the controls are and what must
// be scrolled. axe looks at what is visible only, so nothing less than every rule in all colors at each width is
// enough.
test.describe("follows the rules of accessibility in light, dark and forced colors on each screen:", () => {
  // Some pages have thousands of elements, whose contrasts take axe a second.
  test.slow();

  for (const { name, kind, address } of ALL_PAGES) {
    test.describe(() => {
      test.use({ expectedProblems: kind === "not found" ? [/status of 404/] : [] });

      test(name, async ({ page }) => {
        await visit(page, address);
        await expectHeadings(page);
        await expectAccessibleInAllColors(page);
      });
    });
  }

  for (const { what, path, open } of OPENED) {
    test(what, async ({ page }) => {
      await visit(page, path);
      await open?.(page);
      await expectAccessibleInAllColors(page);
    });
  }
});

/** Presses Tab until the element has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector);
  // This needs many presses: the home page has a link in each cell of its tables.
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test.describe("with the keyboard alone", () => {
  test("the first Tab focuses the link to the content", async ({ page }) => {
    await visit(page, DOSSIERS);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Đến nội dung chính" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    // The next Tab focuses something within the content.
    await page.keyboard.press("Tab");
    await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  });

  test("Space unticks a province, and the focus stays", async ({ page }) => {
    await visit(page, DOSSIERS);
    await tabTo(page, "input[value=khanh-hoa]");
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(`${DOSSIERS}?tinh=br-vt,binh-phuoc,bac-lieu`);
    const box = page.getByRole("checkbox", { name: "Khánh Hòa" });
    await expect(box).toBeFocused();
    await expect(box).not.toBeChecked();
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(DOSSIERS);
    await expect(box).toBeFocused();
    await expect(box).toBeChecked();
  });

  test("a finding on the home page leads to its topic", async ({ page }) => {
    await visit(page, "./");
    const finding = page.locator("#findings li:last-child h3 a");
    const target = await finding.getAttribute("href");
    await tabTo(page, "#findings > summary");
    await page.keyboard.press("Enter");
    await tabTo(page, "#findings li:last-child h3 a");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL((url) => url.pathname === target);
    await expect(page.getByRole("figure").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Tỉnh Số" })).toBeInViewport({ ratio: 1 });
  });

  test("a promise on the home page leads to its story, which is opened and focused", async ({ page }) => {
    await visit(page, "./");
    const finding = page.locator("#finding + .t-finding h3 a");
    const target = (await finding.getAttribute("href"))?.split("#")[1];
    await tabTo(page, "#finding + .t-finding h3 a");
    await page.keyboard.press("Enter");
    const story = page.locator(`details[id="${target}"]`);
    await expect(story.locator(".t-story")).toBeVisible();
    await expect(story.locator("summary")).toBeFocused();
    await expect(story.locator("summary")).toBeInViewport({ ratio: 1 });
  });

  test("everything that can be focused on a comparison is visible and has an outline", async ({ page }) => {
    await visit(page, DOSSIERS);
    const hidden: string[] = [];
    let nFocused = 0;
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      const fault = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return undefined;
        const style = getComputedStyle(focused);
        const box = focused.getBoundingClientRect();
        const isShown = box.width > 1 && box.height > 1;
        const hasRing = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        return isShown && hasRing ? null : `${focused.tagName} ${focused.textContent}`;
      });
      if (fault !== undefined) nFocused += 1;
      if (fault) hidden.push(fault);
    }
    expect(hidden).toEqual([]);
    expect(nFocused).toBeGreaterThan(30);
  });
});
