import { defineRule } from "../define-rule.ts";
import { movedTo, reportSecret } from "../questions/secret-report.ts";

/**
 * A private key stands in a file of the repository.
 *
 * It proves who the service is: with it anybody signs tokens, opens connections or reads recorded traffic in its name.
 *
 * ```ts bad
 * const key = `-----BEGIN PRIVATE KEY-----
 * MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj«64»
 * «64»
 * -----END PRIVATE KEY-----`;
 * ```
 * ```ts good
 * const key = process.env.JWT_PRIVATE_KEY;
 * ```
 *
 * PEM in any writing (escaped, split over literals, base64 once more), PuTTY files, private JSON Web Keys. Public keys and
 * certificates are public.
 */
export default defineRule({
  severity: "error",
  visits: "secret",
  cwe: [321, 798],
  owasp: ["A04:2025", "A07:2025"],
  asvs: ["13.3.1"],
  remedy: {
    title: "Read the key from outside, and replace the pair",
    steps: [
      "Make a new pair; put the private key into a secret store or a file that is not committed, and read it from there.",
      "Publish the new public key beside the old one, deploy, confirm.",
      "Then withdraw the old public key: the old private key stays in the history.",
    ],
  },

  check(use, report, model) {
    reportSecret("private-key", use, report, model, (secret) => ({
      message: `A private key (${secret.title}) stands here: whoever reads it can act in the service's name. ${movedTo(secret)} and replace the pair.`,
      ...(use.inTest ? { severity: "warning" as const } : {}),
    }));
  },
});
