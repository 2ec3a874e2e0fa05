// Makes the pages of the peers, the chart libraries the site is compared with: an HTML file and a minified
// script for each.

import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { build } from "esbuild";

/** The compare page that is measured. */
export const TOPIC = "so-sanh/online-dossiers/";

/** The pages of a visit to five pages, one of each kind, as in the size budget of `cargo xtask test`. */
export const VISIT = ["", TOPIC, "loi-hua/", "xep-hang/", "tinh/br-vt/"];

/** For each peer its folder under bench/peers, its name and its npm package. */
export const PEERS = [
  { id: "plot", name: "Observable Plot", package: "@observablehq/plot" },
  { id: "echarts", name: "Apache ECharts", package: "echarts" },
  { id: "vega", name: "Vega-Lite", package: "vega-lite" },
  { id: "highcharts", name: "Highcharts", package: "highcharts" },
];

/** Writes `<out>/<peer>/index.html` and its script for each peer. The pages are served under `/peers/`. */
export async function bundlePeers({ source, dist, base, out }) {
  // Our page names its bundle of data, which the peers load, too.
  const own = await readFile(path.join(dist, TOPIC, "index.html"), "utf8");
  const bundle = /<div id="app"[^>]* data-bundle="([^"]+)"/.exec(own)?.[1];
  if (!bundle) throw new Error(`${TOPIC} names no bundle of data by data-bundle: bundle.mjs looks for one`);
  const data = `${base}${bundle}`;
  const preload = `<link rel="preload" href="${data}" as="fetch" crossorigin>`;
  const shell = await readFile(path.join(source, "shared/shell.html"), "utf8");
  await rm(out, { recursive: true, force: true });
  for (const { id } of PEERS) {
    const { outputFiles } = await build({
      entryPoints: [path.join(source, id, "main.js")],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      legalComments: "none",
      define: { DATA_BUNDLE: JSON.stringify(data), "process.env.NODE_ENV": '"production"' },
      logLevel: "warning",
      write: false,
    });
    const code = outputFiles[0].contents;
    const sum = createHash("sha256").update(code).digest("hex").slice(0, 8);
    const script = `main-${sum}.js`;
    const page = shell.replace("{{script}}", script).replace("{{preload}}", preload);
    await mkdir(path.join(out, id), { recursive: true });
    await writeFile(path.join(out, id, script), code);
    await writeFile(path.join(out, id, "index.html"), page);
  }
}
