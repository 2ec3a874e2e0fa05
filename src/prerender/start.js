// Starts the program that brings the page to life. Until it has, and when it cannot, the page reads in
// full: this says in one line what a reader may wait for, or what does not work. The sentences and the
// program's addresses stand in `page`; the program says by `data-program` that it is alive or failed.
const root = document.documentElement;
const status = document.getElementById("status");
const waits = () => !root.dataset.program;
const fail = (sentence) => {
  const narrowed = "narrowed" in root.dataset ? " " + page.words.whole : "";
  root.dataset.program = "failed";
  delete root.dataset.narrowed;
  for (const controls of document.querySelectorAll("[data-controls] fieldset")) {
    controls.disabled = true;
  }
  status.textContent = sentence + narrowed + " ";
  const again = status.appendChild(document.createElement("a"));
  again.href = "";
  again.textContent = page.words.retry;
};
if (typeof WebAssembly !== "object") {
  fail(page.words.unsupported);
} else {
  const tell = (sentence) => () => {
    if (waits()) status.textContent = sentence;
  };
  painted.then(() => {
    // Whoever waits longer than a moment is told so; whoever waits long, that the page can be read.
    setTimeout(tell(page.words.loading), 300);
    setTimeout(tell(page.words.slow), 10000);
    // All at once: the program, what it runs, and the data it will ask for.
    for (const hint of document.querySelectorAll("link[rel=preload][media]")) {
      hint.removeAttribute("media");
    }
    import(page.script)
      .then((program) => program.default({ module_or_path: page.wasm }))
      .catch((error) => {
        console.error(error);
        if (waits()) fail(page.words.broken);
      });
  });
}
