/** An analysis that is done step by step, with edits in between, ends with what one in one go ends with. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createWorkspace, type Workspace } from "../../../src/engine/index.ts";
import { NEWEST } from "../../harness/typescripts.ts";

const ROOT = fileURLToPath(new URL("../../apps/shopfront/", import.meta.url));
const FILES = globSync("**/*.{ts,sql,json}", { cwd: ROOT, exclude: (name) => name.includes("node_modules") });
const EDITED = "src/routes/checkout.ts";
const SCHEMA = "db/migrations/001_shop.sql";

/** Enough after one step. */
const oneStep = () => true;

function opened(): Workspace {
  const workspace = createWorkspace({ typescript: NEWEST.load });
  for (const file of FILES) workspace.setFile(file.replaceAll("\\", "/"), read(file));
  return workspace;
}

function read(file: string): string {
  return readFileSync(ROOT + file, "utf8");
}

function told(workspace: Workspace): readonly string[] {
  return workspace.findings().map(({ ruleId, place, message }) => `${place.file}:${place.at} ${ruleId} ${message}`);
}

test("step by step", () => {
  const workspace = opened();
  let steps = 0;
  while (!workspace.advance(oneStep)) steps++;
  assert.ok(steps > FILES.length, `${steps} steps`);
  assert.deepEqual(told(workspace), told(opened()));
  assert.equal(workspace.advance(oneStep), true, "nothing is left to do");
});

test("edits in between are neither lost nor done twice", () => {
  const edited = `// moved\n${read(EDITED).replace("stripe.paymentIntents.create", "stripe.refunds.create")}`;
  const schema = read(SCHEMA).replace("PRIMARY KEY", "");
  const expected = opened();
  expected.setFile(EDITED, edited);
  expected.setFile(SCHEMA, schema);
  expected.setFile("src/extra.ts", "export const extra = 1;\n");

  let total = 0;
  for (const workspace = opened(); !workspace.advance(oneStep); ) total++;
  for (const at of [1, FILES.length + 3, Math.floor(total / 2), total - 1]) {
    const workspace = opened();
    for (let step = 0; step < at; step++) workspace.advance(oneStep);
    workspace.setFile(EDITED, edited);
    workspace.advance(oneStep);
    workspace.setFile(SCHEMA, schema);
    for (let step = 0; step < 5; step++) workspace.advance(oneStep);
    workspace.setFile("src/extra.ts", "export const extra = 1;\n");
    assert.deepEqual(told(workspace), told(expected), `after ${at} of ${total} steps`);
  }
});

test("results that are asked for in between are complete", () => {
  const workspace = opened();
  for (let step = 0; step < FILES.length; step++) workspace.advance(oneStep);
  assert.deepEqual(told(workspace), told(opened()));
});
