import { defineRule } from "../define-rule.ts";
import { movedTo, reportSecret } from "../questions/secret-report.ts";

/**
 * A literal signs, verifies or encrypts.
 *
 * Who knows the key of a token or session writes one for any user, administrators included. Short words are found by
 * trying; a key that is in the code need not even be guessed.
 *
 * ```ts bad
 * const token = jwt.sign({ sub: user.id }, "shop-secret");
 * ```
 * ```ts bad
 * const SECRET = "keyboard cat";
 * export const check = (token: string) => jwt.verify(token, SECRET);
 * ```
 * ```ts good
 * const token = jwt.sign({ sub: user.id }, process.env.JWT_SECRET);
 * ```
 *
 * Weak words count here: they are the weakest keys of all. Followed through constants and two assignments.
 */
export default defineRule({
  severity: "error",
  visits: "secret",
  cwe: [321, 798, 1391],
  owasp: ["A04:2025", "A07:2025"],
  asvs: ["13.3.1", "9.1.1"],
  remedy: {
    title: "Read the key from the environment, and replace it",
    steps: [
      "Make 32 random bytes (`openssl rand -base64 32`) and put them into the environment; fail at start where they are missing.",
      "Verify with the old key too until everything it signed has run out; sign with the new one.",
      "Then drop the old key.",
    ],
  },

  check(use, report, model) {
    reportSecret("signing-secret", use, report, model, (secret) => {
      const call = secret.names.find((name) => name.includes("#"))?.replace(/#.*/, "");
      const where = secret.evidence === "use" && call !== undefined ? ` for ${call}` : "";
      const whose = secret.title.replace(/ ?signing key$/, "");
      return {
        message: `The ${whose}${whose === "" ? "" : " "}key${where} stands in the code: whoever reads it can forge what it protects. ${movedTo(secret)}; give it 32 random bytes.`,
      };
    });
  },
});
