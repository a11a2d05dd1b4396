/** All effects on one table, queue or bucket, whichever entry point has them. */
import type { Effect } from "../model/effect.ts";
import type { ServiceModel } from "../model/service-model.ts";

const known = new WeakMap<ServiceModel, ReadonlyMap<string, readonly Effect[]>>();

/** Effects of every entry point on the target that this effect has, itself among them. Sorted out once per model. */
export function effectsOn(model: ServiceModel, effect: Effect): readonly Effect[] {
  let byTarget = known.get(model);
  if (byTarget === undefined) {
    byTarget = sortedByTarget(model);
    known.set(model, byTarget);
  }
  return byTarget.get(keyOf(effect)) ?? [];
}

function sortedByTarget(model: ServiceModel): ReadonlyMap<string, readonly Effect[]> {
  const byTarget = new Map<string, Effect[]>();
  for (const entryPoint of model.entryPoints) {
    for (const effect of entryPoint.effects) {
      const list = byTarget.get(keyOf(effect));
      if (list) list.push(effect);
      else byTarget.set(keyOf(effect), [effect]);
    }
  }
  return byTarget;
}

function keyOf({ system, target }: Effect): string {
  return `${system} ${target ?? ""}`;
}
