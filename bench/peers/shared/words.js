// How numbers and times are written in Vietnamese.

const numbers = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });
const SIGNS = { "~": "≈ ", ">": "> ", "<": "< " };
const WORDS = { "~": "khoảng ", ">": "hơn ", "<": "dưới " };

export const percent = (value) => `${numbers.format(value)}%`;
export const short = ({ comparator, value }) => (SIGNS[comparator] ?? "") + percent(value);
export const long = ({ comparator, value }) => (WORDS[comparator] ?? "") + percent(value);

/** `2023-07-20` is written 20/7/2023, and `2024-01/2024-06` 1–6/2024. */
export function time(text) {
  const [first, last] = text.split("/");
  if (last !== undefined) return `${Number(first.slice(5))}–${time(last)}`;
  const [year, ...rest] = first.split("-");
  return [...rest.reverse().map(Number), year].join("/");
}

/** The end of a period, as text that sorts: a year ends after its months, and none comes first. */
export const end = (text = "") => text.split("/").at(-1).padEnd(10, text === "" ? " " : "~");

/** When a figure is of, and whether the source says so; of a target without a deadline nothing. */
export function when({ period, deadline, inferred = [] }) {
  const text = period ?? deadline;
  if (text === undefined) return "";
  return time(text) + (inferred.includes(period ? "period" : "deadline") ? ", suy ra" : "");
}

/** `¶15` and `cả trang · whole page`, as the site's table has them. */
export const place = (locator) => locator.split(" · ")[0].replace("¶", "đoạn ");
