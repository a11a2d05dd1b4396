/** Who asks for some rules gets what these say among all, without the work of the others. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace, type Workspace, type WorkspaceOptions } from "../../../src/engine/index.ts";
import { NEWEST } from "../../harness/typescripts.ts";

const FILES = {
  "package.json": `{ "dependencies": { "express": "5.0.0", "jsonwebtoken": "9.0.0" } }`,
  "src/app.ts": `
    import express from "express";
    import jwt from "jsonwebtoken";
    import Stripe from "stripe";
    import { settings } from "./settings";
    const app = express();
    const stripe = new Stripe(process.env.STRIPE_KEY);
    app.post("/pay", async (req, res) => res.json(await stripe.paymentIntents.create({ amount: req.body.amount })));
    app.post("/session", (req, res) => res.json(jwt.sign({ id: req.body.id }, settings.signing)));
  `,
  "src/settings.ts": `export const settings = { signing: "${["velvet", "otter", "9"].join("-")}" };\n`,
  "src/unrelated.ts": "export const answer: number = 42;\n",
};

function opened(rules?: WorkspaceOptions["rules"]): Workspace {
  const workspace = createWorkspace({ typescript: NEWEST.load, ...(rules ? { rules } : {}) });
  for (const [path, text] of Object.entries(FILES)) workspace.setFile(path, text);
  return workspace;
}

function told(workspace: Workspace, group = ""): readonly string[] {
  return workspace
    .findings()
    .filter(({ ruleId }) => ruleId.startsWith(group))
    .map(({ ruleId, place, fingerprint }) => `${place.file}:${place.at} ${ruleId} ${fingerprint}`);
}

const isSecret = (ruleId: string): boolean => ruleId.startsWith("secrets/");

test("secrets alone, with no file parsed", () => {
  const asked = opened(isSecret);
  const all = opened();
  assert.deepEqual(told(asked), told(all, "secrets/"));
  assert.equal(told(asked).length, 1, "the key that another file signs with");
  assert.ok(told(all).length > 1);
  assert.equal(asked.statistics.parsed, 0, "tokens alone tell where the key that is imported stands");
});

test("the map is whole, whatever rules were asked", () => {
  const asked = opened(isSecret);
  const before = told(asked);
  assert.deepEqual(asked.serviceMap(), opened().serviceMap());
  assert.deepEqual(told(asked), before);
});

test("another group is not mixed with the rest", () => {
  const asked = told(opened((ruleId) => ruleId.startsWith("idempotency/")));
  assert.ok(asked.length > 0);
  assert.deepEqual(asked, told(opened(), "idempotency/"));
});
