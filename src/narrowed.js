// An address can ask for less than the written page shows. Until the program has narrowed the page,
// this script hides the rows, marks and cards of provinces that were not selected, before the first
// paint, and says which other choices of the address are not shown yet. `narrowedNotice("coming")`
// returns the notice while the program is loading, `narrowedNotice("kept")` the one after it has
// failed.
const narrowedNotice = (() => {
  const status = document.getElementById("status");
  const { keys, controls, provinces, country, ...words } = JSON.parse(status.dataset.words);
  if (!keys) return () => "";
  // Undo the most common damage that mails and chats do to links; the program undoes more of it.
  const query = new URLSearchParams(location.search.replaceAll("&amp;", "&"));
  const valueOf = (key) => query.getAll(key).join(",").replace(/[\s.,;:!?)\]}>"'”’»]+$/u, "");

  const ids = provinces.map(([id]) => id);
  const requestedIds = valueOf("tinh").split(",").map((id) => id.trim());
  const selectedIds = ids.filter((id) => requestedIds.includes(id));
  const isNarrow = selectedIds.length > 0 && selectedIds.length < ids.length;
  // The written page has no figures of other provinces.
  const asksForOthers = requestedIds.some((id) => id && !ids.includes(id));

  const hideOtherProvinces = () => {
    const anyOf = (selectorFor, ids) => `:is(${ids.map(selectorFor)})`;
    const cardOf = (id) => `[id^="${id}/"]`;
    const linkToFigureOf = (id) => `[href*="#${id}/"]`;
    const others = ids.filter((id) => !selectedIds.includes(id));
    const colors = provinces.filter(([id]) => others.includes(id)).flatMap(([, color]) => [`.f-${color}`, `.s-${color}`]);
    const rules = [
      [`.t-card${anyOf(cardOf, others)}`, "display: none"],
      [`.t-below tr:has(${anyOf(linkToFigureOf, others)})`, "display: none"],
      [`.t-below tbody:has(${anyOf(linkToFigureOf, others)}):not(:has(${anyOf(linkToFigureOf, [...selectedIds, country])}))`, "display: none"],
      // Each province has a column, after the column of the editions.
      [`[aria-labelledby=history-title] tr > ${anyOf((id) => `:nth-child(${ids.indexOf(id) + 2})`, others)}`, "display: none"],
      [`.t-promises li:has(> ${anyOf(cardOf, others)})`, "display: none"],
      [`.t-promises:has(${anyOf(cardOf, others)}):not(:has(${anyOf(cardOf, selectedIds)}))`, "display: none"],
      // Keep the size of the figure. A map has a tile for every province, so nothing is hidden
      // there.
      [`.tso-chart :is(${colors})`, "visibility: hidden"],
      [`.tso-chart:not([aria-labelledby^="map-"]) ${anyOf(linkToFigureOf, others)}`, "visibility: hidden"],
      [`.t-ranking__own:has(${anyOf((id) => `[href$="/tinh/${id}/"]`, others)})`, "background: none"],
    ];
    const ofAll = `::before { content: ${JSON.stringify(words.ofAll)} }`;
    const sheet = new CSSStyleSheet();
    const whileLoading = "html:not([data-program=alive])";
    const ruleTexts = rules.map(([selector, declaration]) => `${whileLoading} ${selector} { ${declaration} }`);
    sheet.replaceSync([...ruleTexts, `${whileLoading} :is(.t-lead, .t-states, .t-why h2)${ofAll}`].join("\n"));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  const noticeFor = (key, wording) => {
    const value = valueOf(key);
    if (!value) return "";
    if (key === "tinh" && ids.length > 0) {
      const rest = isNarrow ? `${words.narrowed} ${words.others}` : words.whole;
      if (asksForOthers) return rest;
      return isNarrow ? words.narrowed : "";
    }
    const [name, now] = controls[key] ?? [];
    let readable = "";
    if (key === "nam" && /^\d{4}$/.test(value)) readable = value;
    if (key === "ngay" && /^\d{4}-\d\d-\d\d$/.test(value) && !isNaN(Date.parse(value))) {
      const month = document.documentElement.lang === "vi" ? "numeric" : "long";
      const format = { day: "numeric", month, year: "numeric", timeZone: "UTC" };
      readable = new Date(value).toLocaleDateString(month === "long" ? "en-US" : "vi", format);
    }
    if (!name || !readable) return isNarrow ? words.others : words.whole;
    return words[wording].replace("{name}", name).replace("{now}", now).replace("{asked}", readable);
  };
  const notice = (wording) => [...new Set(keys.map((key) => noticeFor(key, wording)))].filter(Boolean).join(" ");

  if (isNarrow) {
    try {
      hideOtherProvinces();
    } catch (error) {
      // An older browser shows everything.
      console.warn(error);
    }
    document.addEventListener("DOMContentLoaded", () => {
      for (const box of document.querySelectorAll("[name=tinh]")) {
        box.defaultChecked = selectedIds.includes(box.value);
      }
    });
  }
  status.textContent = notice("coming");
  return notice;
})();
