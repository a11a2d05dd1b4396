/** A page and its form: what is asked of whoever opens the page, and what of whoever sends the form. */
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { guardedBy } from "./guarded.ts";
import { allowedIn } from "./ordinary-role.ts";
import { isChange, isChosen, type Witness } from "./role-witness.ts";

/**
 * The page asks for a right that its own action does not. Whoever knows the address sends the form without having seen the
 * page: https://workos.com/blog/react-router-v7-authorization-guide
 */
export function witnessOfPage(effect: Effect, model: ServiceModel): Witness | undefined {
  const { entryPoint: entry } = effect;
  if (!entry.onPage || entry.method === "GET" || !isChange(effect) || !isChosen(effect)) return undefined;
  if (guardedBy(entry, effect, ["authentication", "role"]) !== "yes") return undefined;
  if (guardedBy(entry, effect, ["ownership", "signature"]) !== "no") return undefined;
  const page = model.entryPoints.find((other) => isPageOf(other, entry));
  if (!page) return undefined;
  const asked = rightsOf(entry);
  const wanted = rightsOf(page);
  // It asks for something else.
  if (asked.some((right) => !wanted.some((one) => isSame(one, right)))) return undefined;
  const guard = wanted.find((right) => isCertain(page, right) && !asked.some((one) => isSame(one, right)));
  return guard && { entry: page, guard };
}

function isPageOf(other: EntryPoint, { path, handler, app }: EntryPoint): boolean {
  return (
    other.method === "GET" &&
    other.app === app &&
    other.path === path &&
    other.handler.place.file === handler.place.file &&
    !other.unreadable
  );
}

function rightsOf({ guards }: EntryPoint): readonly Guard[] {
  return guards.filter(({ kind }) => kind === "role");
}

/** Whoever has not got the right sees nothing of the page: it is no branch, and it does not send those away who have it. */
function isCertain(page: EntryPoint, { scopes, taken, proves }: Guard): boolean {
  if (scopes.length > 0 || taken) return false;
  return page.trail.events.some(
    (event) =>
      event.kind === "check" &&
      proves.includes(event.test) &&
      (FORBIDS.has(event.stop.status ?? 0) || allowedIn(event.test, event.stopsWhen).length > 0),
  );
}

const FORBIDS: ReadonlySet<number> = new Set([401, 403]);

function isSame(one: Guard, other: Guard): boolean {
  return one.name === other.name && [...one.detail].sort().join() === [...other.detail].sort().join();
}
