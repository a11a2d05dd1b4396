/** What the endpoints beside one ask before they change the same rows, though all of them see to the tenant. */
import { containsTerm, termsWithin } from "../link/terms.ts";
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { storesCallersPart } from "./callers-part.ts";
import { effectsOn } from "./effects-on.ts";
import { guardedBy } from "./guarded.ts";
import { isMachine } from "./machine.ts";
import { isChange, limitOf, roleAhead, type Witness } from "./role-witness.ts";
import { namesTenant } from "./tenants.ts";

/**
 * Every other endpoint of the same file that changes rows of this table asks for a role, and there are several of them, or
 * one is the plain change of the row that this one changes a part of. Rows of the caller's own need none.
 */
export function witnessBeside(effect: Effect, model: ServiceModel): Witness | undefined {
  if (!isOfColleagues(effect) || guardedBy(effect.entryPoint, effect, ["role", "signature"]) !== "no") return undefined;
  const { entryPoint: entry } = effect;
  const others = effectsOn(model, effect).filter(
    (one) =>
      one.entryPoint !== entry &&
      one.entryPoint.app === entry.app &&
      one.entryPoint.handler.place.file === entry.handler.place.file &&
      isOfColleagues(one),
  );
  const asking = new Map(others.flatMap((one) => roleAhead(one) ?? []).map((one) => [one.entry, one]));
  const isPartOf = (whole: EntryPoint): boolean =>
    /^(?:PUT|PATCH)$/.test(whole.method) && entry.path.startsWith(`${whole.path}/`);
  if (
    asking.size < 2 ||
    (asking.size < 3 && ![...asking.keys()].some(isPartOf)) ||
    others.some(({ entryPoint }) => !asking.has(entryPoint))
  )
    return undefined;
  return [...asking.values()][0];
}

/** Somebody who is signed in changes rows, and not those of their own alone. */
function isOfColleagues(effect: Effect): boolean {
  const { entryPoint: entry } = effect;
  return (
    isChange(effect) &&
    effect.operation !== "insert" &&
    guardedBy(entry, effect, ["authentication"]) === "yes" &&
    !isMachine(entry) &&
    !storesCallersPart(effect) &&
    limitOf(effect) !== "self" &&
    !isComparedWithPerson(effect)
  );
}

/** `row.authorId !== user.id` ahead of it: there the author may do what others need a role for. */
function isComparedWithPerson({ entryPoint: entry, order }: Effect): boolean {
  const rows = entry.effects.filter((one) => one.access === "read");
  return entry.trail.events.some(
    (event) =>
      event.kind === "check" &&
      event.order < order &&
      [...termsWithin(event.test)].some(
        (part) =>
          part.kind === "operation" &&
          /^(?:[!=]==|includes|some)$/.test(part.operator) &&
          part.parts.some(
            (side) =>
              side.kind === "input" && (side.source === "identity" || side.source === "session") && !namesTenant(side),
          ) &&
          part.parts.some((side) => rows.some(({ result }) => containsTerm(side, result))),
      ),
  );
}
