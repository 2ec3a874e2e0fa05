// Each written page must be valid HTML by the rules of html-validate.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HtmlValidate } from "html-validate";

import { pages } from "./pages.mjs";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
  // By default html-validate checks no attributes of `svg`. These are not allowed in the pages.
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
    // The page for unknown addresses also contains the page in the other language, in a template.
    "no-multiple-main": "off",
  },
});

/** The errors of a page, one line for each. */
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

test("each kind of error is found", () => {
  const page = (body, head = "") =>
    `<!DOCTYPE html><html lang="vi"><head><title>x</title>${head}</head><body>${body}</body></html>`;
  assert.deepEqual(faults(page("<p>x</p>")), []);
  const cases = {
    "element-permitted-content": page("<details><summary><p>x</p></summary></details>"),
    "no-deprecated-attr": page('<svg viewBox="0 0 1 1" lang="vi"></svg>'),
    "attribute-misuse": page("", '<link rel="icon" href="x" integrity="sha384-x">'),
    // It does not look inside an `svg`. tests/pages/structure.rs checks all ids of a page.
    "no-dup-id": page('<p id="x"></p><p id="x"></p>'),
    "no-inline-style": page('<p style="color: red"></p>'),
  };
  for (const [rule, html] of Object.entries(cases)) {
    const found = faults(html);
    assert.equal(found.length, 1, `${rule}: ${found}`);
    assert.match(found[0], new RegExp(` ${rule}: `));
  }
});
