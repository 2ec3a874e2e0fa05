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

/** Writes files, each with a text that says where it is. */
async function publish(folder, names) {
  for (const name of names) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), `${path.basename(folder)} ${name}`);
  }
}

/** The files of the site after what is at `from` was kept, but for those it had before. */
async function kept(from = old) {
  await keep(from, dist, () => {});
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, path: folder, name }) => path.join(parentPath ?? folder, name));
  return names.map((name) => path.relative(dist, name)).filter((name) => !OWN.includes(name)).sort();
}

const OWN = ["both-0123456789abcdef.css", "index.html"];
const HASHED = [
  "v/0123456789abcdef/data/manifest.json",
  "web-0123456789abcdef.js",
  "web-0123456789abcdef_bg.wasm",
];
const write = (list) => writeFile(path.join(old, "release.json"), list);

beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), "tinhso-previous-"));
  [old, dist] = [path.join(top, "old"), path.join(top, "dist")];
  // What the release before had merely kept is not in its list.
  await publish(old, [...OWN, ...HASHED, "older-0123456789abcdef.js"]);
  await write(JSON.stringify({ release: "00ff", files: [OWN[0], ...HASHED] }));
  await publish(dist, OWN);
});
afterEach(() => rm(top, { recursive: true }));

test("hashed files of the release before lie beside the new ones", async () => {
  assert.deepEqual(await kept(), HASHED);
  for (const name of OWN) assert.equal(await readFile(path.join(dist, name), "utf8"), `dist ${name}`);
  assert.equal(await readFile(path.join(dist, HASHED[1]), "utf8"), `old ${HASHED[1]}`);
  assert.deepEqual(await kept(), HASHED, "once more changes nothing");
});

test("the same from where it is published", async () => {
  const server = await serve({ "/x/": old });
  assert.deepEqual(await kept(`${server.origin}/x/`), HASHED);
  await server.close();
});

test("without a release before there is nothing to keep", async () => {
  await rm(path.join(old, "release.json"));
  const server = await serve({ "/x/": old });
  for (const from of [old, "no/such/folder", `${server.origin}/x/`, "http://127.0.0.1:1/"]) {
    assert.deepEqual(await kept(from), [], from);
  }
  await server.close();
});

test("a list that is broken keeps nothing and stops nothing", async () => {
  const name = JSON.stringify(HASHED[1]);
  const lists = ["", "<!DOCTYPE html>", "null", '{"release": "00ff"}', `{"files": [${name}`];
  for (const list of [...lists, `{"files": ${name}}`, `{"files": [${name}, 1]}`, '{"files": []}']) {
    await write(list);
    assert.deepEqual(await kept(), [], list);
  }
});

test("no name leads out of the site or to a page", async () => {
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
  await write(JSON.stringify({ files: hostile }));
  assert.deepEqual(await kept(), []);
});

test("what the list names and is not there, or is a link, is passed over", async () => {
  await rm(path.join(old, HASHED[1]));
  await rm(path.join(old, HASHED[2]));
  await publish(top, ["secret"]);
  await symlink(path.join(top, "secret"), path.join(old, HASHED[1]));
  assert.deepEqual(await kept(), [HASHED[0]]);
});
