/** What may enter the facts, and what stays a mask. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { secretCandidate } from "../../../src/engine/secrets/plausible/candidate.ts";
import { LETTERS_AND_DIGITS, source } from "./sample-tokens.ts";

const chance = source(3);
const KEY = chance.text(LETTERS_AND_DIGITS, 32);

test("ordinary literals are none: routes, names, labels, words, ids in one word", () => {
  const ordinary: readonly (readonly [string, readonly string[]])[] = [
    ["/reset-password/:token", ["app.post#0"]],
    ["/secrets/:id", ["router.delete#0", "secretsRoutes"]],
    ["/secrets/:id", ["secret"]],
    ["x-api-key", ["apiKeyHeader"]],
    ["authorization", ["headers.get#0"]],
    ["STRIPE_SECRET_KEY", ["secretName"]],
    ["users:list:v2", ["cacheKey"]],
    ["Enter your password", ["label", "password"]],
    ["application/json", ["content-type", "headers.set#1"]],
    ["https://api.shop.io/v1", ["tokenUrl"]],
    ["postgresql", ["provider"]],
    ["UPDATE users SET password = $1 WHERE id = $2", ["pool.query#0"]],
    ["SELECT id FROM users WHERE mail = ? AND password = ?", ["login", "db.query#0"]],
    ["update keys set api_key = uuid_generate_v4(), made_at = now() where id = ?", ["regeneratePrivateKey"]],
    [" AND password = ?", ["db.query#0"]],
    ['ALTER TABLE "orders" ADD CONSTRAINT "UQ_edd714311619a5ad09525045838" UNIQUE ("token")', ["runner.query#0"]],
    ["https://www.example.com/userinfo?alt=json&access_token=", ["axios.get#0"]],
    ["jwt.secret", ["config.get#0", "secret"]],
    ["INFRA.JWT_SECRET", ["settings.getOrThrow#0", "secret"]],
    ["password", ["user.getDataValue#0", "hashed"]],
    ["sms.send", ["broker.call#0", "generatePassword"]],
    ["user", ["repository.createQueryBuilder#0", "findByMailWithPassword"]],
    ["shares.secret", ["leftJoin#1", "makeTokenQuery"]],
    ["users.name as userName", ["tokens.secret", "select#3"]],
    ["NOT LIKE", ["tokens.secret", "where#1"]],
  ];
  for (const [value, names] of ordinary) assert.equal(secretCandidate(value, names), undefined, value);
});

test("a secret that stands in a query is one", () => {
  const named = chance.text(LETTERS_AND_DIGITS, 10);
  for (const query of [
    `UPDATE users SET password = '${named}' WHERE id = 1`,
    `SELECT id FROM users WHERE "api_key" = '${named}'`,
    `ALTER TABLE users ADD note text DEFAULT '${KEY}'`,
    `INSERT INTO keys (value) VALUES ('${KEY}')`,
  ])
    assert.ok(secretCandidate(query, ["pool.query#0"]), query.replaceAll(named, "…").replaceAll(KEY, "…"));
});

test("a candidate shows neither its value nor enough to use it", () => {
  for (const names of [["apiKey"], ["password"], ["jwt.sign#1"], ["JWT_SECRET"]]) {
    const candidate = secretCandidate(KEY, names);
    assert.ok(candidate);
    assert.ok(!JSON.stringify(candidate).includes(KEY));
    assert.ok(!JSON.stringify(candidate).includes(KEY.slice(0, 12)));
  }
});

test("the same value has the same fingerprint, another salt another one", () => {
  assert.equal(secretCandidate(KEY, ["apiKey"])?.fingerprint, secretCandidate(KEY, ["token"])?.fingerprint);
  assert.notEqual(secretCandidate(KEY, ["apiKey"])?.fingerprint, secretCandidate(KEY, ["apiKey"], "team")?.fingerprint);
});

test("a published form is named", () => {
  assert.equal(secretCandidate(["sk", "live", KEY].join("_"), [])?.provider, "stripe-secret-key");
  assert.equal(secretCandidate(["pk", "live", KEY].join("_"), [])?.provider, undefined);
});
