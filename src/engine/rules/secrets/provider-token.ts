import { defineRule } from "../define-rule.ts";
import { movedTo, reportSecret, shown } from "../questions/secret-report.ts";

/**
 * A token or key of a service stands in the code.
 *
 * Whoever can read the repository, its history, a build or a backup can act as the service: send mail, read data, spend
 * money. Removing the line does not help, the history keeps it; only revoking the token does.
 *
 * ```ts bad
 * const stripe = new Stripe("«sk_|live_|24»");
 * ```
 * ```ts bad
 * await fetch("https://api.example.org/v1", { headers: { Authorization: "Bearer «40»" } });
 * ```
 * ```ts good
 * const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);
 * ```
 *
 * Found by the provider's published format, by what the value is used for, or by its name where the value can be nothing
 * else. Keys that are made to be public (publishable keys, Firebase web configuration, Sentry DSNs, Supabase's anon key,
 * OAuth client ids) and placeholders are left alone. A token whose checksum is wrong is a hint in production code and
 * nothing in tests.
 */
export default defineRule({
  severity: "error",
  visits: "secret",
  cwe: [798, 540],
  owasp: ["API8:2023", "A07:2025"],
  asvs: ["13.3.1"],
  remedy: {
    title: "Read the token from the environment, and revoke this one",
    steps: [
      "Make a new token at the provider, with the fewest rights that do.",
      "Put it into the environment or a secret store, deploy, confirm that it works.",
      "Revoke this one: it stays in the history.",
    ],
  },

  check(use, report, model) {
    reportSecret("provider-token", use, report, model, (secret) => {
      const what =
        secret.evidence === "form"
          ? `${article(secret.title)} ${secret.title} ${kind(secret.provider)}`.trimEnd()
          : `A secret (${secret.title})`;
      if (secret.badChecksum) {
        return {
          severity: "hint",
          message: `This has the form of ${article(secret.title).toLowerCase()} ${secret.title} token, but its checksum is wrong: it is mistyped or made up.`,
        };
      }
      return {
        message: `${what}${shown(secret)} stands in the code: everybody who reads it can use it. ${movedTo(secret)} and revoke this one.`,
        ...(secret.sandbox || use.inTest ? { severity: "warning" as const } : {}),
      };
    });
  },
});

function article(title: string): string {
  return /^[AEIO]|^(?:npm|xAI|X )/.test(title) ? "An" : "A";
}

function kind(provider = ""): string {
  if (provider.startsWith("jwt")) return "";
  if (provider.endsWith("webhook-url")) return "webhook URL";
  return provider.endsWith("-key") || provider.endsWith("-key-id")
    ? "key"
    : provider.endsWith("secret")
      ? "secret"
      : "token";
}
