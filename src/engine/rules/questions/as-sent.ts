/** Values in another form. */
import type { Term } from "../../model/term.ts";

/** `Number(params.userId)` and `` `${params.userId}` `` are what was sent. */
export function asSent(term: Term): Term {
  const [only, ...others] =
    (term.kind === "operation" && term.operator === "number") || term.kind === "text" ? term.parts : [];
  return only && others.length === 0 ? asSent(only) : term;
}
