import { isIgnored } from "../../fixes/environment/environment-files.ts";
import { ignoreEnvironmentFile } from "../../fixes/environment/secret-to-environment.ts";
import { defineRule } from "../define-rule.ts";
import { owner, reportSecret, shown } from "../questions/secret-report.ts";

/**
 * An environment file with secrets is under version control.
 *
 * `.env` is the right place for a secret only while git ignores it. Committed, it is the code again.
 *
 * ```dotenv bad .env
 * SESSION_SECRET=«32»
 * ```
 * ```dotenv good .env
 * PORT=3000
 * SESSION_SECRET=
 * ```
 *
 * Files that git ignores are not looked at.
 */
export default defineRule({
  severity: "warning",
  visits: "secret",
  cwe: [538, 540],
  owasp: ["A01:2025"],
  asvs: ["13.4.1"],
  remedy: {
    title: "Take the file out of version control, and replace the secrets",
    steps: [
      "Add it to `.gitignore` and run `git rm --cached` on it.",
      "Commit a `.env.example` with the names only.",
      "Make new secrets, deploy them, confirm that they work, then revoke the old ones: they stay in the history.",
    ],
  },

  check(use, report, model) {
    if (use.candidate.rule !== "committed-env-file" || isIgnored(use.file, model)) return;
    reportSecret("committed-env-file", use, report, model, (secret) => {
      const file = use.file.slice(use.file.lastIndexOf("/") + 1);
      return {
        message: `${file} is under version control and holds a secret, ${secret.variable}${owner(secret)}${shown(secret)}. Ignore the file and replace the secret.`,
        fixes: [ignoreEnvironmentFile(use.file, [secret.variable])],
        ...(secret.evidence === "form" && secret.sandbox !== true ? { severity: "error" as const } : {}),
      };
    });
  },
});
