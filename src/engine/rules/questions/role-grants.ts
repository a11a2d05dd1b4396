/** Whether somebody who may write the role of an account was asked ahead of it, and whether that right is high enough to give it. */

import { RANKED } from "../../link/evaluate/operators.ts";
import { literalsOf } from "../../link/guards/test-parts.ts";
import { dominates } from "../../link/retry/retry.ts";
import { HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import { containsTerm, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { guardedBy } from "./guarded.ts";
import { oncePerApp } from "./once.ts";
import { allowedIn } from "./ordinary-role.ts";
import { roleColumns } from "./role-columns.ts";
import { isAccount, isPrivileged, type SentRole } from "./sent-role.ts";
import { tableOf } from "./tables.ts";
import { isOfTenantAlone } from "./tenants.ts";

/** Perhaps counts as yes. */
export function mayGrant(entry: EntryPoint, effect: Effect, role: SentRole, model: ServiceModel): boolean {
  if (guardedBy(entry, effect, ["signature"]) !== "no") return true;
  const { sent } = role;
  if (sent && asksWhetherGiven(entry, effect, sent)) return true;
  const asked = guardedBy(entry, effect, ["role"]);
  if (asked === "perhaps") return true;
  if (asked === "yes") {
    const asking = entry.guards.filter((guard) => guard.kind === "role" && dominates(guard, effect));
    // The condition of the change itself asks for it.
    if (asking.length === 0) return true;
    const rights = asking.filter((guard) => !isWaivedForOwn(entry, guard));
    if (rights.length > 0) return !rights.every((guard) => isOutranked(effect, guard, role, model));
  }
  if (role.ordinary || guardedBy(entry, effect, ["ownership"]) === "perhaps") return true;
  const ties = entry.guards.filter((guard) => guard.kind === "ownership" && dominates(guard, effect));
  return ties.some((guard) => !provesNoRight(entry, effect, guard, model));
}

/** A check ahead of it refuses some roles, to some callers or to all: `if (body.role === "owner" && me.role !== "owner") throw …`. */
function asksWhetherGiven(entry: EntryPoint, effect: Effect, sent: Term): boolean {
  return entry.trail.events.some((event) => {
    if (event.kind !== "check" || event.order > effect.order || !containsTerm(event.test, sent)) return false;
    if (event.stop.status === 403 || event.stop.status === 401 || holds(event.test, HOLDS_CREDENTIAL)) return true;
    // Whatever is not in a list is refused: that says which roles there are.
    return literalsOf(event.test).some(isPrivileged) && allowedIn(event.test, event.stopsWhen).length === 0;
  });
}

/** `user.id !== id && user.role !== "admin"`: whoever asks for their own needs no role. */
function isWaivedForOwn(entry: EntryPoint, { order }: Guard): boolean {
  return entry.guards.some(
    (guard) => guard.kind === "ownership" && guard.order === order && rowsOf(entry, guard).length === 0,
  );
}

/** Rows that the guard looks at. */
function rowsOf(entry: EntryPoint, guard: Guard): readonly Effect[] {
  return entry.effects.filter((one) => one.access === "read" && guard.proves.includes(one.result));
}

/**
 * That an account is the caller's own, or that they belong to a team, gives no right to choose a role in it, where the
 * service tells members apart, or the role is that of an account. That a row is theirs does: who made a team says who does what there.
 */
function provesNoRight(entry: EntryPoint, effect: Effect, guard: Guard, model: ServiceModel): boolean {
  const rows = rowsOf(entry, guard);
  if (rows.length === 0) return guard.proves.some((part) => part.kind === "input" && isFoundBy(effect, part));
  return (
    (asksForRoles(entry.app, model) || isAccount(effect, model)) &&
    rows.every((row) => isMembership(row, model) || (row.where !== undefined && isOfTenantAlone(entry, row.where)))
  );
}

function isFoundBy({ where }: Effect, part: Term): boolean {
  return where !== undefined && containsTerm(where, part);
}

/** A row that says that somebody belongs to something, and as what. */
function isMembership(row: Effect, model: ServiceModel): boolean {
  if (MEMBERS.test(row.target ?? "")) return true;
  return tableOf(row, model)?.columns.some(({ name }) => name.toLowerCase() === "role") ?? false;
}

const MEMBERS = /member|participant|collaborator/i;

const asksForRoles = oncePerApp((app, model): boolean =>
  model.entryPoints.some((entry) => entry.app === app && entry.guards.some((guard) => guard.kind === "role")),
);

/** Elsewhere fewer are let in than here, and nothing keeps those who are let in here from giving that very right, to themselves too. */
function isOutranked(effect: Effect, guard: Guard, { name, allowed }: SentRole, model: ServiceModel): boolean {
  const { entryPoint: entry } = effect;
  const own = letInBy(entry, guard);
  if (!own) return false;
  return letInOf(entry.app, model).some((few) => {
    if (few.of !== own.of || few.roles.length >= own.roles.length) return false;
    if (!few.roles.every((role) => own.roles.includes(role))) return false;
    // A role in something else is another one.
    if (allowed === undefined) return roleColumns(model).has(name.toLowerCase()) && isAccount(effect, model);
    // Of ranks in a table only the numbers are known.
    return own.table > 0 ? allowed.length >= own.table : few.roles.some((role) => allowed.includes(role));
  });
}

interface LetIn {
  /** What the check compares: a field, or a table of ranks. */
  readonly of: string;
  readonly roles: readonly string[];
  /** How many ranks the table has; 0 where roles are named. */
  readonly table: number;
}

/** The roles, or ranks, that every check which stands for the guard lets through. */
function letInBy(entry: EntryPoint, guard: Guard): LetIn | undefined {
  for (const event of entry.trail.events) {
    if (event.kind !== "check" || !guard.proves.includes(event.test)) continue;
    const ranks = ranksIn(event.test, event.stopsWhen);
    if (ranks) return ranks;
    const roles = allowedIn(event.test, event.stopsWhen);
    if (roles.length > 0) return { of: "roles", roles, table: 0 };
  }
  return undefined;
}

/** `RANKS[user.role] < 2` */
function ranksIn(test: Term, stopsWhen: boolean): LetIn | undefined {
  for (const part of termsWithin(test)) {
    if (part.kind !== "operation" || !/^[<>]=?$/.test(part.operator)) continue;
    const [left, right] = part.parts;
    if (left?.kind !== "operation" || left.operator !== RANKED || right?.kind !== "literal") continue;
    const numbers = left.parts.slice(1).flatMap((one) => (one.kind === "literal" ? Number(one.value) : []));
    const bound = Number(right.value);
    const isTrue = (rank: number): boolean => {
      if (part.operator === "<") return rank < bound;
      if (part.operator === "<=") return rank <= bound;
      return part.operator === ">" ? rank > bound : rank >= bound;
    };
    const roles = numbers.filter((rank) => isTrue(rank) !== stopsWhen).map(String);
    return { of: numbers.join(), roles, table: numbers.length };
  }
  return undefined;
}

/** What the checks of roles of an application let in. */
const letInOf = oncePerApp((app, model): readonly LetIn[] => {
  const found = new Map<string, LetIn>();
  for (const entry of model.entryPoints) {
    if (entry.app !== app) continue;
    for (const guard of entry.guards) {
      const one = guard.kind === "role" ? letInBy(entry, guard) : undefined;
      if (one) found.set(`${one.of} ${one.roles.join()}`, one);
    }
  }
  return [...found.values()];
});
