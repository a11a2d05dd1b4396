import { defineRule } from "./define-rule.ts";

/**
 * One sentence that says what is wrong: a message is sent, and nobody waits for it.
 *
 * Then why it matters, in the reader's words. The process may end before the message is out, and a failure is
 * nobody's: it ends as an unhandled rejection.
 *
 * ```ts bad
 * app.post("/invite", async (req, res) => {
 *   mailer.sendMail({ to: req.body.email, text: "Welcome" });
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.post("/invite", async (req, res) => {
 *   await mailer.sendMail({ to: req.body.email, text: "Welcome" });
 *   res.sendStatus(204);
 * });
 * ```
 *
 * What stands below the examples is shown below them: known limits, further reading.
 */
export default defineRule({
  severity: "warning",
  // What check() is given, one at a time: "effect", "entryPoint", "secret", "file" or "service".
  visits: "effect",
  // Numbers of public standards: https://cwe.mitre.org, OWASP API Security 2023 or Top 10 2025, OWASP ASVS 5.0.
  cwe: [252],
  // The fix of a finding that no edit can mend. The last step says how to see that it is mended.
  remedy: {
    title: "Wait for the message",
    steps: ["Await the call, or hand the message to a queue.", "Let the mail server refuse: the request must fail."],
  },

  check(effect, report) {
    // The cheapest test first; whatever is unknown is silence.
    if (effect.category !== "email" || effect.awaited) return;
    report({
      at: effect.place,
      // What happens, and what to do, in the user's own names.
      message: `Nobody waits for ${effect.call.text} in ${effect.entryPoint.label}: a failure is lost. Await it.`,
      entryPoint: effect.entryPoint,
    });
  },
});
