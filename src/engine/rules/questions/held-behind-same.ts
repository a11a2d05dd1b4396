/** What an unread check ahead of rows lets through, told by the other endpoints that it stands ahead of. */
import { containingAny } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { effectsOn } from "./effects-on.ts";
import { type Doubt, doubtsAhead, forbidsAhead, guardedBy, isCalledByUsers } from "./guarded.ts";
import { oncePer, oncePerApp } from "./once.ts";
import { ownerScoped } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";

/**
 * A role may be asked for ahead of the effect, in code that cannot be read; but whoever passes the same code is held to
 * their own rows of the table at most other endpoints: it tells nobody apart who may have them all.
 */
export function isHeldBehindSame(effect: Effect, model: ServiceModel): boolean {
  const doubts = placesAhead(effect);
  // One function that forbids is given another rule each time.
  if (doubts.length === 0 || forbidsAhead(effect.entryPoint, effect).length > 0) return false;
  // It may well hide what not all are shown.
  if (effect.access !== "read") {
    const ofAll = placesAheadOfRoles(effect.entryPoint.app, model);
    const ofOwners = placesAheadOfOwners(effect.entryPoint.app, model);
    if (doubts.every((place) => ofAll.has(place) || (ofOwners.has(place) && !isToldRow(effect)))) return true;
  }
  const behind = foundBehind(effectsOn(model, effect)).get(keyOfPlaces(doubts)) ?? [];
  const alike = onePerEntry(behind.filter((one) => one.entryPoint !== effect.entryPoint));
  const held = alike.filter((one) => ownerScoped(one.entryPoint, one)).length;
  return held >= 2 && held > alike.length - held;
}

/**
 * Nothing certain asks for a role ahead of it, and what cannot be read there stands ahead of those `beside` it as well, which
 * all ask for one besides: to the team it is no such check.
 */
export function asksNoMore(effect: Effect, beside: readonly Effect[]): boolean {
  const { entryPoint: entry } = effect;
  const answer = guardedBy(entry, effect, ["role", "signature"]);
  if (answer !== "perhaps") return answer === "no";
  return beside.length > 0 && beside.every((one) => isDoubtedAlike(effect, one));
}

/**
 * Where what cannot be read stands ahead of every endpoint of the application that certainly asks for a role besides: it
 * asks something of everybody.
 */
const placesAheadOfRoles = oncePerApp((app, model): ReadonlySet<string> => {
  const asking = model.entryPoints.flatMap((entry) => {
    if (entry.app !== app || !isCalledByUsers(entry)) return [];
    return entry.effects.find((one) => !inChain(one) && guardedBy(entry, one, ["role"]) === "yes") ?? [];
  });
  if (asking.length < ENOUGH) return new Set();
  const [first, ...others] = asking.map((one) => placesAhead(one));
  return new Set(first?.filter((place) => others.every((places) => places.includes(place))));
});

/**
 * Where what cannot be read stands ahead of many endpoints that take an id, nearly all of which are held to the caller's
 * own rows, whatever the table, and ahead of all that they find by one: it is asked of everybody, and gives nobody all rows.
 */
const placesAheadOfOwners = oncePerApp((app, model): ReadonlySet<string> => {
  const counts = new Map<string, { held: number; open: number }>();
  for (const entry of model.entryPoints) {
    if (entry.app !== app || !isCalledByUsers(entry)) continue;
    const byId = entry.effects.filter(
      (one) => one.category === "database" && !inChain(one) && requestIds(entry, one).length > 0,
    );
    const [first] = byId;
    const last = byId.at(-1);
    if (!first || !last || guardedBy(entry, last, ["role", "signature"]) === "yes") continue;
    const isHeld = byId.some((one) => ownerScoped(entry, one)) || guardedBy(entry, last, ["ownership"]) === "yes";
    // What comes behind may be told the row.
    for (const place of placesAhead(first)) {
      const count = counts.get(place) ?? { held: 0, open: 0 };
      counts.set(place, count);
      count[isHeld ? "held" : "open"]++;
    }
  }
  return new Set([...counts].flatMap(([place, { held, open }]) => (held >= ENOUGH && held >= 4 * open ? place : [])));
});

/** `authorize(user, "delete", row)`: what cannot be read is told a row that was found by an id of the request. */
const isToldRow = oncePer((effect: Effect): boolean => {
  const { entryPoint: entry } = effect;
  const rows = entry.effects.filter((one) => one.access === "read" && requestIds(entry, one).length > 0);
  const holdsRow = containingAny(rows.map(({ result }) => result));
  return doubtsAhead(entry, effect, ["role", "signature"]).some(({ told }) => told.some(holdsRow));
});

/** Endpoints that tell a habit. */
const ENOUGH = 8;

/** All that cannot be read ahead of the effect stands ahead of the other as well. */
export function isDoubtedAlike(effect: Effect, other: Effect): boolean {
  return placesAhead(effect).every((place) => placesAhead(other).includes(place));
}

/** Where a role may be asked for ahead of the effect, in code that cannot be read. */
const placesAhead = oncePer((effect: Effect): readonly string[] => [
  ...new Set(doubtsAhead(effect.entryPoint, effect, ["role", "signature"]).map(keyOf)),
]);

function keyOf({ place: { file, at }, given }: Doubt): string {
  return `${file} ${at[0]} ${given.join(" ")}`;
}

/** Effects that find rows by an id of the request, by the places ahead of them: each of thousands on a table asks. */
const foundBehind = oncePer((effects: readonly Effect[]): ReadonlyMap<string, readonly Effect[]> => {
  const found = new Map<string, Effect[]>();
  for (const effect of effects) {
    if (requestIds(effect.entryPoint, effect).length === 0) continue;
    const key = keyOfPlaces(placesAhead(effect));
    const list = found.get(key);
    if (list) list.push(effect);
    else found.set(key, [effect]);
  }
  return found;
});

/** The same for the same places, in whichever order. */
function keyOfPlaces(places: readonly string[]): string {
  return places.toSorted().join("\n");
}

/** Of several on one path, the one that is limited. */
function onePerEntry(effects: readonly Effect[]): readonly Effect[] {
  const found = new Map<EntryPoint, Effect>();
  for (const effect of effects) {
    const known = found.get(effect.entryPoint);
    if (!known || !ownerScoped(known.entryPoint, known)) found.set(effect.entryPoint, effect);
  }
  return [...found.values()];
}
