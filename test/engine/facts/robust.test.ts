import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { extractFacts } from "../../../src/engine/facts/extract-facts.ts";
import { facts, typescripts, write } from "./read.ts";

const [typescript] = typescripts.slice(-1);
assert.ok(typescript);

/** Every span of a fact lies in the text, and in the span of the fact around it. */
function checkSpans(value: unknown, within: readonly [number, number], where: string): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkSpans(item, within, `${where}[${index}]`);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const { at } = value as { at?: readonly [number, number] };
  if (at) {
    assert.ok(at[0] <= at[1], `${where} ends before it starts`);
    assert.ok(within[0] <= at[0] && at[1] <= within[1], `${where} ${at} leaves ${within}`);
  }
  for (const [key, item] of Object.entries(value)) {
    if (key !== "at" && key !== "nameAt" && key !== "bodyAt" && key !== "lineStarts")
      checkSpans(item, at ?? within, `${where}.${key}`);
  }
}

function checkFile(path: string, text: string): void {
  const read = extractFacts(typescript as NonNullable<typeof typescript>, path, text);
  const whole = [0, text.length] as const;
  for (const [index, found] of read.functions.entries()) {
    checkSpans(found.body, found.bodyAt, `${path} function ${index}`);
    checkSpans(found.parameters, found.at, `${path} parameters of ${index}`);
    assert.ok(found.owner < index || index === 0, "a function begins after its owner");
  }
  checkSpans(read.classes, whole, `${path} classes`);
  checkSpans([read.imports, read.exports, read.bindings, read.secrets, read.suppressions], whole, path);
}

const own = ["../../../src/engine", "."].flatMap((folder) => {
  const root = join(import.meta.dirname, folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(root, name));
});

test("every span lies inside the span around it, in every file of the engine", () => {
  assert.ok(own.length > 50);
  for (const path of own) checkFile(path, readFileSync(path, "utf8"));
});

test("code cut off anywhere, or with holes, gives facts and never throws", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../src/engine/facts/functions.ts"), "utf8");
  for (let cut = 0; cut < text.length; cut += 97) {
    const part = text.slice(0, cut);
    const read = extractFacts(typescript as NonNullable<typeof typescript>, "a.tsx", part);
    assert.equal(read.lineStarts.length, part.split("\n").length);
    extractFacts(typescript as NonNullable<typeof typescript>, "a.ts", text.slice(0, cut) + text.slice(cut + 13));
  }
});

test("syntax errors are told, and what can be read is", () => {
  const read = facts("import a from 'm'; function ( { \nconst b = a.c(");
  assert.equal(read.broken, true);
  assert.equal(read.imports.length, 1);
  assert.equal(facts("const a = 1").broken, false);
});

test("an addition of ten thousand terms is read, as a shallow tree", () => {
  const terms = Array.from({ length: 10_000 }, (_, index) => `a${index}`);
  const [, read] = typescripts.map((version) => extractFacts(version, "a.js", `x = ${terms.join(" + ")};`));
  const [statement] = read?.functions[0]?.body ?? [];
  assert.ok(statement?.kind === "expression" && statement.value.kind === "assign");
  assert.deepEqual(write(statement.value.value).match(/a\d+/g), terms);
  assert.ok(JSON.stringify(read).length > 0);
});

test("ten thousand texts are one literal", () => {
  const read = facts(`x = ${Array.from({ length: 10_000 }, () => "'a b'").join(" + ")};`);
  const [statement] = read.functions[0]?.body ?? [];
  assert.ok(
    statement?.kind === "expression" && statement.value.kind === "assign" && statement.value.value.kind === "literal",
  );
});

test("a long chain of mixed operators is unknown, with all its terms", () => {
  const text = `x = ${Array.from({ length: 500 }, (_, index) => `a${index}`).join(" - ")};`;
  const [statement] = facts(text).functions[0]?.body ?? [];
  assert.ok(statement?.kind === "expression" && statement.value.kind === "assign");
  assert.ok(statement.value.value.kind === "unknown" && statement.value.value.parts.length === 500);
});

test("what nests deeper than the limit is unknown there, and costs nothing else", () => {
  for (const deep of [
    `${"[".repeat(450)}${"]".repeat(450)}`,
    `a${".b()".repeat(3000)}`,
    `${"f(() => ".repeat(220)}1${")".repeat(220)}`,
    `${"if (a) {".repeat(450)}${"}".repeat(450)}`,
    Array.from({ length: 3000 }, (_, index) => `if (a${index}) {}`).join(" else\n"),
  ]) {
    const read = facts(`before();\n${deep};\nafter();`);
    const calls = read.functions[0]?.body.map((found) => (found.kind === "expression" ? write(found.value) : ""));
    assert.equal(calls?.[0], "before()");
    assert.equal(calls?.at(-1), "after()");
  }
});

test("what overflows the parser's own stack gives broken facts", () => {
  const read = facts(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  assert.deepEqual([read.broken, read.functions.length], [true, 1]);
});

test("a minified bundle is not parsed", () => {
  const text = "!function(e){var t={};function n(r){return t[r]};n(1);}(x);".repeat(4000);
  const read = facts(text, "bundle.js");
  assert.deepEqual([read.functions.length, read.broken, read.lineStarts], [1, false, [0]]);
});

test("a long line of data does not make a file minified", () => {
  const read = facts(`const image = "${"iVBORw0KGgo".repeat(10_000)}";\nexport function pay() {}`);
  assert.equal(read.functions[1]?.name, "pay");
});

test("a file beyond the size limit is not parsed, its lines are counted as ever", () => {
  const line = "const a = 1;\r\n";
  const read = facts(line.repeat(80_000));
  assert.equal(read.functions.length, 1);
  assert.equal(read.lineStarts.length, 80_001);
  assert.equal(read.lineStarts[2], line.length * 2);
});

test("a host's own tree is taken instead of a parse", () => {
  for (const version of typescripts) {
    const text = "/** doc */ export function f(a) { return <b>a }";
    const tree = version.createSourceFile("a.ts", text, version.ScriptTarget.Latest, true);
    assert.deepEqual(extractFacts(version, "a.ts", text, tree), extractFacts(version, "a.ts", text));
  }
});

test("a tree that throws when it is read gives facts all the same", () => {
  const tree = new Proxy({}, { get: () => assert.fail("unreadable") });
  const read = extractFacts(typescript, "a.ts", "a()", tree as never);
  assert.equal(read.broken, true);
  assert.equal(read.functions.length, 1);
});

test("shebang, byte order mark and odd spaces", () => {
  const text = "\ufeff#!/usr/bin/env node\n\u00a0run();";
  assert.doesNotThrow(() => facts(text, "a.mjs"));
  const [statement] = facts("#!/usr/bin/env node\nrun();", "a.mjs").functions[0]?.body ?? [];
  assert.deepEqual(statement?.at, [20, 26]);
});
