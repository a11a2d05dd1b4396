import { defineRule } from "../define-rule.ts";
import { owner, reportSecret } from "../questions/secret-report.ts";

/**
 * A secret of the environment has a fallback in the code.
 *
 * Where the variable is missing nothing fails: the service runs with a secret that everybody can read. It is noticed when
 * somebody forges a session.
 *
 * ```ts bad
 * const secret = process.env.JWT_SECRET || "super-secret";
 * ```
 * ```ts good
 * const secret = process.env.JWT_SECRET;
 * if (!secret) throw new Error("JWT_SECRET is not set");
 * ```
 * ```ts good
 * const port = process.env.PORT ?? "3000";
 * const key = process.env.STRIPE_KEY ?? "";
 * ```
 *
 * Also `??`, `||=`, default parameters of `config.get` and defaults of schemas. Fallbacks that are empty, that say of
 * themselves that they are none, or that the program refuses in production are left alone.
 */
export default defineRule({
  severity: "warning",
  visits: "secret",
  cwe: [1392, 547, 636],
  owasp: ["A02:2025", "A07:2025"],
  asvs: ["13.2.3", "16.5.3"],
  remedy: {
    title: "Stop at start where the variable is missing",
    steps: [
      "Drop the fallback and throw at start where the variable is not set.",
      "Set the variable wherever the service runs, development included.",
      "Replace the secret where the fallback was ever used.",
    ],
  },

  check(use, report, model) {
    reportSecret("env-fallback", use, report, model, (secret) => {
      const name = secret.fallback?.name ?? secret.variable;
      return {
        message: `Without ${name} the service runs with the secret${owner(secret)} that stands here, which everybody can read. Stop at start instead.`,
      };
    });
  },
});
