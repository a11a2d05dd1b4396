/** Whether the rows of a table are somebody's, as the schema and the service's own endpoints tell. */

import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, someTerm, termsWithin } from "../../link/terms/terms.ts";
import { dividedAt } from "../../link/values/divided-token.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isConversation } from "../../vocabulary/conversation.ts";
import { isMakerOrKeeper, isPersonColumn } from "../../vocabulary/owner-column.ts";
import { isCarried, isPersonalTable } from "../../vocabulary/personal-table.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { isBesideScope } from "./beside-scope.ts";
import { keepsPassword } from "./columns.ts";
import { dropsScope } from "./dropped-scope.ts";
import { effectsOn } from "./effects-on.ts";
import { oncePer, oncePerEntry } from "./once.ts";
import { isCallers, isTied } from "./ownership.ts";
import { isRowOfPerson } from "./personal-rows.ts";
import { isPrivate, isSeenByAll, isShownToStrangers } from "./private-tables.ts";
import { resultsOf } from "./results.ts";
import { stakeOf } from "./stake.ts";
import { ownerColumn, ownerColumnsOf, parentsOf, pointsToAccount, standsBelowOwned, tableOf } from "./tables.ts";
import { namesTenant } from "./tenants.ts";

/** The service keeps the caller with rows of this table, or limits others to them. */
export function belongsToSomebody(effect: Effect, model: ServiceModel): boolean {
  if (effect.access === "read")
    return (
      isPrivate(effect, model) ||
      isSaidAmongFew(effect, model) ||
      // Who has the link of a whole conversation may be shown it; one line of it is for those who belong there.
      (isBesideScope(effect, model) && (!isShownToStrangers(effect, model) || dropsScope(effect, model))) ||
      (isRowOfPerson(effect, callerColumns(effect, model), model) &&
        // That another endpoint shows what people have to whoever asks is the oversight itself.
        (stakeOf(effect) === "money" || !isShownToStrangers(effect, model))) ||
      (asksForOwner(effect, model) && (!isSeenByAll(effect, model) || asksForPerson(effect)))
    );
  if (isOwned(effect, model)) return true;
  const table = tableOf(effect, model);
  // What is in stock goes down for whoever orders.
  return table !== undefined && effect.operation !== "increment" && standsBelowOwned(table, model);
}

/** Messages of a conversation that the schema says the members of. */
function isSaidAmongFew(effect: Effect, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  if (!table || stakeOf(effect) === "trail") return false;
  return parentsOf(table, model.schema).some(
    (parent) => parent !== table && isConversation(spelledApart(parent.name)) && hasMembers(parent, model),
  );
}

/** Two columns point to people who talk there, or one holds several; what is public is for others, too. */
function hasMembers({ columns }: Table, { schema }: ServiceModel): boolean {
  if (columns.some(({ name }) => /public/i.test(name))) return false;
  const people = columns.filter(
    ({ name, references }) => !isMakerOrKeeper(name) && (pointsToAccount(references, schema) || isPersonColumn(name)),
  );
  return people.length > 1 || columns.some(({ name }) => /^(?:participants|members|users)(?:_?ids?)?$/i.test(name));
}

/** Rows of the table are stored with their owner, limited to the caller, or have a column that says whose they are. */
export function isOwned(effect: Effect, model: ServiceModel): boolean {
  return (
    effectsOn(model, effect).some(
      (one) =>
        one.access === "write" &&
        ((one.data && isTied(one.entryPoint, one, one.data)) || isLimited(one) || isPutInOwn(one)),
    ) ||
    callerColumns(effect, model).size > 0 ||
    // A row with a password is somebody's account.
    ownerColumn(effect, model) !== undefined ||
    keepsPassword(effect, model)
  );
}

/** What was added is kept in a row of the caller's: `User.updateOne({ _id: user.id }, { $push: { cards: card._id } })`. */
function isPutInOwn({ operation, result, order, entryPoint: entry }: Effect): boolean {
  return (
    operation === "insert" &&
    entry.effects.some(
      (other) =>
        other.access === "write" &&
        other.order > order &&
        other.data !== undefined &&
        containsTerm(other.data, result) &&
        isLimited(other),
    )
  );
}

/**
 * The request says whose rows are wanted, by the column that the caller is stored in elsewhere, or that the schema says is
 * the owner's: `{ userId: params.userId }`.
 */
export function asksForOwner(effect: Effect, model: ServiceModel): boolean {
  const { where } = effect;
  // A line that is added to it is added to somebody's row.
  const stake = stakeOf(effect.operation === "append" ? { ...effect, operation: "set" } : effect);
  if (where?.kind !== "object" || stake === "trail") return false;
  if (stake === "ordinary" && !isPersonalTable(effect.target ?? "")) return false;
  const table = tableOf(effect, model);
  const columns = new Set([
    ...callerColumns(effect, model),
    ...(table ? ownerColumnsOf(table, model) : []).map((name) => name.toLowerCase()),
  ]);
  return where.fields.some(
    ({ key, value }) => key !== undefined && columns.has(key.toLowerCase()) && holds(value, HOLDS_CLIENT_DATA),
  );
}

/** `{ customerId: params.customerId }` of a wallet: that others of its reads ask for no login is an oversight. */
function asksForPerson(effect: Effect): boolean {
  const { where, target = "" } = effect;
  const stake = stakeOf(effect);
  if (where?.kind !== "object" || !(stake === "money" || stake === "message" || isPersonalTable(target))) return false;
  return where.fields.some(
    ({ key, value }) => key !== undefined && isPersonColumn(key) && holds(value, HOLDS_CLIENT_DATA),
  );
}

/** A device, a line in the basket, a message for whomever the request names: `{ userId: params.userId, token }`. */
export function isPutToPerson(effect: Effect, column: string, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  return (
    isPersonColumn(column) &&
    isCarried(effect.target ?? "") &&
    table !== undefined &&
    ownerColumnsOf(table, model).some((name) => name.toLowerCase() === column.toLowerCase())
  );
}

/** Columns of the table, in lower case, that hold the caller where endpoints store or find rows, or compare what they found. */
export function callerColumns(effect: Effect, model: ServiceModel): ReadonlySet<string> {
  return columnsWithCallers(effectsOn(model, effect));
}

/** Every effect on a table asks the same. */
const columnsWithCallers = oncePer(
  (onTable: readonly Effect[]): ReadonlySet<string> => new Set(onTable.flatMap(columnsWithCaller)),
);

function columnsWithCaller(one: Effect): readonly string[] {
  const stored = [one.where, one.data]
    .flatMap((term) => (term?.kind === "object" ? term.fields : []))
    .flatMap(({ key, value }) => (key !== undefined && isCaller(one.entryPoint, value) ? [key.toLowerCase()] : []));
  return [...stored, ...comparedColumns(one)];
}

function comparedColumns({ entryPoint: entry, access, result }: Effect): readonly string[] {
  return access === "read" ? (comparedRows(entry).get(result) ?? []) : [];
}

/** `order.buyerId !== user.id`, in a check that refuses: the row, and its column in lower case. */
const comparedRows = oncePerEntry((entry): ReadonlyMap<Term, readonly string[]> => {
  const rows = new Map<Term, readonly string[]>();
  for (const event of entry.trail.events) {
    if (event.kind !== "check") continue;
    for (const part of termsWithin(event.test)) {
      if (part.kind !== "operation" || !/^[!=]==$/.test(part.operator)) continue;
      if (!part.parts.some((side) => isCaller(entry, side))) continue;
      for (const [row, column] of part.parts.flatMap(columnsOf)) rows.set(row, [...(rows.get(row) ?? []), column]);
    }
  }
  return rows;
});

/** `row.buyerId`, also `row.buyer.toString()`, with each value that it is a column of. */
function columnsOf(side: Term): readonly (readonly [Term, string])[] {
  if (side.kind === "member") return [[side.of, side.name.toLowerCase()], ...columnsOf(side.of)];
  if (side.kind !== "external" || side.base === undefined) return [];
  const column = side.arguments === undefined ? side.path.at(-1)?.toLowerCase() : undefined;
  return [...(column === undefined ? [] : [[side.base, column] as const]), ...columnsOf(side.base)];
}

/** Who is calling, and not the tenant they belong to. */
function isCaller(entry: EntryPoint, value: Term): boolean {
  if (value.kind === "choice") return value.options.every((one) => isCaller(entry, one) || isDivided(one));
  if (value.kind === "input")
    return (value.source === "identity" || value.source === "session") && value.path.length > 0 && !namesTenant(value);
  // `session.user.id` of a package that keeps sessions.
  return (
    value.kind === "external" &&
    value.arguments === undefined &&
    /^(?:_?id|sub|uid|user_?id|e?mail)$/i.test(value.path.at(-1) ?? "") &&
    isCallers(entry, value) &&
    !someTerm(value, (part) => resultsOf(entry).has(part))
  );
}

/** A part of a token that code took apart by itself: who it says is calling. */
function isDivided(value: Term): boolean {
  return value.kind === "member" && dividedAt(value.of) !== undefined;
}

/** To rows of the caller, or of something that is the caller's. */
function isLimited(effect: Effect): boolean {
  return effect.where !== undefined && isTied(effect.entryPoint, effect, effect.where);
}
