import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fromRoot } from "../../scripts/lib/project.ts";
import { parseRuleDoc } from "../../scripts/lib/rule-doc.ts";
import { newFiles } from "../../scripts/new/new-files.ts";
import { readMarkers } from "../harness/markers.ts";

const read = (path: string) => readFileSync(fromRoot(path), "utf8");

function files(kind: string, id: string): ReadonlyMap<string, string> {
  const result = newFiles(kind, id, read);
  assert.ok(typeof result !== "string", String(result));
  return result;
}

test("a new rule stands in its group, with a doc, a finding and a silent case", () => {
  const made = files("rule", "access/unowned-object");
  const rule = made.get("src/engine/rules/access/unowned-object.ts") ?? "";
  assert.match(rule, /from "\.\.\/define-rule\.ts"/);
  assert.deepEqual(
    parseRuleDoc(rule)?.examples.map(({ verdict }) => verdict),
    ["bad", "good"],
  );
  const kinds = readMarkers("a.ts", made.get("test/rules/unowned-object/express.ts") ?? "").flatMap(({ markers }) =>
    markers.map(({ kind }) => kind),
  );
  assert.deepEqual(kinds, ["expect", "silent"]);
});

test("imports of the template reach further up from a group", () => {
  const made = newFiles(
    "rule",
    "access/one",
    () => 'import a from "./define-rule.ts";\nimport b from "../fixes/c.ts";',
  );
  assert.ok(typeof made !== "string");
  assert.equal(
    made.get("src/engine/rules/access/one.ts"),
    'import a from "../define-rule.ts";\nimport b from "../../fixes/c.ts";',
  );
});

test("a new framework and a new system are named after their package", () => {
  const framework = files("framework", "hono");
  assert.match(framework.get("src/engine/frameworks/hono.ts") ?? "", /packages: \["hono"\]/);
  assert.match(framework.get("test/frameworks/hono/routes.ts") ?? "", /from "hono".*\/\/ entry: POST \/orders/s);
  const system = files("system", "stripe");
  assert.match(system.get("src/engine/systems/stripe.ts") ?? "", /packages: \["stripe"\]/);
  assert.match(system.get("test/systems/stripe/calls.ts") ?? "", /effect: write stripe orders/);
});

test("what cannot be made is said in one line", () => {
  for (const [kind, id] of [
    ["", ""],
    ["toString", "a"],
    ["rule", "name"],
    ["rule", "Group/Name"],
    ["framework", "a/b"],
  ]) {
    assert.equal(typeof newFiles(kind ?? "", id ?? "", read), "string", `${kind} ${id}`);
  }
});
