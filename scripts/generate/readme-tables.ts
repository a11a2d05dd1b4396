/** The README's tables of rules, frameworks and systems, between `<!-- generated:NAME -->` and `<!-- /generated -->`. */
import { existsSync, readFileSync } from "node:fs";
import type { FrameworkDefinition } from "../../src/engine/frameworks/define-framework.ts";
import type { RuleDefinition } from "../../src/engine/rules/define-rule.ts";
import type { SystemDefinition } from "../../src/engine/systems/define-system.ts";
import { definitions, FRAMEWORKS, load, RULES, SYSTEMS } from "../lib/definitions.ts";
import { fromRoot } from "../lib/project.ts";
import { readRuleDoc } from "../lib/rule-doc.ts";

export async function readmeTables(): Promise<readonly (readonly [path: string, text: string])[]> {
  if (!existsSync(fromRoot("README.md"))) return [];
  const tables: Readonly<Record<string, string>> = {
    rules: await rules(),
    frameworks: await packagesTable(FRAMEWORKS, "Framework", (it: FrameworkDefinition) => [it.title, it.packages]),
    systems: await packagesTable(SYSTEMS, "System", (it: SystemDefinition) => [it.title, it.packages]),
  };
  const text = readFileSync(fromRoot("README.md"), "utf8").replace(
    /(<!-- generated:(\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, start: string, name: string, end: string) => {
      const table = tables[name];
      if (table === undefined) throw new Error(`README.md: there is no table "${name}"`);
      return `${start}${table}\n${end}`;
    },
  );
  return [["README.md", text]];
}

async function rules(): Promise<string> {
  const rows: string[] = [];
  for (const definition of definitions(RULES)) {
    const { severity } = await load<RuleDefinition>(definition);
    const summary = readRuleDoc(definition.path)?.summary ?? "";
    rows.push(`| [${definition.id}](docs/rules/${definition.id}.md) | ${severity} | ${cell(summary)} |`);
  }
  return ["| Rule | Severity | What it finds |", "| --- | --- | --- |", ...rows].join("\n");
}

async function packagesTable<T>(
  collection: typeof FRAMEWORKS,
  heading: string,
  read: (definition: T) => readonly [title: string, packages: readonly string[]],
): Promise<string> {
  const rows: string[] = [];
  for (const definition of definitions(collection)) {
    const [title, packages] = read(await load<T>(definition));
    rows.push(`| ${cell(title)} | ${packages.map((name) => `\`${name}\``).join(", ")} |`);
  }
  return [`| ${heading} | Packages |`, "| --- | --- |", ...rows].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
