import { returnRefusal } from "../../fixes/guards/return-refusal.ts";
import { refusedBy, vainlyAsked } from "../../link/evaluate/always-there.ts";
import { askedOfNobody, narrowedRight } from "../../link/guards/asked-of-nobody.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Fix } from "../../model/finding.ts";
import type { CheckEvent, RespondEvent, Scope } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A check answers "not allowed" and then goes on.
 *
 * The caller sees the refusal, and what was refused happens all the same: behind the answer there is no `return`, or the
 * middleware calls `next()` anyway. Or the check asks only whether the verdict is there, and the verdict is an object
 * (`{ error }`, `{ allowed: false }`) that is always there: nobody is refused. Or it asks for a right only where nobody is
 * signed in (`!user && user.role !== "admin"`), or asks and then turns away only who is not signed in: whoever is signed in
 * has it.
 *
 * ```ts bad
 * app.delete("/orders/:id", async (req, res) => {
 *   if (!req.user) res.sendStatus(401);
 *   await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
 * });
 * ```
 * ```ts good
 * app.delete("/orders/:id", async (req, res) => {
 *   if (!req.user) return res.sendStatus(401);
 *   await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
 * });
 * ```
 */
export default defineRule({
  severity: "error",
  visits: "entryPoint",
  once: true,
  cwe: [863, 636],
  owasp: ["API5:2023"],
  asvs: ["16.5.3"],
  remedy: {
    title: "Leave the handler where it refuses",
    steps: [
      "Put `return` in front of the refusal, or throw the framework's error.",
      "In middleware: call `next()` only on the way that may go on.",
      "Where a function tells its verdict as an object, test the field that says no, and not the object.",
      "Call it as somebody who is refused, and see that nothing was changed.",
    ],
  },

  check(entry, report, model) {
    for (const event of entry.trail.events) {
      if (event.kind === "check") {
        const refused = neverRefuses(event);
        const forNobody = !refused && isRightOfNobody(entry, event);
        const narrowed = refused || forNobody ? undefined : narrowedRight(event);
        const effect = narrowed
          ? entry.effects.find((one) => one.access !== "read" && isBehind(one, event, narrowed))
          : (refused || forNobody) && entry.effects.find((one) => isProtectedBy(one, event));
        if (!effect) continue;
        const name = nameAt(event, model);
        if (narrowed) {
          report({
            at: event.place,
            entryPoint: entry,
            message: `${entry.label} refuses nobody who is signed in: the test around this one asks for a right, and only a missing ${name} is turned away. Refuse where the outer test holds.`,
            trace: traceTo(entry, effect, "runs for everybody who is signed in"),
          });
          return;
        }
        report({
          at: event.place,
          entryPoint: entry,
          message: forNobody
            ? `${entry.label} refuses nobody who is signed in: what ${name} may do is asked only where there is no ${name}. Join the two tests with "||".`
            : `${entry.label} refuses nobody here: ${name} is an object, and so always true, also when it says no. Ask for its "${refused}".`,
          trace: traceTo(entry, effect, "runs for everybody"),
        });
        return;
      }
      if (event.kind !== "respond" || event.throws || (event.status !== 401 && event.status !== 403)) continue;
      const effect = happensAnyway(entry, event);
      if (!effect) continue;
      report({
        at: event.place,
        entryPoint: entry,
        message: `${entry.label} answers ${event.status} and goes on: ${effect.call.text} runs all the same. Return after the answer.`,
        trace: traceTo(entry, effect, "runs after the refusal"),
        fixes: () => fixesOf(event, model),
      });
      return;
    }
  },
});

/** The field that says no of a verdict that is only asked to be there, by a check that turns callers away. */
function neverRefuses(check: CheckEvent): string | undefined {
  const { status, how } = check.stop;
  if (status !== 401 && status !== 403 && how !== "redirect") return undefined;
  const verdict = vainlyAsked(check);
  return verdict && refusedBy(verdict);
}

/** Who is calling is tested to be missing, and in the same breath for a right. */
function isRightOfNobody({ guards }: EntryPoint, check: CheckEvent): boolean {
  const { how, status } = check.stop;
  if (status === 404 || status === 400 || (how === "return" && status === undefined)) return false;
  const left = askedOfNobody(check);
  return left !== undefined && guards.some(({ kind, proves }) => kind === "authentication" && proves.includes(left));
}

function isProtectedBy(effect: Effect, { order, scopes }: CheckEvent): boolean {
  return (
    effect.order > order &&
    effect.category !== "observability" &&
    scopes.every((scope) => effect.scopes.some(({ id }) => id === scope.id))
  );
}

/** It comes later wherever the branch stands, and is left out by no other test of the right, nor refused by one in between. */
function isBehind(effect: Effect, check: CheckEvent, branch: Scope): boolean {
  return (
    isProtectedBy(effect, { ...check, scopes: check.scopes.filter((scope) => scope !== branch) }) &&
    !effect.entryPoint.guards.some((guard) => guard.kind === "role" && guard.order < effect.order)
  );
}

/** The verdict as it is written in the test: `auth` of `!auth`. */
function nameAt({ place }: CheckEvent, model: ServiceModel): string {
  const test = model.text(place.file)?.slice(...place.at) ?? "";
  return /^\(*!*\(*(?:await\s+)?([\w$.]+)/.exec(test)?.[1] ?? "what it tests";
}

function fixesOf(refusal: RespondEvent, model: ServiceModel): readonly Fix[] {
  const branch = refusal.scopes.findLast((scope) => scope.kind === "branch");
  const fix = branch && returnRefusal({ at: refusal.place, branch: branch.place, model });
  return fix ? [fix] : [];
}

/** A write that comes after the refusal and stands on no branch that the refusal leaves out. */
function happensAnyway(entry: EntryPoint, refusal: RespondEvent): Effect | undefined {
  const branch = refusal.scopes.findLast((scope) => scope.kind === "branch");
  if (branch?.kind !== "branch" || refusal.scopes.some((scope) => scope.kind === "catch" || scope.kind === "callback"))
    return undefined;
  const stops = entry.trail.events.some((event) => event.kind === "check" && event.test === branch.test);
  if (stops) return undefined;
  const asked = entry.trail.events.find(
    (event) => event.kind === "check" && event.order > refusal.order && endsFor(event, refusal),
  );
  const until = asked?.order ?? Number.POSITIVE_INFINITY;
  return entry.effects.find(
    (effect) =>
      effect.order > refusal.order &&
      effect.order < until &&
      effect.access !== "read" &&
      !(refusal.leaves && isCalledFrom(effect, refusal)) &&
      !standElsewhere(refusal, effect) &&
      effect.category !== "observability" &&
      !needsRefused(effect, branch.test) &&
      !isVerifiedBetween(entry, refusal, effect) &&
      !effect.scopes.some(
        (scope) =>
          scope.id === branch.id ||
          scope.kind === "catch" ||
          (scope.kind === "branch" && testsOf(refusal).some((test) => containsTerm(scope.test, test))),
      ),
  );
}

/** `if (!token) refuse(); verify(token);`: without a token, verifying it throws. */
function isVerifiedBetween(entry: EntryPoint, refusal: RespondEvent, effect: Effect): boolean {
  return entry.trail.events.some(
    (event) =>
      event.kind === "guard" &&
      event.guard === "authentication" &&
      event.tells === undefined &&
      event.order > refusal.order &&
      event.order < effect.order &&
      event.scopes.every((scope) => effect.scopes.some(({ id }) => id === scope.id)),
  );
}

/** `if (!row) refuse(); write(row.id)`: where there is no row, asking for its id throws. */
function needsRefused({ where, data }: Effect, test: Term): boolean {
  if (test.kind !== "operation" || test.operator !== "!") return false;
  const [absent] = test.parts;
  const isPartOfIt = (part: Term): boolean =>
    (part.kind === "member" && part.of === absent) ||
    (part.kind === "external" && part.base === absent && part.arguments === undefined);
  return [where, data].some((term) => term !== undefined && someTerm(term, isPartOfIt));
}

/**
 * What a function gave back after it had answered is tested by its caller (`const user = await verify(req, res); if (!user)
 * return`), or the caller leaves with it (`if (kind === "open") return open(req, res)`).
 */
function endsFor(check: CheckEvent, refusal: RespondEvent): boolean {
  return (
    testsOf(refusal).some((test) => containsTerm(check.test, test)) ||
    refusal.scopes.some(
      (scope) => scope.kind === "branch" && scope.test === check.test && scope.when === check.stopsWhen,
    ) ||
    (isAskedByCaller(check, refusal) && someTerm(check.test, isUnread))
  );
}

/** The function that refused had come back when it was asked. */
function isAskedByCaller({ stack }: CheckEvent, refusal: RespondEvent): boolean {
  return stack.length < refusal.stack.length && stack.every((site, index) => refusal.stack[index] === site);
}

/** What came back was too long to be followed: it may be what was refused. */
function isUnread(part: Term): boolean {
  return part.kind === "unknown" && part.parts.length === 0;
}

/** The conditions under which it refuses. */
function testsOf({ scopes }: RespondEvent): readonly Term[] {
  const innermost = scopes.at(-1);
  return scopes.flatMap((scope) =>
    scope.kind === "branch" && (scope.when || scope === innermost) ? [scope.test] : [],
  );
}

/** It happens in the same run of the function that refused, or in what that function calls. */
function isCalledFrom(effect: Effect, refusal: RespondEvent): boolean {
  return refusal.stack.every((site, index) => effect.stack[index] === site);
}

/** They stand on two sides of which one runs: of an `if`, a `switch`, a table of handlers. */
function standElsewhere(refusal: RespondEvent, effect: Effect): boolean {
  return refusal.scopes.some((scope) =>
    effect.scopes.some((other) => {
      if (other.place !== scope.place || other.id === scope.id) return false;
      if (scope.kind === "case") return other.kind === "case" && !effect.scopes.includes(scope);
      return scope.kind === "branch" && other.kind === "branch" && scope.when !== other.when;
    }),
  );
}
