import { parseInput } from "../../fixes/statements/parse-input.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { InputSource } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { isWhole, rawFields } from "../questions/raw-input.ts";
import { namesOf } from "../questions/raw-names.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A consumer writes what a message holds, and nothing reads the message first.
 *
 * A message outlives the code that sent it: an older release, another service or a person with a console wrote it, and a
 * field is missing, renamed or of another type. The write then fails at every redelivery, or stores what nobody expects.
 * Parse the message again, at the consumer's own edge.
 *
 * ```ts bad
 * new Worker("shipments", async (job) => {
 *   await pool.query("UPDATE shipments SET carrier = $1 WHERE id = $2", [job.data.carrier, job.data.id]);
 * });
 * ```
 * ```ts good
 * import { z } from "zod";
 *
 * const shipment = z.object({ id: z.string(), carrier: z.enum(["post", "courier"]) });
 *
 * new Worker("shipments", async (job) => {
 *   const { id, carrier } = shipment.parse(job.data);
 *   await pool.query("UPDATE shipments SET carrier = $1 WHERE id = $2", [carrier, id]);
 * });
 * ```
 *
 * Told once per consumer, where the message first reaches a write. Rows that are only found by an id of the message are
 * left alone, and so are events inside one process.
 */
export default defineRule({
  severity: "hint",
  visits: "entryPoint",
  cwe: [20],
  owasp: ["A05:2025"],
  asvs: ["2.2.1", "2.2.2"],
  remedy: {
    title: "Read the message with a schema",
    steps: [
      "Write a schema of what the consumer needs, and parse the message with it first.",
      "Where it does not fit, put the message aside (a dead-letter queue): another run will not mend it.",
      "Share the schema with the producer, so that both change together.",
      "Hand over a message without one of the fields: nothing may be written.",
    ],
  },

  check(entry, report, model) {
    if (!isConsumer(entry)) return;
    for (const effect of entry.effects) {
      if (!isStored(effect) || !effect.data) continue;
      const whole = isWhole(effect.data);
      const fields = rawFields(entry, effect, MESSAGES);
      if (fields.length === 0) continue;
      report({
        at: effect.call.calleePlace ?? effect.place,
        entryPoint: entry,
        message: `${entry.label} writes ${whole ? "the message" : `${namesOf(fields)} of the message`} into ${effect.target ?? effect.system} as it came. Parse it with a schema first.`,
        trace: traceTo(entry, effect, "no schema and no test has looked at it on the way"),
        fixes: () => [parseInput({ entryPoint: entry, model })].filter((fix) => fix !== undefined),
      });
      return;
    }
  },
});

const MESSAGES: ReadonlySet<InputSource> = new Set(["job", "message", "event"]);

function isConsumer(entry: EntryPoint): boolean {
  return entry.kind === "queue" || (entry.kind === "event" && entry.delivery.by !== "internal");
}

function isStored(effect: Effect): boolean {
  return (
    effect.access === "write" &&
    effect.category === "database" &&
    effect.operation !== "delete" &&
    effect.operation !== "call"
  );
}
