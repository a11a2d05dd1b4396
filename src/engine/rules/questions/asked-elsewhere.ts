/** What an application asks before nearly everything that is changed for a team, whatever the table. */

import { isSamePart } from "../../link/terms/same-part.ts";
import { isSent } from "../../link/terms/sent.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isIdColumn } from "../../vocabulary/id-column.ts";
import { effectsOn } from "./effects-on.ts";
import { guardedBy, isCalledByUsers } from "./guarded.ts";
import { limitOf } from "./limits.ts";
import { oncePerApp } from "./once.ts";
import { provenAhead } from "./ownership.ts";
import { isChange, roleAhead, type Witness } from "./role-witness.ts";
import { isOfOthers } from "./siblings.ts";
import { isOfTenantAlone } from "./tenants.ts";

/**
 * Nearly every endpoint of the application that changes rows of the caller's team asks for a right, whatever the table;
 * this one asks for none. Who may add rows to a table that others need a right to change may do so on purpose.
 */
export function witnessInApp(effect: Effect, model: ServiceModel): Witness | undefined {
  const { entryPoint: entry } = effect;
  if (!isOpenChange(effect, model)) return undefined;
  const { asking: all, open } = changesOf(entry.app, model);
  // Programs with keys, and people of another kind, come in by another login.
  const asking = all.filter((one) => sharesLogin(one.entry, entry));
  if (
    asking.length < LEAST_ASKING ||
    asking.length < TIMES_AS_MANY * open.filter((one) => sharesLogin(one, entry)).length
  )
    return undefined;
  const beside = effectsOn(model, effect).filter((one) => one.entryPoint.app === entry.app && isChange(one));
  if (effect.operation === "insert" && beside.some((one) => roleAhead(one))) return undefined;
  return asking.find((one) => one.entry.method === entry.method) ?? asking[0];
}

/** Fewer say nothing of what the team means to ask everywhere. */
const LEAST_ASKING = 8;
const TIMES_AS_MANY = 2;

function isOpenChange(effect: Effect, model: ServiceModel): boolean {
  return isCounted(effect, model) && guardedBy(effect.entryPoint, effect, ["role", "signature"]) === "no";
}

/** The endpoint itself changes rows of the caller's team; what is noted on the way in is no work of it. */
function isCounted(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry, where, data, operation } = effect;
  const scope = operation === "insert" ? data : where;
  return (
    isChange(effect) &&
    !inChain(effect) &&
    scope !== undefined &&
    (isOfTenantAlone(entry, scope) || isOfProvenTeam(effect, scope)) &&
    isOfOthers(effect, model) &&
    !isOwn(effect)
  );
}

/** `{ id, projectId: input.projectId }`, once the caller was found to belong to that project. */
function isOfProvenTeam(effect: Effect, scope: Term): boolean {
  if (scope.kind !== "object") return false;
  const teams = provenAhead(effect.entryPoint, effect).filter(isSent);
  return scope.fields.some(
    ({ key, value }) => key !== undefined && !isIdColumn(key) && teams.some((team) => isSamePart(team, value)),
  );
}

/** What somebody does with their own row needs nobody's leave. */
function isOwn(effect: Effect): boolean {
  return limitOf(effect) === "self";
}

interface Changes {
  readonly asking: readonly Witness[];
  readonly open: readonly EntryPoint[];
}

/** Endpoints by which callers change rows of their team: those that ask for a right first, and how many do not. */
const changesOf = oncePerApp((app, model): Changes => {
  const entries = model.entryPoints.filter((entry) => entry.app === app && isOfUsers(entry));
  const asking = entries.flatMap((entry) => {
    const changes = entry.effects.filter((effect) => isCounted(effect, model));
    return changes.flatMap((effect) => roleAhead(effect) ?? [])[0] ?? [];
  });
  const open = entries.filter((entry) => entry.effects.some((effect) => isOpenChange(effect, model)));
  return { asking, open };
});

/** The same check, and not one of the same name: `inline check` is what many are called. */
function sharesLogin(one: EntryPoint, other: EntryPoint): boolean {
  const logins = new Set(loginsOf(one));
  return loginsOf(other).some((login) => logins.has(login));
}

function loginsOf({ guards }: EntryPoint): readonly string[] {
  return guards
    .filter(({ kind }) => kind === "authentication")
    .map(({ name, place }) => `${name} ${place.file} ${place.at[0]}`);
}

function isOfUsers(entry: EntryPoint): boolean {
  return isCalledByUsers(entry) && !entry.public && !entry.unreadable;
}
