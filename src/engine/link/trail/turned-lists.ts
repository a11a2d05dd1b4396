/** Recognises two updates of one row, of which a test of what is stored picks the one that undoes the other: followed or not. */
import type { Branch, EffectEvent, PathEvent, Scope } from "../../model/path.ts";
import type { Term, TermField } from "../../model/term.ts";
import { presenceOf } from "../terms/presence.ts";
import { someTerm } from "../terms/terms.ts";
import { isToldApart, stopsAfter } from "./toggles.ts";

/**
 * The later one of such a pair becomes a toggle: `liked ? update({ $pull: { likes: id } }) : update({ $addToSet: { likes: id } })`.
 * What is given to one and the same column of one and the same row can only be put in on the one way and taken out on the
 * other.
 */
export function withTurnedLists(events: readonly PathEvent[]): readonly PathEvent[] {
  const updates = events.filter(isUpdate);
  if (updates.length < 2) return events;
  const turned = new Set<PathEvent>();
  for (const [index, first] of updates.entries())
    for (const second of updates.slice(index + 1))
      if (undoes(first, second) && isDecidedByStored(first, second, events)) turned.add(second);
  if (turned.size === 0) return events;
  return events.map((event) =>
    event.kind === "effect" && turned.has(event) ? { ...event, operation: "toggle" } : event,
  );
}

function isUpdate(event: PathEvent): event is EffectEvent {
  return (
    event.kind === "effect" &&
    event.category === "database" &&
    (event.operation === "set" || event.operation === "append") &&
    event.target !== undefined &&
    event.where !== undefined &&
    event.data?.kind === "object"
  );
}

/** One row, one column, the same value, by another operator. */
function undoes(first: EffectEvent, second: EffectEvent): boolean {
  if (first.system !== second.system || first.target !== second.target || first.where !== second.where) return false;
  if (first.call.place === second.call.place || isSameCall(first, second)) return false;
  const [one, other] = [columnOf(first), columnOf(second)];
  return one !== undefined && other !== undefined && one.key === other.key && isOpposite(one.value, other.value);
}

function isSameCall({ call }: EffectEvent, { call: other }: EffectEvent): boolean {
  return call.arguments.every((argument, index) => argument === other.arguments[index]);
}

function columnOf({ data }: EffectEvent): TermField | undefined {
  const [field, ...others] = data?.kind === "object" ? data.fields : [];
  // Which columns a spread holds, nobody knows.
  return others.length === 0 && field?.key !== undefined ? field : undefined;
}

function isOpposite(one: Term, other: Term): boolean {
  // The operator stood around it.
  if (one === other) return one.kind !== "literal" && one.kind !== "undefined";
  // `{ connect: { id } }`, `{ disconnect: { id } }`
  if (one.kind === "object" && other.kind === "object") {
    const [put, took] = [one.fields[0], other.fields[0]];
    return (
      one.fields.length === 1 &&
      other.fields.length === 1 &&
      put?.key !== took?.key &&
      put?.value === took?.value &&
      put?.value.kind !== "literal"
    );
  }
  // `arrayUnion(id)`, `arrayRemove(id)`
  if (one.kind !== "external" || other.kind !== "external" || one.package !== other.package) return false;
  return (
    one.arguments !== undefined &&
    one.arguments.length > 0 &&
    one.path.at(-1) !== other.path.at(-1) &&
    one.arguments.every((argument, index) => argument === other.arguments?.[index])
  );
}

/** The test asks for a row, or for a value in the column, and not for what the caller wants. */
function isDecidedByStored(first: EffectEvent, second: EffectEvent, events: readonly PathEvent[]): boolean {
  if (isToldApart(first, second, events) || isToldApart(second, first, events)) return false;
  const column = columnOf(first)?.key;
  return first.scopes.some(
    (scope) =>
      scope.kind === "branch" &&
      !second.scopes.includes(scope) &&
      (second.scopes.some((other) => isOther(scope, other)) || stopsAfter(scope, second, events)) &&
      (someTerm(scope.test, (part) => nameOf(part) === column) || asksForRow(scope.test, events)),
  );
}

function isOther(scope: Branch, other: Scope): boolean {
  return other.kind === "branch" && other.test === scope.test && other.when !== scope.when;
}

function asksForRow(test: Term, events: readonly PathEvent[]): boolean {
  return events.some(
    (event) => event.kind === "effect" && event.access === "read" && presenceOf(test, event.result).length > 0,
  );
}

function nameOf(term: Term): string | undefined {
  if (term.kind === "member") return term.name;
  return term.kind === "external" ? term.path.at(-1) : undefined;
}
