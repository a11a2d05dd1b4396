/** Whether the login ahead of an endpoint is that of staff alone: nobody else can pass it. */
import { HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { isAdministrative } from "./administrative.ts";
import { oncePerApp } from "./once.ts";
import { isTestedForCaller } from "./ownership.ts";
import { hasPassword, isOfTenant, tableOf } from "./tables.ts";

/**
 * A check of who is calling that stands ahead of administrative endpoints and of no other, while others have their own. Or
 * nobody but staff has an account.
 */
export function signsInStaff(entry: EntryPoint, model: ServiceModel): boolean {
  if (looksUpStaff(entry, model)) return true;
  if (!isAdministrative(entry)) return false;
  if (hasStaffAlone(entry.app, model)) return true;
  const elsewhere = loginsElsewhere(entry.app, model);
  const own = loginsOf(entry);
  return elsewhere.size > 0 && own.some((login) => !elsewhere.has(login));
}

/** Staff has accounts in a table of its own, and the check of who is calling finds the caller there: `Personnel.findById(token.id)`. */
function looksUpStaff(entry: EntryPoint, model: ServiceModel): boolean {
  const logins = new Set(loginsOf(entry));
  return entry.effects.some((effect) => {
    if (effect.access !== "read" || !STAFF.test(effect.target ?? "")) return false;
    if (!effect.where || !holds(effect.where, HOLDS_CREDENTIAL)) return false;
    const link = effect.stack.find(({ chain }) => chain);
    if (!(link ? logins.has(link.text) : isTestedForCaller(entry, effect))) return false;
    // Who is no member of the staff may be found elsewhere: `(await Staff.findById(id)) ?? (await User.findById(id))`. A
    // session that is joined with the account is of that account.
    const isElsewhere = entry.effects.some(
      (other) =>
        other.access === "read" &&
        other.where === effect.where &&
        other.call !== effect.call &&
        !STAFF.test(other.target ?? ""),
    );
    const table = tableOf(effect, model);
    return !isElsewhere && (table === undefined || !isOfTenant(table, model));
  });
}

const STAFF =
  /^(?:super_?)?(?:admin|administrator|personnel|staff|moderator|operator|back_?office)(?:_?(?:user|account|member))?s?$/i;

/** Accounts with passwords are kept, no endpoint makes one, and nothing tells one account's rights from another's. */
const hasStaffAlone = oncePerApp((app, model): boolean => {
  const accounts = new Set([...model.schema.tables.values()].filter(hasPassword));
  if (accounts.size === 0 || [...accounts].some(({ columns }) => columns.some(({ name }) => RIGHT.test(name))))
    return false;
  return model.entryPoints.every(
    (entry) =>
      entry.app !== app ||
      (!entry.guards.some((guard) => guard.kind === "role") &&
        entry.effects.every((effect) => {
          if (effect.operation !== "insert" && effect.operation !== "upsert") return true;
          const table = tableOf(effect, model);
          return effect.category !== "auth" && !(table && accounts.has(table));
        })),
  );
});

const RIGHT = /role|admin|staff|permission|privilege|rank|level|type|kind|scope|group|tenant|org|company|team/i;

/** Names of the checks that stand ahead of endpoints which are not administrative. */
const loginsElsewhere = oncePerApp<ReadonlySet<string>>(
  (app, model) =>
    new Set(model.entryPoints.filter((entry) => entry.app === app && !isAdministrative(entry)).flatMap(loginsOf)),
);

/** Links of the chain that ask who is calling. */
function loginsOf(entry: EntryPoint): readonly string[] {
  const links = new Set(entry.chain.map(({ name }) => name));
  return entry.guards
    .filter((guard) => guard.kind === "authentication" && links.has(guard.name))
    .map((guard) => guard.name);
}
