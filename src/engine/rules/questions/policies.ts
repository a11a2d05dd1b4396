/** Whether the database itself decides whose rows a caller sees and changes. */
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { oncePerModel } from "./once.ts";
import { tableOf } from "./tables.ts";

/** The call is made with the caller's own rights. Where the schema tells which tables have policies, those without have none. */
export function isUnderPolicies(effect: Effect, model: ServiceModel): boolean {
  if (!effect.asCaller) return false;
  if (effect.traits.allowsByPolicy) return true;
  const table = tableOf(effect, model);
  return table === undefined || table.rowSecurity === true || !tellsPolicies(model);
}

/** The table is known to have policies, and the call is made with the caller's own rights: who is nobody is let do nothing. */
export function areRowsSecured(effect: Effect, model: ServiceModel): boolean {
  if (!effect.asCaller) return false;
  return effect.traits.allowsByPolicy === true || tableOf(effect, model)?.rowSecurity === true;
}

const tellsPolicies = oncePerModel((model) => [...model.schema.tables.values()].some(({ rowSecurity }) => rowSecurity));
