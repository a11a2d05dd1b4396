import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRuleDoc } from "../../scripts/lib/rule-doc.ts";
import { exampleFiles } from "./example-context.ts";

const SOURCE = [
  "/** What the module is for. */",
  'import { defineRule } from "../define-rule.ts";',
  "",
  "/**",
  " * A payment is created without",
  " * an idempotency key.",
  " *",
  " * A retry pays twice.",
  " *",
  " * ```ts bad",
  ' * app.post("/pay", () => stripe.charges.create({}));',
  " * ```",
  " * ```dotenv good",
  " * KEY=1",
  " * ```",
  " *",
  " * Limits: none.",
  " */",
  "export default defineRule({});",
].join("\n");

test("the doc comment above the definition gives summary, text, examples and notes", () => {
  const doc = parseRuleDoc(SOURCE);
  assert.ok(doc);
  assert.equal(doc.summary, "A payment is created without an idempotency key.");
  assert.equal(doc.text, "A payment is created without\nan idempotency key.\n\nA retry pays twice.");
  assert.equal(doc.notes, "Limits: none.");
  assert.deepEqual(
    doc.examples.map(({ verdict, file, code }) => [verdict, file, code]),
    [
      ["bad", "example.ts", 'app.post("/pay", () => stripe.charges.create({}));\n'],
      ["good", ".env", "KEY=1\n"],
    ],
  );
});

test("a file may have no other comment", () => {
  const alone = SOURCE.split("\n").slice(1).join("\n");
  assert.deepEqual(parseRuleDoc(alone), parseRuleDoc(SOURCE));
});

test("a rule without a doc comment directly above it has none", () => {
  assert.equal(parseRuleDoc("/** Of the module. */\nimport x from 'x';\nexport default x;"), undefined);
});

test("an example gets the context it takes for granted, and only that", () => {
  const complete = (code: string) =>
    [...exampleFiles({ verdict: "bad", language: "ts", file: "example.ts", code }).values()][0];
  assert.equal(
    complete('app.post("/pay", () => 1);'),
    'import express from "express"; const app = express();\napp.post("/pay", () => 1);',
  );
  assert.equal(complete("const app = express();"), 'import express from "express";\nconst app = express();');
  assert.equal(
    complete("export const handler = (queue: Queue) => queue.add();"),
    "export const handler = (queue: Queue) => queue.add();",
  );
  assert.equal(complete('import { app } from "./app";\napp.get("/");'), 'import { app } from "./app";\napp.get("/");');
});
