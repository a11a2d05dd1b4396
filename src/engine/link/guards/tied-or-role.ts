/** Checks that ask for a right only of those who are not tied: `if (!member && !user.admin) throw …`. */
import type { CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { decide } from "../evaluate/decide.ts";
import { containsTerm, partsOf } from "../terms/terms.ts";
import type { IdentityView } from "./identity.ts";
import { partsOfTest, type Tie } from "./test-parts.ts";

/** Whoever is a member, or has the row, goes on without any right: the check is no role for them. */
export function passesByTie({ test, stopsWhen }: CheckEvent, view: IdentityView): boolean {
  const { ties, rights } = partsOfTest(test);
  const named = new Set(rights.flatMap(({ kind, term }) => (kind === "field" ? [term] : [])));
  const without = new Map(
    rights.flatMap((right) => {
      const isRight =
        right.kind !== "comparison" || right.literals.length > 0 || partsOf(right.term).some((one) => named.has(one));
      return isRight ? [[right.term, isUnequal(right.term)] as const] : [];
    }),
  );
  // Of a list that is asked for more than the tie the parts tell: `some((one) => one.userId === user.id && one.role === "admin")`.
  const isTie = ({ term, operator }: Tie): boolean =>
    operator !== "some" || !rights.some((right) => without.has(right.term) && containsTerm(term, right.term));
  const tied = new Map(ties.filter(isTie).map(({ term, operator }) => [term, operator !== "!=="]));
  const known = (part: Term): boolean | undefined => {
    const isSimple = part.kind !== "operation" && part.kind !== "choice";
    return without.get(part) ?? tied.get(part) ?? (isSimple && view.isIdentity(part) ? true : undefined);
  };
  return decide(test, known) === !stopsWhen;
}

function isUnequal(term: Term): boolean {
  return term.kind === "operation" && term.operator === "!==";
}
