import { defineRule } from "../define-rule.ts";
import { movedTo, reportSecret } from "../questions/secret-report.ts";

/**
 * An administrator's password is fixed in the code.
 *
 * Every installation has the same account with the same password: it is the first thing anybody tries.
 *
 * ```ts bad src/seed.ts
 * await prisma.user.create({ data: { email: "admin@shop.io", role: "admin", password: "Shop4Admin!" } });
 * ```
 * ```ts good src/seed.ts
 * await prisma.user.create({ data: { email: "admin@shop.io", role: "admin", password: process.env.ADMIN_PASSWORD } });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "secret",
  cwe: [1392, 798],
  owasp: ["A07:2025"],
  asvs: ["13.3.1"],
  remedy: {
    title: "Make the first administrator's password at first start",
    steps: [
      "Read it from the environment, or make a random one at first start and show it once.",
      "Ask for a new one at the first login.",
      "Change it in every installation that was made with this one.",
    ],
  },

  check(use, report, model) {
    reportSecret("shared-admin", use, report, model, (secret) => ({
      message: `An administrator's password stands in the code, the same for every installation. ${movedTo(secret)}, or make one at first start.`,
    }));
  },
});
