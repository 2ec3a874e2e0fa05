// The service worker, which keeps the site for reading without a network. The build writes the
// constant `RELEASE` before this text: the version, the base path, and the files of this release
// (src/prerender/release.rs).
//
// A page and everything it loads are of the same release, whether they come from the network or
// from a cache, because the names of all files but pages change with their content
// (docs/decisions/0028). So a new worker may take over at once: open pages still find their files
// in the cache of their own release.

/** The names of this site's caches begin with this. Other sites on this origin, and this site under
   another base, have caches of their own, which must not be touched. */
const PREFIX = `tinhso ${RELEASE.base} `;
const OWN_CACHE = PREFIX + RELEASE.version;

/** How many files are kept in addition to those of the first visit: about forty visited pages with
   their data. */
const MAX_VISITED_FILES = 400;

/** How long to wait for a page from the network if one of the previous release is kept, in
   milliseconds. */
const MAX_WAIT_MS = 4000;

const isEnglish = (path) => path.startsWith("en/");

/** The path below the base, without query and fragment; null for addresses outside this site. */
function pathOf(address) {
  const url = new URL(address);
  const isOurs = url.origin === location.origin && url.pathname.startsWith(RELEASE.base);
  return isOurs ? url.pathname.slice(RELEASE.base.length) : null;
}

/** Whether a path is a file of this release. */
const isOwnFile = (path) => RELEASE.named.includes(path) || path.startsWith(RELEASE.data);

/** The names of this site's caches, in the order they were made. */
async function cacheNames() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** The kept response for a path: of this release or, without one, of the previous release. */
async function keptAnswer(path) {
  for (const name of (await cacheNames()).sort((a, b) => (b === OWN_CACHE) - (a === OWN_CACHE))) {
    const answer = await caches.match(RELEASE.base + path, { cacheName: name });
    if (answer) return answer;
  }
  return undefined;
}

/** A copy with only the body and its type, which depends on nothing else of the response. */
const plainCopy = (body, answer) =>
  new Response(body, { headers: { "content-type": answer.headers.get("content-type") ?? "" } });

const isHtml = (answer) => answer.headers.get("content-type")?.startsWith("text/html");

/** Whether a page belongs to this release. */
const isOwnPage = (html) => html.includes(`data-release="${RELEASE.version}"`);

/** Gets a file or a page of this release, from a cache or from the network; fails if it cannot. */
async function fetchOwn(path) {
  if (isOwnFile(path)) {
    const known = await keptAnswer(path);
    if (known) return known;
  }
  // The browser's own cache may have a page of the previous release; then ask the server.
  for (const cache of isOwnFile(path) ? ["default"] : ["default", "no-cache"]) {
    const answer = await fetch(RELEASE.base + path, { cache });
    const body = await answer.blob();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    if (isOwnFile(path) || (isHtml(answer) && isOwnPage(await body.text()))) {
      return plainCopy(body, answer);
    }
  }
  throw new Error(`${path}: of another release`);
}

/** Gets an open page and the data that it is made from; nothing if it is no page of this release. */
async function fetchOpen(path) {
  let page;
  try {
    page = await fetchOwn(path);
  } catch (error) {
    // `fetch` only fails with a TypeError if there is no network.
    if (error instanceof TypeError) throw error;
    return [];
  }
  const bundle = / data-bundle="([^"]+)"/.exec(await page.clone().text())?.[1];
  return [[path, page], ...(bundle ? [[bundle, await fetchOwn(bundle)]] : [])];
}

/** Waits until all have come or failed, and fails if one has. A worker that fails to install is
   ended at once; where it is still loading something then, WebKit 2.50 ends the page, too
   (docs/decisions/0030). */
async function waitForAll(promises) {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** Keeps everything for the first visit, and the open pages, or nothing: the cache is only made
   when all files have come. */
async function fillCache(openPaths = []) {
  const fetched = [...RELEASE.pages, ...RELEASE.files].map(async (path) => [[path, await fetchOwn(path)]]);
  const entries = (await waitForAll([...fetched, ...openPaths.map(fetchOpen)])).flat();
  const cache = await caches.open(OWN_CACHE);
  try {
    await Promise.all(entries.map(([path, answer]) => cache.put(RELEASE.base + path, answer)));
  } catch (error) {
    await caches.delete(OWN_CACHE);
    throw error;
  }
}

/** The paths of the pages that are open now. */
async function findOpenPaths() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return [...new Set(windows.map(({ url }) => pathOf(url)))].filter((path) => path !== null);
}

async function install() {
  // From the moment that the first worker is there, the reader can do without a network on the page
  // that is open. So the page must not come later, when it tells what it has loaded.
  await fillCache(registration.active ? [] : await findOpenPaths());
  await self.skipWaiting();
}

/** Keeps the previous release for open pages, removes older ones, and tells open pages of the new
   release. */
async function activate() {
  const others = (await cacheNames()).filter((name) => name !== OWN_CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
  for (const client of await clients.matchAll({ type: "window" })) {
    client.postMessage({ tinhso: RELEASE.version });
  }
}

/** Keeps a page or file that the reader has opened. If there are too many, the oldest are removed.
   */
async function keepVisited(path, answer) {
  // Without the cache, the reader or the browser has removed everything: keep nothing.
  if (!(await caches.has(OWN_CACHE))) return;
  const cache = await caches.open(OWN_CACHE);
  await cache.put(RELEASE.base + path, answer);
  const first = new Set([...RELEASE.pages, ...RELEASE.files]);
  const visited = (await cache.keys()).filter((request) => !first.has(pathOf(request.url)));
  const tooMany = visited.slice(0, Math.max(0, visited.length - MAX_VISITED_FILES));
  await Promise.all(tooMany.map((request) => cache.delete(request)));
}

/** Keeps what a page had loaded before the worker could see it. Only pages on which it is allowed
   send this. */
async function keepOpened(addresses) {
  // The reader wants it again after removing it, or the browser had removed it.
  if (!(await caches.has(OWN_CACHE))) await fillCache();
  const paths = addresses.map(pathOf).filter((path) => path !== null);
  await Promise.all(
    paths.map(async (path, place) => {
      // The first address is the page itself.
      if (place > 0 && !isOwnFile(path)) return;
      if (await caches.match(RELEASE.base + path, { cacheName: OWN_CACHE })) return;
      // If it cannot be loaded, it is not kept; the page works without it.
      await fetchOwn(path).then((answer) => keepVisited(path, answer), () => {});
    }),
  );
}

/** The response, or a failure if it does not come in time. */
function withTimeout(milliseconds, answer) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error("late")), milliseconds));
  return Promise.race([answer, late]);
}

/** The page that says there is no network, in the language of the requested page. */
async function noNetworkPage(path) {
  const page = `${isEnglish(path) ? "en/" : ""}khong-co-mang/`;
  const answer = await keptAnswer(page);
  if (!answer) return Response.error();
  return new Response(await answer.blob(), { status: 503, headers: answer.headers });
}

/** Answers with a page: of this release if it is kept, otherwise from the network, otherwise of the
   previous release. */
async function answerPage(event, path) {
  const own = await caches.match(RELEASE.base + path, { cacheName: OWN_CACHE });
  if (own) return own;
  const older = await keptAnswer(path);
  try {
    // Not from the browser's own cache, which may have the previous release.
    const response = fetch(event.request, { cache: "no-cache" });
    const answer = await (older ? withTimeout(MAX_WAIT_MS, response) : response);
    if (older && answer.status >= 500) return older;
    if (answer.ok && isHtml(answer)) {
      const second = answer.clone();
      const keeping = second.text().then((html) => isOwnPage(html) && keepVisited(path, plainCopy(html, second)));
      event.waitUntil(keeping.catch(() => {}));
    }
    return answer;
  } catch {
    return older ?? (path.endsWith("/") ? undefined : await keptAnswer(`${path}/`)) ?? noNetworkPage(path);
  }
}

/** Answers with a file. A kept file never has to be loaded again, because its name changes with its
   content. */
async function answerFile(event, path) {
  const known = await keptAnswer(path);
  if (known) return known;
  const answer = await fetch(event.request);
  if (answer.ok && isOwnFile(path)) {
    const second = answer.clone();
    const keeping = second.blob().then((body) => keepVisited(path, plainCopy(body, second)));
    event.waitUntil(keeping.catch(() => {}));
  }
  return answer;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepOpened(event.data.keep));
  if (event.data?.tell) event.source.postMessage({ tinhso: RELEASE.version });
  if (event.data?.go) event.waitUntil(self.skipWaiting());
});
self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request.url);
  if (event.request.method !== "GET" || path === null) return;
  if (event.request.mode === "navigate") {
    event.respondWith(answerPage(event, path.replace(/(^|\/)index\.html$/, "$1")));
  } else if (/^v\/|^[^/]+-[0-9a-f]{8,}/.test(path)) {
    event.respondWith(answerFile(event, path));
  }
});
