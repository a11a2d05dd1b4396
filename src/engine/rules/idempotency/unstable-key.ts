import { stableKey } from "../../fixes/idempotency-key.ts";
import { isUnstable } from "../../link/retry.ts";
import { someTerm } from "../../link/terms.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { traceTo } from "../trace.ts";

/**
 * A key that should recognise a repeat is made of the clock or of chance, so it never does.
 *
 * A key must be the same when the same thing is meant: the order's id, the event's id, what the client sent. A fresh
 * UUID or a timestamp makes every attempt a new one, and an upsert by such a key is an insert.
 *
 * ```ts bad
 * app.post("/exports", requireUser, async (req, res) => {
 *   await queue.add("export", { user: req.user.id }, { jobId: `export-${Date.now()}` });
 *   res.sendStatus(202);
 * });
 * ```
 * ```ts good
 * app.post("/exports", requireUser, async (req, res) => {
 *   await queue.add("export", { user: req.user.id }, { jobId: `export-${req.user.id}` });
 *   res.sendStatus(202);
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [837],
  remedy: {
    title: "Make the key from what the operation is about",
    steps: [
      "Replace the random part, or the time, by the id of what is worked on: an order, an event, a day.",
      "Where there is none yet, make it once, store it, and read it at every further try.",
      "Run it twice: both runs must have the same key.",
    ],
  },

  check(effect, report, model) {
    if (effect.category === "payment") return;
    const keyed = typeof effect.key === "object" && isUnstable(effect.key);
    const found =
      effect.operation === "upsert" &&
      effect.category === "database" &&
      effect.where !== undefined &&
      isUnstable(effect.where) &&
      !someTerm(effect.where, isGivenOrNew);
    if (!keyed && !found) return;
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: effect.entryPoint,
      message: found
        ? `${effect.call.text} looks for a key that is new at every run: it always inserts.`
        : `The key of ${effect.call.text} is another one at every run: a repeat is not recognised.`,
      trace: traceTo(effect.entryPoint, effect, "the key is made anew"),
      fixes: () => stableKey({ entryPoint: effect.entryPoint, effect, model }),
    });
  },
});

/** `body.id || randomUUID()`: a row that is given is found, and one that is not is wanted new. */
function isGivenOrNew(part: Term): boolean {
  const options = optionsOf(part);
  if (!options.some(isUnstable)) return false;
  return options.some((option) => !isUnstable(option) && option.kind !== "literal" && option.kind !== "undefined");
}

function optionsOf(term: Term): readonly Term[] {
  if (term.kind === "choice") return term.options;
  if (term.kind !== "operation") return [];
  if (term.operator === "?:") return term.parts.slice(1);
  return term.operator === "||" || term.operator === "??" ? term.parts : [];
}
