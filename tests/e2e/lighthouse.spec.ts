// Lighthouse gives each kind of page full marks for accessibility and best practices, and for SEO where search engines
// may list it. How fast pages are is measured by `cargo xtask bench`, because times are never the same.

import { test as base, expect } from "@playwright/test";

import { listen } from "../../xtask/serve.cjs";
import { ALL_PAGES, KINDS } from "./site";

/** The pages that Lighthouse looks at: one language is enough, because both have the same elements. */
const LOOKED_AT = ALL_PAGES.filter(
  // It refuses to look at an answer of status 404; axe checks that page.
  ({ language, kind }) => language === "vi" && kind !== "not found",
);

/** The site that `cargo xtask test` or `cargo xtask serve` serves. */
const SERVED = new URL(process.env.BASE_URL ?? "http://127.0.0.1:8080/tinhso/");

type Visit = {
  /** The port at which Lighthouse finds the browser. */
  port: number;
  /** The address of the site as it is published. */
  site: string;
};

const test = base.extend<object, { visit: Visit }>({
  visit: [
    async ({ playwright, launchOptions }, use) => {
      const published = await publish();
      const port = await freePort();
      const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      await use({ port, site: published.origin + SERVED.pathname });
      await browser.close();
      await published.close();
    },
    { scope: "worker" },
  ],
});

/**
 * Serves the site as it is published: its links for search engines are whole URLs, as the build writes them when
 * `TINHSO_ORIGIN` tells it the origin (tests/pages/head.rs).
 */
async function publish() {
  const published = await listen(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? "", SERVED), { redirect: "manual" });
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type") ?? "";
    const links = /(<link rel="(?:canonical|alternate)"[^>]* href=")(?=\/)/g;
    const sent = type.startsWith("text/html") ? body.toString().replace(links, `$1${published.origin}`) : body;
    response.writeHead(answer.status, { "Content-Type": type }).end(sent);
  });
  return published;
}

async function freePort(): Promise<number> {
  const server = await listen(() => {});
  await server.close();
  return server.port;
}

// It takes long for a page with thousands of elements.
test.slow();

for (const { kind, address } of LOOKED_AT) {
  test(`Lighthouse finds nothing to mend: ${kind}`, async ({ visit: { port, site } }) => {
    // A module that only `import` can load.
    const { default: lighthouse } = await import("lighthouse");
    const isListed = KINDS.some((listed) => listed.kind === kind);
    const result = await lighthouse(new URL(address, site).href, {
      port,
      onlyCategories: ["accessibility", "best-practices", ...(isListed ? ["seo"] : [])],
      disableFullPageScreenshot: true,
      throttlingMethod: "provided",
      logLevel: "silent",
    });
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? "Lighthouse gave no result");
    const { categories, audits } = result.lhr;
    const faults = Object.values(audits).filter(({ score, scoreDisplayMode }) => score === 0 || scoreDisplayMode === "error");
    const counted = new Set(
      Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)),
    );
    // What is at fault is named first, because a number says little.
    expect(faults.filter(({ id }) => counted.has(id)).map(({ id, title }) => `${id}: ${title}`)).toEqual([]);
    const scores = Object.values(categories).map(({ id, score }) => `${id} ${score}`);
    expect(scores).toEqual(["accessibility 1", "best-practices 1", ...(isListed ? ["seo 1"] : [])]);
  });
}
