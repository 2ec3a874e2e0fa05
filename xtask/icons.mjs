// Draws the PNG icons of an installed site from public/icons/icon.svg: node xtask/icons.mjs.
//
// Run it after a change of that file, look at what it made, and commit that: icons change so seldom
// that a build does not wait for a browser to draw them. TINHSO_CHROMIUM names the browser; empty means
// the one that Playwright installed itself.

import { readFile } from "node:fs/promises";
import { env, getuid } from "node:process";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

const FOLDER = new URL("../public/icons/", import.meta.url);

/** The ground of the icon, to its edges: systems that cut icons to a shape of their own need it. */
const GROUND = "#1b1d1f";

/**
 * `scale` is the part of the picture's width that the drawing takes. A maskable icon may be cut to the
 * circle in its middle, four fifths as wide; the corners of the drawing hold nothing.
 */
const ICONS = [
  { name: "icon-192.png", size: 192, scale: 1, isFilled: false },
  { name: "icon-512.png", size: 512, scale: 1, isFilled: false },
  { name: "maskable-512.png", size: 512, scale: 0.8, isFilled: true },
  // iOS rounds the corners itself and shows black where an icon is clear.
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
    const ground = isFilled ? `background: ${GROUND}` : "";
    await page.setContent(
      `<body style="margin: 0; block-size: 100vh; display: grid; place-items: center; ${ground}">
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
