import { parseInput } from "../../fixes/statements/parse-input.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Severity } from "../../model/finding.ts";
import type { InputSource } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { isWhole, type RawField, rawFields } from "../questions/raw-input.ts";
import { namesOf } from "../questions/raw-names.ts";
import { stakeOf } from "../questions/stake.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * Fields of a request are written as they were sent: no schema reads them, no test looks at them.
 *
 * A form checks what people type; a program sends what it likes: a text of ten megabytes, a list where a name should be,
 * a price of minus five. Parse the body with a schema at the edge, and write what the schema gives back.
 *
 * ```ts bad
 * app.post("/orders", async (req, res) => {
 *   res.json(await prisma.order.create({ data: { title: req.body.title, price: req.body.price } }));
 * });
 * ```
 * ```ts good
 * import { z } from "zod";
 *
 * const orderInput = z.object({ title: z.string().max(200), price: z.number().positive() });
 *
 * app.post("/orders", async (req, res) => {
 *   const { title, price } = orderInput.parse(req.body);
 *   res.json(await prisma.order.create({ data: { title, price } }));
 * });
 * ```
 *
 * Told once per handler, where the input first reaches a write. It is a warning where an amount of money or a quantity is
 * written, else a hint. Tests by hand count, in the handler or in a function that it calls; so does every schema, pipe or
 * middleware that may have read the input. Types of TypeScript check nothing at run time. The database's own types hold
 * letters out of numbers, but set no limits.
 */
export default defineRule({
  severity: "hint",
  visits: "entryPoint",
  cwe: [20, 1284],
  owasp: ["A05:2025"],
  asvs: ["2.2.1", "2.2.2"],
  remedy: {
    title: "Read the input with a schema",
    steps: [
      "Write a schema of the fields that the handler uses, with types, lengths and ranges.",
      "Parse the body with it first, and answer 400 where it does not fit.",
      "Use only what the schema gave back.",
      "Send a number where a text belongs, and an amount below zero: both must be refused, and nothing written.",
    ],
  },

  check(entry, report, model) {
    if (!isCalledFreely(entry)) return;
    for (const effect of entry.effects) {
      if (!isStored(effect) || (effect.data && isWhole(effect.data))) continue;
      const fields = rawFields(entry, effect, SENT);
      if (fields.length === 0) continue;
      report({
        at: effect.call.calleePlace ?? effect.place,
        entryPoint: entry,
        severity: severityOf(effect, fields),
        message: `${entry.label} writes ${namesOf(fields)} of the request ${intoWhat(effect)} as it was sent. Parse it with a schema first.`,
        trace: traceTo(entry, effect, "no schema and no test has looked at it on the way"),
        fixes: () => [parseInput({ entryPoint: entry, model })].filter((fix) => fix !== undefined),
      });
      return;
    }
  },
});

const SENT: ReadonlySet<InputSource> = new Set(["body", "query", "arguments", "message"]);

function isCalledFreely(entry: EntryPoint): boolean {
  if (entry.intake?.typed) return false;
  return entry.kind === "http" || entry.kind === "action" || entry.kind === "rpc" || entry.kind === "socket";
}

function isStored(effect: Effect): boolean {
  if (effect.access !== "write") return false;
  if (effect.category === "payment") return effect.operation === "charge";
  return effect.category === "database" && effect.operation !== "delete" && effect.operation !== "call";
}

const AMOUNT = /(?:^|[a-z_])(?:amount|price|total|subtotal|quantity|qty|balance|credits?|discount|cost|fee|salary)$/i;

function severityOf(effect: Effect, fields: readonly RawField[]): Severity {
  const stake = stakeOf(effect);
  const amount = fields.some(({ name, input }) => AMOUNT.test(name ?? "") || AMOUNT.test(input.path.at(-1) ?? ""));
  return amount && stake !== "trail" ? "warning" : "hint";
}

function intoWhat(effect: Effect): string {
  return effect.category === "payment" ? "into the payment" : `into ${effect.target ?? effect.system}`;
}
