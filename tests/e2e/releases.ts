// A server that has several releases of the built site and publishes one of them at a time. It works like GitHub
// Pages: all files change at once, and browsers may keep each file for ten minutes.
//
// Release 1 is the site as it was built. The server makes every later release from it when it answers: the hashes
// in file names and the version are different, and BR-VT is written BRVT-2, BRVT-3 and so on, in pages and in
// data, so that a test can see when a page mixes two releases.

import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";

import { listen, typeOf } from "../../xtask/serve.cjs";

export const ROOT = join(__dirname, "../..");
export const DIST = join(ROOT, "dist");

/** The base path of the site. */
export const BASE = new URL(process.env.BASE_URL ?? "http://127.0.0.1:8080/tinhso/").pathname;

type Found = { name: string; content: Buffer; redirect?: boolean };

export class Releases {
  /** The number of the published release. */
  published = 1;
  /** Whether the files of the previous release can still be loaded, as on the published site. */
  keepsPrevious = true;
  /** Whether `sw.js` is the service worker that removes itself and all it has kept. */
  isRetired = false;
  /** Whether new workers take over by themselves. Otherwise they wait, as if a request had come at that very moment. */
  workersTakeOver = true;
  /** Tells for which paths (below the base path) the server answers with an error. */
  fails: (path: string) => boolean = () => false;
  /** Tells which paths browsers must not keep in their HTTP cache. */
  isUncacheable: (path: string) => boolean = () => false;
  /** What the answer for a path waits for. */
  waitsFor: (path: string) => Promise<void> | undefined = () => undefined;
  /** Is called with a path once the whole answer was sent. */
  onAnswered: (path: string) => void = () => {};
  /** What is in the bodies of pages of a test's own, by their paths; no release contains them. */
  ownPages = new Map<string, string>();
  /** Every path that was requested, in order. */
  requestedPaths: string[] = [];
  /** The requested paths for which there is no file. */
  missingPaths: string[] = [];

  private server?: Awaited<ReturnType<typeof listen>>;
  private constructor(private readonly hashes: string[]) {}

  static async start(): Promise<Releases> {
    const list = await readFile(join(DIST, "release.json"), "utf8");
    const { release, files } = JSON.parse(list) as { release: string; files: string[] };
    const hashes = new Set([release]);
    for (const file of files) {
      const hash = /^v\/([0-9a-f]{8,})\/|-([0-9a-f]{8,})(_bg)?\.\w+$/.exec(file);
      hashes.add(hash?.[1] ?? hash?.[2] ?? release);
    }
    const releases = new Releases([...hashes]);
    await releases.connect();
    return releases;
  }

  /** The address of the home page. */
  get url(): string {
    return `${this.server?.origin}${BASE}`;
  }

  /**
   * The address of the home page under a name that the site does not take for a developer's machine, so that it is
   * kept on the device without asking for it. Browsers allow service workers there, too.
   */
  get publishedUrl(): string {
    return this.url.replace("127.0.0.1", "published.localhost");
  }

  /** Starts the server, the second time at the same address: the network is there again. */
  async connect(): Promise<void> {
    const send = (request: IncomingMessage, response: ServerResponse) => void this.send(request, response);
    this.server = await listen(send, this.server?.port);
  }

  /** Stops the server: the network is gone. */
  async disconnect(): Promise<void> {
    await this.server?.close();
  }

  /** The hashes that the file names of a release contain. */
  hashesOf(release: number): string[] {
    return this.hashes.map((hash) => rotated(hash, release));
  }

  private async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "", "http://x");
    const path = decodeURIComponent(pathname).slice(BASE.length);
    this.requestedPaths.push(path);
    await this.waitsFor(path);
    const { status, headers, body } = await this.answer(path);
    // Some browsers ask for an icon beside the site.
    if (status === 404 && pathname.startsWith(BASE)) this.missingPaths.push(path);
    response.on("finish", () => this.onAnswered(path));
    response.writeHead(status, headers).end(body);
  }

  private async answer(path: string) {
    const plain = { "content-type": "text/plain", "cache-control": "no-store" };
    if (this.fails(path)) return { status: 500, headers: plain, body: "broken" };
    const ownPage = this.ownPages.get(path);
    if (ownPage) {
      const body = `<!doctype html><html lang="en"><title>A page of the test</title>${ownPage}</html>`;
      return { status: 200, headers: { "content-type": typeOf("index.html") }, body };
    }
    for (const release of [this.published, ...(this.keepsPrevious ? [this.published - 1] : [])]) {
      const isPrevious = release !== this.published;
      const name = this.nameInFirst(path, release);
      if (name === null || (isPrevious && !/^v\/|-[0-9a-f]{8,}/.test(path))) continue;
      const found = await this.read(name);
      if (found?.redirect) {
        return { status: 301, headers: { location: `${BASE}${path}/` }, body: "" };
      }
      if (found) return this.withHeaders(path, 200, found.name, this.contentIn(found, release));
    }
    const notFound = { name: "404.html", content: await readFile(join(DIST, "404.html")) };
    return this.withHeaders(path, 404, "404.html", this.contentIn(notFound, this.published));
  }

  private withHeaders(path: string, status: number, name: string, body: Buffer | string) {
    const headers = {
      "content-type": typeOf(name),
      "cache-control": this.isUncacheable(path) ? "no-store" : "max-age=600",
    };
    return { status, headers, body };
  }

  /** The name that a file of a release has in release 1; null if the file belongs to another release. */
  private nameInFirst(path: string, release: number): string | null {
    const index = this.hashesOf(release).findIndex((hash) => path.includes(hash));
    const [hash, first] = [this.hashesOf(release)[index], this.hashes[index]];
    if (hash && first) return path.replace(hash, first);
    return this.hashes.some((hash) => path.includes(hash)) ? null : path;
  }

  private async read(path: string): Promise<Found | null> {
    if (this.isRetired && path === "sw.js") {
      return { name: path, content: await readFile(join(ROOT, "worker/retire.js")) };
    }
    const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    try {
      return { name, content: await readFile(join(DIST, name)) };
    } catch {
      const folder = readFile(join(DIST, name, "index.html"));
      return folder.then(
        (content) => ({ name, content, redirect: true }),
        () => null,
      );
    }
  }

  private contentIn(file: { name: string; content: Buffer }, release: number): Buffer | string {
    const kind = extname(file.name);
    if (release === 1 || ![".html", ".js", ".css", ".json"].includes(kind)) return file.content;
    let text = file.content.toString();
    for (const hash of this.hashes) text = text.replaceAll(hash, rotated(hash, release));
    if (!this.workersTakeOver) text = text.replace(/await self\.skipWaiting\(\)/, "undefined");
    if (kind === ".html" || kind === ".json") text = text.replaceAll("BR-VT", `BRVT-${release}`);
    return text;
  }
}

/** The hash that a release has in place of one of release 1: the same letters, rotated. */
function rotated(hash: string, release: number): string {
  return hash.slice(release - 1) + hash.slice(0, release - 1);
}
