// What is put into every page before its own scripts, the same for all: it marks when a figure is on
// screen, when choices are answered, and when a choice has changed the figure or the table.

import { CHANGED } from "./trace.mjs";

export const VISIBLE = "tinhso:visible";
export const ANSWERS = "tinhso:answers";

/** A province's checkbox, on our page and on those of the peers, once it can be used. */
export const CHECKBOX =
  "html[data-program=alive] input[name=tinh], body:not(:has(#app[data-base])) input[name=tinh]:enabled";

/** For `addInitScript`. */
export const watching = [watch, { VISIBLE, ANSWERS, CHANGED, CHECKBOX }];

/** Runs in the page, and so may name nothing of this file. */
function watch({ VISIBLE, ANSWERS, CHANGED, CHECKBOX }) {
  // A chart of a decent size with its labels in it, which an empty frame and a glyph are not.
  const isChart = (svg) => {
    const { width, height } = svg.getBoundingClientRect();
    return width >= 200 && height >= 200 && svg.querySelectorAll("text").length >= 10;
  };
  // In the first frame in which something is there: a message arrives when the frame is rendered.
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
  // Elements that come or go, not every attribute: those who change many would pay for the watching.
  const isAbout = (node) =>
    node.nodeType === Node.ELEMENT_NODE &&
    (node.closest("svg, table") ?? node.querySelector("svg, table")) !== null;
  new MutationObserver((records) => {
    const nodes = records.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
    // What is drawn for another width, and not seen, is no outcome of a choice.
    if (nodes.some((node) => isAbout(node) && node.checkVisibility())) performance.mark(CHANGED);
  }).observe(document, { subtree: true, childList: true });
  // The memory of a program is reached where it is made.
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...words) => {
    const made = await instantiate.apply(WebAssembly, words);
    window.benchedMemory = made.instance.exports.memory;
    return made;
  };
}
