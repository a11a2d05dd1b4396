import { defineRule } from "../define-rule.ts";
import { mayBeUsedUp, setsPasswordOf, shownToken, signsInBy } from "../questions/one-time-tokens.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A token that was sent to somebody once opens the door again and again.
 *
 * Links to set a password anew or to come in without one stay in inboxes, browser histories and the logs of proxies. Who
 * finds one later must not get in by it: what was used is taken away, or marked, in the same step in which it is used.
 *
 * ```ts bad
 * app.post("/reset-password", async (req, res) => {
 *   const user = await prisma.user.findFirst({ where: { resetToken: req.body.token } });
 *   if (!user) return res.sendStatus(400);
 *   await prisma.user.update({ where: { id: user.id }, data: { password: await bcrypt.hash(req.body.password, 12) } });
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.post("/reset-password", async (req, res) => {
 *   const user = await prisma.user.findFirst({ where: { resetToken: req.body.token } });
 *   if (!user) return res.sendStatus(400);
 *   await prisma.user.update({
 *     where: { id: user.id },
 *     data: { password: await bcrypt.hash(req.body.password, 12), resetToken: null },
 *   });
 *   res.sendStatus(204);
 * });
 * ```
 *
 * Told where a row is found by a token of the request that is called or kept as one for a single use, the password of
 * its account is set or a session is signed for it, and nothing afterwards touches the token: it is not removed,
 * emptied, marked as used or made to run out.
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [294, 640],
  owasp: ["API2:2023"],
  asvs: ["6.5.1"],
  remedy: {
    title: "Take the token away when it is used",
    steps: [
      "Empty the column, or delete the token's row, in the same statement or transaction as what it was shown for.",
      "Two requests at once: let one statement take it (`UPDATE … SET token = NULL WHERE token = $1 RETURNING id`), and go on only with what it gave back.",
      "Follow the link twice: the second time must be refused.",
    ],
  },

  check(entry, report) {
    if (entry.trail.incomplete) return;
    const token = shownToken(entry);
    if (!token || mayBeUsedUp(entry, token)) return;
    const sets = setsPasswordOf(entry, token);
    const opened = sets ?? signsInBy(entry, token);
    if (!opened) return;
    const does = sets ? "sets the password" : "signs somebody in";
    report({
      at: token.read.call.calleePlace ?? token.read.place,
      entryPoint: entry,
      message: `${entry.label} ${does} by a token that still works afterwards. Take it away, or mark it as used.`,
      trace: traceTo(entry, opened, `${does}, and the token stays as it was`),
    });
  },
});
