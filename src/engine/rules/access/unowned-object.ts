import { addGuard } from "../../fixes/guards/add-guard.ts";
import { scopeToOwner } from "../../fixes/guards/scope-to-owner.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { isAdministrative } from "../questions/administrative.ts";
import { foreignFiles } from "../questions/foreign-files.ts";
import { foreignInserts } from "../questions/foreign-inserts.ts";
import { foreignPayments } from "../questions/foreign-payments.ts";
import { isMachine } from "../questions/machine.ts";
import { overwrittenScope } from "../questions/overwritten-scope.ts";
import { isShownOnPage } from "../questions/shown-on-page.ts";
import { signsInStaff } from "../questions/staff-login.ts";
import { storedAgain } from "../questions/stored-again.ts";
import { placeOf, traceTo } from "../questions/trace.ts";
import { changedById, unownedId } from "../questions/unowned-id.ts";

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
 * their rows elsewhere. Reads count where the service scopes other reads of the table, and so does a row that is stored once
 * more as the caller's own (a copy, a duplicate).
 *
 * Pages of Next.js that are rendered for a request are judged where they certainly show such a row, of money, accounts, messages
 * or records, and nothing on the way asks whose it is: neither the page, nor a layout above it, nor middleware.
 *
 * Where a check ahead proved the project of the address (a team, a shop), rows that the service keeps in projects must be
 * found in that one: the id that was proven is not the one that the query goes by. A row that is stored in a project which
 * nothing proved here, and which others prove first, counts as well; so does a row of the caller's own that is changed to name
 * one which only its own team is shown.
 *
 * A condition on the caller that what was sent may take the place of is none: `{ userId: user.id, ...req.query }`, and
 * `Order.find({ userId: user.id }).find(req.query)` of Mongoose. The caller must come last.
 *
 * A role is an answer where it is that of the people who run the service. Whoever has one that is held to own rows
 * elsewhere (a seller's, a lender's) is asked here too: because other endpoints, behind the same check where the role has no
 * name, compare rows with them or limit queries to them, or because a column that is called after the role says whose the
 * rows are.
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  pages: true,
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
      isMachine(entry, model) ||
      signsInStaff(entry, model)
    )
      return;
    const isPage = entry.kind === "page";
    if (!isPage) {
      reportForOthers(entry, report, model);
      reportPayments(entry, report, model);
      reportFiles(entry, report, model);
      reportOverwritten(entry, report, model);
    }
    const unowned = entry.effects.flatMap((effect) => {
      const id = isPage && !isShownOnPage(entry, effect) ? undefined : unownedId(entry, effect, model);
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
        at: placeOf(entry, shown),
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
    at: placeOf(entry, effect),
    entryPoint: entry,
    message:
      parent === undefined
        ? `${entry.label} stores a row in ${effect.target} for whomever the request names in "${column}"${nowhere ? "" : "; elsewhere that is the caller"}. Take it from the session.`
        : `${entry.label} ${effect.operation === "set" ? "puts a row of" : "stores a row in"} ${effect.target} below the ${parent} that the request names in "${column}"; nothing checks that it is the caller's own.`,
    trace: traceTo(entry, effect, `"${column}" comes from the request`),
  });
}

/** The payment provider is asked about, or told to change, what an id of the request names. */
function reportPayments(entry: EntryPoint, report: (finding: Report) => void, model: ServiceModel): void {
  const [found] = foreignPayments(entry, model);
  if (!found) return;
  const { effect, id } = found;
  report({
    at: placeOf(entry, effect),
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
    at: placeOf(entry, effect),
    entryPoint: entry,
    message: `${entry.label} deletes files by ${nameOf(name)} of the request; nothing checks that the file is the caller's own. Find it by a row of the caller's.`,
    trace: traceTo(entry, effect, `${nameOf(name)} comes from the request`),
  });
}

/** Rows are limited to the caller's own by a column that the request may name as well, and its word comes later. */
function reportOverwritten(entry: EntryPoint, report: (finding: Report) => void, model: ServiceModel): void {
  const found = overwrittenScope(entry, model);
  if (!found) return;
  const { effect, column } = found;
  report({
    at: placeOf(entry, effect),
    entryPoint: entry,
    message: `${entry.label} finds the caller's own rows of ${effect.target} by "${column}", and then by all that the request says: whoever sends "${column}" reads another's. Put the caller last.`,
    trace: traceTo(entry, effect, `"${column}" of the request takes the place of the caller's`),
  });
}

/** Pages for staff show everybody's rows: there the role is what is missing. */
function fixesOf(entry: EntryPoint, effect: Effect, model: ServiceModel): readonly Fix[] {
  if (isAdministrative(entry, model)) {
    return addGuard({ entryPoint: entry, model, kind: "role" });
  }
  const fix = scopeToOwner({ entryPoint: entry, effect, model });
  return fix ? [fix] : [];
}

function nameOf(term: Term): string {
  const name = term.kind === "input" ? (term.path.at(-1) ?? "") : "";
  return /^\d*$/.test(name) ? "an id" : `"${name}"`;
}
