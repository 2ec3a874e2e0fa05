// The page on a small phone, on a desktop screen, on paper, and with settings for readers who need other colors or
// less motion.

import { expect, test, visit } from "./fixtures";
import { sidewaysOverflow } from "./page";
import { DOSSIERS } from "./site";

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

test("nothing moves or scrolls smoothly for readers who want less motion", async ({ page }) => {
  const scrolling = () =>
    page.locator("html").evaluate((root) => getComputedStyle(root).scrollBehavior);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page, DOSSIERS);
  expect(await scrolling()).toBe("auto");
  const moving = await page
    .locator("body *")
    .evaluateAll((elements) =>
      elements
        .filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0)
        .map((element) => element.tagName),
    );
  expect(moving).toEqual([]);
});
