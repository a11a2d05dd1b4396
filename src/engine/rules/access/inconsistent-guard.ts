import { addGuard } from "../../fixes/guards/add-guard.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { witnessInApp } from "../questions/asked-elsewhere.ts";
import { storesCallersPart } from "../questions/callers-part.ts";
import { forgottenRight } from "../questions/habit-of-app.ts";
import { forgottenRole } from "../questions/module-habits.ts";
import { oncePerModel } from "../questions/once.ts";
import { ownerScoped } from "../questions/ownership.ts";
import { witnessInTeam } from "../questions/rights-in-team.ts";
import { isChange, isForAnyUser, roleAhead, type Witness, witnessInTenant } from "../questions/role-witness.ts";
import { isOfSharedLink } from "../questions/shared-links.ts";
import { witnessBeside } from "../questions/siblings.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * Two endpoints change the same thing; one checks a role, this one does not.
 *
 * The twin shows what the team meant. Whoever is refused there comes in here.
 *
 * ```ts bad
 * app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
 * app.put("/plans/:id", (req, res, next) => (req.user.role === "owner" ? next() : res.sendStatus(403)), async (req, res) => {
 *   res.json(await pool.query("UPDATE plans SET price = $1 WHERE id = $2", [req.body.price, req.params.id]));
 * });
 * app.delete("/plans/:id", async (req, res) => {
 *   res.json(await pool.query("DELETE FROM plans WHERE id = $1", [req.params.id]));
 * });
 * ```
 * ```ts good
 * const ownerOnly = (req, res, next) => (req.user?.role === "owner" ? next() : res.sendStatus(403));
 * app.put("/plans/:id", ownerOnly, async (req, res) => {
 *   res.json(await pool.query("UPDATE plans SET price = $1 WHERE id = $2", [req.body.price, req.params.id]));
 * });
 * app.delete("/plans/:id", ownerOnly, async (req, res) => {
 *   res.json(await pool.query("DELETE FROM plans WHERE id = $1", [req.params.id]));
 * });
 * ```
 *
 * Rows of the caller's own are left alone, and creating is not compared with changing. Who may not even be shown what stands
 * at an address may not change it either: a `GET` that asks for a role counts for the `PUT` of the same path. Colleagues'
 * accounts, and the row of the caller's own company, count where most endpoints that change them ask for a role. Where nearly
 * all that is changed in a team asks for a right, whatever the table, what asks for none counts as well. So does what any
 * member of a team that the request names may do, where the others that look up the membership ask for its role too.
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [862, 863],
  owasp: ["API5:2023"],
  asvs: ["8.2.1"],
  remedy: {
    title: "Ask here what the twin asks",
    steps: [
      "Read what the twin asks for: a role, a permission, an owner.",
      "Ask the same here, by the same function: in the chain of the route, or at the top of the handler.",
      "Call it as a user without the role: it must answer 403.",
    ],
  },

  check(entry, report, model) {
    if (entry.public || entry.unreadable) return;
    for (const effect of entry.effects) {
      // What hooks note on the way in, such as the session that lasts longer now, goes with whatever is asked.
      if (!isChange(effect) || isOfSharedLink(effect, model)) continue;
      // What is written is the caller's own part in it: a review, a vote.
      const isCompared = effect.operation !== "insert" && !storesCallersPart(effect);
      const beside = isCompared ? (twinOf(entry, effect, model) ?? witnessBeside(effect, model)) : undefined;
      const twin = beside ?? witnessInTeam(effect, model) ?? witnessInApp(effect, model);
      if (twin) return reportTwin(effect, twin, report, model);
    }
    const forgotten = forgottenRole(entry, model) ?? forgottenRight(entry, model);
    if (forgotten) reportTwin(forgotten.effect, forgotten.witness, report, model);
  },
});

function reportTwin(effect: Effect, twin: Witness, report: (finding: Report) => void, model: ServiceModel): void {
  const { entryPoint: entry, target = effect.system } = effect;
  const does = effect.category === "database" ? `changes ${target}` : `runs ${effect.call.text}`;
  const done = effect.category === "database" ? `${target} is changed` : `${effect.call.text} runs`;
  report({
    at: entry.handler.place,
    entryPoint: entry,
    identity: entry.label,
    message: `${entry.label} ${does} for any signed-in user, while ${twin.entry.label} asks ${twin.guard.name} first.`,
    trace: [
      ...traceTo(entry, effect, `${done} without a check of the role`),
      { place: twin.guard.place, message: `${twin.entry.label} checks it here` },
    ],
    fixes: () => addGuard({ entryPoint: entry, model, kind: "role" }),
  });
}

function twinOf(entry: EntryPoint, effect: Effect, model: ServiceModel): Witness | undefined {
  if (!isForAnyUser(effect, model)) return undefined;
  return ownerScoped(entry, effect) ? witnessInTenant(effect, model) : guardedTwin(entry, effect, model);
}

/** An endpoint of the same resource that changes the same table and checks a role first. */
function guardedTwin(entry: EntryPoint, effect: Effect, model: ServiceModel): Witness | undefined {
  // Two calls to whichever address, or of whichever file, have nothing in common.
  if (effect.target === undefined && REACHES_ANYTHING.has(effect.category)) return undefined;
  const twins = (byResource(model).get(resourceOf(entry)) ?? []).flatMap((other): readonly Twin[] => {
    if (other === entry || other.app !== entry.app) return [];
    const same = other.effects.find(
      (one) =>
        one.target === effect.target &&
        one.system === effect.system &&
        (isChange(one)
          ? !isOfSharedLink(one, model) && one.operation !== "insert"
          : showsSame(other, one) && other.path === entry.path),
    );
    const witness = same && roleAhead(same);
    return witness ? [{ same, witness }] : [];
  });
  const alike = twins.filter(({ same }) => !setsOtherColumns(same, effect));
  // Whoever alone may take a row away may still leave some of its columns to everybody.
  const telling = alike.length < twins.length ? alike.filter(({ same }) => same.operation !== "delete") : alike;
  return telling[0]?.witness;
}

const byResource = oncePerModel(({ entryPoints }): ReadonlyMap<string, readonly EntryPoint[]> => {
  const found = new Map<string, EntryPoint[]>();
  for (const entry of entryPoints) {
    const resource = resourceOf(entry);
    const list = found.get(resource);
    if (list) list.push(entry);
    else found.set(resource, [entry]);
  }
  return found;
});

interface Twin {
  readonly same: Effect;
  readonly witness: Witness;
}

/** Who has the role fills other columns, and leaves it to everybody to add to these: the price of a product, and its reviews. */
function setsOtherColumns(guarded: Effect, effect: Effect): boolean {
  if (!addsToRow(effect)) return false;
  const theirs = columnsSet(guarded);
  const ours = columnsSet(effect);
  return theirs !== undefined && ours !== undefined && !ours.some((column) => theirs.includes(column));
}

/** What was read of the row is stored with something more. */
function addsToRow({ entryPoint, target, data }: Effect): boolean {
  return entryPoint.effects.some(
    (read) => read.access === "read" && read.target === target && data !== undefined && containsTerm(data, read.result),
  );
}

/** Undefined where they are not all known. */
function columnsSet({ operation, data }: Effect): readonly string[] | undefined {
  if (!(operation === "set" || operation === "append") || data?.kind !== "object" || data.fields.length === 0)
    return undefined;
  const names = data.fields.map(({ key }) => key);
  return names.every((name) => name !== undefined && !name.startsWith("$")) ? (names as string[]) : undefined;
}

const REACHES_ANYTHING: ReadonlySet<Effect["category"]> = new Set(["externalApi", "filestore"]);

/** Who may change what stands at an address may not be somebody who is not even shown it. */
function showsSame({ method }: EntryPoint, effect: Effect): boolean {
  return method === "GET" && effect.access === "read" && effect.category === "database" && !inChain(effect);
}

/** `/api/plans` for `/api/plans/:id/price`: what stands before the first parameter. */
function resourceOf(entry: EntryPoint): string {
  const segments = entry.path.split("/").filter((segment) => segment !== "");
  const first = segments.findIndex((segment) => segment.startsWith(":") || segment.includes("["));
  return segments.slice(0, first < 0 ? Math.max(segments.length - 1, 1) : first).join("/");
}
