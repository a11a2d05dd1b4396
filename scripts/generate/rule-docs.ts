/** `src/cli/rule-docs.generated.ts`: the doc comments of the rules, for `hardpath explain`, SARIF and agents. */
import { definitions, RULES } from "../lib/definitions.ts";
import { format } from "../lib/format.ts";
import { readRuleDoc } from "../lib/rule-doc.ts";

const PATH = "src/cli/rule-docs.generated.ts";

export function ruleDocs(): readonly (readonly [path: string, text: string])[] {
  const docs = Object.fromEntries(definitions(RULES).map(({ id, path }) => [id, readRuleDoc(path)]));
  const text = [
    "/** What every rule means, from its doc comment. Written by `npm run generate`. */",
    "",
    "export interface RuleDocumentation {",
    "readonly summary: string;",
    "readonly text: string;",
    "readonly notes: string;",
    'readonly examples: readonly { readonly verdict: "bad" | "good"; readonly language: string; readonly file: string; readonly code: string }[];',
    "}",
    "",
    `export const RULE_DOCS: Readonly<Record<string, RuleDocumentation>> = ${JSON.stringify(docs)};`,
    "",
  ].join("\n");
  return [[PATH, format(PATH, text)]];
}
