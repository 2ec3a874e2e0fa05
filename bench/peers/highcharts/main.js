// A master file of its own, as the documentation of Highcharts has it for the smallest bundle: the
// core, its data labels, and the one series that is drawn.
import Axis from "highcharts/es-modules/Core/Axis/Axis.js";
import PlotLineOrBand from "highcharts/es-modules/Core/Axis/PlotLineOrBand/PlotLineOrBand.js";
import Chart from "highcharts/es-modules/Core/Chart/Chart.js";
import Responsive from "highcharts/es-modules/Core/Responsive.js";
import DataLabel from "highcharts/es-modules/Core/Series/DataLabel.js";
import { composeOverlappingDataLabels } from "highcharts/es-modules/Core/Series/OverlappingDataLabels.js";
import Series from "highcharts/es-modules/Core/Series/Series.js";
import "highcharts/es-modules/Core/Renderer/SVG/SVGRenderer.js";
// The scatter series is made from these two.
import "highcharts/es-modules/Series/Line/LineSeries.js";
import "highcharts/es-modules/Series/Column/ColumnSeries.js";
import "highcharts/es-modules/Series/Scatter/ScatterSeries.js";

import { percent } from "../shared/words.js";
import { start } from "../shared/page.js";

DataLabel.compose(Series);
// None of these is used, but axes, updates and new labels of this version cannot do without.
PlotLineOrBand.compose(Chart, Axis);
Responsive.compose(Chart);
composeOverlappingDataLabels(Chart);

const SHAPES = { circle: "circle", square: "square", triangle: "triangle", diamond: "diamond" };
const GAP = [null, null];
let chart;

const yAxis = (list, plotHeight, labels) => ({
  title: { text: "" },
  reversed: true,
  min: 0,
  max: plotHeight,
  startOnTick: false,
  endOnTick: false,
  gridLineWidth: 0,
  lineWidth: 0,
  tickWidth: 0,
  tickPositions: list.map(({ y }) => y),
  labels: { reserveSpace: false, y: 4.5, ...labels },
});
const strokes = (data, dashStyle, lineWidth, color) => ({
  data,
  dashStyle,
  lineWidth,
  color,
  marker: { enabled: false },
});

start((element, figure) => {
  const { width, height, left, right, axis, plotHeight } = figure;
  const byY = (list) => new Map(list.map((one) => [one.y, one]));
  const [titles, names] = [byY(figure.titles), byY(figure.names)];
  const rules = (isTarget) =>
    figure.rules
      .filter((rule) => rule.isTarget === isTarget)
      .flatMap(({ x, y1, y2 }) => [[x, y1], [x, y2], GAP]);
  const linkColors = ["#0067a8", "#bf4618", "#00785a", "#8e4585"];
  const links = linkColors.map((color) =>
    strokes(
      figure.links
        .filter((link) => link.color === color)
        .flatMap(({ x1, x2, y }) => [[x1, y], [x2, y], GAP]),
      "Dot",
      1.8,
      color,
    ),
  );
  const options = {
    accessibility: { enabled: false },
    chart: {
      type: "scatter",
      animation: false,
      width,
      height,
      margin: [0, right, axis, left],
      spacing: [0, 0, 0, 0],
      style: { fontFamily: 'system-ui, "Noto Sans", sans-serif', fontSize: "13px" },
    },
    title: { text: "" },
    legend: { enabled: false },
    credits: { enabled: false },
    tooltip: { enabled: false },
    xAxis: {
      min: 0,
      max: 100,
      tickPositions: [0, 25, 50, 75, 100],
      gridLineWidth: 1,
      gridLineColor: "#dcdad4",
      lineWidth: 0,
      tickWidth: 0,
      labels: {
        y: 17,
        style: { color: "#5b6168", fontSize: "13px" },
        formatter() {
          return percent(this.value);
        },
      },
    },
    yAxis: [
      yAxis(figure.names, plotHeight, {
        x: -12,
        align: "right",
        formatter() {
          const { text, color } = names.get(this.value) ?? { text: "" };
          return `<span style="color: ${color}; font-weight: 700">${text}</span>`;
        },
        style: { fontSize: "13px", whiteSpace: "nowrap" },
      }),
      yAxis(figure.titles, plotHeight, {
        x: -left,
        align: "left",
        formatter() {
          return titles.get(this.value)?.text ?? "";
        },
        style: { fontSize: "13px", fontWeight: "700", color: "#1b1d1f", whiteSpace: "nowrap" },
      }),
    ],
    plotOptions: {
      series: {
        animation: false,
        clip: false,
        enableMouseTracking: false,
        states: { inactive: { enabled: false } },
      },
    },
    series: [
      strokes(
        figure.names.flatMap(({ y }) => [[0, y], [100, y], GAP]),
        "Solid",
        1,
        "#dcdad4",
      ),
      strokes(rules(false), "Solid", 1.5, "#5b6168"),
      strokes(rules(true), "Dash", 1.5, "#5b6168"),
      ...links,
      {
        data: figure.marks.map(({ x, y, color, shape, isTarget }) => ({
          x,
          y,
          marker: {
            symbol: SHAPES[shape],
            radius: isTarget ? 8 : 5,
            fillColor: isTarget ? "#ffffff" : color,
            lineColor: color,
            lineWidth: isTarget ? 2 : 0,
          },
        })),
      },
      {
        marker: { enabled: false },
        dataLabels: {
          enabled: true,
          animation: false,
          defer: false,
          allowOverlap: true,
          crop: false,
          overflow: "allow",
          align: "center",
          verticalAlign: "middle",
          padding: 0,
          y: 0,
          style: { fontSize: "13px", fontWeight: "400", textOutline: "none" },
          format: "{point.text}",
        },
        // A label is hidden unless its point is within the plot.
        data: figure.labels.map(({ x, y, text, color }) => {
          const inside = Math.max(0, Math.min(100, x));
          const shift = ((x - inside) / 100) * (width - left - right);
          return { x: inside, y, text, dataLabels: { color, x: shift } };
        }),
      },
    ],
  };
  if (!chart) {
    chart = Chart.chart(element, options);
    return;
  }
  // New points instead of updated ones: an updated point keeps the shape of the one before it.
  const { series, ...others } = options;
  series.forEach(({ data }, n) => chart.series[n].setData(data, false, false, false));
  chart.update(others, true, false, false);
});
