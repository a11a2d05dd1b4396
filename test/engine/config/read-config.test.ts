import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../../src/engine/config/read-config.ts";
import { DEFAULT_CONFIG } from "../../../src/engine/model/config.ts";

const RULES = ["access/missing-role", "access/unowned-object", "secrets/password", "idempotency/unguarded-create"];

/** Problems as `line:column message`. */
function problems(text: string): string[] {
  return readConfig(text, "hardpath.config.json", RULES).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

test("a full configuration with comments and trailing commas", () => {
  const text = `// ours
{
  "$schema": "./schema.json",
  "rules": { "access/missing-role": "warning", "secrets": "off", },
  "exclude": ["legacy/**"], /* old */
  "guards": { "requireStaff": "role" },
  "public": [{ "path": "/status/*", "reason": "load balancer" }],
  "allow": [{ "rule": "secrets/password", "path": "scripts/**", "reason": "local", "fingerprint": "abc" }],
  "unique": [{ "table": "orders", "columns": ["paymentId", "tenant"] }],
  "strictness": "every-write",
}`;
  assert.deepEqual(readConfig(text, "hardpath.config.json", RULES), {
    problems: [],
    config: {
      rules: { "access/missing-role": "warning", secrets: "off" },
      exclude: ["legacy/**"],
      guards: { requireStaff: "role" },
      public: [{ path: "/status/*", reason: "load balancer" }],
      allow: [{ rule: "secrets/password", path: "scripts/**", reason: "local", fingerprint: "abc" }],
      unique: [{ table: "orders", columns: ["paymentId", "tenant"] }],
      strictness: "every-write",
    },
  });
});

test("an empty object is the default", () => {
  assert.deepEqual(readConfig("{}", "hardpath.config.json", RULES), { config: DEFAULT_CONFIG, problems: [] });
});

test("broken JSON is one problem where it breaks", () => {
  assert.deepEqual(problems(`{\n  "rules": {\n    "a" "b"\n`), [`3:9 Not valid JSON: a ":" is missing after "a".`]);
  assert.deepEqual(problems(""), ["1:1 Not valid JSON: the file ends where a value should stand."]);
  assert.deepEqual(problems(`{ 'rules': {} }`), ["1:3 Not valid JSON: a key in double quotes should stand here."]);
  assert.deepEqual(problems(`{} x`), ["1:4 Not valid JSON: nothing may follow the value."]);
  assert.equal(problems("[".repeat(100_000)).length, 1);
});

test("each wrong key or type is one problem, and the rest counts", () => {
  const { config, problems: found } = readConfig(
    `{
  "rule": {},
  "rules": { "access/misisng-role": "error", "missing-role": "error", "secrets/password": "fatal", "access": "hint" },
  "exclude": "legacy",
  "guards": { "a": "admin", "b": "role" },
  "public": [{ "path": "/x" }, { "path": "/y", "reason": "", "raeson": "z" }, 5],
  "allow": [{ "path": "a", "reason": "b" }, { "rule": "nothing/at-all", "path": "a", "reason": "b" }],
  "strictness": null
}`,
    "c.json",
    RULES,
  );
  assert.deepEqual(
    found.map(({ line, column, message }) => `${line}:${column} ${message}`),
    [
      `2:3 Unknown setting "rule". Did you mean "rules"?`,
      `3:14 Unknown rule "access/misisng-role". Did you mean "access/missing-role"?`,
      `3:46 Unknown rule "missing-role". Did you mean "access/missing-role"?`,
      `3:91 The severity of "secrets/password" must be "error", "warning", "hint" or "off", not "fatal".`,
      `4:14 "exclude" must be a list, not text.`,
      `5:20 The kind of guard "a" must be "authentication", "role", "ownership", "signature", "dedupe" or "validation", not "admin".`,
      `6:14 An entry of "public" lacks "reason".`,
      `6:58 "reason" must be text, not empty.`,
      `6:62 Unknown key "raeson" in "public". Did you mean "reason"?`,
      `6:79 An entry of "public" must be an object, not a number.`,
      `7:13 An entry of "allow" lacks "rule".`,
      `7:55 Unknown rule "nothing/at-all".`,
      `8:17 "strictness" must be "money", "default" or "every-write", not null.`,
    ],
  );
  assert.deepEqual(config.rules, { access: "hint" });
  assert.deepEqual(config.guards, { b: "role" });
  assert.deepEqual(config.public, []);
  assert.deepEqual(config.allow, []);
});

test("names of Object.prototype are no settings", () => {
  assert.deepEqual(problems(`{ "constructor": 1, "__proto__": {} }`), [
    `1:3 Unknown setting "constructor".`,
    `1:21 Unknown setting "__proto__".`,
  ]);
});

test("a key that stands twice is told, and the later one counts", () => {
  const { config, problems: found } = readConfig(`{ "strictness": "money", "strictness": "default" }`, "c.json", RULES);
  assert.equal(config.strictness, "default");
  assert.match(found[0]!.message, /stands twice/);
});
