// Copies files of the previous release into the new site:
// node xtask/previous.mjs <folder or URL> <dist>, as `cargo xtask keep-previous` does.
//
// GitHub Pages replaces all files at once, but browsers may keep a page for ten minutes. Such a page still
// loads the program, the styles and the data of its own release. The names of these files contain a hash of
// their content, so old and new files can be in the same folder. Only the previous release's own files are
// copied, not those it had copied from the release before it.

import { existsSync } from "node:fs";
import { lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** The file in which a release lists its hashed files. */
const LIST = "release.json";

/** Limits far above the size of any release. A longer list or a larger file is not from this project. */
const MAX_FILES = 20_000;
const MAX_BYTES = 20_000_000;

const N_PARALLEL = 8;

/**
 * Copies the hashed files of the release published at `from`, a folder or a URL, into `dist`. If there is no
 * such release, or it cannot be read, this only prints so: the new release must be published anyway. It fails
 * only if it cannot write to `dist`.
 */
export async function keep(from, dist, say = console.log) {
  const isUrl = /^https?:\/\//.test(from);
  const read = (name) =>
    isUrl ? fetchFile(`${from.replace(/\/+$/, "")}/${name}`) : readRegularFile(path.join(from, name));
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
  const copyFromQueue = async () => {
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
  await Promise.all(Array.from({ length: N_PARALLEL }, copyFromQueue));
  say(
    `kept ${nKept} of the ${safe.length} files that the release before was made of; ` +
      `${safe.length - missing.length} are in this one, too`,
  );
}

/** Reads a file; undefined if it is not a regular file. Links are refused, because they could lead anywhere. */
async function readRegularFile(file) {
  const isFile = (await lstat(file).catch(() => undefined))?.isFile();
  return isFile ? readFile(file).catch(() => undefined) : undefined;
}

/** Loads a URL; undefined if that fails. Tries again after network errors and errors of the server. */
async function fetchFile(url, nTries = 3) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    // Refuse a redirect to an unencrypted address: anyone on the network could change the answer.
    const isSafe = !response.redirected || response.url.startsWith("https://");
    const length = Number(response.headers.get("content-length"));
    if (response.ok && isSafe && length <= MAX_BYTES) return Buffer.from(await response.arrayBuffer());
    if (response.status < 500) return undefined;
  } catch {
    // A network error or a timeout: try again below.
  }
  return nTries > 1 ? fetchFile(url, nTries - 1) : undefined;
}

/** Reads the names in a list; undefined if the text is not a valid list. */
function namesIn(text) {
  try {
    const { files } = JSON.parse(text);
    const isList = Array.isArray(files) && files.every((name) => typeof name === "string");
    return isList && files.length <= MAX_FILES ? files : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a name is that of a hashed file inside the site and cannot lead outside it. This is like the check
 * in `src/prerender/release.rs`, but stricter, because the list comes from outside and is not trusted.
 */
export function isSafe(name) {
  const isPlain = name.split("/").every((segment) => /^[\w-][\w.-]*$/.test(segment));
  const asset = /^[^/.]*-[0-9a-f]{8,}(_bg)?\.(js|wasm|css|svg|png|ico|woff2)$/i;
  return isPlain && (asset.test(name) || /^v\/[0-9a-f]{8,}\/.*\.json$/i.test(name));
}

if (path.basename(process.argv[1]) === "previous.mjs") {
  await keep(process.argv[2], process.argv[3]);
}
