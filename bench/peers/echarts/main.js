import { init, use } from "echarts/core";
import { ScatterChart } from "echarts/charts";
import { GridSimpleComponent, MarkLineComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

import { percent } from "../shared/words.js";
import { start } from "../shared/page.js";

use([ScatterChart, GridSimpleComponent, MarkLineComponent, SVGRenderer]);

const SHAPES = { circle: "circle", square: "rect", triangle: "triangle", diamond: "diamond" };
const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
const stroke = (color, type, width, cap = "butt") => ({ color, type, width, cap });
let chart;

start((element, figure) => {
  const { width, height, left, right, axis, plotHeight } = figure;
  const byY = (list) => new Map(list.map((one) => [one.y, one]));
  const [titles, names] = [byY(figure.titles), byY(figure.names)];
  const styles = Object.fromEntries(
    figure.names.map(({ color }, n) => [`n${n}`, { color, fontWeight: 700 }]),
  );
  const nth = new Map(figure.names.map(({ y }, n) => [y, n]));
  const yAxis = (list, axisLabel, splitLine) => ({
    type: "value",
    inverse: true,
    min: 0,
    max: plotHeight,
    position: "left",
    ...bare,
    splitLine,
    axisTick: { show: false, customValues: list.map(({ y }) => y) },
    axisLabel: {
      fontSize: 13,
      showMinLabel: true,
      showMaxLabel: true,
      hideOverlap: false,
      customValues: list.map(({ y }) => y),
      ...axisLabel,
    },
  });
  const line = ({ x1, x2, y1, y2, lineStyle }) => [
    { coord: [x1, y1], lineStyle },
    { coord: [x2, y2] },
  ];
  const option = {
    animation: false,
    textStyle: { fontFamily: 'system-ui, "Noto Sans", sans-serif' },
    grid: { left, right, top: 0, bottom: axis, outerBoundsMode: "none" },
    xAxis: {
      type: "value",
      min: 0,
      max: 100,
      interval: 25,
      ...bare,
      splitLine: { lineStyle: { color: "#dcdad4" } },
      axisLabel: { formatter: percent, color: "#5b6168", fontSize: 13 },
    },
    yAxis: [
      yAxis(figure.names, {
        margin: 12,
        rich: styles,
        formatter: (y) => (names.has(y) ? `{n${nth.get(y)}|${names.get(y).text}}` : ""),
      }),
      yAxis(figure.titles, {
        margin: left,
        align: "left",
        color: "#1b1d1f",
        fontWeight: 700,
        formatter: (y) => titles.get(y)?.text ?? "",
      }),
    ],
    series: [
      {
        type: "scatter",
        silent: true,
        clip: false,
        data: figure.marks.map(({ x, y, color, shape, isTarget }) => ({
          value: [x, y],
          symbol: SHAPES[shape],
          symbolSize: isTarget ? 16 : 11,
          itemStyle: {
            opacity: 1,
            ...(isTarget ? { color: "#fff", borderColor: color, borderWidth: 2 } : { color }),
          },
        })),
        markLine: {
          z: 1,
          silent: true,
          symbol: "none",
          label: { show: false },
          data: [
            ...figure.names.map(({ y }) =>
              line({ x1: 0, x2: 100, y1: y, y2: y, lineStyle: stroke("#dcdad4", "solid", 1) }),
            ),
            ...figure.rules.map(({ x, y1, y2, isTarget }) =>
              line({
                x1: x,
                x2: x,
                y1,
                y2,
                lineStyle: stroke("#5b6168", isTarget ? [4, 3] : "solid", 1.5),
              }),
            ),
            ...figure.links.map(({ x1, x2, y, color }) =>
              line({ x1, x2, y1: y, y2: y, lineStyle: stroke(color, [0, 4], 1.8, "round") }),
            ),
          ],
        },
      },
      {
        type: "scatter",
        silent: true,
        clip: false,
        symbolSize: 0,
        data: figure.labels.map(({ x, y, text, color }) => ({
          value: [x, y],
          itemStyle: { opacity: 1 },
          label: { show: true, position: "inside", formatter: text, color, fontSize: 13 },
        })),
      },
    ],
  };
  element.style.height = `${height}px`;
  if (chart) {
    // One update for both the new option and the new size.
    chart.setOption(option, { lazyUpdate: true });
    chart.resize({ width, height });
  } else {
    chart = init(element, null, { renderer: "svg", width, height });
    chart.setOption(option);
  }
});
