import embed from "vega-embed";

import { percent } from "../shared/words.js";
import { start } from "../shared/page.js";

const TICKS = [0, 25, 50, 75, 100];
const x = {
  field: "x",
  type: "quantitative",
  scale: { domain: [0, 100], nice: false },
  axis: {
    values: TICKS,
    labelExpr: `{${TICKS.map((tick) => `${tick}: '${percent(tick)}'`)}}[datum.value]`,
    labelFlush: false,
    title: null,
    domain: false,
    ticks: false,
    gridColor: "#dcdad4",
    labelColor: "#5b6168",
    labelPadding: 8,
  },
};
// The layout has pixels already.
const at = (field) => ({ field, type: "quantitative", scale: null, axis: null });
const own = (field) => ({ field, type: "nominal", scale: null });
const color = own("color");
const layer = (name, mark, encoding, transform = []) => ({ data: { name }, mark, encoding, transform });
const only = (isTarget) => [{ filter: `datum.isTarget === ${isTarget}` }];
const point = { x, y: at("y"), shape: own("shape") };
const rule = { x, y: at("y1"), y2: { field: "y2" } };

const spec = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  datasets: { titles: [], names: [], rules: [], links: [], marks: [], labels: [] },
  autosize: { type: "none" },
  config: {
    view: { stroke: null },
    font: 'system-ui, "Noto Sans", sans-serif',
    axis: { labelFontSize: 13 },
    text: { fontSize: 13, baseline: "middle" },
  },
  layer: [
    layer("names", { type: "rule", color: "#dcdad4" }, { y: at("y") }),
    layer("rules", { type: "rule", color: "#5b6168", strokeWidth: 1.5 }, rule, only(false)),
    layer(
      "rules",
      { type: "rule", color: "#5b6168", strokeWidth: 1.5, strokeDash: [4, 3] },
      rule,
      only(true),
    ),
    layer(
      "links",
      { type: "rule", strokeWidth: 1.8, strokeDash: [0, 4], strokeCap: "round" },
      { x: { ...x, field: "x1" }, x2: { field: "x2" }, y: at("y"), color },
    ),
    layer(
      "marks",
      { type: "point", filled: false, size: 230, strokeWidth: 2, fill: "white", opacity: 1 },
      { ...point, stroke: color },
      only(true),
    ),
    layer("marks", { type: "point", filled: true, size: 95, opacity: 1 }, { ...point, color }, only(false)),
    layer(
      "titles",
      { type: "text", align: "left", fontWeight: 700 },
      { x: { value: { expr: "-padding.left" } }, y: at("y"), text: own("text") },
    ),
    layer(
      "names",
      { type: "text", align: "right", fontWeight: 700 },
      { x: { value: -12 }, y: at("y"), text: own("text"), color },
    ),
    layer("labels", { type: "text" }, { x, y: at("y"), text: own("text"), color }),
  ],
};

let view;
// Asked for before the first drawing is there, a choice waits for it.
let drawn = Promise.resolve();

start((element, figure) => {
  const { width, left, right, plotHeight, axis } = figure;
  drawn = drawn.then(async () => {
    const plotWidth = width - left - right;
    const padding = { left, right, top: 0, bottom: axis };
    if (!view) {
      const filled = {};
      for (const name in spec.datasets) filled[name] = figure[name];
      const first = { ...spec, width: plotWidth, height: plotHeight, padding, datasets: filled };
      ({ view } = await embed(element, first, { renderer: "svg", actions: false, tooltip: false }));
      return;
    }
    for (const name in spec.datasets) view.data(name, figure[name]);
    await view.width(plotWidth).height(plotHeight).padding(padding).runAsync();
  });
});
