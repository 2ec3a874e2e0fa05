import assert from "node:assert/strict";
import { test } from "node:test";

import { budgets, pages, ratios, summary, table, tables } from "./report.mjs";

const audit = { fcp: 900, lcp: 1100, tbt: 0, cls: 0, tti: 2000, performance: 99 };
const choice = (total) => ({
  ...{ total, processor: total, scripting: 2, layout: 1, paint: 1, other: 0, toFrame: 20 },
});
const memory = { heap: 2000, wasm: 1000, nodes: 9 };
const measured = {
  files: [
    { path: "/a.wasm", bytes: 200_000, kind: ".wasm" },
    { path: "/", bytes: 1_500, kind: ".html" },
  ],
  audits: [audit, { ...audit, lcp: 900 }, { ...audit, lcp: 1300 }],
  sights: [{ visible: 1500, answers: 3000 }],
  rounds: [[choice(12), choice(4)], [choice(10), choice(6)]],
  visit: [{ path: "/", bytes: 300_000, kind: ".html" }],
  memory: { before: memory, after: { ...memory, heap: 3000 } },
};
const ours = { name: "Ours", summary: summary(measured) };
const peer = { name: "Theirs", summary: summary({ ...measured, files: measured.files.slice(0, 1) }) };

test("columns are as wide as their widest cell, and numbers are aligned right", () => {
  assert.equal(
    table(["What", "kB"], [["đồ thị", "1.0"], ["a", "10.0"]]),
    "| What   |   kB |\n| ------ | ---: |\n| đồ thị |  1.0 |\n| a      | 10.0 |",
  );
});

test("several runs give a median and a spread, one run gives its value", () => {
  const { bytes, audit, seen, choice } = tables([ours]);
  assert.match(bytes, /\| Ours +\| +201\.5 \| +200\.0 \|/);
  assert.match(audit, /\| 900 \(900–900\) \| 1100 \(900–1300\) \|/);
  assert.match(seen, /\| +1500 \| +3000 \|/);
  const words = choice.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  assert.deepEqual(words.slice(2).map((cells) => cells.slice(1, 7)), [
    ["Ours", "first", "11.0", "12.0", "10.0–12.0", "11.0"],
    ["Ours", "later", "5.0", "6.0", "4.0–6.0", "5.0"],
  ]);
  assert.deepEqual(words[2].slice(7, 12), ["2.0", "1.0", "1.0", "0.0", "20.0"]);
});

test("each of our pages has its times and its scores", () => {
  const judged = { ...audit, accessibility: 100, "best-practices": 96, seo: 92 };
  const lines = pages([{ page: "loi-hua/", audits: [judged] }]).split("\n");
  const cells = lines[2].split("|").map((cell) => cell.trim());
  assert.deepEqual(cells.slice(1, 9), ["/loi-hua/", "1100", "0", "0.000", "99", "100", "96", "92"]);
});

test("a ratio to zero is a dash", () => {
  const lines = ratios([ours, peer]).split("\n");
  assert.match(lines[2], /all files +\| +1\.01 \|/);
  assert.match(lines.find((line) => line.startsWith("| TBT")), /\| +– \|/);
});

test("first choices are compared with first choices, later ones with later ones", () => {
  const slow = [[choice(12), choice(8)], [choice(10), choice(12)]];
  const other = { name: "Slow", summary: summary({ ...measured, rounds: slow }) };
  const lines = ratios([ours, other]).split("\n");
  const of = (what) => lines.find((line) => line.startsWith(`| ${what} `))?.split("|")[2].trim();
  assert.equal(of("the first choice, median"), "1.00");
  assert.equal(of("a later choice, median"), "0.50");
  assert.equal(of("a later choice, p95"), "0.50");
});

test("a budget is kept if its limit is reached but not exceeded", () => {
  const budget = {
    first_visit_gzip_bytes: 201_500,
    program_gzip_bytes: 199_999,
    five_pages_gzip_bytes: 300_000,
  };
  const slow = (total) => summary({ ...measured, rounds: [[choice(total), choice(total)]] });
  const verdicts = (ours, peers) =>
    budgets(ours, peers, budget)
      .split("\n")
      .slice(2)
      .map((line) => line.split("|").slice(3, 5).map((cell) => cell.trim()));
  const of = (own, peers) => verdicts(slow(own), peers.map(slow)).slice(-3);
  assert.deepEqual(verdicts(ours.summary, [peer.summary]).map(([, verdict]) => verdict), [
    ...["kept", "not kept", "kept", "not kept", "kept", "kept", "kept", "kept", "kept"],
  ]);
  // The limit for a later choice is one frame, or the time of the best peer if that is more.
  const [first, later] = [(verdict) => [["100.0", verdict]], (...cells) => Array(2).fill(cells)];
  assert.deepEqual(of(16, [10, 12]), [...first("kept"), ...later("16.0", "kept")]);
  assert.deepEqual(of(30, [30, 40]), [...first("kept"), ...later("30.0", "kept")]);
  assert.deepEqual(of(31, [30, 40]), [...first("kept"), ...later("30.0", "not kept")]);
  assert.deepEqual(of(101, [30, 40])[0], ["100.0", "not kept"]);
});
