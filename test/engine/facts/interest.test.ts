import assert from "node:assert/strict";
import { test } from "node:test";
import { createInterest } from "../../../src/engine/facts/interest.ts";

const isInteresting = createInterest({
  packages: ["express", "@nestjs/common", "@aws-sdk/client-*", "http"],
  words: ["TOKEN_PREFIX"],
  isEntryFile: (path) => path.endsWith("/route.ts"),
});

test("a file that imports a known package, in any way", () => {
  for (const text of [
    "import express from 'express'",
    "import type { Request } from 'express/lib/x'",
    "const a = require('@nestjs/common')",
    "export * from '@nestjs/common/decorators'",
    "await import('@aws-sdk/client-sqs')",
    "import http from 'node:http'",
  ]) {
    assert.equal(isInteresting("a.ts", text), true, text);
  }
});

test("not one that only sounds like it", () => {
  for (const text of [
    "import a from './express'",
    "import a from 'express-like'",
    "import a from '@nestjs/core'",
    "// import a from 'express'\nimport b from 'b'",
    "const a = 'express'",
  ]) {
    assert.equal(isInteresting("a.ts", text), false, text);
  }
});

test("server actions, words and file names", () => {
  assert.equal(isInteresting("a.ts", "'use server'\nexport async function f() {}"), true);
  assert.equal(isInteresting("a.ts", "const a = 'TOKEN_PREFIX_1'"), true);
  assert.equal(isInteresting("app/api/route.ts", ""), true);
  assert.equal(isInteresting("app/api/other.ts", ""), false);
});

test("specifiers that are known already are not looked for again", () => {
  assert.equal(isInteresting("a.ts", "", [{ module: "express", kind: "import", typeOnly: false }]), true);
});
