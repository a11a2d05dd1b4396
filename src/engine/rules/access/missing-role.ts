import { addGuard } from "../../fixes/guards/add-guard.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { Declared, EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { isAdministrative } from "../questions/administrative.ts";
import { changesAllRows } from "../questions/all-rows.ts";
import { storesCallersPart } from "../questions/callers-part.ts";
import { keepsPassword } from "../questions/columns.ts";
import { guardedBy } from "../questions/guarded.ts";
import { witnessOfRoles } from "../questions/left-open.ts";
import { limitOf } from "../questions/limits.ts";
import { isListOfAccounts, isListOfPersons } from "../questions/lists-of-persons.ts";
import { isMachine } from "../questions/machine.ts";
import { isMadeWhenMissing, isUpkeep } from "../questions/made-when-missing.ts";
import { witnessOfMembers } from "../questions/memberships.ts";
import { isOnlyListOfAll } from "../questions/only-list-of-all.ts";
import { ordinaryRoleAllowed } from "../questions/ordinary-role.ts";
import { isCallers, isTestedForCaller } from "../questions/ownership.ts";
import { witnessOfPage } from "../questions/page-of-action.ts";
import { isShownToVisitors } from "../questions/private-tables.ts";
import { isChange, isForAnyUser, type Witness, witnessOfList, witnessOfStaff } from "../questions/role-witness.ts";
import { isSharedCatalogue } from "../questions/shared-catalogue.ts";
import { signsInStaff } from "../questions/staff-login.ts";
import { witnessOfBilling } from "../questions/team-billing.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * An administrative endpoint checks that somebody is logged in, but not who.
 *
 * Every customer is logged in. What only staff may do needs a check of a role or permission that can refuse: on the
 * route, on its router, in a wrapper, in the handler or in what it calls.
 *
 * ```ts bad
 * app.get("/admin/users", (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => {
 *   res.json(await pool.query("SELECT id, email FROM users"));
 * });
 * ```
 * ```ts good
 * app.get("/admin/users", (req, res, next) => (req.user?.role === "admin" ? next() : res.sendStatus(403)), async (req, res) => {
 *   res.json(await pool.query("SELECT id, email FROM users"));
 * });
 * ```
 *
 * An endpoint is administrative by its path (`/admin`, `/internal`, `/back-office`), because it sets a role or deletes every
 * row of a table, or because it changes rows that are nobody's own, such as products, or lists everybody's rows, where
 * other endpoints that do so ask for a role. Rows that nobody owns, such as categories, count also where the caller appears in
 * nothing that is read or written while other endpoints of the service ask for roles, and where nothing asks for a role and
 * anybody may sign up; so do lists of everybody's payments, bookings or
 * messages, each of which names the person whom it is for.
 *
 * What a team pays is decided by few as well: a subscription, a checkout or the payment provider's own page for a customer
 * that stands in the team's row, where the schema gives members roles and another endpoint asks for them.
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [862, 285],
  owasp: ["API5:2023"],
  asvs: ["8.2.1"],
  remedy: {
    title: "Ask for the role, ahead of the effect",
    steps: [
      "Decide which role or permission may do this.",
      "Ask for it behind the authentication and ahead of the effect, from the session or the database and never from the request.",
      "Call it as an ordinary user: it must answer 403.",
    ],
  },

  check(entry, report, model) {
    if (entry.public || entry.unreadable) return;
    if (isMachine(entry, model) || signsInStaff(entry, model)) return;
    if (reportUnread(entry, report, model)) return;
    const effect = entry.effects.find(
      (one) => touchesAdministration(entry, one, model) && lacksRole(entry, one, model),
    );
    if (!effect) return reportChangeOfStaff(entry, report, model);
    const allowed = ordinaryRoleAllowed(entry, effect);
    const message =
      allowed === undefined
        ? `Any signed-in user can call ${entry.label}: it checks the login, but no role.${guardedTwin(entry, model)}`
        : `Any ${allowed} can call ${entry.label}: the roles that are asked for there include ${allowed}.`;
    report({
      at: entry.handler.place,
      entryPoint: entry,
      identity: entry.label,
      message,
      trace: traceTo(entry, effect, `${effect.call.text} runs for everybody who is signed in`),
      fixes: () => addGuard({ entryPoint: entry, model, kind: "role" }),
    });
  },
});

/** A decorator names the right that is asked for, and no guard of the service, or none ahead of this handler, reads what it says. */
function reportUnread(entry: EntryPoint, report: (finding: Report) => void, model: ServiceModel): boolean {
  const right = entry.declared?.find(({ name }) => RIGHTS.test(name));
  if (!right) return false;
  const reader = right.isUnread() ? undefined : readerElsewhere(entry, right.name, model);
  if (!right.isUnread() && (reader === undefined || isAsked(entry, right))) return false;
  const effect = entry.effects.find(
    (one) =>
      one.category !== "observability" &&
      one.category !== "cache" &&
      guardedBy(entry, one, ["authentication"]) === "yes" &&
      guardedBy(entry, one, reader === undefined ? ["role", "ownership", "signature"] : ["role", "signature"]) ===
        "no" &&
      !isMachine(entry, model) &&
      !isOwnRow(one),
  );
  if (!effect) return false;
  const named = right.values.length > 0 ? `"${right.values.join('", "')}"` : `"${right.name}"`;
  const unread =
    reader === undefined ? "which no guard reads" : `but ${reader}, which reads that, does not stand ahead of it`;
  report({
    at: entry.handler.place,
    entryPoint: entry,
    identity: entry.label,
    message: `Any signed-in user can call ${entry.label}: it is marked with ${named}, ${unread}.`,
    trace: traceTo(entry, effect, `${effect.call.text} runs for everybody who is signed in`),
  });
  return true;
}

/** The guard that asks for a role ahead of other handlers with this mark; undefined where it stands ahead of this one, too. */
function readerElsewhere(entry: EntryPoint, mark: string, model: ServiceModel): string | undefined {
  const own = new Set(entry.chain.map(({ name }) => name));
  const readers = model.entryPoints
    .filter((other) => other.app === entry.app && other.declared?.some(({ name }) => name === mark))
    .flatMap((other) =>
      other.guards.flatMap((guard) =>
        guard.kind === "role" && other.chain.some(({ name }) => name === guard.name) ? [guard.name] : [],
      ),
    );
  return readers.some((name) => own.has(name)) ? undefined : readers[0];
}

/** A guard of this handler reads the mark, whatever it makes of it: `marked.includes(member.role)`. */
function isAsked({ trail }: EntryPoint, { value }: Declared): boolean {
  return value !== undefined && trail.events.some((event) => event.kind === "check" && containsTerm(event.test, value));
}

const RIGHTS = /role|permission|privilege|scope|abilit|polic|right|admin/i;

/** The login's own look-up, or the caller's own row. */
function isOwnRow(effect: Effect): boolean {
  return effect.access === "read" && (isTestedForCaller(effect.entryPoint, effect) || limitOf(effect) === "self");
}

/** What is nobody's own is changed for everybody, or all rows are shown; elsewhere the service asks for a role before. */
function reportChangeOfStaff(entry: EntryPoint, report: (finding: Report) => void, model: ServiceModel): void {
  for (const effect of entry.effects) {
    const changes = isChange(effect);
    const members = changes ? witnessOfMembers(effect, model) : undefined;
    if (members) return reportMembers(effect, members, report);
    const billing = witnessOfBilling(effect, model);
    if (billing) return reportBilling(effect, billing, report);
    const page = witnessOfPage(effect, model);
    if (page) return reportLessThanPage(effect, page, report, model);
    if (!isForAnyUser(effect, model) || (changes && storesCallersPart(effect))) continue;
    const witness = changes
      ? (witnessOfStaff(effect, model) ?? witnessOfRoles(effect, model))
      : witnessOfList(effect, model);
    const why = witness
      ? `${witness.entry.label} asks ${witness.guard.name} first`
      : isSharedCatalogue(effect, model) || (!changes && isListOfAccounts(effect, model))
        ? "Anybody may sign up, and nothing asks for a role"
        : !changes && isListOfPersons(effect, model)
          ? "Each is for one person, and nothing asks for a role"
          : !changes && isOnlyListOfAll(effect, model)
            ? "Whoever else reads them is shown their own alone"
            : undefined;
    if (why === undefined) continue;
    const does = changes ? `changes ${effect.target} for everybody` : `shows everybody's rows of ${effect.target}`;
    report({
      at: entry.handler.place,
      entryPoint: entry,
      identity: entry.label,
      message: `Any signed-in user can call ${entry.label}, which ${does}. ${why}.`,
      trace: [
        ...traceTo(entry, effect, `${effect.call.text} runs for everybody who is signed in`),
        ...(witness ? [{ place: witness.guard.place, message: `${witness.entry.label} checks the role here` }] : []),
      ],
      fixes: () => addGuard({ entryPoint: entry, model, kind: "role" }),
    });
    return;
  }
}

/** The page is shown to few, and whoever is signed in sends its form. */
function reportLessThanPage(
  effect: Effect,
  { entry: page, guard }: Witness,
  report: (finding: Report) => void,
  model: ServiceModel,
): void {
  const { entryPoint: entry } = effect;
  report({
    at: entry.handler.place,
    entryPoint: entry,
    identity: entry.label,
    message: `${entry.label} changes ${effect.target} for whoever sends the form: its page, ${page.label}, asks ${guard.name} first, and a page guards no action.`,
    trace: [
      ...traceTo(entry, effect, `${effect.call.text} runs without that check`),
      { place: guard.place, message: `${page.label} checks the role here` },
    ],
    fixes: () => addGuard({ entryPoint: entry, model, kind: "role" }),
  });
}

/** Any member turns others out, or makes them what they like. */
function reportMembers(effect: Effect, witness: Witness, report: (finding: Report) => void): void {
  const { entryPoint: entry } = effect;
  const does = effect.operation === "delete" ? "takes away somebody else's membership" : "changes somebody else's role";
  report({
    at: entry.handler.place,
    entryPoint: entry,
    identity: entry.label,
    message: `Any member can call ${entry.label}, which ${does}: it asks for no role. ${witness.entry.label} asks ${witness.guard.name} first.`,
    trace: [
      ...traceTo(entry, effect, `${effect.call.text} runs for every member`),
      { place: witness.guard.place, message: `${witness.entry.label} checks the role here` },
    ],
  });
}

function reportBilling(effect: Effect, witness: Witness, report: (finding: Report) => void): void {
  const { entryPoint: entry } = effect;
  report({
    at: entry.handler.place,
    entryPoint: entry,
    identity: entry.label,
    message: `Any member can call ${entry.label}, which decides what the team pays: it asks for no role. ${witness.entry.label} asks ${witness.guard.name} first.`,
    trace: [
      ...traceTo(entry, effect, `${effect.call.text} runs for every member`),
      { place: witness.guard.place, message: `${witness.entry.label} checks the role here` },
    ],
  });
}

function lacksRole(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  // What is read before the role is known is read to know it, and given to nobody else; the caller's profile may be added.
  const isToKnow =
    (effect.access === "read" || isOwnProfile(effect)) &&
    entry.guards.some((guard) => guard.kind === "role" && guard.order > effect.order);
  return (
    !isToKnow &&
    guardedBy(entry, effect, ["authentication"]) === "yes" &&
    (guardedBy(entry, effect, ["role", "ownership", "signature"]) === "no" || isForCustomers(entry, effect, model))
  );
}

/** A row of the caller is stored, and nothing that the request says. */
function isOwnProfile(effect: Effect): boolean {
  return storesCallersPart(effect) && !(effect.data && holds(effect.data, HOLDS_CLIENT_DATA));
}

/** What is for staff by its address names customers among those who may. */
function isForCustomers(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  return (
    isAdministrative(entry, model) &&
    guardedBy(entry, effect, ["ownership", "signature"]) === "no" &&
    ordinaryRoleAllowed(entry, effect) !== undefined
  );
}

function touchesAdministration(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (effect.category === "observability" || effect.category === "cache") return false;
  // Middleware notes when a token was used: that is how it asks who is calling.
  if (inChain(effect)) return false;
  // The caller's own row is nobody else's, whatever the address.
  if (isOwnRow(effect)) return false;
  if (isAdministrative(entry, model)) return effect.access !== "read" || !isShownToVisitors(effect, model);
  if (effect.access !== "write" || isUpkeep(effect) || isMadeWhenMissing(effect)) return false;
  if (OF_RIGHTS.test(effect.target ?? "") || changesAllRows(effect, model)) return true;
  if (makesAccount(effect, model)) return true;
  // Whoever makes a team is its owner.
  return setsRole(effect) && !storesCallersPart(effect);
}

/** An account of somebody else is made, with a password or a role that the request gives. */
function makesAccount(effect: Effect, model: ServiceModel): boolean {
  const { operation, data, entryPoint: entry } = effect;
  return (
    operation === "insert" &&
    data !== undefined &&
    keepsPassword(effect, model) &&
    holds(data, HOLDS_CLIENT_DATA) &&
    (!isCallers(entry, data) || isOfStaff(data)) &&
    knowsRoles(entry, model)
  );
}

/** The code itself gives the new account a role that not everybody has. */
function isOfStaff(data: Term): boolean {
  return (
    data.kind === "object" &&
    data.fields.some(
      ({ key, value }) =>
        /^(?:user_?)?roles?$/i.test(key ?? "") && value.kind === "literal" && STAFF.test(String(value.value)),
    )
  );
}

const STAFF = /admin|staff|moderator|manager|operator|employee/i;

/** Some endpoint of the application asks for a role. */
function knowsRoles(entry: EntryPoint, model: ServiceModel): boolean {
  return model.entryPoints.some(
    (other) => other.app === entry.app && other.guards.some((guard) => guard.kind === "role"),
  );
}

/** Tables that say who may do what. */
const OF_RIGHTS =
  /^(?:roles?|permissions?|privileges?|grants?|acls?|permisos?|permiss(?:ao|oes))$|(?:user|usuarios?|roles?|group|account|admin|staff)_?(?:roles?|permissions?|privileges?|grants?|permisos?|permiss(?:ao|oes))$/i;

/** The row that is written has a role. */
function setsRole(effect: Effect): boolean {
  return (
    effect.data?.kind === "object" &&
    effect.operation !== "insert" &&
    effect.data.fields.some((field) => /^(?:role|roles|is_?admin|permissions?)$/i.test(field.key ?? ""))
  );
}

function guardedTwin(entry: EntryPoint, model: ServiceModel): string {
  for (const other of model.entryPoints) {
    if (other === entry || other.app !== entry.app) continue;
    const guard = other.guards.find((one) => one.kind === "role" && !one.taken && one.name !== "inline check");
    if (guard) return ` ${other.label} has ${guard.name}.`;
  }
  return "";
}
