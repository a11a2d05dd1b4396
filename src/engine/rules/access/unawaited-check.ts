import { awaitCall } from "../../fixes/code/await-call.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { CallSite, CheckEvent } from "../../model/path.ts";
import { defineRule } from "../define-rule.ts";
import { isCallers } from "../questions/ownership.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A check asks an async function whether somebody may, and does not wait for the answer.
 *
 * What it tests is the promise, and a promise is always true: nobody is refused, whatever the function finds out.
 *
 * ```ts bad
 * const isAdmin = async (user) => (await prisma.user.findUnique({ where: { id: user.id } })).role === "admin";
 * app.delete("/users/:id", async (req, res) => {
 *   if (!isAdmin(req.user)) return res.sendStatus(403);
 *   await prisma.user.delete({ where: { id: req.params.id } });
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * const isAdmin = async (user) => (await prisma.user.findUnique({ where: { id: user.id } })).role === "admin";
 * app.delete("/users/:id", async (req, res) => {
 *   if (!(await isAdmin(req.user))) return res.sendStatus(403);
 *   await prisma.user.delete({ where: { id: req.params.id } });
 *   res.sendStatus(204);
 * });
 * ```
 *
 * Functions of the workspace count that are `async` or whose type says that they give a promise, look-ups of the caller in a
 * database, and a few of packages: `bcrypt.compare`, `argon2.verify`, `jwtVerify`, `getServerSession`.
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  once: true,
  cwe: [863, 252],
  owasp: ["API5:2023"],
  asvs: ["16.5.3"],
  remedy: {
    title: "Wait for the answer of the check",
    steps: [
      "Write `await` ahead of the call, and make the function around it, and whoever tests what that gives, `async` too.",
      "Call the endpoint as somebody who may not: it must answer 403.",
    ],
  },

  check(entry, report, model) {
    for (const event of entry.trail.events) {
      if (event.kind !== "check" || !event.unawaited || !refuses(event)) continue;
      const { text, place, dropped } = event.unawaited;
      if (dropped && (runsLater(event) || isOfWork(entry, event))) continue;
      // That something was not found is no check of who may.
      if ((dropped || isLookedUp(entry, event)) && !isAboutCaller(entry, event)) continue;
      const why = dropped
        ? "what it throws stops nobody"
        : "it tests a promise, which is always true, and refuses nobody";
      report({
        at: place,
        entryPoint: entry,
        message: `Nobody waits for ${text} in ${entry.label}: ${why}. Await it.`,
        trace: traceTo(entry, event, `${text} gives a promise`),
        fixes: () => [awaitCall({ at: place, text, model })].filter((fix) => fix !== undefined),
      });
    }
  },
});

/** `setImmediate(async () => { … })`: it runs when the request is answered, and was never meant to stop it. */
function runsLater({ scopes }: CheckEvent): boolean {
  return scopes.some((scope) => scope.kind === "callback" && LATER.test(scope.of));
}

const LATER = /^(?:set(?:Timeout|Interval|Immediate)|queueMicrotask|process\.nextTick|waitUntil|after)\b/;

/** The same call has changed or sent something before: what it throws then is that this has failed. */
function isOfWork(entry: EntryPoint, event: CheckEvent): boolean {
  return entry.effects.some(
    ({ access, category, order, stack }) =>
      access !== "read" && category !== "observability" && order < event.order && stack.some(isOfCall(event)),
  );
}

/** It would turn away who may not, and not only what cannot be done. */
function isAboutCaller(entry: EntryPoint, event: CheckEvent): boolean {
  const { status } = event.stop;
  const protects = entry.effects.some((effect) => effect.order > event.order && !effect.stack.some(isOfCall(event)));
  return protects && (status === 401 || status === 403 || isCallers(entry, event.test));
}

/** What it tests is what a look-up would give. */
function isLookedUp(entry: EntryPoint, { unawaited }: CheckEvent): boolean {
  return entry.effects.some(
    ({ access, place }) =>
      access === "read" && place.file === unawaited?.place.file && place.at[0] === unawaited.place.at[0],
  );
}

/** The same call that is dropped. */
function isOfCall({ unawaited }: CheckEvent): (site: CallSite) => boolean {
  return ({ place }) => place.file === unawaited?.place.file && place.at[0] === unawaited.place.at[0];
}

/** The check is there to turn callers away, and not to choose between two ways of serving them. */
function refuses({ stop }: CheckEvent): boolean {
  return stop.how !== "return" || stop.value !== undefined;
}
