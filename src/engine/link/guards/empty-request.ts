/** What a test says of a request that brings nothing along: no header, no cookie, no field. */
import type { Term } from "../../model/term.ts";
import { decide, UNDECIDED, valueGiven } from "../evaluate/decide.ts";
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
  const value = valueGiven(test, (part) =>
    part.path.length > 0 && (part.source === "headers" || part.source === "cookies") ? undefined : UNDECIDED,
  );
  return value !== UNDECIDED && Boolean(value) === stopsWhen;
}
