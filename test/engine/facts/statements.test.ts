import assert from "node:assert/strict";
import { test } from "node:test";
import { body, facts, under, writeStatements } from "./read.ts";

test("blocks are opened into the list they stand in, their names stay apart", () => {
  assert.equal(body("const a = 1; { const a = 2; f(a) } f(a)"), "let #0 = 1; let #1 = 2; f(a#1); f(a#0)");
});

test("one declaration per variable", () => {
  assert.equal(body("let a, b = 1;"), "let #0; let #1 = 1");
});

test("if, else if, else", () => {
  assert.equal(body("if (a) b(); else if (c) { d() } else e()"), "if a {b()} {if c {d()} {e()}}");
});

test("loops of all forms", () => {
  assert.equal(body("for (let i = 0; i < 3; i++) f(i)"), "for (let #0 = 0) while (i#0 < 3) {f(i#0); (++ i#0)}");
  assert.equal(body("for (const { a } of b) f(a)"), "for-of {a: #0} over b {f(a#0)}");
  assert.equal(body("for await (const a of b) f(a)"), "for-of #0 over await b {f(a#0)}");
  assert.equal(body("for (k in o) f(k)"), "for-in k over o {f(k)}");
  assert.equal(
    body("while (a) { b(); continue } do c(); while (d)"),
    "while while a {b(); continue}; do while d {c()}",
  );
  assert.equal(body("for (i = 0;;) break"), "for ((i = 0)) {break}");
});

test("switch has one scope for all its cases", () => {
  assert.equal(
    body("switch (a) { case 1: let b = 1; break; default: f(b) }"),
    "switch a {1: let #0 = 1; break | default: f(b#0)}",
  );
});

test("try, catch, finally", () => {
  assert.equal(body("try { a() } catch (e) { f(e) } finally { b() }"), "try {a()} catch #0 {f(e#0)} finally {b()}");
  assert.equal(body("try { a() } catch { b() }"), "try {a()} catch {b()} finally {}");
  assert.equal(body("try { a() } finally { b() }"), "try {a()} finally {b()}");
  assert.equal(body("try { a() } catch ({ code }) { f(code) }"), "try {a()} catch {code: #0} {f(code#0)} finally {}");
});

test("labels are transparent", () => {
  assert.equal(body("outer: for (;;) { break outer }"), "for  {break}");
});

test("throw and return", () => {
  const read = facts("function f() { if (a) return; if (b) return 1; throw new E() }");
  assert.equal(writeStatements(read.functions[1]?.body ?? []), "if a {return} {}; if b {return 1} {}; throw new E()");
});

test("declared things are promises, not code", () => {
  assert.equal(
    body("declare const a: string; declare function f(): void; declare namespace n { const x: 1 } f(a); n.x"),
    "f(a); n.x",
  );
});

test("an enum is a binding with members and a variable that holds an object", () => {
  const read = facts("enum E { A, B = 'b', C = 4, D }");
  assert.equal(writeStatements(read.functions[0]?.body ?? []), 'let #0 = {A: 0, B: "b", C: 4, D: 5}');
  assert.deepEqual(
    read.bindings[0]?.members?.map((member) => member.key),
    ["A", "B", "C", "D"],
  );
});

test("a namespace runs in place, then is an object of its exports", () => {
  assert.equal(
    body("namespace N { export const a = 1; const b = 2; export function f() { return b } } N.f()"),
    "let #1 = 1; let #2 = 2; let #0 = {a: a#1, f: f#3}; N#0.f()",
  );
});

test("a namespace on a function does not replace it", () => {
  const read = facts("function f() {} namespace f { export const a = 1 }");
  assert.equal(writeStatements(read.functions[0]?.body ?? []), "let #1 = 1");
  assert.equal(read.bindings[0]?.kind, "function");
});

test("with keeps what it runs on and its body", () => {
  assert.equal(body("with (a) { f() }", "a.js"), "unknown(a); f()");
});

test("a single variable has the span of its statement, one of several its own", () => {
  const text = "export const a = 1; let b = 2, c = 3;";
  const spans = facts(text).functions[0]?.body.map((statement) => under(text, statement.at));
  assert.deepEqual(spans, ["export const a = 1;", "b = 2", "c = 3"]);
});

test("directives are no statements", () => {
  const read = facts("'use server'; async function f() { 'use strict'; g() }");
  assert.deepEqual(read.directives, ["use server"]);
  assert.deepEqual(read.functions[1]?.directives, ["use strict"]);
  assert.equal(writeStatements(read.functions[1]?.body ?? []), "g()");
});
