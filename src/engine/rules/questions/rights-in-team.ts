/** What the members of a team need a role for, as the other endpoints tell that look up the same membership. */
import { dominates } from "../../link/retry/retry.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { isKeptByAdmins } from "../../vocabulary/administrative-table.ts";
import { effectsOn } from "./effects-on.ts";
import { isFoundByIdAlone } from "./found-by-id.ts";
import { guardedBy, isCalledByUsers } from "./guarded.ts";
import { limitOf } from "./limits.ts";
import { oncePer } from "./once.ts";
import { isCallers, isSamePart, requestIds } from "./ownership.ts";
import { isChange, roleAhead, type Witness } from "./role-witness.ts";
import { isOfOthers } from "./siblings.ts";

/**
 * The caller was found to be a member of the team that the request names, and nothing asks for a role; others that look up
 * the same membership do before they change rows of this table.
 *
 * Keys, invitations, members and settings are seen to by few: there most of the others are enough. Of other rows every one
 * of them must ask, several of them, and for the like: who may add something may still not take it away.
 */
export function witnessInTeam(effect: Effect, model: ServiceModel): Witness | undefined {
  const { entryPoint: entry } = effect;
  const teams = teamsAhead(effect);
  if (teams.length === 0 || guardedBy(entry, effect, ["role", "signature"]) !== "no" || !isOfMembers(effect))
    return undefined;
  const isKept = isKeptByAdmins(effect.target ?? "") || isTeamItself(effect);
  const beside = effectsOn(model, effect).filter(
    (one) =>
      one.entryPoint !== entry &&
      one.entryPoint.app === entry.app &&
      (isKept || isAlike(one, effect)) &&
      isOfMembers(one) &&
      teamsAhead(one).some((team) => teams.includes(team)),
  );
  const asking = new Map(beside.flatMap((one) => roleAhead(one) ?? []).map((one) => [one.entry, one]));
  const open = new Set(beside.map((one) => one.entryPoint).filter((one) => !asking.has(one)));
  const isHabit = isKept ? asking.size > open.size : open.size === 0 && asking.size >= ENOUGH;
  return isHabit ? [...asking.values()][0] : undefined;
}

/** Endpoints that tell a habit. */
const ENOUGH = 2;

/** Rows are changed or taken away in the same way. */
function isAlike(one: Effect, { operation }: Effect): boolean {
  return one.operation !== "insert" && (one.operation === operation || operation === "delete");
}

/** Somebody changes what is no one person's, for the work of this endpoint. */
function isOfMembers(effect: Effect): boolean {
  return (
    isChange(effect) &&
    !inChain(effect) &&
    isCalledByUsers(effect.entryPoint) &&
    !effect.entryPoint.public &&
    !effect.entryPoint.unreadable &&
    limitOf(effect) !== "self" &&
    isOfOthers(effect)
  );
}

/** Tables in which the caller was found beside what the request names, and without which they were refused: `members`. */
const teamsAhead = oncePer((effect: Effect): readonly string[] => {
  const { entryPoint: entry } = effect;
  return membershipsOf(entry)
    .filter((read) =>
      entry.guards.some(
        (guard) =>
          guard.kind === "ownership" &&
          dominates(guard, effect) &&
          guard.proves.some((proven) => containsTerm(proven, read.result)),
      ),
    )
    .map(({ target }) => target ?? "");
});

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

/** The one row whose id the membership was looked up by: `{ id: params.teamId }` behind `{ userId, teamId: params.teamId }`. */
function isTeamItself(effect: Effect): boolean {
  const { entryPoint: entry } = effect;
  if (!isFoundByIdAlone(effect)) return false;
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
