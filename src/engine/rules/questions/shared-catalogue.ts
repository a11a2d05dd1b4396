/** Rows that everybody is shown and nobody owns, changed by whoever has signed up: categories, themes, products. */

import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { effectsOn } from "./effects-on.ts";
import { keepsOwnRows, signsUp } from "./people.ts";
import { isShownToVisitors } from "./private-tables.ts";
import { isChange, isChosen, isForAnyUser, isNobodys } from "./role-witness.ts";

/**
 * Visitors are shown the rows, no row is anybody's, and endpoints keep them (rows are added, changed, taken away by id)
 * for whoever is signed in, while anybody may sign up, and people have rows of their own elsewhere.
 */
export function isSharedCatalogue(effect: Effect, model: ServiceModel): boolean {
  const { app } = effect.entryPoint;
  return (
    isKept(effect, model) &&
    isNobodys(effect, model) &&
    isManaged(effect, model) &&
    isShownToVisitors(effect, model) &&
    signsUp(app, model) &&
    keepsOwnRows(app, model)
  );
}

/** Added to, set or taken away as the request says, for any signed-in user. */
function isKept(effect: Effect, model: ServiceModel): boolean {
  return (
    isChange(effect) &&
    /^(?:insert|set|delete|upsert)$/.test(effect.operation) &&
    !inChain(effect) &&
    isChosen(effect) &&
    isForAnyUser(effect, model)
  );
}

/** Rows are added, and changed or taken away, and all of that is left to any signed-in user. */
function isManaged(effect: Effect, model: ServiceModel): boolean {
  const changes = effectsOn(model, effect).filter(
    (one) => one.entryPoint.app === effect.entryPoint.app && isChange(one) && !inChain(one),
  );
  const kept = new Set(changes.filter((one) => isKept(one, model)).map(({ operation }) => operation));
  return kept.has("insert") && kept.size > 1 && changes.every((one) => isKept(one, model));
}
