/** Checks of a row or of the id that it is found by, which tie it to the caller. */
import { isSamePart } from "../../link/terms/same-part.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { isCallers, isFoundInOwn, isTied } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";

/** Load, compare, stop: the row is read first and compared before anything comes of it. */
export function isCheckedLater(entry: EntryPoint, effect: Effect): boolean {
  if (isHandedToUnread(entry, effect)) return true;
  if (effect.access !== "read") return false;
  const ids = requestIds(entry, effect);
  return entry.guards.some(
    (guard) =>
      (guard.kind === "ownership" || guard.kind === "role") &&
      guard.order > effect.order &&
      (guard.proves.includes(effect.result) ||
        guard.kind === "role" ||
        ids.some((id) => guard.proves.some((proven) => isSamePart(proven, id)))),
  );
}

/**
 * A call that nobody could read is given the row and the caller, or is the caller's own, `user.mayEdit(row)`; and what it
 * says is tested. A row that is changed was read for that ahead of it.
 */
function isHandedToUnread(entry: EntryPoint, effect: Effect): boolean {
  const isRead = effect.access === "read";
  const rows = isRead ? [effect.result] : rowsBy(entry, effect, requestIds(entry, effect));
  return entry.trail.events.some((event) => {
    if (event.kind !== "opaque" || event.order > effect.order !== isRead) return false;
    const parts = [event.call.callee, ...event.call.arguments];
    return (
      parts.some((part) => rows.some((row) => containsTerm(part, row))) &&
      parts.some((part) => isCallers(entry, part)) &&
      entry.trail.events.some(
        (check) =>
          check.kind === "check" && (isRead || check.order < effect.order) && containsTerm(check.test, event.result),
      )
    );
  });
}

/** Who asks for another's than their own is checked: `if (userId !== user.id) { if (user.role !== "admin") throw … }`. */
export function isCheckedUnlessOwn(entry: EntryPoint, effect: Effect): boolean {
  const ids = requestIds(entry, effect);
  const rows = rowsBy(entry, effect, ids);
  return entry.trail.events.some(
    (event) =>
      event.kind === "check" &&
      event.order < effect.order &&
      isCallers(entry, event.test) &&
      event.scopes.some((scope) => scope.kind === "branch" && tellsFromOwn(entry, scope.test, scope.when, ids, rows)),
  );
}

/** Rows that were read by the same ids, ahead of the effect, or by the effect itself. */
function rowsBy(entry: EntryPoint, effect: Effect, ids: readonly Term[]): readonly Term[] {
  return entry.effects
    .filter((one) => one.access === "read" && one.order <= effect.order)
    .filter((one) => one === effect || requestIds(entry, one).some((id) => ids.some((other) => isSamePart(id, other))))
    .map(({ result }) => result);
}

function tellsFromOwn(
  entry: EntryPoint,
  test: Term,
  when: boolean,
  ids: readonly Term[],
  rows: readonly Term[],
): boolean {
  if (test.kind !== "operation") return false;
  if (test.operator === "!" && test.parts[0]) return tellsFromOwn(entry, test.parts[0], !when, ids, rows);
  if (test.operator === (when ? "&&" : "||"))
    return test.parts.some((part) => tellsFromOwn(entry, part, when, ids, rows));
  if (test.operator !== (when ? "!==" : "===")) return false;
  return test.parts.some(
    (side) =>
      isCallers(entry, side) &&
      test.parts.some(
        (other) =>
          other !== side && (ids.some((id) => isSamePart(other, id)) || rows.some((row) => containsTerm(other, row))),
      ),
  );
}

/** What the row stands below is compared with what was found to be the caller's: `row.teamId !== params.teamId`, once the team was. */
export function isComparedWithTied(entry: EntryPoint, effect: Effect): boolean {
  const rows = rowsBy(entry, effect, requestIds(entry, effect));
  return entry.trail.events.some((event) => {
    if (event.kind !== "check" || (effect.access !== "read" && event.order > effect.order)) return false;
    const found = rows.filter((row) => containsTerm(event.test, row));
    if (found.length === 0) return false;
    const answers = new Set(found);
    return someTerm(
      event.test,
      (part) => {
        if (part.kind !== "operation" || !/^[!=]==$/.test(part.operator)) return false;
        return (
          part.parts.some((side) => found.some((row) => containsTerm(side, row))) &&
          part.parts.some(
            (side) =>
              !found.some((row) => containsTerm(side, row)) &&
              (isTied(entry, event, side) || isFoundInOwn(entry, event, side)),
          )
        );
      },
      new Set([...answers]),
    );
  });
}
