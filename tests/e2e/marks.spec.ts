// The marks of the states of a promise are told apart by their form: in every province's shape, as small as in a line of
// small text, with any colors.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { expect, test, visit } from "./fixtures";
import { ROOT } from "./releases";

/** The marks as the charts' own tests have recorded them: every form in one look, then every form in the next. */
const MARKS = readFileSync(join(ROOT, "tests/snapshots/chart/glyphs.snap"), "utf8").match(/<svg .*?<\/svg>/gs) ?? [];

const N_FORMS = 11;

/** The width and height of what is drawn for a mark of 8 pixels: a mark is 12 of the 16 units of its `viewBox`. */
const SIZE = (8 * 16) / 12;

/** The room for each mark, in pixels. */
const CELL = 12;

/** Shows all marks in rows of one look each, and returns the brightness of each pixel of each mark, from 0 to 255. */
async function brightness(page: Page): Promise<number[][]> {
  await page.evaluate(
    ({ marks, nForms, size, cell }) => {
      const sheet = document.createElement("div");
      sheet.id = "sheet";
      sheet.style.cssText = `position: fixed; inset: 0 auto auto 0; z-index: 9; display: grid; background: Canvas;
        grid: auto-flow ${cell}px / repeat(${nForms}, ${cell}px); --size: ${size}px`;
      sheet.innerHTML = marks.join("");
      for (const mark of sheet.children) {
        (mark as SVGElement).style.cssText = `inline-size: ${size}px; block-size: ${size}px; margin: 0`;
      }
      document.body.append(sheet);
    },
    { marks: MARKS, nForms: N_FORMS, size: SIZE, cell: CELL },
  );
  const picture = (await page.locator("#sheet").screenshot()).toString("base64");
  return page.evaluate(
    async ({ picture, n, nForms, cell }) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      return Array.from({ length: n }, (_, index) => {
        const [left, top] = [(index % nForms) * cell, Math.floor(index / nForms) * cell];
        const { data } = context?.getImageData(left, top, cell, cell) ?? { data: new Uint8ClampedArray() };
        return Array.from({ length: data.length / 4 }, (_, pixel) => {
          const [red = 0, green = 0, blue = 0] = data.subarray(4 * pixel);
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        });
      });
    },
    { picture, n: MARKS.length, nForms: N_FORMS, cell: CELL },
  );
}

/** How many full pixels, black against white, two marks of the same look differ by. */
const difference = (one: number[], other: number[], contrast: number) =>
  one.reduce((sum, value, pixel) => sum + Math.abs(value - (other[pixel] ?? 0)), 0) / contrast;

for (const { name, media } of [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced light", media: { colorScheme: "light", forcedColors: "active" } },
  { name: "forced dark", media: { colorScheme: "dark", forcedColors: "active" } },
] as const) {
  test(`every state has a form of its own at 8 pixels, in ${name} colors`, async ({ page }) => {
    expect(MARKS.length % N_FORMS).toBe(0);
    expect(MARKS.length).toBeGreaterThan(N_FORMS);
    await page.emulateMedia(media);
    await visit(page, "phuong-phap/");
    const marks = await brightness(page);
    const alike: string[] = [];
    for (let look = 0; look < MARKS.length / N_FORMS; look += 1) {
      const forms = marks.slice(look * N_FORMS, (look + 1) * N_FORMS);
      const all = forms.flat();
      const contrast = Math.max(...all) - Math.min(...all);
      forms.forEach((one, first) =>
        forms.slice(first + 1).forEach((other, distance) => {
          const pixels = difference(one, other, contrast);
          // A dot of two by two pixels.
          if (pixels < 3.5) alike.push(`look ${look}: forms ${first} and ${first + 1 + distance}: ${pixels.toFixed(1)}`);
        }),
      );
    }
    expect(alike).toEqual([]);
  });
}
