import { defineRule } from "../define-rule.ts";
import { reportSecret } from "../questions/secret-report.ts";

/**
 * A secret of the environment is sent to the caller.
 *
 * An answer, an error page or the message of an error shows it to everybody who can make the request, and to all that
 * keeps answers: caches, browsers, monitoring.
 *
 * ```ts bad
 * app.get("/debug", (req, res) => res.json({ ok: false, key: process.env.JWT_SECRET }));
 * ```
 * ```ts bad
 * app.get("/debug", (req, res) => res.send(process.env));
 * ```
 * ```ts bad
 * if (!ready) throw new Error(`cannot connect with ${process.env.DB_PASSWORD}`);
 * ```
 * ```ts good
 * app.get("/debug", (req, res) => res.json({ ok: false, keyIsSet: Boolean(process.env.JWT_SECRET) }));
 * ```
 *
 * Variables of the environment only: a token that was made for the caller is meant to be sent.
 */
export default defineRule({
  severity: "error",
  visits: "secret",
  cwe: [200, 209, 497],
  owasp: ["A02:2025", "A10:2025"],
  asvs: ["13.4.2", "16.5.1"],
  remedy: {
    title: "Keep the secret out of the answer",
    steps: [
      "Answer whether it is set, or an error code, and nothing of the value.",
      "Write what people need for the search of the fault to the log, without the secret.",
      "Replace the secret: whoever called this has it.",
      "Call it and look for the value in the answer: it must not be there.",
    ],
  },

  check(use, report, model) {
    reportSecret("answered-secret", use, report, model, (secret) => ({
      message: `${secret.sink ?? "The answer"} shows ${secret.title} to the caller. Answer whether it is set, and replace it.`,
      fixes: [],
    }));
  },
});
