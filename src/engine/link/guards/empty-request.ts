/** What a test says of a request that brings nothing along: no header, no cookie, no field. */
import type { Term } from "../../model/term.ts";
import { decide } from "../evaluate/decide.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, inputMarks } from "../terms/marks.ts";

/**
 * `signature && signature !== expected` is false then: whoever leaves the header out is let through. Undefined where it
 * cannot be told.
 */
export function valueForEmpty(test: Term): boolean | undefined {
  return decide(test, (part) => (part.kind === "input" && isLeftOut(part) ? false : undefined));
}

/** A header, a cookie, a field that the sender may leave out. */
function isLeftOut(term: Term & { readonly kind: "input" }): boolean {
  if (term.source === "session" || term.source === "identity" || term.source === "params") return false;
  return term.path.length > 0 && (inputMarks(term) & (HOLDS_CREDENTIAL | HOLDS_CLIENT_DATA)) !== 0;
}

/** The test stops whoever shows no credential at all: what their caller is made of then is known, `""` for `"courier"`. */
export function stopsNobody(test: Term, stopsWhen: boolean): boolean {
  const value = valueWithout(test, 0);
  return value !== UNKNOWN && Boolean(value) === stopsWhen;
}

const UNKNOWN = Symbol("unknown");

/** What a term is without headers and cookies. */
function valueWithout(term: Term, depth: number): unknown {
  if (depth > MAXIMUM_DEPTH) return UNKNOWN;
  const of = (part: Term | undefined): unknown => (part ? valueWithout(part, depth + 1) : UNKNOWN);
  switch (term.kind) {
    case "literal":
      return term.value;
    case "undefined":
      return undefined;
    case "input":
      return term.path.length > 0 && (term.source === "headers" || term.source === "cookies") ? undefined : UNKNOWN;
    case "choice": {
      const [first, ...others] = term.options.map(of);
      return others.every((other) => other === first) ? first : UNKNOWN;
    }
    case "operation":
      return operated(term.operator, term.parts, of);
    default:
      return UNKNOWN;
  }
}

function operated(operator: string, parts: readonly Term[], of: (part: Term | undefined) => unknown): unknown {
  const [first, second, third] = parts;
  const value = of(first);
  if (operator === "===" || operator === "!==") {
    const other = of(second);
    if (value === UNKNOWN || other === UNKNOWN) return UNKNOWN;
    return (value === other) === (operator === "===");
  }
  if (value === UNKNOWN) return UNKNOWN;
  if (operator === "!") return !value;
  if (operator === "?:") return of(value ? second : third);
  const goesOn = GOES_ON[operator];
  if (!goesOn) return UNKNOWN;
  let last = value;
  for (const part of parts.slice(1)) {
    if (last === UNKNOWN || !goesOn(last)) break;
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
