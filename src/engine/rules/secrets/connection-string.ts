import { defineRule } from "../define-rule.ts";
import { movedTo, reportSecret } from "../questions/secret-report.ts";

/**
 * A URL or connection string holds a login.
 *
 * Address, user and password together: nothing else is needed to open the database, queue or mailbox from anywhere.
 *
 * ```ts bad
 * const db = connect("postgres://billing:«20»@db.shop.io:5432/billing");
 * ```
 * ```ts good
 * const db = connect(process.env.DATABASE_URL);
 * const local = connect("postgres://postgres:postgres@localhost:5432/billing");
 * ```
 *
 * Logins of local development (`postgres:postgres@localhost`) and what documentation writes (`user:password@host`) are
 * left alone.
 */
export default defineRule({
  severity: "error",
  visits: "secret",
  cwe: [798, 259],
  owasp: ["A07:2025"],
  asvs: ["13.3.1"],
  remedy: {
    title: "Read the connection string from the environment",
    steps: [
      "Put it into a variable of the environment and fail at start where it is missing.",
      "Change the password in the database: the old one stays in the history.",
      "Deploy the new one, confirm, then remove the old user or password.",
    ],
  },

  check(use, report, model) {
    reportSecret("connection-string", use, report, model, (secret) => ({
      message: `This connection string holds a password${secret.host ? ` for ${secret.host}` : ""}. ${movedTo(secret)} and change the password.`,
    }));
  },
});
