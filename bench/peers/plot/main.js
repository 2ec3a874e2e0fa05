import { axisX, dot, gridX, link, plot, ruleX, ruleY, text } from "@observablehq/plot";

import { percent } from "../shared/words.js";
import { start } from "../shared/page.js";

// Plot knows two diamonds; this one is as wide as it is high.
const SHAPES = { circle: "circle", square: "square", triangle: "triangle", diamond: "diamond2" };
const TICKS = [0, 25, 50, 75, 100];

// Plot has no update: a change draws anew, as its documentation shows.
start((element, { width, height, left, right, axis, plotHeight, ...figure }) => {
  const isTarget = (one) => one.isTarget;
  const isResult = (one) => !one.isTarget;
  const mark = { x: "x", y: "y", symbol: ({ shape }) => SHAPES[shape] };
  const rule = { x: "x", y1: "y1", y2: "y2", stroke: "#5b6168", strokeWidth: 1.5 };
  element.replaceChildren(
    plot({
      width,
      height,
      marginLeft: left,
      marginRight: right,
      marginTop: 0,
      marginBottom: axis,
      style: { fontFamily: "inherit", fontSize: 13, overflow: "visible" },
      x: { domain: [0, 100] },
      y: { domain: [0, plotHeight], range: [0, plotHeight], axis: null },
      marks: [
        gridX({ ticks: TICKS, stroke: "#dcdad4", strokeOpacity: 1 }),
        axisX({ ticks: TICKS, tickSize: 0, tickFormat: percent, label: null, fill: "#5b6168" }),
        ruleY(figure.names, { y: "y", stroke: "#dcdad4" }),
        ruleX(figure.rules.filter(isResult), rule),
        ruleX(figure.rules.filter(isTarget), { ...rule, strokeDasharray: "4 3" }),
        link(figure.links, {
          x1: "x1",
          x2: "x2",
          y: "y",
          stroke: "color",
          strokeWidth: 1.8,
          strokeDasharray: "0 4",
          strokeLinecap: "round",
        }),
        dot(figure.marks.filter(isTarget), { ...mark, r: 7, stroke: "color", fill: "white", strokeWidth: 2 }),
        dot(figure.marks.filter(isResult), { ...mark, r: 5, fill: "color" }),
        text(figure.titles, {
          frameAnchor: "left",
          dx: -left,
          textAnchor: "start",
          y: "y",
          text: "text",
          fontWeight: 700,
        }),
        text(figure.names, {
          frameAnchor: "left",
          dx: -12,
          textAnchor: "end",
          y: "y",
          text: "text",
          fill: "color",
          fontWeight: 700,
        }),
        text(figure.labels, { x: "x", y: "y", text: "text", fill: "color", stroke: "white" }),
      ],
    }),
  );
});
