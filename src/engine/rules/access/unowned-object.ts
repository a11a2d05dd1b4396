import { addGuard } from "../../fixes/guards/add-guard.ts";
import { scopeToOwner } from "../../fixes/guards/scope-to-owner.ts";
import { alternatives } from "../../link/evaluate/members.ts";
import { dominates } from "../../link/retry/retry.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { presenceWhere } from "../../link/terms/presence.ts";
import { isSamePart } from "../../link/terms/same-part.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { isAdministrative } from "../questions/administrative.ts";
import { isCertainlyAnswered, isCertainlyKept } from "../questions/answered.ts";
import { asksForOwner, belongsToSomebody } from "../questions/belongs.ts";
import { storesCallersPart } from "../questions/callers-part.ts";
import { foreignFiles } from "../questions/foreign-files.ts";
import { foreignInserts } from "../questions/foreign-inserts.ts";
import { foreignPayments } from "../questions/foreign-payments.ts";
import { foundBy } from "../questions/found-by.ts";
import { isFoundByIdAlone } from "../questions/found-by-id.ts";
import { forbidsAfter, guardedBy } from "../questions/guarded.ts";
import { isHeldBehindSame } from "../questions/held-behind-same.ts";
import { knowsSecret } from "../questions/knows-secret.ts";
import { isMachine } from "../questions/machine.ts";
import { isCount, isFoundByCode, isFoundByName, namesRows } from "../questions/names-rows.ts";
import { isOneMore } from "../questions/one-more.ts";
import { isCallers, isTestedAhead, ownerScoped, requestIds } from "../questions/ownership.ts";
import { isUnderPolicies } from "../questions/policies.ts";
import { showsNoPerson } from "../questions/private-read.ts";
import { isPublishedRow } from "../questions/private-tables.ts";
import { resultsOf } from "../questions/results.ts";
import { isRoleWithin } from "../questions/role-reach.ts";
import { isCheckedLater, isCheckedUnlessOwn, isComparedWithTied } from "../questions/row-checks.ts";
import { signsInStaff } from "../questions/staff-login.ts";
import { stakeOf } from "../questions/stake.ts";
import { storedAgain } from "../questions/stored-again.ts";
import { isTakenFromStock } from "../questions/taken-from-stock.ts";
import { takesOver } from "../questions/takes-over.ts";
import { isToldByMessage } from "../questions/told-by-message.ts";
import { traceTo } from "../questions/trace.ts";
import { isUnreadCondition } from "../questions/unread-condition.ts";

/**
 * An id from the request reaches somebody's row, and nothing ties the row to the caller.
 *
 * Whoever is signed in changes the number in the address and reads or changes what belongs to others. The tie may stand
 * in the condition of the query, in a check of the loaded row, or in a guard; it must be about the same id.
 *
 * ```ts bad
 * app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
 * app.post("/invoices", async (req, res) => {
 *   res.json(await prisma.invoice.create({ data: { userId: req.user.id, total: 5 } }));
 * });
 * app.delete("/invoices/:id", async (req, res) => {
 *   res.json(await prisma.invoice.delete({ where: { id: req.params.id } }));
 * });
 * ```
 * ```ts good
 * app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
 * app.post("/invoices", async (req, res) => {
 *   res.json(await prisma.invoice.create({ data: { userId: req.user.id, total: 5 } }));
 * });
 * app.delete("/invoices/:id", async (req, res) => {
 *   res.json(await prisma.invoice.delete({ where: { id: req.params.id, userId: req.user.id } }));
 * });
 * ```
 *
 * Only tables that are known to have owners are judged: by their columns, or because the service stores the caller with
 * their rows elsewhere. Reads count where the service scopes other reads of the table.
 *
 * A role is an answer where it is that of the people who run the service. Whoever has one that is held to own rows
 * elsewhere (a seller's, a lender's) is asked here too: because other endpoints compare rows with them or limit queries to
 * them, or because a column that is called after the role says whose the rows are.
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [639],
  owasp: ["API1:2023"],
  asvs: ["8.2.2"],
  remedy: {
    title: "Tie the row to the caller",
    steps: [
      "Add the owner's column to the condition of the query, with the caller's id from the session.",
      "Where the table has no such column, load the parent that has one and compare it first; answer 404 when it is another's.",
      "Call it as another user with the same id: it must answer 404.",
    ],
  },

  check(entry, report, model) {
    if (
      entry.public ||
      entry.unreadable ||
      entry.kind === "webhook" ||
      entry.kind === "queue" ||
      entry.kind === "schedule" ||
      // A service that calls with a key of its own works for everybody.
      isMachine(entry) ||
      signsInStaff(entry, model)
    )
      return;
    reportForOthers(entry, report, model);
    reportPayments(entry, report);
    reportFiles(entry, report, model);
    const unowned = entry.effects.flatMap((effect) => {
      const id = unownedId(entry, effect, model);
      return id ? [{ effect, id }] : [];
    });
    const seen = new Set<string>();
    for (const { effect, id } of unowned) {
      if (seen.has(effect.target ?? "")) continue;
      seen.add(effect.target ?? "");
      // A row that is loaded, changed and stored is told where it is loaded, by what happens to it.
      const same = unowned.filter((one) => one.effect.target === effect.target).map((one) => one.effect);
      const changes = same.flatMap((one) => (one.access === "read" ? (storedAgain(entry, one) ?? []) : one));
      const worst = changes.find((one) => one.operation === "delete") ?? changes[0];
      const shown = changedById(entry, effect) ?? effect;
      const verb = worst === undefined ? "reads" : worst.operation === "delete" ? "deletes from" : "changes";
      report({
        // A repository may serve many endpoints: each of them is told.
        at:
          shown.place.file === entry.handler.place.file ? (shown.call.calleePlace ?? shown.place) : entry.handler.place,
        entryPoint: entry,
        message: `${entry.label} ${verb} ${effect.target} by ${nameOf(id)} of the request; nothing checks that the row is the caller's own.`,
        trace: traceTo(entry, shown, `${effect.target} is found by ${nameOf(id)} alone`),
        fixes: () => fixesOf(entry, effect, model),
      });
    }
  },
});

/** A row is stored for whomever the request names, or below a row that the request names. */
function reportForOthers(entry: EntryPoint, report: (finding: Report) => void, model: ServiceModel): void {
  const [found] = foreignInserts(entry, model);
  if (!found) return;
  const { effect, column, parent, nowhere } = found;
  report({
    at:
      effect.place.file === entry.handler.place.file ? (effect.call.calleePlace ?? effect.place) : entry.handler.place,
    entryPoint: entry,
    message:
      parent === undefined
        ? `${entry.label} stores a row in ${effect.target} for whomever the request names in "${column}"${nowhere ? "" : "; elsewhere that is the caller"}. Take it from the session.`
        : `${entry.label} stores a row in ${effect.target} below the ${parent} that the request names in "${column}"; nothing checks that it is the caller's own.`,
    trace: traceTo(entry, effect, `"${column}" comes from the request`),
  });
}

/** The payment provider is asked about, or told to change, what an id of the request names. */
function reportPayments(entry: EntryPoint, report: (finding: Report) => void): void {
  const [found] = foreignPayments(entry);
  if (!found) return;
  const { effect, id } = found;
  report({
    at:
      effect.place.file === entry.handler.place.file ? (effect.call.calleePlace ?? effect.place) : entry.handler.place,
    entryPoint: entry,
    message: `${entry.label} hands ${nameOf(id)} of the request to ${effect.call.text}; nothing checks that it is the caller's own. Take it from the caller's row.`,
    trace: traceTo(entry, effect, `${nameOf(id)} comes from the request`),
  });
}

/** A stored file is removed by the name that the request gives. */
function reportFiles(entry: EntryPoint, report: (finding: Report) => void, model: ServiceModel): void {
  const [found] = foreignFiles(entry, model);
  if (!found) return;
  const { effect, name } = found;
  report({
    at:
      effect.place.file === entry.handler.place.file ? (effect.call.calleePlace ?? effect.place) : entry.handler.place,
    entryPoint: entry,
    message: `${entry.label} deletes files by ${nameOf(name)} of the request; nothing checks that the file is the caller's own. Find it by a row of the caller's.`,
    trace: traceTo(entry, effect, `${nameOf(name)} comes from the request`),
  });
}

/** Pages for staff show everybody's rows: there the role is what is missing. */
function fixesOf(entry: EntryPoint, effect: Effect, model: ServiceModel): readonly Fix[] {
  if (isAdministrative(entry)) {
    return addGuard({ entryPoint: entry, model, kind: "role" });
  }
  const fix = scopeToOwner({ entryPoint: entry, effect, model });
  return fix ? [fix] : [];
}

/** The request's id that finds a row of somebody, where nothing ties it to the caller. */
function unownedId(entry: EntryPoint, effect: Effect, model: ServiceModel): Term | undefined {
  if (effect.category !== "database" || effect.target === undefined) return undefined;
  // It stands below the row that the same call finds: whose that one is, is asked there.
  if (effect.within) return undefined;
  if (
    effect.operation !== "read" &&
    effect.operation !== "set" &&
    effect.operation !== "delete" &&
    effect.operation !== "increment" &&
    effect.operation !== "toggle" &&
    !isSetById(effect) &&
    !(effect.operation === "append" && (asksForOwner(effect, model) || addsSent(effect)))
  )
    return undefined;
  // What is read in order to write something else is given to nobody, unless it goes out by mail; counting a like changes
  // nothing of the row's owner.
  const again = effect.access === "read" ? storedAgain(entry, effect) : undefined;
  const isShown = !isWriting(entry) || isCertainlyAnswered(entry, effect) || isToldByMessage(entry, effect);
  if (effect.access === "read" && !isShown && !again) return undefined;
  const judged = changedById(entry, effect) ?? effect;
  if (onlyCounts(again ?? judged) || isTakenFromStock(entry, again ?? judged)) return undefined;
  if (isUnderPolicies(effect, model)) return undefined;
  // What stands below a row is reached by the id that this one was found by.
  const found = foundBy(entry, effect) ?? effect;
  const ids = requestIds(entry, found).filter((one) => effect.access !== "read" || !isCursor(one));
  const id = ids.find((one) => one.kind === "input" && one.source === "params") ?? ids[0];
  const isTaken = takesOver(effect);
  if (!id || (ownerScoped(entry, effect) && !isTaken) || isUnreadCondition(effect.where)) return undefined;
  if (isPublishedRow(effect)) return undefined;
  // What is written is the caller's own part in it: a vote, a membership, a bookmark.
  if (judged.access !== "read" && !isTaken && storesCallersPart(judged)) return undefined;
  if (effect.access === "read" && (takesPart(entry, effect) || isFoundByName(judged) || isFoundByCode(judged)))
    return undefined;
  // The seats of a trip that are taken. One row that is asked for and answered is for its owner, whatever is picked of it.
  const isPart = judged.access === "read" && (isWriting(entry) || !isFoundByIdAlone(judged));
  if (isPart && stakeOf(effect) === "ordinary" && showsNoPerson(entry, effect)) return undefined;
  // Hours that are taken are left out of the answer, and nothing of the bookings is in it.
  if (isPart && !again && isCertainlyKept(entry, effect)) return undefined;
  if (judged.access === "read" && (isCount(effect) || !namesRows(effect, model))) return undefined;
  // Whoever has a role is somebody.
  if (guardedBy(entry, effect, ["authentication", "role"]) !== "yes" || knowsSecret(entry, effect)) return undefined;
  // Code that treats callers differently at this point knows whom it lets do what.
  if (effect.scopes.some((scope) => scope.kind === "branch" && comparesCaller(entry, scope.test, scope.when)))
    return undefined;
  const guarded = guardedBy(entry, effect, ["role", "signature"]);
  if (guarded === "perhaps" && !isHeldBehindSame(effect, model)) return undefined;
  // Who is told 403 once the row was read gets nothing of it.
  if (effect.access === "read" && forbidsAfter(entry, effect)) return undefined;
  if (guarded === "yes" && !isRoleWithin(entry, effect, model)) return undefined;
  if (tiedByGuard(entry, found) || tiedByParent(entry, found) || isCheckedLater(entry, found)) return undefined;
  if (isCheckedUnlessOwn(entry, found) || isComparedWithTied(entry, found) || isChangedAsOwn(entry, found))
    return undefined;
  // A row that is handed over itself belongs to whom it was read of.
  return belongsToSomebody(judged.where?.kind === "object" ? judged : effect, model) ? id : undefined;
}

/** `{ after: lastId }`: from where a list goes on; it finds no row of its own. */
function isCursor(id: Term): boolean {
  return id.kind === "input" && /^(?:after|before|cursor)(?:$|_|[A-Z])|[cC]ursor$/.test(id.path.at(-1) ?? "");
}

/** What was sent is put in a list of the row, or beside one: `{ $push: { photos: body.url } }`. */
function addsSent({ data }: Effect): boolean {
  return data?.kind === "object" && data.fields.some(({ value }) => holds(value, HOLDS_CLIENT_DATA));
}

/** It was changed as the caller's own ahead of this, and whoever changed nothing was refused: `if (!count) throw …`. */
function isChangedAsOwn(entry: EntryPoint, effect: Effect): boolean {
  const ids = requestIds(entry, effect);
  return entry.effects.some(
    (one) =>
      one.access === "write" &&
      one.target === effect.target &&
      one.order < effect.order &&
      ownerScoped(entry, one) &&
      requestIds(entry, one).some((id) => ids.some((other) => isSamePart(id, other))) &&
      isTestedAhead(entry, one, effect),
  );
}

/** `findByIdAndUpdate(id, …, { upsert: true })`: who shows an id of a row means that row. */
function isSetById(effect: Effect): boolean {
  return effect.operation === "upsert" && isFoundByIdAlone(effect);
}

/** One more or one less, whatever the request says. */
function onlyCounts(effect: Effect): boolean {
  const { data, entryPoint: entry } = effect;
  if (effect.operation === "increment") return !(data && holds(data, HOLDS_CLIENT_DATA));
  if (effect.operation !== "set" || data?.kind !== "object") return false;
  const set = data.fields.filter((field) => field.key !== undefined);
  return set.length > 0 && set.every(({ value }) => isOneMore(value) || isWorkedOut(entry, value));
}

/** A number made of other rows, such as the average of all ratings. */
function isWorkedOut(entry: EntryPoint, value: Term): boolean {
  const rows = resultsOf(entry);
  if (!someTerm(value, (part) => rows.has(part)) || isSentOutside(value, rows)) return false;
  return someTerm(value, (part) => (part.kind === "operation" && /^[/*+-]$/.test(part.operator)) || isLength(part));
}

function isLength(part: Term): boolean {
  if (part.kind === "member") return part.name === "length";
  return part.kind === "external" && /^(?:length|size|reduce\(\)|_avg|_sum|_count)$/.test(part.path.at(-1) ?? "");
}

function isSentOutside(value: Term, rows: ReadonlySet<Term>): boolean {
  return someTerm(value, (part) => part.kind === "input" && holds(part, HOLDS_CLIENT_DATA), rows);
}

/** The test tells callers apart, or there is no caller on this side of it. */
function comparesCaller(entry: EntryPoint, test: Term, when: boolean): boolean {
  if (!isCallers(entry, test)) return false;
  const presence = presenceWhere(test, (part) => isCallers(entry, part));
  return presence.length === 0 || !presence.includes(when ? "present" : "absent");
}

/** The caller is put into the row that was read: into a list of those who voted, reported, joined. */
function takesPart(entry: EntryPoint, read: Effect): boolean {
  return entry.effects.some(
    (other) =>
      (other.operation === "append" || other.operation === "set") &&
      other.target === read.target &&
      other.where === read.where &&
      storesCallersPart(other),
  );
}

/** A row that is changed by the id that was read of it. Under the same condition, the change is judged by itself. */
function changedById(entry: EntryPoint, read: Effect): Effect | undefined {
  const again = read.access === "read" ? storedAgain(entry, read) : undefined;
  return again?.where === read.where ? undefined : again;
}

function isWriting(entry: EntryPoint): boolean {
  if (/^(?:POST|PUT|PATCH|DELETE|MUTATION)$/.test(entry.method)) return true;
  return entry.method === "ACTION" && entry.effects.some((effect) => effect.access === "write");
}

/** A guard ties the very id, or the row this effect goes on from. Of an id that may come from two places, both. */
function tiedByGuard(entry: EntryPoint, effect: Effect): boolean {
  const ids = requestIds(entry, effect);
  return entry.guards.some(
    (guard) =>
      guard.kind === "ownership" &&
      dominates(guard, effect) &&
      (guard.proves.length === 0 ||
        standsBelow(effect, guard.proves) ||
        ids.some(
          (id) =>
            guard.proves.some((proven) => isSamePart(proven, id)) &&
            besides(effect, id).every((other) => guard.proves.some((proven) => isSamePart(proven, other))),
        )),
  );
}

/** `{ id: params.id, storeId: store.id }`, where the store was found to be the caller's. */
function standsBelow({ where, result }: Effect, proven: readonly Term[]): boolean {
  return (
    where !== undefined && proven.some((row) => row.kind !== "input" && row !== result && containsTerm(where, row))
  );
}

/** Other parts of the request that may stand in the place of this one: `req.body.visitId ?? req.params.id`. */
function besides({ where }: Effect, id: Term): readonly Term[] {
  if (where?.kind !== "object") return [];
  return where.fields.flatMap(({ value }) => {
    const options = alternatives(value);
    return options.length > 1 && options.includes(id)
      ? options.filter((one) => one.kind === "input" && one !== id)
      : [];
  });
}

/** The very id was looked up below a parent that the caller was found to belong to, and what was not found was refused. */
function tiedByParent(entry: EntryPoint, effect: Effect, levels = MAXIMUM_LEVELS): boolean {
  const ids = requestIds(entry, effect);
  return entry.effects.some((read) => {
    if (read.access !== "read" || read.order >= effect.order || levels === 0) return false;
    const found = requestIds(entry, read);
    if (found.length < 2 || !found.some((one) => ids.some((id) => isSamePart(one, id)))) return false;
    return (tiedByGuard(entry, read) || tiedByParent(entry, read, levels - 1)) && isTestedAhead(entry, read, effect);
  });
}

/** A step of a flow of a team. */
const MAXIMUM_LEVELS = 2;

function nameOf(term: Term): string {
  const name = term.kind === "input" ? (term.path.at(-1) ?? "") : "";
  return /^\d*$/.test(name) ? "an id" : `"${name}"`;
}
