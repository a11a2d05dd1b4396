import { addGuard } from "../../fixes/add-guard.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { defineRule } from "../define-rule.ts";
import { guardedBy } from "../guarded.ts";
import { isCallers, ownerScoped } from "../ownership.ts";
import { traceTo } from "../trace.ts";

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
 * Rows of the caller's own are left alone, and creating is not compared with changing.
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
      if (!isChange(effect) || ownerScoped(entry, effect)) continue;
      // What is written is the caller's own part in it: a review, a vote.
      if (effect.data && isCallers(entry, effect.data)) continue;
      if (guardedBy(entry, effect, ["authentication"]) !== "yes") continue;
      if (guardedBy(entry, effect, ["role", "ownership", "signature"]) !== "no") continue;
      const twin = guardedTwin(entry, effect, model);
      if (!twin) continue;
      report({
        at: entry.handler.place,
        entryPoint: entry,
        identity: entry.label,
        message: `${entry.label} changes ${effect.target} for any signed-in user, while ${twin.entry.label} asks ${twin.guard.name} first.`,
        trace: [
          ...traceTo(entry, effect, `${effect.target} is changed without a check of the role`),
          { place: twin.guard.place, message: `${twin.entry.label} checks it here` },
        ],
        fixes: () => addGuard({ entryPoint: entry, model, kind: "role" }),
      });
      return;
    }
  },
});

function isChange(effect: Effect): boolean {
  if (effect.category !== "database" || effect.target === undefined) return false;
  return (
    effect.operation === "set" ||
    effect.operation === "delete" ||
    effect.operation === "increment" ||
    effect.operation === "toggle"
  );
}

/** An endpoint of the same resource that changes the same table and checks a role first. */
function guardedTwin(
  entry: EntryPoint,
  effect: Effect,
  model: ServiceModel,
): { readonly entry: EntryPoint; readonly guard: Guard } | undefined {
  for (const other of model.entryPoints) {
    if (other === entry || other.app !== entry.app || resourceOf(other) !== resourceOf(entry)) continue;
    const same = other.effects.find(
      (one) => isChange(one) && one.target === effect.target && one.system === effect.system,
    );
    if (!same || guardedBy(other, same, ["role"]) !== "yes") continue;
    const guard = other.guards.find((one) => one.kind === "role");
    if (guard) return { entry: other, guard };
  }
  return undefined;
}

/** `/api/plans` for `/api/plans/:id/price`: what stands before the first parameter. */
function resourceOf(entry: EntryPoint): string {
  const segments = entry.path.split("/").filter((segment) => segment !== "");
  const first = segments.findIndex((segment) => segment.startsWith(":") || segment.includes("["));
  return segments.slice(0, first < 0 ? Math.max(segments.length - 1, 1) : first).join("/");
}
