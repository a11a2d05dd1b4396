import { idempotencyKey } from "../../fixes/idempotent/idempotency-key.ts";
import { repeatSafe } from "../../fixes/idempotent/repeat-safe.ts";
import { throughOutbox } from "../../fixes/transactions/through-outbox.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import { defineRule } from "../define-rule.ts";
import { isBroadcast } from "../questions/jobs.ts";
import { isPage, stakeOf } from "../questions/stake.ts";
import { together } from "../questions/together.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * The database and another system are told the same news in two steps.
 *
 * When the process stops between them, one of them never hears: an order without its job, a job for an order that was
 * rolled back. Write the message into an outbox table in the same transaction and send from there, or give the second
 * step an id by which it can be repeated.
 *
 * ```ts bad
 * app.post("/orders", requireUser, async (req, res) => {
 *   const order = await prisma.order.create({ data: { total: req.body.total } });
 *   await queue.add("fulfil", { orderId: order.id });
 *   res.sendStatus(201);
 * });
 * ```
 * ```ts good
 * app.post("/orders", requireUser, async (req, res) => {
 *   await prisma.$transaction([
 *     prisma.order.create({ data: { id: req.body.id, total: req.body.total } }),
 *     prisma.outbox.create({ data: { topic: "fulfil", orderId: req.body.id } }),
 *   ]);
 *   res.sendStatus(201);
 * });
 * ```
 *
 * A warning for jobs and payments beside money, accounts and orders; a hint elsewhere.
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [362],
  asvs: ["2.3.3"],
  remedy: {
    title: "Write the message into an outbox table, in the same transaction",
    steps: [
      "Make a table `outbox` (id, kind, payload, created_at, sent_at).",
      "Write the row, and the message as a row of `outbox`, in one transaction.",
      "Let a worker send unsent rows in order, with the row's id as the message's key, and set `sent_at`.",
      "The receiver takes every id once.",
    ],
  },

  check(entry, report, model) {
    const writes = entry.effects.filter(
      (effect) =>
        effect.category === "database" && effect.access === "write" && stakeOf(effect) !== "trail" && !inChain(effect),
    );
    const told = entry.effects.filter(tellsOthers);
    for (const other of told) {
      const write = writes.find(
        (one) => one.order < other.order && one.operation !== "upsert" && together(one, other) && !inOutbox(one),
      );
      if (!write) continue;
      const grave =
        !isHealed(write) &&
        !isBroadcast(other, model) &&
        ["money", "account", "record"].includes(stakeOf(write)) &&
        (other.category === "queue" || other.category === "payment");
      report({
        at: other.call.calleePlace ?? other.place,
        entryPoint: entry,
        severity: grave ? "warning" : "hint",
        message: `${entry.label} writes ${write.target ?? write.system}, then tells ${other.target ?? other.system} in a second step: a stop in between loses it.`,
        trace: [
          ...traceTo(entry, write, `${write.target ?? write.system} is written`),
          { place: other.place, message: `${other.target ?? other.system} is told after it` },
        ],
        // With a key of its own, the second step can be done again.
        fixes: () => [
          ...[throughOutbox({ entryPoint: entry, write, message: other, model })].filter((fix) => fix !== undefined),
          ...idempotencyKey({ entryPoint: entry, effect: other, model }),
          ...repeatSafe({ entryPoint: entry, model }),
        ],
      });
      return;
    }
  },
});

/** A job or payment that a repeat would not recognise. Sent with a key of its own it can be done again. */
function tellsOthers(effect: Effect): boolean {
  if (effect.category === "queue") return effect.access === "publish" && effect.retry === "unsafe";
  return effect.category === "payment" && effect.access === "write" && effect.retry === "unsafe" && !isPage(effect);
}

/** Who is told of the failure sends the request again: the same values are set, and the second step is made up for. */
function isHealed({ operation, retry, entryPoint }: Effect): boolean {
  return (
    (operation === "set" || operation === "delete") &&
    retry === "safe" &&
    !entryPoint.guards.some(({ kind }) => kind === "dedupe")
  );
}

function inOutbox(effect: Effect): boolean {
  return /outbox/i.test(effect.target ?? "");
}
