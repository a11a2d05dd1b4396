/** Which rights a check asks for: the fields and values by which it tells one caller from another. */

import type { CheckEvent } from "../../model/path.ts";
import type { Term, TermField } from "../../model/term.ts";
import { isAnyMember } from "../../vocabulary/ordinary-role.ts";
import { isTenantColumn } from "../../vocabulary/owner-column.ts";
import { isAdministratorTable, isRankColumn, saysInForce, saysNoRight } from "../../vocabulary/rank.ts";
import { ROLE_FIELD } from "../../vocabulary/role-field.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { lastName } from "../terms/last-name.ts";
import { isCount, presenceOf } from "../terms/presence.ts";
import { containsTerm, partsOf, someTerm, termsOutside, termsWithin } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import type { IdentityView } from "./identity.ts";
import { literalsOf, partsOfTest } from "./test-parts.ts";

/** Fields and values by which the test tells one caller's rights from another's. Empty where it does not. */
export function roleDetail(test: Term, view: IdentityView): readonly string[] {
  const found = new Set<string>();
  const { rights } = partsOfTest(test);
  const asked = rights.some(({ kind }) => kind === "field") ? termsOutside(test, soughtBy(view)) : undefined;
  for (const right of rights) {
    if (
      right.kind === "field" &&
      asked?.has(right.term) &&
      (view.isCredential(right.term) || view.isIdentity(right.term))
    )
      found.add(right.name);
    if (right.kind === "comparison" && partsOf(right.term).some((one) => view.isIdentity(one))) {
      for (const literal of right.literals) if (ROLE_FIELD.test(literal)) found.add(literal);
    }
    if (right.kind === "call" && view.isIdentity(right.term)) for (const literal of right.literals) found.add(literal);
  }
  if (found.size > 0) {
    for (const right of rights)
      if (right.kind === "comparison") for (const literal of right.literals) found.add(literal);
  }
  return [...found];
}

/** By what rows were found: `{ id: token.id, role: token.role }` finds whoever has the token, whatever role that is. */
function soughtBy(view: IdentityView): ReadonlySet<Term> {
  let found = knownSought.get(view);
  if (!found) {
    found = new Set(
      view.effects.flatMap(({ access, where }) =>
        access === "read" && where && namesCaller(where, view) ? [where] : [],
      ),
    );
    knownSought.set(view, found);
  }
  return found;
}

/** By something else of the caller than a role or a tenant: what is found by these is what the role may do there. */
function namesCaller(where: Term, view: IdentityView): boolean {
  return (
    where.kind === "object" &&
    where.fields.some(
      ({ key = "", value }) =>
        !ROLE_FIELD.test(spelledApart(key)) &&
        !isTenantColumn(key) &&
        (view.isCredential(value) || view.isIdentity(value)),
    )
  );
}

const knownSought = new WeakMap<IdentityView, ReadonlySet<Term>>();

/**
 * The path goes on only where the caller's row has a rank that the look-up itself asks for: `sessions JOIN users … WHERE
 * token = ? AND users.is_admin = 1`, `users.findFirst({ where: { id: session.userId, role: "admin" } })`. Or the table holds
 * nobody else: `Admin.findById(token.id)`.
 */
export function rankOfRow({ test, stopsWhen }: CheckEvent, view: IdentityView): readonly string[] {
  let rows = knownRows.get(view);
  if (!rows) {
    rows = rowsOfRank(view);
    knownRows.set(view, rows);
  }
  const ranked = rows.map(({ result }) => result);
  const found = rows.find(
    ({ result }) =>
      containsTerm(test, result) &&
      presenceOf(test, result).includes(stopsWhen ? "absent" : "present") &&
      !someTerm(test, (part) => standsInFor(part, result, ranked)),
  );
  return found?.ranks ?? [];
}

/** Something else is as good as the row: `(await Admin.findById(id)) ?? (await User.findById(id))`. */
function standsInFor(either: Term, row: Term, ranked: readonly Term[]): boolean {
  if (either.kind !== "choice" && !(either.kind === "operation" && /^(?:\?\?|\|\|)$/.test(either.operator)))
    return false;
  const parts = partsOf(either);
  const others = parts.filter((part) => truth(part) !== false && !ranked.some((one) => containsTerm(part, one)));
  return (
    others.length > 0 && others.length < parts.length && parts.some((part) => part === row || isColumnOf(part, row))
  );
}

/** The row itself, with fewer columns or other names: `findById(id).lean()`. */
function isColumnOf(part: Term, row: Term): boolean {
  return part.kind === "external" && part.base !== undefined && (part.base === row || isColumnOf(part.base, row));
}

interface RankedRow {
  readonly result: Term;
  /** Columns and the values that they must have. */
  readonly ranks: readonly string[];
}

/** Few look-ups ask for a rank, and every check of a path is asked of them. */
const knownRows = new WeakMap<IdentityView, readonly RankedRow[]>();

function rowsOfRank(view: IdentityView): readonly RankedRow[] {
  return view.effects.flatMap(({ access, where, result, target = "" }) => {
    if (access !== "read" || where === undefined) return [];
    const isOfAdministrators =
      isAdministratorTable(spelledApart(target)) && view.isIdentity(where) && !view.isClientData(where);
    if (isOfAdministrators) return [{ result, ranks: [target] }];
    if (where.kind !== "object") return [];
    const asked = [...where.fields.filter(asksForRank), ...where.fields.flatMap((one) => ranksOfMember(one, view))];
    if (asked.length === 0 || !(view.isIdentity(where) || view.isCredential(where))) return [];
    return [{ result, ranks: asked.flatMap(({ key = "", value }) => [key, ...literalsOf(value)]) }];
  });
}

/** `team.findUnique({ where: { id, users: { some: { userId: user.id, role: "admin" } } } })`: the caller is one of those. */
function ranksOfMember({ key = "", value }: TermField, view: IdentityView): readonly TermField[] {
  if (value.kind !== "object" || NEGATES.test(key) || /^\$?n?or$/i.test(key)) return [];
  const isOfCaller = value.fields.some((one) => one.value.kind !== "object" && view.isIdentity(one.value));
  return [
    ...(isOfCaller ? value.fields.filter(asksForRank) : []),
    ...value.fields.flatMap((one) => ranksOfMember(one, view)),
  ];
}

/** `role: "admin"`, of whoever a condition is about. */
export function asksForRank({ key = "", value }: { readonly key?: string | undefined; readonly value: Term }): boolean {
  return (isRankColumn(spelledApart(key)) && isFixed(value) && !isAnyOfTeam(value)) || asksForAdministrator(key, value);
}

/** `feature: { name: "administrator" }`, whatever the column is called. */
function asksForAdministrator(key: string, value: Term): boolean {
  if (NEGATES.test(key)) return false;
  if (value.kind === "literal")
    return typeof value.value === "string" && isAdministratorTable(spelledApart(value.value));
  return value.kind === "object" && value.fields.some((field) => asksForAdministrator(field.key ?? "", field.value));
}

const NEGATES = /^\$?(?:not?|none|ne|nin|not_?in)$/i;

/** Of several roles one is that of whoever belongs there: `role: { in: ["owner", "admin", "member"] }`. */
function isAnyOfTeam(value: Term): boolean {
  const roles = [...termsWithin(value)].flatMap((part) => (part.kind === "array" ? literalsOf(part) : []));
  return roles.length > 1 && roles.some(isAnyMember);
}

/** `membership.role`, of a row that was looked up for the caller and what the request names. */
export function roleOfMember(test: Term, view: IdentityView): readonly string[] {
  const own = view.rowsOfCaller();
  return ranksOf(test, (term) => own.some(({ result }) => term !== result && containsTerm(term, result)));
}

/** `team.members.some((one) => one.userId === user.id && one.role === "admin")`: the test itself says that the member is the caller. */
export function roleOfMemberNamed(test: Term, view: IdentityView): readonly string[] {
  const told = columnsOfCaller(test, view);
  const members = new Set(told.flatMap((column) => rowOf(column) ?? []));
  return members.size === 0 ? [] : ranksOf(test, (term) => members.has(rowOf(term) ?? term) && !told.includes(term));
}

function ranksOf(test: Term, isOfCaller: (column: Term) => boolean): readonly string[] {
  const { rights } = partsOfTest(test);
  const fields = rights.flatMap((right) => (right.kind === "field" && isOfCaller(right.term) ? [right.name] : []));
  if (fields.length === 0) return [];
  return [...new Set([...fields, ...rights.flatMap((right) => (right.kind === "comparison" ? right.literals : []))])];
}

/** Columns that the test compares with the caller. */
function columnsOfCaller(test: Term, view: IdentityView): readonly Term[] {
  return partsOfTest(test).ties.flatMap(({ operator, parts }) => {
    if (operator !== "===" || !parts.some((one) => view.isIdentity(one))) return [];
    return parts.filter((one) => !view.isIdentity(one));
  });
}

/** What a column is of. */
function rowOf(column: Term): Term | undefined {
  if (column.kind === "member") return column.of;
  return column.kind === "external" && column.arguments === undefined ? column.base : undefined;
}

/** Texts with which a field of the caller is compared before the caller is refused: `["agent"].includes(user.type)`. */
export function toldApartBy(test: Term, view: IdentityView): readonly string[] {
  const setting = partsOfTest(test).ties.find(
    ({ parts }) => parts.some((one) => view.isIdentity(one)) && parts.some(isSetting),
  );
  if (setting) return ["setting"];
  // `user instanceof Robot`: callers of one kind among others.
  const asksKind = (part: Term): boolean =>
    part.kind === "operation" && part.operator === "instanceof" && part.parts.some((one) => view.isIdentity(one));
  if (someTerm(test, asksKind)) return ["instanceof"];
  return partsOfTest(test).rights.flatMap((right) => {
    if (right.kind !== "comparison") return [];
    const sides = partsOf(right.term);
    // How many of something the caller has is a limit.
    const told = sides.find((side) => !isCount(side) && fieldOfCaller(side, view) !== undefined);
    const field = told && fieldOfCaller(told, view);
    if (!told || field === undefined) return [];
    if (right.literals.length > 0) return [field, ...right.literals];
    // `RANKS.indexOf(user.rank) < RANKS.indexOf("head")`: the other side is the same for every caller and request.
    return sides.some((side) => side !== told && isFixed(side)) ? [field] : [];
  });
}

/** The caller's organisation, or the caller, is another one than the settings name: `if (orgId !== process.env.HOUSE_ID) throw …`. */
export function isOfHouse({ test, stopsWhen }: CheckEvent, view: IdentityView): boolean {
  return partsOfTest(test).ties.some(
    ({ operator, parts }) =>
      operator === (stopsWhen ? "!==" : "===") &&
      parts.some((one) => view.isIdentity(one) && OF_HOUSE.test(lastName(one))) &&
      parts.some(isSetting),
  );
}

const OF_HOUSE = /^(?:user_?)?(?:id|uid|sub|email)$|(?:org|organi[sz]ation|group|role)(?:_?(?:id|slug|name))?$/i;

/** Name of a field of the caller that may tell rights, in one side of a comparison. */
function fieldOfCaller(side: Term, view: IdentityView): string | undefined {
  for (const part of termsWithin(side)) {
    const name = lastName(part);
    if (name === "" || isOfPackage(part) || !view.isIdentity(part)) continue;
    // Of `data.status` of an answer the outermost name tells what it is.
    if (saysInForce(name)) return undefined;
    if (!saysNoRight(name)) return name;
  }
  return undefined;
}

/** A function or constant of a package; a field of what its call gave is one of the caller: `verify(token).kind`. */
function isOfPackage(term: Term): boolean {
  return term.kind === "external" && !(term.arguments === undefined && term.base !== undefined);
}

/** Made of the code alone. */
function isFixed(term: Term): boolean {
  return !someTerm(
    term,
    (part) =>
      part.kind === "input" ||
      part.kind === "result" ||
      part.kind === "unstable" ||
      (part.kind === "external" && part.arguments !== undefined && !part.package.startsWith("global:")),
  );
}

/** A setting of the service: `process.env.ADMIN_EMAIL`, or from a package that reads the environment. */
function isSetting(term: Term): boolean {
  return term.kind === "environment" || (term.kind === "external" && /env/i.test(term.package));
}
