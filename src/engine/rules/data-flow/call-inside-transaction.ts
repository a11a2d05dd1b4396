import { afterTransaction } from "../../fixes/transactions/after-transaction.ts";
import { defineRule } from "../define-rule.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * An outside service is called while a database transaction is open.
 *
 * The rows stay locked for as long as the other side takes, and what was sent out cannot be rolled back. Call before or
 * after, or leave a note in an outbox table.
 *
 * ```ts bad
 * app.post("/orders", requireUser, async (req, res) => {
 *   await prisma.$transaction(async (tx) => {
 *     await tx.order.create({ data: { total: req.body.total } });
 *     await mailer.sendMail({ to: req.user.email, text: "Thank you" });
 *   });
 *   res.sendStatus(201);
 * });
 * ```
 * ```ts good
 * app.post("/orders", requireUser, async (req, res) => {
 *   await prisma.$transaction(async (tx) => {
 *     await tx.order.create({ data: { total: req.body.total } });
 *   });
 *   await mailer.sendMail({ to: req.user.email, text: "Thank you" });
 *   res.sendStatus(201);
 * });
 * ```
 */
export default defineRule({
  severity: "hint",
  visits: "effect",
  once: true,
  cwe: [667],
  asvs: ["13.2.6"],
  remedy: {
    title: "Take the call out of the transaction",
    steps: [
      "Move the call behind the end of the transaction, where nothing needs its answer inside.",
      "Where the answer is needed, make the call first and write what it said in a short transaction.",
      "Where both must happen, write the intent into an outbox table in the transaction, and let a worker make the call.",
    ],
  },

  check(effect, report, model) {
    if (!effect.scopes.some((scope) => scope.kind === "transaction")) return;
    if (!["payment", "email", "sms", "externalApi", "llm"].includes(effect.category) || !effect.awaited) return;
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: effect.entryPoint,
      message: `${effect.call.text} is waited for inside a transaction: its rows stay locked, and what was sent cannot be rolled back.`,
      trace: traceTo(effect.entryPoint, effect, "the transaction is open here"),
      fixes: () => [afterTransaction({ effect, model })].filter((fix) => fix !== undefined),
    });
  },
});
