// The content-security policy of each written page must allow exactly what the page needs.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { pages } from "./pages.mjs";

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g;

/** The directives of a policy, each with the sources it allows. */
function directives(policy) {
  return Object.fromEntries(
    policy.split("; ").map((directive) => {
      const [name, ...allowed] = directive.split(" ");
      return [name, allowed];
    }),
  );
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The hashes of the texts of all elements with this name in a page. */
function hashesOf(html, name) {
  const elements = html.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, "g"));
  return [...elements].map(([, text]) => text).map(hash);
}

test("every page allows its own scripts, styles and files, and nothing else", () => {
  for (const { path, html } of pages()) {
    const found = [...html.matchAll(POLICY)];
    assert.equal(found.length, 1, path);
    const [{ 1: policy, index }] = found;
    // A policy only covers what comes after it in the page.
    assert.ok(index < html.search(/<(script|style|link|body)/), path);
    const [script, style] = ["script", "style"].map((name) => hashesOf(html, name));
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
