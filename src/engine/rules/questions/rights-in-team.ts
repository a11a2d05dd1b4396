/** What the members of a team need a role for, as the other endpoints tell that look up the same membership. */
import { dominates } from "../../link/retry/retry.ts";
import { isFoundByIdAlone } from "../../link/terms/found-by-id.ts";
import { containingAny } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { isKeptByAdmins, isMadeByAdmins } from "../../vocabulary/administrative-table.ts";
import { effectsOn } from "./effects-on.ts";
import { guardedBy, isCalledByUsers } from "./guarded.ts";
import { isDoubtedAlike } from "./held-behind-same.ts";
import { limitOf } from "./limits.ts";
import { oncePer, oncePerApp } from "./once.ts";
import { isCallers, isSamePart } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";
import { isChange, isMainChange, roleAhead, type Witness } from "./role-witness.ts";
import { isOfOthers } from "./siblings.ts";
import { isOfTenantAlone } from "./tenants.ts";

/**
 * The caller was found to be a member of the team that the request names, and nothing asks for a role; others that look up
 * the same membership do before they change rows of this table.
 *
 * Keys, invitations, members and settings are seen to by few: there most of the others are enough. Of other rows every one
 * of them must ask, several of them, and for the like: who may add something may still not take it away. Where most of what
 * is taken away in teams needs a role, whatever the table, the rest does as well.
 */
export function witnessInTeam(effect: Effect, model: ServiceModel): Witness | undefined {
  const teams = teamsAhead(effect);
  if (teams.length === 0 || !isOpenToMembers(effect, model)) return undefined;
  const isKept = isKeptByAdmins(effect.target ?? "") || isTeamItself(effect);
  // What is counted or noted besides goes with the work.
  if (!isKept && !isMainChange(effect)) return undefined;
  const beside = effectsOn(model, effect).filter((one) => isKept || isAlike(one, effect));
  const { asking, open } = habitOf(effect, beside, model);
  if (isKept ? asking.length > open.length : open.length === 0 && asking.length >= ENOUGH) return asking[0];
  if (effect.operation !== "delete" || open.length > 0) return undefined;
  const all = habitOf(effect, removalsOf(effect.entryPoint.app, model), model);
  return all.asking.length >= MANY && all.asking.length >= 2 * all.open.length ? all.asking[0] : undefined;
}

/** Endpoints that tell a habit, and those that tell one whatever the table. */
const ENOUGH = 2;
const MANY = 4;

/** Nothing asks for a role, and what cannot be read ahead stands ahead of those that do as well. */
function isOpenToMembers(effect: Effect, model: ServiceModel): boolean {
  return guardedBy(effect.entryPoint, effect, ["role", "signature"]) !== "yes" && isOfMembers(effect, model);
}

interface Habit {
  readonly asking: readonly Witness[];
  readonly open: readonly EntryPoint[];
}

/** Endpoints of the application that look up the same membership: those that ask for a role, and those that do not. */
function habitOf(effect: Effect, others: readonly Effect[], model: ServiceModel): Habit {
  const { entryPoint: entry } = effect;
  const teams = teamsAhead(effect);
  const beside = others.filter(
    (one) =>
      one.entryPoint !== entry &&
      one.entryPoint.app === entry.app &&
      isOfMembers(one, model) &&
      teamsAhead(one).some((team) => teams.includes(team)),
  );
  const asking = new Map(
    beside
      .filter((one) => isDoubtedAlike(effect, one))
      .flatMap((one) => roleAhead(one) ?? [])
      .map((one) => [one.entry, one]),
  );
  const open = new Set(beside.filter((one) => !roleAhead(one)).map((one) => one.entryPoint));
  return { asking: [...asking.values()], open: [...open] };
}

/** What endpoints are for that take something away. */
const removalsOf = oncePerApp((app, model): readonly Effect[] =>
  model.entryPoints
    .filter((entry) => entry.app === app)
    .flatMap(({ effects }) => effects.filter((one) => one.operation === "delete" && isMainChange(one))),
);

/** Rows are changed or taken away in the same way. Who needs a role to change a row needs one to take it away. */
function isAlike(one: Effect, { operation }: Effect): boolean {
  if (one.operation === "insert") return false;
  return one.operation === operation || (operation === "delete" && roleAhead(one) !== undefined);
}

/** Somebody changes what is no one person's, for the work of this endpoint. */
const isOfMembers = oncePer(
  (effect: Effect, model: ServiceModel): boolean =>
    isChange(effect) &&
    !inChain(effect) &&
    isCalledByUsers(effect.entryPoint) &&
    !effect.entryPoint.public &&
    !effect.entryPoint.unreadable &&
    limitOf(effect) !== "self" &&
    (isOfOthers(effect, model) || isMadeForTeam(effect)),
);

/** A key or an invitation of the team's: who made it is only noted. */
function isMadeForTeam({ entryPoint: entry, operation, target = "", data }: Effect): boolean {
  if (operation !== "insert" || data?.kind !== "object" || !isMadeByAdmins(target)) return false;
  const teams = membershipsOf(entry).flatMap((read) => requestIds(entry, read));
  return data.fields.some(({ value }) => teams.some((team) => isSamePart(team, value)));
}

/** Tables in which the caller was found beside what the request names, and without which they were refused: `members`. */
export const teamsAhead = oncePer((effect: Effect): readonly string[] =>
  provenMemberships(effect.entryPoint)
    .filter(({ guards }) => guards.some((guard) => dominates(guard, effect)))
    .map(({ table }) => table),
);

/** The checks that each of the looked-up memberships was held against. */
const provenMemberships = oncePer((entry: EntryPoint): readonly Proven[] => {
  const checks = entry.guards.filter(({ kind }) => kind === "ownership");
  return membershipsOf(entry).map(({ target = "", result }) => {
    const holdsRead = containingAny([result]);
    return { table: target, guards: checks.filter(({ proves }) => proves.some(holdsRead)) };
  });
});

interface Proven {
  readonly table: string;
  readonly guards: readonly Guard[];
}

const membershipsOf = oncePer((entry: EntryPoint): readonly Effect[] =>
  entry.effects.filter(
    (read) =>
      read.access === "read" &&
      read.category === "database" &&
      read.where !== undefined &&
      isCallers(entry, read.where) &&
      requestIds(entry, read).length > 0,
  ),
);

/**
 * The one row whose id the membership was looked up by: `{ id: params.teamId }` behind `{ userId, teamId: params.teamId }`.
 * Or the one that the membership is in: `{ id: membership.team.id }`.
 */
function isTeamItself(effect: Effect): boolean {
  const { entryPoint: entry, where } = effect;
  if (!isFoundByIdAlone(effect)) return false;
  const holdsMembership = containingAny(membershipsOf(entry).map(({ result }) => result));
  if (where && holdsMembership(where) && isOfTenantAlone(entry, where)) return true;
  const ids = requestIds(entry, effect);
  return membershipsOf(entry).some(
    (read) =>
      (read.target !== effect.target || isBelow(entry, read)) &&
      requestIds(entry, read).some((team) => ids.some((id) => isSamePart(id, team))),
  );
}

/** `{ id, members: { some: { userId } } }`, and not a row of the caller's own: `{ id, userId }`. */
function isBelow(entry: EntryPoint, { where }: Effect): boolean {
  return (
    where?.kind === "object" &&
    where.fields.filter(({ value }) => isCallers(entry, value)).every(({ value }) => value.kind === "object")
  );
}
