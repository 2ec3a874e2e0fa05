// The page on a small phone, on a desktop screen, on paper, and with settings for readers who need other colors or
// less motion.

import type { Locator, Page } from "@playwright/test";

import { COLORS } from "./a11y";
import { expect, test, visit } from "./fixtures";
import { sidewaysOverflow } from "./page";
import { DOSSIERS, PAGES } from "./site";

for (const concept of ["online-services", "ecommerce-sellers", "dti-rank"]) {
  test(`the chart of ${concept} fits on a small phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, `so-sanh/${concept}/`);
    expect(await sidewaysOverflow(page)).toEqual({ by: 0, what: [] });
    const outside = await page.locator(".t-chart--narrow text").evaluateAll((texts) =>
      texts
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.left < 0 || box.right > document.documentElement.clientWidth)
        .map(({ text }) => text),
    );
    expect(outside).toEqual([]);
  });
}

for (const { device, width, isWide } of [
  { device: "small phone", width: 320, isWide: false },
  { device: "phone", width: 412, isWide: false },
  { device: "desktop screen", width: 1280, isWide: true },
]) {
  test(`the chart has the layout for a ${device}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, DOSSIERS);
    const [wide, narrow] = [page.locator(".tso-chart--wide"), page.locator(".tso-chart--narrow")];
    await expect(isWide ? wide : narrow).toBeVisible();
    await expect(isWide ? narrow : wide).toBeHidden();

    // The size of the smallest text on the screen: its size in the chart times the scale of the chart.
    const smallest = await (isWide ? wide : narrow).evaluate((chart) => {
      const svg = chart as SVGSVGElement;
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const sizes = [...svg.querySelectorAll("text")].map((text) =>
        parseFloat(getComputedStyle(text).fontSize),
      );
      return Math.min(...sizes) * scale;
    });
    expect(smallest).toBeGreaterThanOrEqual(11);
  });
}

test("a printed page has the figures but not the controls", async ({ page }) => {
  await visit(page, DOSSIERS);
  const controls = page.locator("form, header nav, .t-skip, button").locator("visible=true");
  await expect(controls).not.toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(controls).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("figure").locator("svg").locator("visible=true")).toHaveCount(1);
  await expect(page.getByRole("table")).toBeVisible();
  // A printed link to a source is followed by its address.
  const printed = await page
    .locator("a[rel~=external]")
    .first()
    .evaluate((link) => [getComputedStyle(link, "::after").content, link.getAttribute("href")]);
  expect(printed[0]).toContain(printed[1]);
});

test("a page in dark colors is printed in light colors", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await visit(page, DOSSIERS);
  const background = () => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await background()).not.toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await background()).toBe("rgb(255, 255, 255)");
});

test("with forced colors the marks of targets stay hollow and labels stay readable", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await visit(page, DOSSIERS);
  const chart = page.getByRole("figure").locator("svg").locator("visible=true");
  const shapeOf = (id: string) =>
    chart
      .locator(`a[href="#${id}"] > circle`)
      .last()
      .evaluate((shape) => getComputedStyle(shape).fill);
  const result = await shapeOf("br-vt/online-dossiers-remote/result/2023");
  const target = await shapeOf("br-vt/online-dossiers-remote/target/undated");
  const background = await page
    .locator("body")
    .evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(result).not.toBe(background);
  expect(target).not.toBe(result);
  // The outline of a label must have the color of the background, or else it would cover the letters.
  const outlines = await chart
    .locator("text[paint-order=stroke]")
    .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).stroke));
  expect(outlines).not.toEqual([]);
  expect(outlines.filter((outline) => outline !== background)).toEqual([]);
});

for (const { what, address, selector } of [
  { what: "a card", address: `${DOSSIERS}#khanh-hoa/online-dossiers/result/2020`, selector: ".t-card:target" },
  { what: "a story", address: "loi-hua/#br-vt/dti-rank/target/2025", selector: ".t-promises details:target" },
  { what: "a row of the ranking", address: "xep-hang/#da-nang/dti-rank/result/2022", selector: ".t-ranking tr:target" },
  { what: "an earlier figure", address: "tinh/da-nang/#da-nang/dti-rank/result/2022", selector: ".t-earlier li:target" },
  { what: "a source", address: "nguon/#baokh-dti-2025", selector: ".t-source:target" },
]) {
  test(`with forced colors an outline shows ${what} that a link has led to`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(address);
    const { style, color, background } = await page.locator(selector).evaluate((target) => ({
      style: getComputedStyle(target).outlineStyle,
      color: getComputedStyle(target).outlineColor,
      background: getComputedStyle(document.body).backgroundColor,
    }));
    expect(style).toBe("solid");
    expect(color).not.toMatch(/^rgba\(.*, 0\)$/);
    expect(color).not.toBe(background);
  });
}

test("with forced colors marks, glyphs and the lines of axes stand out from the background on every page", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.route("**/*.wasm", () => {});
  for (const { name, address } of PAGES) {
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const unseen = await page.evaluate(() => {
      const background = getComputedStyle(document.body).backgroundColor;
      const isSeen = (color: string) => color !== "none" && color !== background;
      const shapes = document.querySelectorAll(":is(.tso-mark, .t-glyph, .tso-form), .tso-chart > :is(line, path, polyline)");
      return [...shapes]
        .filter((shape) => {
          const parts = shape.children.length > 0 ? [...shape.querySelectorAll("*")] : [shape];
          return !parts.some((part) => isSeen(getComputedStyle(part).fill) || isSeen(getComputedStyle(part).stroke));
        })
        .map((shape) => shape.outerHTML.slice(0, 200));
    });
    expect(unseen, name).toEqual([]);
  }
});

for (const { colors, media } of [
  ...COLORS,
  { colors: "dark forced", media: { colorScheme: "dark", forcedColors: "active" } } as const,
]) {
  test(`the focus and a tick can be seen on every control, in ${colors} colors`, async ({ page }) => {
    await page.emulateMedia(media);
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit(page, DOSSIERS);
    // What has the focus by a key shows it.
    await page.keyboard.press("Tab");
    for (const selector of ["header a[href]", "#main a[href]", "main select", "main input", "main button"]) {
      const control = page.locator(selector).locator("visible=true").first();
      await control.scrollIntoViewIfNeeded();
      await control.evaluate((element: HTMLElement) => element.blur());
      const before = await picture(page, control);
      await control.focus();
      const after = await picture(page, control);
      // A line around it is more than the caret in a field.
      expect(await differentPixels(page, before, after), selector).toBeGreaterThan(100);
    }
    const box = page.locator("input[name=tinh][value=br-vt]");
    await box.focus();
    const ticked = await picture(page, box);
    await page.keyboard.press("Space");
    await expect(box).not.toBeChecked();
    expect(await differentPixels(page, ticked, await picture(page, box)), "the tick").toBeGreaterThan(20);
  });
}

/** What is seen of an element and of eight pixels around it. */
async function picture(page: Page, element: Locator): Promise<string> {
  const box = await element.boundingBox();
  if (!box) throw new Error("nothing is seen of the element");
  const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
  return (await page.screenshot({ clip, caret: "hide" })).toString("base64");
}

/** In how many pixels two pictures of the same size differ clearly. */
async function differentPixels(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(async (pictures) => {
    const [first, second] = await Promise.all(
      pictures.map(async (picture) => {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        context?.drawImage(bitmap, 0, 0);
        return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
      }),
    );
    let pixels = 0;
    for (let at = 0; at < (first?.length ?? 0); at += 4) {
      const distance = [0, 1, 2].map((part) => Math.abs((first?.[at + part] ?? 0) - (second?.[at + part] ?? 0)));
      if (Math.max(...distance) > 80) pixels += 1;
    }
    return pixels;
  }, [one, other]);
}

test("nothing moves or scrolls smoothly for readers who want less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.route("**/*.wasm", () => {});
  for (const { name, address } of PAGES) {
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const moving = await page.locator("html, html *").evaluateAll((elements) =>
      elements
        .filter((element) => {
          const { scrollBehavior, transitionDuration, animationName } = getComputedStyle(element);
          return scrollBehavior !== "auto" || parseFloat(transitionDuration) > 0 || animationName !== "none";
        })
        .map((element) => element.tagName),
    );
    expect(moving, name).toEqual([]);
  }
});
