/** Rows that a request puts where it likes: in another's name, or below what is another's. */

import { alternatives } from "../../link/evaluate/members.ts";
import { dominates } from "../../link/retry/retry.ts";
import { columnsOf } from "../../link/retry/row-columns.ts";
import { isFoundByIdAlone } from "../../link/terms/found-by-id.ts";
import { isSent } from "../../link/terms/sent.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term, TermField } from "../../model/term.ts";
import { singular } from "../../schema/singular.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { isMakerOrKeeper, isPersonColumn } from "../../vocabulary/owner-column.ts";
import { isWrittenForAll } from "../../vocabulary/published.ts";
import { asSent } from "./as-sent.ts";
import { callerColumns, isPutToPerson } from "./belongs.ts";
import { isScopeElsewhere } from "./beside-scope.ts";
import { effectsOn, effectsOnTable } from "./effects-on.ts";
import { guardedBy } from "./guarded.ts";
import { rolesAllowed } from "./ordinary-role.ts";
import {
  isCallerByDefault,
  isCallers,
  isFoundInOwn,
  isSamePart,
  isTestedAhead,
  isTied,
  provenAhead,
} from "./ownership.ts";
import { signsUp } from "./people.ts";
import { isUnderPolicies } from "./policies.ts";
import { isAlwaysLimited, isPrivateTable } from "./private-tables.ts";
import { isWhole } from "./raw-input.ts";
import { requestIds } from "./request-ids.ts";
import { resultsOf } from "./results.ts";
import { isRoleWithin } from "./role-reach.ts";
import { isForAnyUser } from "./role-witness.ts";
import { stakeOf } from "./stake.ts";
import { isOfPeople, isOfTenant, ownerColumnOf, ownerColumnsOf, tableOf } from "./tables.ts";
import { isOfTenantAlone, tenantColumns } from "./tenants.ts";

export interface ForeignInsert {
  readonly effect: Effect;
  /** The column that the request fills. */
  readonly column: string;
  /** The table of what it stands below; absent where the column says whose the row is. */
  readonly parent: string | undefined;
  /** No other endpoint puts the caller there: the column alone says whose the row is. */
  readonly nowhere?: true;
}

export function foreignInserts(entry: EntryPoint, model: ServiceModel): readonly ForeignInsert[] {
  return entry.effects.flatMap((effect) => {
    if (effect.category !== "database" || !effect.data || isUnderPolicies(effect, model)) return [];
    if (effect.operation === "set") return changedReference(entry, effect, effect.data, model);
    if (effect.operation !== "insert") return [];
    // A row of the caller's own may stand below what others have: a comment, a vote, a membership.
    const isForMany = isForAnyUser(effect, model) || isForOrdinaryRole(entry, effect, model);
    if (!isForMany && isByMemberOfNamed(entry, effect)) {
      const below = rowsOf(effect.data).flatMap((row) => belowOthers(entry, effect, row, model) ?? []);
      return below.slice(0, 1);
    }
    if (!isForMany && !isOfRole(entry, effect)) return [];
    const instead = rowsOf(effect.data).flatMap((row) =>
      row.fields.filter(({ value }) => isCallerByDefault(entry, value)),
    );
    const [taken] = instead.filter(({ value }) => !isProven(entry, effect, firstOf(value)));
    if (taken?.key !== undefined) return [{ effect, column: taken.key, parent: undefined }];
    const judge = isCallers(entry, effect.data) ? besideCaller : isForMany ? foreignOf : columnOfRole;
    const found = rowsOf(effect.data).flatMap((row) => judge(entry, effect, row, model) ?? []);
    return found.slice(0, 1);
  });
}

/** A row of the caller's, or of their tenant, is changed to name a row of another's: `{ customerId: body.customerId }`. */
function changedReference(
  entry: EntryPoint,
  effect: Effect,
  data: Term,
  model: ServiceModel,
): readonly ForeignInsert[] {
  if (effect.within || effect.where === undefined || !isTied(entry, effect, effect.where)) return [];
  if (!isForAnyUser(effect, model) && !isByMemberOfNamed(entry, effect)) return [];
  const [found] = rowsOf(data).flatMap((row) => referenceIn(entry, effect, row, model) ?? []);
  return found && !isAskedOfParent(entry, effect, found, model) ? [found] : [];
}

/** Rows of the table that it leads to were read and asked: `mine.some(({ id }) => id === body.folderId)`. */
function isAskedOfParent(entry: EntryPoint, effect: Effect, { parent }: ForeignInsert, model: ServiceModel): boolean {
  const rows = entry.effects.filter((one) => one.access === "read" && tableOf(one, model)?.name === parent);
  return entry.trail.events.some(
    (event) =>
      event.kind === "check" &&
      event.order < effect.order &&
      rows.some(({ result }) => someTerm(event.test, (part) => part === result || holdsIn(part, result))),
  );
}

/** A callback knows the rows: `mine.find((folder) => folder.id === body.folderId)`. */
function holdsIn(part: Term, row: Term): boolean {
  return part.kind === "function" && [...part.captured.values()].some((value) => containsTerm(value, row));
}

/** Whoever belongs to what the address names comes here: a member of `/teams/:teamId`. */
function isByMemberOfNamed(entry: EntryPoint, effect: Effect): boolean {
  return provenAhead(entry, effect).length > 0 && guardedBy(entry, effect, ["role", "signature"]) === "no";
}

/** The team was proven, and the row is put below something else that the request names: `/teams/:teamId/rooms/:roomId`. */
function belowOthers(entry: EntryPoint, effect: Effect, row: Row, model: ServiceModel): ForeignInsert | undefined {
  const table = tableOf(effect, model);
  if (!table || stakeOf(effect) === "trail") return undefined;
  for (const { key, value } of columnsWritten(entry, row)) {
    const sent = sentIn(entry, value);
    if (key === undefined || !sent || isProven(entry, effect, sent) || isFoundBeside(entry, effect, sent, row))
      continue;
    const parent = parentBy(table, key.toLowerCase(), model);
    if (!parent || isOfPeople(parent) || isAskedAbout(entry, effect, sent)) continue;
    if (isOfTenant(parent, model) && isAlwaysLimited(parent, model))
      return { effect, column: key, parent: parent.name };
  }
  return undefined;
}

function isOfRole(entry: EntryPoint, effect: Effect): boolean {
  return rolesAllowed(entry, effect).length > 0 && guardedBy(entry, effect, ["ownership", "signature"]) === "no";
}

/** Sellers name the seller, patients the patient: whoever has the role is meant by the column of its name. */
function columnOfRole(entry: EntryPoint, effect: Effect, row: Row): ForeignInsert | undefined {
  const roles = rolesAllowed(entry, effect).map((role) => singular(role.toLowerCase()));
  for (const { key, value } of columnsWritten(entry, row)) {
    const named = /^(.+?)_?(?:id|uuid|ref)$/i.exec(key ?? "")?.[1]?.toLowerCase();
    const sent = sentIn(entry, value);
    if (key !== undefined && named !== undefined && sent && roles.includes(named) && !isProven(entry, effect, sent))
      return { effect, column: key, parent: undefined };
  }
  return undefined;
}

function firstOf(value: Term): Term {
  return value.kind === "operation" ? (value.parts[0] ?? value) : value;
}

function rowsOf(data: Term): readonly Row[] {
  if (data.kind === "array") return data.items.flatMap(rowsOf);
  if (data.kind === "unknown") return data.parts.flatMap((part) => (part.kind === "object" ? rowsOf(part) : []));
  // The whole of what was sent, or a text for none: `body || {}`.
  return alternatives(data).flatMap((one): readonly Row[] => {
    if (one.kind === "object") return [{ term: one, fields: one.fields }];
    if (one !== data) return rowsOf(one);
    return isWhole(one) ? [{ term: one, fields: [{ value: one }] }] : [];
  });
}

/** One row that is stored: the whole of it, and its columns as they are written. */
interface Row {
  readonly term: Term;
  readonly fields: readonly TermField[];
}

/** The role that is asked for is one that many have, and that holds its own rows alone. */
function isForOrdinaryRole(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  return (
    guardedBy(entry, effect, ["authentication", "role"]) === "yes" &&
    guardedBy(entry, effect, ["role", "signature"]) === "yes" &&
    guardedBy(entry, effect, ["ownership"]) === "no" &&
    isRoleWithin(entry, effect, model)
  );
}

/** The caller is noted in the row, and it is put where the request likes. */
function besideCaller(...row: Parameters<typeof foreignColumn>): ForeignInsert | undefined {
  return foreignReference(...row) ?? privatePlace(...row) ?? unprovenScope(...row);
}

/**
 * Below what other endpoints prove first: `{ projectId: params.projectId }`. A row for the caller (a booking, an order) may be
 * put into anybody's shop; who typed it in is another matter.
 */
function unprovenScope(entry: EntryPoint, effect: Effect, row: Row, model: ServiceModel): ForeignInsert | undefined {
  if (OF_STRANGERS.test(effect.target ?? "") || stakeOf(effect) === "trail") return undefined;
  if (row.fields.some(({ key = "", value }) => isCallers(entry, value) && !isMakerOrKeeper(key))) return undefined;
  for (const { key, value } of columnsWritten(entry, row)) {
    const sent = sentIn(entry, value);
    if (key === undefined || !sent || isProven(entry, effect, sent) || isAskedAbout(entry, effect, sent)) continue;
    if (isScopeElsewhere(effect, key, sent, model)) return { effect, column: key, parent: scopeName(key) };
  }
  return undefined;
}

/** `project` of `id_project` and `projectId`. */
function scopeName(column: string): string {
  return column.replace(/^_?id_|_?(?:id|uuid|ref)$/i, "") || column;
}

/** Below a row that every endpoint shows to those alone whose it is. */
function privatePlace(entry: EntryPoint, effect: Effect, row: Row, model: ServiceModel): ForeignInsert | undefined {
  const table = tableOf(effect, model);
  if (!table || stakeOf(effect) === "trail" || OF_STRANGERS.test(table.name)) return undefined;
  for (const { key, value } of columnsWritten(entry, row)) {
    const sent = sentIn(entry, value);
    if (key === undefined || !sent || isProven(entry, effect, sent) || isFoundBeside(entry, effect, sent, row))
      continue;
    const parent = parentBy(table, key.toLowerCase(), model);
    if (!parent || isOfPeople(parent) || isWrittenForAll(parent.name)) continue;
    if (isPrivateTable(parent, model) && !isAskedAbout(entry, effect, sent))
      return { effect, column: key, parent: parent.name };
  }
  return undefined;
}

/** A notice for the caller shows nothing of what it is about; who asks to come in, or reports something, is no member yet. */
const OF_STRANGERS = /notif|request|report|invit|member|follow|subscri|participant|attend|enrol|regist|applic|join/i;

/** Something is asked of the row that the part names, besides that it is there. */
function isAskedAbout(entry: EntryPoint, effect: Effect, sent: Term): boolean {
  const rows = entry.effects.filter(
    (read) =>
      read.access === "read" && read.order < effect.order && requestIds(entry, read).some((id) => isSamePart(id, sent)),
  );
  const answers = resultsOf(entry);
  return entry.trail.events.some(
    (event) =>
      event.kind === "check" &&
      event.order < effect.order &&
      (rows.some(({ result }) => containsTerm(event.test, result) && !isPresence(event.test, result)) ||
        // `mine.map(({ id }) => id).includes(body.groupId)`
        (someTerm(event.test, (part) => isSamePart(part, sent), answers) &&
          someTerm(event.test, (part) => answers.has(part)))),
  );
}

function isPresence(test: Term, row: Term): boolean {
  return test === row || (test.kind === "operation" && test.operator === "!" && test.parts[0] === row);
}

function foreignOf(...row: Parameters<typeof foreignColumn>): ForeignInsert | undefined {
  return foreignColumn(...row) ?? foreignReference(...row) ?? unprovenScope(...row);
}

function foreignColumn(entry: EntryPoint, effect: Effect, row: Row, model: ServiceModel): ForeignInsert | undefined {
  const own = callerColumns(effect, model);
  const tenants = tenantColumns(model);
  const table = tableOf(effect, model);
  for (const { key, value } of columnsWritten(entry, row)) {
    // Somebody is found in order to be told.
    const sent = /notif/i.test(effect.target ?? "")
      ? alternatives(value).map(asSent).find(isGivenByCaller)
      : sentIn(entry, value);
    if (key === undefined || !sent || isProven(entry, effect, sent) || isFoundBeside(entry, effect, sent, row))
      continue;
    const column = key.toLowerCase();
    if (own.has(column) || tenants.has(column) || isPutToPerson(effect, column, model))
      return { effect, column: key, parent: undefined };
    if (isOnlyPerson(effect, column, model)) return { effect, column: key, parent: undefined, nowhere: true };
    const parent = table && parentBy(table, column, model);
    if (parent && !isOfPeople(parent) && isPrivateTable(parent, model))
      return { effect, column: key, parent: parent.name };
    if (parent && !isOfPeople(parent) && isKeptByOwner(parent, effect, model))
      return { effect, column: key, parent: parent.name };
  }
  return undefined;
}

/** Whoever signs up adds rows, and one column of them says whose each is. */
function isOnlyPerson(effect: Effect, column: string, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  const owners = table ? ownerColumnsOf(table, model) : [];
  return (
    stakeOf(effect) === "record" &&
    owners.length === 1 &&
    owners[0]?.toLowerCase() === column &&
    isPersonColumn(column) &&
    signsUp(effect.entryPoint.app, model)
  );
}

/**
 * A row of the caller's tenant that names a row of another's: `{ workspaceId: own, pageId: body.pageId }`. Every endpoint
 * that shows pages limits them to the tenant, and what hangs on one is shown with it.
 */
function foreignReference(entry: EntryPoint, effect: Effect, row: Row, model: ServiceModel): ForeignInsert | undefined {
  const tenants = tenantColumns(model);
  const isOfOwnTenant = row.fields.some(
    ({ key = "", value }) =>
      isOfTenantAlone(entry, value) || (tenants.has(key.toLowerCase()) && isTied(entry, effect, value)),
  );
  return isOfOwnTenant ? referenceIn(entry, effect, row, model) : undefined;
}

/** The column that leads to a row which only its own tenant is shown, where nothing says that it is the caller's. */
function referenceIn(entry: EntryPoint, effect: Effect, row: Row, model: ServiceModel): ForeignInsert | undefined {
  const table = tableOf(effect, model);
  if (!table || stakeOf(effect) === "trail") return undefined;
  for (const { key, value } of columnsWritten(entry, row)) {
    const sent = sentIn(entry, value);
    const parent = key === undefined ? undefined : parentBy(table, key.toLowerCase(), model);
    if (key === undefined || !sent || !parent || isOfPeople(parent) || isProven(entry, effect, sent)) continue;
    if (isFoundBeside(entry, effect, sent, row)) continue;
    if (isOfTenant(parent, model) && isAlwaysLimited(parent, model))
      return { effect, column: key, parent: parent.name };
  }
  return undefined;
}

/**
 * Everybody may see such rows (a calendar, a restaurant), but they, or what stands below them, are changed and removed by
 * whose they are alone. A row that says itself whose it is (a booking, a review) may be put there by anybody.
 */
function isKeptByOwner(parent: Table, effect: Effect, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  if (ownerColumnOf(parent, model) === undefined || stakeOf(effect) === "trail") return false;
  const tenants = tenantColumns(model);
  if (table && ownerColumnsOf(table, model).some((name) => !tenants.has(name.toLowerCase()))) return false;
  const changes = [...effectsOnTable(model, parent), ...effectsOn(model, effect)].filter(
    (one) => one.operation === "set" || one.operation === "delete",
  );
  return changes.some(
    (one) =>
      (one.where !== undefined && isTied(one.entryPoint, one, one.where)) ||
      one.entryPoint.guards.some((guard) => guard.kind === "ownership" && dominates(guard, one)),
  );
}

/** The row's fields; for a spread of what was sent, the fields that its schema lets through. */
function columnsWritten(entry: EntryPoint, row: Row): readonly TermField[] {
  if (!row.fields.some(({ key, value }) => key === undefined && isWhole(value))) return row.fields;
  const { filled } = columnsOf(row.term, entry.trail);
  return [...row.fields, ...[...filled].map(([key, value]) => ({ key, value }))];
}

/** The part of the request that the column is filled with, also by way of the row that it finds: `(await find(body.id)).id`. */
function sentIn(entry: EntryPoint, value: Term): Term | undefined {
  for (const one of alternatives(value).map(asSent)) {
    if (isGivenByCaller(one)) return one;
    const by = idOfRow(entry, one);
    if (by) return by;
  }
  return undefined;
}

function idOfRow(entry: EntryPoint, value: Term): Term | undefined {
  const of = value.kind === "member" ? value.of : value.kind === "external" ? value.base : undefined;
  const name = value.kind === "member" ? value.name : value.kind === "external" ? value.path.at(-1) : undefined;
  if (of === undefined || !isIdColumn(name)) return undefined;
  const read = entry.effects.find(({ access, result }) => access === "read" && result === of);
  if (!read || !isFoundByIdAlone(read) || read.where?.kind !== "object") return undefined;
  return read.where.fields.map((field) => asSent(field.value)).find(isGivenByCaller);
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

/**
 * What the part names was looked for together with another part that the row is stored with: `{ id: folderId, siteId }`
 * ahead of `{ parentId: folderId, siteId }`. The folder is one of the site's, whosever the site is.
 */
function isFoundBeside(entry: EntryPoint, effect: Effect, sent: Term, row: Row): boolean {
  const stored = row.fields.flatMap(({ value }) => alternatives(value).map(asSent).filter(isGivenByCaller));
  return entry.effects.some((read) => {
    if (read.access !== "read" || read.order > effect.order) return false;
    const ids = requestIds(entry, read);
    return (
      ids.some((id) => isSamePart(id, sent)) &&
      ids.some((id) => !isSamePart(id, sent) && stored.some((part) => isSamePart(part, id))) &&
      isTestedAhead(entry, read, effect)
    );
  });
}
