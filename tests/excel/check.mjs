// Opens the two downloads for spreadsheets in LibreOffice, each under the settings it is made for, and
// compares what stands in the cells with observations.json: every value is the same number, every
// comparator is its sign, and no cell shows `'=`. Run by hand:
//
//     cargo run --bin tinhso -- export public/data --out downloads
//     node tests/excel/check.mjs downloads
//
// It needs `soffice` (LibreOffice Calc) on the path.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The files, with the code of the character between their cells and that of the language. */
const FILES = [
  { name: "observations-excel.csv", separator: 44, language: 1033, settings: "English" },
  { name: "observations-excel-vi.csv", separator: 59, language: 1066, settings: "Vietnamese" },
];

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(xml) {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? entity;
  });
}

/** The rows of the first sheet: for each cell its type, its number if it has one, and what it shows. */
function rowsOf(fods) {
  const rows = [];
  for (const [, row] of fods.matchAll(/<table:table-row\b[^>]*>(.*?)<\/table:table-row>/gs)) {
    const cells = [];
    const pattern = /<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs;
    for (const [, attributes, content = ""] of row.matchAll(pattern)) {
      const attribute = (name) => attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
      const lines = [...content.matchAll(/<text:p\b[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)];
      const shown = lines.map(([, line = ""]) => unescape(line.replace(/<[^>]*>/g, ""))).join("\n");
      const type = attribute("office:value-type");
      const cell = { type, number: Number(attribute("office:value")), shown };
      const repeated = Number(attribute("table:number-columns-repeated") ?? 1);
      for (let i = 0; i < Math.min(repeated, 100); i += 1) cells.push(cell);
    }
    rows.push(cells);
  }
  return rows;
}

function open(folder, scratch, { name, separator, language }) {
  const profile = pathToFileURL(join(scratch, "profile")).href;
  const filter = `Text - txt - csv (StarCalc):${separator},34,76,1,,${language},false,true`;
  const output = ["--convert-to", "fods", `--infilter=${filter}`, "--outdir", scratch];
  const file = join(folder, name);
  const all = [`-env:UserInstallation=${profile}`, "--headless", ...output, file];
  execFileSync("soffice", all, { stdio: ["ignore", "ignore", "pipe"] });
  return rowsOf(readFileSync(join(scratch, name.replace(/csv$/, "fods")), "utf8"));
}

/** What is wrong with the rows, one line per fault. */
function faultsOf([header = [], ...rows], observations) {
  const faults = [];
  const columns = header.map((cell) => cell.shown);
  if (rows.length !== observations.length) {
    faults.push(`${rows.length} rows in place of ${observations.length}`);
  }
  observations.forEach((observation, i) => {
    const cell = (column) => rows[i]?.[columns.indexOf(column)] ?? { shown: "(no cell)" };
    const wrong = (column) =>
      faults.push(`${observation.id}: ${column} is shown as ${cell(column).shown}`);
    for (const column of ["id", "comparator"]) {
      if (cell(column).shown !== observation[column]) wrong(column);
    }
    const { type, number, shown } = cell("value");
    const same =
      observation.value === null
        ? shown === ""
        : type === "float" && number === observation.value;
    if (!same) wrong("value");
    for (const column of columns) {
      if (cell(column).shown.startsWith("'=")) wrong(column);
    }
  });
  return faults;
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tests/excel/check.mjs <folder of the downloads>");
  process.exit(2);
}
const observations = JSON.parse(readFileSync(join(folder, "observations.json"), "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "tinhso-excel-"));
try {
  for (const file of FILES) {
    const faults = faultsOf(open(resolve(folder), scratch, file), observations);
    for (const fault of faults) console.error(`${file.name}: ${fault}`);
    const values = observations.filter(({ value }) => value !== null).length;
    const verdict = faults.length === 0 ? `${values} values are right` : `${faults.length} faults`;
    console.log(`${file.name} under ${file.settings} settings: ${verdict}`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
