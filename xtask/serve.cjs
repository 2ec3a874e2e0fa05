// Serves sites at 127.0.0.1 the way GitHub Pages would: the path of a folder gives its `index.html`; without
// the slash at its end it redirects there; a path that does not exist gives `404.html` with status 404.
// Several slashes in a row count as one. The package serve-static finds the files and sends them.
//
// `cargo xtask` runs it as `node xtask/serve.cjs <folder> <base path> <port>`; the bench and the browser
// tests load it. It is a CommonJS module because only those load everywhere in every Node.js from 20 on.

const { createServer } = require("node:http");
const path = require("node:path");

const { contentType } = require("mime-types");
const serveStatic = require("serve-static");

/** The content type of a file, by its extension: `(name: string) => string`. */
const typeOf = (name) => contentType(path.extname(name)) || "application/octet-stream";

/**
 * Starts a server at a port of 127.0.0.1; 0 means any free port.
 *
 * @param {import("node:http").RequestListener} answer
 */
async function listen(answer, port = 0) {
  const server = createServer(answer);
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const actualPort = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { port: actualPort, origin: `http://127.0.0.1:${actualPort}`, close };
}

/**
 * Serves folders, each under its own base path, which starts and ends with a slash. Only GET and HEAD are
 * allowed.
 *
 * `headers` are sent with each file; by default they forbid caching, so that the browser always shows what
 * the folder contains now. `lost` is the answer for a path that does not exist. `onSent` is called with the
 * path and the size of each file that was sent.
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
  // Longer base paths first: if several match a path, the longest one is meant.
  const bases = Object.keys(folders).sort((a, b) => b.length - a.length);
  const siteOf = (base) => {
    const setHeaders = (response, file, { size }) => {
      const always = { "X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*" };
      response.setHeaders(new Map(Object.entries({ ...headers, ...always })));
      const { originalUrl, isMissing = false } = response.req;
      onSent({ path: originalUrl, bytes: size, kind: path.extname(file), isMissing });
    };
    const options = { cacheControl: false, etag: false, lastModified: false, setHeaders };
    return serveStatic(folders[base], options);
  };
  const sites = new Map(bases.map((base) => [base, siteOf(base)]));
  const sendNotFound = (request, response) => {
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
    // serve-static reads `originalUrl` to know the full path to redirect to.
    request.originalUrl = url;
    const base = bases.find((base) => `${url.split("?")[0]}/`.startsWith(base));
    if (base === undefined) return sendNotFound(request, response);
    const pathInSite = url.slice(base.length - 1);
    request.url = pathInSite.startsWith("/") ? pathInSite : `/${pathInSite}`;
    const site = sites.get(base);
    site(request, response, () => {
      Object.assign(request, { url: `/${lost.page}`, isMissing: true });
      response.statusCode = lost.status;
      site(request, response, () => sendNotFound(request, response));
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
  // Standard input closes when the program that started this one ends, even if it crashed. Then end, too.
  process.stdin.on("end", () => process.exit()).resume();
}
