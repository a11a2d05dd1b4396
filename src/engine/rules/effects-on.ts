/** All effects on one table, queue or bucket, whichever entry point has them. */
import type { Effect } from "../model/effect.ts";
import type { ServiceModel, Table } from "../model/service-model.ts";
import { tableOf } from "./tables.ts";

const known = new WeakMap<ServiceModel, ReadonlyMap<string, readonly Effect[]>>();

/** Effects of every entry point on the target that this effect has, itself among them. Sorted out once per model. */
export function effectsOn(model: ServiceModel, effect: Effect): readonly Effect[] {
  let byTarget = known.get(model);
  if (byTarget === undefined) {
    byTarget = sortedByTarget(model);
    known.set(model, byTarget);
  }
  return byTarget.get(keyOf(effect, model)) ?? [];
}

/** All effects on a table that the schema declares, whatever it is called where. */
export function effectsOnTable(model: ServiceModel, table: Table): readonly Effect[] {
  let byTable = knownTables.get(model);
  if (byTable === undefined) {
    const sorted = new Map<string, Effect[]>();
    for (const effect of model.entryPoints.flatMap(({ effects }) => effects)) {
      const found = effect.category === "database" ? tableOf(effect, model) : undefined;
      if (!found) continue;
      const list = sorted.get(placeKey(found));
      if (list) list.push(effect);
      else sorted.set(placeKey(found), [effect]);
    }
    byTable = sorted;
    knownTables.set(model, byTable);
  }
  return byTable.get(placeKey(table)) ?? [];
}

const knownTables = new WeakMap<ServiceModel, ReadonlyMap<string, readonly Effect[]>>();

function placeKey({ place }: Table): string {
  return `${place.file} ${place.at[0]}`;
}

function sortedByTarget(model: ServiceModel): ReadonlyMap<string, readonly Effect[]> {
  const byTarget = new Map<string, Effect[]>();
  for (const entryPoint of model.entryPoints) {
    for (const effect of entryPoint.effects) {
      const key = keyOf(effect, model);
      const list = byTarget.get(key);
      if (list) list.push(effect);
      else byTarget.set(key, [effect]);
    }
  }
  return byTarget;
}

/** One table may go by two names, of the variable and of the database: it is declared in one place. */
function keyOf(effect: Effect, model: ServiceModel): string {
  const table = effect.category === "database" ? tableOf(effect, model) : undefined;
  return table ? `${effect.system} ${placeKey(table)}` : `${effect.system} ${effect.target ?? ""}`;
}
