import assert from "node:assert/strict";
import { test } from "node:test";
import { facts, under, writeStatements, writeType } from "./read.ts";

const names = (text: string, path?: string) => facts(text, path).functions.map(({ name }) => name ?? "-");

test("function 0 is the module", () => {
  const text = "a();\n";
  const [module] = facts(text).functions;
  assert.deepEqual(
    { kind: module?.kind, at: module?.at, owner: module?.owner },
    { kind: "module", at: [0, 5], owner: 0 },
  );
});

test("functions count in the order in which they begin", () => {
  assert.deepEqual(names("function a() { function b() {} } function c() {}"), ["-", "a", "b", "c"]);
  assert.deepEqual(
    facts("function a() { function b() {} } function c() {}").functions.map(({ owner }) => owner),
    [0, 0, 1, 0],
  );
});

test("names come from the declaration or from the place", () => {
  const text = `const a = () => {}; const b = (async function () {}); x.c = () => {}; exports.d = () => {};
    ({ e: () => {}, 'f-g': () => {}, h() {} }); class K { i = () => {}; j() {} } f(() => {});
    const { l = () => {} } = x; function m(n = () => {}) {} module.exports = () => {}`;
  assert.deepEqual(names(text), ["-", "a", "b", "c", "d", "e", "f-g", "h", "i", "j", "-", "l", "m", "n", "-"]);
});

test("the name is shown where it stands, also outside the function; without one the first word", () => {
  const text = "const pay = async (a) => a; f(function () {}); f((b) => b); export default async function () {}";
  assert.deepEqual(
    facts(text)
      .functions.slice(1)
      .map(({ nameAt }) => under(text, nameAt)),
    ["pay", "function", "(", "export"],
  );
});

test("a short arrow is a return statement", () => {
  const text = "const f = (a) => (g(a));";
  const [, found] = facts(text).functions;
  assert.equal(found?.short, true);
  assert.equal(writeStatements(found?.body ?? []), "return g(a#1)");
  assert.equal(under(text, found?.bodyAt ?? [0, 0]), "(g(a))");
});

test("a body with braces is not short", () => {
  const text = "const f = () => { g() };";
  const [, found] = facts(text).functions;
  assert.equal(found?.short, false);
  assert.equal(under(text, found?.bodyAt ?? [0, 0]), "{ g() }");
});

test("async and generators", () => {
  const found = facts(
    "async function a() {} function* b() {} const c = async () => {}; ({ async *d() {} })",
  ).functions.slice(1);
  assert.deepEqual(
    found.map((one) => [one.async, one.generator]),
    [
      [true, false],
      [false, true],
      [true, false],
      [true, true],
    ],
  );
});

test("overloads have no body and are left out", () => {
  const read = facts("function f(a: string): void; function f(a: number): void; function f(a: any) { g(a) }");
  assert.deepEqual(
    read.functions.map(({ name }) => name),
    [undefined, "f"],
  );
  assert.equal(read.bindings[0]?.function, 1);
});

test("a this parameter declares a type, no parameter", () => {
  assert.equal(facts("function f(this: Context, a: string) {}").functions[1]?.parameters.length, 1);
});

test("types of parameters and results", () => {
  const [, found] = facts("function f<T extends B>(a: T, b: B): Promise<B> {} class B {}").functions;
  assert.deepEqual(
    found?.parameters.map(({ type }) => type && writeType(type)),
    ["T", "B#1"],
  );
  assert.equal(found?.returnType && writeType(found.returnType), "Promise<B#1>");
});

test("the last of several functions of one name counts", () => {
  assert.equal(facts("function a() { one() } function a() { two() }", "a.js").bindings[0]?.function, 2);
});
