import assert from "node:assert/strict";
import { test } from "node:test";
import { extractFacts } from "../../../src/engine/facts/extract-facts.ts";
import type { FileFacts } from "../../../src/engine/facts/file-facts.ts";
import { body, facts, typescripts, write } from "./read.ts";

function exportsOf(text: string, path?: string): string[] {
  const read = facts(text, path);
  return read.exports.map((found) => `${found.name} = ${exported(read, found)}`);
}

function exported(read: FileFacts, found: FileFacts["exports"][number]): string {
  if (found.from) return `${found.from.name} of ${found.from.module}`;
  if (found.binding !== undefined) return `#${read.bindings[found.binding]?.name}`;
  return found.value ? write(found.value) : "";
}

test("imports of every form", () => {
  const text = `import a from "m1"; import * as b from "m2"; import { c, d as e, type F } from "m3";
    import type { H } from "m4"; import "m5"; import i, { j } from "m6"; import {} from "m7"`;
  const read = facts(text);
  assert.deepEqual(
    read.imports.map(
      ({ module, name, binding, typeOnly }) =>
        `${module} ${name || "-"} ${read.bindings[binding]?.name ?? "-"}${typeOnly ? " type" : ""}`,
    ),
    [
      "m1 default a",
      "m2 * b",
      "m3 c c",
      "m3 d e",
      "m3 F F type",
      "m4 H H type",
      "m5 - -",
      "m6 default i",
      "m6 j j",
      "m7 - -",
    ],
  );
  for (const [index, found] of read.imports.entries()) {
    if (found.binding >= 0) assert.equal(read.bindings[found.binding]?.import, index);
  }
});

test("exported names that are texts, where the version knows them", () => {
  const [, newer] = typescripts;
  assert.ok(newer);
  const read = extractFacts(newer, "a.ts", 'import { "a-b" as c } from "m"; export { c as "d-e" }');
  assert.deepEqual([read.imports[0]?.name, read.exports[0]?.name], ["a-b", "d-e"]);
});

test("import equals is a constant", () => {
  assert.equal(body("import a = require('m'); import b = a.c.d; b()"), "let #0 = require(m); let #1 = a#0.c.d; b#1()");
});

test("exported declarations", () => {
  assert.deepEqual(
    exportsOf(
      "export const a = 1, { b, c: [d] } = x; export function f() {} export class C {} export enum E {} export type T = 1; export namespace n {}",
    ),
    ["a = #a", "b = #b", "d = #d", "f = #f", "C = #C", "E = #E", "T = #T", "n = #n"],
  );
});

test("lists and re-exports", () => {
  assert.deepEqual(
    exportsOf(
      "const a = 1; export { a, a as b, a as default, missing }; export { c as d } from 'm'; export * from 'n'; export * as o from 'p'; export * from 'q'",
    ),
    ["a = #a", "b = #a", "default = #a", "d = c of m", "* = * of n", "o = * of p", "* = * of q"],
  );
});

test("a default export is a binding, a function, or a constant of the body", () => {
  assert.deepEqual(exportsOf("const a = 1; export default a"), ["default = #a"]);
  assert.deepEqual(exportsOf("export default function f() {}"), ["default = #f"]);
  assert.deepEqual(exportsOf("export default async () => {}"), ["default = function1"]);
  assert.deepEqual(exportsOf("export default function () {}"), ["default = function1"]);
  assert.deepEqual(exportsOf("export default class {}"), ["default = class0"]);
  assert.deepEqual(exportsOf("export default make({ a: 1 })"), ["default = #default"]);
  assert.equal(body("export default make({ a: 1 })"), "let #0 = make({a: 1})");
});

test("a value and a type exported under one name: the value", () => {
  const read = facts("export type A = 1; export const A = 2;");
  assert.equal(read.exports.length, 1);
  assert.equal(read.bindings[read.exports[0]?.binding ?? -1]?.kind, "const");
});

test("overloads are exported once", () => {
  assert.deepEqual(exportsOf("export function f(): void; export function f(a?: 1) {}"), ["f = #f"]);
});

test("CommonJS exports", () => {
  assert.deepEqual(exportsOf("const a = 1; module.exports = a", "a.js"), ["export= = #a"]);
  assert.deepEqual(exportsOf("const a = 1; module.exports = { a, b: 2 }", "a.cjs"), ["export= = {a: a#0, b: 2}"]);
  assert.deepEqual(exportsOf("exports.a = () => {}; module.exports.b = f(); exports['c'] = 1", "a.js"), [
    "a = function1",
    "b = f()",
    "c = 1",
  ]);
  assert.deepEqual(exportsOf("module.exports = exports = function () {}", "a.js"), ["export= = function1"]);
  assert.deepEqual(exportsOf("export = f()"), ["export= = #default"]);
});

test("what compilers write ahead of an export is none", () => {
  assert.deepEqual(exportsOf("exports.a = exports.b = void 0; const a = 1; exports.a = a", "a.js"), ["a = #a"]);
});

test("exports of the file's own, or inside a function, are none", () => {
  assert.deepEqual(exportsOf("const exports = {}; exports.a = 1; function f() { module.exports = 2 }", "a.js"), []);
});
