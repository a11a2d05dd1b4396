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
  if (ADMINISTRATIVE.test(entry.path)) return true;
  return INTERNAL.test(entry.path) && !isInMost(INTERNAL, entry.app, model);
}

/**
 * The same, where the word tells some addresses of the application from others: below `/admin` may stand nearly all of a
 * large one, for everybody who signs in.
 */
export function isForStaff(entry: EntryPoint, model: ServiceModel): boolean {
  if (!isAdministrative(entry, model)) return false;
  return countOf(entry.app, model).all < LARGE || !isInMost(ADMINISTRATIVE, entry.app, model);
}

const LARGE = 40;

function isInMost(word: RegExp, app: string, model: ServiceModel): boolean {
  const { all, administrative, internal } = countOf(app, model);
  return 2 * (word === INTERNAL ? internal : administrative) > all;
}

const countOf = oncePerApp((app, model) => {
  const paths = model.entryPoints.flatMap((entry) => (entry.app === app && entry.path !== "" ? [entry.path] : []));
  return {
    all: paths.length,
    administrative: paths.filter((path) => ADMINISTRATIVE.test(path)).length,
    internal: paths.filter((path) => INTERNAL.test(path)).length,
  };
});
