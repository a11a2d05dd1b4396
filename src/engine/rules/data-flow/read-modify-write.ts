import { atomicChange } from "../../fixes/statements/atomic-change.ts";
import { computedColumn } from "../../link/retry/computed.ts";
import type { EffectEvent } from "../../model/path.ts";
import { isWorth } from "../../vocabulary/counted.ts";
import { defineRule } from "../define-rule.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A value is read, changed in the code and written back; two requests at once lose one of the changes.
 *
 * Both read 10, both write 9. Let the database do the sum (`SET stock = stock - 1`), write only if the value is still
 * the one that was read, or lock the row (`SELECT … FOR UPDATE`) in a transaction.
 *
 * ```ts bad
 * app.post("/products/:id/buy", requireUser, async (req, res) => {
 *   const product = await prisma.product.findUnique({ where: { id: req.params.id } });
 *   await prisma.product.update({ where: { id: req.params.id }, data: { stock: product.stock - 1 } });
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.post("/products/:id/buy", requireUser, async (req, res) => {
 *   await prisma.product.update({ where: { id: req.params.id }, data: { stock: { decrement: 1 } } });
 *   res.sendStatus(204);
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [362, 367],
  asvs: ["15.4.2"],
  remedy: {
    title: "Let the database compute the new value",
    steps: [
      "Change the value in one statement (`SET n = n + 1`, `{ increment: 1 }`, `$inc`), with the condition it depends on in the `WHERE`.",
      "Or read it with a lock (`SELECT … FOR UPDATE`) in one transaction, or write it only where a version column is unchanged.",
      "Two requests at once: both changes must be there.",
    ],
  },

  check(effect, report, model) {
    const entry = effect.entryPoint;
    const computed = computedColumn(effect, entry.trail);
    // A flag that turns at every call is another rule's.
    if (!computed || computed.turns) return;
    const { column, read } = computed;
    if (!read || read.lock) return;
    if (conflicts(effect, read)) return;
    // It is moved on only where it has passed: two at once move it to the same day.
    const isMovedOnce = computed.isDate && effect.retry === "safe";
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      severity: isWorth(column) && !COUNTED_LOOSELY.test(column) && !isMovedOnce ? "warning" : "hint",
      message: `${entry.label} reads ${effect.target}, computes "${column}" and writes it back: two requests at once lose one change.`,
      trace: [
        ...traceTo(entry, read, `${effect.target} is read`),
        { place: effect.place, message: `"${column}" is written from what was read` },
      ],
      fixes: () => [atomicChange({ effect, field: column, model })].filter((fix) => fix !== undefined),
    });
  },
});

/** A count that is only looked at roughly: one that is lost harms nobody. */
const COUNTED_LOOSELY = /attempt|login|view|visit|click|impression|seen|download|play|retr(?:y|ies)|fail/i;

/** Both stand in one transaction, and of two such transactions one is refused or runs again. */
function conflicts(effect: EffectEvent, read: EffectEvent): boolean {
  return (
    effect.conflicts === true &&
    effect.scopes.some((scope) => scope.kind === "transaction" && read.scopes.some((other) => other.id === scope.id))
  );
}
