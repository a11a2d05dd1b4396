/** Which changes ask for a role, as the service's other endpoints tell: what the team meant stands beside the gap. */

import { alternatives } from "../../link/evaluate/members.ts";
import { dominates } from "../../link/retry/retry.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, termsOutside, termsWithin } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { isCertainlyAnswered } from "./answered.ts";
import { isOwned } from "./belongs.ts";
import { keepsPassword } from "./columns.ts";
import { effectsOn } from "./effects-on.ts";
import { CHECKS, guardedBy, isCalledByUsers } from "./guarded.ts";
import { limitOf } from "./limits.ts";
import { isMachine } from "./machine.ts";
import { isMadeWhenMissing, isUpkeep } from "./made-when-missing.ts";
import { oncePerApp } from "./once.ts";
import { isCallers, isTied, ownerScoped } from "./ownership.ts";
import { signsUp } from "./people.ts";
import { resultsOf } from "./results.ts";
import { stakeOf } from "./stake.ts";
import { parentsOf, standsBelowOwned, tableOf } from "./tables.ts";
import { isTenantsOwnKey } from "./tenants.ts";

/** An endpoint that asks for a role before it does the like. */
export interface Witness {
  readonly entry: EntryPoint;
  readonly guard: Guard;
}

const CHECKS_OF_RIGHTS = ["role", "ownership", "signature"] as const;

/** Somebody is signed in there, and nothing certain or possible asks what they may do. */
export function isForAnyUser(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry } = effect;
  return (
    guardedBy(entry, effect, ["authentication"]) === "yes" &&
    guardedBy(entry, effect, CHECKS_OF_RIGHTS) === "no" &&
    !isMachine(entry, model)
  );
}

/** The role that is asked for ahead of the effect; undefined where none is. */
export function roleAhead(effect: Effect): Witness | undefined {
  const { entryPoint: entry } = effect;
  if (guardedBy(entry, effect, ["role"]) !== "yes") return undefined;
  const roles = entry.guards.filter((one) => one.kind === "role");
  // What some callers are asked on the way in is not what is asked of all.
  const guard = roles.find((one) => !one.taken && dominates(one, effect)) ?? roles[0];
  return guard && { entry, guard };
}

/**
 * Rows of the caller's tenant are changed, which are not the caller's own: colleagues' accounts, or the tenant itself. Most
 * endpoints that change them ask for a role.
 */
export function witnessInTenant(effect: Effect, model: ServiceModel): Witness | undefined {
  if (limitOf(effect) !== "tenant") return undefined;
  const isTenant = isTenantItself(effect, model);
  if (!isTenant && !keepsPassword(effect, model)) return undefined;
  const others = changesBeside(effect, model).filter((one) => limitOf(one) !== "self");
  const asking = others.flatMap((one) => roleAhead(one) ?? []);
  if (asking.length <= others.filter((one) => isForAnyUser(one, model)).length) return undefined;
  // Whoever may change something may still not take it away.
  return others
    .filter((one) => one.operation === effect.operation || effect.operation === "delete" || !isTenant)
    .flatMap((one) => roleAhead(one) ?? [])[0];
}

/**
 * Rows that are nobody's, such as products, are changed: whoever may do that is staff, since the service asks for a role
 * where it changes the same table, or most others like it.
 */
export function witnessOfStaff(effect: Effect, model: ServiceModel): Witness | undefined {
  if (effect.category !== "database" || !isChosen(effect) || !isNobodys(effect, model) || isAllowedByRow(effect))
    return undefined;
  const beside = changesBeside(effect, model);
  // Everybody may leave a report, which staff then works on.
  const alike = beside.filter((one) => effect.operation !== "insert" || one.operation === "insert");
  const here = alike.filter(isMainChange).flatMap((one) => roleAhead(one) ?? [])[0];
  if (here) return here;
  if (isForgotten(effect, beside, model)) return staffOf(effect.entryPoint.app, model).asking[0];
  if (effect.operation === "insert" || beside.some((one) => isForAnyUser(one, model)) || !isReadByAll(effect, model))
    return undefined;
  const { asking, open } = staffOf(effect.entryPoint.app, model);
  return asking.length >= 2 && asking.length > open ? asking[0] : undefined;
}

/** What the endpoint is for, and nothing that it does besides: the row that a login leaves. */
export function isMainChange({ entryPoint: entry, target }: Effect): boolean {
  return entry.effects.find((one) => isChange(one) && !inChain(one))?.target === target;
}

/**
 * Nearly all that changes rows which are nobody's asks for a role, anybody may sign up, and the rows of this one table are
 * kept (added, changed, taken away) without: one router was forgotten.
 */
function isForgotten(effect: Effect, beside: readonly Effect[], model: ServiceModel): boolean {
  const { app } = effect.entryPoint;
  const { asking, open } = staffOf(app, model);
  if (asking.length < MANY || asking.length < 4 * open || !signsUp(app, model)) return false;
  // What everybody may add, such as a report, nobody but staff changes.
  const others = effect.operation === "insert" ? beside.filter(({ operation }) => operation !== "insert") : [effect];
  return isForAnyUser(effect, model) && others.some((one) => isForAnyUser(one, model));
}

/** Endpoints that tell a habit. */
const MANY = 8;

/**
 * Everybody's rows are listed for any signed-in user, while most other reads of the table are limited to the caller's own
 * or ask for a role.
 */
export function witnessOfList(effect: Effect, model: ServiceModel): Witness | undefined {
  const stake = stakeOf(effect);
  if (stake === "ordinary" || stake === "trail" || !isListOfAll(effect)) return undefined;
  if (!isForAnyUser(effect, model) || !isOwned(effect, model)) return undefined;
  if (!isCertainlyAnswered(effect.entryPoint, effect)) return undefined;
  const reads = effectsOn(model, effect).filter(
    (one) => one.access === "read" && one.entryPoint !== effect.entryPoint && isCalledByUsers(one.entryPoint),
  );
  if (reads.some((one) => guardedBy(one.entryPoint, one, CHECKS) !== "yes")) return undefined;
  const kept = new Set(reads.filter((one) => roleAhead(one) || isKept(one)).map((one) => one.entryPoint));
  const open = new Set(
    reads.filter((one) => isListOfAll(one) && isForAnyUser(one, model)).map((one) => one.entryPoint),
  );
  if (kept.size < 2 * (open.size + 1)) return undefined;
  return effectsOn(model, effect).flatMap((one) => roleAhead(one) ?? [])[0];
}

/** Limited to the caller's own rows, or compared with the caller afterwards. */
function isKept(effect: Effect): boolean {
  const { entryPoint: entry, where } = effect;
  return (
    (where !== undefined && isTied(entry, effect, where)) ||
    entry.guards.some((guard) => guard.kind === "ownership" && guard.proves.includes(effect.result))
  );
}

/** Rows by no id: all of them, or those in some state. How many there are is told to everybody. */
export function isListOfAll(effect: Effect): boolean {
  const { entryPoint: entry, access, category, where, call } = effect;
  if (access !== "read" || category !== "database" || ownerScoped(entry, effect)) return false;
  if (NO_LIST.test(call.text)) return false;
  // What the chain notes or counts goes with whatever is asked.
  if (entry.effects.some((one) => one.access !== "read" && !inChain(one))) return false;
  return mayFindAll(where);
}

/** One row, or how many there are. */
const NO_LIST =
  /(?:^|\.)(?:(?:count|countDocuments|aggregate|groupBy|exists|sum|average|findOne|findFirst|findUnique|findByPk|findById|getOne|getRawOne|executeTakeFirst)\w*|oneOrNone|one|maybeSingle|single)$/;

/** Nothing that is sent limits it, or only where something is: `status ? { status } : {}`. */
function mayFindAll(where: Term | undefined): boolean {
  if (where === undefined || !holds(where, HOLDS_CLIENT_DATA)) return true;
  const ways = alternatives(where);
  if (ways.length > 1) return ways.some(mayFindAll);
  return (
    where.kind === "object" &&
    where.fields.every(({ key, value }) => mayBeLeftOut(value) || (key === undefined && mayFindAll(value)))
  );
}

/** The condition stands there on some ways only: `if (term) where.$or = […]`. */
export function mayBeLeftOut(value: Term): boolean {
  return alternatives(value).some(({ kind }) => kind === "undefined");
}

/** The caller says what is changed, or all of it is: what code alone settles on goes with something else that is done. */
export function isChosen({ where, data }: Effect): boolean {
  if (where === undefined) return true;
  return holds(where, HOLDS_CLIENT_DATA) || (data !== undefined && holds(data, HOLDS_CLIENT_DATA));
}

/** What is stored is compared with what the caller sent: whoever knows the code of a voucher may use it up. */
export function isAllowedByRow({ entryPoint: entry, order, target }: Effect): boolean {
  const answers = resultsOf(entry);
  const rows = entry.effects.filter((effect) => effect.access === "read" && effect.target === target);
  return entry.trail.events.some(
    (event) =>
      event.kind === "check" &&
      event.order < order &&
      rows.some((row) => containsTerm(event.test, row.result)) &&
      [...termsOutside(event.test, answers)].some(
        (part) => part.kind !== "operation" && holds(part, HOLDS_CLIENT_DATA),
      ),
  );
}

/** Other changes of the table by endpoints of the application. */
function changesBeside(effect: Effect, model: ServiceModel): readonly Effect[] {
  return effectsOn(model, effect).filter(
    (one) =>
      one.entryPoint !== effect.entryPoint &&
      one.entryPoint.app === effect.entryPoint.app &&
      isChange(one) &&
      // Middleware notes what it finds on the way in, whoever calls.
      !inChain(one),
  );
}

export function isChange(effect: Effect): boolean {
  if (effect.category !== "database" || effect.target === undefined || effect.access !== "write") return false;
  if (isMadeWhenMissing(effect) || isUpkeep(effect)) return false;
  return /^(?:set|delete|increment|toggle|insert|upsert|append)$/.test(effect.operation);
}

/** No row of the table is stored with a caller or limited to one, and none stands below rows of somebody. */
export function isNobodys(effect: Effect, model: ServiceModel): boolean {
  if (effect.target === undefined || isOwned(effect, model)) return false;
  const table = tableOf(effect, model);
  return table === undefined || !standsBelowOwned(table, model);
}

/** Callers read the rows as they are, whoever they are: a catalogue. */
function isReadByAll(effect: Effect, model: ServiceModel): boolean {
  return effectsOn(model, effect).some(
    ({ access, entryPoint, where }) =>
      access === "read" &&
      (entryPoint.method === "GET" || entryPoint.method === "QUERY") &&
      !(where && isCallers(entryPoint, where)) &&
      !entryPoint.guards.some((guard) => guard.kind === "role"),
  );
}

interface Staff {
  readonly asking: readonly Witness[];
  readonly open: number;
}

/** Changes of rows that are nobody's in an application: those that ask for a role, and how many do not. */
const staffOf = oncePerApp((app, model): Staff => {
  const first = model.entryPoints
    .filter((entry) => entry.app === app && !entry.public && !entry.unreadable)
    .flatMap((entry) => entry.effects.find((effect) => isStaffWork(effect, model)) ?? []);
  const asking = first.flatMap((effect) => roleAhead(effect) ?? []);
  return { asking, open: first.filter((one) => isForAnyUser(one, model)).length };
});

function isStaffWork(effect: Effect, model: ServiceModel): boolean {
  return (
    isChange(effect) &&
    effect.operation !== "insert" &&
    !inChain(effect) &&
    isNobodys(effect, model) &&
    !isAllowedByRow(effect)
  );
}

/** The row whose id the caller's tenant column holds. */
function isTenantItself(effect: Effect, model: ServiceModel): boolean {
  const { where } = effect;
  if (where?.kind !== "object" || where.fields.length !== 1) return false;
  const [field] = where.fields;
  return (
    field !== undefined &&
    isIdColumn(field.key) &&
    isTenantsOwnKey(effect.entryPoint, field.value) &&
    !standsBelowOwn(effect, field.value, model)
  );
}

/**
 * The row hangs on one of the caller's own, by a column of its own: `account.mailbox.id`, where a mailbox has an `accountId`.
 * Whoever belongs to a tenant points to it the other way: `member.team.id`, where a member has a `teamId`.
 */
function standsBelowOwn(effect: Effect, key: Term, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  if (!table) return false;
  const above = parentsOf(table, model.schema);
  const within = termsWithin(key);
  return effect.entryPoint.effects.some((read) => {
    if (read.access !== "read" || !within.has(read.result) || !ownerScoped(read.entryPoint, read)) return false;
    const own = tableOf(read, model);
    return own !== undefined && above.includes(own) && !parentsOf(own, model.schema).includes(table);
  });
}
