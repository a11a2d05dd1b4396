/** Which columns hold a tenant (a company, a team, a school), as the service itself limits rows by them. */

import { alternatives } from "../../link/evaluate/members.ts";
import { isLeftInContext } from "../../link/guards/identity.ts";
import { containsTerm, someTerm, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { oncePerEntry, oncePerModel } from "./once.ts";
import { isCallers, isTestedForCaller } from "./ownership.ts";
import { resultsOf } from "./results.ts";

/** `identity.agencyId`, `identity.agency.id`, `identity.company_code`, `identity.school`: an id of something that is no person. */
export function namesTenant(part: Term): boolean {
  if (part.kind !== "input") return false;
  if (part.source !== "identity" && part.source !== "session" && !isLeftInContext(part)) return false;
  return isTenantName(part.path.at(-1) ?? "", part.path.at(-2));
}

function isTenantName(last: string, before: string | undefined): boolean {
  const named = isIdColumn(last) ? before : /^(.+?)_?(?:id|uuid|ref|code|slug)$/i.exec(last)?.[1];
  return named === undefined ? TENANT.test(last) : !OF_PERSON.test(named);
}

/** The same, also as a column of the row by which the login knows the caller: `staff.merchantId`. */
function isTenantOf(entry: EntryPoint, value: Term): boolean {
  if (namesTenant(value)) return true;
  const column = columnOf(value);
  if (!column || isIdColumn(column.name) || !isTenantName(column.name, undefined)) return false;
  return loginRows(entry).some(({ result }) => containsTerm(column.of, result));
}

/** Rows by which the login, or the check of a role, knows the caller: `const employee = await find(user.id); if (!employee) throw …`. */
const loginRows = oncePerEntry((entry) =>
  entry.effects.filter(
    (read) => read.access === "read" && (isTestedForCaller(entry, read) || isCallersInRole(entry, read)),
  ),
);

function isCallersInRole(entry: EntryPoint, { where, order, result }: Effect): boolean {
  return (
    where !== undefined &&
    isCallers(entry, where) &&
    entry.guards.some(
      (guard) => guard.kind === "role" && guard.order > order && guard.proves.some((test) => test === result),
    )
  );
}

/** The condition limits the effect to rows of the caller's tenant. */
export function isLimitedToTenant({ entryPoint: entry, where }: Effect): boolean {
  return where !== undefined && someTerm(where, (part) => isTenantOf(entry, part), resultsOf(entry));
}

/**
 * Everything of the caller's in the value is the tenant that they belong to, and nothing is the caller: `{ id, orgId:
 * membership.org.id }`, but not `{ orgId, userId: user.id }`.
 */
export function isOfTenantAlone(entry: EntryPoint, value: Term): boolean {
  return onLevel(entry, value, MAXIMUM_DEPTH);
}

/** The value is the caller's tenant as it is, without a row that was found by it. */
export function isTenantsOwnKey(entry: EntryPoint, value: Term): boolean {
  return onLevel(entry, value, 0);
}

/** Rows are found by rows that are found by rows: each answer is kept for those that stand on it. */
function onLevel(entry: EntryPoint, value: Term, levels: number): boolean {
  const known = levelsOf(entry)[levels]!;
  let answer = known.get(value);
  if (answer === undefined) {
    answer = workOut(entry, value, levels);
    known.set(value, answer);
  }
  return answer;
}

function workOut(entry: EntryPoint, value: Term, levels: number): boolean {
  if (value.kind === "object" && levels > 0) {
    // Anybody but the caller is no limit to the caller: `ne(memberships.userId, user.id)`.
    const isOther = (one: Term): boolean => one.kind === "operation" && /^(?:!==?|<>)$/.test(one.operator);
    const own = value.fields.filter((field) => isCallers(entry, field.value) && !isOther(field.value));
    return own.length > 0 && own.every((field) => onLevel(entry, field.value, levels - 1));
  }
  if (namesTenant(value)) return true;
  // By the key that was shown, or by the session.
  const ways = alternatives(value).filter((way) => isCallers(entry, way));
  if (ways.length > 1) return ways.every((way) => onLevel(entry, way, levels));
  const column = columnOf(value);
  if (column && isCallers(entry, column.of) && isTenantName(column.name, column.before)) return true;
  // A row of the tenant's, which what is changed stands below.
  if (levels === 0 || !entry.effects.some(({ access }) => access === "read")) return false;
  const within = termsWithin(value);
  return entry.effects.some(
    ({ access, where, result }) =>
      access === "read" && where !== undefined && within.has(result) && onLevel(entry, where, levels - 1),
  );
}

interface Column {
  readonly of: Term;
  readonly name: string;
  /** What the row stands in: `org` of `membership.org.id`. */
  readonly before: string | undefined;
}

/** The column of a row that the value is. */
function columnOf(value: Term): Column | undefined {
  const of = value.kind === "member" ? value.of : value.kind === "external" ? value.base : undefined;
  const name = value.kind === "member" ? value.name : value.kind === "external" ? (value.path.at(-1) ?? "") : "";
  if (of === undefined || (value.kind === "external" && value.arguments !== undefined)) return undefined;
  const above = of.kind === "member" ? of.name : of.kind === "external" ? of.path.at(-1) : undefined;
  return { of, name, before: above?.endsWith("()") ? undefined : above };
}

/** Conditions on what rows stand below: `{ lease: { unit: { agencyId } } }`. */
const MAXIMUM_DEPTH = 4;

const levelsOf = oncePerEntry((): readonly WeakMap<Term, boolean>[] =>
  Array.from({ length: MAXIMUM_DEPTH + 1 }, () => new WeakMap()),
);

/** What people belong to, by names without a word for an id. */
const TENANT =
  /^(?:active_?|current_?)?(?:tenant|org|organi[sz]ation|company|team|workspace|school|agency|clinic|hospital|business|branch|store|shop|restaurant|firm|institut(?:ion|e)|department|household|practice|merchant|vendor|studio|gym|hotel|property)$/i;

const OF_PERSON =
  /^(?:user|person|member|membership|profile|account|customer|owner|author|auth|session|token|(?:api_?)?key|credential|employee|staff|student|patient|client|u|g|uu|clerk|identity|me|country|lang(?:uage)?|currency|post(?:al)?|zip|role|referral|invite|promo|verification|access|auth|otp|phone|dial)$/i;

/** Columns, in lower case, by which at least two endpoints limit rows to the tenant of the caller. */
export const tenantColumns = oncePerModel(gather);

function gather(model: ServiceModel): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  for (const entry of model.entryPoints) {
    for (const { category, where, data } of entry.effects) {
      if (category !== "database") continue;
      for (const column of [...columnsIn(entry, where, 0), ...columnsIn(entry, data, 0)])
        users.set(column, (users.get(column) ?? new Set()).add(entry.id));
    }
  }
  return new Set([...users].filter(([, entries]) => entries.size > 1).map(([column]) => column));
}

/** Fields that hold a tenant of the caller, also below relations: `{ lease: { agencyId } }`. */
function columnsIn(entry: EntryPoint, condition: Term | undefined, depth: number): readonly string[] {
  if (condition?.kind !== "object" || depth > MAXIMUM_DEPTH) return [];
  return condition.fields.flatMap(({ key, value }) => {
    if (key === undefined || !isTenantOf(entry, value)) return columnsIn(entry, value, depth + 1);
    return isIdColumn(key) ? [] : [key.toLowerCase()];
  });
}
