/** What a team pays, changed by whoever is a member of it. */
import { dominates } from "../../link/retry/retry.ts";
import { lastName } from "../../link/terms/last-name.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Schema, ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { guardedBy, isCalledByUsers } from "./guarded.ts";
import { isMembership, isRole, roleAskedOf } from "./memberships.ts";
import { oncePerModel } from "./once.ts";
import type { Witness } from "./role-witness.ts";
import { pointsToAccount, tableOf } from "./tables.ts";

/**
 * A subscription or a page of the payment provider is asked for in the name of a team: by a column of the team's
 * row, `stripe.subscriptions.cancel(team.subscriptionId)`. Members of teams have roles, and other endpoints ask for them.
 */
export function witnessOfBilling(effect: Effect, model: ServiceModel): Witness | undefined {
  const { entryPoint: entry } = effect;
  if (!changesPayment(effect) || !isCalledByUsers(entry)) return undefined;
  // Of all teams of whoever leaves, those go that nobody else is in.
  if (effect.scopes.some((scope) => scope.kind === "loop" || (scope.kind === "branch" && asksHowMany(scope.test))))
    return undefined;
  const memberships = payersOf(effect, model).flatMap((table) => membershipsOf(model).get(table) ?? []);
  if (memberships.length === 0) return undefined;
  if (guardedBy(entry, effect, ["authentication"]) !== "yes") return undefined;
  if (guardedBy(entry, effect, ["role", "signature"]) !== "no") return undefined;
  for (const table of memberships) {
    if (asksMore(entry, effect, table, model) || isAskedOtherwise(entry, effect, table, model)) continue;
    const witness = roleAskedOf(table, entry.app, model) ?? roleNamedIn(table, entry.app, model);
    if (witness) return witness;
  }
  return undefined;
}

function asksHowMany(test: Term): boolean {
  return someTerm(test, (part) => /^(?:length|size|count\(\)|_count)$/.test(lastName(part)));
}

/** A check ahead asks as what the caller is a member, in a way that is not known to be a check of a role. */
function asksMore(entry: EntryPoint, effect: Effect, { columns }: Table, model: ServiceModel): boolean {
  const ranks = new Set(columns.map(({ name }) => name).filter((name) => isRole(name, model)));
  return entry.trail.events.some(
    (event) =>
      event.kind === "check" && event.order < effect.order && someTerm(event.test, (part) => ranks.has(lastName(part))),
  );
}

/** A check ahead ties the caller by something else than such a row: what it asks for is not known. */
function isAskedOtherwise(entry: EntryPoint, effect: Effect, table: Table, model: ServiceModel): boolean {
  const rows = entry.effects.filter((read) => {
    const found = read.access === "read" ? tableOf(read, model) : undefined;
    return found !== undefined && (found === table || membershipsOf(model).get(found)?.includes(table) === true);
  });
  return entry.guards.some(
    (guard) =>
      guard.kind === "ownership" &&
      dominates(guard, effect) &&
      !rows.some(({ result }) => guard.proves.some((term) => containsTerm(term, result))),
  );
}

/** What is paid again and again, and the provider's own pages for it: single payments are between a team and its customers. */
function changesPayment({ category, access, target = "" }: Effect): boolean {
  return category === "payment" && access !== "read" && /subscription|portal|checkout/i.test(target);
}

/** Tables of whose rows a column was given to the provider: who pays, or what. Options of the call say on whose account. */
function payersOf({ entryPoint: entry, order, where, data, call }: Effect, model: ServiceModel): readonly Table[] {
  const given = [where, data, call.arguments[0]].filter((term) => term !== undefined);
  return entry.effects.flatMap((read) => {
    if (read.access !== "read" || read.category !== "database" || read.order > order) return [];
    const table = tableOf(read, model);
    return table && given.some((term) => holdsColumn(term, read.result)) ? [table] : [];
  });
}

/** A column that tells who pays, or what, also of what was loaded along: `member.team.customerId`. The row's id or name may go along with anything. */
function holdsColumn(given: Term, row: Term): boolean {
  return someTerm(given, (part) => PAYS.test(lastName(part)) && isBelow(part, row));
}

function isBelow(part: Term, row: Term): boolean {
  const of = part.kind === "member" ? part.of : part.kind === "external" && !part.arguments ? part.base : undefined;
  return of !== undefined && (of === row || isBelow(of, row));
}

const PAYS = /customer|subscri|billing|payment|payer|stripe_?id$|polar|paddle|lemon/i;

/** By each team's table, the tables that say who is a member of one, and as what; each of these stands for itself, too. */
const membershipsOf = oncePerModel((model): ReadonlyMap<Table, readonly Table[]> => {
  const { schema } = model;
  const found = new Map<Table, Table[]>();
  for (const table of new Set(schema.tables.values())) {
    if (!isMembership(table, model)) continue;
    const teams = table.columns.flatMap(({ references }) =>
      pointsToAccount(references, schema) ? [] : (tableNamed(references, schema) ?? []),
    );
    // Whom a team belongs to decides for it, and is asked for in other ways.
    if (teams.some((team) => hasOwner(team, schema))) continue;
    for (const one of [table, ...teams]) found.set(one, [...(found.get(one) ?? []), table]);
  }
  return found;
});

function hasOwner({ columns }: Table, schema: Schema): boolean {
  return columns.some(
    ({ name, references }) => pointsToAccount(references, schema) || /^(?:owner|creator|created_?by)/i.test(name),
  );
}

/** An endpoint that asks for a role as the membership calls it: `organization.users[0].role`. */
function roleNamedIn({ columns }: Table, app: string, model: ServiceModel): Witness | undefined {
  const ranks = new Set(columns.map(({ name }) => name).filter((name) => isRole(name, model)));
  const isRank = (part: Term): boolean =>
    (part.kind === "member" && ranks.has(part.name)) ||
    ((part.kind === "external" || part.kind === "input") && ranks.has(part.path.at(-1) ?? ""));
  for (const entry of model.entryPoints) {
    if (entry.app !== app || !isCalledByUsers(entry)) continue;
    const guard = entry.guards.find(
      ({ kind, taken, proves }) => kind === "role" && !taken && proves.some((term) => someTerm(term, isRank)),
    );
    if (guard) return { entry, guard };
  }
  return undefined;
}
