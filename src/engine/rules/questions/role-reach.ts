/** How far a role reaches: over all rows, or over those of its owner or tenant alone. */

import { dominates } from "../../link/retry/retry.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { singular } from "../../schema/singular.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { isPersonColumn } from "../../vocabulary/owner-column.ts";
import { isAdministrative } from "./administrative.ts";
import { storesCallersPart } from "./callers-part.ts";
import { effectsOn } from "./effects-on.ts";
import { isHeldBehindSameRole, isHeldToOwn } from "./held-to-own.ts";
import { oncePerModel } from "./once.ts";
import { ordinaryRoleAllowed, rolesAllowed } from "./ordinary-role.ts";
import { isCallers, isTied, ownerScoped } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";
import { isOfTenant, tableOf } from "./tables.ts";
import { isLimitedToTenant } from "./tenants.ts";

/** Whoever has the role that is asked for may still see and change only some rows of the table. */
export function isRoleWithin(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  const asked = rolesOf(entry, effect);
  if (asked.length === 0 || entry.guards.some((guard) => guard.kind === "signature")) return false;
  if (isBesideTie(entry, effect) || isOfMembers(entry, effect) || isAlsoOfOwners(entry, effect, model)) return true;
  if (asked.every((role) => isOfOwners(role, effect, model)) || isOfTenants(asked, effect, model)) return true;
  return !asked.some((role) => BEYOND_OWNERS.test(role)) && isHeldBehindSameRole(effect, model);
}

/** What the request names was found to be the caller's own besides: who has the role is held to what is theirs. */
function isBesideTie(entry: EntryPoint, effect: Effect): boolean {
  return entry.guards.some((guard) => guard.kind === "ownership" && dominates(guard, effect));
}

/** Every role that is asked for is one in a team, which the same check looks up: it says nothing of other teams' rows. */
function isOfMembers(entry: EntryPoint, effect: Effect): boolean {
  const members = entry.effects.filter(
    (one) => one.access === "read" && one.where && holds(one.where, HOLDS_CLIENT_DATA) && ownerScoped(entry, one),
  );
  return entry.guards.every(
    (guard) =>
      guard.kind !== "role" ||
      !dominates(guard, effect) ||
      members.some(({ result }) => guard.proves.some((test) => containsTerm(test, result))),
  );
}

/** The list of those who may names, besides the staff, a role that everybody has, or one that has only its own rows of the table. */
function isAlsoOfOwners(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (ordinaryRoleAllowed(entry, effect) !== undefined) return true;
  return rolesAllowed(entry, effect).some((role) => isHeldToOwn(role, effect, model));
}

/**
 * The role is that of the rows' owners (`customer`): elsewhere it is limited to the caller's own rows of this table. A role
 * that is nowhere limited so may see them all.
 */
function isOfOwners(role: string, effect: Effect, model: ServiceModel): boolean {
  return (
    role.length > 0 &&
    !BEYOND_OWNERS.test(role) &&
    (hasOneEach(role, effect, model) ||
      effectsOn(model, effect).some(
        (other) => rolesOf(other.entryPoint, other).includes(role) && ownerScoped(other.entryPoint, other),
      ))
  );
}

/**
 * Doctors have a table of accounts to themselves, and each row says which one of them it is for (`doctorId`): but where all
 * of them are shown all rows.
 */
function hasOneEach(role: string, effect: Effect, model: ServiceModel): boolean {
  const one = singular(role.toLowerCase());
  const isFor = tableOf(effect, model)?.columns.some(({ name, references }) => {
    const people = tableNamed(references, model.schema);
    return (
      people !== undefined &&
      hasPassword(people) &&
      singular(people.name.toLowerCase()) === one &&
      name.toLowerCase().replace(/_?id$/, "") === one
    );
  });
  return isFor === true && !effectsOn(model, effect).some((other) => isListFor(role, other));
}

function isListFor(role: string, effect: Effect): boolean {
  const { entryPoint: entry, access } = effect;
  return (
    access === "read" &&
    rolesOf(entry, effect).includes(role) &&
    requestIds(entry, effect).length === 0 &&
    !ownerScoped(entry, effect)
  );
}

const BEYOND_OWNERS = /admin|staff|super|root|manager|moderator|support|owner|employee|operator|librarian|^setting$/i;

/** A rank within a tenant: rows of tenants are limited to the caller's own for whoever has it, but for this. */
function isOfTenants(asked: readonly string[], effect: Effect, model: ServiceModel): boolean {
  if (isAdministrative(effect.entryPoint, model) || !isTenants(effect, model)) return false;
  if (asked.some((role) => BEYOND_TENANTS.test(role))) return false;
  const { within, beyond, lists } = reachOf(keyOf(asked), model);
  if (within > beyond) return true;
  // Where most of what changes rows forgets the tenant, two lists that are limited to it tell whose they are.
  if (lists > 1 && 2 * within >= beyond && !asked.some((role) => OF_HOUSE.test(role))) return true;
  // Nothing else asks for this right: it reaches as far as the others of the service do.
  if (within > 0 || beyond > 1 || asked.some((role) => /admin/i.test(role))) return false;
  const others = reachOfAll(model);
  return others.within > 2 && others.within > 3 * others.beyond;
}

const OF_HOUSE = /admin|support|staff|moderator|operator/i;

const BEYOND_TENANTS = /super|platform|system|root|global/i;

/** Rows of the table are a tenant's, by the schema or because the service limits them to the caller's tenant elsewhere. */
function isTenants(effect: Effect, model: ServiceModel): boolean {
  const table = tableOf(effect, model);
  if (table && isOfTenant(table, model)) return true;
  return effectsOn(model, effect).some((one) => one.entryPoint !== effect.entryPoint && isLimitedToTenant(one));
}

interface Reach {
  within: number;
  beyond: number;
  /** Of those within, the ones that only read and ask for no id. */
  lists: number;
}

const reachByRole = oncePerModel(measure);

/** Endpoints that ask for the role: how many limit it to the caller's tenant, and how many go by an id of the request alone. */
function reachOf(role: string, model: ServiceModel): Reach {
  return reachByRole(model).get(role) ?? { within: 0, beyond: 0, lists: 0 };
}

const reachOfAll = oncePerModel((model): Reach => {
  const all: Reach = { within: 0, beyond: 0, lists: 0 };
  for (const [role, { within, beyond }] of reachByRole(model)) {
    if (/admin/i.test(role) || BEYOND_TENANTS.test(role)) continue;
    all.within += within;
    all.beyond += beyond;
  }
  return all;
});

function measure(model: ServiceModel): ReadonlyMap<string, Reach> {
  const found = new Map<string, Reach>();
  for (const entry of model.entryPoints) {
    const effects = entry.effects.filter((effect) => effect.category === "database" && effect.where !== undefined);
    const roles = effects.map((effect) => rolesOf(entry, effect));
    const most = Math.max(0, ...roles.map(({ length }) => length));
    const asked = roles.find(({ length }) => length === most);
    if (most === 0 || !asked) continue;
    const role = keyOf(asked);
    const reach = found.get(role) ?? { within: 0, beyond: 0, lists: 0 };
    const guarded = effects.filter((_, index) => roles[index]?.length === most);
    const isTiedThere = (effect: Effect): boolean => effect.where !== undefined && isTied(entry, effect, effect.where);
    const isList = guarded.every((effect) => effect.access === "read" && requestIds(entry, effect).length === 0);
    const isWithin = guarded.some(isOfWholeTenant);
    if (isList && isWithin) reach.lists++;
    if (isAskedForOwner(entry) || isWithin) reach.within++;
    else if (
      guarded.some(
        (effect) => requestIds(entry, effect).length > 0 && !isTiedThere(effect) && !storesCallersPart(effect),
      )
    )
      reach.beyond++;
    found.set(role, reach);
  }
  return found;
}

/** Rows of the caller's tenant; the caller's own membership in it only where it is asked of all, and not instead of the role. */
function isOfWholeTenant(effect: Effect): boolean {
  return (
    isLimitedToTenant(effect) && (!isOwnMembership(effect) || effect.scopes.every(({ kind }) => kind !== "branch"))
  );
}

/** `{ teamId, userId: user.id }` */
function isOwnMembership({ entryPoint: entry, access, where }: Effect): boolean {
  return (
    access === "read" &&
    where?.kind === "object" &&
    where.fields.some(({ key = "", value }) => isPersonColumn(key) && isCallers(entry, value))
  );
}

/** Whoever has the role is asked whose row it is as well: not where either is enough, `if (!isAdmin && !isOwner) throw …`. */
function isAskedForOwner({ guards }: EntryPoint): boolean {
  return guards.some(
    (owner) =>
      owner.kind === "ownership" &&
      !guards.some((role) => role.kind === "role" && (role.taken === true || role.order === owner.order)),
  );
}

/** The same roles, in whatever order they were asked for. */
function keyOf(roles: readonly string[]): string {
  return [...new Set(roles.flatMap((role) => role.split(" ")))].sort().join(" ").trim();
}

/** What each check of a role ahead of the effect asks for. */
function rolesOf(entry: EntryPoint, effect: Effect): readonly string[] {
  return entry.guards
    .filter((guard) => guard.kind === "role" && dominates(guard, effect))
    .map((guard) =>
      guard.detail
        .filter((detail) => !/^(?:user_?)?(?:roles?|type|permissions?|rank|level)(?:_?(?:id|name))?$/i.test(detail))
        .join(" "),
    );
}
