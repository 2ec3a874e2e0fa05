import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";

import { isSafe, keep } from "./previous.mjs";
import { serve } from "./serve.cjs";

let top;
let old;
let dist;

/** Writes files whose text is the name of the folder and of the file. */
async function publish(folder, names) {
  for (const name of names) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), `${path.basename(folder)} ${name}`);
  }
}

/** Copies the release at `from` into the site, and returns the files that are new in the site. */
async function copiedFrom(from = old) {
  await keep(from, dist, () => {});
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, path: folder, name }) => path.join(parentPath ?? folder, name));
  return names.map((name) => path.relative(dist, name)).filter((name) => !IN_BOTH.includes(name)).sort();
}

const IN_BOTH = ["both-0123456789abcdef.css", "index.html"];
const HASHED = [
  "v/0123456789abcdef/data/manifest.json",
  "web-0123456789abcdef.js",
  "web-0123456789abcdef_bg.wasm",
];
const writeList = (list) => writeFile(path.join(old, "release.json"), list);

beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), "tinhso-previous-"));
  [old, dist] = [path.join(top, "old"), path.join(top, "dist")];
  // The last file was copied from an older release, so it is not in the list.
  await publish(old, [...IN_BOTH, ...HASHED, "older-0123456789abcdef.js"]);
  await writeList(JSON.stringify({ release: "00ff", files: [IN_BOTH[0], ...HASHED] }));
  await publish(dist, IN_BOTH);
});
afterEach(() => rm(top, { recursive: true }));

test("hashed files of the previous release are copied beside the new ones", async () => {
  assert.deepEqual(await copiedFrom(), HASHED);
  for (const name of IN_BOTH) assert.equal(await readFile(path.join(dist, name), "utf8"), `dist ${name}`);
  assert.equal(await readFile(path.join(dist, HASHED[1]), "utf8"), `old ${HASHED[1]}`);
  assert.deepEqual(await copiedFrom(), HASHED, "a second run changes nothing");
});

test("the previous release can be at a URL", async () => {
  const server = await serve({ "/x/": old });
  assert.deepEqual(await copiedFrom(`${server.origin}/x/`), HASHED);
  await server.close();
});

test("without a previous release nothing is copied", async () => {
  await rm(path.join(old, "release.json"));
  const server = await serve({ "/x/": old });
  for (const from of [old, "no/such/folder", `${server.origin}/x/`, "http://127.0.0.1:1/"]) {
    assert.deepEqual(await copiedFrom(from), [], from);
  }
  await server.close();
});

test("with a broken list nothing is copied and nothing fails", async () => {
  const name = JSON.stringify(HASHED[1]);
  const lists = ["", "<!DOCTYPE html>", "null", '{"release": "00ff"}', `{"files": [${name}`];
  for (const list of [...lists, `{"files": ${name}}`, `{"files": [${name}, 1]}`, '{"files": []}']) {
    await writeList(list);
    assert.deepEqual(await copiedFrom(), [], list);
  }
});

test("names that lead outside the site or to a page are refused", async () => {
  const hostile = [
    "../web-0123456789abcdef.js",
    "v/../../web-0123456789abcdef.json",
    "v/0123456789abcdef/../../../web.json",
    "v/0123456789abcdef/./x.json",
    "v/0123456789abcdef//x.json",
    "v/0123456789abcdef/.x.json",
    "v/0123456789abcdef/x.html",
    "v/x/data/x.json",
    "/etc/web-0123456789abcdef.js",
    "C:/web-0123456789abcdef.js",
    "a/web-0123456789abcdef.js",
    "a\\web-0123456789abcdef.js",
    "index.html",
    "sw.js",
    "release.json",
    "page-0123456789abcdef.html",
    "web-0123456789abcdef.js?x",
    "web-0123456789abcdef.js\n",
    "web 0123456789abcdef.js",
    "web-0123.js",
    "",
  ];
  for (const name of hostile) assert.ok(!isSafe(name), name);
  for (const name of HASHED) assert.ok(isSafe(name), name);
  await publish(top, ["web-0123456789abcdef.js"]);
  await publish(old, ["sw.js"]);
  await writeList(JSON.stringify({ files: hostile }));
  assert.deepEqual(await copiedFrom(), []);
});

test("missing files and links are skipped", async () => {
  await rm(path.join(old, HASHED[1]));
  await rm(path.join(old, HASHED[2]));
  await publish(top, ["secret"]);
  await symlink(path.join(top, "secret"), path.join(old, HASHED[1]));
  assert.deepEqual(await copiedFrom(), [HASHED[0]]);
});
