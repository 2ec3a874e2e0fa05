// Serves the site and its peers alike, as GitHub Pages does: gzip, kept for ten minutes, HTTP/1.1.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml; charset=utf-8",
};

/**
 * `folders` has the folder on disk of each path prefix. Every file is compressed once, before it is
 * first timed; `sent()` lists what was sent since it was last asked, as paths and gzip bytes.
 */
export async function serve(folders) {
  const kept = new Map();
  let log = [];
  const fileOf = async (url) => {
    const target = decodeURIComponent(url.split("?")[0]);
    const prefix = Object.keys(folders).find((prefix) => target.startsWith(prefix));
    if (!prefix || target.includes("..")) return undefined;
    const inner = target.slice(prefix.length);
    const isFolder = inner === "" || inner.endsWith("/");
    const file = path.join(folders[prefix], isFolder ? `${inner}index.html` : inner);
    if (!kept.has(file)) {
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes) return undefined;
      // At the level that `cargo xtask test` counts with.
      kept.set(file, gzipSync(bytes, { level: 9 }));
    }
    return { file, body: kept.get(file) };
  };
  const server = createServer(async (request, response) => {
    const found = await fileOf(request.url);
    if (!found) {
      log.push({ path: request.url, bytes: 0, isMissing: true });
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found\n");
      return;
    }
    const { file, body } = found;
    log.push({ path: request.url, bytes: body.length, kind: path.extname(file) });
    response.writeHead(200, {
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      "Content-Length": body.length,
      "Cache-Control": "max-age=600",
      Vary: "Accept-Encoding",
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    sent() {
      const before = log;
      log = [];
      return before;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
