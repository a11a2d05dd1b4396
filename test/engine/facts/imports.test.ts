// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the code under test has templates.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { moduleSpecifiers } from "../../../src/engine/facts/imports.ts";

const modules = (text: string) =>
  moduleSpecifiers(text).map(({ module, kind, typeOnly }) => `${kind}${typeOnly ? " type" : ""} ${module}`);

test("imports of every form", () => {
  const text = `import "a"; import b from 'b'; import * as c from "c"; import d, { e as f, type g, "h-i" as j } from "d";
    import type { k } from "k"; import type l from "l"; import type from "m"; import { n,
      // } from "no"
      o } from "o"; import type * as p from "p"; import{q}from"q";import r,*as s from"r"`;
  assert.deepEqual(modules(text), [
    "import a",
    "import b",
    "import c",
    "import d",
    "import type k",
    "import type l",
    "import m",
    "import o",
    "import type p",
    "import q",
    "import r",
  ]);
});

test("re-exports, and no other exports", () => {
  const text = `export * from "a"; export * as b from "b"; export { c as d } from "c"; export type { e } from "e";
    export const f = "from"; export { g }; "h"; export default "i"; export type T = "j"`;
  assert.deepEqual(modules(text), ["export a", "export b", "export c", "export type e"]);
});

test("calls that load modules with a literal", () => {
  const text =
    "const a = require('a'); await import(\"b\"); import(/* c */ `c`); import d = require('d'); require(`e${f}`); import('./' + g); require(h)";
  assert.deepEqual(modules(text), ["require a", "dynamic b", "dynamic c", "require d"]);
});

test("members called so load nothing", () => {
  assert.deepEqual(
    modules("a.require('b'); import.meta.resolve('c'); my_import('d'); $require('e'); require.resolve('f')"),
    [],
  );
});

test("nothing in comments, strings, templates and regular expressions", () => {
  const text = `// import a from "a"
    /* import b from "b" */ const c = 'import c from "c"'; const d = "require('d')"; const e = \`
import f from "f"
\${g(\`require("g")\`, require("yes"))} require("h")\`; const i = /require("i")/; const j = /[/"']/.test('x') && require("also");
    k = l / 2; m = n / require("too");`;
  assert.deepEqual(modules(text), ["require yes", "require also", "require too"]);
});

test("an apostrophe in JSX text does not hide what follows", () => {
  assert.deepEqual(modules("const a = <p>Don't</p>;\nconst b = <br />;\nconst c = lazy(() => import('./c'));"), [
    "dynamic ./c",
  ]);
});

test("the same specifiers as the parser finds, in every file here", () => {
  let seen = 0;
  for (const folder of ["../../../src", "../.."]) {
    const root = join(import.meta.dirname, folder);
    for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(name) || name.includes("node_modules")) continue;
      const text = readFileSync(join(root, name), "utf8");
      const found = moduleSpecifiers(text).map(({ module }) => module);
      assert.deepEqual(found, parsed(name, text), name);
      seen += found.length;
    }
  }
  assert.ok(seen > 200);
});

function parsed(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push((node.moduleSpecifier as ts.StringLiteral).text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push((node.argument.literal as ts.StringLiteral).text);
    } else if (ts.isCallExpression(node) && node.arguments[0] && ts.isStringLiteralLike(node.arguments[0])) {
      const { expression: callee } = node;
      const loads =
        callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
      if (loads) found.push(node.arguments[0].text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}
