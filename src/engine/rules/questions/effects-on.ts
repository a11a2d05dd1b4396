/** All effects on one table, queue or bucket, whichever entry point has them. */
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import { oncePerModel } from "./once.ts";
import { tableOf } from "./tables.ts";

const byTarget = oncePerModel(sortedByTarget);

/** Effects of every entry point on the target that this effect has, itself among them. Sorted out once per model. */
export function effectsOn(model: ServiceModel, effect: Effect): readonly Effect[] {
  return byTarget(model).get(keyOf(effect, model)) ?? [];
}

/** All effects on a table that the schema declares, whatever it is called where. */
export function effectsOnTable(model: ServiceModel, table: Table): readonly Effect[] {
  return byTable(model).get(placeKey(table)) ?? [];
}

const byTable = oncePerModel((model) => {
  const sorted = new Map<string, Effect[]>();
  for (const effect of model.entryPoints.flatMap(({ effects }) => effects)) {
    if (isJoined(effect)) continue;
    const found = effect.category === "database" ? tableOf(effect, model) : undefined;
    if (!found) continue;
    const list = sorted.get(placeKey(found));
    if (list) list.push(effect);
    else sorted.set(placeKey(found), [effect]);
  }
  return sorted;
});

/** A table that is joined is read for the rows of another: what is asked of its own rows, other queries say. */
export function isJoined({ access, within }: Effect): boolean {
  return within === true && access === "read";
}

function placeKey({ place }: Table): string {
  return `${place.file} ${place.at[0]}`;
}

function sortedByTarget(model: ServiceModel): ReadonlyMap<string, readonly Effect[]> {
  const byTarget = new Map<string, Effect[]>();
  for (const entryPoint of model.entryPoints) {
    for (const effect of entryPoint.effects) {
      if (isJoined(effect)) continue;
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
