import assert from "node:assert/strict";
import { test } from "node:test";
import { FRAMEWORKS } from "../../../src/engine/frameworks/index.generated.ts";
import { createFileTable } from "../../../src/engine/workspace/file-table.ts";
import { createUsedFrameworks } from "../../../src/engine/workspace/used-frameworks.ts";
import { NEWEST } from "../../harness/typescripts.ts";

function used(files: Readonly<Record<string, string>>): ReadonlySet<string> {
  const table = createFileTable({ typescript: NEWEST.load });
  for (const [path, text] of Object.entries(files)) table.set(path, text);
  return createUsedFrameworks(table, FRAMEWORKS)();
}

test("a framework is used where a file imports it, a type of it included", () => {
  const found = used({
    "src/app.ts": `import type { FastifyInstance } from "fastify";\nimport { cors } from "hono/cors";`,
    "src/legacy.js": `const http = require("http");`,
  });
  for (const id of ["fastify", "hono", "node-http"]) assert.ok(found.has(id), id);
  for (const id of ["oak", "restify", "polka", "nitro"]) assert.ok(!found.has(id), id);
});

test("a framework is used where a program depends on it, or a text names what only it has", () => {
  const found = used({
    "package.json": `{ "dependencies": { "restify": "11.1.0" } }`,
    "deno.json": `{ "imports": { "@server": "jsr:@oak/oak@17" } }`,
    "server/api/orders.ts": "export default defineEventHandler(() => []);",
  });
  for (const id of ["restify", "oak", "nitro"]) assert.ok(found.has(id), id);
  assert.ok(!found.has("polka"));
});
