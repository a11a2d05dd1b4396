/** Whether a call that could not be read may turn the caller away. */
import { valueForEmpty } from "../../link/guards/empty-request.ts";
import { isOfRequest } from "../../link/guards/ways.ts";
import { looksAtTexts, onlyMakes, tellsNobody } from "../../link/packages/without-callers.ts";
import {
  HOLDS_CLIENT_DATA,
  HOLDS_CREDENTIAL,
  HOLDS_ENVIRONMENT,
  HOLDS_REQUEST,
  holds,
  inputMarks,
} from "../../link/terms/marks.ts";
import { someTerm, termsOutside } from "../../link/terms/terms.ts";
import { isTextMethod, methodIn } from "../../link/terms/text-methods.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { CheckEvent, OpaqueEvent } from "../../model/path.ts";
import type { CallTerm, Term } from "../../model/term.ts";
import { oncePer, oncePerEntry } from "./once.ts";
import { resultsOf } from "./results.ts";

/** An unreadable call that may look at who is calling: it is given the request or its credentials, or its answer is tested. */
export function mayRefuse(entry: EntryPoint, event: OpaqueEvent): boolean {
  return looksAtCaller(event, entry);
}

/** Every event behind the call asks the same of it. */
const looksAtCaller = oncePer((event: OpaqueEvent, entry: EntryPoint): boolean => {
  if (isAgainstForgery(event.call)) return false;
  if (event.inChain) return true;
  if (event.scopes.some((scope) => scope.kind === "callback" && scope.from === "response")) return false;
  const { callee } = event.call;
  if (isOfClock(callee) || isOfAll(callee, tellsNobody)) return false;
  // Whatever looks at texts may compare a key: `validator.equals(req.headers["x-api-key"], process.env.KEY)`.
  const isGivenKey = event.call.arguments.some((given) => holds(given, HOLDS_CREDENTIAL | HOLDS_ENVIRONMENT));
  if (!isGivenKey && isOfAll(callee, looksAtTexts)) return false;
  if (callee.kind === "external" && !mayKnowCaller(entry, event)) return false;
  if (
    isTextMethod(methodIn(event.call.text)) ||
    READS_SENT.test(event.call.text) ||
    KEEPS.test(event.call.text) ||
    keepsInCode(event) ||
    looksUpInCode(event) ||
    looksAtText(event)
  )
    return false;
  if ((callee.kind === "external" && onlyMakes(callee.package)) || LOGS.test(event.call.text))
    return isTestedLater(entry, event);
  if (event.call.arguments.length === 0 && ASKS.test(event.call.text) && !BUILDS.test(event.call.text)) return true;
  if (event.call.arguments.some(holdsCaller)) return true;
  return isTestedLater(entry, event);
});

/**
 * `server.csrfProtection(request, reply, next)`: whoever is shown a page of the service passes.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function isAgainstForgery({ text }: CallTerm): boolean {
  return /(?:^|[._#])\w*(?:csrf|xsrf)\w*(?:\.(?:bind|call|apply|verify|validate|check|protect\w*))?$/i.test(text);
}

export function isTestedLater(entry: EntryPoint, { result }: OpaqueEvent): boolean {
  return termsTested(entry).has(result);
}

/** What the platform's own objects hold of a request: `url.searchParams.get("id")`, `file.arrayBuffer()`. */
const READS_SENT = /(?:^|\.)(?:searchParams\.(?:get|getAll|has|entries)|arrayBuffer|stream|bytes)$/;

/** What stores a row, puts things into a list, tells which of two texts comes first, or writes a time or a number as a text. */
const KEEPS =
  /\.(?:save|push|unshift|localeCompare|toDate|toMillis|toISOString|toLocale\w*String|toJSON|toFixed|getTime)$/;

/** `moment().unix()` */
function isOfClock(callee: Term): boolean {
  if (callee.kind === "member") return isOfClock(callee.of);
  return callee.kind === "result" ? isOfClock(callee.of.callee) : callee.kind === "unstable";
}

/** `byId.set(row.id, row)`, `seen.add(id)`: a collection that the code fills. */
function keepsInCode({ call: { callee } }: OpaqueEvent): boolean {
  return (
    callee.kind === "external" &&
    /^global:(?:Map|Set|WeakMap|WeakSet|Array|FormData|URLSearchParams|Headers)$/.test(callee.package) &&
    /^(?:set|add|clear|append)$/.test(callee.path.at(-1) ?? "")
  );
}

/** `STATUSES.has(body.status)`, `PRICES.get(body.size)`: what the code keeps says what is allowed; a set of tokens says who is. */
function looksUpInCode({ call: { callee, arguments: given } }: OpaqueEvent): boolean {
  return (
    callee.kind === "external" &&
    (callee.package === "global:Set" || isWrittenMap(callee)) &&
    !given.some((term) =>
      someTerm(term, (part) => isCaller(part) || (part.kind === "input" && SHOWN.test(part.path.at(-1) ?? ""))),
    )
  );
}

/** `new Map([["small", 5], ["large", 9]])`; one that is filled elsewhere may hold who was invited. */
function isWrittenMap(callee: Term & { readonly kind: "external" }): boolean {
  const [pairs] = (callee.base?.kind === "external" && callee.base.arguments) || [];
  return callee.package === "global:Map" && pairs?.kind === "array" && pairs.items.length > 0;
}

/** A package looks whether what was sent is well formed, or reads it: `validator.validate(form)`, `fromGlobalId(id)`; not who sent it. */
function looksAtText({ call: { callee, text, arguments: given } }: OpaqueEvent): boolean {
  return (
    callee.kind === "external" &&
    (VALIDATES.test(text) || DECODES.test(text)) &&
    !ASKS.test(callee.package) &&
    !given.some((term) =>
      someTerm(term, (part) => isCaller(part) || (part.kind === "input" && SHOWN.test(part.path.at(-1) ?? ""))),
    )
  );
}

const VALIDATES = /(?:^|\.)(?:safe)?(?:validate|parse)(?:Sync|Async)?$/i;
const DECODES = /(?:^|\.)(?:(?:de|en)code\w*|(?:from|to)GlobalId|atob|btoa)$/i;
const SHOWN = /token|secret|session|code|key|pin|pass|user|ip$|email/i;

/** `AuthenticationDetailsProvider.builder().build()`: what is made of settings. */
const BUILDS = /\.build(?:er)?$/;

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

/** A call of such a package, or of whatever it gave: `(getBaggage() ?? createBaggage()).setEntry(…)`. */
function isOfAll(callee: Term, is: (packageName: string) => boolean): boolean {
  const packages = new Set<string | undefined>();
  addPackages(callee, packages, new Set());
  return packages.size > 0 && [...packages].every((name) => name !== undefined && is(name));
}

/** Undefined for what is of no package. A value may stand for what was made of it, again and again: `bag = bag.setEntry(…)`. */
function addPackages(term: Term, found: Set<string | undefined>, seen: Set<Term>): void {
  if (seen.has(term)) return;
  seen.add(term);
  const parts = term.kind === "choice" ? term.options : "parts" in term ? term.parts : [];
  if (term.kind === "external") found.add(term.package);
  else if (term.kind === "member" || term.kind === "element") addPackages(term.of, found, seen);
  else if (term.kind === "result") addPackages(term.of.callee, found, seen);
  else if (parts.length === 0) found.add(undefined);
  else for (const part of parts) addPackages(part, found, seen);
}

/** `req.log.warn(…)`, `logger.info(…)`, `logger[level](…)`. */
const LOGS =
  /(?:^|[._#])(?:log|logger|console|winston|pino)(?:\.(?:log|info|debug|warn|warning|error|trace|fatal|http|verbose|silly|notice|critical|success|child)|\[…\])?$/i;

/** What a system gave back is not what it was asked with: `if (!order)` tests the order, not the id that it was found by. */
const termsTested = oncePerEntry((entry): ReadonlySet<Term> => {
  const answers = answersOf(entry);
  return new Set(testsOf(entry).flatMap((test) => [...termsOutside(test, answers)]));
});

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
