import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

import { packedFolder } from "./packed.mjs";

test("files are compressed under their own names, and older files are removed", async () => {
  const top = await mkdtemp(path.join(tmpdir(), "tinhso-packed-"));
  try {
    const [from, to] = [path.join(top, "from"), path.join(top, "to")];
    await mkdir(path.join(from, "a/b"), { recursive: true });
    await mkdir(to);
    await writeFile(path.join(from, "a/b/x.wasm"), "text");
    await writeFile(path.join(to, "older"), "");
    assert.equal(await packedFolder(from, to), to);
    assert.deepEqual(await readdir(to), ["a"]);
    assert.equal(gunzipSync(await readFile(path.join(to, "a/b/x.wasm"))).toString(), "text");
  } finally {
    await rm(top, { recursive: true });
  }
});
