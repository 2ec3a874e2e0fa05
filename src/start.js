// Starts the program once the page can be read. Until it has come, and when it cannot, this says in one
// line what a reader may wait for, or what does not work. The program says by `data-program` that it is
// alive, or that it has no data.
const root = document.documentElement;
const status = document.getElementById("status");
const app = document.getElementById("app");
// A host has one page for all addresses that lead nowhere. It brings the page in its other language, too,
// for whoever asked for an address in that one.
const other = document.querySelector("template[data-folder]");
const isOther = other && location.pathname.startsWith(other.dataset.folder);
const words = JSON.parse((isOther ? other : status).dataset.words);
if (isOther) {
  app.replaceChildren(other.content.cloneNode(true));
  document.title = other.title;
  root.lang = other.lang;
}
const [script, wasm] = document.querySelector("meta[name=program]").content.split(" ");
const waits = () => !root.dataset.program;
const say = (word) => (status.textContent = words[word] ?? word);
const fail = (why) => {
  root.dataset.program = "failed";
  for (const controls of document.querySelectorAll(".t-controls fieldset, #search")) {
    controls.disabled = true;
  }
  say(why);
  // Of a page that shows less than it has it must not be said that it is complete.
  const rest = why === "stopped" ? "" : narrowed("kept") || words.complete;
  if (rest) status.append(" ", rest);
  const again = document.createElement("a");
  again.href = "";
  again.textContent = words.retry ?? "↻";
  status.append(" ", again);
};
new MutationObserver(() => {
  const { program } = root.dataset;
  if (program === "no-data") fail("noData");
  if (program === "alive") status.textContent = "";
}).observe(root, { attributeFilter: ["data-program"] });
// A program that breaks, now or later, says nothing itself.
const broke = ({ error, reason }) => {
  if (root.dataset.program !== "failed" && (error ?? reason) instanceof WebAssembly.RuntimeError) {
    if (waits()) fail("broken");
    else fail("stopped");
  }
};
// All at once: the program, what it runs, and the data it will ask for.
const hint = (rel, href) => {
  const link = document.createElement("link");
  Object.assign(link, { rel, href, crossOrigin: "anonymous" });
  if (rel === "preload") link.as = "fetch";
  document.head.append(link);
};
if (typeof WebAssembly !== "object") {
  fail("unsupported");
} else {
  addEventListener("error", broke);
  addEventListener("unhandledrejection", broke);
  painted.then(() => {
    // Whoever waits longer than a moment is told so; whoever waits long, that the page can be read.
    const wait = (word) => waits() && (say(word), status.append(" ", narrowed("coming")));
    setTimeout(wait, 300, "loading");
    setTimeout(wait, 10000, "slow");
    hint("preload", wasm);
    if (app.dataset.bundle) hint("preload", app.dataset.base + app.dataset.bundle);
    import(script)
      .then((program) => program.default({ module_or_path: wasm }))
      .catch((error) => {
        console.error(error);
        if (waits()) fail("broken");
      });
  });
}
// What keeps the site for reading without a network comes once the page was painted. What the service worker
// says of another release meanwhile is kept for it.
const offline = document.querySelector("meta[name=offline]");
if (offline) {
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (data?.tinhso) offline.dataset.told = data.tinhso;
  });
  painted.then(() => {
    const script = document.createElement("script");
    script.src = offline.content;
    document.head.append(script);
  });
}
