import { defineRule } from "../define-rule.ts";
import { reportSecret } from "../questions/secret-report.ts";

/**
 * A password or secret is put into the address of a request.
 *
 * Addresses are written to logs of servers and proxies, kept in histories and handed on in the `Referer` header. Bodies
 * and headers are not.
 *
 * ```ts bad
 * await fetch(`https://api.shop.io/login?user=${user}&password=${password}`);
 * ```
 * ```ts good
 * await fetch("https://api.shop.io/login", { method: "POST", body: JSON.stringify({ user, password }) });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "secret",
  cwe: [598],
  owasp: ["A04:2025"],
  asvs: ["14.2.1"],
  remedy: {
    title: "Send the secret in a header or the body",
    steps: [
      "Send it in the body of a POST, or in the `Authorization` header.",
      "Where the other side takes it in the address only, ask for a short-lived token instead.",
      "Replace the secret where others read the logs of servers or proxies.",
    ],
  },

  check(use, report, model) {
    reportSecret("secret-in-url", use, report, model, (secret) => ({
      message: `${secret.title} goes into the address, which servers and proxies log. Send it in a header or the body.`,
      fixes: [],
      // The other side is often a program of one's own, and its documentation says so: `?secret=` of Next.js.
      ...(secret.sink === "secret" ? { severity: "hint" as const } : {}),
    }));
  },
});
