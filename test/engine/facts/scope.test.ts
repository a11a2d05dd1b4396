import assert from "node:assert/strict";
import { test } from "node:test";
import { body, facts, write, writeStatements } from "./read.ts";

/** Body of the function with this name. */
function of(text: string, name: string, path?: string): string {
  return writeStatements(facts(text, path).functions.find((found) => found.name === name)?.body ?? []);
}

test("a use above its declaration is resolved", () => {
  assert.equal(body("f(a); const a = 1; function f() {}"), "f#1(a#0); let #0 = 1");
});

test("functions see what is around them, parameters first", () => {
  assert.equal(of("const a = 1, b = 2; function f(a) { return g(a, b, c) }", "f"), "return g(a#3, b#1, c)");
});

test("var belongs to the function, let to the block", () => {
  const text = "function f() { if (x) { var a = 1; let b = 2 } for (var c of d) {} g(a, b, c) }";
  assert.equal(of(text, "f").split("; ").at(-1), "g(a#1, b, c#2)");
});

test("var in every nested statement is hoisted", () => {
  const text = `function f() { g(a, b, c, d, e, h);
    while (x) var a; do { var b } while (x); switch (x) { case 1: var c }
    try { var d } catch { var e } finally { l: var h } }`;
  assert.equal(of(text, "f").split("; ")[0], "g(a#1, b#2, c#3, d#4, e#5, h#6)");
});

test("a caught error hides an outer name inside the handler only", () => {
  assert.equal(
    body("const e = 1; try { f(e) } catch (e) { f(e) } f(e)"),
    "let #0 = 1; try {f(e#0)} catch #1 {f(e#1)} finally {}; f(e#0)",
  );
});

test("a loop variable lives in its loop", () => {
  assert.equal(body("for (const a of b) f(a); f(a)"), "for-of #0 over b {f(a#0)}; f(a)");
});

test("a named function expression knows its own name, its surroundings do not", () => {
  const read = facts("const a = function b() { b() }; b()");
  assert.equal(writeStatements(read.functions[1]?.body ?? []), "b#1()");
  assert.equal(writeStatements(read.functions[0]?.body ?? []), "let #0 = function1; b()");
  assert.equal(read.bindings[1]?.function, 1);
});

test("assignments after the declaration are remembered", () => {
  const text = "let a = 1, b, c = 0, d, e = 1; a = 2; [b] = x; c++; for (d of x) {} f(e); ({ y: { e: a } = 1 } = z)";
  assert.deepEqual(
    facts(text).bindings.map((binding) => binding.reassigned ?? false),
    [true, true, true, true, false],
  );
});

test("an assignment inside a function counts too", () => {
  assert.equal(facts("let a; function f() { a = 1 }").bindings[0]?.reassigned, true);
});

test("a second var with a value is an assignment", () => {
  const read = facts("var a = 1; var a = 2; var b = 1; var b;", "a.js");
  assert.deepEqual(
    read.bindings.map(({ name, reassigned }) => [name, reassigned ?? false]),
    [
      ["a", true],
      ["b", false],
    ],
  );
});

test("a value and a type of one name are two bindings", () => {
  const read = facts(
    "export const User = z.object({}); export type User = z.infer<typeof User>; const a: User = f(User);",
  );
  assert.deepEqual(
    read.bindings.map(({ name, kind }) => `${name} ${kind}`),
    ["User const", "User type", "a const"],
  );
  assert.equal(read.bindings[2]?.type?.binding, 1);
  const statement = read.functions[0]?.body.at(-1);
  assert.ok(statement?.kind === "declare" && statement.value && write(statement.value) === "f(User#0)");
});

test("names of the object's own prototype are ordinary names", () => {
  assert.equal(
    body("f(constructor, toString, __proto__, hasOwnProperty)"),
    "f(constructor, toString, __proto__, hasOwnProperty)",
  );
  assert.equal(
    body("const __proto__ = 1, ___x = 2; f(__proto__, ___x)"),
    "let #0 = 1; let #1 = 2; f(__proto__#0, ___x#1)",
  );
});

test("every binding knows its owner and its kind", () => {
  const text =
    "import i from 'm'; const c = 1; function f(p) { let l; class C {} enum E { A } } namespace n {} interface I {}";
  const read = facts(text);
  assert.deepEqual(
    read.bindings.map(({ name, kind, owner }) => `${name} ${kind} ${owner}`),
    [
      "i import 0",
      "c const 0",
      "f function 0",
      "n namespace 0",
      "I type 0",
      "p parameter 1",
      "l let 1",
      "C class 1",
      "E enum 1",
    ],
  );
});
