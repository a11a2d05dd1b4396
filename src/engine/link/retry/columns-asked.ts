/** Names of what a test asks of a row. A test may be large, and many writes are held against it. */
import type { Term } from "../../model/term.ts";
import { containingAny, termsWithin } from "../terms/terms.ts";

/** Every field that the test takes from the row, or from what lies in it. */
export function columnsAsked(test: Term, row: Term): ReadonlySet<string> {
  const known = knownColumns.get(test) ?? new Map<Term, ReadonlySet<string>>();
  knownColumns.set(test, known);
  let names = known.get(row);
  if (!names) {
    names = namesAsked(test, row);
    known.set(row, names);
  }
  return names;
}

const knownColumns = new WeakMap<Term, Map<Term, ReadonlySet<string>>>();

function namesAsked(test: Term, row: Term): ReadonlySet<string> {
  const names = new Set<string>();
  const holdsRow = containingAny([row]);
  for (const part of termsWithin(test)) {
    const of = part.kind === "member" ? part.of : part.kind === "external" ? part.base : undefined;
    const name = part.kind === "member" ? part.name : part.kind === "external" ? part.path.at(-1) : undefined;
    if (of && name !== undefined && holdsRow(of)) names.add(name);
  }
  return names;
}
