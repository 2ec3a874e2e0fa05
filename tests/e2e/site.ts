// The pages that the specs open: one of each kind in both languages, and the files that the build has written for
// them.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { DIST } from "./releases";

export type Language = "vi" | "en";

export const LANGUAGES: readonly Language[] = ["vi", "en"];

/**
 * The paths of the Vietnamese pages that are the only one of their kind: all at the top level of the site that
 * search engines may list.
 */
const SINGLE_PATHS = ["", ...readdirSync(DIST).map((name) => `${name}/`)].filter((path) => {
  try {
    return path !== "en/" && !writtenPage(path).includes('<meta name="robots" content="noindex">');
  } catch {
    return false;
  }
});

/** One page of each kind, with its path in Vietnamese. A page that is the only one of its kind is named by its path. */
export const KINDS = [
  ...SINGLE_PATHS.map((path) => ({ kind: path.replace("/", "") || "home", path })),
  { kind: "compare", path: "so-sanh/online-dossiers/" },
  // This topic has figures of several years, so its page has a chart over time.
  { kind: "concept", path: "chi-tieu/dti-rank/" },
  { kind: "province", path: "tinh/br-vt/" },
  // A province that the site does not follow, and that another one was merged into.
  { kind: "unit", path: "tinh/da-nang/" },
];

/** Every kind of page in every language: `name` is for test titles, `address` is the page `path` in that language. */
export const PAGES = LANGUAGES.flatMap((language) =>
  KINDS.map(({ kind, path }) => ({
    name: `${kind} in ${language}`,
    kind,
    language,
    path,
    address: addressOf(language, path),
  })),
);

/**
 * The kinds of pages that no search engine lists: one whose topic was moved, what a reader sees without a network, and
 * what they see at an address without a page.
 */
const UNLISTED_KINDS = [
  { kind: "moved", path: "so-sanh/digital-economy-rank/" },
  { kind: "offline", path: "khong-co-mang/" },
  { kind: "not found", path: "khong-co-trang-nay/" },
];

/** All that a reader can get from the site, in every language. */
export const ALL_PAGES = LANGUAGES.flatMap((language) =>
  [...KINDS, ...UNLISTED_KINDS].map(({ kind, path }) => ({
    name: `${kind} in ${language}`,
    kind,
    language,
    address: addressOf(language, path),
  })),
);

/** The address of a path in a language, relative to the base path. */
export function addressOf(language: Language, path: string): string {
  return `./${language === "en" ? "en/" : ""}${path}`;
}

/** The text of the written page at an address. */
export function writtenPage(address: string): string {
  return readFileSync(join(DIST, address, "index.html"), "utf8");
}

/** The title of the written page at an address. */
export function titleOf(address: string): string {
  const title = /<title>(.*?)<\/title>/.exec(writtenPage(address))?.[1] ?? "";
  return title.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** The comparison that most specs use: it has four provinces, three definitions, results and targets. */
export const DOSSIERS = "so-sanh/online-dossiers/";

/** The followed provinces in the order of the data, with the labels of their checkboxes. */
export const PROVINCES = [
  { id: "br-vt", name: "BR-VT" },
  { id: "khanh-hoa", name: "Khánh Hòa" },
  { id: "binh-phuoc", name: "Bình Phước" },
  { id: "bac-lieu", name: "Bạc Liêu" },
] as const;

/** Addresses at which there is no page, and the language in which the site says so. */
export const UNKNOWN_ADDRESSES = [
  { path: "khong-co-trang-nay/", language: "vi" },
  { path: "so-sanh/no-such-topic/", language: "vi" },
  { path: "a/b/c", language: "vi" },
  { path: "en/no-such-page/", language: "en" },
  { path: "en/tinh/atlantis/", language: "en" },
] as const;
