// Each page that was built is valid HTML, as html-validate knows the standard.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HtmlValidate } from "html-validate";

import { pages } from "./pages.mjs";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
  // By itself it takes an `svg` for a world of its own: what HTML does not know on it is named here.
  elements: [
    "html5",
    {
      svg: {
        flow: true,
        foreign: true,
        phrasing: true,
        embedded: true,
        attributes: Object.fromEntries(["lang", "font-variant", "style"].map((name) => [name, { deprecated: true }])),
      },
    },
  ],
  rules: {
    "no-deprecated-attr": "error",
    "no-inline-style": "error",
    "no-dup-id": "error",
    // The page of a lost address has the one of its other language beside it, in a template.
    "no-multiple-main": "off",
  },
});

/** What is wrong with a page, a line for each. */
function faults(html) {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

test("every page is valid", () => {
  const found = pages().flatMap(({ path, html }) => faults(html).map((fault) => `${path}:${fault}`));
  assert.deepEqual(found, []);
});

test("what is not valid is found", () => {
  const page = (body, head = "") =>
    `<!DOCTYPE html><html lang="vi"><head><title>x</title>${head}</head><body>${body}</body></html>`;
  assert.deepEqual(faults(page("<p>x</p>")), []);
  const cases = {
    "element-permitted-content": page("<details><summary><p>x</p></summary></details>"),
    "no-deprecated-attr": page('<svg viewBox="0 0 1 1" lang="vi"></svg>'),
    "attribute-misuse": page("", '<link rel="icon" href="x" integrity="sha384-x">'),
    // Within an `svg` it is blind: tests/pages/structure.rs looks at all ids of a page.
    "no-dup-id": page('<p id="x"></p><p id="x"></p>'),
    "no-inline-style": page('<p style="color: red"></p>'),
  };
  for (const [rule, html] of Object.entries(cases)) {
    const found = faults(html);
    assert.equal(found.length, 1, `${rule}: ${found}`);
    assert.match(found[0], new RegExp(` ${rule}: `));
  }
});
