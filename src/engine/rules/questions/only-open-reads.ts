/** Reads that nobody is asked a login for, where those who read the like are. */
import { containsTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { BUSINESS, SHOWS_ITSELF } from "../../vocabulary/businesses.ts";
import { isWrittenForAll } from "../../vocabulary/published.ts";
import { CONTACT } from "../../vocabulary/told-of-persons.ts";
import { isCertainlyAnswered } from "./answered.ts";
import { columnsOf } from "./columns.ts";
import { effectsOn } from "./effects-on.ts";
import { CHECKS, guardedBy, isCalledByUsers } from "./guarded.ts";
import { oncePerApp } from "./once.ts";
import { isCallers, ownerScoped } from "./ownership.ts";
import { isPublished, onlyReads } from "./published-read.ts";
import { requestIds } from "./request-ids.ts";

/** Nothing but this resource is shown to whoever asks: the application is for those who sign in. */
export function isOpenAlone(entry: EntryPoint, model: ServiceModel): boolean {
  const { open, asking } = readsOf(entry.app, model);
  return asking >= 5 && [...open].every((file) => file === entry.place.file);
}

/** Files with endpoints that show rows to everybody, and how many endpoints ask who is calling before they show any. */
const readsOf = oncePerApp((app, model) => {
  const reads = model.entryPoints.filter(
    (one) => one.app === app && one.public === undefined && onlyReads(one) && one.effects.some(isShownRow),
  );
  const isOpen = (one: EntryPoint): boolean =>
    one.effects.some((effect) => isShownRow(effect) && guardedBy(one, effect, CHECKS) === "no");
  const open = reads.filter(isOpen);
  return { open: new Set(open.map(({ place }) => place.file)), asking: reads.length - open.length };
});

function isShownRow(effect: Effect): boolean {
  return effect.category === "database" && effect.access === "read";
}

/** Names and phone numbers of people stand in the rows, and whoever else reads them is asked who they are. */
export function isOnlyOpenLookAtPersons(effect: Effect, model: ServiceModel): boolean {
  const columns = columnsOf(effect, model);
  if (!columns.some((name) => CONTACT.test(name)) || SHOWS_ITSELF.test(effect.target ?? "")) return false;
  // Who knows the number of one parcel may follow it; the list of all is another matter.
  const isList = (one: Effect): boolean => requestIds(one.entryPoint, one).length === 0;
  const others = effectsOn(model, effect).filter(
    (one) =>
      one.entryPoint !== effect.entryPoint &&
      one.access === "read" &&
      isCalledByUsers(one.entryPoint) &&
      isList(effect) === isList(one),
  );
  return others.length > 0 && others.every((one) => guardedBy(one.entryPoint, one, CHECKS) === "yes");
}

/** Callers store rows of their own here, and whoever reads them is asked who they are, but for this one. */
export function isOnlyOpenRead(effect: Effect, model: ServiceModel): boolean {
  if (isWrittenForAll(effect.target ?? "") || BUSINESS.test(effect.target ?? "")) return false;
  const others = effectsOn(model, effect).filter((one) => one.entryPoint !== effect.entryPoint);
  const isChecked = (one: Effect): boolean => guardedBy(one.entryPoint, one, CHECKS) === "yes";
  const reads = others.filter((one) => one.access === "read" && isCalledByUsers(one.entryPoint));
  // A list of all may be a page of what people offer, unless nobody else is shown a row that is not their own.
  const isList = requestIds(effect.entryPoint, effect).length === 0;
  if (isList && !reads.every((one) => isKept(one))) return false;
  return (
    reads.length > 0 &&
    reads.every(isChecked) &&
    others.some((one) => one.access === "write" && one.data !== undefined && isCallers(one.entryPoint, one.data)) &&
    reads.some((one) => ownerScoped(one.entryPoint, one))
  );
}

/**
 * The application shows rows to hardly anybody who is not signed in, and whoever else shows some of this table, or of that
 * whose rows it hangs on, asks who is calling.
 */
export function isOnlyOpenOfTable(effect: Effect, model: ServiceModel): boolean {
  if (!isShown(effect)) return false;
  const above = foundThrough(effect);
  return (above.length > 0 ? above : [effect]).some((one) => isShownToSignedIn(one, model));
}

function isShownToSignedIn(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry, target = "" } = effect;
  if (isWrittenForAll(target) || BUSINESS.test(target)) return false;
  const { open, asking } = showingRows(entry.app, model);
  if (asking.size < RARELY * open.size) return false;
  const others = [...new Set(effectsOn(model, effect).flatMap((one) => (isShown(one) ? one.entryPoint : [])))];
  const alike = others.filter((other) => asking.has(other)).length;
  const least = asking.size >= FOR_MEMBERS && [...open].every((other) => other === entry) ? 1 : LEAST_SHOWING;
  return alike >= least && alike >= RARELY * others.filter((other) => other !== entry && open.has(other)).length;
}

/** What hangs on other rows is shown with them. */
function foundThrough({ entryPoint: entry, where, order }: Effect): readonly Effect[] {
  if (where === undefined) return [];
  return entry.effects.filter(
    (one) => one.category === "database" && one.order < order && containsTerm(where, one.result),
  );
}

/** An application that shows so many times as much to those who are signed in is for them. */
const RARELY = 5;

const LEAST_SHOWING = 3;

/** So many endpoints that show rows to those who are signed in, and none that shows any to others, tell it of each table. */
const FOR_MEMBERS = 20;

const showingRows = oncePerApp((app, model) => {
  const own = model.entryPoints.filter((one) => one.app === app && isCalledByUsers(one) && one.effects.some(isShown));
  const asks = (one: EntryPoint): boolean =>
    one.effects.every((effect) => !isShown(effect) || guardedBy(one, effect, CHECKS) === "yes");
  const isOpen = (one: EntryPoint): boolean =>
    one.effects.some((effect) => isShown(effect) && guardedBy(one, effect, CHECKS) === "no") &&
    !one.effects.some((effect) => isShown(effect) && isPublished(one, effect, model));
  return { open: new Set(own.filter(isOpen)), asking: new Set(own.filter(asks)) };
});

/** A read whose rows stand in the answer of an endpoint that only reads. */
function isShown(effect: Effect): boolean {
  return (
    isShownRow(effect) &&
    !inChain(effect) &&
    onlyReads(effect.entryPoint) &&
    isCertainlyAnswered(effect.entryPoint, effect)
  );
}

/** Callers are shown rows of their own alone, or staff are. */
function isKept(one: Effect): boolean {
  const { entryPoint: entry, result } = one;
  return (
    ownerScoped(entry, one) ||
    guardedBy(entry, one, ["role"]) === "yes" ||
    entry.guards.some(({ kind, proves }) => kind === "ownership" && proves.includes(result))
  );
}
