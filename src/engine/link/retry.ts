/** What a second run of the same request would do to an effect. */
import type { RetrySafety } from "../model/effect.ts";
import type { Guard } from "../model/guard.ts";
import type { EffectEvent, Path, Scope } from "../model/path.ts";
import type { Schema } from "../model/service-model.ts";
import type { Term } from "../model/term.ts";
import { COMPARISONS } from "./comparisons.ts";
import { computedColumn, takesByPlace } from "./computed.ts";
import { claims } from "./duplicates.ts";
import { partsOf } from "./terms.ts";

export interface Retry {
  readonly retry: RetrySafety;
  readonly because: string | undefined;
  /** Only a look-up ahead of it stops a repeat: two at once both find nothing. */
  readonly racy?: true;
}

const REPEATABLE = new Set(["read", "set", "delete", "upsert"]);

export function judgeRetry(effect: EffectEvent, path: Path, guards: readonly Guard[], schema: Schema): Retry {
  if (effect.access === "read" || effect.operation === "read") return safe("it only reads");
  if (effect.operation === "delete") return safe("it deletes what is already gone");
  const counts = computedColumn(effect, path) !== undefined;
  const byPlace = takesByPlace(effect);
  if (effect.operation === "set" && !counts && !byPlace) return safe("it sets the same values again");
  if (effect.operation === "upsert") return judgeUpsert(effect, schema);
  if (effect.scopes.some((scope) => scope.kind === "memoised")) return safe("the workflow engine remembers the step");
  const key = judgeKey(effect);
  if (key) return key;
  const unique = uniqueKeyOf(effect, schema);
  if (unique) return safe(`unique key ${unique}`);
  if (mayFillKey(effect, schema)) return { retry: "unknown", because: undefined };
  const dedupe = guards.find(
    (guard) =>
      guard.kind === "dedupe" &&
      dominates(guard, effect) &&
      !(effect.operation === "toggle" && isBranch(guard, effect)),
  );
  if (dedupe) {
    const stopped = safe(`${dedupe.name} stops a repeat`);
    return isRacy(effect, dedupe, path, schema) ? { ...stopped, racy: true } : stopped;
  }
  const claimed = claimedBefore(effect, path, schema);
  if (claimed) return safe(claimed);
  if (effect.operation === "call") return { retry: "unknown", because: undefined };
  return REPEATABLE.has(effect.operation) && !counts && !byPlace
    ? safe("it can be repeated")
    : { retry: "unsafe", because: undefined };
}

function safe(because: string): Retry {
  return { retry: "safe", because };
}

/** An upsert repeats safely by a key that is the same at the next run. */
function judgeUpsert(effect: EffectEvent, schema: Schema): Retry {
  const fresh: Retry = { retry: "unsafe", because: "the key is new at every run" };
  if (effect.where && isUnstable(effect.where)) return fresh;
  const row = effect.data?.kind === "object" ? effect.data : undefined;
  const columns = effect.conflict ?? [];
  if (columns.length > 0) {
    const key = row?.fields.filter((field) =>
      columns.some((column) => field.key?.toLowerCase() === column.toLowerCase()),
    );
    return key?.some((field) => isUnstable(field.value)) ? fresh : safe("upsert");
  }
  // Any unique key counts (`DO NOTHING`, `INSERT IGNORE`): one must be filled by the row.
  const table = effect.target === undefined ? undefined : schema.tables.get(effect.target.toLowerCase());
  if (!table || !row || row.fields.some((field) => field.key === undefined)) return safe("upsert");
  const unique = filledKey(effect, schema);
  return unique
    ? safe(`unique key ${unique}`)
    : { retry: "unsafe", because: `no unique key of ${effect.target} is filled` };
}

function judgeKey(effect: EffectEvent): Retry | undefined {
  if (effect.key === "none" || effect.key === "absent") return undefined;
  if (effect.key === "unknown") return { retry: "unknown", because: undefined };
  return isUnstable(effect.key) ? undefined : safe("idempotency key");
}

/**
 * Another value at every run. What a client gave back (`orders.findFirst({ where: { until: { gt: now } } })`) is not made
 * of its arguments: the row found is the same one.
 */
export function isUnstable(term: Term): boolean {
  return isFresh(term, new Set());
}

function isFresh(term: Term, seen: Set<Term>): boolean {
  if (seen.has(term)) return false;
  seen.add(term);
  const any = (parts: readonly Term[]): boolean => parts.some((part) => isFresh(part, seen));
  switch (term.kind) {
    case "unstable":
      return true;
    case "external":
      return term.path.length <= 1 && any(partsOf(term));
    case "operation":
      // A comparison is true or false, and the test of a choice is no part of what was chosen.
      if (term.operator === "!" || COMPARISONS.has(term.operator)) return false;
      return any(term.operator === "?:" ? term.parts.slice(1) : term.parts);
    case "member":
    case "element":
      return !isMixture(term.of) && isFresh(term.of, seen);
    case "result":
      // Made from fresh values themselves; what stands deep in an object may be anything.
      return any([term.of.callee, ...term.of.arguments.filter((argument) => argument.kind !== "object")]);
    case "unknown":
      return !isMixture(term) && any(term.parts);
    case "function":
    case "instance":
    case "class":
    case "bound":
      return false;
    default:
      return any(partsOf(term));
  }
}

/** Made of several values, nobody knows how: one that is fresh does not make it so. */
function isMixture(term: Term): boolean {
  return term.kind === "unknown" && (term.parts.length > 1 || term.parts.some((part) => part.kind === "object"));
}

/** A unique key of the table that the inserted row fills with values of the request. */
export function uniqueKeyOf(effect: EffectEvent, schema: Schema): string | undefined {
  if (effect.operation !== "insert" || effect.target === undefined) return undefined;
  if (effect.conflict)
    return effect.conflict.length > 0 ? `${effect.target}(${effect.conflict.join(", ")})` : effect.target;
  return filledKey(effect, schema);
}

/** A unique key of the table whose columns the row fills with values that are the same at the next run. */
function filledKey(effect: EffectEvent, schema: Schema): string | undefined {
  const table = effect.target === undefined ? undefined : schema.tables.get(effect.target.toLowerCase());
  const row = effect.data;
  if (!table || row?.kind !== "object") return undefined;
  const columns = new Map(
    row.fields.flatMap((field) => (field.key === undefined ? [] : [[field.key.toLowerCase(), field.value] as const])),
  );
  for (const unique of table.unique) {
    const values = unique.map((column) => columns.get(column.toLowerCase()));
    if (values.every((value) => value !== undefined && value.kind !== "undefined" && !isUnstable(value)))
      return `${effect.target}(${unique.join(", ")})`;
  }
  return undefined;
}

/** The row's columns are not all known, and the table has a key of its own nature: the row may well fill it. */
function mayFillKey(effect: EffectEvent, schema: Schema): boolean {
  if (effect.operation !== "insert" || effect.target === undefined || effect.data === undefined) return false;
  if (effect.data.kind === "object" && effect.data.fields.every((field) => field.key !== undefined)) return false;
  const table = schema.tables.get(effect.target.toLowerCase());
  if (!table) return false;
  const generated = new Set(
    table.columns.filter((column) => column.generated).map((column) => column.name.toLowerCase()),
  );
  return table.unique.some((unique) => !unique.every((column) => generated.has(column.toLowerCase())));
}

/** The guard is the very branch that decides which way a toggle turns. */
function isBranch(guard: Guard, effect: EffectEvent): boolean {
  return guard.scopes.some((id) => effect.scopes.some((scope) => scope.id === id && scope.kind === "branch"));
}

/** The table is known, none of its unique keys is filled, and what stops a repeat is a look-up of the same table. */
function isRacy(effect: EffectEvent, dedupe: Guard, path: Path, schema: Schema): boolean {
  if (effect.operation !== "insert" || effect.target === undefined) return false;
  if (!schema.tables.has(effect.target.toLowerCase())) return false;
  const asked = path.events.filter(
    (event): event is EffectEvent =>
      event.kind === "effect" &&
      event.order < effect.order &&
      event.target !== undefined &&
      dedupe.detail.includes(event.target),
  );
  return (
    asked.some((event) => event.target === effect.target) &&
    asked.every((event) => event.access === "read" && !event.lock)
  );
}

/** An insert on a unique key that comes first and fails at the second run: nothing after it happens twice. */
function claimedBefore(effect: EffectEvent, path: Path, schema: Schema): string | undefined {
  for (const event of path.events) {
    if (event.order >= effect.order) return undefined;
    if (event.kind !== "effect" || event.conflict) continue;
    if (!event.scopes.every((scope) => effect.scopes.includes(scope) || isTakenOver(scope, path))) continue;
    const unique = uniqueKeyOf(event, schema);
    if (unique) return `the insert on unique key ${unique} fails first`;
  }
  return undefined;
}

/** What the second run meets when its insert fails goes on only with a claim of its own: the first one's lease is over. */
function isTakenOver(scope: Scope, path: Path): boolean {
  if (scope.kind !== "try") return false;
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      claims(event) &&
      event.scopes.some(
        (other) =>
          other.kind === "catch" && other.place.at[0] === scope.place.at[0] && other.place.file === scope.place.file,
      ),
  );
}

/** The guard is certain to come before the event. */
export function dominates(
  guard: Guard,
  event: { readonly order: number; readonly scopes: readonly { readonly id: number }[] },
): boolean {
  return guard.order < event.order && guard.scopes.every((id) => event.scopes.some((scope) => scope.id === id));
}
