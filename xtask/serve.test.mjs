import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

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

/** Requests exactly this path; `fetch` would normalize it first. */
async function ask({ port }, path, method = "GET", headers = {}) {
  const response = await new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path, method, headers }, resolve).on("error", reject).end();
  });
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

/** For each path the status, with the body or the target of the redirect. */
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

test("folders and files are served as on GitHub Pages", async () => {
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

test("several slashes in a row count as one", async () => {
  for (const base of ["/", "/x/"]) {
    const found = await answers({ [base]: dist }, [`${base}/`, `${base}a//index.html`]);
    assert.deepEqual(found, ["200 index.html", "200 a/index.html"]);
  }
});

test("nothing is cached, and only GET and HEAD are allowed", async () => {
  const server = await serve({ "/": dist });
  try {
    const { headers } = await ask(server, "/x.wasm");
    assert.deepEqual(
      ["content-type", "cache-control", "etag", "last-modified"].map((name) => headers[name]),
      ["application/wasm", "no-cache", undefined, undefined],
    );
    assert.equal((await ask(server, "/a/")).headers["content-type"], "text/html; charset=utf-8");
    const { status, body } = await ask(server, "/x.wasm", "GET", { range: "bytes=2-5" });
    assert.equal(`${status} ${body}`, "206 wasm");
    assert.equal((await ask(server, "/", "HEAD")).body.length, 0);
    assert.equal((await ask(server, "/", "POST")).status, 405);
    await assert.rejects(serve({}, { port: server.port }), { code: "EADDRINUSE" });
  } finally {
    await server.close();
  }
});

test("onSent reports what was sent, with the given headers", async () => {
  const sent = [];
  const headers = { "Cache-Control": "max-age=600", "Content-Encoding": "gzip" };
  const server = await serve({ "/x/": dist }, { headers, onSent: (file) => sent.push(file) });
  try {
    const answer = await ask(server, "/x/x.wasm");
    assert.equal(answer.headers["cache-control"], "max-age=600");
    assert.equal(answer.headers["content-encoding"], "gzip");
    for (const path of ["/x/a", "/x/b?c", "/"]) await ask(server, path);
    assert.deepEqual(sent, [
      { path: "/x/x.wasm", bytes: 6, kind: ".wasm", isMissing: false },
      { path: "/x/b?c", bytes: 8, kind: ".html", isMissing: true },
      { path: "/", bytes: 0, kind: "", isMissing: true },
    ]);
  } finally {
    await server.close();
  }
});
