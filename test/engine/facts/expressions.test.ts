// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the code under test has templates.
import assert from "node:assert/strict";
import { test } from "node:test";
import { body, facts, last, under, write } from "./read.ts";

const expression = (text: string, path?: string) => write(last(text, path));

test("literals keep their value", () => {
  assert.equal(
    body("1; -2.5; 10n; 'a'; `b`; true; null; /x\\/y/gi; undefined; void 0"),
    '1; -2.5; 10; "a"; "b"; true; null; /x\\/y/gi; undefined; undefined',
  );
});

test("numbers that JSON has no word for stay numbers", () => {
  assert.equal(expression("1e999"), String(Number.MAX_VALUE));
});

test("a very long text is cut", () => {
  const value = last(`const a = "${"a b ".repeat(10_000)}"`);
  assert.ok(value.kind === "literal" && typeof value.value === "string" && value.value.length === 20_000);
});

test("members, optional or not; a literal index is a member, a number or value an index", () => {
  assert.equal(expression("a.b?.c['d-e'][0][f]"), "a.b?.c.d-e[0][f]");
});

test("calls, constructions, type arguments", () => {
  assert.equal(expression("f(1, ...a)?.(2)"), "f(1, ...a)?.(2)");
  assert.equal(expression("new Map<string, number[]>()"), "new Map<string, number[]>()");
  assert.equal(expression("new Date"), "new Date()");
});

test("parentheses, non-null and instantiation are transparent", () => {
  assert.equal(expression("((a!).b)!"), "a.b");
  assert.equal(expression("(f<string>)"), "f");
});

test("casts of all three forms", () => {
  assert.equal(expression("a as B"), "(a as B)");
  assert.equal(expression("<B>a"), "(a as B)");
  assert.equal(expression("a satisfies B"), "(a as B)");
});

test("loose comparison counts as strict", () => {
  assert.equal(expression("a == b"), "(a === b)");
  assert.equal(expression("a != b"), "(a !== b)");
});

test("operators bind as in the language", () => {
  assert.equal(expression("a + b * c - d"), "((a + (b * c)) - d)");
  assert.equal(expression("a || b && c"), "(a || (b && c))");
  assert.equal(expression("a ?? (b, c)"), "(a ?? (b , c))");
  assert.equal(expression("a in b instanceof c"), "((a in b) instanceof c)");
});

test("texts that are added are one literal, wherever they stand in the chain", () => {
  assert.equal(expression("'a' + 'b' + c + 'd' + `e`"), '(("ab" + c) + "de")');
  assert.equal(expression("a - 'b' + 'c'"), '((a - "b") + "c")');
});

test("unary operators, and ++ in either place", () => {
  assert.equal(
    body("!a; typeof a; delete a.b; ~a; a++; --a"),
    "(! a); (typeof a); (delete a.b); (~ a); (++ a); (-- a)",
  );
});

test("assignments of all kinds", () => {
  assert.equal(body("let a; a = 1; a ||= 2; b.c += 3; d = 4"), "let #0; (#0 = 1); (#0 ||= 2); (b.c += 3); (d = 4)");
});

test("templates, tagged or not", () => {
  assert.equal(expression("`a${b}c${d.e}`"), "`a${b}c${d.e}`");
  assert.equal(expression("sql`select ${a}`"), "sql`select ${a}`");
  assert.equal(expression("sql`select 1`"), "sql`select 1`");
});

test("objects: every form of a field", () => {
  const text =
    "({ a: 1, 'b-c': 2, 3: 4, b, [c]: 5, ['d']: 6, ...e, m() {}, get g() { return 1 }, set g(v) {}, async *n() {} })";
  assert.equal(
    expression(text),
    "{a: 1, b-c: 2, 3: 4, b: b, [c]: 5, d: 6, ...e, m: function1, get g: function2, set g: function3, n: function4}",
  );
});

test("arrays with holes and spreads", () => {
  assert.equal(expression("[a, , ...b]"), "[a, undefined, ...b]");
});

test("await, yield and conditions", () => {
  assert.equal(expression("export {}; await (a ? b : c)"), "await (a ? b : c)");
  assert.equal(
    facts("function* f() { yield; yield 1; yield* a }")
      .functions[1]?.body.map((found) => found.kind === "expression" && write(found.value))
      .join("; "),
    "yield; yield 1; yield a",
  );
});

test("require and import with a literal load modules", () => {
  assert.equal(expression("require('./a').b"), "require(./a).b");
  assert.equal(expression("await import(`./a`)"), "await import(./a)");
  assert.equal(expression("require(name)"), "require(name)");
});

test("a require of the file's own loads nothing", () => {
  assert.equal(expression("const require = make(); require('./a')"), 'require#0("./a")');
});

test("import.meta and new.target are globals", () => {
  assert.equal(expression("import.meta.env.KEY"), "import.meta.env.KEY");
  assert.equal(expression("() => new.target"), "function1");
});

test("JSX keeps the expressions in attributes and children", () => {
  const text =
    "<Form action={save} {...rest} class='x'>text {value} <b.c>{...items}</b.c> <></> {/* nothing */}</Form>";
  assert.equal(expression(text, "a.tsx"), "<Form>(save, ...rest, value, <b.c>(...items), <>())");
  assert.equal(expression(text, "a.js"), expression(text, "a.tsx"));
});

test("spans are those of the code, without comments and parentheses", () => {
  const text = "x = /* a */ ( /* b */ f(1) /* c */ );";
  const value = last(text);
  assert.ok(value.kind === "assign");
  assert.equal(under(text, value.value.at), "f(1)");
  assert.equal(under(text, value.at), text.slice(0, -1));
});
