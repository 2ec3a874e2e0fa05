// Draws the PNG icons of an installed site from public/icons/icon.svg: node xtask/icons.mjs.
//
// Run it after changing that file, look at the new icons, and commit them. They change so rarely that the
// build does not draw them each time. TINHSO_CHROMIUM names the browser; if it is empty, the one that
// Playwright installed is used.

import { readFile } from "node:fs/promises";
import { env, getuid } from "node:process";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

const FOLDER = new URL("../public/icons/", import.meta.url);

/** The background color, up to the edges of the icon: some systems cut icons to a shape of their own. */
const BACKGROUND = "#1b1d1f";

/**
 * `scale` is the width of the drawing as a part of the icon's width. A system may cut a maskable icon to a
 * circle in its middle that is four fifths as wide. The corners of the drawing are empty, so it fits in there.
 */
const ICONS = [
  { name: "icon-192.png", size: 192, scale: 1, isFilled: false },
  { name: "icon-512.png", size: 512, scale: 1, isFilled: false },
  { name: "maskable-512.png", size: 512, scale: 0.8, isFilled: true },
  // iOS rounds the corners itself and shows transparent parts as black.
  { name: "apple-touch-icon.png", size: 180, scale: 1, isFilled: true },
];

const svg = (await readFile(new URL("icon.svg", FOLDER))).toString("base64");
const browser = await chromium.launch({
  executablePath: env.TINHSO_CHROMIUM || undefined,
  args: getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  for (const { name, size, scale, isFilled } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const background = isFilled ? `background: ${BACKGROUND}` : "";
    await page.setContent(
      `<body style="margin: 0; block-size: 100vh; display: grid; place-items: center; ${background}">
       <img style="inline-size: ${size * scale}px" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.locator("img").evaluate((image) => image.decode());
    const path = fileURLToPath(new URL(name, FOLDER));
    await page.screenshot({ path, omitBackground: true });
    await page.close();
    console.log(path);
  }
} finally {
  await browser.close();
}
