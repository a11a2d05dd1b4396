/** Whether an event of a path is guarded: certainly, perhaps, or not. Perhaps is no ground for a finding. */

import { skippedScopes } from "../../link/guards/asked-if-sent.ts";
import { asksForRank } from "../../link/guards/ranks.ts";
import { literalsOf } from "../../link/guards/test-parts.ts";
import { dominates } from "../../link/retry/retry.ts";
import { HOLDS_CREDENTIAL, HOLDS_REQUEST, holds } from "../../link/terms/marks.ts";
import { presenceOf } from "../../link/terms/presence.ts";
import { isSent } from "../../link/terms/sent.ts";
import { someTerm, termsWithinAll } from "../../link/terms/terms.ts";
import { linkOf } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import { type EntryPoint, KINDS } from "../../model/entry-point.ts";
import type { Guard, GuardKind } from "../../model/guard.ts";
import type { CheckEvent, OpaqueEvent, PathEvent } from "../../model/path.ts";
import type { Place, Term } from "../../model/term.ts";
import { oncePer, oncePerEntry } from "./once.ts";
import { isCallers } from "./ownership.ts";
import { isAgainstForgery, isTestedLater, mayRefuse } from "./refusers.ts";
import { resultsOf } from "./results.ts";

/** Checks that tell something of the caller. */
export const CHECKS = ["authentication", "role", "ownership", "signature"] as const satisfies readonly GuardKind[];

const TELLING: ReadonlySet<GuardKind> = new Set(CHECKS);

/** People call it, or programs in their name; not queues, clocks and providers. */
export function isCalledByUsers(entry: EntryPoint): boolean {
  return KINDS[entry.kind].forUsers === true;
}

export type Guarded = "yes" | "perhaps" | "no";

/** `kinds`: any of them is enough. */
export function guardedBy(entry: EntryPoint, event: PathEvent, kinds: readonly GuardKind[]): Guarded {
  const known = knownAnswers(entry);
  const key = kinds.join();
  const answers = known.get(event) ?? new Map<string, Guarded>();
  known.set(event, answers);
  let answer = answers.get(key);
  if (answer === undefined) {
    answer = guardedAhead(entry, event, kinds);
    answers.set(key, answer);
  }
  return answer;
}

/** Rules ask the same of every effect. */
const knownAnswers = oncePerEntry(() => new Map<PathEvent, Map<string, Guarded>>());

function guardedAhead(entry: EntryPoint, event: PathEvent, kinds: readonly GuardKind[]): Guarded {
  if (entry.guards.some((guard) => tells(guard, kinds) && dominates(guard, event))) return "yes";
  if (isOfGuard(entry, event, kinds)) return "yes";
  if (kinds.includes("role") && event.kind === "effect" && event.where && asksRankOfCaller(entry, event.where))
    return "yes";
  if (entry.unreadable) return "perhaps";
  return isDoubted(entry, event, kinds) ? "perhaps" : "no";
}

/** `{ workspace: { members: { some: { userId: user.id, role: "ADMIN" } } } }`: the query finds rows for those alone. */
function asksRankOfCaller(entry: EntryPoint, where: Term): boolean {
  return someTerm(
    where,
    (part) =>
      part.kind === "object" &&
      part.fields.some(({ value }) => value.kind !== "object" && isCallers(entry, value)) &&
      part.fields.some(asksForRank),
    resultsOf(entry),
  );
}

/** What lets visitors pass says nothing of whether there is a caller. */
function tells(guard: Guard, kinds: readonly GuardKind[]): boolean {
  return kinds.includes(guard.kind) && !(guard.visitorsPass && kinds.includes("authentication"));
}

/**
 * Where it may be asked ahead of the event, though that is not certain, and what is given there: one function may be told
 * another rule each time.
 */
export function doubtsAhead(entry: EntryPoint, event: PathEvent, kinds: readonly GuardKind[]): readonly Doubt[] {
  const ask = askedAhead(entry, event, kinds);
  const unread = opaqueEvents(entry).filter(ask.isUnread);
  const elsewhere = [...entry.guards.filter(ask.isElsewhere), ...entry.effects.filter(ask.isByPolicy)];
  return [
    ...unread.map(({ place, call }) => {
      const told = [call.callee, ...call.arguments];
      return { place, given: told.flatMap(literalsOf), told };
    }),
    ...elsewhere.map((one) => ({ place: one.place, given: [], told: "proves" in one ? one.proves : [] })),
    ...forbidsAhead(entry, event).map((one) => ({
      place: one.place,
      given: "test" in one ? literalsOf(one.test) : [],
      told: "test" in one ? [one.test] : [],
    })),
  ];
}

export interface Doubt {
  readonly place: Place;
  /** Literal texts. */
  readonly given: readonly string[];
  /** All that is given, or tested. */
  readonly told: readonly Term[];
}

/** There is such a doubt at all: every effect of a path is asked, and there may be thousands. */
function isDoubted(entry: EntryPoint, event: PathEvent, kinds: readonly GuardKind[]): boolean {
  const ask = askedAhead(entry, event, kinds);
  return (
    entry.guards.some(ask.isElsewhere) ||
    forbidsAhead(entry, event).length > 0 ||
    entry.effects.some(ask.isByPolicy) ||
    opaqueEvents(entry).some(ask.isUnread)
  );
}

interface Ahead {
  readonly isUnread: (other: OpaqueEvent) => boolean;
  /** The check stands on one branch only: by method, by configuration, by kind of caller. */
  readonly isElsewhere: (guard: Guard) => boolean;
  readonly isByPolicy: (one: Effect) => boolean;
}

function askedAhead(entry: EntryPoint, event: PathEvent, kinds: readonly GuardKind[]): Ahead {
  const forgets = swallowingScopes(entry);
  const skipped = skippedScopes(entry.trail);
  const isForgotten = (scope: number): boolean =>
    (forgets.has(scope) || skipped.has(scope)) && !event.scopes.some(({ id }) => id === scope);
  const asksLogin = kinds.includes("authentication");
  return {
    isUnread: (other) =>
      other.order < event.order &&
      mayRefuse(entry, other) &&
      (asksLogin || !(other.bySetting || isOfLogin(other, entry))) &&
      !runsOnFailure(other, event) &&
      // What it throws is caught and forgotten: only a test of what it gave can stop the path.
      (other.inChain || !other.scopes.some(({ id }) => isForgotten(id)) || isTestedLater(entry, other)) &&
      !other.scopes.some(({ id }) => skipped.has(id)),
    isElsewhere: (guard) =>
      !guard.taken && tells(guard, kinds) && guard.order < event.order && !guard.scopes.some(isForgotten),
    isByPolicy: (one) =>
      asksPolicies(one) && (isSameCall(one, event) || (one.access === "write" && one.order < event.order)),
  };
}

/** See `forbiddingChecks`. */
export function forbidsAhead(entry: EntryPoint, event: PathEvent): readonly PathEvent[] {
  return forbiddingChecks(entry).filter((check) => check.order < event.order);
}

/** The same behind the event, for whoever comes that far: see `forbiddingChecks`. */
export function forbidsAfter(entry: EntryPoint, event: PathEvent): boolean {
  return forbiddingChecks(entry).some((check) => check.order > event.order && check.scopes.length === 0);
}

/**
 * Checks that no guard was read of, which answer 403 by what could not be read: that is to say that the caller may not.
 * https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4
 */
const forbiddingChecks = oncePerEntry((entry) =>
  entry.trail.events.filter(
    (event) =>
      event.kind === "check" &&
      (event.stop.status === 403 || throwsOnCaller(entry, event)) &&
      !event.scopes.some(({ id }) => skippedScopes(entry.trail).has(id)) &&
      someTerm(event.test, (part) => isUnreadBeside(entry, part), resultsOf(entry)) &&
      !entry.guards.some(
        ({ kind, order, proves }) =>
          TELLING.has(kind) && (proves.includes(event.test) || (kind === "ownership" && order === event.order)),
      ),
  ),
);

/** `if (!this.rules.allow(user, tool)) throw new NotAllowed(…)`, where nobody can tell what the error becomes. */
function throwsOnCaller(entry: EntryPoint, { test, stop }: CheckEvent): boolean {
  return (
    stop.how === "throw" &&
    stop.status === undefined &&
    someTerm(test, (part) => part.kind === "unknown" && part.parts.some((one) => isCallers(entry, one)))
  );
}

/** It could not be read, and is not made of what was sent: words that are not allowed, a limit of the plan that was chosen. */
function isUnreadBeside(entry: EntryPoint, part: Term): boolean {
  if (part.kind === "result" && isAgainstForgery(part.of)) return false;
  return (part.kind === "unknown" || part.kind === "result") && !someTerm(part, isSent, resultsOf(entry));
}

/** `(mayAll ? raw : db).page.update(…)` is two effects of one call. */
function isSameCall(one: Effect, event: PathEvent): boolean {
  return event.kind === "effect" && one.call.place === event.call.place;
}

/** Who may do that stands in the schema, and whoever may not is thrown out. */
function asksPolicies({ asCaller, traits }: Effect): boolean {
  return asCaller === true && traits.allowsByPolicy === true;
}

/** What a guard reads and writes to find out who may call (permissions that are added on first use) is its own work. */
function isOfGuard(entry: EntryPoint, event: PathEvent, kinds: readonly GuardKind[]): boolean {
  const link = linkOf(event);
  return (
    link !== undefined &&
    entry.guards.some(
      (guard) =>
        kinds.includes(guard.kind) &&
        guard.name === link.text &&
        guard.order > event.order &&
        guard.scopes.length === 0,
    )
  );
}

const opaqueEvents = oncePerEntry((entry) => entry.trail.events.filter((event) => event.kind === "opaque"));

/** Scopes whose failures are caught and forgotten: what comes later runs all the same, and a check in there turns nobody away. */
const swallowingScopes = oncePerEntry((entry): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { scopes } of entry.trail.events) {
    for (const scope of scopes) if (scope.kind === "try" && scope.swallows) found.add(scope.id);
  }
  return found;
});

/** It stands where a failure is caught that the event is not in: what succeeds never comes there. */
function runsOnFailure(other: OpaqueEvent, event: PathEvent): boolean {
  return other.scopes.some((scope) => scope.kind === "catch" && !event.scopes.some((outer) => outer.id === scope.id));
}

/**
 * A package is given a token on the way to who is calling (`sha256(token)`), the session is asked whose it is, or what the
 * call gave finds the caller's row (`sessions.get(sid)`): what the caller may do is asked later.
 */
const isOfLogin = oncePer((event: OpaqueEvent, entry: EntryPoint): boolean => {
  const { callee } = event.call;
  if (isLoginItself(event, entry)) return true;
  return (
    !event.inChain &&
    (callee.kind === "external" || isAskedForId(event) || isLookedUpWith(entry, event)) &&
    !event.call.arguments.some((term) => holds(term, HOLDS_REQUEST)) &&
    entry.guards.some((guard) => guard.kind === "authentication" && (guard.order > event.order || isAskedForId(event)))
  );
});

/** The session is asked whose it is: `session.getUserId()`. */
function isAskedForId({ call: { callee } }: OpaqueEvent): boolean {
  return (
    callee.kind === "input" &&
    (callee.source === "session" || callee.source === "identity") &&
    /^get\w*Id$/.test(callee.path.at(-1) ?? "")
  );
}

/**
 * `const user = await context.authenticate(); if (!user) throw …` with 401, which says that nobody is known to call; whoever
 * may not is told 403. https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2
 */
function isLoginItself({ call, result }: OpaqueEvent, entry: EntryPoint): boolean {
  return (
    !NAMES_RIGHT.test(call.text) &&
    call.arguments.every((given) => isOfRequestAlone(entry, given)) &&
    entry.trail.events.some(
      (one) => one.kind === "check" && one.stop.status === 401 && presenceOf(one.test, result).length > 0,
    )
  );
}

/** The request or what it shows, and no row: who is told of a row may ask whose it is. */
function isOfRequestAlone(entry: EntryPoint, given: Term): boolean {
  const rows = resultsOf(entry);
  return (
    holds(given, HOLDS_REQUEST | HOLDS_CREDENTIAL) &&
    literalsOf(given).length === 0 &&
    !someTerm(given, (part) => rows.has(part))
  );
}

const NAMES_RIGHT = /admin|role|permi|right|staff|access|allow|owner|(?:^|\.)can[A-Z]/i;

function isLookedUpWith(entry: EntryPoint, { result }: OpaqueEvent): boolean {
  return lookedUpWith(entry).has(result);
}

/** All that rows are found by is made of. */
const lookedUpWith = oncePerEntry((entry) =>
  termsWithinAll(entry.effects.flatMap(({ access, where }) => (access === "read" && where ? [where] : []))),
);
