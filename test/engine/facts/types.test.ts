import assert from "node:assert/strict";
import { test } from "node:test";
import { facts, writeType } from "./read.ts";

/** The type of `const x: …`, after declarations. */
function type(of: string, before = ""): string {
  const binding = facts(`${before} let x: ${of};`).bindings.find(({ name }) => name === "x");
  assert.ok(binding?.type);
  return writeType(binding.type);
}

test("names, with their binding and arguments", () => {
  assert.equal(type("Stripe.Event", "import Stripe from 'stripe';"), "Stripe.Event#0");
  assert.equal(type("Repository<Order>", "class Order {}"), "Repository<Order#0>");
  assert.equal(type("string"), "string");
});

test("arrays in every spelling", () => {
  for (const spelling of ["A[]", "Array<A>", "readonly A[]", "ReadonlyArray<A>"]) assert.equal(type(spelling), "A[]");
  assert.equal(type("A[][]"), "Array<A[]>[]");
});

test("a union without undefined and null; texts are string", () => {
  assert.equal(type("A | undefined | null"), "A");
  assert.equal(type("A | B"), "union<A, B>");
  assert.equal(type("'a' | 'b'"), "string");
  assert.equal(type("1 | -1 | true | null"), "union<number, boolean>");
  assert.equal(type("undefined"), "undefined");
});

test("what has no name is named by what it is", () => {
  assert.equal(type("A & B"), "intersection<A, B>");
  assert.equal(type("(a: string) => Promise<A>"), "function<Promise<A>>");
  assert.equal(type("[A, b?: B]"), "tuple<A, B>");
  assert.equal(type("keyof A"), "keyof<A>");
  assert.equal(type("typeof a.b", "const a = 1;"), "typeof<a.b#0>");
  assert.equal(type("A['b']"), "index<A, string>");
  assert.equal(type("A extends B ? C : D"), "unknown");
  assert.equal(type("{ [K in A]: B }"), "object");
});

test("an object type that stands alone is a binding without a name", () => {
  const read = facts("function f(deps: { db: Db, mail?: Mail }) {}");
  const at = read.functions[1]?.parameters[0]?.type;
  assert.equal(at?.name, "object");
  const binding = read.bindings[at?.binding ?? -1];
  assert.equal(binding?.name, "");
  assert.deepEqual(
    binding?.typeMembers?.map(({ name, optional, type }) => [name, optional, type && writeType(type)]),
    [
      ["db", false, "Db"],
      ["mail", true, "Mail"],
    ],
  );
});

test("interfaces have members, and what they extend as their type", () => {
  const read = facts(
    "interface A extends B<C> { a: string; b?(): void; readonly 'c-d': A[] } interface A { e: number }",
  );
  assert.deepEqual(
    read.bindings[0]?.typeMembers?.map(
      (member) => `${member.name}${member.optional ? "?" : ""}: ${member.type && writeType(member.type)}`,
    ),
    ["a: string", "b?: function", "c-d: A#0[]", "e: number"],
  );
  assert.equal(read.bindings[0]?.type && writeType(read.bindings[0].type), "B<C>");
});

test("an alias has its type, or members where it is an object type", () => {
  const read = facts("type A = Prisma.TransactionClient; type B = { a: A };");
  assert.equal(read.bindings[0]?.type && writeType(read.bindings[0].type), "Prisma.TransactionClient");
  assert.deepEqual(
    read.bindings[1]?.typeMembers?.map(({ name }) => name),
    ["a"],
  );
});

test("a type parameter hides an outer type", () => {
  const read = facts("class T {} function f<T>(a: T) {} class C<T> { a: T }");
  assert.equal(read.functions[1]?.parameters[0]?.type?.binding, -1);
  assert.equal(read.classes[1]?.members[0]?.type?.binding, -1);
});

test("an import type is an import", () => {
  const read = facts("let x: import('pg').Pool;");
  assert.deepEqual(
    read.imports.map(({ module, name, typeOnly }) => [module, name, typeOnly]),
    [["pg", "Pool", true]],
  );
  assert.equal(read.bindings.find(({ name }) => name === "x")?.type?.binding, read.imports[0]?.binding);
});
