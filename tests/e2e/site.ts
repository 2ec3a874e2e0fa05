// The pages the specs walk through: one of each kind, in both languages.

export type Language = "vi" | "en";

export const LANGUAGES: readonly Language[] = ["vi", "en"];

/** One page of each kind, by its path below the language's root. */
export const KINDS = [
  { kind: "home", path: "" },
  { kind: "topics", path: "so-sanh/" },
  { kind: "compare", path: "so-sanh/online-dossiers/" },
  // A topic with figures of several years, so that the page has a chart over time.
  { kind: "concept", path: "chi-tieu/dti-rank/" },
  { kind: "promises", path: "loi-hua/" },
  { kind: "provinces", path: "tinh/" },
  { kind: "province", path: "tinh/br-vt/" },
  // One that the site does not follow, and that took another one in.
  { kind: "unit", path: "tinh/da-nang/" },
  { kind: "ranking", path: "xep-hang/" },
  { kind: "sources", path: "nguon/" },
  { kind: "method", path: "phuong-phap/" },
] as const;

/** Every kind of page in every language: `name` for titles of tests, `address` to open. */
export const PAGES = LANGUAGES.flatMap((language) =>
  KINDS.map(({ kind, path }) => ({
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

/** The comparison most specs use: four provinces, three definitions, results and targets. */
export const DOSSIERS = "so-sanh/online-dossiers/";

/** The provinces in the order of the data, with the names their controls have. */
export const PROVINCES = [
  { id: "br-vt", name: "BR-VT" },
  { id: "khanh-hoa", name: "Khánh Hòa" },
  { id: "binh-phuoc", name: "Bình Phước" },
  { id: "bac-lieu", name: "Bạc Liêu" },
] as const;
