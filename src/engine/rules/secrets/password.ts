import { defineRule } from "../define-rule.ts";
import { movedTo, reportSecret } from "../questions/secret-report.ts";

/**
 * A password stands in the code: given to a client, or compared with what a user sends.
 *
 * It is the same on every machine, cannot be changed without a release, and everybody who ever read the code knows it.
 *
 * ```ts bad
 * const pool = new Pool({ host: "db.shop.io", user: "billing", password: "Tr4deW1nds!" });
 * ```
 * ```ts bad
 * if (req.body.password === "opensesame1") openDoor();
 * ```
 * ```ts good
 * const pool = new Pool({ host: "db.shop.io", user: "billing", password: process.env.DATABASE_PASSWORD });
 * const field = { name: "password", label: "Password", error: "Wrong password" };
 * ```
 */
export default defineRule({
  severity: "error",
  visits: "secret",
  cwe: [259, 798],
  owasp: ["A07:2025"],
  asvs: ["13.3.1"],
  remedy: {
    title: "Move the password out of the code, and change it",
    steps: [
      "Read it from the environment or a secret store; for accounts of people store a slow hash (argon2, bcrypt) and compare with that.",
      "Seeds and fixtures: make a random one at first start, or read it from the environment.",
      "Change the password: the old one stays in the history.",
    ],
  },

  check(use, report, model) {
    reportSecret("password", use, report, model, (secret) => ({
      message:
        secret.evidence === "use"
          ? `A password from outside is compared with a fixed one: whoever reads the code can log in. ${movedTo(secret)}, or compare with a hash.`
          : `A password stands in the code. ${movedTo(secret)} and change it.`,
    }));
  },
});
