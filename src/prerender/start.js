// Starts the program that answers what is chosen on the page. Until it has, and when it cannot, the page
// reads in full: this says in one line what a reader may wait for, or what does not work. The program's
// addresses stand in `page`, with the sentences; the program says by `data-program` that it is alive, or
// that it has no data. A page on which nothing can be chosen is alive as it is.
const root = document.documentElement;
const status = document.getElementById("status");
const { words } = page;
const waits = () => !root.dataset.program;
const start = ({ script, wasm }) =>
  import(script).then((program) => program.default({ module_or_path: wasm }));
// Where the page cannot be narrowed to what its address asks for, all of it is shown, and that is said.
const whole = () => {
  const narrowed = "narrowed" in root.dataset;
  delete root.dataset.narrowed;
  return narrowed ? " " + words.whole : "";
};
const fail = (why) => {
  root.dataset.program = "failed";
  for (const controls of document.querySelectorAll("[data-controls] fieldset, #search")) {
    controls.disabled = true;
  }
  status.textContent = words[why] + whole() + " ";
  const again = status.appendChild(document.createElement("a"));
  again.href = "";
  again.textContent = words.retry;
};
// The day it is where the reader is.
const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60e3).toISOString().slice(0, 10);
};
// What the page says of promises holds until a day. After it another program writes that anew; when it
// cannot, what is written stays, and says of which day it is.
const renew = async () => {
  if (!(page.until < today())) return;
  root.dataset.renewal = "coming";
  try {
    await painted;
    await start(page.renewal);
  } catch (error) {
    console.error(error);
    root.dataset.renewal = "failed";
  }
};
const follow = () => {
  const { program } = root.dataset;
  if (program === "no-data") return fail("noData");
  if (program === "alive") {
    delete root.dataset.narrowed;
    status.textContent = "";
  }
  // Whether choices are answered or not.
  renew();
};
new MutationObserver(follow).observe(root, { attributeFilter: ["data-program"] });
// A program that breaks after it has come says nothing itself.
const broke = ({ error, reason }) => {
  if (waits() && (error ?? reason) instanceof WebAssembly.RuntimeError) fail("broken");
};
if (!page.script) {
  root.dataset.program = "alive";
} else if (typeof WebAssembly !== "object") {
  fail("unsupported");
} else {
  addEventListener("error", broke);
  addEventListener("unhandledrejection", broke);
  painted.then(() => {
    // Whoever waits longer than a moment is told so; whoever waits long, that the page can be read.
    setTimeout(() => waits() && (status.textContent = words.loading), 300);
    setTimeout(() => waits() && (status.textContent = words.slow + whole()), 10000);
    // All at once: the program, what it runs, and the data it will ask for.
    for (const hint of document.querySelectorAll("link[rel=preload][media]")) {
      hint.removeAttribute("media");
    }
    start(page).catch((error) => {
      console.error(error);
      if (waits()) fail("broken");
    });
  });
}
