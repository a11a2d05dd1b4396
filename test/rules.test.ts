/** What every rule must have: a doc whose examples are true, fixtures with findings, and at least as many silent cases. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { definitions, load, RULES } from "../scripts/lib/definitions.ts";
import { fromRoot } from "../scripts/lib/project.ts";
import { readRuleDoc } from "../scripts/lib/rule-doc.ts";
import type { RuleDefinition } from "../src/engine/rules/define-rule.ts";
import { analyse } from "./harness/analyse.ts";
import { type Case, findCases } from "./harness/cases.ts";
import { isRule } from "./harness/compare.ts";
import { exampleFiles } from "./harness/example-context.ts";
import { NEWEST } from "./harness/typescripts.ts";

const cases = findCases().filter(({ area }) => area === "rules");
const rules = definitions(RULES);

for (const { id, path } of rules) {
  const name = id.split("/")[1] ?? id;
  const own = cases.filter(({ subject }) => subject === name || subject === id.replace("/", "-"));

  test(`${id} has documentation with examples that are true`, () => {
    const doc = readRuleDoc(path);
    assert.ok(doc, `${path} has no doc comment directly above "export default"`);
    assert.notEqual(doc.summary, "", `${path}: the first sentence is missing`);
    for (const verdict of ["bad", "good"]) {
      assert.ok(
        doc.examples.some((example) => example.verdict === verdict),
        `${path}: there is no \`\`\`ts ${verdict} block`,
      );
    }
    for (const example of doc.examples) {
      const found = analyse(exampleFiles(example), NEWEST.load()).findings.filter((it) => it.finding.ruleId === id);
      const shown = found.map((it) => `${it.line}:${it.column} ${it.finding.message}`).join("\n");
      if (example.verdict === "bad") assert.ok(found.length > 0, `no finding in the bad example:\n${example.code}`);
      else assert.equal(shown, "", `a finding in the good example:\n${example.code}`);
    }
  });

  test(`${id} has fixtures with findings, and at least as many silent cases`, () => {
    assert.ok(own.length > 0, `there is no test/rules/${name}/`);
    const findings = own.reduce((sum, it) => sum + expected(it, name).length, 0);
    assert.ok(findings > 0, `test/rules/${name}/: no fixture expects a finding`);
    const silent = own.reduce((sum, it) => sum + silentCases(it, name, id), 0);
    assert.ok(silent >= findings, `test/rules/${name}/: ${findings} findings, but only ${silent} silent cases`);
  });
}

test("every rule says what a person does where no edit can be right, and how to see that it is done", async () => {
  for (const definition of rules) {
    const { remedy } = await load<RuleDefinition>(definition);
    assert.ok(remedy && remedy.title !== "", `${definition.path} has no remedy`);
    assert.ok(remedy.steps.length > 1, `${definition.path}: the remedy has one step only`);
    for (const step of remedy.steps) assert.match(step, /\.$/, `${definition.path}: a step is a sentence`);
  }
});

test("rule names are unique across groups: fixtures and suppressions use them", () => {
  const names = rules.map(({ id }) => id.split("/")[1]);
  assert.deepEqual(names, [...new Set(names)]);
});

test("every folder of fixtures belongs to a rule, framework or system", () => {
  const known: Readonly<Record<string, (subject: string) => boolean>> = {
    rules: (subject) => rules.some(({ id }) => isRule(id, subject)),
    frameworks: (subject) => existsSync(fromRoot(`src/engine/frameworks/${subject}.ts`)),
    systems: (subject) => existsSync(fromRoot(`src/engine/systems/${subject}.ts`)),
  };
  const strangers = findCases().filter(({ area, subject }) => !known[area]?.(subject));
  assert.deepEqual([...new Set(strangers.map(({ area, subject }) => `test/${area}/${subject}`))], []);
});

function expected({ files }: Case, name: string): readonly string[] {
  return files.flatMap((file) =>
    file.markers
      .filter(
        ({ kind, text }) =>
          kind === "expect" && text.split(",").some((rule) => isRule(rule.trim(), name) || rule.trim() === name),
      )
      .map(({ text }) => text),
  );
}

/** Entry points without a finding of the rule, lines marked `silent:` or `suppressed:`, and cases that expect nothing. */
function silentCases(it: Case, name: string, id: string): number {
  const marked = it.files.flatMap((file) =>
    file.markers.filter(({ kind, text }) => kind === "silent" || (kind === "suppressed" && isRule(id, text))),
  ).length;
  if (expected(it, name).length === 0) return Math.max(1, marked);
  const { map, findings } = analyse(new Map(it.files.map((file) => [file.path, file.text])), NEWEST.load());
  const labels = new Set(
    findings.filter(({ finding }) => finding.ruleId === id).map(({ finding }) => finding.entryPoint),
  );
  return marked + map.entryPoints.filter(({ label }) => !labels.has(label)).length;
}
