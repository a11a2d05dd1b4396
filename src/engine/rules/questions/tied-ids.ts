/** Whether an id of the request was tied to the caller ahead of an effect: by a guard, a parent, or a change of their own row. */
import { alternatives } from "../../link/evaluate/members.ts";
import { dominates } from "../../link/retry/retry.ts";
import { isSamePart } from "../../link/terms/same-part.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import { methodIn } from "../../link/terms/text-methods.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { isTestedAhead, ownerScoped } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";

/** A guard ties the very id, or the row this effect goes on from. Of an id that may come from two places, both. */
export function tiedByGuard(entry: EntryPoint, effect: Effect): boolean {
  const ids = requestIds(entry, effect);
  return entry.guards.some(
    (guard) =>
      guard.kind === "ownership" &&
      dominates(guard, effect) &&
      (guard.proves.length === 0 ||
        standsBelow(effect, guard.proves) ||
        ids.some(
          (id) =>
            guard.proves.some((proven) => isSamePart(proven, id)) &&
            besides(effect, id).every((other) => guard.proves.some((proven) => isSamePart(proven, other))),
        )),
  );
}

/** `{ id: params.id, storeId: store.id }`, where the store was found to be the caller's. */
function standsBelow({ where, result }: Effect, proven: readonly Term[]): boolean {
  return (
    where !== undefined && proven.some((row) => row.kind !== "input" && row !== result && containsTerm(where, row))
  );
}

/** Other parts of the request that may stand in the place of this one: `req.body.visitId ?? req.params.id`. */
function besides({ where }: Effect, id: Term): readonly Term[] {
  if (where?.kind !== "object") return [];
  return where.fields.flatMap(({ value }) => {
    const options = alternatives(value);
    return options.length > 1 && options.includes(id)
      ? options.filter((one) => one.kind === "input" && one !== id)
      : [];
  });
}

/** The very id was looked up or changed below a parent that the caller was found to belong to, and what was not found was refused. */
export function tiedByParent(entry: EntryPoint, effect: Effect, levels = MAXIMUM_LEVELS): boolean {
  const ids = requestIds(entry, effect);
  return entry.effects.some((read) => {
    if (read.order >= effect.order || levels === 0 || !(read.access === "read" || throwsOnNone(read, effect)))
      return false;
    const found = requestIds(entry, read);
    if (found.length < 2 || !found.some((one) => ids.some((id) => isSamePart(one, id)))) return false;
    const isRefused = read.access === "write" || isTestedAhead(entry, read, effect);
    return isRefused && (tiedByGuard(entry, read) || tiedByParent(entry, read, levels - 1));
  });
}

/** `prisma.chapter.update({ where: { id, courseId }, … })` on the way to the effect: it goes on only where there is such a row. */
function throwsOnNone({ traits, call, scopes, awaited }: Effect, effect: Effect): boolean {
  return (
    awaited &&
    traits.throwsOnNone?.test(methodIn(call.text)) === true &&
    scopes.every((scope) => effect.scopes.some(({ id }) => id === scope.id))
  );
}

/** A step of a flow of a team. */
const MAXIMUM_LEVELS = 2;

/** It was changed as the caller's own ahead of this, and whoever changed nothing was refused: `if (!count) throw …`. */
export function isChangedAsOwn(entry: EntryPoint, effect: Effect): boolean {
  const ids = requestIds(entry, effect);
  return entry.effects.some(
    (one) =>
      one.access === "write" &&
      one.target === effect.target &&
      one.order < effect.order &&
      ownerScoped(entry, one) &&
      requestIds(entry, one).some((id) => ids.some((other) => isSamePart(id, other))) &&
      isTestedAhead(entry, one, effect),
  );
}
