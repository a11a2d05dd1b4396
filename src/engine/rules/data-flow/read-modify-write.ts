import { atomicChange } from "../../fixes/atomic-change.ts";
import { termsWithin } from "../../link/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { traceTo } from "../trace.ts";

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

  check(effect, report, model) {
    if (
      effect.category !== "database" ||
      (effect.operation !== "set" && effect.operation !== "toggle") ||
      effect.data?.kind !== "object"
    )
      return;
    const entry = effect.entryPoint;
    for (const field of effect.data.fields) {
      const read = field.key === undefined ? undefined : readFor(entry, effect, field.value);
      if (!read || read.lock || isConditional(effect, read)) continue;
      const name = field.key ?? "";
      report({
        at: effect.call.calleePlace ?? effect.place,
        entryPoint: entry,
        message: `${entry.label} reads ${effect.target}, computes "${field.key}" and writes it back: two requests at once lose one change.`,
        trace: [
          ...traceTo(entry, read, `${effect.target} is read`),
          { place: effect.place, message: `"${field.key}" is written from what was read` },
        ],
        fixes: () => [atomicChange({ effect, field: name, model })].filter((fix) => fix !== undefined),
      });
      return;
    }
  },
});

/** The read of the same table whose row the sum is made of. */
function readFor(entry: EntryPoint, effect: Effect, value: Term): EffectEvent | undefined {
  for (const part of termsWithin(value)) {
    if (part.kind !== "operation" || !["+", "-", "*", "/", "++", "--", "!"].includes(part.operator)) continue;
    const within = termsWithin(part);
    const read = entry.trail.events.find(
      (event) =>
        event.kind === "effect" &&
        event.access === "read" &&
        event.target === effect.target &&
        event.order < effect.order &&
        within.has(event.result),
    );
    if (read?.kind === "effect") return read;
  }
  return undefined;
}

/** The write asks for the value that was read: a lost race changes nothing. */
function isConditional(effect: Effect, read: EffectEvent): boolean {
  return (
    effect.where !== undefined &&
    termsWithin(effect.where).has(read.result) &&
    effect.where.kind === "object" &&
    effect.where.fields.length > 1
  );
}
