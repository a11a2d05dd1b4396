import assert from "node:assert/strict";
import { test } from "node:test";
import { body, facts, writePattern } from "./read.ts";

test("object patterns: renamed, default, nested, computed, rest", () => {
  assert.equal(
    body("const { a, b: c, d = 1, e: { f } = {}, [g]: h, 'i-j': k, ...l } = x"),
    "let {a: #0, b: #1, d: #2 = 1, e: {f: #3} = {}, [g]: #4, i-j: #5, ...#6} = x",
  );
});

test("array patterns: holes, defaults, rest", () => {
  assert.equal(body("const [a, , b = 2, ...c] = x"), "let [#0, -, #1 = 2, ...#2] = x");
});

test("assignments write to the same patterns, and to places", () => {
  assert.equal(
    body("let a; ({ a, b: c.d = 1, e, ...f[0] } = x); [a, g.h = 2, , ...a] = y"),
    "let #0; ({a: #0, b: c.d = 1, e: e, ...f[0]} = x); ([#0, g.h = 2, -, ...#0] = y)",
  );
  assert.equal(body("let a; ({ a = 1 } = x)"), "let #0; ({a: #0 = 1} = x)");
});

test("parameters: default, rest, optional, destructured", () => {
  const read = facts("function f(a, b = 1, { c, d = 2 } = {}, e?: string, ...g) {}");
  assert.deepEqual(
    read.functions[1]?.parameters.map(({ pattern, optional, rest }) => `${writePattern(pattern)} ${optional} ${rest}`),
    ["#1 false false", "#2 = 1 true false", "{c: #3, d: #4 = 2} = {} true false", "#5 true false", "#6 false true"],
  );
});
