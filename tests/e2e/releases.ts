// A server with several releases of the built site, of which one is published at a time, as on GitHub
// Pages: all files change at once, and browsers may keep each for ten minutes.
//
// Release 1 is the site as it was built. A later one is made of it on the way out: whatever is named by
// content has another name, the version is another one, and BR-VT is written BRVT-2, BRVT-3 and so on,
// in pages and data alike, so that a mix of two releases can be seen.

import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";

import { listen, typeOf } from "../../xtask/serve.cjs";

export const ROOT = join(__dirname, "../..");
export const DIST = join(ROOT, "dist");

/** The path the site lies under. */
export const BASE = new URL(process.env.BASE_URL ?? "http://127.0.0.1:8080/tinhso/").pathname;

type Found = { name: string; content: Buffer; redirect?: boolean };

export class Releases {
  /** The one that is published. */
  published = 1;
  /** Whether the files of the release before are still there, as the published site keeps them. */
  keepsPrevious = true;
  /** Whether the service worker that removes itself is published. */
  isRetired = false;
  /** Paths that fail, below the base. */
  fails: (path: string) => boolean = () => false;
  /** Paths that browsers may not keep. */
  isFresh: (path: string) => boolean = () => false;
  /** Of each path asked for, in order. */
  asked: string[] = [];

  private server?: Awaited<ReturnType<typeof listen>>;
  private constructor(private readonly sums: string[]) {}

  static async start(): Promise<Releases> {
    const list = await readFile(join(DIST, "release.json"), "utf8");
    const { release, files } = JSON.parse(list) as { release: string; files: string[] };
    const sums = new Set([release]);
    for (const file of files) {
      const sum = /^v\/([0-9a-f]{8,})\/|-([0-9a-f]{8,})(_bg)?\.\w+$/.exec(file);
      sums.add(sum?.[1] ?? sum?.[2] ?? release);
    }
    const releases = new Releases([...sums]);
    await releases.connect();
    return releases;
  }

  /** The address of the home page. */
  get url(): string {
    return `${this.server?.origin}${BASE}`;
  }

  /** The network is there (again), at the same address. */
  async connect(): Promise<void> {
    const send = (request: IncomingMessage, response: ServerResponse) => void this.send(request, response);
    this.server = await listen(send, this.server?.port);
  }

  /** The network is gone. */
  async disconnect(): Promise<void> {
    await this.server?.close();
  }

  /** What every file that is named by its content is called in a release: the sums in their names. */
  sumsOf(release: number): string[] {
    return this.sums.map((sum) => turned(sum, release));
  }

  private async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await this.answer(request.url ?? "");
    response.writeHead(status, headers).end(body);
  }

  private async answer(target: string) {
    const path = decodeURIComponent(new URL(target, "http://x").pathname).slice(BASE.length);
    this.asked.push(path);
    const plain = { "content-type": "text/plain", "cache-control": "no-store" };
    if (this.fails(path)) return { status: 500, headers: plain, body: "broken" };
    for (const release of [this.published, ...(this.keepsPrevious ? [this.published - 1] : [])]) {
      const isPrevious = release !== this.published;
      const name = this.inFirst(path, release);
      if (name === null || (isPrevious && !/^v\/|-[0-9a-f]{8,}/.test(path))) continue;
      const found = await this.file(name);
      if (found?.redirect) {
        return { status: 301, headers: { location: `${BASE}${path}/` }, body: "" };
      }
      if (found) return this.sent(path, 200, found.name, this.inRelease(found, release));
    }
    const lost = { name: "404.html", content: await readFile(join(DIST, "404.html")) };
    return this.sent(path, 404, "404.html", this.inRelease(lost, this.published));
  }

  private sent(path: string, status: number, name: string, body: Buffer | string) {
    const headers = {
      "content-type": typeOf(name),
      "cache-control": this.isFresh(path) ? "no-store" : "max-age=600",
    };
    return { status, headers, body };
  }

  /** The name a file of a release has in the first one; null for one that is of no such release. */
  private inFirst(path: string, release: number): string | null {
    const place = this.sumsOf(release).findIndex((sum) => path.includes(sum));
    const [own, first] = [this.sumsOf(release)[place], this.sums[place]];
    if (own && first) return path.replace(own, first);
    return this.sums.some((sum) => path.includes(sum)) ? null : path;
  }

  private async file(path: string): Promise<Found | null> {
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

  private inRelease(file: { name: string; content: Buffer }, release: number): Buffer | string {
    const kind = extname(file.name);
    if (release === 1 || ![".html", ".js", ".css", ".json"].includes(kind)) return file.content;
    let text = file.content.toString();
    for (const sum of this.sums) text = text.replaceAll(sum, turned(sum, release));
    if (kind === ".html" || kind === ".json") text = text.replaceAll("BR-VT", `BRVT-${release}`);
    return text;
  }
}

/** A sum as it is in a release: the same letters, begun elsewhere. */
function turned(sum: string, release: number): string {
  return sum.slice(release - 1) + sum.slice(0, release - 1);
}
