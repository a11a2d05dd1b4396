import { addGuard } from "../../fixes/guards/add-guard.ts";
import { signedInByName } from "../../link/guards/signed-in-by-name.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Severity } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { defineRule } from "../define-rule.ts";
import { isAdministrative } from "../questions/administrative.ts";
import { isListOfPersons } from "../questions/lists-of-persons.ts";
import { appChecksLogin, isAskedHere, isGrave, worstOpenEffect } from "../questions/open-effect.ts";
import { isPrivateRead } from "../questions/private-read.ts";
import { stakeOf } from "../questions/stake.ts";
import { maySignIn, tableOf } from "../questions/tables.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * An endpoint changes data, or reads somebody's, and nothing on its way asks who is calling.
 *
 * Whoever finds the address can use it. The check may stand anywhere ahead of the effect: in middleware, a wrapper, the
 * handler, a service; what cannot be read is given the benefit of the doubt.
 *
 * ```ts bad
 * app.delete("/users/:id", async (req, res) => {
 *   await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.delete("/users/:id", async (req, res) => {
 *   if (!req.user) return res.sendStatus(401);
 *   await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);
 *   res.sendStatus(204);
 * });
 * ```
 *
 * Pages of Next.js that are rendered for a request (the app router, `getServerSideProps`) are judged by what they show: a row
 * of money, accounts, messages or records that is certainly rendered. Middleware and the layouts above a page count as its
 * checks. A component in what the page returns (`<AuthGate>…</AuthGate>`) does not: the rows are read before it runs. Pages
 * that are rendered in the browser or when the application is built are not judged.
 *
 * Public on purpose? The quick fix records the reason in `hardpath.config.json`. Log in, sign up, health, documentation,
 * signed webhooks and links with one-time tokens are recognised by what they do.
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  pages: true,
  cwe: [306],
  owasp: ["API2:2023"],
  asvs: ["8.3.1"],
  remedy: {
    title: "Ask who is calling, ahead of the effect",
    steps: [
      "Find how the rest of the service asks: middleware, a wrapper, a decorator, a call such as `getServerSession()`.",
      "Put it ahead of the effect here, and leave the handler with 401 when nobody is signed in. A cron or an internal caller shows a secret that is compared in constant time.",
      'Is it meant for everybody? Record the reason: "public" in `hardpath.config.json`.',
      "Call it without a login: it must answer 401.",
    ],
  },

  check(entry, report, model) {
    if (entry.behind.length > 0) return; // guard-after-route tells more
    const account = accountOfAnybody(entry, model);
    if (account) {
      report({
        at: entry.handler.place,
        entryPoint: entry,
        identity: entry.label,
        message: `Anyone can sign in as any ${account.target} at ${entry.label}: it answers with a token for whomever the request names, and nothing proves who that is. Verify a password, a code, or the provider's token first.`,
        trace: traceTo(entry, account, "the account is found by what the request says alone"),
      });
      return;
    }
    const effect = worstOpenEffect(entry, model);
    if (!effect) return;
    report({
      at: entry.handler.place,
      entryPoint: entry,
      identity: entry.label,
      severity: severityOf(entry, effect, model),
      message: `Anyone can ${entry.kind === "page" ? "open" : "call"} ${entry.label}: nothing checks who is calling before ${doing(effect)}.${guardOfOthers(entry, model)}`,
      trace: traceTo(entry, effect, `${doing(effect)}, whoever calls`),
      // A login is not enough for everybody's payments.
      fixes: () =>
        addGuard({ entryPoint: entry, model, kind: isListOfPersons(effect, model) ? "role" : "authentication" }),
    });
  },
});

/** The account whose token is answered to whoever names it. */
function accountOfAnybody(entry: EntryPoint, model: ServiceModel): Effect | undefined {
  const read = signedInByName(entry.trail, entry.guards);
  const effect = read && entry.effects.find(({ order }) => order === read.order);
  const table = effect && tableOf(effect, model);
  // Where a password is none of its columns, people sign in by codes alone.
  return table && maySignIn(table) ? effect : undefined;
}

/**
 * Where nobody signs in here but another application of the workspace asks, that one may stand in front: then it is worth a
 * look, not an alarm.
 */
function severityOf(entry: EntryPoint, effect: Effect, model: ServiceModel): Severity {
  if (!isAskedHere(entry, model) && !isGrave(entry, effect, model)) return "hint";
  // Of goods and their categories visitors see the same in the shop as the staff does behind it.
  const isForStaff = isAdministrative(entry, model);
  if (effect.access === "read" && stakeOf(effect) === "ordinary" && !isPrivateRead(entry, effect, model))
    return isForStaff && appChecksLogin(entry, model) ? "warning" : "hint";
  if (effect.access === "read" && !isForStaff) return "warning";
  // A service that nobody signs in to may stand behind something that asks.
  const isOversight = appChecksLogin(entry, model) && stakeOf(effect) !== "ordinary";
  return isGrave(entry, effect, model) || isOversight ? "error" : "warning";
}

function doing(effect: Effect): string {
  const target = effect.target ?? effect.system;
  const words = {
    read: "reading",
    delete: "deleting from",
    insert: "adding to",
    charge: "charging through",
    send: "sending through",
    publish: "publishing to",
  } as const;
  const other = effect.access === "call" ? "calling" : "changing";
  return `${words[effect.operation as keyof typeof words] ?? other} ${target}`;
}

/** Names the guard that an endpoint registered in the same file has, or tells that there is none. */
function guardOfOthers(entry: EntryPoint, model: ServiceModel): string {
  for (const other of model.entryPoints) {
    if (other === entry || other.place.file !== entry.place.file) continue;
    const guard = other.guards.find(
      (one) =>
        one.kind === "authentication" &&
        !one.taken &&
        !one.visitorsPass &&
        other.chain.some((link) => link.name === one.name),
    );
    if (guard) return ` ${other.label} has ${guard.name}.`;
  }
  return appChecksLogin(entry, model) ? "" : " Nobody signs in anywhere in this service.";
}
