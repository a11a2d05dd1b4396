/** A token that code divides by itself: `token.split(".")[1]` is what anybody may have written. */
import type { Place, Term } from "../../model/term.ts";
import { alternatives } from "../evaluate/members.ts";
import { termsOutside } from "../terms/terms.ts";

const NOTHING: ReadonlySet<Term> = new Set();

/** Where one of the three parts of a token, which dots divide (RFC 7519), was taken out of it; undefined where none was. */
export function dividedAt(value: Term, outside: ReadonlySet<Term> = NOTHING): Place | undefined {
  for (const inner of termsOutside(value, outside)) {
    if (inner.kind !== "element") continue;
    for (const option of alternatives(inner.of)) {
      if (option.kind !== "result") continue;
      const { callee, arguments: given, place } = option.of;
      const [at] = given;
      if (callee.kind === "member" && callee.name === "split" && at?.kind === "literal" && at.value === ".")
        return place;
    }
  }
  return undefined;
}
