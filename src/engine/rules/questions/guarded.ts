/** Whether an event of a path is guarded: certainly, perhaps, or not. Perhaps is no ground for a finding. */
import { valueForEmpty } from "../../link/guards/empty-request.ts";
import { isOfRequest, TEXT_METHOD } from "../../link/guards/ways.ts";
import { dominates } from "../../link/retry/retry.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, HOLDS_REQUEST, holds, inputMarks } from "../../link/terms/marks.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard, GuardKind } from "../../model/guard.ts";
import type { CheckEvent, OpaqueEvent, PathEvent } from "../../model/path.ts";
import type { Place, Term } from "../../model/term.ts";
import { oncePerEntry } from "./once.ts";
import { resultsOf } from "./results.ts";

/** Checks that tell something of the caller. */
export const CHECKS = ["authentication", "role", "ownership", "signature"] as const;

/** People call it, or programs in their name; not queues, clocks and providers. */
export function isCalledByUsers(entry: EntryPoint): boolean {
  return entry.kind === "http" || entry.kind === "action" || entry.kind === "rpc" || entry.kind === "graphql";
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
  if (entry.unreadable) return "perhaps";
  return doubtsAhead(entry, event, kinds).length > 0 ? "perhaps" : "no";
}

/** What lets visitors pass says nothing of whether there is a caller. */
function tells(guard: Guard, kinds: readonly GuardKind[]): boolean {
  return kinds.includes(guard.kind) && !(guard.visitorsPass && kinds.includes("authentication"));
}

/** Where it may be asked ahead of the event, though that is not certain. */
export function doubtsAhead(entry: EntryPoint, event: PathEvent, kinds: readonly GuardKind[]): readonly Place[] {
  const forgets = swallowingScopes(entry);
  const isForgotten = (scope: number): boolean => forgets.has(scope) && !event.scopes.some(({ id }) => id === scope);
  const unread = opaqueEvents(entry).filter(
    (other) =>
      other.order < event.order &&
      !runsOnFailure(other, event) &&
      mayRefuse(entry, other) &&
      // What it throws is caught and forgotten: only a test of what it gave can stop the path.
      (other.inChain || !other.scopes.some(({ id }) => isForgotten(id)) || isTestedLater(entry, other)) &&
      !(isOfLogin(entry, other) && !kinds.includes("authentication")),
  );
  // The check stands on one branch only: by method, by configuration, by kind of caller.
  const elsewhere = entry.guards.filter(
    (guard) => !guard.taken && tells(guard, kinds) && guard.order < event.order && !guard.scopes.some(isForgotten),
  );
  const byPolicy = entry.effects.filter(
    (one) => asksPolicies(one) && (isSameCall(one, event) || (one.access === "write" && one.order < event.order)),
  );
  return [...unread, ...elsewhere, ...byPolicy].map(({ place }) => place);
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
  const link = event.stack.find((site) => site.chain);
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

/** An unreadable call that may look at who is calling: it is given the request or its credentials, or its answer is tested. */
function mayRefuse(entry: EntryPoint, event: OpaqueEvent): boolean {
  let answer = knownRefusers.get(event);
  if (answer === undefined) {
    answer = looksAtCaller(entry, event);
    knownRefusers.set(event, answer);
  }
  return answer;
}

/** Every event behind the call asks the same of it. */
const knownRefusers = new WeakMap<OpaqueEvent, boolean>();

function looksAtCaller(entry: EntryPoint, event: OpaqueEvent): boolean {
  if (event.inChain) return true;
  if (event.scopes.some((scope) => scope.kind === "callback" && scope.from === "response")) return false;
  const { callee } = event.call;
  if (callee.kind === "external" && (OF_NOBODY.test(callee.package) || !mayKnowCaller(entry, event))) return false;
  if (
    TEXT_METHOD.test(event.call.text) ||
    READS_SENT.test(event.call.text) ||
    looksUpInSet(event) ||
    isValidation(event)
  )
    return false;
  if ((callee.kind === "external" && ONLY_MAKES.test(callee.package)) || LOGS.test(event.call.text))
    return isTestedLater(entry, event);
  if (event.call.arguments.length === 0 && ASKS.test(event.call.text)) return true;
  if (event.call.arguments.some(holdsCaller)) return true;
  return isTestedLater(entry, event);
}

function isTestedLater(entry: EntryPoint, { result }: OpaqueEvent): boolean {
  return testsOf(entry).some((test) => isTested(entry, test, result));
}

/** What the platform's own objects hold of a request: `url.searchParams.get("id")`, `file.arrayBuffer()`. */
const READS_SENT = /(?:^|\.)(?:searchParams\.(?:get|getAll|has|entries)|arrayBuffer|stream|bytes)$/;

/** `STATUSES.has(body.status)`: a set that the code keeps holds what is allowed; one of tokens holds who is. */
function looksUpInSet({ call: { callee, arguments: given } }: OpaqueEvent): boolean {
  return (
    callee.kind === "external" &&
    callee.package === "global:Set" &&
    !given.some((term) =>
      someTerm(term, (part) => isCaller(part) || (part.kind === "input" && SHOWN.test(part.path.at(-1) ?? ""))),
    )
  );
}

/** `validator.validate(form)` of a package: whether what was sent is well formed, and not who sent it. */
function isValidation({ call: { callee, text, arguments: given } }: OpaqueEvent): boolean {
  return (
    callee.kind === "external" &&
    /(?:^|\.)(?:safe)?(?:validate|parse)(?:Sync|Async)?$/i.test(text) &&
    !ASKS.test(callee.package) &&
    !given.some((term) =>
      someTerm(term, (part) => isCaller(part) || (part.kind === "input" && SHOWN.test(part.path.at(-1) ?? ""))),
    )
  );
}

const SHOWN = /token|secret|session|code|key|pin|pass|user|ip$|email/i;

/** What checks of the path test, each once. */
const testsOf = oncePerEntry((entry): readonly Term[] => [
  ...new Set(
    entry.trail.events.flatMap((event) => (event.kind === "check" && mayBeOfCaller(event) ? [event.test] : [])),
  ),
]);

/** It is not refused for what is sent, or for what the service can do now, and whoever sends nothing is not let through. */
function mayBeOfCaller({ test, stopsWhen, stop }: CheckEvent): boolean {
  return (stop.status === undefined || !isOfRequest(stop.status)) && valueForEmpty(test) !== !stopsWhen;
}

const ASKS = /auth|session|user|guard|permission|access|current|require|protect|verify|check/i;

/** A package's call that is named so, or is given something that the caller sent. */
function mayKnowCaller(entry: EntryPoint, { call }: OpaqueEvent): boolean {
  if (ASKS.test(call.text) || (call.callee.kind === "external" && ASKS.test(call.callee.package))) return true;
  const answers = resultsOf(entry);
  return [call.callee, ...call.arguments].some(
    (term) =>
      holds(term, HOLDS_CREDENTIAL | HOLDS_REQUEST | HOLDS_CLIENT_DATA) &&
      someTerm(term, (part) => part.kind === "input", answers),
  );
}

/** Packages that make values of what they are given, and turn nobody away: hashes, texts, the body as it was sent. */
const ONLY_MAKES =
  /^(?:node:|@oslojs\/|(?:raw-body|co-body|micro|qs|uuid|nanoid|ms|lodash(?:-es)?|date-fns|dayjs|moment|negotiator|request-ip|ua-parser-js|formidable|busboy|multiparty)(?:$|[/.]))/;

/** What they tell is of the time, or of the name of a file, whoever calls. */
const OF_NOBODY = /^(?:node:path|moment(?:-timezone)?|dayjs|date-fns|date-fns-tz|luxon|ms)(?:$|[/.])/;

/** `req.log.warn(…)`, `logger.info(…)`, `logger[level](…)`. */
const LOGS =
  /(?:^|[._#])(?:log|logger|console|winston|pino)(?:\.(?:log|info|debug|warn|warning|error|trace|fatal|http|verbose|silly|notice|critical|success|child)|\[…\])?$/i;

/** It stands where a failure is caught that the event is not in: what succeeds never comes there. */
function runsOnFailure(other: OpaqueEvent, event: PathEvent): boolean {
  return other.scopes.some((scope) => scope.kind === "catch" && !event.scopes.some((outer) => outer.id === scope.id));
}

/**
 * A package is given a token on the way to who is calling (`sha256(token)`), or what the call gave finds the caller's row
 * (`sessions.get(sid)`): what the caller may do is asked later.
 */
function isOfLogin(entry: EntryPoint, event: OpaqueEvent): boolean {
  const { callee } = event.call;
  return (
    !event.inChain &&
    (callee.kind === "external" || isLookedUpWith(entry, event)) &&
    !event.call.arguments.some((term) => holds(term, HOLDS_REQUEST)) &&
    entry.guards.some((guard) => guard.kind === "authentication" && guard.order > event.order)
  );
}

function isLookedUpWith(entry: EntryPoint, { result }: OpaqueEvent): boolean {
  return entry.effects.some(
    ({ access, where }) => access === "read" && where !== undefined && containsTerm(where, result),
  );
}

/** What a system gave back is not what it was asked with: `if (!order)` tests the order, not the id that it was found by. */
function isTested(entry: EntryPoint, test: Term, result: Term): boolean {
  if (!containsTerm(test, result)) return false;
  return someTerm(test, (part) => part === result, answersOf(entry));
}

/** What systems gave back, and what says how often somebody called: from which address says nothing of who it was. */
const answersOf = oncePerEntry(
  (entry): ReadonlySet<Term> =>
    new Set([
      ...resultsOf(entry),
      ...entry.trail.events.flatMap((event) =>
        event.kind === "guard" && event.guard === "rateLimit" ? [event.result] : [],
      ),
    ]),
);

function holdsCaller(term: Term): boolean {
  return holds(term, HOLDS_CREDENTIAL | HOLDS_REQUEST) && someTerm(term, isCaller);
}

function isCaller(term: Term): boolean {
  if (term.kind !== "input") return false;
  if (term.source === "request" || term.source === "context") return term.path.length === 0;
  return (inputMarks(term) & HOLDS_CREDENTIAL) !== 0;
}
