// A script that runs in every measured page before the page's own scripts, the same for all pages. It sets marks
// when a figure is on screen, when the page can react to choices, and when a choice has changed the figure or
// the table.

import { CHANGED } from "./trace.mjs";

export const VISIBLE = "tinhso:visible";
export const ANSWERS = "tinhso:answers";

/** A usable checkbox of a province: on our page once the program runs, on the pages of the peers once enabled. */
export const CHECKBOX =
  "html[data-program=alive] input[name=tinh], body:not(:has(#app[data-base])) input[name=tinh]:enabled";

/** The arguments for `addInitScript`. */
export const watchScript = [watch, { VISIBLE, ANSWERS, CHANGED, CHECKBOX }];

/** Runs in the page, so it cannot use other names of this file. */
function watch({ VISIBLE, ANSWERS, CHANGED, CHECKBOX }) {
  // A chart is large and has labels; an empty frame or an icon does not count.
  const isChart = (svg) => {
    const { width, height } = svg.getBoundingClientRect();
    return width >= 200 && height >= 200 && svg.querySelectorAll("text").length >= 10;
  };
  // Marks the first frame in which something is there. A message sent in that frame arrives after the browser
  // has rendered it.
  const markOnce = (name, isThere) => {
    const look = () => {
      if (!isThere()) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark(name);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };
  markOnce(VISIBLE, () => [...document.querySelectorAll("svg")].some(isChart));
  markOnce(ANSWERS, () => document.querySelector(CHECKBOX) !== null);
  // Watch only elements that are added or removed. Watching attributes would slow down pages that change many.
  const isAbout = (node) =>
    node.nodeType === Node.ELEMENT_NODE &&
    (node.closest("svg, table") ?? node.querySelector("svg, table")) !== null;
  new MutationObserver((records) => {
    const nodes = records.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
    // A drawing for another screen width is not visible, so a change in it does not count.
    if (nodes.some((node) => isAbout(node) && node.checkVisibility())) performance.mark(CHANGED);
  }).observe(document, { subtree: true, childList: true });
  // Keep the memory of the WebAssembly program when it is created, because it cannot be reached later.
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    window.benchedMemory = made.instance.exports.memory;
    return made;
  };
}
