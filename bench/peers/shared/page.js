// What all peers do alike: load, draw, answer a choice, follow the width.

import { load } from "./data.js";
import { layOut } from "./layout.js";
import { bandsOf } from "./model.js";
import { tableOf } from "./table.js";

/** `draw(element, figure)` draws into the empty element first, and changes the drawing later. */
export async function start(draw) {
  const data = await load();
  const element = document.getElementById("figure");
  const table = document.getElementById("table");
  const form = document.querySelector("form");
  let width = element.clientWidth;
  const show = () => {
    const chosen = [...form.querySelectorAll(":checked")].map(({ value }) => value);
    const bands = bandsOf(data, chosen);
    draw(element, layOut(bands, width));
    table.innerHTML = tableOf(bands, data);
  };
  show();
  form.addEventListener("change", show);
  form.firstElementChild.disabled = false;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    show();
  }).observe(element);
}
