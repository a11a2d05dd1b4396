/** Reading a service comes to an end, and what was not read to its end is no reason for a finding. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace } from "../../../src/engine/index.ts";
import type { Linker } from "../../../src/engine/link/evaluate/linker.ts";
import { BUDGET, forEntries, shareOf, spending } from "../../../src/engine/link/routes/allowance.ts";
import { NEWEST } from "../../harness/typescripts.ts";

test("all entry points together have a limit, and each may spend a little beyond it", () => {
  const linker = { budget: 0 } as Linker;
  const allowance = forEntries();
  let runs = 0;
  const root = (): void => {
    runs += linker.budget;
    linker.budget = 0;
  };
  for (let entry = 0; entry < 1000; entry++) spending(linker, allowance, shareOf(allowance, 1000 - entry), root);
  assert.ok(runs <= 120_000 + BUDGET + 1000 * allowance.least, `${runs} runs`);
  assert.equal(linker.budget, 0);
});

/** A handler that runs this many functions before it asks who is calling. */
function service(steps: number) {
  const said: string[] = [];
  const workspace = createWorkspace({ typescript: NEWEST.load, log: (line) => said.push(line) });
  const numbers = Array.from({ length: steps }, (_, index) => index);
  workspace.setFile("package.json", `{ "dependencies": { "express": "5.0.0", "@prisma/client": "6.0.0" } }`);
  workspace.setFile(
    "src/server.ts",
    `import express from "express";
import { PrismaClient } from "@prisma/client";
import { requireSession } from "./session";
const prisma = new PrismaClient();
const app = express();
${numbers.map((index) => `const step${index} = (id) => id + ${index};`).join("\n")}
app.get("/orders", async (req, res) => {
  requireSession(req, res);
  res.json(await prisma.order.findMany());
});
app.delete("/orders/:id", async (req, res) => {
${numbers.map((index) => `  step${index}(req.params.id);`).join("\n")}
  requireSession(req, res);
  await prisma.order.delete({ where: { id: req.params.id } });
  res.end();
});
`,
  );
  workspace.setFile(
    "src/session.ts",
    `export function requireSession(req, res) {
  if (!req.headers.authorization) throw Object.assign(new Error("Unauthorized"), { status: 401 });
}
`,
  );
  const rules = workspace.findings().map(({ ruleId }) => ruleId);
  return { said, rules };
}

test("a check that was not reached is not missing", () => {
  const { said, rules } = service(BUDGET + 500);
  assert.deepEqual(
    rules.filter((id) => id === "access/missing-authentication"),
    [],
  );
  assert.deepEqual(said, ["Too large to be read to the end: DELETE /orders/:id."]);
});

test("what fits is read to its end, and nothing is said", () => {
  assert.deepEqual(service(100).said, []);
});
