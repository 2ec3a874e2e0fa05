// Loads and starts the program once the page has been painted. Until the program runs, and if it
// fails, this script shows in the status line what the reader is waiting for, or what does not
// work. The program sets `data-program` on the root element when it runs ("alive") or has no data
// ("no-data").
const root = document.documentElement;
const status = document.getElementById("status");
const app = document.getElementById("app");
// The host sends the same 404 page for every unknown address. The page contains its other language
// in a template, which replaces it if the address is one of that language.
const otherLanguage = document.querySelector("template[data-folder]");
const isOtherLanguage = otherLanguage && location.pathname.startsWith(otherLanguage.dataset.folder);
const words = JSON.parse((isOtherLanguage ? otherLanguage : status).dataset.words);
if (isOtherLanguage) {
  app.replaceChildren(otherLanguage.content.cloneNode(true));
  document.title = otherLanguage.title;
  root.lang = otherLanguage.lang;
}
const [script, wasm] = document.querySelector("meta[name=program]").content.split(" ");
const isLoading = () => !root.dataset.program;
const showStatus = (word) => (status.textContent = words[word] ?? word);
const reportFailure = (reason) => {
  root.dataset.program = "failed";
  for (const controls of document.querySelectorAll(".t-controls fieldset, #search")) {
    controls.disabled = true;
  }
  showStatus(reason);
  // Do not say that the content is complete if some of it is hidden.
  const remark = reason === "stopped" ? "" : narrowedNotice("kept") || words.complete;
  if (remark) status.append(" ", remark);
  const retryLink = document.createElement("a");
  retryLink.href = "";
  retryLink.textContent = words.retry ?? "↻";
  status.append(" ", retryLink);
};
// A browser that goes to another page breaks off what this one is loading, some as soon as the link
// is followed. So tell of a failure only if the reader is still here after a while. A page that Back
// then brings as it was left has to be loaded anew.
let isLeaving = false;
const onLeaving = () => (isLeaving = true);
addEventListener("beforeunload", onLeaving);
const unlessLeaving = (report) => {
  if (!isLeaving) return report();
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  setTimeout(report, 10000);
};
// Keys only look through a list until Enter chooses, and Tab leaves it. So note the last other key in
// each list before the program comes.
const noteKey = ({ target, key }) => {
  if (target.localName === "select" && !/Tab|Shift/.test(key)) target.dataset.key = key;
};
addEventListener("keydown", noteKey);
new MutationObserver(() => {
  const { program } = root.dataset;
  if (program === "no-data") unlessLeaving(() => reportFailure("noData"));
  if (program === "alive") status.textContent = "";
  // Firefox does not keep a whole page for Back that listens to this.
  removeEventListener("beforeunload", onLeaving);
  removeEventListener("keydown", noteKey);
}).observe(root, { attributeFilter: ["data-program"] });
// A program that crashes, now or later, cannot say so itself.
const onCrash = ({ error, reason }) => {
  if (root.dataset.program !== "failed" && (error ?? reason) instanceof WebAssembly.RuntimeError) {
    if (isLoading()) reportFailure("broken");
    else reportFailure("stopped");
  }
};
// Load the WebAssembly and the data at the same time as the program's JavaScript.
const addLinkHint = (rel, href) => {
  const link = document.createElement("link");
  Object.assign(link, { rel, href, crossOrigin: "anonymous" });
  if (rel === "preload") link.as = "fetch";
  document.head.append(link);
};
if (typeof WebAssembly !== "object") {
  reportFailure("unsupported");
} else if (!location.protocol.startsWith("http")) {
  // A copy of the page, in a file or in the source of a frame, has no address of the site, by which the
  // program would know which page it is.
  reportFailure("broken");
} else {
  addEventListener("error", onCrash);
  addEventListener("unhandledrejection", onCrash);
  pagePainted.then(() => {
    // Say that the program is loading only if it takes longer than a moment; if it takes long, say
    // that the page can be read.
    const showIfLoading = (word) => isLoading() && (showStatus(word), status.append(" ", narrowedNotice("coming")));
    setTimeout(showIfLoading, 300, "loading");
    setTimeout(showIfLoading, 10000, "slow");
    addLinkHint("preload", wasm);
    if (app.dataset.bundle) addLinkHint("preload", app.dataset.base + app.dataset.bundle);
    import(script)
      .then((program) => program.default({ module_or_path: wasm }))
      .catch((error) =>
        unlessLeaving(() => {
          console.error(error);
          if (isLoading()) reportFailure("broken");
        }),
      );
  });
}
// Load `worker/register.js`, which keeps the site for reading without a network, once the page has
// been painted. If the service worker announces another release before that, remember it.
const offline = document.querySelector("meta[name=offline]");
if (offline) {
  try {
    navigator.serviceWorker?.addEventListener("message", ({ data }) => {
      if (data?.tinhso) offline.dataset.told = data.tinhso;
    });
  } catch (error) {
    // In a sandboxed frame it cannot even be asked for.
    console.warn(error);
  }
  pagePainted.then(() => {
    const script = document.createElement("script");
    script.src = offline.content;
    document.head.append(script);
  });
}
// A wide screen shows what is only closed on phones, in most browsers by the style sheet alone. Let its state say
// so, too.
if (matchMedia("(min-width: 40.0625rem)").matches) {
  for (const fold of document.querySelectorAll(".t-fold--phone")) fold.open = true;
}
// Enter in a field among the controls chooses something once the program has come, and must not load the page.
addEventListener("submit", (event) => {
  if (event.target.matches(".t-controls")) event.preventDefault();
});
// A link in a menu leads on, so close the menu.
addEventListener("click", ({ target }) => {
  if (target.closest("a")) target.closest("[popover]:popover-open")?.hidePopover();
});
