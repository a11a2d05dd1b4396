/** `if (["genre", "tag"].includes(name)) { … `SELECT … json_each(${name})` … }`: the text has one of the words of the list. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "./linker.ts";

/** The words, where a branch that stands open asks whether the value is among them; else the value. */
export function oneOfListed({ terms }: Linker, value: Term, conditions: readonly Term[] | undefined): Term {
  for (const test of conditions ?? []) {
    const words = wordsFor(value, test);
    if (words) return terms.choice(words);
  }
  return value;
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
