/** Recognises handlers that look whether a row is there, and take it away or add it: each call undoes the one before. */
import type { Branch, EffectEvent, PathEvent, Scope } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { alternatives } from "../evaluate/members.ts";
import { HOLDS_CLIENT_DATA, holds } from "../terms/marks.ts";
import { presenceOf } from "../terms/presence.ts";
import { containsTerm } from "../terms/terms.ts";
import { wantedIn } from "../terms/wanted.ts";

/** The insert becomes a toggle where the same test takes the row of the same table away. */
export function withToggles(events: readonly PathEvent[]): readonly PathEvent[] {
  const removals = events.filter(
    (event): event is EffectEvent =>
      // What is taken away after a failure was added just before.
      isOf(event, "delete") && !event.scopes.some((scope) => scope.kind === "catch") && !isAddedAgain(event, events),
  );
  if (removals.length === 0) return events;
  return events.map((event) => {
    if (!isOf(event, "insert")) return event;
    const turns = removals.some((removal) => sameTable(removal, event) && decidedTogether(removal, event, events));
    return turns ? { ...event, operation: "toggle" } : event;
  });
}

/** `await recent.delete(key); await recent.create(key)`: what is taken away is there again at once, as the newest. */
function isAddedAgain(removal: EffectEvent, events: readonly PathEvent[]): boolean {
  return events.some(
    (event) =>
      isOf(event, "insert") &&
      event.order > removal.order &&
      sameTable(event, removal) &&
      removal.scopes.every((scope) => event.scopes.includes(scope)) &&
      removal.scopes.length > 0,
  );
}

function isOf(event: PathEvent, operation: EffectEvent["operation"]): event is EffectEvent {
  return event.kind === "effect" && event.operation === operation && event.category === "database";
}

function sameTable(first: EffectEvent, second: EffectEvent): boolean {
  return first.system === second.system && first.target !== undefined && first.target === second.target;
}

/** One test, whether a row of the table is there, leads to the one or to the other. */
function decidedTogether(removal: EffectEvent, insert: EffectEvent, events: readonly PathEvent[]): boolean {
  if (isOtherwise(removal, insert)) return true;
  return removal.scopes.some((scope) => {
    if (scope.kind !== "branch" || !asksFor(scope, insert, events)) return false;
    if (isToldApart(removal, insert, events) || isToldApart(insert, removal, events)) return false;
    if (isOfOtherState(removal, insert)) return false;
    return insert.scopes.some((other) => isOther(scope, other)) || stopsAfter(scope, insert, events);
  });
}

/** `const removed = await likes.delete(key); if (!removed) await likes.add(key)`: where nothing was there, it is added. */
function isOtherwise(removal: EffectEvent, insert: EffectEvent): boolean {
  const { where, result, order } = removal;
  if (order > insert.order || where?.kind !== "object" || insert.data?.kind !== "object") return false;
  const { fields } = insert.data;
  const isSame = where.fields.every(({ key, value }) =>
    fields.some((field) => field.key === key && field.value === value),
  );
  return (
    isSame &&
    insert.scopes.some(
      (scope) => scope.kind === "branch" && presenceOf(scope.test, result).includes(scope.when ? "absent" : "present"),
    )
  );
}

/** The one happens only where the caller asks for it (`if (liked && !row)`): sent again, it asks for the same. */
export function isToldApart(event: EffectEvent, other: EffectEvent, events: readonly PathEvent[]): boolean {
  const rows = events.flatMap((one) => (one.kind === "effect" ? [one.result] : []));
  return event.scopes.some(
    (scope) =>
      scope.kind === "branch" &&
      !other.scopes.includes(scope) &&
      wantedIn(scope.test, scope.when).some(
        ({ term }) => holds(term, HOLDS_CLIENT_DATA) && !rows.some((row) => containsTerm(term, row)),
      ),
  );
}

/** `if (row.status === "invited") remove()`, and a row is added as `active`: what was added is not taken away. */
function isOfOtherState(removal: EffectEvent, { data }: EffectEvent): boolean {
  if (data?.kind !== "object") return false;
  return removal.scopes.some(
    (scope) =>
      scope.kind === "branch" &&
      wantedIn(scope.test, scope.when).some(({ term, holds: isWanted }) => {
        if (!isWanted || term.kind !== "operation" || term.operator !== "===") return false;
        const literal = term.parts.find((part) => part.kind === "literal");
        const column = term.parts.flatMap((part) => columnOf(part) ?? [])[0];
        const stored = data.fields.find(({ key }) => key !== undefined && key === column)?.value;
        return (
          literal !== undefined &&
          stored !== undefined &&
          alternatives(stored).every((one) => one.kind === "literal" && one !== literal)
        );
      }),
  );
}

function columnOf(term: Term): string | undefined {
  if (term.kind === "member") return term.name;
  return term.kind === "external" && term.base ? term.path.at(-1) : undefined;
}

function isOther(scope: Branch, other: Scope): boolean {
  return other.kind === "branch" && other.test === scope.test && other.when !== scope.when;
}

/** The branch that takes it away ends the path. */
export function stopsAfter(scope: Branch, insert: EffectEvent, events: readonly PathEvent[]): boolean {
  return events.some(
    (event) =>
      event.kind === "check" &&
      event.test === scope.test &&
      event.stopsWhen === scope.when &&
      event.order < insert.order &&
      event.stop.how !== "throw" &&
      (event.stop.status ?? 200) < 400 &&
      event.scopes.every((outer) => insert.scopes.includes(outer)),
  );
}

/** The row is taken away where it is there. */
function asksFor({ test, when }: Branch, insert: EffectEvent, events: readonly PathEvent[]): boolean {
  return events.some(
    (event) =>
      event.kind === "effect" &&
      event.access === "read" &&
      sameTable(event, insert) &&
      presenceOf(test, event.result).includes(when ? "present" : "absent"),
  );
}
