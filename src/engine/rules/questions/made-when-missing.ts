/** What the service sees to when somebody comes, whoever it is: settings that are not there yet, old rows that are cleared away. */
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import { presenceOf } from "../../link/terms/presence.ts";
import type { Effect } from "../../model/effect.ts";
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
