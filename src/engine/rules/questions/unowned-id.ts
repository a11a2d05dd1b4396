/** Ids of the request that find rows of somebody, where nothing ties them to the caller. */

import { isFoundByIdAlone } from "../../link/terms/found-by-id.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { presenceWhere } from "../../link/terms/presence.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isActedUpon } from "./acted-upon.ts";
import { isCertainlyAnswered, isCertainlyKept } from "./answered.ts";
import { asksForOwner, belongsToSomebody } from "./belongs.ts";
import { storesCallersPart } from "./callers-part.ts";
import { isCopied } from "./copied-row.ts";
import { dropsScope } from "./dropped-scope.ts";
import { foundBy } from "./found-by.ts";
import { forbidsAfter, guardedBy } from "./guarded.ts";
import { isHeldBehindSame } from "./held-behind-same.ts";
import { knowsSecret } from "./knows-secret.ts";
import { isOverdue } from "./made-when-missing.ts";
import { isCount, isFoundByCode, isFoundByName, namesRows } from "./names-rows.ts";
import { onlyCounts } from "./only-counts.ts";
import { isCallers, ownerScoped } from "./ownership.ts";
import { isUnderPolicies } from "./policies.ts";
import { isPublishedRow } from "./private-tables.ts";
import { requestIds } from "./request-ids.ts";
import { isRoleWithin } from "./role-reach.ts";
import { isCheckedLater, isCheckedUnlessOwn, isComparedWithTied } from "./row-checks.ts";
import { showsNoPerson } from "./shown-columns.ts";
import { stakeOf } from "./stake.ts";
import { storedAgain } from "./stored-again.ts";
import { ownerColumnsOf, tableOf } from "./tables.ts";
import { isTakenFromStock } from "./taken-from-stock.ts";
import { isTakenIn } from "./taken-in.ts";
import { takesOver } from "./takes-over.ts";
import { isChangedAsOwn, tiedByGuard, tiedByParent } from "./tied-ids.ts";
import { isToldByMessage } from "./told-by-message.ts";
import { isUnreadCondition } from "./unread-condition.ts";

/** The request's id that finds a row of somebody, where nothing ties it to the caller. */
export function unownedId(entry: EntryPoint, effect: Effect, model: ServiceModel): Term | undefined {
  if (!findsRow(effect, model)) return undefined;
  // What is read in order to write something else is given to nobody, unless it goes out by mail; counting a like changes
  // nothing of the row's owner.
  const again = effect.access === "read" ? storedAgain(entry, effect) : undefined;
  const isShown = !isWriting(entry) || isCertainlyAnswered(entry, effect) || isToldByMessage(entry, effect);
  const isUsed =
    effect.access === "read" && !isShown && !again && (isActedUpon(entry, effect, model) || isCopied(entry, effect));
  if (effect.access === "read" && !isShown && !again && !isUsed) return undefined;
  if (!again && !isCertainlyAnswered(entry, effect) && isTakenIn(entry, effect, model)) return undefined;
  const judged = changedById(entry, effect) ?? effect;
  if (onlyCounts(again ?? judged) || isTakenFromStock(entry, again ?? judged)) return undefined;
  if (isUnderPolicies(effect, model) || isOverdue(judged)) return undefined;
  // What stands below a row is reached by the id that this one was found by.
  const found = foundBy(entry, effect) ?? effect;
  const ids = requestIds(entry, found).filter((one) => effect.access !== "read" || !isCursor(one));
  const id = ids.find((one) => one.kind === "input" && one.source === "params") ?? ids[0];
  const isTaken = takesOver(effect);
  if (!id || (ownerScoped(entry, effect) && !isTaken) || isUnreadCondition(effect.where)) return undefined;
  if (isPublishedRow(effect) || isOfNobody(effect, model)) return undefined;
  // What is written is the caller's own part in it: a vote, a membership, a bookmark.
  if (judged.access !== "read" && !isTaken && storesCallersPart(judged)) return undefined;
  if (effect.access === "read" && (takesPart(entry, effect) || isFoundByName(judged) || isFoundByCode(judged)))
    return undefined;
  // The seats of a trip that are taken. One row that is asked for and answered is for its owner, whatever is picked of it.
  const isPart = !isUsed && judged.access === "read" && (isWriting(entry) || !isFoundByIdAlone(judged));
  if (isPart && stakeOf(effect) === "ordinary" && showsNoPerson(entry, effect)) return undefined;
  // Hours that are taken are left out of the answer, and nothing of the bookings is in it.
  if (isPart && !again && isCertainlyKept(entry, effect)) return undefined;
  if (judged.access === "read" && (isCount(effect) || !namesRows(effect, model))) return undefined;
  if (isToldApart(entry, effect) || (isDecidedElsewhere(entry, effect, model) && !dropsScope(effect, model)))
    return undefined;
  if (tiedByGuard(entry, found) || tiedByParent(entry, found) || isCheckedLater(entry, found)) return undefined;
  if (isCheckedUnlessOwn(entry, found) || isComparedWithTied(entry, found) || isChangedAsOwn(entry, found))
    return undefined;
  // What stands below a row that is handed over belongs to whom the row was read of.
  const isItself = judged.where?.kind === "object" || judged.target === effect.target;
  return belongsToSomebody(isItself ? judged : effect, model) ? id : undefined;
}

/** It reads, changes or takes away rows of a table. Of those below a row that the same call finds, that one tells whose they are. */
function findsRow(effect: Effect, model: ServiceModel): boolean {
  const { category, target, within, operation } = effect;
  if (category !== "database" || target === undefined || within) return false;
  if (operation === "append") return asksForOwner(effect, model) || addsSent(effect);
  return FINDS.has(operation) || isSetById(effect);
}

const FINDS: ReadonlySet<Effect["operation"]> = new Set(["read", "set", "delete", "increment", "toggle"]);

/** Whose the row is, is no question of the caller: nobody is asked who they are, or the code lets some do what others may not. */
function isToldApart(entry: EntryPoint, effect: Effect): boolean {
  // Whoever has a role is somebody.
  if (guardedBy(entry, effect, ["authentication", "role"]) !== "yes" || knowsSecret(entry, effect)) return true;
  // Code that treats callers differently at this point knows whom it lets do what.
  return (
    isEitherOwn(entry, effect) ||
    effect.scopes.some((scope) => scope.kind === "branch" && comparesCaller(entry, scope.test, scope.when))
  );
}

/** `(mayAll ? Order.query() : user.orders()).find(id)`: the same call finds the caller's own rows on its other way. */
function isEitherOwn(entry: EntryPoint, effect: Effect): boolean {
  return entry.effects.some(
    (other) =>
      other !== effect &&
      other.call.place === effect.call.place &&
      other.target === effect.target &&
      ownerScoped(entry, other),
  );
}

/** `{ id, ownerId: null }`: what comes with the service, and nobody made. */
function isOfNobody(effect: Effect, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  const { where } = effect;
  if (!table || where?.kind !== "object") return false;
  const owners = new Set(ownerColumnsOf(table, model).map((name) => name.toLowerCase()));
  return where.fields.some(
    ({ key, value }) =>
      key !== undefined && owners.has(key.toLowerCase()) && value.kind === "literal" && value.value === null,
  );
}

/** Another check decides: a role, a signature, what is asked for ahead and cannot be read. */
function isDecidedElsewhere(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  const guarded = guardedBy(entry, effect, ["role", "signature"]);
  if (guarded === "perhaps" && !isHeldBehindSame(changedById(entry, effect) ?? effect, model)) return true;
  // Who is told 403 once the row was read gets nothing of it.
  if (effect.access === "read" && forbidsAfter(entry, effect)) return true;
  return guarded === "yes" && !isRoleWithin(entry, effect, model);
}

/** `{ after: lastId }`: from where a list goes on; it finds no row of its own. */
function isCursor(id: Term): boolean {
  return id.kind === "input" && /^(?:after|before|cursor)(?:$|_|[A-Z])|[cC]ursor$/.test(id.path.at(-1) ?? "");
}

/** What was sent is put in a list of the row, or beside one: `{ $push: { photos: body.url } }`. */
function addsSent({ data }: Effect): boolean {
  return data?.kind === "object" && data.fields.some(({ value }) => holds(value, HOLDS_CLIENT_DATA));
}

/** `findByIdAndUpdate(id, …, { upsert: true })`: who shows an id of a row means that row. */
function isSetById(effect: Effect): boolean {
  return effect.operation === "upsert" && isFoundByIdAlone(effect);
}

/** The test tells callers apart, or there is no caller on this side of it. */
function comparesCaller(entry: EntryPoint, test: Term, when: boolean): boolean {
  if (!isCallers(entry, test)) return false;
  const presence = presenceWhere(test, (part) => isCallers(entry, part));
  return presence.length === 0 || !presence.includes(when ? "present" : "absent");
}

/** The caller is put into the row that was read: into a list of those who voted, reported, joined. */
function takesPart(entry: EntryPoint, read: Effect): boolean {
  return entry.effects.some(
    (other) =>
      (other.operation === "append" || other.operation === "set") &&
      other.target === read.target &&
      other.where === read.where &&
      storesCallersPart(other),
  );
}

/** A row that is changed by the id that was read of it. Under the same condition, the change is judged by itself. */
export function changedById(entry: EntryPoint, read: Effect): Effect | undefined {
  const again = read.access === "read" ? storedAgain(entry, read) : undefined;
  return again?.where === read.where ? undefined : again;
}

function isWriting(entry: EntryPoint): boolean {
  if (/^(?:POST|PUT|PATCH|DELETE|MUTATION)$/.test(entry.method)) return true;
  return entry.method === "ACTION" && entry.effects.some((effect) => effect.access === "write");
}
