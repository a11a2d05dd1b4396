/** Rows of which each is asked for by whoever calls: `for (const one of rows) if (await may(user.id, one)) shown.push(one)`. */
import { alternatives } from "../../link/evaluate/members.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { GuardKind } from "../../model/guard.ts";
import type { Term } from "../../model/term.ts";
import { ownerScoped } from "./ownership.ts";

/** The rows are gone through, the caller is asked for each, and they are not answered as they were found. */
export function isAskedForEach(entry: EntryPoint, read: Effect): boolean {
  if (read.access !== "read") return false;
  const lists = new Set<Term>([read.result]);
  const loops = new Set<number>();
  for (const { scopes } of entry.trail.events) {
    for (const scope of scopes) {
      if (scope.kind !== "loop" || !scope.over || !containsTerm(scope.over, read.result)) continue;
      lists.add(scope.over);
      loops.add(scope.id);
    }
  }
  const isAsked =
    entry.guards.some(({ kind, scopes }) => OF_CALLER.has(kind) && scopes.some((id) => loops.has(id))) ||
    entry.effects.some((one) => one.scopes.some(({ id }) => loops.has(id)) && isLookedUpForCaller(entry, one));
  return isAsked && !entry.trail.events.some((event) => event.kind === "respond" && isAnyOf(event.value, lists));
}

/** `members.findOne({ userId: user.id, teamId: row.teamId })` */
function isLookedUpForCaller(entry: EntryPoint, effect: Effect): boolean {
  return effect.access === "read" && ownerScoped(entry, effect);
}

/** The list itself, or in a field of the answer. */
function isAnyOf(answer: Term | undefined, lists: ReadonlySet<Term>): boolean {
  if (answer === undefined) return false;
  if (answer.kind === "object") return answer.fields.some(({ value }) => isAnyOf(value, lists));
  return alternatives(answer).some((one) => lists.has(one));
}

const OF_CALLER: ReadonlySet<GuardKind> = new Set(["authentication", "role", "ownership"]);
