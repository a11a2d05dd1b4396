/** What fixes are offered, and above all when none is: an edit that cannot be right is worse than no edit. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addGuard } from "../../src/engine/fixes/guards/add-guard.ts";
import { dedupeEvent } from "../../src/engine/fixes/idempotent/dedupe-event.ts";
import { idempotencyKey } from "../../src/engine/fixes/idempotent/idempotency-key.ts";
import { transactionAround } from "../../src/engine/fixes/transactions/transaction-around.ts";
import { analysed } from "./lab/analysed.ts";
import { changed } from "./lab/lab-run.ts";

const head = `import express from "express";
import { Pool } from "pg";
import Stripe from "stripe";

const app = express();
const pool = new Pool();
const stripe = new Stripe("");

`;

function service(body: string, more: Record<string, string> = {}) {
  const texts = new Map([["src/app.ts", head + body], ...Object.entries(more)]);
  const { model } = analysed(texts);
  const entry = (label: string) => {
    const found = model.entryPoints.find((one) => one.label === label);
    assert.ok(found, `${label} among ${model.entryPoints.map((one) => one.label).join(", ")}`);
    return found;
  };
  return { texts, model, entry };
}

function keysOf(body: string, label: string): readonly string[] {
  const { model, entry } = service(body);
  const entryPoint = entry(label);
  const effect = entryPoint.effects.find((one) => one.via === "stripe");
  assert.ok(effect);
  return idempotencyKey({ model, entryPoint, effect }).map((fix) => fix.title);
}

test("a key is never made from a row of the same run", () => {
  const charge = "await stripe.charges.create({ amount: order.cents, currency: 'eur' }); res.end(); });\n";
  assert.deepEqual(
    keysOf(
      `app.post("/orders/:id/pay", async (req, res) => {\n  const found = await pool.query("SELECT id, cents FROM orders WHERE id = $1", [req.params.id]);\n  const order = found.rows[0];\n  ${charge}`,
      "POST /orders/:id/pay",
    ),
    ["Pass an idempotency key made from order.id", "Pass the client's Idempotency-Key"],
  );
  assert.deepEqual(
    keysOf(
      `app.post("/orders", async (req, res) => {\n  const made = await pool.query("INSERT INTO orders (cents) VALUES ($1) RETURNING id, cents", [req.body.cents]);\n  const order = made.rows[0];\n  ${charge}`,
      "POST /orders",
    ),
    ["Pass the client's Idempotency-Key"],
  );
});

test("two calls of one request do not share a key", () => {
  const { model, entry, texts } = service(
    `app.post("/join", async (req, res) => {\n  const customer = await stripe.customers.create({ email: req.body.email });\n  await stripe.subscriptions.create({ customer: customer.id });\n  res.end();\n});\n`,
  );
  const entryPoint = entry("POST /join");
  for (const effect of entryPoint.effects.filter((one) => one.via === "stripe")) {
    const [fix] = idempotencyKey({ model, entryPoint, effect });
    assert.ok(fix);
    const text =
      changed(
        texts,
        fix.edits((file) => texts.get(file)),
      ).get("src/app.ts") ?? "";
    assert.match(text, /idempotencyKey: req\.get\("Idempotency-Key"\) && `(?:customer|subscription)-\$\{req\.get/);
  }
});

test("an event without an id in reach, or a service without a store, is not deduped", () => {
  const webhook = (body: string) => {
    const { model, entry } = service(`app.post("/webhooks/stripe", async (req, res) => {\n${body}\n});\n`);
    return dedupeEvent({ model, entryPoint: entry("POST /webhooks/stripe") });
  };
  const verify = `const event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature")!, "");`;
  const write = `await pool.query("INSERT INTO payments (cents) VALUES (1)");`;
  assert.ok(webhook(`  ${verify}\n  ${write}\n  res.end();`));
  assert.equal(webhook(`  ${write}\n  res.end();`), undefined, "nothing is called event");
  assert.equal(webhook(`  ${write}\n  ${verify}\n  res.end();`), undefined, "the event is not known yet");
  assert.equal(
    webhook(`  ${verify}\n  await stripe.charges.create({ amount: 1, currency: "eur" });\n  res.end();`),
    undefined,
  );
});

test("a guard is taken from a sibling as it is written there, or not at all", () => {
  const guard = `function requireAdmin(req: any, res: any, next: any) {\n  if (req.user?.role !== "admin") return res.sendStatus(403);\n  next();\n}\n`;
  const routes = (first: string) =>
    `${guard}app.get("/admin/users", ${first}, async (req, res) => { res.json(await pool.query("SELECT * FROM users")); });\napp.delete("/admin/users/:id", async (req, res) => { await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]); res.end(); });\n`;
  const offers = (first: string) => {
    const { model, entry } = service(routes(first));
    return addGuard({ model, entryPoint: entry("DELETE /admin/users/:id"), kind: "role" }).map((fix) => fix.title);
  };
  assert.deepEqual(offers("requireAdmin"), ["Check with requireAdmin, as GET /admin/users does"]);
  assert.deepEqual(offers(`(req, res, next) => (req.user?.role === "admin" ? next() : res.sendStatus(403))`), []);
});

test("a payment is not put inside a transaction", () => {
  const writes = (between: string) => {
    const { model, entry } = service(
      `app.post("/move", async (req, res) => {\n  await pool.query("UPDATE accounts SET cents = 1 WHERE id = $1", [req.body.from]);\n  ${between}\n  await pool.query("UPDATE entries SET cents = 2 WHERE id = $1", [req.body.to]);\n  res.end();\n});\n`,
    );
    return transactionAround({ model, entryPoint: entry("POST /move") })?.title;
  };
  assert.equal(writes(""), "Write all of it in one transaction");
  assert.equal(writes(`await stripe.charges.create({ amount: 1, currency: "eur" });`), undefined);
  assert.equal(writes("if (!req.body.to) return res.sendStatus(400);"), undefined);
});

test("work that runs behind the answer is not taken for done", () => {
  const webhook = (work: string) => {
    const { model, entry } = service(
      `app.post("/webhooks/stripe", async (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature")!, "");\n${work}\n  res.end();\n});\n`,
    );
    return dedupeEvent({ model, entryPoint: entry("POST /webhooks/stripe") })?.title;
  };
  const write = `await pool.query("INSERT INTO payments (cents) VALUES (1)");`;
  assert.equal(webhook(`  ${write}`), "Take every event once, by event.id");
  assert.equal(webhook(`  setImmediate(async () => {\n    ${write}\n  });`), undefined);
});

test("a transaction takes the two that belong together, if they are waited for and nothing catches between them", () => {
  const joined = (work: string) => {
    const { model, entry } = service(`app.post("/move", async (req, res) => {\n${work}\n  res.end();\n});\n`);
    const entryPoint = entry("POST /move");
    const [first, second] = entryPoint.effects.filter((effect) => effect.access === "write");
    assert.ok(first && second);
    return transactionAround({ model, entryPoint, pair: [first, second] })?.title;
  };
  const one = `pool.query("UPDATE accounts SET cents = 1 WHERE id = $1", [req.body.from])`;
  const two = `pool.query("INSERT INTO entries (cents) VALUES ($1)", [req.body.cents])`;
  assert.equal(joined(`  await ${one};\n  await ${two};`), "Write all of it in one transaction");
  assert.equal(joined(`  const work = [${one}, ${two}];\n  await Promise.all(work);`), undefined);
  assert.equal(
    joined(`  await ${one};\n  try {\n    await ${two};\n  } catch (error) {\n    console.error(error);\n  }`),
    undefined,
  );
});
