/** What a test wants to be true, and what it wants to be false. */
import type { Term } from "../../model/term.ts";

export interface Wanted {
  readonly term: Term;
  readonly holds: boolean;
}

/** What must be true, and what must be false, for the test to come out like this. */
export function wantedIn(test: Term, holds: boolean): readonly Wanted[] {
  if (test.kind !== "operation") return [{ term: test, holds }];
  const [first] = test.parts;
  if (test.operator === "!" && first) return wantedIn(first, !holds);
  // `a && b` is true only if both are, `a || b` false only if both are.
  if (test.operator === (holds ? "&&" : "||")) return test.parts.flatMap((part) => wantedIn(part, holds));
  if (test.operator === "&&" || test.operator === "||") return [];
  return [{ term: test, holds }];
}
