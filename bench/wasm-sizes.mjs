// Accounts for the bytes of WebAssembly programs: node bench/wasm-sizes.mjs <program with names>...
//
// Prints as Markdown for each program its sections, its code by crate (our own code by module) and its largest
// functions. The names come from the section "name", which the published program does not have. So the
// program must be built with that section.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { argv } from "node:process";

const N_GROUPS = 24;
const N_FUNCTIONS = 12;
const SECTIONS = { 0: "names and notes", 1: "types", 2: "imports", 9: "tables", 10: "code", 11: "data" };

/** Reads a number of variable length (LEB128) and moves the cursor behind it. */
function readNumber(cursor) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = cursor.bytes[cursor.at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
}

function readText(cursor) {
  const length = readNumber(cursor);
  const start = cursor.at;
  cursor.at += length;
  return Buffer.from(cursor.bytes.subarray(start, cursor.at)).toString("utf8");
}

/** How many functions a program imports. In the numbering of functions these come before its own. */
function importedFunctions(cursor) {
  let functions = 0;
  const limits = () => {
    const flags = readNumber(cursor);
    readNumber(cursor);
    if (flags & 1) readNumber(cursor);
  };
  for (let left = readNumber(cursor); left > 0; left -= 1) {
    readText(cursor);
    readText(cursor);
    const kind = cursor.bytes[cursor.at++];
    if (kind === 0) {
      readNumber(cursor);
      functions += 1;
    } else if (kind === 1) {
      cursor.at += 1;
      limits();
    } else if (kind === 2) {
      limits();
    } else {
      cursor.at += 2;
    }
  }
  return functions;
}

/** The size of each section, and the size and the name of each function. */
export function parts(bytes) {
  const cursor = { bytes, at: 8 };
  const sections = new Map();
  const names = new Map();
  const sizes = [];
  let imported = 0;
  while (cursor.at < bytes.length) {
    const id = bytes[cursor.at++];
    const length = readNumber(cursor);
    const end = cursor.at + length;
    sections.set(id, (sections.get(id) ?? 0) + length);
    if (id === 2) imported = importedFunctions(cursor);
    if (id === 10) {
      for (let left = readNumber(cursor); left > 0; left -= 1) {
        const size = readNumber(cursor);
        sizes.push(size);
        cursor.at += size;
      }
    }
    if (id === 0 && readText(cursor) === "name") {
      while (cursor.at < end) {
        const kind = bytes[cursor.at++];
        const next = readNumber(cursor) + cursor.at;
        if (kind === 1) {
          for (let left = readNumber(cursor); left > 0; left -= 1) {
            const index = readNumber(cursor);
            names.set(index, readText(cursor));
          }
        }
        cursor.at = next;
      }
    }
    cursor.at = end;
  }
  const functions = sizes.map((size, index) => ({
    size,
    // Remove the hash of the crate, which only identifies its build.
    name: (names.get(index + imported) ?? "without a name").replace(/\[[0-9a-f]{6,}\]/g, ""),
  }));
  return { sections, functions };
}

/** Where a function comes from: one of our modules if its name contains a name of ours, otherwise a crate. */
export function owner(name) {
  const own = /tinhso::(\w+)(?:::(\w+))?/.exec(name);
  if (own) return ["ui", "chart"].includes(own[1]) ? `tinhso::${own[1]}::${own[2]}` : `tinhso::${own[1]}`;
  const first = /(?:^|[<&*( ])(?:dyn |mut )*([a-z_]\w*)::/.exec(name);
  return first ? first[1] : "glue";
}

function report(name, bytes) {
  const { sections, functions } = parts(bytes);
  const sum = (list) => list.reduce((all, { size }) => all + size, 0);
  const code = sum(functions);
  const share = (size) => `${((size * 100) / code).toFixed(1)} %`;
  const groups = new Map();
  for (const func of functions) {
    const group = groups.get(owner(func.name)) ?? [];
    groups.set(owner(func.name), [...group, func]);
  }
  const rows = [...groups]
    .map(([owned, list]) => ({ owned, size: sum(list), count: list.length }))
    .sort((a, b) => b.size - a.size);
  const others = rows.slice(N_GROUPS);
  const countOfOthers = others.reduce((all, { count }) => all + count, 0);
  const lines = [
    `## ${name}`,
    "",
    "| section | bytes |",
    "| --- | ---: |",
    ...[...sections]
      .filter(([id]) => id !== 0 && SECTIONS[id])
      .map(([id, size]) => `| ${SECTIONS[id]} | ${size} |`),
    "",
    "| code of | bytes | share | functions |",
    "| --- | ---: | ---: | ---: |",
    ...rows
      .slice(0, N_GROUPS)
      .map(({ owned, size, count }) => `| \`${owned}\` | ${size} | ${share(size)} | ${count} |`),
    `| ${others.length} others | ${sum(others)} | ${share(sum(others))} | ${countOfOthers} |`,
    "",
    "| largest functions | bytes |",
    "| --- | ---: |",
    ...[...functions]
      .sort((a, b) => b.size - a.size)
      .slice(0, N_FUNCTIONS)
      .map(({ size, name }) => `| \`${name.slice(0, 120).replaceAll("|", "\\|")}\` | ${size} |`),
    "",
  ];
  return lines.join("\n");
}

if (import.meta.url === `file://${argv[1]}`) {
  for (const file of argv.slice(2)) {
    const bytes = await readFile(file);
    console.log(report(path.basename(file, ".wasm"), bytes));
  }
}
