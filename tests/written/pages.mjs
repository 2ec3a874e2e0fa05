// Reads the pages that `cargo xtask build` has written.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** All written pages: the path of each below `dist`, and its text. */
export function pages() {
  const files = readdirSync(DIST, { recursive: true }).filter((path) => path.endsWith(".html"));
  if (files.length === 0) throw new Error(`${DIST}: found no page; run \`cargo xtask build\``);
  return files.sort().map((path) => ({ path, html: readFileSync(join(DIST, path), "utf8") }));
}
