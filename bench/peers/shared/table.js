// The figures once more, with their sources.

import { long, place, when } from "./words.js";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter]);
const HEAD =
  "<caption>Số liệu trong hình</caption><thead><tr><th scope=col>Tỉnh<th scope=col class=number>Kết quả" +
  "<th scope=col>Thời điểm<th scope=col class=number>Mục tiêu<th scope=col>Hạn<th scope=col>Nguồn</thead>";

export function tableOf(bands, { sources, disputed }) {
  const figure = (one) =>
    one
      ? escape(long(one)) +
        (disputed.has(one.id) ? "<span class=note>nguồn khác nói khác</span>" : "")
      : "–";
  const sourceOf = ({ source: id, locator }) => {
    const source = sources.get(id);
    const name = escape(source.publisher ?? source.title);
    const title = escape(source.title);
    const link = source.url
      ? `<a href="${escape(source.url)}" rel="noopener external" title="${title}">${name}</a>`
      : `<span title="${title}">${name}</span>`;
    return `${link}, ${place(locator)}${source.kind === "repost" ? " (đăng lại)" : ""}`;
  };
  const row = ({ name, result, target }) => {
    const from = [result, target].filter(Boolean).map(sourceOf);
    return (
      `<tr><th scope=row>${escape(name)}<td class=number data-label="Kết quả"><div>${figure(result)}</div>` +
      `<td data-label="Thời điểm">${result ? when(result) : "–"}` +
      `<td class=number data-label="Mục tiêu"><div>${figure(target)}</div>` +
      `<td data-label="Hạn">${target ? when(target) || "không nêu hạn" : "–"}` +
      `<td data-label="Nguồn"><div>${[...new Set(from)].join("<br>")}</div>`
    );
  };
  const body = ({ name, rows, country }) =>
    `<tbody><tr class=band><th colspan=6 scope=rowgroup>${escape(name)}` +
    [...rows, country].filter(Boolean).map(row).join("");
  return HEAD + bands.map(body).join("");
}
