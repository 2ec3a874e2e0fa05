// Measures the first visit to a page: the files it loads, the results of Lighthouse, and when the chart shows.

import { chromium } from "@playwright/test";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { defaultSettings } from "lighthouse/core/config/constants.js";

import { ANSWERS, CHECKBOX, VISIBLE, watchScript } from "./watch.mjs";

const FLAGS = ["--no-first-run", "--no-pings"];
// Chromium's sandbox does not work for the root user, as in a container.
if (process.getuid?.() === 0) FLAGS.push("--no-sandbox");

export const openBrowser = (executablePath) => chromium.launch({ executablePath, args: FLAGS });

/** Runs `work` with a page in a new browser, which has nothing cached. */
export async function inFreshBrowser(executablePath, options, work) {
  const browser = await openBrowser(executablePath);
  try {
    const page = await (await browser.newContext(options)).newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.addInitScript(...watchScript);
    const result = await work(page, browser);
    // A page with errors must fail here, because it may be faster than a correct one.
    if (errors.length > 0) throw errors[0];
    return result;
  } finally {
    await browser.close();
  }
}

/**
 * Opens pages one after the other and returns all files that they load: their paths, and their bytes in gzip
 * without headers.
 */
export async function filesLoaded(executablePath, server, urls) {
  server.sent();
  const icon = await inFreshBrowser(executablePath, {}, async (page) => {
    for (const url of urls) await page.goto(url, { waitUntil: "networkidle" });
    return page.evaluate(() => document.querySelector("link[rel=icon]")?.href ?? "");
  });
  const sent = server.sent();
  // Some headless browsers do not load the icon, but the browsers of readers do, so count it.
  if (icon.startsWith("http") && !sent.some(({ path }) => icon.endsWith(path))) {
    await (await fetch(icon)).arrayBuffer();
    sent.push(...server.sent());
  }
  const missing = sent.filter(({ isMissing }) => isMissing).map(({ path }) => path);
  if (missing.length > 0) throw new Error(`${urls.join(", ")} asked for what is not there: ${missing.join(", ")}`);
  return sent.sort((a, b) => b.bytes - a.bytes);
}

/** The categories that Lighthouse scores in addition to speed, by its own names. */
const SCORED = ["accessibility", "best-practices", "seo"];

/**
 * Runs Lighthouse for phones with its own throttling. Times are in milliseconds, `cls` has no unit, and scores
 * are 0 to 100. Categories other than speed are only included if `withScores` is true.
 */
export async function audit(executablePath, url, withScores = false) {
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: ["--headless=new", ...FLAGS],
    logLevel: "silent",
  });
  try {
    const { lhr } = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: ["performance", ...(withScores ? SCORED : [])],
      disableFullPageScreenshot: true,
      logLevel: "silent",
    });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const value = (id) => lhr.audits[id].numericValue;
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
 * Measures when the chart is on screen and when it reacts to choices, in milliseconds. The browser itself
 * simulates the slow phone and network that Lighthouse assumes (its method `devtools`).
 */
export async function timesOnPhone(executablePath, url) {
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
 * The words of the labels in the chart, sorted: first with all provinces, then without the first one. They are
 * split into words, because each library breaks lines differently.
 */
export async function chartLabels(executablePath, url) {
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
