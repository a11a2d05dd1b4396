/** What a test says once some of its parts are known. */
import type { Term } from "../../model/term.ts";
import { truth } from "../terms/truth.ts";

type Known = (part: Term) => boolean | undefined;

/** Parts that were asked before: a test may hold one thing on more ways than anybody could go. */
type Asked = Map<Term, boolean | undefined>;

/** Undefined where the rest decides. */
export function decide(test: Term, known: Known): boolean | undefined {
  return decided(test, known, new Map());
}

function decided(test: Term, known: Known, asked: Asked): boolean | undefined {
  const told = truth(test) ?? known(test);
  if (told !== undefined || (test.kind !== "operation" && test.kind !== "choice")) return told;
  if (asked.has(test)) return asked.get(test);
  const answer = decidedByParts(test, known, asked);
  asked.set(test, answer);
  return answer;
}

function decidedByParts(
  test: Term & { readonly kind: "operation" | "choice" },
  known: Known,
  asked: Asked,
): boolean | undefined {
  if (test.kind === "choice") return agreed(test.options.map((option) => decided(option, known, asked)));
  if (test.operator === "?:") return chosen(test.parts, known, asked);
  if (!/^(?:!|&&|\|\||\?\?|some|every)$/.test(test.operator)) return undefined;
  // What is asked of each item stands behind the list.
  const parts = test.operator === "some" || test.operator === "every" ? test.parts.slice(1) : test.parts;
  const values = parts.map((part) => decided(part, known, asked));
  const isAny = test.operator !== "&&" && test.operator !== "every";
  if (test.operator === "!") return values[0] === undefined ? undefined : !values[0];
  if (values.length === 0) return undefined;
  if (values.includes(isAny)) return isAny;
  return values.every((value) => value === !isAny) ? !isAny : undefined;
}

/** `test ? yes : no`: where the test decides nothing, both may still say the same. */
function chosen([test, yes, no]: readonly Term[], known: Known, asked: Asked): boolean | undefined {
  if (!test || !yes || !no) return undefined;
  const told = decided(test, known, asked);
  if (told !== undefined) return decided(told ? yes : no, known, asked);
  return agreed([decided(yes, known, asked), decided(no, known, asked)]);
}

/** Whichever it is, it says the same. */
function agreed([first, ...others]: readonly (boolean | undefined)[]): boolean | undefined {
  return others.every((one) => one === first) ? first : undefined;
}

/** The rest decides what the value is. */
export const UNDECIDED = Symbol("undecided");

type InputTerm = Term & { readonly kind: "input" };

/** What a term is once inputs are known, where not only whether it is true counts: `(role ?? "guest") === "courier"`. */
export function valueGiven(term: Term, known: (part: InputTerm) => unknown): unknown {
  const asked = new Map<Term, unknown>();
  const of = (part: Term | undefined): unknown => {
    if (!part) return UNDECIDED;
    if (part.kind !== "operation" && part.kind !== "choice") return valueByKind(part, known, of);
    if (!asked.has(part)) asked.set(part, valueByKind(part, known, of));
    return asked.get(part);
  };
  return of(term);
}

function valueByKind(
  term: Term,
  known: (part: InputTerm) => unknown,
  of: (part: Term | undefined) => unknown,
): unknown {
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
