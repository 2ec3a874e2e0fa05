// A folder as a host keeps it: every file packed by itself, before anybody asks for it.

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** The bytes of a file as they are sent, at the level that `cargo xtask test` counts with. */
export const packed = (bytes) => gzipSync(bytes, { level: 9 });

/** The headers that files of such a folder are sent with, beside one that says how long they may be kept. */
export const PACKED = { "Content-Encoding": "gzip", Vary: "Accept-Encoding" };

/** Writes the files of one folder, packed and with the names they have, into another, and names that. */
export async function packedFolder(from, to) {
  await rm(to, { recursive: true, force: true });
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const target = path.join(to, path.relative(from, file));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, packed(await readFile(file)));
  }
  return to;
}
