/** The doc comment at the top of a rule: its documentation, and the examples that are run as tests. */
import { readFileSync } from "node:fs";
import { fromRoot } from "./project.ts";

export interface RuleDoc {
  /** First sentence: what is wrong. */
  readonly summary: string;
  /** Everything before the first example, the summary included. */
  readonly text: string;
  /** What follows the last example: limits, further reading. */
  readonly notes: string;
  readonly examples: readonly RuleExample[];
}

export interface RuleExample {
  readonly verdict: "bad" | "good";
  readonly language: string;
  /** File it stands for, such as `src/server.ts` or `.env`: ` ```dotenv bad .env `. By language where it is not named. */
  readonly file: string;
  readonly code: string;
}

/** The doc comment of a rule, or undefined where the file has none directly above its `export default`. */
export function readRuleDoc(path: string): RuleDoc | undefined {
  return parseRuleDoc(readFileSync(fromRoot(path), "utf8"));
}

export function parseRuleDoc(source: string): RuleDoc | undefined {
  // The lazy match starts at the first comment of the file; what counts is the last one before the definition.
  const body = /\/\*\*([\s\S]*?)\*\/\s*(?=export default\b)/.exec(source)?.[1]?.split("/**").at(-1);
  if (body === undefined) return undefined;
  const markdown = body
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
  const examples: RuleExample[] = [];
  let text = markdown;
  let notes = "";
  const blocks = [...markdown.matchAll(/^```(\w+) (bad|good)(?: (\S+))?\n([\s\S]*?)^```$/gm)];
  for (const block of blocks) {
    const [, language = "ts", verdict, file, code = ""] = block;
    examples.push({
      verdict: verdict === "bad" ? "bad" : "good",
      language,
      file: file ?? DEFAULT_FILES[language] ?? `example.${language}`,
      code,
    });
  }
  const first = blocks[0];
  const end = blocks.at(-1);
  if (first && end) {
    text = markdown.slice(0, first.index).trim();
    notes = markdown.slice(end.index + end[0].length).trim();
  }
  const summary = text.split("\n\n")[0]?.replaceAll("\n", " ") ?? "";
  return { summary, text, notes, examples };
}

const DEFAULT_FILES: Readonly<Record<string, string>> = { dotenv: ".env", env: ".env", prisma: "schema.prisma" };
