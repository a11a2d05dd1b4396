import type { Term } from "../../model/term.ts";

export interface Conjunct {
  readonly term: Term;
  readonly holds: boolean;
}

/** What must hold, one by one, for the whole to have this value. */
export function conjuncts(term: Term, value: boolean): readonly Conjunct[] {
  if (term.kind === "operation" && term.operator === "!" && term.parts[0]) return conjuncts(term.parts[0], !value);
  if (term.kind === "operation" && term.operator === (value ? "&&" : "||"))
    return term.parts.flatMap((part) => conjuncts(part, value));
  return [{ term, holds: value }];
}
