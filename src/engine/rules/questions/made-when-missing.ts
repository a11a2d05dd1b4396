/** What the service sees to when somebody comes, whoever it is: settings that are not there yet, old rows that are cleared away. */
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import { presenceOf } from "../../link/terms/presence.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";
import { isNow } from "./limited.ts";
import { oncePer } from "./once.ts";

const OF_CALLER = HOLDS_CLIENT_DATA | HOLDS_CREDENTIAL;

/**
 * `const settings = await find(); if (!settings) await insert(defaults)`: nothing of the caller or of the request goes in, and
 * it is the same row for whoever comes.
 */
export const isMadeWhenMissing = oncePer(
  ({ entryPoint: entry, operation, data, target, order, scopes }: Effect): boolean =>
    operation === "insert" &&
    !(data && holds(data, OF_CALLER)) &&
    entry.effects.some(
      (read) =>
        read.access === "read" &&
        read.target === target &&
        read.order < order &&
        !(read.where && holds(read.where, OF_CALLER)) &&
        scopes.some(
          (scope) =>
            scope.kind === "branch" && presenceOf(scope.test, read.result).includes(scope.when ? "absent" : "present"),
        ),
    ),
);

/** Old rows that a query clears away or mends on the way, by what the code alone says: nobody chooses them. */
export function isUpkeep({ entryPoint: { method }, category, where, data, operation }: Effect): boolean {
  if ((method !== "GET" && method !== "QUERY") || category !== "database") return false;
  if (operation === "insert" || where?.kind !== "object" || where.fields.length === 0) return false;
  return !holds(where, OF_CALLER) && !(data && holds(data, OF_CALLER));
}

/**
 * Rows whose time is over get what the code alone says, whoever's they are, and the time goes: `updateMany({ heldUntil: { $lt:
 * new Date() } }, { status: "free", heldUntil: null })`.
 */
export function isOverdue({ operation, where, data }: Effect): boolean {
  if (operation !== "set" || where?.kind !== "object" || data?.kind !== "object" || holds(data, OF_CALLER))
    return false;
  const emptied = new Set(emptiedIn(data));
  return where.fields.some(({ key, value }) => key !== undefined && emptied.has(key) && isBeforeNow(value));
}

/** Names of columns that nothing is left in, also below `$set`. */
function emptiedIn(data: Term & { readonly kind: "object" }): readonly string[] {
  return data.fields.flatMap(({ key, value }) => {
    if (key === undefined) return [];
    if (key.startsWith("$") && value.kind === "object") return emptiedIn(value);
    return value.kind === "literal" && value.value === null ? [key] : [];
  });
}

/** `{ $lt: new Date() }`, `lt(now)` */
function isBeforeNow(value: Term): boolean {
  if (value.kind === "object")
    return value.fields.some(({ key, value: bound }) => /^\$?lte?$/.test(key ?? "") && isNow(bound));
  return value.kind === "operation" && /^<=?$/.test(value.operator) && value.parts.some(isNow);
}
