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
  ];
  for (const [value, names] of ordinary) assert.equal(secretCandidate(value, names), undefined, value);
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
