/** Whether the login ahead of an endpoint is that of staff alone: nobody else can pass it. */
import { HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { PathEvent } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { isAdministrative } from "./administrative.ts";
import { oncePerApp } from "./once.ts";
import { isTestedForCaller } from "./ownership.ts";
import { isOfTenant, tableOf } from "./tables.ts";

/**
 * A check of who is calling that stands ahead of administrative endpoints and of no other, while others have their own. Or
 * nobody but staff has an account.
 */
export function signsInStaff(entry: EntryPoint, model: ServiceModel): boolean {
  if (looksUpStaff(entry, model)) return true;
  if (!isAdministrative(entry, model)) return false;
  if (hasStaffAlone(entry.app, model)) return true;
  const elsewhere = loginsElsewhere(entry.app, model);
  const own = loginsOf(entry);
  return elsewhere.names.size > 0 && own.some((login) => isAnother(entry, login, elsewhere));
}

/** Called otherwise, and not the same check under another name: `adminToken` and `userToken` that verify with one key. */
function isAnother(entry: EntryPoint, login: string, { names, checks }: Logins): boolean {
  const check = checkOf(entry, login);
  return !names.has(login) && !(check !== undefined && checks.has(check));
}

/**
 * What the login verifies the token with, where it looks the caller up, and how often it asks for more: where all is the
 * same, so are those who pass.
 */
function checkOf({ trail, effects }: EntryPoint, login: string): string | undefined {
  const isOf = ({ stack }: PathEvent): boolean => stack.some(({ chain, text }) => chain === true && text === login);
  const verified = trail.events.flatMap((event) =>
    event.kind === "guard" && event.guard === "authentication" && isOf(event) ? [event] : [],
  );
  if (verified.length === 0) return undefined;
  const keys = verified.flatMap(({ call: { callee, arguments: given } }) =>
    [callee, ...given.filter((one) => !holds(one, HOLDS_CREDENTIAL))].map(({ id }) => id),
  );
  const tables = effects.filter((effect) => effect.access === "read" && isOf(effect)).map(({ target }) => target);
  const since = Math.min(...verified.map(({ order }) => order));
  const asked = trail.events.flatMap((event) =>
    event.kind === "check" && event.order > since && isOf(event) ? questionsIn(event.test) : [],
  );
  return [...keys, ...tables, asked.length].join();
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

/** `!user || !admins.includes(user.email)` asks two. */
function questionsIn(test: Term): readonly Term[] {
  return test.kind === "operation" && /^(?:\|\||&&)$/.test(test.operator) ? test.parts.flatMap(questionsIn) : [test];
}

interface Logins {
  readonly names: ReadonlySet<string>;
  readonly checks: ReadonlySet<string>;
}

/** The checks that stand ahead of endpoints which are not administrative. */
const loginsElsewhere = oncePerApp((app, model): Logins => {
  const others = model.entryPoints.filter((entry) => entry.app === app && !isAdministrative(entry, model));
  return {
    names: new Set(others.flatMap(loginsOf)),
    checks: new Set(others.flatMap((entry) => loginsOf(entry).flatMap((login) => checkOf(entry, login) ?? []))),
  };
});

/** Links of the chain that ask who is calling. */
function loginsOf(entry: EntryPoint): readonly string[] {
  const links = new Set(entry.chain.map(({ name }) => name));
  return entry.guards
    .filter((guard) => guard.kind === "authentication" && links.has(guard.name))
    .map((guard) => guard.name);
}
