import { containsTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { defineRule } from "../define-rule.ts";
import { isMachine } from "../questions/machine.ts";
import { stakeOf } from "../questions/stake.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A provider's webhook and a browser's request set the same state.
 *
 * They arrive in any order, and the last one wins: a late "success" page marks paid what the provider has refunded
 * since. Let the webhook own the state, and let the page only read it.
 *
 * ```ts bad
 * app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {
 *   const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.WEBHOOK_SECRET);
 *   await prisma.order.update({ where: { intent: event.data.object.id }, data: { status: event.data.object.status } });
 *   res.sendStatus(200);
 * });
 * app.post("/checkout/done", requireUser, async (req, res) => {
 *   await prisma.order.update({ where: { id: req.body.orderId }, data: { status: "paid" } });
 *   res.redirect("/thanks");
 * });
 * ```
 * ```ts good
 * app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {
 *   const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.WEBHOOK_SECRET);
 *   await prisma.order.update({ where: { intent: event.data.object.id }, data: { status: event.data.object.status } });
 *   res.sendStatus(200);
 * });
 * app.get("/checkout/done", requireUser, async (req, res) => {
 *   res.json(await prisma.order.findUnique({ where: { id: req.query.orderId } }));
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "service",
  cwe: [362, 841],
  remedy: {
    title: "Let the webhook alone set the state",
    steps: [
      "Let the browser's request only read the state, or ask the provider for it.",
      "Set it in the webhook, and only forwards: in the `WHERE`, name the states it may come from.",
      'Show the customer "processing" until the webhook came.',
    ],
  },

  check(model, report) {
    for (const { entry, effect, column } of settersOf(
      model,
      (one) => one.kind === "http" || one.kind === "action" || one.kind === "rpc",
    )) {
      if (!isByHand(entry, model) || !setsAnOutcome(effect, column) || isDoneHere(entry, effect)) continue;
      if (isToldByProvider(entry, effect)) continue;
      const twin = settersOf(model, isProvidersWebhook).find(
        (other) => other.entry.app === entry.app && other.effect.target === effect.target && other.column === column,
      );
      if (!twin || entry.guards.some((guard) => guard.kind === "role")) continue;
      report({
        at: effect.call.calleePlace ?? effect.place,
        entryPoint: entry,
        message: `${entry.label} and ${twin.entry.label} both set ${effect.target}.${column}: whichever comes last wins. Let the webhook own it.`,
        trace: [
          ...traceTo(entry, effect, `the browser's request sets "${column}"`),
          ...traceTo(twin.entry, twin.effect, `the webhook sets "${column}"`),
        ],
      });
    }
  },
});

/** The request itself did at the provider, ahead of it, what it sets: gave the money back, ended the subscription. */
function isDoneHere(entry: EntryPoint, effect: Effect): boolean {
  return entry.effects.some(
    (one) =>
      one.category === "payment" &&
      one.access === "write" &&
      one.operation !== "insert" &&
      one.order < effect.order &&
      one.scopes.every(
        (scope) => effect.scopes.includes(scope) || scope.kind === "try" || scope.kind === "transaction",
      ),
  );
}

/** The request asked the provider for the state, and stores what it said: whoever comes last has the newest. */
function isToldByProvider(entry: EntryPoint, effect: Effect): boolean {
  return entry.effects.some(
    (one) =>
      (one.category === "payment" || one.stack.some((site) => ASKS_PROVIDER.test(site.text))) &&
      (one.access === "read" || one.operation === "read") &&
      one.order < effect.order &&
      ((effect.data !== undefined && containsTerm(effect.data, one.result)) ||
        effect.scopes.some((scope) => scope.kind === "branch" && containsTerm(scope.test, one.result))),
  );
}

/** A provider that is asked over plain HTTP: `paystack.verifyTransaction(reference)`. */
const ASKS_PROVIDER = /(?:^|\.)(?:verify|fetch|retrieve|get)\w*(?:Transaction|Payment|Charge|Checkout)\w*$/;

/** A person's request: no scheduler, no other service. */
function isByHand(entry: EntryPoint, model: ServiceModel): boolean {
  return (
    entry.delivery.by === "user" && !isMachine(entry, model) && !/webhook|callback|cron|internal/i.test(entry.path)
  );
}

/** Signed by who sends it. */
function isProvidersWebhook(entry: EntryPoint): boolean {
  return entry.kind === "webhook" && entry.guards.some((guard) => guard.kind === "signature");
}

const OUTCOME =
  /^(?:paid|succe(?:ss|ssful|eded)|completed?|active|activated|confirmed|captured|settled|processed|fulfilled|trialing|past_?due|cancell?ed|refunded|failed)$/i;

/** What the page says of the payment: that it succeeded, or what the client sent. */
function setsAnOutcome(effect: Effect, column: string): boolean {
  const money = ["money", "record"].includes(stakeOf(effect)) || /pay|paid|subscription|plan/i.test(column);
  if (!money || effect.data?.kind !== "object") return false;
  const value = effect.data.fields.find((field) => field.key === column)?.value;
  if (value?.kind !== "literal") return value !== undefined;
  return value.value === true || (typeof value.value === "string" && OUTCOME.test(value.value));
}

interface Setter {
  readonly entry: EntryPoint;
  readonly effect: Effect;
  readonly column: string;
}

const PAYMENT_STATE = /^(?:status|state|payment_?status|paid|is_?paid|paid_?at|subscription_?status|plan|plan_?id)$/i;

/** Updates of a state that payment providers report. */
function settersOf(model: ServiceModel, of: (entry: EntryPoint) => boolean): readonly Setter[] {
  return model.entryPoints.filter(of).flatMap((entry) =>
    entry.effects.flatMap((effect) => {
      if (effect.category !== "database" || effect.operation !== "set" || effect.data?.kind !== "object") return [];
      const column = effect.data.fields.find((field) => field.key !== undefined && PAYMENT_STATE.test(field.key))?.key;
      return column === undefined ? [] : [{ entry, effect, column }];
    }),
  );
}
