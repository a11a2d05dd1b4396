/** Whether the rows of a table are somebody's, as the schema and the service's own endpoints tell. */
import type { Effect } from "../model/effect.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { isAnswered } from "./answered.ts";
import { keepsPassword } from "./columns.ts";
import { effectsOn } from "./effects-on.ts";
import { guardedBy } from "./guarded.ts";
import { isTied, ownerColumn, ownerScoped, requestIds } from "./ownership.ts";
import { isOfTenant, standsBelowOwned, tableOf } from "./tables.ts";

/** The service keeps the caller with rows of this table, or limits others to them. */
export function belongsToSomebody(effect: Effect, model: ServiceModel): boolean {
  const others = effectsOn(model, effect);
  if (effect.access === "read") {
    const scopedReads = others.filter((one) => one.access === "read" && ownerScoped(one.entryPoint, one)).length;
    const openReads = others.filter(
      (one) =>
        one.access === "read" &&
        // Jobs and webhooks have no caller: that they read it says nothing about who may.
        !/^(?:queue|schedule|event|webhook|command)$/.test(one.entryPoint.kind) &&
        !one.entryPoint.guards.some((guard) => guard.kind === "authentication") &&
        // What is looked through in order to answer something else, such as which hours are free, is shown to nobody.
        (isAnswered(one.entryPoint, one) || isFoundById(one)),
    ).length;
    if (openReads > 0 || others.some((one) => isListForAll(one))) return false;
    const table = tableOf(effect, model);
    return scopedReads > 0 || (table !== undefined && isOfTenant(table, model));
  }
  if (isOwned(effect, model)) return true;
  const table = tableOf(effect, model);
  // What is in stock goes down for whoever orders.
  return table !== undefined && effect.operation !== "increment" && standsBelowOwned(table, model);
}

/** Rows of the table are stored with their owner, limited to the caller, or have a column that says whose they are. */
export function isOwned(effect: Effect, model: ServiceModel): boolean {
  return (
    effectsOn(model, effect).some(
      (one) => one.access === "write" && ((one.data && isTied(one.entryPoint, one, one.data)) || isLimited(one)),
    ) ||
    // A row with a password is somebody's account.
    ownerColumn(effect, model) !== undefined ||
    keepsPassword(effect, model)
  );
}

/** Whoever knows its id is told that the row is there. */
function isFoundById({ where }: Effect): boolean {
  return where?.kind === "object" && where.fields.some((field) => /^_?id$/i.test(field.key ?? ""));
}

/** To rows of the caller, or of something that is the caller's. */
function isLimited(effect: Effect): boolean {
  return effect.where !== undefined && isTied(effect.entryPoint, effect, effect.where);
}

/** Whoever is signed in sees all rows in a list: what is shown there is no secret by its id. */
function isListForAll(effect: Effect): boolean {
  const { entryPoint: entry } = effect;
  if (effect.access !== "read" || (entry.method !== "GET" && entry.method !== "QUERY")) return false;
  if (/^(?:count|aggregate|groupBy|exists?|sum|average)$/.test(effect.call.text.split(".").at(-1) ?? "")) return false;
  if (requestIds(entry, effect).length > 0 || ownerScoped(entry, effect) || entry.unreadable) return false;
  if (guardedBy(entry, effect, ["role", "ownership", "signature"]) !== "no") return false;
  return effect.where === undefined
    ? /(?:^|\.)(?:find|findMany|findAll|select|all|list)\w*$/.test(effect.call.text)
    : false;
}
