import assert from "node:assert/strict";
import { test } from "node:test";

import { budgets, ratios, summary, table, tables } from "./report.mjs";

const audit = { fcp: 900, lcp: 1100, tbt: 0, cls: 0, tti: 2000, score: 99 };
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
  memory: { before: memory, after: { ...memory, heap: 3000 } },
};
const ours = { name: "Ours", summary: summary(measured) };
const peer = { name: "Theirs", summary: summary({ ...measured, files: measured.files.slice(0, 1) }) };

test("columns are as wide as their widest cell, and numbers stand right", () => {
  assert.equal(
    table(["What", "kB"], [["đồ thị", "1.0"], ["a", "10.0"]]),
    "| What   |   kB |\n| ------ | ---: |\n| đồ thị |  1.0 |\n| a      | 10.0 |",
  );
});

test("several runs are a median with its spread, one run is itself", () => {
  const { bytes, audit, seen, choice } = tables([ours]);
  assert.match(bytes, /\| Ours +\| +201\.5 \| +200\.0 \|/);
  assert.match(audit, /\| 900 \(900–900\) \| 1100 \(900–1300\) \|/);
  assert.match(seen, /\| +1500 \| +3000 \|/);
  assert.match(choice, /\| Ours +\| +8\.0 \| 12\.0 \| 11\.0 \(10\.0–12\.0\) \|/);
});

test("nothing is divided by nothing", () => {
  const lines = ratios([ours, peer]).split("\n");
  assert.match(lines[2], /all files +\| +1\.01 \|/);
  assert.match(lines.find((line) => line.startsWith("| TBT")), /\| +– \|/);
});

test("a budget is kept up to its very limit", () => {
  const budget = { compare_page_gzip_bytes: 201_500, compare_program_gzip_bytes: 199_999 };
  const verdicts = budgets(ours.summary, budget).split("\n").slice(2);
  assert.deepEqual(
    verdicts.map((line) => line.split("|")[4].trim()),
    ["kept", "not kept", "not kept", "not kept", "kept", "kept", "kept", "kept"],
  );
});
