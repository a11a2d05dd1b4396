import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import { defineRule } from "../define-rule.ts";
import { type SentAmount, sentAmount } from "../questions/sent-amount.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * The caller says how much: what is added to their own balance, or what their order costs.
 *
 * The form fills in the right number, but whoever writes the request writes another: a wallet is filled without a payment,
 * a room for two weeks costs one cent. What something costs stands in the service's own tables, and what was paid is known
 * by the payment provider.
 *
 * ```ts bad
 * app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
 * app.post("/wallet/top-up", async (req, res) => {
 *   await prisma.user.update({ where: { id: req.user.id }, data: { balance: { increment: req.body.amount } } });
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
 * app.post("/wallet/top-up", async (req, res) => {
 *   const intent = await stripe.paymentIntents.retrieve(req.body.paymentIntentId);
 *   if (intent.status !== "succeeded" || intent.metadata.userId !== req.user.id) return res.sendStatus(402);
 *   await creditOnce(intent.id, req.user.id, intent.amount_received);
 *   res.sendStatus(204);
 * });
 * ```
 *
 * Endpoints that ask for a role first, that take the money from another account, or that compare the amount with something
 * stored are left alone; so is a service whose members all work there.
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [472, 602],
  owasp: ["API3:2023", "API6:2023"],
  asvs: ["2.2.2", "2.3.1"],
  remedy: {
    title: "Work the amount out on the server",
    steps: [
      "Take only ids and quantities from the request; read the prices from the tables that keep them.",
      "Credit a balance from the provider's own message (a webhook, a retrieved payment), once for each payment.",
      "Send another amount: nothing may change, or the request is refused.",
    ],
  },

  check(effect, report, model) {
    const { entryPoint: entry } = effect;
    const found = sentAmount(effect, model);
    if (!found) return;
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      message: messageOf(entry, effect, found),
      trace: traceTo(entry, effect, `"${found.column}" comes from the request`),
    });
  },
});

function messageOf({ label }: EntryPoint, { target, call }: Effect, { as, column, priced }: SentAmount): string {
  if (as === "credit")
    return `${label} adds what the request says to the caller's own "${column}" in ${target}; nothing shows that it was paid.`;
  if (as === "charge")
    return `${label} hands the "${column}" that the request says to ${call.text}: callers choose what they pay. Work it out from what is paid for.`;
  const [only] = priced;
  const source =
    priced.length === 0
      ? "Work it out from what is ordered"
      : `Take it from ${priced.length === 1 ? only?.name : "where prices are kept"}`;
  return `${label} stores the "${column}" that the request says in ${target}: callers choose what they pay. ${source}.`;
}
