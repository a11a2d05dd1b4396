/** What every rule means, from its doc comment. Written by `npm run generate`. */

export interface RuleDocumentation {
  readonly summary: string;
  readonly text: string;
  readonly notes: string;
  readonly examples: readonly {
    readonly verdict: "bad" | "good";
    readonly language: string;
    readonly file: string;
    readonly code: string;
  }[];
}

export const RULE_DOCS: Readonly<Record<string, RuleDocumentation>> = {};
