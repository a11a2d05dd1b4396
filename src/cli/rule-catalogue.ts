/** Every rule with its documentation, for `explain`, SARIF and agents. */
import { RULES, type Severity } from "../engine/index.ts";
import { RULE_DOCS, type RuleDocumentation } from "./rule-docs.generated.ts";

export interface RuleEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly cwe: readonly number[];
  readonly owasp: readonly string[];
  readonly asvs: readonly string[];
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** Why, in a few paragraphs. */
  readonly text: string;
  /** The whole page. */
  readonly markdown: string;
  readonly plain: string;
}

/** All rules, by id. */
export function ruleCatalogue(): readonly RuleEntry[] {
  return RULES.map((rule) => {
    const doc = RULE_DOCS[rule.id] ?? { summary: rule.id, text: rule.id, notes: "", examples: [] };
    const standards = { cwe: rule.cwe ?? [], owasp: rule.owasp ?? [], asvs: rule.asvs ?? [] };
    return {
      id: rule.id,
      severity: rule.severity,
      ...standards,
      summary: doc.summary,
      text: doc.text,
      markdown: page(rule.id, doc, "markdown"),
      plain: page(rule.id, doc, "plain"),
    };
  });
}

function page(id: string, doc: RuleDocumentation, form: "markdown" | "plain"): string {
  const examples = doc.examples.map(({ verdict, language, code }) => {
    const title = verdict === "bad" ? "Reported:" : "Fine:";
    if (form === "markdown") return `${title}\n\n\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
    return `${title}\n\n${code.trimEnd().replace(/^(?=.)/gm, "    ")}`;
  });
  const comment = `// hardpath-allow ${id}: reason`;
  const allow =
    form === "markdown"
      ? `Meant so? Say why, on the line or above the function:\n\n\`\`\`ts\n${comment}\n\`\`\``
      : `Meant so? Say why, on the line or above the function:\n\n    ${comment}`;
  return [doc.text, ...examples, ...(doc.notes ? [doc.notes] : []), allow].join("\n\n");
}
