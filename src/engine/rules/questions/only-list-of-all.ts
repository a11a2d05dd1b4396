import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { isWrittenForAll } from "../../vocabulary/published.ts";
import { isAnswered } from "./answered.ts";
import { effectsOn } from "./effects-on.ts";
import { isCalledByUsers } from "./guarded.ts";
import { isShownWhole } from "./lists-of-persons.ts";
import { ownerScoped } from "./ownership.ts";
import { stakeOf } from "./stake.ts";
import { isOfPeople, tableOf } from "./tables.ts";

/**
 * Rows of everybody are listed, where each other endpoint that shows some of the table limits them to the caller's own: the
 * condition was forgotten. Of people who sign in, and of what is written for all, others are shown.
 */
export function isOnlyListOfAll(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry, target = "" } = effect;
  const table = tableOf(effect, model);
  if (isWrittenForAll(target) || stakeOf(effect) === "trail" || (table && isOfPeople(table))) return false;
  if (!isShownWhole(effect)) return false;
  const others = effectsOn(model, effect).filter(
    (one) =>
      one.access === "read" &&
      one.entryPoint !== entry &&
      isCalledByUsers(one.entryPoint) &&
      isAnswered(one.entryPoint, one),
  );
  const kept = others.filter((one) => ownerScoped(one.entryPoint, one));
  return kept.length === others.length && new Set(kept.map((one) => one.entryPoint)).size >= LEAST;
}

/** One of two may be a page of one's own beside a page for all. */
const LEAST = 2;
