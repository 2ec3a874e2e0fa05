import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";

import { serve } from "./serve.cjs";

let top;
let dist;

before(async () => {
  top = await mkdtemp(path.join(tmpdir(), "tinhso-serve-"));
  dist = path.join(top, "dist");
  await mkdir(path.join(dist, "a"), { recursive: true });
  const files = ["../secret", "index.html", "404.html", "a/index.html", "à.txt", "x.wasm"];
  for (const file of files) await writeFile(path.join(dist, file), file);
});
after(() => rm(top, { recursive: true }));

/** Asks for exactly this path, which `fetch` would tidy up. */
async function ask({ port }, path, method = "GET") {
  const response = await new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path, method }, resolve).on("error", reject).end();
  });
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

/** Status and body, or where a redirect leads, of each path. */
async function answers(folders, paths, options) {
  const server = await serve(folders, options);
  try {
    const found = [];
    for (const path of paths) {
      const { status, headers, body } = await ask(server, path);
      found.push(`${status} ${headers.location ?? body}`);
    }
    return found;
  } finally {
    await server.close();
  }
}

test("folders and files answer as on GitHub Pages", async () => {
  const expected = {
    "/x/": "200 index.html",
    "/x/?ngay=2024-12-31": "200 index.html",
    "/x/a/": "200 a/index.html",
    "/x/a/index.html": "200 a/index.html",
    "/x/%C3%A0.txt": "200 à.txt",
    "/x/a?b=1": "301 /x/a/?b=1",
    "/x?b=1": "301 /x/?b=1",
    "/x/b": "404 404.html",
    "/x/%C3%A0.txt/": "404 404.html",
    "/": "404 Not found; this server has only what is under /x/\n",
    "/xy/": "404 Not found; this server has only what is under /x/\n",
  };
  assert.deepEqual(await answers({ "/x/": dist }, Object.keys(expected)), Object.values(expected));
  assert.deepEqual(await answers({ "/": dist }, ["/", "/a"]), ["200 index.html", "301 /a/"]);
  const folders = { "/": path.join(dist, "a"), "/x/": dist };
  assert.deepEqual(await answers(folders, ["/", "/x/"]), ["200 a/index.html", "200 index.html"]);
  const lost = { page: "index.html", status: 200 };
  assert.deepEqual(await answers({ "/x/": dist }, ["/x/b/c"], { lost }), ["200 index.html"]);
});

test("no path leads out of the site", async () => {
  const hostile = [
    "../secret",
    "a/../../secret",
    "%2e%2e/secret",
    "%2E%2E%2Fsecret",
    "..%2fsecret",
    "..\\secret",
    "%2e%2e%5csecret",
    "a/./index.html",
    "/secret",
    "//../secret",
    "index.html%00",
    "C:/secret",
    "%",
    "%zz",
    "%ff",
    path.join(top, "secret"),
  ];
  for (const base of ["/", "/x/"]) {
    const found = await answers({ [base]: dist }, hostile.map((path) => base + path));
    assert.deepEqual(found, hostile.map(() => "404 404.html"));
  }
});

test("slashes that stand together are one", async () => {
  for (const base of ["/", "/x/"]) {
    const found = await answers({ [base]: dist }, [`${base}/`, `${base}a//index.html`]);
    assert.deepEqual(found, ["200 index.html", "200 a/index.html"]);
  }
});

test("answers say what they are, and are packed where that is asked for", async () => {
  const sent = [];
  const server = await serve({ "/": dist }, { isPacked: true, onSent: (one) => sent.push(one) });
  try {
    const { headers, body } = await ask(server, "/x.wasm");
    assert.equal(headers["content-type"], "application/wasm");
    assert.equal(gunzipSync(body).toString(), "x.wasm");
    const expected = { path: "/x.wasm", bytes: body.length, kind: ".wasm", isMissing: false };
    assert.deepEqual(sent, [expected]);
    assert.equal((await ask(server, "/", "HEAD")).body.length, 0);
    assert.equal((await ask(server, "/", "POST")).status, 405);
    await assert.rejects(serve({}, { port: server.port }), { code: "EADDRINUSE" });
  } finally {
    await server.close();
  }
});
