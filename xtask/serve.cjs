// Serves sites at 127.0.0.1 the way GitHub Pages would: a folder answers with its `index.html`, a folder
// without its slash with a redirect, and what is not there with `404.html` and status 404. Slashes that
// stand together are one.
//
// `cargo xtask` runs it as `node xtask/serve.cjs <folder> <base path> <port>`; the bench and the browser
// tests load it. That every Node.js from 20 on can do, wherever it is loaded from, only with CommonJS.

const { readFile, stat } = require("node:fs/promises");
const { createServer } = require("node:http");
const path = require("node:path");
const { gzipSync } = require("node:zlib");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
};

/** The content type of a file, by its extension: `(name: string) => string`. */
const typeOf = (name) => TYPES[path.extname(name)] ?? "application/octet-stream";

/**
 * Answers requests at a port of 127.0.0.1, 0 being any free one.
 *
 * @param {import("node:http").RequestListener} answer
 */
async function listen(answer, port = 0) {
  const server = createServer(answer);
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const bound = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { port: bound, origin: `http://127.0.0.1:${bound}`, close };
}

/**
 * Serves folders, each below its base path, which begins and ends with a slash. Only reading is offered.
 *
 * Nothing is compressed or cached, so that what is seen is what the folder holds, unless `isPacked`: then
 * each file is compressed once, before it is first sent. `lost` is what a folder answers with where it has
 * nothing, and `onSent` is told the path and the bytes of each answer.
 *
 * @param {Record<string, string>} folders
 */
async function serve(
  folders,
  {
    port = 0,
    lost = { page: "404.html", status: 404 },
    isPacked = false,
    cacheControl = "no-cache",
    onSent = (/** @type {{ path: string, bytes: number, kind: string, isMissing: boolean }} */ _) => {},
  } = {},
) {
  const packed = new Map();
  const read = async (file) => {
    if (!isPacked) return readFile(file);
    // At the level that `cargo xtask test` counts with.
    if (!packed.has(file)) packed.set(file, gzipSync(await readFile(file), { level: 9 }));
    return packed.get(file);
  };
  const answer = async ({ method, url }, response) => {
    if (method !== "GET" && method !== "HEAD") {
      response.writeHead(405, { "Content-Type": TYPES[".txt"] }).end("Only GET and HEAD.\n");
      return;
    }
    const { base, file, to } = await find(folders, url);
    if (to) {
      response.writeHead(301, { Location: to }).end();
      return;
    }
    const sent = file ?? (base && path.join(folders[base], lost.page));
    const body = sent && (await read(sent).catch(() => undefined));
    onSent({ path: url, bytes: body?.length ?? 0, kind: path.extname(sent ?? ""), isMissing: !file });
    if (!body) {
      const bases = Object.keys(folders).join(" and ");
      const text = `Not found; this server has only what is under ${bases}\n`;
      response.writeHead(404, { "Content-Type": TYPES[".txt"] }).end(text);
      return;
    }
    response.writeHead(file ? 200 : lost.status, {
      "Content-Type": typeOf(sent),
      "Content-Length": body.length,
      "Cache-Control": cacheControl,
      "X-Content-Type-Options": "nosniff",
      ...(isPacked && { "Content-Encoding": "gzip", Vary: "Accept-Encoding" }),
    });
    response.end(body);
  };
  return listen((request, response) => void answer(request, response).catch(() => response.destroy()), port);
}

/**
 * The base path that a request is below, and the file it asks for or the path to redirect it to; neither
 * where there is none. No file is outside its folder.
 */
async function find(folders, target) {
  const [pathname] = target.split("?");
  const query = target.slice(pathname.length);
  const bases = Object.keys(folders).filter((base) => `${pathname}/`.startsWith(base));
  const base = bases.sort((a, b) => b.length - a.length)[0];
  if (base === undefined) return {};
  if (`${pathname}/` === base) return { base, to: `${base}${query}` };
  const inner = pathname.slice(base.length).replace(/\/{2,}/g, "/").replace(/^\//, "");
  const isFolder = inner === "" || inner.endsWith("/");
  const place = inner === "" ? folders[base] : below(folders[base], inner.replace(/\/$/, ""));
  if (place === undefined) return { base };
  const isFile = async (file) => (await stat(file).catch(() => undefined))?.isFile() ?? false;
  if (!isFolder && (await isFile(place))) return { base, file: place };
  const index = path.join(place, "index.html");
  if (!(await isFile(index))) return { base };
  return isFolder ? { base, file: index } : { base, to: `${pathname}/${query}` };
}

/** A path below a folder; undefined if any part of it could lead elsewhere than to what has that name. */
function below(folder, inner) {
  try {
    const names = inner.split("/").map(decodeURIComponent);
    const isPlain = (name) => !["", ".", ".."].includes(name) && !/[/\\:\0]/.test(name);
    return names.every(isPlain) ? path.join(folder, ...names) : undefined;
  } catch {
    // The escapes are broken, or no UTF-8.
    return undefined;
  }
}

module.exports = { listen, serve, typeOf };

if (require.main === module) {
  const [folder, base, port] = process.argv.slice(2);
  serve({ [base]: folder }, { port: Number(port) }).then(
    ({ origin }) => console.log(`${origin}${base}`),
    (error) => {
      console.log(error.code);
      process.exit(1);
    },
  );
  // It ends with the program that started it, however that ended.
  process.stdin.on("end", () => process.exit()).resume();
}
