/** What an application asks before nearly everything that it does for the members of a team, whatever it is about. */

import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { deedOf, type Forgotten, isDeed, isForAnyMember, isJudged } from "./module-habits.ts";
import { oncePerApp } from "./once.ts";
import { ordinaryRoleAllowed } from "./ordinary-role.ts";
import { teamsAhead } from "./rights-in-team.ts";
import { roleAhead } from "./role-witness.ts";

/**
 * The caller was found to be a member of the team that the request names. Nearly every endpoint that looks up the same
 * membership and then does something, in the database or elsewhere, asks for a right first; this one asks for none.
 */
export function forgottenRight(entry: EntryPoint, model: ServiceModel): Forgotten | undefined {
  const effect = isJudged(entry, model) ? entry.effects.find((one) => isDeed(one) && isForAnyMember(one)) : undefined;
  if (!effect || entry.effects.some((one) => isDeed(one) && asksForRight(one))) return undefined;
  const teams = teamsAhead(effect);
  const deeds = deedsOf(entry.app, model).filter((one) => teamsAhead(one).some((team) => teams.includes(team)));
  const asking = deeds.filter(asksForRight);
  const open = deeds.filter((one) => isForAnyMember(one));
  if (asking.length < ENOUGH || asking.length < TIMES_AS_MANY * (open.includes(effect) ? open.length : open.length + 1))
    return undefined;
  // What everybody may add is not what they need a right to change.
  const alike = asking.find(({ operation }) => operation === effect.operation);
  if (!alike && effect.operation === "insert") return undefined;
  const witness = roleAhead(alike ?? (asking[0] as Effect));
  return witness && { effect, witness };
}

/** Endpoints that tell a habit. */
const ENOUGH = 6;
const TIMES_AS_MANY = 3;

const deedsOf = oncePerApp((app, model): readonly Effect[] =>
  model.entryPoints.flatMap((entry) => (entry.app === app && isJudged(entry, model) ? (deedOf(entry) ?? []) : [])),
);

function asksForRight(deed: Effect): boolean {
  return roleAhead(deed) !== undefined && ordinaryRoleAllowed(deed.entryPoint, deed) === undefined;
}
