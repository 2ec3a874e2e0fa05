// An address may ask for less than the page was written with. Until the program has made the page narrower,
// the rows, marks and cards of provinces that were not chosen are hidden from the first paint on, and a
// line says what is shown in the place of everything else that was asked for. `narrowed` gives that line,
// for as long as something is to come or once it is known that nothing will.
const narrowed = (() => {
  const status = document.getElementById("status");
  const { keys, controls, provinces, country, ...words } = JSON.parse(status.dataset.words);
  if (!keys) return () => "";
  // What mails and chats do to links; the program undoes more of it.
  const query = new URLSearchParams(location.search.replaceAll("&amp;", "&"));
  const asked = (key) => query.getAll(key).join(",").replace(/[\s.,;:!?)\]}>"'”’»]+$/u, "");

  const ids = provinces.map(([id]) => id);
  const wanted = asked("tinh").split(",").map((id) => id.trim());
  const chosen = ids.filter((id) => wanted.includes(id));
  const isNarrow = chosen.length > 0 && chosen.length < ids.length;

  const hide = () => {
    const any = (make, of) => `:is(${of.map(make)})`;
    const card = (id) => `[id^="${id}/"]`;
    const figure = (id) => `[href*="#${id}/"]`;
    const others = ids.filter((id) => !chosen.includes(id));
    const colors = provinces.filter(([id]) => others.includes(id)).flatMap(([, color]) => [`.f-${color}`, `.s-${color}`]);
    const rules = [
      [`.t-card${any(card, others)}`, "display: none"],
      [`.t-below tr:has(${any(figure, others)})`, "display: none"],
      [`.t-below tbody:has(${any(figure, others)}):not(:has(${any(figure, [...chosen, country])}))`, "display: none"],
      // A column each, behind that of the editions.
      [`[aria-labelledby=history] tr > ${any((id) => `:nth-child(${ids.indexOf(id) + 2})`, others)}`, "display: none"],
      [`.t-promises li:has(> ${any(card, others)})`, "display: none"],
      [`.t-promises:has(${any(card, others)}):not(:has(${any(card, chosen)}))`, "display: none"],
      // The figure keeps its room. On a map everybody has a tile.
      [`.tso-chart :is(${colors})`, "visibility: hidden"],
      [`.tso-chart:not([aria-labelledby^="map-"]) ${any(figure, others)}`, "visibility: hidden"],
      [`.t-ranking__own:has(${any((id) => `[href$="/tinh/${id}/"]`, others)})`, "background: none"],
    ];
    const ofAll = `::before { content: ${JSON.stringify(words.ofAll)} }`;
    const sheet = new CSSStyleSheet();
    const until = "html:not([data-program=alive])";
    const texts = rules.map(([what, how]) => `${until} ${what} { ${how} }`);
    sheet.replaceSync([...texts, `${until} :is(.t-lead, .t-states, .t-why h2)${ofAll}`].join("\n"));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  const line = (key, end) => {
    const value = asked(key);
    if (!value) return "";
    if (key === "tinh" && ids.length > 0) return isNarrow ? words.narrowed : "";
    const [name, now] = controls[key] ?? [];
    let readable = "";
    if (key === "nam" && /^\d{4}$/.test(value)) readable = value;
    if (key === "ngay" && /^\d{4}-\d\d-\d\d$/.test(value) && !isNaN(Date.parse(value))) {
      const month = document.documentElement.lang === "vi" ? "numeric" : "long";
      const form = { day: "numeric", month, year: "numeric", timeZone: "UTC" };
      readable = new Date(value).toLocaleDateString(month === "long" ? "en-US" : "vi", form);
    }
    if (!name || !readable) return words.whole;
    return words[end].replace("{name}", name).replace("{now}", now).replace("{asked}", readable);
  };
  const lines = (end) => [...new Set(keys.map((key) => line(key, end)))].filter(Boolean).join(" ");

  if (isNarrow) {
    try {
      hide();
    } catch (error) {
      // An older browser shows all of it.
      console.warn(error);
    }
    document.addEventListener("DOMContentLoaded", () => {
      for (const box of document.querySelectorAll("[name=tinh]")) {
        box.defaultChecked = chosen.includes(box.value);
      }
    });
  }
  status.textContent = lines("coming");
  return lines;
})();
