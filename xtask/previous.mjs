// Keeps the files of the release before in the site that takes its place:
// node xtask/previous.mjs <folder or URL> <dist>, as `cargo xtask keep-previous` does.
//
// GitHub Pages replaces all files at once but lets browsers keep a page for ten minutes: such a page
// still asks for the program, the styles and the data of its own release. Their names change with their
// content, so they can lie beside the new ones. Only what the release before was made of is kept, and
// nothing that it had kept itself.

import { existsSync } from "node:fs";
import { lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** The file that names them. */
const LIST = "release.json";

/** Far above what a release has: a list beyond this is none of ours. */
const MOST_FILES = 20_000;
const MOST_BYTES = 20_000_000;

const N_AT_ONCE = 8;

/**
 * Puts the hashed files of the release published at `from`, a folder or a URL, into `dist`. That there is no
 * such release, or that it cannot be read, is said and stops nothing: it must not keep a new one from being
 * published. Only where `dist` cannot be written it fails.
 */
export async function keep(from, dist, say = console.log) {
  const isUrl = /^https?:\/\//.test(from);
  const read = (name) => (isUrl ? fetched(`${from.replace(/\/+$/, "")}/${name}`) : copied(path.join(from, name)));
  const list = await read(LIST);
  if (!list) {
    say(`no release before this one: ${from} has no ${LIST} that can be had`);
    return;
  }
  const named = namesIn(list.toString());
  if (!named) {
    say(`nothing of the release before is kept: its ${LIST} is not one of ours`);
    return;
  }
  for (const name of named.filter((name) => !isSafe(name))) {
    say(`  refused: ${JSON.stringify(name)} is no name of a hashed file`);
  }
  const safe = named.filter(isSafe);
  const missing = safe.filter((name) => !existsSync(path.join(dist, name)));
  const queue = missing.values();
  let nKept = 0;
  const next = async () => {
    for (const name of queue) {
      const bytes = await read(name);
      if (!bytes) {
        say(`  not there: ${name}`);
        continue;
      }
      const target = path.join(dist, name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, bytes);
      nKept += 1;
    }
  };
  await Promise.all(Array.from({ length: N_AT_ONCE }, next));
  say(
    `kept ${nKept} of the ${safe.length} files that the release before was made of; ` +
      `${safe.length - missing.length} are in this one, too`,
  );
}

/** A file's bytes; undefined for what is none, a link among them, which could lead anywhere. */
async function copied(file) {
  const isFile = (await lstat(file).catch(() => undefined))?.isFile();
  return isFile ? readFile(file).catch(() => undefined) : undefined;
}

/** What is at a URL; undefined where it cannot be had. What may pass by itself is waited for. */
async function fetched(url, nTries = 3) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    // Nobody on the way may say what is published.
    const isSafe = !response.redirected || response.url.startsWith("https://");
    const length = Number(response.headers.get("content-length"));
    if (response.ok && isSafe && length <= MOST_BYTES) return Buffer.from(await response.arrayBuffer());
    if (response.status < 500) return undefined;
  } catch {
    // No network, or none for long.
  }
  return nTries > 1 ? fetched(url, nTries - 1) : undefined;
}

/** The names in the list; undefined for a text that is none. */
function namesIn(text) {
  try {
    const { files } = JSON.parse(text);
    const isList = Array.isArray(files) && files.every((name) => typeof name === "string");
    return isList && files.length <= MOST_FILES ? files : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a name is that of a hashed file below the site's root, and can lead nowhere else. As in
 * `src/prerender/release.rs`, but stricter: what comes from elsewhere is not trusted.
 */
export function isSafe(name) {
  const isPlain = name.split("/").every((segment) => /^[\w-][\w.-]*$/.test(segment));
  const asset = /^[^/.]*-[0-9a-f]{8,}(_bg)?\.(js|wasm|css|svg|png|ico|woff2)$/i;
  return isPlain && (asset.test(name) || /^v\/[0-9a-f]{8,}\/.*\.json$/i.test(name));
}

if (path.basename(process.argv[1]) === "previous.mjs") {
  await keep(process.argv[2], process.argv[3]);
}
