import { guardAhead } from "../../fixes/guards/guard-ahead.ts";
import { defineRule } from "../define-rule.ts";
import { worstOpenEffect } from "../questions/open-effect.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A guard is registered after the route it should guard.
 *
 * Middleware runs in the order in which it is registered. What stands below the route never runs for it.
 *
 * ```ts bad
 * const requireUser = (req, res, next) => (req.user ? next() : res.sendStatus(401));
 * app.delete("/orders/:id", async (req, res) => {
 *   await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
 *   res.sendStatus(204);
 * });
 * app.use(requireUser);
 * ```
 * ```ts good
 * const requireUser = (req, res, next) => (req.user ? next() : res.sendStatus(401));
 * app.use(requireUser);
 * app.delete("/orders/:id", async (req, res) => {
 *   await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
 *   res.sendStatus(204);
 * });
 * ```
 *
 * Routes that are public by what they do may stand above the guard.
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  cwe: [306],
  owasp: ["API2:2023"],
  asvs: ["8.3.1"],
  remedy: {
    title: "Move the guard above the route",
    steps: [
      "Move the `app.use(…)` of the guard above the route, or name the guard in the route itself.",
      "Routes that are public by what they do (login, health, webhooks) stay above it.",
      "Call the route without a login: it must answer 401.",
    ],
  },

  check(entry, report, model) {
    const [guard] = entry.behind;
    const effect = guard && worstOpenEffect(entry, model);
    if (!guard || !effect) return;
    report({
      at: entry.handler.place,
      entryPoint: entry,
      identity: entry.label,
      message: `${guard.name} is registered after ${entry.label} and never runs for it: anyone can call it. Move the guard above.`,
      trace: [
        ...traceTo(entry, effect, `${effect.target ?? effect.system} is reached without it`),
        { place: guard.place, message: `${guard.name} checks here, too late` },
      ],
      fixes: () => [guardAhead({ entryPoint: entry, guard, model })].filter((fix) => fix !== undefined),
    });
  },
});
