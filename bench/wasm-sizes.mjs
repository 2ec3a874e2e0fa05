// What the bytes of a WebAssembly program are: node bench/wasm-sizes.mjs <program with names>...
//
// Prints Markdown: of each program its sections, its code by crate and, of our own, by module, and
// its largest functions. The names come from the section that the site's own copy leaves out, so
// that the program must have been made without taking it away.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { argv } from "node:process";

const N_GROUPS = 24;
const N_FUNCTIONS = 12;
const SECTIONS = { 0: "names and notes", 1: "types", 2: "imports", 9: "tables", 10: "code", 11: "data" };

/** Reads a number of variable length (LEB128), and moves on. */
function number(cursor) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = cursor.bytes[cursor.at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
}

function text(cursor) {
  const length = number(cursor);
  const start = cursor.at;
  cursor.at += length;
  return Buffer.from(cursor.bytes.subarray(start, cursor.at)).toString("utf8");
}

/** How many functions a program imports, which are counted before its own. */
function importedFunctions(cursor) {
  let functions = 0;
  const limits = () => {
    const flags = number(cursor);
    number(cursor);
    if (flags & 1) number(cursor);
  };
  for (let left = number(cursor); left > 0; left -= 1) {
    text(cursor);
    text(cursor);
    const kind = cursor.bytes[cursor.at++];
    if (kind === 0) {
      number(cursor);
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
    const length = number(cursor);
    const end = cursor.at + length;
    sections.set(id, (sections.get(id) ?? 0) + length);
    if (id === 2) imported = importedFunctions(cursor);
    if (id === 10) {
      for (let left = number(cursor); left > 0; left -= 1) {
        const size = number(cursor);
        sizes.push(size);
        cursor.at += size;
      }
    }
    if (id === 0 && text(cursor) === "name") {
      while (cursor.at < end) {
        const kind = bytes[cursor.at++];
        const next = number(cursor) + cursor.at;
        if (kind === 1) {
          for (let left = number(cursor); left > 0; left -= 1) {
            const index = number(cursor);
            names.set(index, text(cursor));
          }
        }
        cursor.at = next;
      }
    }
    cursor.at = end;
  }
  const functions = sizes.map((size, index) => ({
    size,
    // What tells one build of a crate from another says nothing here.
    name: (names.get(index + imported) ?? "without a name").replace(/\[[0-9a-f]{6,}\]/g, ""),
  }));
  return { sections, functions };
}

/** Whose a function is: a module of ours, if any type or function of ours is in its name, or a crate. */
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
  for (const one of functions) {
    const group = groups.get(owner(one.name)) ?? [];
    groups.set(owner(one.name), [...group, one]);
  }
  const rows = [...groups]
    .map(([owned, list]) => ({ owned, size: sum(list), count: list.length }))
    .sort((a, b) => b.size - a.size);
  const rest = rows.slice(N_GROUPS);
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
    `| ${rest.length} others | ${sum(rest)} | ${share(sum(rest))} | ${rest.reduce((n, { count }) => n + count, 0)} |`,
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
