/** `docs/rules/<group>/<name>.md`: one page per rule, from its doc comment. */
import { existsSync, readdirSync } from "node:fs";
import type { Remedy, RuleDefinition } from "../../src/engine/rules/define-rule.ts";
import { definitions, load, RULES } from "../lib/definitions.ts";
import { fromRoot } from "../lib/project.ts";
import { type RuleExample, readRuleDoc } from "../lib/rule-doc.ts";
import { asvsLink, cweLink, owaspLink } from "./standards.ts";

const FOLDER = "docs/rules";

export async function rulePages(): Promise<readonly (readonly [path: string, text: string])[]> {
  const pages: (readonly [string, string])[] = [];
  for (const definition of definitions(RULES)) {
    const doc = readRuleDoc(definition.path);
    if (!doc) throw new Error(`${definition.path}: the doc comment directly above "export default" is missing`);
    const rule = await load<RuleDefinition>(definition);
    const standards = [
      ...(rule.cwe ?? []).map(cweLink),
      ...(rule.owasp ?? []).map(owaspLink),
      ...(rule.asvs ?? []).map(asvsLink),
    ];
    const parts = [
      `# ${definition.id}`,
      [`Severity: **${rule.severity}**`, ...(standards.length > 0 ? [standards.join(" · ")] : [])].join(" · "),
      doc.text,
      ...doc.examples.flatMap(example),
      ...(doc.notes ? [doc.notes] : []),
      ...(rule.remedy ? remedy(rule.remedy) : []),
      "## When it is meant so",
      `Say why, on the line, or above the function:\n\n\`\`\`ts\n// hardpath-allow ${definition.id}: reason\n\`\`\``,
      `Or for a whole path, in \`hardpath.config.json\`:\n\n\`\`\`json\n{ "allow": [{ "rule": "${definition.id}", "path": "scripts/**", "reason": "…" }] }\n\`\`\``,
    ];
    pages.push([`${FOLDER}/${definition.id}.md`, `${parts.join("\n\n")}\n`]);
  }
  return pages;
}

/** Pages of rules that are gone. */
export function staleRulePages(wanted: ReadonlySet<string>): readonly string[] {
  if (!existsSync(fromRoot(FOLDER))) return [];
  return readdirSync(fromRoot(FOLDER), { recursive: true, encoding: "utf8" })
    .map((path) => `${FOLDER}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".md") && !wanted.has(path));
}

function remedy({ title, steps }: Remedy): readonly string[] {
  return ["## How to mend it", `${title}:`, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")];
}

function example({ verdict, language, file, code }: RuleExample): readonly string[] {
  const named = file.startsWith("example.") ? "" : ` (\`${file}\`)`;
  return [`${verdict === "bad" ? "Reported" : "Fine"}${named}:`, `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``];
}
