// Keeps the site for reading without a network. Before this text the build writes `RELEASE`: the
// version, the base path, and what this release consists of (src/prerender/release.rs).
//
// A page and all it asks for are of one release whoever answers, because everything but pages has a
// name that changes with its content (docs/decisions/0020). So a new worker may take over at once:
// open pages keep what is theirs, from the cache of their release.

/** Caches of other sites on this origin, and of this site under another base, are not ours to touch. */
const PREFIX = `tinhso ${RELEASE.base} `;
const OWN = PREFIX + RELEASE.version;

/** How many files are kept beyond those of the first visit: some forty visited pages with their data. */
const MOST_VISITED = 400;

/** How long a page that is kept from the release before may be waited for, in milliseconds. */
const PATIENCE = 4000;

const isEnglish = (path) => path.startsWith("en/");

/** The path below the base, without query and fragment; null for what is not of this site. */
function pathOf(address) {
  const url = new URL(address);
  const isOurs = url.origin === location.origin && url.pathname.startsWith(RELEASE.base);
  return isOurs ? url.pathname.slice(RELEASE.base.length) : null;
}

/** Whether a path is a file of this very release. */
const isOwnFile = (path) => RELEASE.named.includes(path) || path.startsWith(RELEASE.data);

/** This site's caches, in the order they were made. */
async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** The kept answer for a path: of this release, else of the one before. */
async function kept(path) {
  for (const name of (await ours()).sort((a, b) => (b === OWN) - (a === OWN))) {
    const answer = await caches.match(RELEASE.base + path, { cacheName: name });
    if (answer) return answer;
  }
  return undefined;
}

/** A copy that stands by itself: all of it has come, and nothing of how it came is left. */
const copy = (body, answer) =>
  new Response(body, { headers: { "content-type": answer.headers.get("content-type") ?? "" } });

const isHtml = (answer) => answer.headers.get("content-type")?.startsWith("text/html");

/** Whether a page says that it is of this release. */
const isOwnPage = (html) => html.includes(`data-release="${RELEASE.version}"`);

/** A file or a page of this release from wherever it can be had; fails when it cannot. */
async function fetched(path) {
  if (isOwnFile(path)) {
    const known = await kept(path);
    if (known) return known;
  }
  // A page that the browser kept may be of the release before: then the server is asked.
  for (const cache of isOwnFile(path) ? ["default"] : ["default", "no-cache"]) {
    const answer = await fetch(RELEASE.base + path, { cache });
    const body = await answer.blob();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    if (isOwnFile(path) || (isHtml(answer) && isOwnPage(await body.text()))) {
      return copy(body, answer);
    }
  }
  throw new Error(`${path}: of another release`);
}

/** Everything of the first visit or nothing: the cache is made when all of it is here. */
async function fill() {
  const paths = [...RELEASE.pages, ...RELEASE.files];
  const answers = await Promise.all(paths.map(fetched));
  const cache = await caches.open(OWN);
  try {
    await Promise.all(paths.map((path, place) => cache.put(RELEASE.base + path, answers[place])));
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

async function install() {
  await fill();
  await self.skipWaiting();
}

/** Keeps the release before, for pages that are open; tells them that there is a new one. */
async function activate() {
  const others = (await ours()).filter((name) => name !== OWN);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
  for (const client of await clients.matchAll({ type: "window" })) {
    client.postMessage({ tinhso: RELEASE.version });
  }
}

/** Keeps what a reader has opened; the oldest goes when it becomes too much. */
async function keep(path, answer) {
  // Not there: the reader has had all of it removed, or the browser has.
  if (!(await caches.has(OWN))) return;
  const cache = await caches.open(OWN);
  await cache.put(RELEASE.base + path, answer);
  const first = new Set([...RELEASE.pages, ...RELEASE.files]);
  const visited = (await cache.keys()).filter((request) => !first.has(pathOf(request.url)));
  const tooMany = visited.slice(0, Math.max(0, visited.length - MOST_VISITED));
  await Promise.all(tooMany.map((request) => cache.delete(request)));
}

/** Keeps what a page had loaded before there was a worker to see it. A page says so only where it may. */
async function keepOpened(addresses) {
  // The reader had it removed and wants it again, or the browser needed the room.
  if (!(await caches.has(OWN))) await fill();
  const paths = addresses.map(pathOf).filter((path) => path !== null);
  await Promise.all(
    paths.map(async (path, place) => {
      // The first is the page itself.
      if (place > 0 && !isOwnFile(path)) return;
      if (await caches.match(RELEASE.base + path, { cacheName: OWN })) return;
      // What does not come is not kept; the page stands without it.
      await fetched(path).then((answer) => keep(path, answer), () => {});
    }),
  );
}

/** The answer, or a failure once it has been waited for long enough. */
function within(milliseconds, answer) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error("late")), milliseconds));
  return Promise.race([answer, late]);
}

/** In the place of a page that is not to be had, in its language. */
async function withoutNetwork(path) {
  const page = `${isEnglish(path) ? "en/" : ""}khong-co-mang/`;
  const answer = await kept(page);
  if (!answer) return Response.error();
  return new Response(await answer.blob(), { status: 503, headers: answer.headers });
}

/** A page: of this release where it is kept, else from the network, else of the release before. */
async function page(event, path) {
  const own = await caches.match(RELEASE.base + path, { cacheName: OWN });
  if (own) return own;
  const older = await kept(path);
  try {
    // Not one that the browser kept from the release before.
    const coming = fetch(event.request, { cache: "no-cache" });
    const answer = await (older ? within(PATIENCE, coming) : coming);
    if (older && answer.status >= 500) return older;
    if (answer.ok && isHtml(answer)) {
      const second = answer.clone();
      const keeping = second.text().then((html) => isOwnPage(html) && keep(path, copy(html, second)));
      event.waitUntil(keeping.catch(() => {}));
    }
    return answer;
  } catch {
    return older ?? (path.endsWith("/") ? undefined : await kept(`${path}/`)) ?? withoutNetwork(path);
  }
}

/** A file: one that is kept is good for ever, by its name. */
async function file(event, path) {
  const known = await kept(path);
  if (known) return known;
  const answer = await fetch(event.request);
  if (answer.ok && isOwnFile(path)) {
    const second = answer.clone();
    const keeping = second.blob().then((body) => keep(path, copy(body, second)));
    event.waitUntil(keeping.catch(() => {}));
  }
  return answer;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepOpened(event.data.keep));
  if (event.data?.go) event.waitUntil(self.skipWaiting());
});
self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request.url);
  if (event.request.method !== "GET" || path === null) return;
  if (event.request.mode === "navigate") {
    event.respondWith(page(event, path.replace(/(^|\/)index\.html$/, "$1")));
  } else if (/^v\/|^[^/]+-[0-9a-f]{8,}/.test(path)) {
    event.respondWith(file(event, path));
  }
});
