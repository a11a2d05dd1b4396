import { stableKey } from "../../fixes/idempotent/idempotency-key.ts";
import { keyOfUpsert } from "../../link/retry/row-keys.ts";
import { isUnstable } from "../../link/terms/fresh.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { traceTo } from "../questions/trace.ts";

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
    const keyed = typeof effect.key === "object" && isUnstable(effect.key) && !isIdentity(effect.key);
    const found =
      effect.retry !== "safe" &&
      alwaysInserts(effect) &&
      !ONCE.test(effect.target ?? "") &&
      !isGivenElsewhere(effect, model);
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

/** `jobId: randomUUID()`: a name by which the job is asked for later, not meant to recognise anything. */
function isIdentity(key: Term): boolean {
  if (key.kind === "choice") return key.options.every(isIdentity);
  if (key.kind === "unstable") return key.how === "random";
  return key.kind === "external" && key.path.length <= 1;
}

/** Made to be used once. */
const ONCE = /token|session|challenge|nonce|otp/i;

function alwaysInserts(effect: Effect): boolean {
  if (effect.operation !== "upsert" || effect.category !== "database") return false;
  return keyOfUpsert(effect).some((key) => isUnstable(key) && !someTerm(key, isGivenOrNew));
}

/** Another way in hands the same code an id to look for. */
function isGivenElsewhere(effect: Effect, model: ServiceModel): boolean {
  return model.entryPoints.some((entry) =>
    entry.effects.some(
      (other) =>
        other.place.file === effect.place.file && other.place.at[0] === effect.place.at[0] && !alwaysInserts(other),
    ),
  );
}

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
