/** Writes that nothing limits: every row of the table is deleted, or set to the same. */
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { isOwned } from "./belongs.ts";
import { stakeOf } from "./stake.ts";

/** Rows of others are among them: all that are deleted, and of those that are changed the ones that say whose they are. */
export function changesAllRows(effect: Effect, model: ServiceModel): boolean {
  if (effect.category !== "database" || !effect.unlimited || stakeOf(effect) === "trail") return false;
  return effect.operation === "delete" || (effect.operation === "set" && isOwned(effect, model));
}
