/** Rows that a request puts where it likes: in another's name, or below what is another's. */

import { alternatives } from "../../link/evaluate/members.ts";
import { dominates } from "../../link/retry/retry.ts";
import { columnsOf } from "../../link/retry/row-columns.ts";
import { isSent } from "../../link/terms/sent.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term, TermField } from "../../model/term.ts";
import { callerColumns, isPutToPerson } from "./belongs.ts";
import { isCallers, isFoundInOwn, isTied } from "./ownership.ts";
import { isUnderPolicies } from "./policies.ts";
import { isOfAccounts, isPrivateTable } from "./private-tables.ts";
import { isWhole } from "./raw-input.ts";
import { isForAnyUser } from "./role-witness.ts";
import { tableOf } from "./tables.ts";
import { tenantColumns } from "./tenants.ts";

export interface ForeignInsert {
  readonly effect: Effect;
  /** The column that the request fills. */
  readonly column: string;
  /** The table of what it stands below; absent where the column says whose the row is. */
  readonly parent: string | undefined;
}

export function foreignInserts(entry: EntryPoint, model: ServiceModel): readonly ForeignInsert[] {
  return entry.effects.flatMap((effect) => {
    if (effect.category !== "database" || effect.operation !== "insert" || !effect.data) return [];
    if (isUnderPolicies(effect, model)) return [];
    // A row of the caller's own may stand below what others have: a comment, a vote, a membership.
    if (!isForAnyUser(effect)) return [];
    const instead = rowsOf(effect.data).flatMap((row) =>
      row.fields.filter(({ value }) => isCallerByDefault(entry, value)),
    );
    const [taken] = instead.filter(({ value }) => !isProven(entry, effect, firstOf(value)));
    if (taken?.key !== undefined) return [{ effect, column: taken.key, parent: undefined }];
    if (isCallers(entry, effect.data)) return [];
    const found = rowsOf(effect.data).flatMap((row) => foreignColumn(entry, effect, row, model) ?? []);
    return found.slice(0, 1);
  });
}

/** `body.authorId || user.id`: whom the request names comes first. */
function isCallerByDefault(entry: EntryPoint, value: Term): boolean {
  if (value.kind !== "operation" || (value.operator !== "||" && value.operator !== "??")) return false;
  const [first, ...others] = value.parts;
  return (
    first !== undefined && isSent(first) && others.some((other) => other.kind === "input" && isCallers(entry, other))
  );
}

function firstOf(value: Term): Term {
  return value.kind === "operation" ? (value.parts[0] ?? value) : value;
}

function rowsOf(data: Term): readonly (Term & { readonly kind: "object" })[] {
  if (data.kind === "array") return data.items.flatMap(rowsOf);
  if (data.kind === "unknown") return data.parts.flatMap((part) => (part.kind === "object" ? [part] : []));
  return data.kind === "object" ? [data] : [];
}

function foreignColumn(
  entry: EntryPoint,
  effect: Effect,
  row: Term & { readonly kind: "object" },
  model: ServiceModel,
): ForeignInsert | undefined {
  const own = callerColumns(effect, model);
  const tenants = tenantColumns(model);
  const table = tableOf(effect, model);
  for (const { key, value } of columnsWritten(entry, row)) {
    const sent = alternatives(value).map(asSent).find(isGivenByCaller);
    if (key === undefined || !sent || isProven(entry, effect, sent)) continue;
    const column = key.toLowerCase();
    if (own.has(column) || tenants.has(column) || isPutToPerson(effect, column, model))
      return { effect, column: key, parent: undefined };
    const parent = table && parentBy(table, column, model);
    if (parent && !isOfAccounts(parent) && isPrivateTable(parent, model))
      return { effect, column: key, parent: parent.name };
  }
  return undefined;
}

/** The row's fields; for a spread of what was sent, the fields that its schema lets through. */
function columnsWritten(entry: EntryPoint, row: Term & { readonly kind: "object" }): readonly TermField[] {
  if (!row.fields.some(({ key, value }) => key === undefined && isWhole(value))) return row.fields;
  const { filled } = columnsOf(row, entry.trail);
  return [...row.fields, ...[...filled].map(([key, value]) => ({ key, value }))];
}

/** `Number(params.userId)` and `` `${params.userId}` `` are what was sent. */
function asSent(term: Term): Term {
  const [only, ...others] =
    (term.kind === "operation" && term.operator === "number") || term.kind === "text" ? term.parts : [];
  return only && others.length === 0 ? asSent(only) : term;
}

/** Over a socket the message is what the request is elsewhere. */
function isGivenByCaller(term: Term): boolean {
  return (term.kind === "input" && term.source === "message") || isSent(term);
}

/** The table that the column points to. */
function parentBy(table: Table, column: string, model: ServiceModel): Table | undefined {
  const reference = table.columns.find(
    ({ name }) => name.toLowerCase().replaceAll("_", "") === column.replaceAll("_", ""),
  )?.references;
  return reference === undefined ? undefined : model.schema.tables.get(reference.toLowerCase());
}

/** A check ahead is about this very part of the request, or the row it names was found below what is the caller's. */
function isProven(entry: EntryPoint, effect: Effect, sent: Term): boolean {
  if (isTied(entry, effect, sent)) return true;
  if (entry.guards.some((guard) => guard.kind === "ownership" && dominates(guard, effect) && guard.proves.length === 0))
    return true;
  return isFoundInOwn(entry, effect, sent);
}
