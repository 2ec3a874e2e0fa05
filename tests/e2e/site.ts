// The pages the specs walk through: one of each kind, in both languages, as the build has written them.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { DIST } from "./releases";

export type Language = "vi" | "en";

export const LANGUAGES: readonly Language[] = ["vi", "en"];

/** The files of the Vietnamese pages that are one of a kind: all in the first folder that are to be found. */
const FIXED = ["", ...readdirSync(DIST).map((name) => `${name}/`)].filter((path) => {
  try {
    return path !== "en/" && !writtenAt(path).includes('<meta name="robots" content="noindex">');
  } catch {
    return false;
  }
});

/** One page of each kind, by its path below the language's root; one that is alone of its kind is called by it. */
export const KINDS = [
  ...FIXED.map((path) => ({ kind: path.replace("/", "") || "home", path })),
  { kind: "compare", path: "so-sanh/online-dossiers/" },
  // A topic with figures of several years, so that the page has a chart over time.
  { kind: "concept", path: "chi-tieu/dti-rank/" },
  { kind: "province", path: "tinh/br-vt/" },
  // One that the site does not follow, and that took another one in.
  { kind: "unit", path: "tinh/da-nang/" },
];

/** Every kind of page in every language: `name` for titles of tests, `address` to open, which is
 * that of `path` in the language. */
export const PAGES = LANGUAGES.flatMap((language) =>
  KINDS.map(({ kind, path }) => ({
    name: `${kind} in ${language}`,
    kind,
    language,
    path,
    address: addressOf(language, path),
  })),
);

/** The address of a path in a language, relative to the base path. */
export function addressOf(language: Language, path: string): string {
  return `./${language === "en" ? "en/" : ""}${path}`;
}

/** The file that is written of an address. */
export function writtenAt(address: string): string {
  return readFileSync(join(DIST, address, "index.html"), "utf8");
}

/** The title that is written of an address. */
export function titleOf(address: string): string {
  const title = /<title>(.*?)<\/title>/.exec(writtenAt(address))?.[1] ?? "";
  return title.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** The comparison most specs use: four provinces, three definitions, results and targets. */
export const DOSSIERS = "so-sanh/online-dossiers/";

/** The provinces in the order of the data, with the names their controls have. */
export const PROVINCES = [
  { id: "br-vt", name: "BR-VT" },
  { id: "khanh-hoa", name: "Khánh Hòa" },
  { id: "binh-phuoc", name: "Bình Phước" },
  { id: "bac-lieu", name: "Bạc Liêu" },
] as const;

/** Addresses of no page, and the language each is answered in. */
export const NOWHERE = [
  { path: "khong-co-trang-nay/", language: "vi" },
  { path: "so-sanh/no-such-topic/", language: "vi" },
  { path: "a/b/c", language: "vi" },
  { path: "en/no-such-page/", language: "en" },
  { path: "en/tinh/atlantis/", language: "en" },
] as const;
