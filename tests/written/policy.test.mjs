// Each page that was built says itself what a browser may do for it, and that is no more than it needs.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { pages } from "./pages.mjs";

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g;

/** What a policy allows, by its directives. */
function directives(policy) {
  return Object.fromEntries(
    policy.split("; ").map((directive) => {
      const [name, ...allowed] = directive.split(" ");
      return [name, allowed];
    }),
  );
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The hashes of all that elements of a name have in the page itself. */
function inPage(html, name) {
  const elements = html.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, "g"));
  return [...elements].map(([, text]) => text).map(hash);
}

test("every page allows what stands in it, its own files, and nothing else", () => {
  for (const { path, html } of pages()) {
    const found = [...html.matchAll(POLICY)];
    assert.equal(found.length, 1, path);
    const [{ 1: policy, index }] = found;
    // A policy holds for what stands behind it.
    assert.ok(index < html.search(/<(script|style|link|body)/), path);
    const [script, style] = ["script", "style"].map((name) => inPage(html, name));
    assert.ok(script.length > 0 && style.length > 0, path);
    assert.deepEqual(
      directives(policy),
      {
        "default-src": ["'none'"],
        "script-src": ["'self'", ...script, "'wasm-unsafe-eval'"],
        "style-src": ["'self'", ...style],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
      },
      path,
    );
  }
});

test("all pages have the same scripts and styles", () => {
  const policies = pages().map(({ html }) => [...html.matchAll(POLICY)].map(([, policy]) => policy).join());
  assert.equal(new Set(policies).size, 1);
});

test("no page has a style or a script in an attribute", () => {
  for (const { path, html } of pages()) {
    const tags = html.replace(/<(script|style)(?: [^>]*)?>[\s\S]*?<\/\1>/g, "").match(/<[a-z][^>]*>/g);
    const unquoted = tags.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    assert.deepEqual(unquoted.filter((tag) => / (style|on\w+)=/.test(tag)), [], path);
  }
});
