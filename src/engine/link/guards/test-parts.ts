/** What a test may say of rights and owners: taken apart once, whoever asks. */

import type { CallTerm, Term } from "../../model/term.ts";
import { ROLE_FIELD } from "../../vocabulary/role-field.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { COMPARISONS } from "../terms/comparisons.ts";
import { lastName } from "../terms/last-name.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, HOLDS_REQUEST, holds } from "../terms/marks.ts";
import { partsOf } from "../terms/terms.ts";
import { makesText, methodIn } from "../terms/text-methods.ts";

/** What in a test may be about rights or owners. */
export interface TestParts {
  /** In the order they stand. */
  readonly rights: readonly (
    | { readonly kind: "field"; readonly term: Term; readonly name: string }
    | { readonly kind: "comparison" | "call"; readonly term: Term; readonly literals: readonly string[] }
  )[];
  /** What may compare an owner with the caller. */
  readonly ties: readonly Tie[];
}

/** An operation, or a list that a package gave and is asked for something: `verify(token).teams.includes(id)`. */
export interface Tie {
  readonly term: Term;
  readonly operator: string;
  readonly parts: readonly Term[];
}

/** A test stands on every path that its middleware does, and is taken apart once. */
const knownParts = new WeakMap<Term, TestParts>();

export function partsOfTest(test: Term): TestParts {
  let parts = knownParts.get(test);
  if (parts === undefined) {
    parts = takeApart(test);
    knownParts.set(test, parts);
  }
  return parts;
}

function takeApart(test: Term): TestParts {
  const rights: TestParts["rights"][number][] = [];
  const ties: TestParts["ties"][number][] = [];
  const asked = termsAsked(test);
  const either = credentialsBesideOthers(asked);
  for (const part of asked) {
    const name = lastName(part).replace(/\(\)$/, "");
    if ((namesRight(name) || isAllowance(part)) && !either.has(part)) rights.push({ kind: "field", term: part, name });
    const masked = maskedBy(part);
    if (masked && !namesRight(lastName(masked))) rights.push({ kind: "field", term: masked, name: lastName(masked) });
    if (part.kind === "operation") {
      if (COMPARISONS.has(part.operator) && !asksShape(part.operator, part.parts))
        rights.push({ kind: "comparison", term: part, literals: literalsOf(part) });
      if (TIES.has(part.operator)) ties.push({ term: part, operator: part.operator, parts: part.parts });
    } else if (
      part.kind === "external" &&
      part.base &&
      part.arguments?.length === 1 &&
      lastName(part) === "includes()"
    ) {
      ties.push({ term: part, operator: "includes", parts: [part.base, ...part.arguments] });
    }
    const given = part.kind === "result" ? askedBy(part.of) : mayAllow(part) ? part.arguments : [];
    const literals = (given ?? []).flatMap(literalsOf);
    if (literals.length > 0) rights.push({ kind: "call", term: part, literals });
  }
  return { rights, ties };
}

/** `"role" in payload`, `typeof token.role === "string"`: that there is a field says nothing of what stands in it. */
function asksShape(operator: string, [left, right]: readonly Term[]): boolean {
  if (operator === "in") return left?.kind === "literal" && right !== undefined && !namesRight(lastName(right));
  return [left, right].some((side) => side !== undefined && isTypeOf(side));
}

function isTypeOf(term: Term): boolean {
  return term.kind === "operation" && term.operator === "typeof";
}

/** What a call is given that may tell yes or no; what makes another text of a text is asked nothing. */
function askedBy({ text, arguments: given }: CallTerm): readonly Term[] {
  return makesText(methodIn(text)) ? [] : given;
}

function namesRight(name: string): boolean {
  return name !== "" && (ROLE_FIELD.test(spelledApart(name)) || WORKS_THERE.test(name));
}

/** `user.canDelete`: what the caller may do. */
function isAllowance(part: Term): boolean {
  return part.kind === "input" && part.source === "identity" && /^can(?:[A-Z]|_)/.test(part.path.at(-1) ?? "");
}

/** `user.rights & Right.SELL`: one bit of a number says yes or no, whatever the number is called. Flags may say anything. */
function maskedBy(part: Term): Term | undefined {
  if (part.kind !== "operation" || part.operator !== "&" || !part.parts.some(({ kind }) => kind === "literal"))
    return undefined;
  return part.parts.find((side) => /[a-z]/i.test(lastName(side)) && !NOT_ONLY_RIGHTS.test(lastName(side)));
}

const NOT_ONLY_RIGHTS = /flags?$|status|state|settings?|options?/i;

/** `user.employee`, `user.isManager`; the id of one is a column like others. */
const WORKS_THERE = /^(?:is_?)?(?:employee|manager|operator|instructor|librarian|organi[sz]er|editor)$/i;

/** The cookie of administrators tells nothing where that of customers is as good: `cookies.adminToken ?? cookies.token`. */
function credentialsBesideOthers(asked: ReadonlySet<Term>): ReadonlySet<Term> {
  const found = new Set<Term>();
  for (const part of asked) {
    const isEither = part.kind === "choice" || (part.kind === "operation" && EITHER.has(part.operator));
    const credentials = isEither ? partsOf(part).filter(isCredential) : [];
    if (!credentials.every((one) => namesRight(lastName(one)))) for (const one of credentials) found.add(one);
  }
  return found;
}

const EITHER: ReadonlySet<string> = new Set(["||", "??", "?:"]);

function isCredential(term: Term): boolean {
  return term.kind === "input" && /^(?:cookies|headers|session)$/.test(term.source);
}

/**
 * The terms of a test, without what stands in objects and instances that it only asks to be there: `if (!member)` says nothing of the
 * `role` that was put into it.
 */
function termsAsked(test: Term): ReadonlySet<Term> {
  const found = new Set<Term>();
  const visit = (term: Term): void => {
    if (term.kind === "object" || term.kind === "instance" || found.has(term)) return;
    const passes = term.kind === "choice" || (term.kind === "operation" && ASKS_PRESENCE.has(term.operator));
    if (!passes) {
      addWithin(term, found);
      return;
    }
    found.add(term);
    for (const part of partsOf(term)) visit(part);
  };
  visit(test);
  return found;
}

function addWithin(term: Term, found: Set<Term>): void {
  const stack = [term];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (isTypeOf(next)) continue;
    for (const part of partsOf(next)) if (!isSetUp(next, part)) stack.push(part);
  }
}

/** What a package was set up with says nothing of who calls: `betterAuth({ plugins: [admin()] })`. */
function isSetUp(made: Term, given: Term): boolean {
  if (made.kind !== "external" || given.kind !== "object" || holds(given, OF_CALL)) return false;
  return made.base === undefined || (made.base.kind === "external" && made.base.path.length === 0);
}

const OF_CALL = HOLDS_CLIENT_DATA | HOLDS_CREDENTIAL | HOLDS_REQUEST;

const ASKS_PRESENCE: ReadonlySet<string> = new Set(["!", "&&", "||", "??", "?:"]);

/** `ability.can("write", "Team")`: a package that knows rights is asked. */
function mayAllow(part: Term): part is Term & { readonly kind: "external" } {
  return (
    part.kind === "external" &&
    /^(?:can|cannot|enforce|hasPermission|hasRole|isAllowed|includes|has)\w*\(\)$/.test(part.path.at(-1) ?? "")
  );
}

const TIES = new Set(["===", "!==", "includes", "some"]);

export function literalsOf(term: Term): readonly string[] {
  return partsOf(term)
    .flatMap((part) => {
      if (part.kind === "literal") return typeof part.value === "string" ? [part.value] : [];
      // A member of an enum that a package made: `Role.ADMIN` of Prisma.
      if (part.kind === "external" && !part.arguments && /^[A-Z][A-Z0-9_]*$/.test(part.path.at(-1) ?? ""))
        return [part.path.at(-1) ?? ""];
      return part.kind === "array" ? literalsOf(part) : [];
    })
    .concat(term.kind === "literal" && typeof term.value === "string" ? [term.value] : []);
}
