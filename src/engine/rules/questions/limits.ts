/** Whose rows a condition leaves. */
import { termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";
import { oncePer } from "./once.ts";
import { ownerScoped } from "./ownership.ts";
import { isOfTenantAlone, namesTenant } from "./tenants.ts";

/** Whose rows the condition limits the effect to: the caller's own, the caller's tenant's, or everybody's. */
export const limitOf = oncePer((effect: Effect): "self" | "tenant" | "none" => {
  const { entryPoint: entry, where } = effect;
  if (where === undefined || !ownerScoped(entry, effect)) return "none";
  const parts = [...termsWithin(where)].filter((part) => part.kind === "input" && isFieldOfCaller(part));
  const isOfTenant = parts.length > 0 ? parts.every(namesTenant) : isOfTenantAlone(entry, where);
  return isOfTenant ? "tenant" : "self";
});

function isFieldOfCaller(part: Term & { readonly kind: "input" }): boolean {
  return (part.source === "identity" || part.source === "session") && part.path.length > 0;
}
