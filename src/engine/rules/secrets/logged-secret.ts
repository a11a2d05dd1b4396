import { redactInLog } from "../../fixes/environment/secret-to-environment.ts";
import { defineRule } from "../define-rule.ts";
import { reportSecret } from "../questions/secret-report.ts";

/**
 * A secret is written to the log.
 *
 * Logs are kept for long, copied to other systems, and read by more people than the secret was meant for.
 *
 * ```ts bad
 * console.log("starting with", process.env.JWT_SECRET);
 * ```
 * ```ts bad
 * app.post("/login", (req) => console.log(`login ${req.body.email} ${req.body.password}`));
 * ```
 * ```ts good
 * console.log("secret is set:", Boolean(process.env.JWT_SECRET));
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "secret",
  cwe: [532],
  owasp: ["A09:2025"],
  asvs: ["16.2.5"],
  remedy: {
    title: "Leave the secret out of the log",
    steps: [
      "Log only whether it is set, or the last four characters.",
      "Name the field in the logger's own redaction (`redact` of pino, a format of winston).",
      "Delete what was logged, and replace the secret if others can read the log.",
    ],
  },

  check(use, report, model) {
    reportSecret("logged-secret", use, report, model, (secret) => ({
      message: `${secret.sink ?? "The log"} writes ${secret.title} in plain text. Leave it out, or log only whether it is set.`,
      fixes: [redactInLog(use.file, secret)],
    }));
  },
});
