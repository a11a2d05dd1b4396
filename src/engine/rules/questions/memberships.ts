/** Who belongs to a team, and as what: rows that tell members apart by a role. */

import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Schema, ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { guardedBy, isCalledByUsers } from "./guarded.ts";
import { isCallers, isTied } from "./ownership.ts";
import { roleColumns } from "./role-columns.ts";
import type { Witness } from "./role-witness.ts";
import { ROLE } from "./sent-role.ts";
import { pointsToAccount, tableOf, tiedToAccounts } from "./tables.ts";

/**
 * Somebody else's membership is taken away, or their role is changed, and the caller was asked for no more than to be a
 * member too. That members have roles, and that the service asks for them elsewhere, tells that not everybody may.
 */
export function witnessOfMembers(effect: Effect, model: ServiceModel): Witness | undefined {
  const { entryPoint: entry, where } = effect;
  const table = tableOf(effect, model);
  if (!table || where === undefined || !isMembership(table, model) || !changesStanding(effect, model)) return undefined;
  if (guardedBy(entry, effect, ["authentication"]) !== "yes") return undefined;
  if (guardedBy(entry, effect, ["role", "signature"]) !== "no") return undefined;
  return namesOther(effect, table, model) ? roleAskedOf(table, entry.app, model) : undefined;
}

/** Each row ties an account to a team, and says as what. */
export function isMembership(table: Table, model: ServiceModel): boolean {
  const { schema } = model;
  return (
    (tiedToAccounts(table, schema).length > 0 || isKeyedByTie(table, schema)) &&
    table.columns.some(({ name }) => isRole(name, model))
  );
}

/** `PRIMARY KEY (user_id, team_id, id)`: what ties the two has a number of its own as well. */
function isKeyedByTie({ columns, unique }: Table, schema: Schema): boolean {
  return unique.some((key) => {
    const points = key.flatMap((name) => columns.find((column) => column.name === name)?.references ?? []);
    return points.length === 2 && points.filter((to) => pointsToAccount(to, schema)).length === 1;
  });
}

export function isRole(name: string, model: ServiceModel): boolean {
  return ROLE.test(name) || roleColumns(model).has(name.toLowerCase());
}

function changesStanding({ operation, data }: Effect, model: ServiceModel): boolean {
  if (operation === "delete") return true;
  return operation === "set" && data?.kind === "object" && data.fields.some(({ key = "" }) => isRole(key, model));
}

/** The account comes from the request, and nothing says that it must be the caller's. */
function namesOther(effect: Effect, table: Table, model: ServiceModel): boolean {
  const { entryPoint: entry, where } = effect;
  if (where === undefined) return false;
  const accounts = new Set(
    table.columns.flatMap(({ name, references }) =>
      pointsToAccount(references, model.schema) ? [name.toLowerCase()] : [],
    ),
  );
  const named = [...termsWithin(where)].flatMap((part) =>
    part.kind === "object"
      ? part.fields.filter(({ key }) => key !== undefined && (accounts.has(key.toLowerCase()) || isIdColumn(key)))
      : [],
  );
  const isSent = (value: Term): boolean =>
    value.kind === "input" &&
    holds(value, HOLDS_CLIENT_DATA) &&
    !isCallers(entry, value) &&
    !isTied(entry, effect, value);
  return (
    named.length > 0 && named.some(({ value }) => isSent(value)) && !named.some(({ value }) => isCallers(entry, value))
  );
}

/**
 * An endpoint of the application that changes something and asks first what the membership says of the caller; of several
 * one that changes memberships.
 */
export function roleAskedOf(table: Table, app: string, model: ServiceModel): Witness | undefined {
  let found: Witness | undefined;
  for (const entry of model.entryPoints) {
    if (entry.app !== app || !isCalledByUsers(entry)) continue;
    const writes = entry.effects.filter(({ access }) => access === "write");
    if (writes.length === 0) continue;
    const memberships = entry.effects.filter((read) => read.access === "read" && tableOf(read, model) === table);
    const guard = entry.guards.find(
      ({ kind, proves, taken }) =>
        kind === "role" &&
        !taken &&
        proves.some((term) => memberships.some(({ result }) => containsTerm(term, result))),
    );
    if (!guard) continue;
    if (writes.some((write) => tableOf(write, model) === table)) return { entry, guard };
    found ??= { entry, guard };
  }
  return found;
}
