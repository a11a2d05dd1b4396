import { verifyWebhook } from "../../fixes/webhooks/verify-webhook.ts";
import { OPEN_BY_MARK, OPEN_BY_NAME, OPEN_BY_NEIGHBOURS } from "../../link/guards/open-reasons.ts";
import { dominates } from "../../link/retry/retry.ts";
import { HOLDS_COMPARISON, holds } from "../../link/terms/marks.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { doubtsAhead, guardedBy } from "../questions/guarded.ts";
import { isMoreThanSent } from "../questions/more-than-sent.ts";
import { isFromKnownNetwork } from "../questions/network.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A webhook acts on what it is sent without checking who sent it.
 *
 * The address is no secret: whoever finds it reports a payment that never happened. Verify the provider's signature on
 * the raw body before anything else, or compare a shared secret; where a provider signs nothing, ask its API.
 *
 * ```ts bad
 * app.post("/webhooks/stripe", async (req, res) => {
 *   await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [req.body.data.object.metadata.orderId]);
 *   res.sendStatus(200);
 * });
 * ```
 * ```ts good
 * app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {
 *   const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.STRIPE_WEBHOOK_SECRET);
 *   await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [event.data.object.metadata.orderId]);
 *   res.sendStatus(200);
 * });
 * ```
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  cwe: [345, 306],
  owasp: ["API2:2023"],
  asvs: ["13.2.1"],
  remedy: {
    title: "Verify the sender ahead of everything else",
    steps: [
      "Find the provider's own call (`stripe.webhooks.constructEvent`, `svix` `Webhook.verify`, an HMAC of the raw body) and its secret.",
      "Give it the raw body, as bytes: this route must stand ahead of the JSON parser, or have a parser of its own.",
      "Answer 400 when it throws, and go on only with what it returned.",
      "Send a message without a signature: nothing may change.",
    ],
  },

  check(entry, report, model) {
    if (entry.kind !== "webhook" || entry.unreadable) return;
    // That no login is asked for says nothing of who sends a message.
    if (entry.public && !ASKS_NO_LOGIN.has(entry.public.why)) return;
    const effect = entry.effects.find(
      (one) =>
        one.access !== "read" &&
        one.operation !== "read" &&
        // Middleware asks who is calling, wherever that is told.
        !inChain(one) &&
        one.category !== "observability" &&
        one.category !== "cache" &&
        isOpen(entry, one) &&
        !isLookedUp(entry, one),
    );
    if (!effect) return;
    report({
      at: entry.handler.place,
      entryPoint: entry,
      identity: entry.label,
      message: `Anyone can send ${entry.label} a message: nothing verifies a signature before ${effect.target ?? effect.system} is changed.`,
      trace: traceTo(entry, effect, "happens whoever sent the message"),
      fixes: () => [verifyWebhook({ entryPoint: entry, model })].filter((fix) => fix !== undefined),
    });
  },
});

const ASKS_NO_LOGIN: ReadonlySet<string> = new Set([OPEN_BY_NAME, OPEN_BY_MARK, OPEN_BY_NEIGHBOURS]);

const CHECKS = ["signature", "authentication", "role", "ownership"] as const;

/** The provider was asked on the way to it: the message only said where to look. */
function isLookedUp(entry: EntryPoint, effect: Effect): boolean {
  return entry.effects.some(
    ({ access, category, order, scopes }) =>
      access === "read" &&
      (category === "payment" || category === "externalApi") &&
      order < effect.order &&
      scopes.every(({ id }) => effect.scopes.some((one) => one.id === id)),
  );
}

/** Nothing is asked of the sender, or only that some header is there. */
function isOpen(entry: EntryPoint, effect: Effect): boolean {
  if (isFromKnownNetwork(entry, effect)) return false;
  const guarded = guardedBy(entry, effect, CHECKS);
  if (guarded === "perhaps") return isDoubtedByShape(entry, effect);
  if (guarded === "no") return true;
  const ahead = entry.guards.filter((guard) => CHECKS.some((kind) => kind === guard.kind) && dominates(guard, effect));
  return ahead.every((guard) => guard.proves.length > 0 && guard.proves.every(isOnlyThere));
}

/** What may be asked ahead of it is only whether the header has its parts: that what was made of them fits is asked nowhere. */
function isDoubtedByShape(entry: EntryPoint, effect: Effect): boolean {
  const doubts = doubtsAhead(entry, effect, CHECKS);
  return (
    doubts.length > 0 &&
    doubts.every(
      ({ told }) => told.length > 0 && told.every(isOnlyThere) && entry.guards.some(({ proves }) => proves === told),
    )
  );
}

/** `!req.headers["x-signature"]`, `!header.split(",")[1]` */
function isOnlyThere(test: Term): boolean {
  return !isMoreThanSent(test) && asksPresence(test);
}

function asksPresence(test: Term): boolean {
  if (test.kind !== "operation") return !holds(test, HOLDS_COMPARISON);
  // What is asked of each item stands behind the list.
  if (test.operator === "some" || test.operator === "every") return test.parts.slice(1).every(asksPresence);
  return /^(?:!|&&|\|\||\?\?)$/.test(test.operator) && test.parts.every(asksPresence);
}
