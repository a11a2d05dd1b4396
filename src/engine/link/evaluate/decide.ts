/** What a test says once some of its parts are known. */
import type { Term } from "../../model/term.ts";
import { truth } from "../terms/truth.ts";

/** Undefined where the rest decides. */
export function decide(test: Term, known: (part: Term) => boolean | undefined): boolean | undefined {
  const told = truth(test) ?? known(test);
  if (told !== undefined) return told;
  if (test.kind === "choice") return agreed(test.options.map((option) => decide(option, known)));
  if (test.kind !== "operation") return undefined;
  if (!/^(?:!|&&|\|\||\?\?|some|every)$/.test(test.operator)) return undefined;
  // What is asked of each item stands behind the list.
  const parts = test.operator === "some" || test.operator === "every" ? test.parts.slice(1) : test.parts;
  const values = parts.map((part) => decide(part, known));
  const isAny = test.operator !== "&&" && test.operator !== "every";
  if (test.operator === "!") return values[0] === undefined ? undefined : !values[0];
  if (values.length === 0) return undefined;
  if (values.includes(isAny)) return isAny;
  return values.every((value) => value === !isAny) ? !isAny : undefined;
}

/** Whichever it is, it says the same. */
function agreed([first, ...others]: readonly (boolean | undefined)[]): boolean | undefined {
  return others.every((one) => one === first) ? first : undefined;
}
