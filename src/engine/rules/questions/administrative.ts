/** Addresses that a team keeps for itself, told by the words that services use for them. */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { oncePerApp } from "./once.ts";

const ADMINISTRATIVE =
  /(?:^|\/)(?:admin|admins|administration|backoffice|back-office|superuser|superadmin|staff)(?:\/|$)/i;

/** What is not for other programs may be for the service's own pages: `/internal/api/orders`. */
const INTERNAL = /(?:^|\/)internal(?:\/|$)/i;

/** A team's own pages; where most addresses are internal, that is what the application's own pages call. */
export function isAdministrative(entry: EntryPoint, model: ServiceModel): boolean {
  return ADMINISTRATIVE.test(entry.path) || (INTERNAL.test(entry.path) && !isMostlyInternal(entry.app, model));
}

const isMostlyInternal = oncePerApp((app, model): boolean => {
  const all = model.entryPoints.filter((entry) => entry.app === app && entry.path !== "");
  return 2 * all.filter(({ path }) => INTERNAL.test(path)).length > all.length;
});
