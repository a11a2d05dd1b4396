/** Conditions as they are written, turned into words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writtenCondition } from "../../../src/engine/link/trail/written-condition.ts";

test("a denial is told the other way round", () => {
  assert.equal(writtenCondition("!updated.rowCount", "if"), "unless updated.rowCount");
  assert.equal(writtenCondition("!isAllowed(user, 'write')", "if"), "unless isAllowed(user, 'write')");
  assert.equal(writtenCondition("!(a || b.c)", "if"), "unless a || b.c");
  assert.equal(writtenCondition("!session?.user", "unless"), "if session?.user is there");
});

test("what is more than one denial stays as it is", () => {
  assert.equal(writtenCondition("!a && b", "if"), "if !a && b");
  assert.equal(writtenCondition("!a === b", "if"), "if !a === b");
  assert.equal(writtenCondition("!(a) || (b)", "if"), "if !(a) || (b)");
  assert.equal(writtenCondition("a !== b", "unless"), "unless a !== b");
});

test("a name that answers by itself needs no more words", () => {
  assert.equal(writtenCondition("user.isSuspended", "if"), "if user.isSuspended");
  assert.equal(writtenCondition("user.verified", "unless"), "unless user.verified");
  assert.equal(writtenCondition("issue", "unless"), "unless issue is there");
});

test("values that may be secrets are left out, words of a comparison are not", () => {
  assert.equal(writtenCondition('user.role === "admin"', "unless"), 'unless user.role === "admin"');
  assert.equal(
    writtenCondition('req.headers.password === "swordfish"', "unless"),
    'unless req.headers.password === "…"',
  );
  assert.equal(writtenCondition('code !== "a8Xk2-99"', "if"), 'if code !== "…"');
});

test("a condition over lines is one line; a long one, or one with more than code in it, is read there", () => {
  assert.equal(writtenCondition("a &&\n    b", "if"), "if a && b");
  assert.equal(writtenCondition(`a && ${"b".repeat(80)}`, "if"), undefined);
  assert.equal(writtenCondition("a /* why */ && b", "if"), undefined);
  assert.equal(writtenCondition("name === `x`", "if"), undefined);
  assert.equal(writtenCondition(undefined, "if"), undefined);
});
