/** What a test says of a request that brings nothing along: no header, no cookie, no field. */
import type { Term } from "../model/term.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, inputMarks } from "./marks.ts";
import { truth } from "./truth.ts";

/**
 * `signature && signature !== expected` is false then: whoever leaves the header out is let through. Undefined where it
 * cannot be told.
 */
export function valueForEmpty(test: Term): boolean | undefined {
  const known = truth(test);
  if (known !== undefined) return known;
  if (test.kind === "input") return isLeftOut(test) ? false : undefined;
  if (test.kind !== "operation") return undefined;
  const values = test.parts.map(valueForEmpty);
  if (test.operator === "!") return values[0] === undefined ? undefined : !values[0];
  if (test.operator === "&&") return values.includes(false) ? false : all(values, true);
  if (test.operator === "||" || test.operator === "??") return values.includes(true) ? true : all(values, false);
  return undefined;
}

function all(values: readonly (boolean | undefined)[], value: boolean): boolean | undefined {
  return values.every((one) => one === value) ? value : undefined;
}

/** A header, a cookie, a field that the sender may leave out. */
function isLeftOut(term: Term & { readonly kind: "input" }): boolean {
  if (term.source === "session" || term.source === "identity" || term.source === "params") return false;
  return term.path.length > 0 && (inputMarks(term) & (HOLDS_CREDENTIAL | HOLDS_CLIENT_DATA)) !== 0;
}
