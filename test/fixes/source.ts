/** A text as edit builders take it. */
import ts from "typescript";
import { extractFacts } from "../../src/engine/facts/extract-facts.ts";
import type { CallExpression } from "../../src/engine/facts/file-facts.ts";
import type { SourceText } from "../../src/engine/fixes/code/source-text.ts";
import { applyEdits } from "../../src/engine/fixes/code/text-edits.ts";
import { expressionsIn } from "../../src/engine/fixes/code/visit-facts.ts";
import type { Edit } from "../../src/engine/index.ts";

export function source(text: string, file = "src/a.ts"): SourceText {
  return { file, text, facts: extractFacts(ts, file, text) };
}

/** The first call whose text starts like this. */
export function callOf(from: SourceText, start: string): CallExpression {
  for (const expression of expressionsIn(from.facts)) {
    if (expression.kind === "call" && from.text.startsWith(start, expression.at[0])) return expression;
  }
  throw new Error(`no call ${start}`);
}

/** The text after edits, all of which must be of this file. */
export function after(from: { readonly file: string; readonly text: string }, edits: readonly Edit[]): string {
  const replaced = edits.map((edit) => {
    if (edit.kind !== "replace" || edit.file !== from.file) throw new Error(`${edit.kind} of ${edit.file}`);
    return edit;
  });
  return applyEdits(from.text, replaced);
}
