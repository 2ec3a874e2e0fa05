// Compresses a folder before it is served, each file by itself, as a host would.

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** Compresses the bytes of a file, at the same level as the size budget of `cargo xtask test`. */
export const packed = (bytes) => gzipSync(bytes, { level: 9 });

/** The headers to serve such a folder with. The header on caching is not among them. */
export const PACKED = { "Content-Encoding": "gzip", Vary: "Accept-Encoding" };

/** Compresses the files of one folder into another, under the same names. Returns the other folder. */
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
