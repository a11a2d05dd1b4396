/** Roles of people who have rows of their own (a seller, a lender, the owner of a gym), as the service's other endpoints tell. */

import { dominates } from "../../link/retry/retry.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { singular } from "../../schema/singular.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { effectsOn, effectsOnTable } from "./effects-on.ts";
import { oncePer } from "./once.ts";
import { rolesAllowed } from "./ordinary-role.ts";
import { isCallers, ownerScoped } from "./ownership.ts";
import { onlyReads } from "./published-read.ts";
import { isOfPeople, ownerColumnsOf, parentsOf, tableOf } from "./tables.ts";

/**
 * Whoever has the role is held to what is theirs: rows of the table are those very people, or somewhere else the query is
 * limited to them, what was read is compared with them, or rows are stored as theirs. What is asked of this table is asked
 * of those that its rows stand below.
 */
export function isHeldToOwn(role: string, effect: Effect, model: ServiceModel): boolean {
  if (OF_HOUSE.test(role)) return false;
  if (effect.access !== "read" && (isOne(effect, role) || saysWhose(effect, role, model))) return true;
  return sameOrAbove(effect, model).some((one) => {
    if (one.entryPoint === effect.entryPoint) return false;
    const isWhose = isCompared(one) || isStoredAsOwn(one, role);
    if (!isWhose && !ownerScoped(one.entryPoint, one)) return false;
    const roles = rolesAllowed(one.entryPoint, one);
    if (!roles.includes(role)) return false;
    // What those who run the service see of their own, beside everybody else's, says nothing of the others.
    return isWhose || !WORKS_THERE.test(role) || !roles.some((other) => OF_HOUSE.test(other));
  });
}

/**
 * Whoever passes the very checks of a role that stand ahead here is compared with the row before they change it elsewhere,
 * or before they are shown it. A role without a name (one bit of a number) is known by its check alone.
 */
export function isHeldBehindSameRole(effect: Effect, model: ServiceModel): boolean {
  const asked = roleTests(effect);
  return (
    asked.length > 0 &&
    effectsOn(model, effect).some(
      (one) =>
        one.entryPoint !== effect.entryPoint &&
        isCompared(one) &&
        onlyReads(one.entryPoint) === onlyReads(effect.entryPoint) &&
        isSameSet(roleTests(one), asked),
    )
  );
}

const roleTests = oncePer((effect: Effect): readonly Term[] => [
  ...new Set(
    effect.entryPoint.guards.flatMap((guard) =>
      guard.kind === "role" && dominates(guard, effect) ? guard.proves : [],
    ),
  ),
]);

function isSameSet(some: readonly Term[], others: readonly Term[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

/** Those who run the service see to everybody's rows, whomever they note as having made one. */
const OF_HOUSE = /admin|super|root|staff|support|moderator/i;

/** May be a rank in a house, or somebody with things of their own. */
const WORKS_THERE = /manager|owner|^setting$/i;

/** A row of `doctors`, for a `DOCTOR`. */
function isOne({ target = "" }: Effect, role: string): boolean {
  const [name, ...others] = wordsOf(target);
  return others.length === 0 && name !== undefined && [name, singular(name)].includes(role.toLowerCase());
}

/** `products.seller_id`, which points to the accounts, for a `SELLER`. */
function saysWhose(effect: Effect, role: string, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  return table !== undefined && ownerColumnsOf(table, model).some((column) => isCalledAfter(column, role));
}

/** Effects on the table, on those that its rows stand below, and on those above them: an item of an order of a store. */
function sameOrAbove(effect: Effect, model: ServiceModel): readonly Effect[] {
  const table = tableOf(effect, model);
  const above = new Set<Table>();
  let level = table ? [table] : [];
  for (let depth = 0; depth < MAXIMUM_LEVELS; depth++) {
    level = level.flatMap((one) => parentsOf(one, model.schema)).filter((one) => one !== table && !isOfPeople(one));
    for (const one of level) above.add(one);
  }
  return [...effectsOn(model, effect), ...[...above].flatMap((one) => effectsOnTable(model, one))];
}

const MAXIMUM_LEVELS = 2;

function isCompared({ entryPoint: entry, access, result }: Effect): boolean {
  return access === "read" && entry.guards.some(({ kind, proves }) => kind === "ownership" && proves.includes(result));
}

/** `{ sellerId: user.id }` for a `SELLER`: who typed a row in, or books for a customer, is noted of everybody's. */
function isStoredAsOwn({ entryPoint: entry, operation, data }: Effect, role: string): boolean {
  return (
    operation === "insert" &&
    data?.kind === "object" &&
    data.fields.some(({ key, value }) => key !== undefined && isCalledAfter(key, role) && isCallers(entry, value))
  );
}

/** `seller_id`, `storeOwner` of the roles `SELLER` and `business_owner`. */
function isCalledAfter(column: string, role: string): boolean {
  const own = wordsOf(role);
  return wordsOf(column).some((word) => own.includes(word));
}

function wordsOf(name: string): readonly string[] {
  return spelledApart(name)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
}
