// Starts the program that brings the page to life. Until it has, and when it cannot, the page reads in
// full: this says in one line what a reader may wait for, or what does not work. The program's addresses
// stand in `page`, with the sentences where there is something to choose; the program says by
// `data-program` that it is alive, or that it has no data.
const root = document.documentElement;
const status = document.getElementById("status");
const { words } = page;
const waits = () => !root.dataset.program;
// Where the page cannot be narrowed to what its address asks for, all of it is shown, and that is said.
const whole = () => {
  const narrowed = "narrowed" in root.dataset;
  delete root.dataset.narrowed;
  return narrowed ? " " + words.whole : "";
};
const say = (sentence) => {
  if (words) status.textContent = sentence();
};
const fail = (why) => {
  root.dataset.program = "failed";
  for (const controls of document.querySelectorAll("[data-controls] fieldset")) {
    controls.disabled = true;
  }
  say(() => words[why] + whole() + " ");
  if (!words) return;
  const again = status.appendChild(document.createElement("a"));
  again.href = "";
  again.textContent = words.retry;
};
new MutationObserver(() => {
  const { program } = root.dataset;
  if (program === "no-data") fail("noData");
  if (program !== "alive") return;
  delete root.dataset.narrowed;
  say(() => "");
}).observe(root, { attributeFilter: ["data-program"] });
// A program that breaks after it has come says nothing itself.
const broke = ({ error, reason }) => {
  if (waits() && (error ?? reason) instanceof WebAssembly.RuntimeError) fail("broken");
};
// The day it is where the reader is.
const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60e3).toISOString().slice(0, 10);
};
if (page.until >= today()) {
  // What is written holds on this day, too.
  root.dataset.program = "alive";
} else if (typeof WebAssembly !== "object") {
  fail("unsupported");
} else {
  addEventListener("error", broke);
  addEventListener("unhandledrejection", broke);
  painted.then(() => {
    // Whoever waits longer than a moment is told so; whoever waits long, that the page can be read.
    setTimeout(() => waits() && say(() => words.loading), 300);
    setTimeout(() => waits() && say(() => words.slow + whole()), 10000);
    // All at once: the program, what it runs, and the data it will ask for.
    for (const hint of document.querySelectorAll("link[rel=preload][media]")) {
      hint.removeAttribute("media");
    }
    import(page.script)
      .then((program) => program.default({ module_or_path: page.wasm }))
      .catch((error) => {
        console.error(error);
        if (waits()) fail("broken");
      });
  });
}
