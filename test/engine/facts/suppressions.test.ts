import assert from "node:assert/strict";
import { test } from "node:test";
import { facts, under } from "./read.ts";

/** What the only suppression of a text covers. */
function covered(text: string, path?: string): string {
  const { suppressions } = facts(text, path);
  assert.equal(suppressions.length, 1);
  return under(text, suppressions[0]?.covers ?? [0, 0]);
}

test("rules and reason", () => {
  const [found] = facts(
    "// hardpath-allow access/missing-role, secrets/*: internal tool: only from the VPN \na()",
  ).suppressions;
  assert.deepEqual(found?.rules, ["access/missing-role", "secrets/*"]);
  assert.equal(found?.reason, "internal tool: only from the VPN");
});

test("without a reason it has none", () => {
  assert.deepEqual(
    facts("// hardpath-allow a/b\nx()").suppressions.map(({ rules, reason }) => [rules, reason]),
    [[["a/b"], ""]],
  );
});

test("in block comments, on one line or several", () => {
  for (const text of ["/* hardpath-allow a/b: why */\nx()", "/**\n * hardpath-allow a/b: why\n * and more\n */\nx()"]) {
    const [found] = facts(text).suppressions;
    assert.equal(found?.reason, "why");
    assert.equal(under(text, found?.covers ?? [0, 0]), "x()");
  }
});

test("after code it covers its line", () => {
  assert.equal(covered("a();\nb(); // hardpath-allow a/b: why\nc();"), "b(); // hardpath-allow a/b: why");
});

test("above a statement, function or class it covers all of it", () => {
  const above = "// hardpath-allow a/b: why\n";
  for (const code of [
    "pay(\n1)",
    "export async function f() {\n g() }",
    "@D() class A { m() {} }",
    "const a = () => {\n};",
  ]) {
    assert.equal(covered(`x();\n${above}${code}\ny();`), code);
  }
});

test("at the top of the file it covers the first statement, not the file", () => {
  assert.equal(covered("// hardpath-allow a/b: why\na()\nb()"), "a()");
});

test("above a member it covers the member, decorated or not", () => {
  const wrap = (member: string) => `class A {\n  x = 1;\n  // hardpath-allow a/b: why\n  ${member}\n  y = 2;\n}`;
  for (const member of ["pay() { a() }", "async pay() { a() }", "@Post() pay() { a() }", "private z = 3;"]) {
    assert.equal(covered(wrap(member)), member);
  }
});

test("between decorator and method it covers the method", () => {
  assert.equal(
    covered("class A {\n  @Post()\n  // hardpath-allow a/b: why\n  async pay() { a() }\n}"),
    "async pay() { a() }",
  );
});

test("above a property or argument it covers that", () => {
  assert.equal(covered("f({\n  // hardpath-allow a/b: why\n  a: g(),\n  b: 1 })"), "a: g()");
  assert.equal(covered("f(x,\n  // hardpath-allow a/b: why\n  (req) => { y() },\n  z)"), "(req) => { y() }");
});

test("in a chain it covers the next link", () => {
  const text = "router\n  .get('/a', a)\n  // hardpath-allow a/b: why\n  .post('/b', b)\n  .put('/c', c);";
  assert.equal(covered(text), ".post('/b', b)");
});

test("in JSX it covers the next element", () => {
  const text = "const a = <div>\n  {/* hardpath-allow a/b: why */}\n  <b>{x}</b>\n</div>";
  assert.equal(covered(text, "a.tsx"), "<b>{x}</b>");
});

test("two above one statement both cover it", () => {
  const text = "// hardpath-allow a/b: one\n// hardpath-allow c/d: two\npay()";
  assert.deepEqual(
    facts(text).suppressions.map(({ covers }) => under(text, covers)),
    ["pay()", "pay()"],
  );
});

test("in a string, template or prose it is none", () => {
  const text =
    "f('// hardpath-allow a/b: c', `\n// hardpath-allow a/b: c\n`);\n// write hardpath-allow a/b: c\n/* see hardpath-allow a/b */";
  assert.deepEqual(facts(text).suppressions, []);
});

test("at the end of a block it covers its line", () => {
  assert.equal(covered("function f() {\n  a();\n  // hardpath-allow a/b: why\n}"), "  // hardpath-allow a/b: why");
});

test("with Windows line breaks", () => {
  const text = "a();\r\nb(); // hardpath-allow a/b: why\r\nc();\r\n";
  assert.equal(covered(text), "b(); // hardpath-allow a/b: why");
  assert.equal(facts(text).suppressions[0]?.reason, "why");
});
