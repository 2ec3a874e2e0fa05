// Where things stand in the figure: x in percent points, y in pixels from the top. The libraries
// draw; what goes above what is the same for all, and so is the room a label needs.

import { short, when } from "./words.js";

const TEXT = 18;
const ROW = 24;
const GAP = 14;
const AXIS = 24;
// Of a letter, in pixels at 13 px: labels are kept inside the figure by this estimate.
const LETTER = 7;

export function layOut(bands, width) {
  const left = width < 560 ? 92 : 116;
  const right = 22;
  const room = width - left - right;
  const figure = {
    width,
    left,
    right,
    titles: [],
    names: [],
    rules: [],
    links: [],
    marks: [],
    labels: [],
  };
  /** Over `x` or, with `side` 1 or -1, beside it, as near as the edge of the figure lets it be. */
  const label = (x, y, text, color, side = 0) => {
    const half = (text.length * LETTER) / 2;
    const wanted = left + (x / 100) * room + side * half;
    const center = Math.max(half, Math.min(width - half, wanted));
    figure.labels.push({ x: ((center - left) / room) * 100, y, text, color });
  };
  let y = 0;
  for (const { name, rows, country } of bands) {
    for (const text of linesOf(name, width)) {
      figure.titles.push({ y: y + TEXT / 2, text });
      y += TEXT;
    }
    const { result, target } = country ?? {};
    const lines = [];
    if (target) lines.push({ ...target, isTarget: true, text: `mục tiêu cả nước ${wordsOf(target)}` });
    if (result) lines.push({ ...result, isTarget: false, text: `cả nước ${wordsOf(result)}` });
    const bottom = y + lines.length * TEXT + heightOf(rows);
    const rightmost = Math.max(...lines.map(({ value }) => value));
    for (const { value, isTarget, text } of lines) {
      // Away from the other line.
      label(value, y + TEXT / 2, text, "#5b6168", value === rightmost ? 1 : -1);
      figure.rules.push({ x: value, y1: y, y2: bottom, isTarget });
      y += TEXT;
    }
    for (const { name, color, shape, result, target } of rows) {
      if (target) {
        label(target.value, y + TEXT / 2, `mục tiêu ${wordsOf(target)}`, color);
        y += TEXT;
      }
      const middle = y + ROW / 2;
      figure.names.push({ y: middle, text: name, color });
      y += ROW;
      if (target) {
        figure.marks.push({ x: target.value, y: middle, color, shape, isTarget: true });
      }
      if (result) {
        figure.marks.push({ x: result.value, y: middle, color, shape, isTarget: false });
        label(result.value, y + TEXT / 2, wordsOf(result), "#1b1d1f");
        y += TEXT;
      }
      if (result && target && result.value !== target.value) {
        figure.links.push({ x1: result.value, x2: target.value, y: middle, color });
      }
    }
    if (rows.length === 0) y += heightOf(rows);
    y += GAP;
  }
  return { ...figure, plotHeight: y, axis: AXIS, height: y + AXIS };
}

const wordsOf = (one) =>
  [short(one), when(one)].filter(Boolean).join(" · ") + (one.caveat ? ", có lưu ý" : "");

const heightOf = (rows) =>
  rows.reduce((sum, { result, target }) => sum + ROW + (target ? TEXT : 0) + (result ? TEXT : 0), 0) ||
  ROW / 2;

/** A title in as many lines as it needs. */
function linesOf(text, width) {
  const longest = Math.floor(width / (LETTER * 1.1));
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > longest) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
