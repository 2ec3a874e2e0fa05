import assert from "node:assert/strict";
import { test } from "node:test";

import { owner, parts } from "./wasm-sizes.mjs";

const text = (words) => [words.length, ...Buffer.from(words)];
const section = (id, ...bytes) => [id, bytes.length, ...bytes];

test("sections and functions are found with their sizes and names", () => {
  const program = Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // Imports: a function, and a memory, which does not count as a function.
    ...section(2, 2, ...text("m"), ...text("f"), 0, 0, ...text("m"), ...text("n"), 2, 1, 1, 2),
    // Two functions, of 2 and 3 bytes.
    ...section(10, 2, 2, 0, 11, 3, 0, 1, 11),
    // The names of the functions 1 and 2: the imported one is 0.
    ...section(0, ...text("name"), 1, 20, 2, 1, ...text("a[0123456789abcdef]"), 2, ...text("b")).map(
      (byte, at, all) => (at === 1 ? all.length - 2 : byte),
    ),
  ]);
  // The length of the list of names depends on the names.
  const at = program.lastIndexOf(20);
  program[at] = program.length - at - 1;
  const { sections, functions } = parts(program);
  assert.equal(sections.get(10), 8);
  assert.deepEqual(functions, [
    { size: 2, name: "a" },
    { size: 3, name: "b" },
  ]);
});

test("the name of a function tells where it comes from", () => {
  assert.equal(owner("tinhso::chart::draw::draw"), "tinhso::chart::draw");
  assert.equal(owner("core::iter::Map<tinhso::data::Observation>::next"), "tinhso::data");
  assert.equal(owner("<alloc::vec::Vec<u8> as core::clone::Clone>::clone"), "alloc");
  assert.equal(owner("main"), "glue");
});
