import { dedupeEvent } from "../../fixes/idempotent/dedupe-event.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import { defineRule } from "../define-rule.ts";
import { isBroadcast, isHarmlessJob } from "../questions/jobs.ts";
import { consequenceOf, isPassingCount, stakeOf } from "../questions/stake.ts";
import { traceToAll } from "../questions/trace.ts";

/**
 * A webhook acts on every delivery, and deliveries repeat.
 *
 * Providers deliver at least once: they send an event again when the answer was late or lost, and now and then without
 * a reason. Store the event's id under a unique key, in the same transaction as the effects where there is one, and
 * stop when it is there already.
 *
 * ```ts bad
 * app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {
 *   const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.STRIPE_WEBHOOK_SECRET);
 *   await pool.query("INSERT INTO payments (invoice, amount) VALUES ($1, $2)", [event.data.object.id, event.data.object.amount_paid]);
 *   res.sendStatus(200);
 * });
 * ```
 * ```ts good
 * app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {
 *   const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.STRIPE_WEBHOOK_SECRET);
 *   const seen = await pool.query("INSERT INTO processed_events (id) VALUES ($1) ON CONFLICT DO NOTHING", [event.id]);
 *   if (seen.rowCount === 0) return res.sendStatus(200);
 *   await pool.query("INSERT INTO payments (invoice, amount) VALUES ($1, $2)", [event.data.object.id, event.data.object.amount_paid]);
 *   res.sendStatus(200);
 * });
 * ```
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  cwe: [837, 294],
  asvs: ["2.3.3"],
  remedy: {
    title: "Take every event once",
    steps: [
      "Make a table with the event's id as its primary key.",
      "Insert the id first, in the same transaction as the writes; answer 200 and stop when it is there.",
      "Give calls of other services a key made of the event's id.",
      "Deliver one event twice, also at the same time: the second must change nothing.",
    ],
  },

  check(entry, report, model) {
    if (entry.kind !== "webhook") return;
    const unsafe = entry.effects.filter(
      (effect) =>
        effect.retry === "unsafe" &&
        stakeOf(effect) !== "trail" &&
        effect.category !== "observability" &&
        !inChain(effect) &&
        !isHarmlessJob(effect, model),
    );
    const [first] = unsafe;
    if (!first) return;
    report({
      at: entry.handler.place,
      entryPoint: entry,
      identity: entry.label,
      severity: unsafe.some(isGrave)
        ? "error"
        : unsafe.every((effect) => isPassingCount(effect) || isBroadcast(effect, model))
          ? "hint"
          : "warning",
      message: `A second delivery to ${entry.label} ${sentence(unsafe)}. Record the event's id and stop when it is known.`,
      trace: traceToAll(entry, unsafe, (effect) => `a second delivery ${consequenceOf(effect)}`),
      fixes: () => [dedupeEvent({ entryPoint: entry, model })].filter((fix) => fix !== undefined),
    });
  },
});

function isGrave(effect: Effect): boolean {
  if (effect.operation === "publish" || isPassingCount(effect)) return false;
  return stakeOf(effect) !== "ordinary" || effect.operation !== "insert";
}

/** `adds a second row to payments and sends the message again` */
function sentence(effects: readonly Effect[]): string {
  const parts = [...new Set(effects.map(consequenceOf))];
  if (parts.length <= 1) return parts.join("");
  return `${parts.slice(0, 2).join(", ")}${parts.length > 2 ? " and more" : ""}`.replace(
    /, ([^,]*)$/,
    parts.length > 2 ? ", $1" : " and $1",
  );
}
