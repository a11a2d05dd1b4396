import { repeatSafe } from "../../fixes/idempotent/repeat-safe.ts";
import { retriedBy } from "../../link/retry/retried.ts";
import type { Effect } from "../../model/effect.ts";
import { defineRule } from "../define-rule.ts";
import { consequenceOf, isPassingCount, stakeOf } from "../questions/stake.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * The code tries something again that may have happened already.
 *
 * A call that timed out has often done its work: only the answer was lost. To try again charges twice, sends twice,
 * stores twice. Retry what only reads or sets, and give everything else a key that is the same at every try (RFC 9110,
 * section 9.2.2: clients must not retry what is not idempotent by themselves).
 *
 * ```ts bad
 * app.post("/orders/:id/receipt", requireUser, async (req, res) => {
 *   for (let attempt = 0; attempt < 3; attempt++) {
 *     try {
 *       await mailer.sendMail({ to: req.user.email, text: "Thank you" });
 *       break;
 *     } catch (error) {
 *       await new Promise((resolve) => setTimeout(resolve, 1000));
 *     }
 *   }
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.post("/orders/:id/pay", requireUser, async (req, res) => {
 *   const key = { idempotencyKey: `pay-${req.params.id}` };
 *   for (let attempt = 0; attempt < 3; attempt++) {
 *     try {
 *       return res.json(await stripe.paymentIntents.create({ amount: 500, currency: "eur" }, key));
 *     } catch (error) {
 *       await new Promise((resolve) => setTimeout(resolve, 1000));
 *     }
 *   }
 *   res.sendStatus(502);
 * });
 * ```
 *
 * Own loops around a `try` count as well as packages that retry. Where only a known refusal is tried again, such as a taken
 * name, nothing is said. A POST to a service that nobody knows is a hint.
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [837],
  asvs: ["2.3.2"],
  remedy: {
    title: "Give every try the same key",
    steps: [
      "Make a key from what the operation is about, ahead of the first try.",
      "Pass it at every try: as idempotency key, as job id, as unique column.",
      "Where the other side knows no keys, ask whether it happened before trying again.",
      "Let the first try time out after its work was done: the second must change nothing.",
    ],
  },

  check(effect, report, model) {
    const posts = effect.retry === "unknown" && isPost(effect);
    if (!posts && (effect.retry !== "unsafe" || effect.category === "observability" || stakeOf(effect) === "trail"))
      return;
    const entry = effect.entryPoint;
    // A key that is new at every run may well be the same at every try of one run.
    if (typeof effect.key === "object" || effect.operation === "upsert") return;
    const retried = retriedBy(effect, entry.trail);
    if (!retried) return;
    const what = posts ? `sends the request to ${effect.target ?? effect.system} again` : consequenceOf(effect);
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      severity: posts || isOrdinary(effect) ? "hint" : "warning",
      message: `${capital(retried.by)} ${what} when the first try was done but its answer was lost. Give every try the same key.`,
      trace: [...traceTo(entry, effect, what), { place: retried.place, message: `${retried.by} tries again` }],
      fixes: () => repeatSafe({ entryPoint: entry, model }),
    });
  },
});

/** A row more, a job that queues deliver at least once in any case, or a count that is worth nothing. */
function isOrdinary(effect: Effect): boolean {
  if (effect.operation === "publish" || isPassingCount(effect)) return true;
  return (effect.operation === "insert" || effect.operation === "append") && stakeOf(effect) === "ordinary";
}

/** A request that may change something; questions to models and search engines come as POST too. */
function isPost(effect: Effect): boolean {
  if (effect.access !== "call" || effect.category !== "externalApi" || effect.key !== "none") return false;
  if (/graphql|search|query|token|embed|complet|generat|rpc|verif|valid|convert|parse/i.test(effect.target ?? ""))
    return false;
  return (
    /\.post(?:Form)?$/.test(effect.call.text) ||
    effect.call.arguments.some(
      (argument) =>
        argument.kind === "object" &&
        argument.fields.some(
          ({ key, value }) => key === "method" && value.kind === "literal" && /^post$/i.test(String(value.value)),
        ),
    )
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
