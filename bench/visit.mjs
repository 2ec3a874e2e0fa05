// The first visit: what it loads, what Lighthouse says, when the chart is there.

import { chromium } from "@playwright/test";

import { defaultSettings, launch, lighthouse } from "./peers/lighthouse.mjs";
import { ANSWERS, CHECKBOX, VISIBLE, watching } from "./watch.mjs";

const FLAGS = ["--no-first-run", "--no-pings"];
// Chromium's sandbox does not work for root, who runs this in a container.
if (process.getuid?.() === 0) FLAGS.push("--no-sandbox");

export const open = (executablePath) => chromium.launch({ executablePath, args: FLAGS });

/** A page in a browser of its own, with nothing kept from before. */
export async function inFreshBrowser(executablePath, options, work) {
  const browser = await open(executablePath);
  try {
    const page = await (await browser.newContext(options)).newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.addInitScript(...watching);
    const result = await work(page, browser);
    // A page with errors may well be the faster one.
    if (errors.length > 0) throw errors[0];
    return result;
  } finally {
    await browser.close();
  }
}

/**
 * Everything that pages load, one after the other, as the server sent it: paths and gzip bytes, without
 * headers.
 */
export async function loaded(executablePath, server, urls) {
  server.sent();
  const icon = await inFreshBrowser(executablePath, {}, async (page) => {
    for (const url of urls) await page.goto(url, { waitUntil: "networkidle" });
    return page.evaluate(() => document.querySelector("link[rel=icon]")?.href ?? "");
  });
  const sent = server.sent();
  // Some browsers without a window do not ask for the icon; those of readers do.
  if (icon.startsWith("http") && !sent.some(({ path }) => icon.endsWith(path))) {
    await (await fetch(icon)).arrayBuffer();
    sent.push(...server.sent());
  }
  const missing = sent.filter(({ isMissing }) => isMissing).map(({ path }) => path);
  if (missing.length > 0) throw new Error(`${urls.join(", ")} asked for what is not there: ${missing.join(", ")}`);
  return sent.sort((a, b) => b.bytes - a.bytes);
}

/** What Lighthouse judges beside speed, by its names for them. */
const JUDGED = ["accessibility", "best-practices", "seo"];

/**
 * Lighthouse for phones with its own throttling, in milliseconds (`cls` has no unit; scores are of 100). Only
 * where `isJudged` is more than speed looked at.
 */
export async function audited(executablePath, url, isJudged = false) {
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: ["--headless=new", ...FLAGS],
    logLevel: "silent",
  });
  try {
    const { lhr } = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: ["performance", ...(isJudged ? JUDGED : [])],
      disableFullPageScreenshot: true,
      logLevel: "silent",
    });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const value = (audit) => lhr.audits[audit].numericValue;
    const scores = Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round(score * 100)]);
    return {
      fcp: value("first-contentful-paint"),
      lcp: value("largest-contentful-paint"),
      tbt: value("total-blocking-time"),
      cls: value("cumulative-layout-shift"),
      tti: value("interactive"),
      ...Object.fromEntries(scores),
    };
  } finally {
    chrome.kill();
  }
}

/**
 * When the chart is on screen and when it answers, in milliseconds, on the phone and network that
 * Lighthouse assumes, slowed down by the browser itself (Lighthouse's method `devtools`).
 */
export async function seen(executablePath, url) {
  const { throttling, screenEmulation } = defaultSettings;
  const options = {
    viewport: { width: screenEmulation.width, height: screenEmulation.height },
    deviceScaleFactor: screenEmulation.deviceScaleFactor,
    isMobile: true,
    hasTouch: true,
  };
  return inFreshBrowser(executablePath, options, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: throttling.requestLatencyMs,
      downloadThroughput: (throttling.downloadThroughputKbps * 1024) / 8,
      uploadThroughput: (throttling.uploadThroughputKbps * 1024) / 8,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttling.cpuSlowdownMultiplier });
    await page.goto(url);
    const marks = [VISIBLE, ANSWERS];
    const isMarked = (names) => names.every((name) => performance.getEntriesByName(name).length > 0);
    await page.waitForFunction(isMarked, marks, { polling: 100, timeout: 120_000 });
    return page.evaluate(([visible, answers]) => {
      const at = (name) => performance.getEntriesByName(name)[0].startTime;
      return { visible: at(visible), answers: at(answers) };
    }, marks);
  });
}

/**
 * The words of the labels of the chart on screen, sorted: with all provinces, and without the first. In
 * which lines they stand is each chart's own.
 */
export async function labels(executablePath, url) {
  return inFreshBrowser(executablePath, { viewport: { width: 1280, height: 1400 } }, async (page) => {
    await page.goto(url, { waitUntil: "networkidle" });
    await page.waitForSelector(CHECKBOX);
    const texts = () =>
      page.evaluate(() => {
        const height = (svg) => svg.getBoundingClientRect().height;
        const charts = [...document.querySelectorAll("svg")].filter((svg) => height(svg) >= 200);
        return charts
          .flatMap((svg) => [...svg.querySelectorAll("text")])
          .flatMap(({ textContent }) => textContent.trim().split(/\s+/))
          .filter((word) => word !== "")
          .sort();
      });
    const all = await texts();
    await page.locator(CHECKBOX).first().click();
    await page.waitForTimeout(500);
    return [...all, "—", ...(await texts())];
  });
}
