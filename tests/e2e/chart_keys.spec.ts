// A chart is one Tab stop, and the arrow keys go through its marks.

import type { Locator, Page } from "@playwright/test";

import { expect, expectAlive, hold, test, visit } from "./fixtures";
import { DOSSIERS, KINDS, LANGUAGES, addressOf, writtenPage } from "./site";

const MARK = "a.tso-mark";

/** The drawings that are shown at this width. */
const charts = (page: Page) => page.locator("svg.tso-chart").locator("visible=true");

const focusedMark = (page: Page) => page.locator(`${MARK}:focus`);

/** The marks of a chart from the first to the last, as the right arrow key goes through them. */
async function walk(page: Page, chart: Locator): Promise<string[]> {
  await chart.locator(MARK).first().focus();
  await page.keyboard.press("Home");
  const hrefs: string[] = [];
  for (;;) {
    const href = (await focusedMark(page).getAttribute("href")) ?? "";
    const title = await focusedMark(page).locator("title").textContent();
    const mark = `${href} ${title}`;
    if (hrefs.at(-1) === mark) return hrefs;
    hrefs.push(mark);
    await page.keyboard.press("ArrowRight");
  }
}

/** Presses Tab until the focus has left the page. Returns for each press the chart that had the focus, by its place. */
async function tabThrough(page: Page): Promise<number[]> {
  const stops: number[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const shown = [...document.querySelectorAll("svg.tso-chart")].filter((svg) => svg.checkVisibility());
      return shown.findIndex((svg) => svg.contains(focused));
    });
    if (stop === undefined) return stops;
    stops.push(stop);
  }
}

/** Opens what is folded on a phone. */
const openFolds = (page: Page) =>
  page.locator(".t-fold").evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute("open", "")));

/** The kinds of pages that have charts. */
const KINDS_WITH_CHARTS = KINDS.filter(({ path }) => writtenPage(path).includes('class="tso-mark"'));

for (const width of [1280, 360]) {
  test.describe(`in a window ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const { kind, path } of KINDS_WITH_CHARTS) {
      test(`each chart is one Tab stop: ${kind}`, async ({ page }) => {
        // Long pages have more than a hundred links.
        test.slow();
        await visit(page, path);
        await openFolds(page);
        const walked = await charts(page).evaluateAll((svgs) =>
          svgs.flatMap((svg, index) => (svg.querySelector("a") ? [index] : [])),
        );
        expect(walked.length).toBeGreaterThan(0);
        const stops = await tabThrough(page);
        expect(stops.filter((stop) => stop >= 0)).toEqual(walked);
      });
    }

    test("a chart is one Tab stop backward, too, before any of its marks was visited", async ({ page }) => {
      await visit(page, DOSSIERS);
      await page.locator(".t-chart-end").focus();
      await page.keyboard.press("Shift+Tab");
      await expect(focusedMark(page)).toHaveCount(1);
      await page.keyboard.press("Shift+Tab");
      await expect(focusedMark(page)).toHaveCount(0);
      await expect(page.locator(":focus")).toHaveCount(1);
    });

    for (const path of [DOSSIERS, "chi-tieu/dti-rank/", "xep-hang/", "loi-hua/", "./"]) {
      test(`the arrow keys reach every mark of every chart once: ${path}`, async ({ page }) => {
        test.slow();
        await visit(page, path);
        await openFolds(page);
        await expect(charts(page).first()).toBeVisible();
        for (const chart of await charts(page).all()) {
          const marks = await chart
            .locator(MARK)
            .evaluateAll((all) => all.map((mark) => `${mark.getAttribute("href")} ${mark.querySelector("title")?.textContent}`));
          const forth = await walk(page, chart);
          expect([...forth].sort()).toEqual([...marks].sort());
          // And back again.
          await page.keyboard.press("Home");
          expect(`${await focusedMark(page).getAttribute("href")}`).toBe(forth[0]?.split(" ")[0]);
          await page.keyboard.press("End");
          expect(`${await focusedMark(page).getAttribute("href")}`).toBe(forth.at(-1)?.split(" ")[0]);
          await page.keyboard.press("ArrowLeft");
          expect(`${await focusedMark(page).getAttribute("href")}`).toBe(forth.at(-2)?.split(" ")[0]);
        }
      });
    }

    test("Escape leads behind the chart, and Tab back to the mark that was visited last", async ({ page }) => {
      await visit(page, DOSSIERS);
      await charts(page).locator(MARK).first().focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      const visited = (await focusedMark(page).getAttribute("href")) ?? "";
      await page.keyboard.press("Escape");
      const end = page.getByText("Hết hình.");
      await expect(end).toBeFocused();
      await expect(end).toBeInViewport({ ratio: 1 });
      await page.keyboard.press("Shift+Tab");
      await expect(focusedMark(page)).toHaveAttribute("href", visited);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      await expect(page.locator("main :focus")).toHaveCount(1);
      await expect(focusedMark(page)).toHaveCount(0);
    });
  });
}

test("the up and down keys go from row to row", async ({ page }) => {
  await visit(page, DOSSIERS);
  const first = charts(page).locator(MARK).first();
  await first.focus();
  const rows = [await first.getAttribute("data-row")];
  await page.keyboard.press("ArrowDown");
  rows.push(await focusedMark(page).getAttribute("data-row"));
  await page.keyboard.press("ArrowDown");
  rows.push(await focusedMark(page).getAttribute("data-row"));
  // The first row has no number.
  expect(rows).toEqual([null, "1", "2"]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  // Nothing is above the first row.
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
});

test("with a modifier an arrow key stays a key of the browser", async ({ page }) => {
  await visit(page, DOSSIERS);
  const first = charts(page).locator(MARK).first();
  await first.focus();
  for (const key of ["Control+ArrowRight", "Shift+ArrowDown", "Control+End"]) {
    await page.keyboard.press(key);
    await expect(first).toBeFocused();
  }
});

test("Enter opens the card of the mark that the keys went to, and Back leads to the chart", async ({ page }) => {
  await visit(page, DOSSIERS);
  await charts(page).locator(MARK).first().focus();
  await page.keyboard.press("End");
  const id = (await focusedMark(page).getAttribute("href"))?.slice(1) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${DOSSIERS}#${id}`);
  await expect(page.locator(`article[id="${id}"]`)).toBeFocused();
});

test("a chart is one Tab stop again after a choice has drawn it anew", async ({ page }) => {
  await visit(page, DOSSIERS);
  await charts(page).locator(MARK).nth(3).focus();
  await page.getByRole("checkbox", { name: "BR-VT" }).uncheck();
  await expect(page).toHaveURL(/tinh=/);
  await expect(page.locator(`${MARK}[href*="#br-vt/"]`)).toHaveCount(0);
  const stops = await tabThrough(page);
  expect(stops.filter((stop) => stop >= 0)).toEqual([0]);
  const marks = await walk(page, charts(page));
  expect(marks.length).toBe(await charts(page).locator(MARK).count());
});

test("the small chart of a story is one Tab stop, too", async ({ page }) => {
  await visit(page, "loi-hua/");
  const story = page.locator(".t-promises details", { has: page.locator(".t-chart-end") }).first();
  await story.locator("summary").click();
  const marks = story.locator(`.t-chart ${MARK}`);
  await expect(marks.nth(1)).toBeVisible();
  await marks.first().focus();
  await page.keyboard.press("Tab");
  await expect(story.locator(`${MARK}:focus`)).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(marks.first()).toBeFocused();
});

test("marks that are hidden until the program has narrowed the page are passed", async ({ page }) => {
  // The program runs, but its data do not come, so the page stays as the address has narrowed it.
  const release = await hold(page, "**/bundles/**");
  await page.goto(`${DOSSIERS}?tinh=khanh-hoa,bac-lieu`);
  const mark = charts(page).locator(`${MARK}[href^="#khanh-hoa/"]`).first();
  await expect(async () => {
    await mark.blur();
    await mark.focus();
    await expect(page.locator(`${MARK}[tabindex="-1"]`)).not.toHaveCount(0, { timeout: 100 });
  }).toPass();
  const visited = new Set<string>();
  const visit = async () => visited.add(((await focusedMark(page).getAttribute("href")) ?? "").split("/")[0] ?? "");
  await page.keyboard.press("Home");
  await visit();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("ArrowRight");
    await visit();
  }
  expect([...visited].sort()).toEqual(["#bac-lieu", "#khanh-hoa"]);
  release();
});

test("before the program has come, a link skips the marks, and says so", async ({ page }) => {
  const release = await hold(page);
  await page.goto(DOSSIERS);
  const skip = page.locator(".t-chart-skip");
  await skip.focus();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await expect(page.locator(".t-chart-keys")).toBeHidden();
  await skip.press("Enter");
  await page.keyboard.press("Tab");
  await expect(focusedMark(page)).toHaveCount(0);
  release();
  await expect(skip).toBeHidden();
  await charts(page).locator(MARK).first().focus();
  await expect(page.locator(".t-chart-keys")).toHaveText(/Esc/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every mark can be reached, and a link skips them", async ({ page }) => {
    await page.goto("xep-hang/");
    const skip = page.locator(".t-chart-skip").first();
    await skip.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(charts(page).first().locator(MARK).nth(1)).toBeFocused();
    await skip.press("Enter");
    await page.keyboard.press("Tab");
    await expect(charts(page).first().locator(`${MARK}:focus`)).toHaveCount(0);
  });
});

/** What Chromium tells screen readers of everything in the charts. */
async function spokenInCharts(page: Page): Promise<{ role: string; name: string; description: string }[]> {
  const session = await page.context().newCDPSession(page);
  type Value = { value?: string };
  type Node = { nodeId: string; parentId?: string; ignored: boolean; role?: Value; name?: Value; description?: Value };
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const isInChart = (node: Node): boolean => {
    const parent = known.get(node.parentId ?? "");
    return node.role?.value === "group" || (parent !== undefined && isInChart(parent));
  };
  return nodes
    .filter((node) => !node.ignored && isInChart(node))
    .map(({ role, name, description }) => ({
      role: role?.value ?? "",
      name: name?.value ?? "",
      description: description?.value ?? "",
    }));
}

for (const language of LANGUAGES) {
  test(`a chart is spoken once, with a summary and its keys, in ${language}`, async ({ page }) => {
    for (const path of [DOSSIERS, "chi-tieu/dti-rank/", "xep-hang/", "loi-hua/"]) {
      await visit(page, addressOf(language, path));
      await expectAlive(page);
      const spoken = await spokenInCharts(page);
      const links = spoken.filter(({ role, name }) => role === "link" && name !== "");
      expect(links.length, path).toBeGreaterThan(5);
      expect(links.filter(({ description }) => description !== "")).toEqual([]);
      const named = spoken.filter(({ role, description }) => role === "group" && description !== "");
      expect(named.length, path).toBeGreaterThan(0);
      for (const { name, description } of named) {
        expect(name).not.toBe("");
        expect(description).not.toContain(name);
        // It counts what there is, and says with which keys to go through it.
        expect(description).toMatch(/\d/);
        expect(description).toMatch(language === "vi" ? /phím mũi tên/ : /arrow keys/);
      }
    }
  });
}

for (const scheme of ["light", "dark"] as const) {
  for (const forcedColors of ["none", "active"] as const) {
    test(`a focused mark has a ring in ${scheme} colors, forced: ${forcedColors}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, forcedColors });
      await visit(page, "loi-hua/");
      await page.keyboard.press("Tab");
      await charts(page).locator(MARK).first().focus();
      await page.keyboard.press("ArrowRight");
      const ring = await focusedMark(page).evaluate((mark) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(mark);
        const area = mark.querySelector("[pointer-events]");
        const { stroke, strokeWidth } = getComputedStyle(area ?? mark);
        const size = area?.getBoundingClientRect().width ?? 0;
        return { outlineStyle, outlineWidth: parseFloat(outlineWidth), stroke, strokeWidth: parseFloat(strokeWidth), size };
      });
      expect(ring.outlineStyle).toBe("solid");
      expect(ring.outlineWidth).toBeGreaterThanOrEqual(2);
      expect(ring.stroke).toMatch(/^rgb/);
      expect(ring.strokeWidth).toBeGreaterThanOrEqual(2);
      expect(ring.size).toBeGreaterThanOrEqual(20);
    });
  }
}
