/** Rows that are deleted first, and made anew: `deleteMany({ orderId })`, then `createMany(items.map((item) => ({ ...item, orderId })))`. */
import type { Branch, EffectEvent, Path, Scope } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { effectsOf } from "../trail/effects-of.ts";

/** The path certainly deletes, ahead of the insert, every row that has in these columns what the new rows have. */
export function replacesRows(effect: EffectEvent, path: Path): boolean {
  return deletesFirst(effect, path, (event) => event.scopes.every((scope) => isCertain(scope, effect)));
}

/**
 * The same, on a way that is taken wherever there are such rows: `if (await find(userId)) await remove(userId); await
 * add(userId, token)`. A delete that asks for more, or that ends there, leaves the key of before in its place.
 */
export function mayReplaceRows(effect: EffectEvent, path: Path): boolean {
  const read = new Set(effectsOf(path).flatMap((event) => (event.access === "read" ? [event.result] : [])));
  return deletesFirst(effect, path, (event) =>
    event.scopes.every(
      (scope) => isCertain(scope, effect) || (scope.kind === "branch" && asksForRow(scope, read) && !ends(scope, path)),
    ),
  );
}

function asksForRow({ test, when }: Branch, read: ReadonlySet<Term>): boolean {
  const isNegated = test.kind === "operation" && test.operator === "!";
  const [row] = isNegated ? test.parts : [test];
  return row !== undefined && when !== isNegated && read.has(row);
}

function ends({ test, when }: Branch, path: Path): boolean {
  return path.events.some((event) => event.kind === "check" && event.test === test && event.stopsWhen === when);
}

function deletesFirst(effect: EffectEvent, path: Path, comesFirst: (event: EffectEvent) => boolean): boolean {
  if (effect.operation !== "insert" || effect.category !== "database" || effect.target === undefined) return false;
  const { data } = effect;
  if (data === undefined) return false;
  return effectsOf(path).some(
    (event) =>
      event.operation === "delete" &&
      event.order < effect.order &&
      event.target === effect.target &&
      event.system === effect.system &&
      comesFirst(event) &&
      event.where?.kind === "object" &&
      event.where.fields.length > 0 &&
      event.where.fields.every(({ key, value }) => key !== undefined && isNamed(value) && holdsIn(data, key, value)),
  );
}

function isCertain(scope: Scope, effect: EffectEvent): boolean {
  return scope.kind === "transaction" || scope.kind === "memoised" || effect.scopes.includes(scope);
}

/** A value that was sent or read: a kind or a state alone (`{ type: "draft" }`) is common to rows of all callers. */
function isNamed(value: Term): boolean {
  return value.kind !== "literal" && value.kind !== "undefined";
}

/** `body.email` of the `body` that is spread. */
function isFieldOf(value: Term, whole: Term, key: string): boolean {
  return (
    value.kind === "input" &&
    whole.kind === "input" &&
    value.source === whole.source &&
    value.path.join("\n") === [...whole.path, key].join("\n")
  );
}

/** Every row that is written has this value in the column. */
function holdsIn(data: Term, key: string, value: Term): boolean {
  switch (data.kind) {
    case "object": {
      const named = data.fields.findLast((field) => field.key === key);
      return named ? named.value === value : data.fields.some((one) => !one.key && isFieldOf(value, one.value, key));
    }
    case "array":
      return data.items.length > 0 && data.items.every((item) => holdsIn(item, key, value));
    case "choice":
      return data.options.every((option) => holdsIn(option, key, value));
    case "unknown": {
      // What `map` made of a list: the row that its function gives.
      const rows = data.parts.filter((part) => part.kind === "object");
      return rows.length > 0 && rows.every((row) => holdsIn(row, key, value));
    }
    default:
      return false;
  }
}
