// Serves sites at 127.0.0.1 the way GitHub Pages would: a folder answers with its `index.html`, a folder
// without its slash with a redirect, and what is not there with `404.html` and status 404. Slashes that
// stand together are one. What of a folder is sent, and how, is the matter of serve-static.
//
// `cargo xtask` runs it as `node xtask/serve.cjs <folder> <base path> <port>`; the bench and the browser
// tests load it. That every Node.js from 20 on can do, wherever it is loaded from, only with CommonJS.

const { createServer } = require("node:http");
const path = require("node:path");

const { contentType } = require("mime-types");
const serveStatic = require("serve-static");

/** The content type of a file, by its extension: `(name: string) => string`. */
const typeOf = (name) => contentType(path.extname(name)) || "application/octet-stream";

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
 * `headers` come with each file; without others, nothing is cached, so that what is seen is what the folder
 * holds. `lost` is what a folder answers with where it has nothing, and `onSent` is told the path and the
 * bytes of each file.
 *
 * @param {Record<string, string>} folders
 */
async function serve(
  folders,
  {
    port = 0,
    lost = { page: "404.html", status: 404 },
    headers = { "Cache-Control": "no-cache" },
    onSent = (/** @type {{ path: string, bytes: number, kind: string, isMissing: boolean }} */ _) => {},
  } = {},
) {
  // The longest that fits is the one that is meant.
  const bases = Object.keys(folders).sort((a, b) => b.length - a.length);
  const siteAt = (base) => {
    const setHeaders = (response, file, { size }) => {
      response.setHeaders(new Map(Object.entries({ ...headers, "X-Content-Type-Options": "nosniff" })));
      const { originalUrl, isMissing = false } = response.req;
      onSent({ path: originalUrl, bytes: size, kind: path.extname(file), isMissing });
    };
    const own = { cacheControl: false, etag: false, lastModified: false, setHeaders };
    return serveStatic(folders[base], own);
  };
  const sites = new Map(bases.map((base) => [base, siteAt(base)]));
  const nothing = (request, response) => {
    onSent({ path: request.originalUrl, bytes: 0, kind: "", isMissing: true });
    const text = `Not found; this server has only what is under ${Object.keys(folders).join(" and ")}\n`;
    response.writeHead(404, { "Content-Type": typeOf(".txt") }).end(text);
  };
  const answer = (request, response) => {
    if (!["GET", "HEAD"].includes(request.method)) {
      response.writeHead(405, { "Content-Type": typeOf(".txt") }).end("Only GET and HEAD.\n");
      return;
    }
    const { url } = request;
    // By what stands here, serve-static knows which path it lies under and where to redirect to.
    request.originalUrl = url;
    const base = bases.find((base) => `${url.split("?")[0]}/`.startsWith(base));
    if (base === undefined) return nothing(request, response);
    const inner = url.slice(base.length - 1);
    request.url = inner.startsWith("/") ? inner : `/${inner}`;
    const site = sites.get(base);
    site(request, response, () => {
      Object.assign(request, { url: `/${lost.page}`, isMissing: true });
      response.statusCode = lost.status;
      site(request, response, () => nothing(request, response));
    });
  };
  return listen(answer, port);
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
