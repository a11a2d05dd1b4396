/** What a test says once some of its parts are known. */
import type { Term } from "../../model/term.ts";
import { truth } from "../terms/truth.ts";

/** Undefined where the rest decides. */
export function decide(test: Term, known: (part: Term) => boolean | undefined): boolean | undefined {
  const told = truth(test) ?? known(test);
  if (told !== undefined) return told;
  if (test.kind === "choice") return agreed(test.options.map((option) => decide(option, known)));
  if (test.kind !== "operation") return undefined;
  if (test.operator === "?:") return chosen(test.parts, known);
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

/** `test ? yes : no`: where the test decides nothing, both may still say the same. */
function chosen([test, yes, no]: readonly Term[], known: (part: Term) => boolean | undefined): boolean | undefined {
  if (!test || !yes || !no) return undefined;
  const told = decide(test, known);
  return told === undefined ? agreed([decide(yes, known), decide(no, known)]) : decide(told ? yes : no, known);
}

/** Whichever it is, it says the same. */
function agreed([first, ...others]: readonly (boolean | undefined)[]): boolean | undefined {
  return others.every((one) => one === first) ? first : undefined;
}

/** The rest decides what the value is. */
export const UNDECIDED = Symbol("undecided");

type InputTerm = Term & { readonly kind: "input" };

/** What a term is once inputs are known, where not only whether it is true counts: `(role ?? "guest") === "courier"`. */
export function valueGiven(term: Term, known: (part: InputTerm) => unknown, depth = 0): unknown {
  if (depth > MAXIMUM_DEPTH) return UNDECIDED;
  const of = (part: Term | undefined): unknown => (part ? valueGiven(part, known, depth + 1) : UNDECIDED);
  switch (term.kind) {
    case "literal":
      return term.value;
    case "undefined":
      return undefined;
    case "input":
      return known(term);
    case "choice": {
      const [first, ...others] = term.options.map(of);
      return others.every((other) => other === first) ? first : UNDECIDED;
    }
    case "operation":
      return operated(term.operator, term.parts, of);
    default:
      return UNDECIDED;
  }
}

function operated(operator: string, parts: readonly Term[], of: (part: Term | undefined) => unknown): unknown {
  const [first, second, third] = parts;
  const value = of(first);
  if (operator === "===" || operator === "!==") {
    const other = of(second);
    if (value === UNDECIDED || other === UNDECIDED) return UNDECIDED;
    return (value === other) === (operator === "===");
  }
  if (value === UNDECIDED) return UNDECIDED;
  if (operator === "!") return !value;
  if (operator === "?:") return of(value ? second : third);
  const goesOn = GOES_ON[operator];
  if (!goesOn) return UNDECIDED;
  let last = value;
  for (const part of parts.slice(1)) {
    if (last === UNDECIDED || !goesOn(last)) break;
    last = of(part);
  }
  return last;
}

/** Whether the next part of the operation is looked at. */
const GOES_ON: Readonly<Record<string, (value: unknown) => boolean>> = {
  "&&": (value) => Boolean(value),
  "||": (value) => !value,
  "??": (value) => value === null || value === undefined,
};

const MAXIMUM_DEPTH = 24;
