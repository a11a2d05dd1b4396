/** `if (["genre", "tag"].includes(name)) { … `SELECT … json_each(${name})` … }`: the text has one of the words of the list. */
import type { Term } from "../../model/term.ts";
import { termsWithin } from "../terms/terms.ts";
import type { Linker } from "./linker.ts";

/** The words, where a branch that stands open asks whether the value is among them; else the value. */
export function oneOfListed({ terms }: Linker, value: Term, conditions: readonly Term[] | undefined): Term {
  for (const test of conditions ?? []) {
    const words = wordsFor(value, test);
    if (words) return terms.choice(words);
  }
  return value;
}

/**
 * `if (!columns.includes(by)) by = "id"`: what is kept was asked about. Undefined where the test asks nothing of the text that
 * is kept, or it is no text of ours that is put in its place.
 */
export function replacedUnlessListed(
  { terms }: Linker,
  replaced: Term,
  kept: Term,
  test: Term | undefined,
): Term | undefined {
  if (test?.kind !== "operation" || test.operator !== "!" || replaced.kind !== "literal") return undefined;
  const [asks] = test.parts;
  if (!asks || asks === kept || kept.kind === "literal" || kept.kind === "undefined") return undefined;
  if (typeof replaced.value !== "string" || !termsWithin(asks).has(kept)) return undefined;
  return terms.operation("?:", [test, replaced, kept]);
}

function wordsFor(value: Term, test: Term): readonly Term[] | undefined {
  if (test.kind !== "operation") return undefined;
  if (test.operator === "&&") {
    for (const part of test.parts) {
      const words = wordsFor(value, part);
      if (words) return words;
    }
    return undefined;
  }
  const [list, asked] = test.parts;
  if (test.operator !== "includes" || asked !== value || list?.kind !== "array" || list.items.length === 0)
    return undefined;
  return list.items.every(({ kind }) => kind === "literal") ? list.items : undefined;
}
