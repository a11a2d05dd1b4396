/** What the schema tells of a table: which one an effect is about, whose its rows are, and below which others they stand. */

import type { Effect } from "../../model/effect.ts";
import type { Schema, ServiceModel, Table } from "../../model/service-model.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { isAccountTable, isPeopleTable, isWorkerTable } from "../../vocabulary/account-table.ts";
import { isKeeper, isOwnerColumn, isTenantColumn } from "../../vocabulary/owner-column.ts";
import { tenantColumns } from "./tenants.ts";

/** The table as the schema declares it; undefined where nothing does. */
export function tableOf(effect: Effect, model: ServiceModel): Table | undefined {
  return tableNamed(effect.target, model.schema);
}

/** Column that says whose a row is: by its name, by how the service limits rows, or because it points to the accounts. */
export function ownerColumnOf(table: Table, model: ServiceModel): string | undefined {
  return ownerColumnsOf(table, model)[0];
}

/** All such columns: of a booking both the guest's and the host's. */
export function ownerColumnsOf(table: Table, model: ServiceModel): readonly string[] {
  const tenants = tenantColumns(model);
  return table.columns.flatMap(({ name, references }) =>
    isOwnerColumn(name) ||
    tenants.has(name.toLowerCase()) ||
    pointsToAccount(references, model.schema) ||
    (references === undefined && isCalledAfterAccounts(name, table, model.schema))
      ? [name]
      : [],
  );
}

/** `employee_id`, where employees have passwords: without a reference the name tells. */
function isCalledAfterAccounts(column: string, table: Table, schema: Schema): boolean {
  const named = /^(.+?)_?id$/i.exec(column)?.[1];
  if (named !== undefined && isKeeper(named)) return false;
  const account = named === undefined ? undefined : (tableNamed(named, schema) ?? tableNamed(`${named}s`, schema));
  return account !== undefined && account !== table && hasPassword(account);
}

/** Column that says whose a row is, by the schema; undefined where no column does. */
export function ownerColumn(effect: Effect, model: ServiceModel): string | undefined {
  const table = tableOf(effect, model);
  return table && ownerColumnOf(table, model);
}

/** The column points to those who sign in. */
export function pointsToAccount(reference: string | undefined, schema: Schema): boolean {
  const table = tableNamed(reference, schema);
  if (table === undefined) return reference !== undefined && /^(?:auth\.)?users?$/i.test(reference);
  // Where people sign in elsewhere, their accounts have no passwords.
  return hasPassword(table) || isAccountTable(table.name);
}

/** Its rows are people: those who sign in, or others that may where somebody lets them, such as customers. */
export function isOfPeople(table: Table): boolean {
  return hasPassword(table) || isPeopleTable(table.name);
}

/** The same, and those who may sign in to work: of them a tenant may keep a list that is nobody else's. */
export function maySignIn(table: Table): boolean {
  return isOfPeople(table) || isWorkerTable(table.name);
}

/**
 * What each pair of columns points to of which a row may have one alone, and one of them is an account: who belongs to
 * which team, who liked which post.
 */
export function tiedToAccounts(
  { columns, unique }: Table,
  schema: Schema,
): readonly (readonly (string | undefined)[])[] {
  return unique
    .filter((key) => key.length === 2)
    .map((key) => key.map((name) => columns.find((column) => column.name === name)?.references))
    .filter((points) => points.some((to) => pointsToAccount(to, schema)));
}

/** Its rows stand below rows of somebody: lines of an order, tasks of a project of a team. */
export function standsBelowOwned(table: Table, model: ServiceModel): boolean {
  return someParent(table, model.schema, (parent) => ownerColumnOf(parent, model) !== undefined);
}

/**
 * Each of its rows is a tenant's, by a column of its own or of what it stands below. A team that may be absent is none,
 * unless the service limits rows by it.
 */
export function isOfTenant(table: Table, model: ServiceModel): boolean {
  const tenants = tenantColumns(model);
  const says = (one: Table): boolean =>
    one.columns.some(({ name, optional }) => tenants.has(name.toLowerCase()) || (!optional && isTenantColumn(name)));
  return says(table) || someParent(table, model.schema, says);
}

/** The tables that its columns point to. */
export function parentsOf({ columns }: Table, schema: Schema): readonly Table[] {
  return columns.flatMap(({ references }) => {
    const parent = tableNamed(references, schema);
    return parent ? [parent] : [];
  });
}

/** Longest chain of references that is followed. */
const MAXIMUM_LEVELS = 3;

function someParent(table: Table, schema: Schema, is: (parent: Table) => boolean): boolean {
  const seen = new Set([table]);
  let level: readonly Table[] = [table];
  for (let depth = 0; depth < MAXIMUM_LEVELS && level.length > 0; depth++) {
    level = level.flatMap((one) => parentsOf(one, schema)).filter((parent) => !seen.has(parent));
    for (const parent of level) seen.add(parent);
    if (level.some(is)) return true;
  }
  return false;
}
