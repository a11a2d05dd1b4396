/** Tables whose rows are shown to those alone whose they are, as the service's own reads and the schema tell. */

import { alternatives } from "../../link/evaluate/members.ts";
import { isFoundById } from "../../link/terms/found-by-id.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containingAny, somePart, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isPeopleTable } from "../../vocabulary/account-table.ts";
import { isPublishedMark, isPublishedState } from "../../vocabulary/published.ts";
import { isAnswered, isCertainlyAnswered } from "./answered.ts";
import { effectsOn, effectsOnTable } from "./effects-on.ts";
import { guardedBy } from "./guarded.ts";
import { oncePer, oncePerEntry, oncePerModel, oncePerTable } from "./once.ts";
import { isTied, ownerScoped } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";
import { resultsOf } from "./results.ts";
import { signsInStaff } from "./staff-login.ts";
import { stakeOf } from "./stake.ts";
import { isOfPeople, isOfTenant, ownerColumnOf, parentsOf, tableOf } from "./tables.ts";

/** Nobody reads rows of this effect's table but whoever the service limits them to. */
export function isPrivate(effect: Effect, model: ServiceModel): boolean {
  const others = effectsOn(model, effect);
  const table = tableOf(effect, model);
  // That somebody lists contracts or payments for whoever is signed in makes them no less those of their parties.
  if (table && isWorth(effect) && ownerColumnOf(table, model) !== undefined && others.some(isComparedWithCaller))
    return !isShownToStrangers(effect, model);
  if (isSeenByAll(effect, model)) return false;
  if (others.some(isScopedRead)) return true;
  // Whoever asks for one is compared with whose it is, wherever rows are shown.
  if (areShownToWhomTheyAre(others)) return true;
  // Accounts that people change for themselves alone.
  if (table && isOfPeople(table) && others.some(isChangeOfOwn)) return true;
  return table !== undefined && (isOfTenant(table, model) || standsBelowPrivate(table, model));
}

/**
 * Whoever asks is shown such rows without a login. One page for those who have the link, beside more endpoints that limit
 * rows to the caller or refuse others, is not meant for strangers.
 */
export function isShownToStrangers(effect: Effect, model: ServiceModel): boolean {
  const others = effectsOn(model, effect).filter((one) => one.entryPoint !== effect.entryPoint);
  const open = new Set(others.filter((one) => isOpenRead(one)).map((one) => one.entryPoint));
  if (open.size === 0) return false;
  const kept = others.filter((one) => isShownToOwner(one) || isComparedWithCaller(one)).map((one) => one.entryPoint);
  return open.size >= new Set(kept).size;
}

/** Limited to the caller's own row, or the id of the request was compared with the caller first. */
function isChangeOfOwn(effect: Effect): boolean {
  const { access, entryPoint: entry, where } = effect;
  return access === "write" && where !== undefined && (ownerScoped(entry, effect) || isTied(entry, effect, where));
}

function isWorth(effect: Effect): boolean {
  const stake = stakeOf(effect);
  return stake === "money" || stake === "record" || stake === "message";
}

/** Whose the row is that was read is compared with the caller, who is refused where it is another's. */
export function isComparedWithCaller({ entryPoint: entry, access, result }: Effect): boolean {
  return access === "read" && entry.guards.some(({ kind, proves }) => kind === "ownership" && proves.includes(result));
}

/** More endpoints compare the caller with the row that they show than show one to whoever is signed in. */
function areShownToWhomTheyAre(effects: readonly Effect[]): boolean {
  const compared = new Set(effects.filter(isShownToWhomItIs).map((one) => one.entryPoint));
  if (compared.size === 0) return false;
  const open = effects.filter((one) => isShownAfterNothing(one) && !compared.has(one.entryPoint));
  return compared.size > new Set(open.map((one) => one.entryPoint)).size;
}

/** Such a row is in the answer, and nothing limits it or asks for a right. */
function isShownAfterNothing(effect: Effect): boolean {
  const { entryPoint: entry, access, where } = effect;
  if (access !== "read" || !isAnswered(entry, effect) || isScopedRead(effect)) return false;
  if (where && isTied(entry, effect, where)) return false;
  return !entry.guards.some(({ kind }) => kind === "role" || kind === "ownership" || kind === "signature");
}

function isShownToWhomItIs(effect: Effect): boolean {
  const { entryPoint: entry } = effect;
  return isComparedWithCaller(effect) && isShowing(entry) && isCertainlyAnswered(entry, effect);
}

/** Whoever asks sees rows of this effect's table, or whoever is signed in sees all of them. */
export function isSeenByAll(effect: Effect, model: ServiceModel): boolean {
  return areShownToAll(effectsOn(model, effect), model);
}

/** One endpoint that shows rows to whoever asks, beside more that show callers their own, is an oversight and no catalogue. */
function areShownToAll(effects: readonly Effect[], model: ServiceModel): boolean {
  const open = new Set(
    effects.filter((one) => isOpenRead(one) || isListForAll(one, model)).map((one) => one.entryPoint),
  );
  if (open.size === 0) return false;
  const kept = new Set(effects.filter(isShownToOwner).map((one) => one.entryPoint));
  return open.size >= kept.size;
}

/** Callers are shown rows of their own, or those below what was found to be theirs. */
function isShownToOwner(effect: Effect): boolean {
  const { entryPoint: entry, access, where, call } = effect;
  if (access !== "read" || where === undefined || !isShowing(entry)) return false;
  // What rows add up to is kept apart from the rows.
  if (/(?:^|\.)aggregate$/.test(call.text)) return false;
  return isTied(entry, effect, where) && isCertainlyAnswered(entry, effect);
}

/** Whoever asks sees such rows elsewhere, without signing in: a catalogue. */
export function isShownToVisitors(effect: Effect, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  if (table && isOfPeople(table)) return false;
  return effectsOn(model, effect).some(
    (one) =>
      one.entryPoint !== effect.entryPoint &&
      (one.entryPoint.method === "GET" || one.entryPoint.method === "QUERY") &&
      isOpenRead(one) &&
      isAnswered(one.entryPoint, one),
  );
}

/** A table that the schema declares, whether anything reads it or not: every endpoint that shows its rows limits them. */
export function isPrivateTable(table: Table, model: ServiceModel): boolean {
  if (isTableSeenByAll(table, model)) return false;
  return isAlwaysLimited(table, model) || isOfTenant(table, model) || standsBelowPrivate(table, model);
}

const answersOf = oncePerModel(() => new Map<Table, boolean>());
/** Longest chain of references that is followed. */
const MAXIMUM_LEVELS = 3;

/**
 * Its rows stand below rows that every endpoint which shows them limits to the caller: tasks of a project of a workspace.
 * That they point to an account says less: so do posts that everybody reads.
 */
function standsBelowPrivate(table: Table, model: ServiceModel, levels = MAXIMUM_LEVELS): boolean {
  const answers = answersOf(model);
  const before = answers.get(table);
  if (before !== undefined) return before;
  answers.set(table, false);
  const found = parentsOf(table, model.schema).some(
    (parent) =>
      !isOfPeople(parent) &&
      (isAlwaysLimited(parent, model) ||
        (levels > 1 && !isTableSeenByAll(parent, model) && standsBelowPrivate(parent, model, levels - 1))),
  );
  answers.set(table, found);
  return found;
}

/** Endpoints show its rows, and each limits them to the caller's own. */
export const isAlwaysLimited = oncePerTable((table, model): boolean => {
  const reads = effectsOnTable(model, table).filter(({ access }) => access === "read");
  return reads.some(isScopedRead) && !isTableSeenByAll(table, model) && !reads.some(isShownUnlimited);
});

const isTableSeenByAll = oncePerTable((table, model): boolean => areShownToAll(effectsOnTable(model, table), model));

function isScopedRead(effect: Effect): boolean {
  return effect.access === "read" && ownerScoped(effect.entryPoint, effect);
}

/** A caller is answered with rows that nothing limits to them, and no right is asked for. */
function isShownUnlimited(effect: Effect): boolean {
  const { entryPoint: entry, where } = effect;
  if (entry.method !== "GET" && entry.method !== "QUERY") return false;
  return (
    !isScopedRead(effect) &&
    !(where && isTied(entry, effect, where)) &&
    isAnswered(entry, effect) &&
    !entry.guards.some((guard) => guard.kind === "role" || guard.kind === "ownership" || guard.kind === "signature")
  );
}

/** How many there are, or what they add up to, shows no row. */
function isSummary({ call }: Effect): boolean {
  const name = call.text.split(".").at(-1) ?? "";
  if (name !== "aggregate") return /^(?:count|groupBy|exists?|sum|average)$/.test(name);
  const [pipeline] = call.arguments;
  return pipeline?.kind === "array" && pipeline.items.some(isGrouping);
}

/** The row that was added just now is read again, to be answered. */
function isReadBack({ entryPoint: entry, where, order }: Effect): boolean {
  if (where === undefined) return false;
  const within = termsWithin(where);
  return entry.effects.some((one) => one.access === "write" && one.order < order && within.has(one.result));
}

function isGrouping(stage: Term): boolean {
  return stage.kind === "object" && stage.fields.some(({ key }) => key === "$group");
}

/** Whoever asks is shown the rows, without signing in. */
const isOpenRead = oncePer((effect: Effect): boolean => {
  const { entryPoint: entry, access } = effect;
  if (access !== "read" || isSummary(effect)) return false;
  if (entry.guards.some((guard) => guard.kind === "authentication")) return false;
  // Jobs and webhooks have no caller: that they read it says nothing about who may.
  if (/^(?:queue|schedule|event|webhook|command)$/.test(entry.kind)) return false;
  // Staff, schedulers and other services are shown what nobody published: that such an address is open is an oversight.
  if (BEHIND_THE_SCENES.test(entry.path) || (entry.kind === "action" && OF_ADMINS.test(entry.path))) return false;
  // What is looked through in order to answer something else, such as which hours are free, is shown to nobody.
  const isShown = isShowing(entry)
    ? // Whoever knows its id is told that the row is there.
      isAnswered(entry, effect) || isFoundById(effect)
    : isCertainlyAnswered(entry, effect);
  if (!isShown || isReadBack(effect)) return false;
  if (isPeopleTable(effect.target ?? "") && isOfOwnKind(effect)) return false;
  return !findsPublished(effect) && !isCheckedForPublished(effect.entryPoint) && !isFoundByCode(effect);
});

const BEHIND_THE_SCENES =
  /(?:^|\/)(?:admins?|administration|internal|backoffice|back-office|staff|cron|crons|jobs|scheduled?|tasks?-?runner|audits?|debug)(?:\/|$)/i;

/** `getAdminTickets` */
const OF_ADMINS = /(?:^|[a-z])Admin(?:[A-Z]|$)/;

/**
 * Whoever signs in or up, or shows a token, is told of their own account; and that the sellers are shown to everybody says
 * nothing of who buys.
 */
function isOfOwnKind(effect: Effect): boolean {
  const { entryPoint: entry, where } = effect;
  if (entry.public !== undefined || !isCertainlyAnswered(entry, effect)) return true;
  return (
    where?.kind === "object" &&
    where.fields.some(
      ({ key, value }) => /^(?:user_?|account_?)?(?:type|roles?)$/i.test(key ?? "") && !holds(value, HOLDS_CLIENT_DATA),
    )
  );
}

/** It shows something; what anybody may change without signing in is an oversight, and says nothing of what is open. */
function isShowing({ method, public: open, kind, effects }: EntryPoint): boolean {
  if (open !== undefined || method === "GET" || method === "QUERY" || method === "ALL") return true;
  return kind === "action" && effects.every(({ access }) => access === "read");
}

/** Who has the code of one row sees that row: a share, a ticket, a parcel. It makes the others no less private. */
function isFoundByCode({ where }: Effect): boolean {
  if (where?.kind !== "object") return false;
  const sent = where.fields.filter(({ value }) => holds(value, HOLDS_CLIENT_DATA));
  return sent.length > 0 && sent.every(({ key }) => CODE.test(key ?? ""));
}

const CODE =
  /token|secret|hash|nonce|share|tracking|reference|(?:^|_)(?:code|key|pin|otp|ref)$|[a-z](?:Code|Key|Pin|Ref)$/;

/** Only rows that are marked for everybody: `{ id, isPublic: true }`, `{ id, status: "published" }`. */
function findsPublished({ where }: Effect): boolean {
  return where !== undefined && alternatives(where).every(asksForPublished);
}

function asksForPublished(where: Term): boolean {
  if (where.kind !== "object") return false;
  return where.fields.some(({ key, value }) => {
    if (value.kind !== "literal") return false;
    return value.value === true ? isPublishedMark(key ?? "") : isPublishedState(String(value.value));
  });
}

/** The row is one that is marked for everybody, by the query or by a check of what it found. */
export function isPublishedRow(effect: Effect): boolean {
  return findsPublished(effect) || (effect.access === "read" && refusesUnpublished(effect.entryPoint, [effect.result]));
}

/** What is not marked for everybody is refused once it was read: `if (!project.isPublic) return notFound()`. */
const isCheckedForPublished = oncePerEntry((entry): boolean => refusesUnpublished(entry, [...resultsOf(entry)]));

function refusesUnpublished(entry: EntryPoint, rows: readonly Term[]): boolean {
  const isOfRow = containingAny(rows);
  const asksForMark = somePart((part) => (isMark(part) || comparesState(part)) && isOfRow(part));
  return entry.trail.events.some((event) => event.kind === "check" && asksForMark(event.test));
}

/** `row.status !== "approved"` */
function comparesState(part: Term): boolean {
  return (
    part.kind === "operation" &&
    /^[!=]==$/.test(part.operator) &&
    part.parts.some((side) => side.kind === "literal" && isPublishedState(String(side.value)))
  );
}

function isMark(part: Term): boolean {
  if (part.kind === "member") return isPublishedMark(part.name);
  return part.kind === "external" && part.arguments === undefined && isPublishedMark(part.path.at(-1) ?? "");
}

/** Whoever is signed in sees all rows in a list: what is shown there is no secret by its id. */
function isListForAll(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry } = effect;
  if (effect.access !== "read" || (entry.method !== "GET" && entry.method !== "QUERY")) return false;
  if (/^(?:count|aggregate|groupBy|exists?|sum|average)$/.test(effect.call.text.split(".").at(-1) ?? "")) return false;
  if (requestIds(entry, effect).length > 0 || ownerScoped(entry, effect) || entry.unreadable) return false;
  if (guardedBy(entry, effect, ["role", "ownership", "signature"]) !== "no" || signsInStaff(entry, model)) return false;
  return effect.where === undefined
    ? /(?:^|\.)(?:find|findMany|findAll|select|all|list)\w*$/.test(effect.call.text)
    : false;
}
