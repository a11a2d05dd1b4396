import { idempotencyKey } from "../../fixes/idempotent/idempotency-key.ts";
import { dominates, rowsMadeBefore } from "../../link/retry/retry.ts";
import { isIdOf } from "../../link/retry/row-keys.ts";
import { isUnstable } from "../../link/terms/fresh.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import { defineRule } from "../define-rule.ts";
import { isRecordMadeOnce, isWholeRefund } from "../questions/provider-record.ts";
import { consequenceOf, isPage } from "../questions/stake.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A payment is created without an idempotency key that belongs to the operation.
 *
 * A double click, a dropped response or a second delivery runs the handler again, and the customer pays twice. The key
 * must be the same when the same thing is meant: an order's id, the event's id, the key the client sent. A key made of
 * the clock or of a random number inside the handler is another one at every run. The key that a provider's SDK adds by
 * itself covers only the SDK's own network retries.
 *
 * ```ts bad
 * app.post("/orders/:id/pay", requireUser, async (req, res) => {
 *   const intent = await stripe.paymentIntents.create({ amount: 500, currency: "eur" });
 *   res.json(intent);
 * });
 * ```
 * ```ts good
 * app.post("/orders/:id/pay", requireUser, async (req, res) => {
 *   const intent = await stripe.paymentIntents.create(
 *     { amount: 500, currency: "eur" },
 *     { idempotencyKey: `pay-${req.params.id}` },
 *   );
 *   res.json(intent);
 * });
 * ```
 */
export default defineRule({
  severity: "error",
  visits: "effect",
  cwe: [837],
  owasp: ["API6:2023"],
  asvs: ["2.3.2"],
  remedy: {
    title: "Pass a key made from what is being paid",
    steps: [
      "Take something that is the same at every try: the order's id and what is done with it; or the client's own Idempotency-Key. Never a random value or the time.",
      "Pass it in the provider's own option (Stripe: `{ idempotencyKey }` as the last argument).",
      "Store the key with the order before the call, so that another process makes the same one.",
      "Send the request twice: the provider must show one charge.",
    ],
  },

  check(effect, report, model) {
    if (effect.category !== "payment" || effect.retry !== "unsafe") return;
    if (effect.operation !== "charge" && effect.operation !== "insert") return;
    const entry = effect.entryPoint;
    if (entry.delivery.attempts === 1) return;
    const made = rowsMadeBefore(effect);
    const unstable =
      typeof effect.key === "object" && (isUnstable(effect.key) || someTerm(effect.key, (part) => isIdOf(part, made)));
    if (effect.key === "unknown" || (typeof effect.key === "object" && !unstable)) return;
    const why = unstable
      ? "its idempotency key is another one at every run"
      : effect.key === "none"
        ? "nothing tells a repeat from a new payment"
        : "it has no idempotency key";
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      severity:
        isPage(effect) || isRecordMadeOnce(effect) || isWholeRefund(effect) || isOpenIntent(effect)
          ? "hint"
          : effect.operation === "charge" && !isAskedFirst(effect)
            ? "error"
            : "warning",
      message: `${effect.call.text} ${consequenceOf(effect)} when ${entry.label} runs again: ${why}. Pass a key derived from the operation.`,
      trace: traceTo(entry, effect, `${effect.call.text} ${consequenceOf(effect)}`),
      fixes: () => idempotencyKey({ entryPoint: entry, effect, model }),
    });
  },
});

/** An intent that takes no money before somebody confirms it, and that is looked for first. */
function isOpenIntent(effect: Effect): boolean {
  if (!/payment_?intents?$/i.test(effect.target ?? "") || effect.data?.kind !== "object") return false;
  return (
    (isAskedFirst(effect) || isFetchedFirst(effect)) &&
    effect.data.fields.every(({ key }) => key !== undefined && !/^confirm$|^off_session$/.test(key))
  );
}

/** The intent of before is fetched, to be used again while it is open. */
function isFetchedFirst({ entryPoint, order, system, target }: Effect): boolean {
  return entryPoint.effects.some(
    (one) => one.access === "read" && one.order < order && one.system === system && one.target === target,
  );
}

/** The state is looked up first: only two at once, or a stop before it is stored, pay twice. */
function isAskedFirst(effect: Effect): boolean {
  return effect.entryPoint.guards.some((guard) => guard.kind === "dedupe" && dominates(guard, effect));
}
