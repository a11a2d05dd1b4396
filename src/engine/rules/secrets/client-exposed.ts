import { dropPublicPrefix } from "../../fixes/environment/drop-public-prefix.ts";
import { defineRule } from "../define-rule.ts";
import { reportSecret } from "../questions/secret-report.ts";

/**
 * A secret is shipped to the browser or the app.
 *
 * Bundlers copy variables with a public prefix, and everything in a client component, into files that every visitor
 * downloads.
 *
 * ```ts bad src/pay.ts
 * const secret = process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY;
 * ```
 * ```ts good src/pay.ts
 * const key = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY;
 * const secret = process.env.STRIPE_SECRET_KEY;
 * ```
 *
 * Only names that can mean nothing else: secret, password, private, service role.
 */
export default defineRule({
  severity: "error",
  visits: "secret",
  cwe: [200, 540],
  owasp: ["A01:2025"],
  asvs: ["15.3.1"],
  remedy: {
    title: "Keep the secret on the server, and replace it",
    steps: [
      "Rename the variable without the public prefix, in the code, in `.env` files and where the service is deployed.",
      "Read it on the server only; let the browser ask an endpoint of your own.",
      "Make a new secret at the provider, deploy it, confirm that it works, then revoke the old one: it was delivered to every visitor.",
    ],
  },

  check(use, report, model) {
    reportSecret("client-exposed", use, report, model, (secret) => ({
      message:
        secret.evidence === "use"
          ? `${secret.title} goes into the browser's code, where every visitor reads it. Drop the public prefix and use it on the server only.`
          : `This secret (${secret.title}) goes into the browser's code, where every visitor reads it. Keep it on the server and replace it.`,
      fixes: [dropPublicPrefix(use.file, secret, model)].filter((fix) => fix !== undefined),
    }));
  },
});
