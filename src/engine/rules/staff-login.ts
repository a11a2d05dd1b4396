/** Whether the login ahead of an administrative endpoint is that of staff alone: nobody else can pass it. */
import type { EntryPoint } from "../model/entry-point.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { isAdministrative } from "./administrative.ts";
import { oncePerApp } from "./once.ts";

/** A check of who is calling that stands ahead of administrative endpoints and of no other, while others have their own. */
export function signsInStaff(entry: EntryPoint, model: ServiceModel): boolean {
  if (!isAdministrative(entry)) return false;
  const elsewhere = loginsElsewhere(entry.app, model);
  const own = loginsOf(entry);
  return elsewhere.size > 0 && own.some((login) => !elsewhere.has(login));
}

/** Names of the checks that stand ahead of endpoints which are not administrative. */
const loginsElsewhere = oncePerApp<ReadonlySet<string>>(
  (app, model) =>
    new Set(model.entryPoints.filter((entry) => entry.app === app && !isAdministrative(entry)).flatMap(loginsOf)),
);

/** Links of the chain that ask who is calling. */
function loginsOf(entry: EntryPoint): readonly string[] {
  const links = new Set(entry.chain.map(({ name }) => name));
  return entry.guards
    .filter((guard) => guard.kind === "authentication" && links.has(guard.name))
    .map((guard) => guard.name);
}
