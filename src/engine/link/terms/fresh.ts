/** Values that are other ones at every run: the clock, chance, and what is made of them. */
import type { CallTerm, Term } from "../../model/term.ts";
import { COMPARISONS } from "./comparisons.ts";
import { partsOf } from "./terms.ts";

/**
 * Another value at every run. What a client gave back (`orders.findFirst({ where: { until: { gt: now } } })`) is not made
 * of its arguments: the row found is the same one.
 */
export function isUnstable(term: Term): boolean {
  return isFresh(term, new Set());
}

function isFresh(term: Term, seen: Set<Term>): boolean {
  if (seen.has(term)) return false;
  seen.add(term);
  const any = (parts: readonly Term[]): boolean => parts.some((part) => isFresh(part, seen));
  switch (term.kind) {
    case "unstable":
      return true;
    case "external":
      // The day or the hour of a moment (`startOfDay(new Date())`) is a slot that the next try is in as well.
      return (
        (term.path.length <= 1 || MAKES_OF_WHAT_IT_GETS.test(term.package) || ENCODES.test(term.path.at(-1) ?? "")) &&
        partsOf(term).some((part) => !isMoment(part) && isFresh(part, seen))
      );
    case "operation":
      // A comparison is true or false, and the test of a choice is no part of what was chosen.
      if (term.operator === "!" || term.operator === "calendar" || COMPARISONS.has(term.operator)) return false;
      return any(term.operator === "?:" ? term.parts.slice(1) : term.parts);
    case "member":
    case "element":
      return !isMixture(term.of) && isFresh(term.of, seen);
    case "result":
      if (isDay(term.of)) return false;
      // Made from fresh values themselves; what stands deep in an object may be anything.
      return any([term.of.callee, ...term.of.arguments.filter((argument) => argument.kind !== "object")]);
    case "unknown":
      return isMixture(term) ? isFreshMixture(term) : any(term.parts);
    case "function":
    case "instance":
    case "class":
    case "bound":
      return false;
    default:
      return any(partsOf(term));
  }
}

/** Hashes and encodings: what they give holds nothing else. */
const MAKES_OF_WHAT_IT_GETS =
  /^(?:node:crypto|global:(?:TextEncoder|TextDecoder|Uint8Array|Buffer|URLSearchParams)|bcryptjs|bcrypt|argon2|crypto-js|js-sha\d+|@noble\/hashes)(?:\/|$)/;

/** `base58.encode(bytes)`: the same value, written in another way. */
const ENCODES = /^(?:encode\w*|stringify|digest|to(?:String|Hex|Base\d+))\(\)$/;

function isMoment(term: Term): boolean {
  return term.kind === "unstable" && term.how === "time";
}

/** `new Date().toISOString().slice(0, 10)`, `.split("T")`: the next try is on the same day. */
function isDay({ callee, arguments: [from, to] }: CallTerm): boolean {
  if (callee.kind !== "member" || !isMoment(callee.of) || from?.kind !== "literal") return false;
  if (callee.name === "split") return from.value === "T";
  return /^(?:slice|substring|substr)$/.test(callee.name) && from.value === 0 && to?.kind === "literal";
}

/** Made of several values, nobody knows how: one that is fresh does not make it so. */
function isMixture(term: Term): boolean {
  if (term.kind !== "unknown") return false;
  // The name of a hash (`digest("SHA-256", token)`) is no value of its own, nor are the letters that one is taken of.
  const values = term.parts.filter((part) => !isFixed(part));
  return values.length > 1 || values.some((part) => part.kind === "object");
}

/** Whatever is taken of several values that are all fresh is fresh. */
function isFreshMixture({ parts }: Term & { readonly kind: "unknown" }): boolean {
  const values = parts.filter((part) => !isFixed(part));
  return values.every((part) => part.kind !== "object" && isFresh(part, new Set()));
}

/** Written in the code, and cut or joined at most. */
function isFixed(term: Term): boolean {
  if (term.kind === "unknown") return term.parts.length > 0 && term.parts.every(isFixed);
  return term.kind === "literal" || term.kind === "global";
}
