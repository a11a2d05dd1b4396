/** What the endpoints of one module (a controller, a router) have in common, and one of them lacks. */
import { containsTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { isMadeByAdmins } from "../../vocabulary/administrative-table.ts";
import { isTenantColumn } from "../../vocabulary/owner-column.ts";
import { storesCallersPart } from "./callers-part.ts";
import { CHECKS, guardedBy, isCalledByUsers } from "./guarded.ts";
import { asksNoMore } from "./held-behind-same.ts";
import { limitOf } from "./limits.ts";
import { isMachine } from "./machine.ts";
import { isMadeWhenMissing, isUpkeep } from "./made-when-missing.ts";
import { oncePerApp } from "./once.ts";
import { ordinaryRoleAllowed } from "./ordinary-role.ts";
import { isCallers } from "./ownership.ts";
import { roleAhead, type Witness } from "./role-witness.ts";
import { isComparedWithPerson, isInListOfRight, isOfPersons } from "./siblings.ts";
import { stakeOf } from "./stake.ts";

/** What an endpoint does, and another of its module that asks for a role before it does anything. */
export interface Forgotten {
  readonly effect: Effect;
  readonly witness: Witness;
}

/**
 * Nearly every other endpoint of the module that does something asks for a role first, whatever each of them is about, and
 * there are several; a query that makes the settings when they are first asked for does nothing. What everybody may add (a report, a request) is for staff to work on, unless something else is added there
 * for which a role is asked.
 */
export function forgottenRole(entry: EntryPoint, model: ServiceModel): Forgotten | undefined {
  const effect = isJudged(entry, model) && !isQuery(entry) ? deedOf(entry) : undefined;
  if (!effect || guardedBy(entry, effect, ["role", "signature"]) === "yes") return undefined;
  const all = besides(entry, model);
  const others = all.flatMap((other) => deedOf(other) ?? []);
  const alike = ofSameArea(entry, all, model).flatMap((other) => deedOf(other) ?? []);
  const beside = alike.filter((one) => roleAhead(one) && !ordinaryRoleAllowed(one.entryPoint, one));
  if (beside.length < (effect.operation === "delete" ? ENOUGH - 1 : ENOUGH)) return undefined;
  const open = others.filter((one) => !isQuery(one.entryPoint) && isForAnyMember(one, beside));
  if (!isForAnyMember(effect, beside) || beside.length < TIMES_AS_MANY * open.length) return undefined;
  const asking = beside.flatMap((one) => roleAhead(one) ?? []);
  const isAddedByAll = effect.operation === "insert" && !isMadeByAdmins(effect.target ?? "");
  if (isAddedByAll && !others.some(({ operation }) => operation === "insert")) return undefined;
  // A file is put away for a row that will be the caller's.
  if (effect.category !== "database" && entry.effects.some(isMadeForCaller)) return undefined;
  const [witness] = asking;
  return witness && { effect, witness };
}

/** Every other endpoint of the module that shows rows asks who is calling, and there are several. */
export function isOnlyOpenOfModule(entry: EntryPoint, model: ServiceModel): boolean {
  if (!isJudged(entry, model)) return false;
  const others = besides(entry, model).filter((other) => !deedOf(other));
  const shown = others.flatMap((other) => shownBy(other) ?? []);
  if (!shown.every((one) => guardedBy(one.entryPoint, one, CHECKS) === "yes")) return false;
  return ofSameArea(entry, others, model).filter(shownBy).length >= ENOUGH;
}

/** Endpoints that tell a habit. */
const ENOUGH = 3;

function isMadeForCaller(effect: Effect): boolean {
  return effect.operation === "insert" && effect.category === "database" && isDeed(effect) && storesCallersPart(effect);
}

/** It makes the settings when somebody first asks for them, if anything. */
function isQuery({ kind, method }: EntryPoint): boolean {
  return (kind === "rpc" || kind === "graphql") && method === "QUERY";
}

/** Where some others forgot it as well. */
const TIMES_AS_MANY = 4;

export function isJudged(entry: EntryPoint, model: ServiceModel): boolean {
  return isCalledByUsers(entry) && entry.public === undefined && !entry.unreadable && !isMachine(entry, model);
}

/** Other endpoints whose handlers stand in the same file. */
function besides(entry: EntryPoint, model: ServiceModel): readonly EntryPoint[] {
  const all = byModule(entry.app, model).get(entry.handler.place.file) ?? [];
  return all.filter((other) => other !== entry);
}

/** Those that are about the same: a file may hold a whole application. */
function ofSameArea(entry: EntryPoint, others: readonly EntryPoint[], model: ServiceModel): readonly EntryPoint[] {
  const shared = sharedSegments(entry.app, model);
  return others.filter((other) => areaOf(other, shared) === areaOf(entry, shared));
}

const byModule = oncePerApp((app, model): ReadonlyMap<string, readonly EntryPoint[]> => {
  const found = new Map<string, EntryPoint[]>();
  for (const entry of model.entryPoints) {
    if (entry.app !== app || !isJudged(entry, model)) continue;
    const { file } = entry.handler.place;
    found.set(file, [...(found.get(file) ?? []), entry]);
  }
  return found;
});

/** How many segments all addresses of the application begin with: two for `/api/v1`. */
const sharedSegments = oncePerApp((app, model): number => {
  const [first = [], ...others] = model.entryPoints.flatMap((entry) =>
    entry.app === app && isJudged(entry, model) && entry.path !== "" ? [segmentsOf(entry)] : [],
  );
  const end = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  return end < 0 ? 0 : end;
});

/** `orders` for `/api/v1/orders/:id`, and for the procedure `orders.cancel`. */
function areaOf(entry: EntryPoint, shared: number): string {
  if (entry.kind === "rpc") return entry.path.slice(0, Math.max(entry.path.lastIndexOf("."), 0));
  return segmentsOf(entry)[shared] ?? "";
}

function segmentsOf({ path }: EntryPoint): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** The first thing that the endpoint does to the world. */
export function deedOf(entry: EntryPoint): Effect | undefined {
  return entry.effects.find(isDeed);
}

export function isDeed(effect: Effect): boolean {
  return (
    effect.access !== "read" &&
    effect.operation !== "read" &&
    !inChain(effect) &&
    !NO_DEED.has(effect.category) &&
    !isMadeWhenMissing(effect) &&
    !isUpkeep(effect) &&
    stakeOf(effect) !== "trail"
  );
}

const NO_DEED: ReadonlySet<Effect["category"]> = new Set(["observability", "cache", "auth"]);

function shownBy(entry: EntryPoint): Effect | undefined {
  return entry.effects.find((effect) => effect.access === "read" && effect.category === "database" && !inChain(effect));
}

/** Somebody is signed in, no role is asked for (see `asksNoMore`), and what is done is not to what is their own. */
export function isForAnyMember(effect: Effect, beside: readonly Effect[] = []): boolean {
  const { entryPoint: entry } = effect;
  return (
    guardedBy(entry, effect, ["authentication"]) === "yes" &&
    asksNoMore(effect, beside) &&
    (isOfTenantsColumn(effect) || (limitOf(effect) !== "self" && !isOfPersons(effect))) &&
    !storesCallersPart(effect) &&
    !isComparedWithPerson(effect) &&
    !isInListOfRight(effect)
  );
}

/** `{ organizationId: org.id }`, wherever the code has that from: the column says whose the rows are. */
function isOfTenantsColumn({ where, entryPoint: entry, order }: Effect): boolean {
  const own = where?.kind === "object" ? where.fields.filter(({ value }) => isCallers(entry, value)) : [];
  return (
    own.length > 0 &&
    own.every(
      ({ key = "", value }) =>
        isTenantColumn(key) ||
        entry.effects.some((read) => read.order < order && containsTerm(value, read.result) && isOfTenantsColumn(read)),
    )
  );
}
