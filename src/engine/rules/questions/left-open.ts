/** Work of staff that one endpoint leaves to whoever is signed in, where the application knows roles. */
import { isLeftInContext, isUnreadPart } from "../../link/guards/identity.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { someTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { effectsOn } from "./effects-on.ts";
import { oncePerApp } from "./once.ts";
import { isCallers } from "./ownership.ts";
import {
  isAllowedByRow,
  isChange,
  isChosen,
  isForAnyUser,
  isMainChange,
  isNobodys,
  roleAhead,
  type Witness,
} from "./role-witness.ts";
import { stakeOf } from "./stake.ts";

/**
 * Rows that are nobody's are changed as the request says, the caller appears in nothing that the endpoint reads or writes,
 * and elsewhere the application asks for roles before it changes anything: one of those that ask.
 */
export function witnessOfRoles(effect: Effect, model: ServiceModel): Witness | undefined {
  const { entryPoint: entry } = effect;
  if (!isMainChange(effect) || inChain(effect) || stakeOf(effect) === "trail" || !saysWhat(effect)) return undefined;
  if (!isForAnyUser(effect, model) || !isChosen(effect) || !isNobodys(effect, model) || isAllowedByRow(effect))
    return undefined;
  if (entry.effects.some((one) => !inChain(one) && meansCaller(entry, one))) return undefined;
  if (effect.operation === "insert" && !isKeptByAll(effect, model)) return undefined;
  const asking = askingForRoles(entry.app, model);
  return asking.length >= MANY ? asking[0] : undefined;
}

/** What stands in the row is the request's to say, or the row goes: a seat that is reserved, a vote that counts is everybody's. */
function saysWhat({ operation, data }: Effect): boolean {
  if (operation === "delete") return true;
  return /^(?:insert|set|upsert)$/.test(operation) && data !== undefined && holds(data, HOLDS_CLIENT_DATA);
}

/** Whoever is signed in changes or takes away such rows as well: what everybody may add alone, such as a report, is for staff to read. */
function isKeptByAll(effect: Effect, model: ServiceModel): boolean {
  return effectsOn(model, effect).some(
    (one) => isChange(one) && one.operation !== "insert" && !inChain(one) && isForAnyUser(one, model) && saysWhat(one),
  );
}

/** What middleware left, or what nobody can read, may be the caller as well. */
function meansCaller(entry: EntryPoint, { where, data }: Effect): boolean {
  const mayBeCaller = (part: Term): boolean => isLeftInContext(part) || isUnreadPart(part);
  return [where, data].some((term) => term !== undefined && (isCallers(entry, term) || someTerm(term, mayBeCaller)));
}

/** Endpoints that tell a habit. */
const MANY = 5;

/** Endpoints of the application that ask for a role before they change anything, one witness each. */
const askingForRoles = oncePerApp((app, model): readonly Witness[] =>
  model.entryPoints
    .filter((entry) => entry.app === app)
    .flatMap((entry) =>
      entry.effects
        .filter((effect) => isChange(effect) && !inChain(effect))
        .flatMap((effect) => roleAhead(effect) ?? [])
        .slice(0, 1),
    ),
);
