/**
 * Middleware that lets callers through on several ways: a session here, an API key there.
 *
 * What every way proves is proven. Where one way is open to callers without credentials, or none asks for any, the
 * middleware is no guard, and nothing about it is unknown.
 */
import type { Guard, GuardKind } from "../../model/guard.ts";
import type { CheckEvent, GuardEvent, OpaqueEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import type { IsAuth } from "../adapters/adapters.ts";
import { conjuncts } from "../terms/conjuncts.ts";
import { presenceWhere } from "../terms/presence.ts";
import { someTerm, termsWithin } from "../terms/terms.ts";
import { isTextMethod, methodIn } from "../terms/text-methods.ts";
import { addressedRows, isOfRow } from "./addressed-rows.ts";
import { asksAddress } from "./asks-address.ts";
import { askNetwork, askWhence } from "./asks-whence.ts";
import { valueForEmpty } from "./empty-request.ts";
import { guardOf, readCheck } from "./guards.ts";
import { type IdentityView, viewIdentity } from "./identity.ts";

export interface Ways {
  readonly guards: readonly Guard[];
  /** Ends of middleware of which nothing is left unknown. */
  readonly settled: ReadonlySet<OpaqueEvent>;
  /** Those of middleware that a row which the address names may switch off: see `OpaqueEvent.bySetting`. */
  readonly bySetting: ReadonlySet<OpaqueEvent>;
}

/** One way through: the checks that were passed on it. */
type Way = readonly (CheckEvent | GuardEvent)[];

export function readWays(path: Path, isAuth: IsAuth): Ways {
  const guards: Guard[] = [];
  const settled = new Set<OpaqueEvent>();
  const bySetting = new Set<OpaqueEvent>();
  for (const event of path.events) {
    if (event.kind !== "opaque" || !event.ways) continue;
    const passed = event.ways.flat().filter((one) => one.kind === "guard");
    const view = viewIdentity({ ...path, events: [...path.events, ...passed] }, isAuth);
    const tied = tiedOnAll(event, path, view);
    if (event.beside) {
      settled.add(event);
      // Who is calling is asked of all; then a chief passes at once, and others by the role that is asked for.
      if (event.ways.every((way) => provenOn(way, event, path, view).has("role")))
        guards.push(guardOf(event, "role", event.call.text, testsOf(event.ways), []));
      if (tied.length > 0) guards.push(guardOf(event, "ownership", event.call.text, tied, []));
      continue;
    }
    const all = withMarked(event.ways.map((way) => ({ way, kinds: provenOn(way, event, path, view) })));
    // A way that the team's settings open (`if (!config.loginEnabled) return next()`) is not there for callers to take,
    // nor one that a mark opens which only code of the server can set (`if (request.object === "event") return true`).
    const taken = all.filter(
      ({ way, kinds }) =>
        [...kinds].some(isAboutCaller) || !way.some((one) => isOpenedBySetting(one) || isOpenedByMark(one)),
    );
    const proven = (taken.length > 0 ? taken : all).map(({ kinds }) => kinds);
    const [first = new Set<GuardKind>(), ...others] = proven;
    const common = [...first].filter((kind) => others.every((kinds) => kinds.has(kind)) && isAboutCaller(kind));
    const tests = testsOf(event.ways);
    // A session here, a signed message there: whoever passes is known.
    const known = common.length === 0 && proven.every((kinds) => [...kinds].some(isAboutCaller));
    // Not a login: a limit of whose network may call.
    if (common.length === 0 && !known && isAskedWhence(event.ways, view))
      guards.push(guardOf(event, "rateLimit", event.call.text, tests, askNetwork(tests) ? ["network"] : []));
    if (common.length === 0 && !known) guards.push(...tiedOfSignedIn(event, path, view));
    for (const kind of known ? (["authentication"] as const) : common)
      guards.push(guardOf(event, kind, event.call.text, kind === "ownership" ? [...tests, ...tied] : tests, []));
    // Some are asked for a role, and all others are held to what the request names.
    if (tied.length > 0 && (known || common.length > 0) && !common.includes("ownership"))
      guards.push(guardOf(event, "ownership", event.call.text, tied, []));
    if (
      known ||
      common.length > 0 ||
      saysNothingOfCaller(event, view) ||
      isOpen(taken.length > 0 ? taken : all, view) ||
      stopsNoVisitor(event, all, view)
    )
      settled.add(event);
    else if (isSwitchedOff(event.ways, view)) bySetting.add(event);
  }
  return { guards, settled, bySetting };
}

interface Proven {
  readonly way: Way;
  readonly kinds: ReadonlySet<GuardKind>;
}

/**
 * Where people are asked for a role, callers of another kind may pass by what was found out of them ahead: `if
 * (caller.isService) return next()`. They are told apart by that as others are by their role.
 */
function withMarked(all: readonly Proven[]): readonly Proven[] {
  if (!all.some(({ kinds }) => kinds.has("role"))) return all;
  return all.map(({ way, kinds }) =>
    kinds.has("authentication") && way.some(isOfMarked)
      ? { way, kinds: new Set([...kinds, "role" as const]) }
      : { way, kinds },
  );
}

/** The way goes on where the caller has a mark, which is more than to be known. */
function isOfMarked(one: CheckEvent | GuardEvent): boolean {
  if (one.kind === "guard") return false;
  return conjuncts(one.test, !one.stopsWhen).some(
    ({ term, holds }) =>
      holds &&
      term.kind === "input" &&
      (term.source === "identity" || term.source === "session") &&
      term.path.length > 0 &&
      !KNOWN_BY.test(term.path.at(-1) ?? ""),
  );
}

/** Whoever is signed in has these. */
const KNOWN_BY =
  /(?:^|_)(?:id|uid|sub|user|account|name|e?mail|session|token|profile|member)s?$|[a-z](?:Id|Name|Email|Token)$/i;

function testsOf(ways: readonly Way[]): readonly Term[] {
  return ways.flat().map((one) => (one.kind === "check" ? one.test : one.result));
}

/** Whoever brings a token is held to their own rows; who comes without one is left to other guards. */
function tiedOfSignedIn(event: OpaqueEvent, path: Path, view: IdentityView): readonly Guard[] {
  const ways = (event.ways ?? []).filter((way) => !way.some(isWithoutCredential));
  if (ways.length === 0 || ways.length === event.ways?.length || !isAskedAhead(event, path)) return [];
  const tied = tiedOnAll({ ...event, ways }, path, view);
  return tied.length > 0 ? [{ ...guardOf(event, "ownership", event.call.text, tied, []), visitorsPass: true }] : [];
}

/** The guard ahead reads the very token that may be left out here. */
function isAskedAhead(event: OpaqueEvent, path: Path): boolean {
  const left = (event.ways ?? [])
    .flat()
    .flatMap((one) => (isWithoutCredential(one) && one.kind === "check" ? [...termsWithin(one.test)] : []))
    .filter(isCredential);
  return path.events.some(
    (other) =>
      other.order < event.order &&
      (other.kind === "check" || other.kind === "guard") &&
      left.some((part) => termsWithin(other.kind === "check" ? other.test : other.result).has(part)),
  );
}

/** `if (!request.headers.authorization) return true` */
function isWithoutCredential(one: CheckEvent | GuardEvent): boolean {
  return one.kind === "check" && presenceWhere(one.test, isCredential).includes(one.stopsWhen ? "present" : "absent");
}

/** Parts of the request that every way ties to the caller, but for ways on which a role is asked for. */
function tiedOnAll(event: OpaqueEvent, path: Path, view: IdentityView): readonly Term[] {
  const { ways = [] } = event;
  let tied: readonly Term[] | undefined;
  for (const way of ways) {
    const found = way.flatMap((one) => {
      if (one.kind === "guard") return [];
      const read = readCheck(one, path, view);
      // `if (!member) { if (user.admin) return next(); throw … }`: whoever is not sent there is a member, with no role.
      if (isOtherWay(one, ways)) return read.filter(({ kind }) => kind === "ownership");
      return [...read, ...toldApart(one, event, path, view)];
    });
    const inputs = found.flatMap(({ kind, proves }) =>
      kind === "ownership" ? proves.filter((part) => part.kind === "input") : [],
    );
    if (inputs.length === 0) {
      if (found.some(({ kind }) => kind === "role")) continue;
      return [];
    }
    tied = tied === undefined ? inputs : tied.filter((part) => (inputs as readonly Term[]).includes(part));
  }
  return tied ?? [];
}

const ABOUT_CALLER: ReadonlySet<GuardKind> = new Set(["authentication", "role", "ownership", "signature"]);

function isAboutCaller(kind: GuardKind): boolean {
  return ABOUT_CALLER.has(kind);
}

function provenOn(way: Way, event: OpaqueEvent, path: Path, view: IdentityView): ReadonlySet<GuardKind> {
  const { ways = [] } = event;
  const forbids = forbidsOthers(event);
  return new Set(
    way.flatMap((one): readonly GuardKind[] => {
      if (one.kind === "guard") return [one.guard as GuardKind];
      const kinds = readCheck(one, path, view).map((guard) => guard.kind);
      if (!forbids || isOtherWay(one, ways)) return kinds;
      if (someTerm(one.test, isLeftAhead)) return [...kinds, "role"];
      return [...kinds, ...toldApart(one, event, path, view).map((guard) => guard.kind)];
    }),
  );
}

function forbidsOthers({ refusals = [] }: OpaqueEvent): boolean {
  return refusals.some((stop) => stop.status === 401 || stop.status === 403);
}

/** Whoever is on none of the ways is forbidden: `if (user.type === "chief") return next()` tells callers apart. */
function toldApart(one: CheckEvent, event: OpaqueEvent, path: Path, view: IdentityView): readonly Guard[] {
  if (!forbidsOthers(event) || one.stop.status !== undefined || !view.isIdentity(one.test)) return [];
  return readCheck(forbidding(one), path, view);
}

function forbidding(one: CheckEvent): CheckEvent {
  return { ...one, stop: { ...one.stop, how: "respond", status: 403 } };
}

/** It only tells that another way was not taken. */
function isOtherWay({ test, stopsWhen }: CheckEvent, ways: readonly Way[]): boolean {
  const other = ways.findIndex((way) => holdsCheck(way, test, !stopsWhen));
  return other > -1 && other < ways.findIndex((way) => holdsCheck(way, test, stopsWhen));
}

function holdsCheck(way: Way, test: Term, stopsWhen: boolean): boolean {
  return way.some((one) => one.kind === "check" && one.test === test && one.stopsWhen === stopsWhen);
}

/** What earlier middleware left on the request under a name of the team's own (`req.isDirector`): no client sets it. */
function isLeftAhead(part: Term): boolean {
  if (part.kind !== "input" || (part.source !== "request" && part.source !== "context")) return false;
  return part.path.length > 0 && !OF_SERVER.test(part.path[0] ?? "");
}

/** What requests have of themselves. https://expressjs.com/en/5x/api.html#req · https://nodejs.org/api/http.html */
const OF_SERVER =
  /^(?:accepts\w*|app|baseUrl|connection|ctx|env|executionCtx|fresh|get\w*|header|host\w*|https?Version\w*|id|ips?|is|log|logger|method|nextUrl|originalUrl|params?|path|pathname|protocol|raw\w*|remoteAddress|req|request|res|response|routeOptions|route\w*|secure|server|set|signal|socket|stale|status|subdomains|switch\w*|url|var|waitUntil|xhr)$|\(\)$/;

/**
 * It refuses, but for what is sent, how often, or for what the service can do now: a limit of calls, an upkeep, an
 * idempotency key. Who calls is refused with 401 or 403, or led elsewhere.
 */
function saysNothingOfCaller(event: OpaqueEvent, view: IdentityView): boolean {
  if (!event.ways || !event.refusals || event.refusals.length === 0) return false;
  if (isAskedWhence(event.ways, view)) return true;
  if (event.refusals.every((stop) => stop.status !== undefined && isOfService(stop.status))) return true;
  // What it throws beside its answers is a fault of its own.
  const answers = event.refusals.flatMap(({ status }) => (status === undefined ? [] : [status]));
  if (answers.includes(429) && answers.every(isOfService)) return true;
  const told = event.refusals.every(({ status }) => status === undefined || isOfRequest(status));
  if (!told || event.refusals.some((stop) => ABOUT_CALLER_STATUS.has(stop.status ?? 0))) return false;
  return !event.ways
    .flat()
    .some((one) => one.kind === "guard" || view.isIdentity(one.test) || someTerm(one.test, isCredential));
}

function isAskedWhence(ways: readonly Way[], view: IdentityView): boolean {
  return ways.flat().every((one) => one.kind === "check") && askWhence(testsOf(ways), view);
}

const ABOUT_CALLER_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308, 401, 403, 404, 407]);

/** Load, upkeep, faults, conflicts, sizes. https://www.rfc-editor.org/rfc/rfc9110#name-status-codes */
function isOfService(status: number): boolean {
  return status === 402 || status >= 500 || status === 405 || (status >= 408 && status <= 418) || status > 422;
}

/** Or what is sent is not well formed. */
export function isOfRequest(status: number): boolean {
  return isOfService(status) || status === 400 || status === 406 || status === 422;
}

/** A token, a cookie, a key. The key of a request that may come twice is none. */
function isCredential(part: Term): boolean {
  if (part.kind !== "input") return false;
  if (part.source === "cookies") return true;
  const name = part.path.join(".");
  return (
    part.source === "headers" &&
    (name === "" || (/auth|token|key|session|cookie|jwt|sign|secret|password/i.test(name) && !/idempoten/i.test(name)))
  );
}

/** The way goes on only where the service is set up so. */
function isOpenedBySetting(one: CheckEvent | GuardEvent): boolean {
  if (one.kind === "guard") return false;
  const { test, stopsWhen } = one;
  return conjuncts(test, !stopsWhen).some(({ term, holds }) => isOfSettings(term) && !(holds && namesProduction(term)));
}

/** The way goes on only where what was left ahead on the request is the very text that the code names. */
function isOpenedByMark(one: CheckEvent | GuardEvent): boolean {
  if (one.kind === "guard") return false;
  return conjuncts(one.test, !one.stopsWhen).some(({ term, holds }) => {
    if (term.kind !== "operation" || term.operator !== (holds ? "===" : "!==")) return false;
    return term.parts.some(isLeftAhead) && term.parts.some((part) => part.kind === "literal" && part.value !== "");
  });
}

/** Made of settings and of the code alone. */
function isOfSettings(term: Term): boolean {
  if (!someTerm(term, isSetting)) return false;
  return !someTerm(
    term,
    (part) =>
      part.kind === "result" ||
      part.kind === "unstable" ||
      (part.kind === "unknown" && part.parts.length === 0) ||
      (part.kind === "input" && !isSetting(part)),
  );
}

/** `process.env.AUTH`, `c.env.INTERNAL`. */
function isSetting(part: Term): boolean {
  if (part.kind === "environment") return true;
  return part.kind === "input" && part.source === "context" && part.path[0] === "env" && part.path.length > 1;
}

function namesProduction(term: Term): boolean {
  const equal = term.kind === "operation" && term.operator === "===";
  return equal && someTerm(term, (part) => part.kind === "literal" && /^prod/i.test(String(part.value)));
}

/** Some way needs nothing but that credentials are missing, or no way asks for any. */
function isOpen(ways: readonly Proven[], view: IdentityView): boolean {
  const asks = (way: Way): boolean => way.some((one) => one.kind === "guard" || asksCaller(one.test, view));
  if (!ways.some(({ way }) => asks(way))) return true;
  return ways.some(
    ({ way, kinds }) =>
      kinds.size === 0 &&
      (way.length === 0 || way.some((one) => one.kind === "check" && isPassedWithout(one, view))) &&
      way.every((one) => one.kind === "check" && (isPassedWithout(one, view) || asksOperation(one.test))),
  );
}

/** `if (req.user && banned.includes(req.user.id)) return res.sendStatus(403)`: whoever is not signed in is never refused. */
function stopsNoVisitor({ refusals = [] }: OpaqueEvent, ways: readonly Proven[], view: IdentityView): boolean {
  if (refusals.length === 0 || ways.some(({ kinds }) => kinds.size > 0)) return false;
  const checks = ways.flatMap(({ way }) => way).filter((one) => one.kind === "check");
  return refusals.every(({ place }) =>
    checks.some((one) => one.stop.place === place && isPassedWithout(one, view) && asksCaller(one.test, view)),
  );
}

/**
 * It asks which operation of GraphQL is called, whoever calls it: `info.parentType.name !== "Query"`.
 * https://graphql.org/graphql-js/type/#graphqlobjecttype
 */
function asksOperation(test: Term): boolean {
  const inputs = [...termsWithin(test)].filter((part) => part.kind === "input");
  return (
    inputs.length > 0 &&
    inputs.every(
      ({ source, path }) => source === "context" && /^(?:parentType|fieldName|operation)$/.test(path[0] ?? ""),
    ) &&
    !someTerm(test, (part) => part.kind === "result" || part.kind === "external")
  );
}

/** Whoever shows nothing passes: `if (!session) return next()`, but not `if (request.type === "event") return next()`. */
function isPassedWithout({ test, stopsWhen }: CheckEvent, view: IdentityView): boolean {
  if (!view.isIdentity(test) && !view.isCredential(test)) return false;
  const asked = presenceWhere(test, (part) => view.isIdentity(part) || view.isCredential(part));
  if (asked.length === 0) return valueForEmpty(test) === !stopsWhen;
  return asked.includes(stopsWhen ? "present" : "absent");
}

/** The test may be about who is calling: it looks at credentials, at an address, or at what an unreadable call gave back. */
function asksCaller(test: Term, view: IdentityView, rows: ReadonlySet<Term> = NO_ROWS): boolean {
  if (view.isIdentity(test) || view.isCredential(test)) return true;
  if (asksAddress(test)) return false;
  return someTerm(
    test,
    (part) => {
      if (isOfRow(part, rows)) return false;
      if (part.kind === "result") return !isTextMethod(methodIn(part.of.text));
      if (part.kind === "external") return !part.package.startsWith("global:");
      if (part.kind !== "input") return part.kind === "unknown" && part.parts.length === 0;
      if (part.source !== "request" && part.source !== "context") return false;
      return (
        part.path.length === 0 || part.path.some((name) => /^(?:ips?|remoteAddress|connection|socket|get)$/.test(name))
      );
    },
    rows,
  );
}

const NO_ROWS: ReadonlySet<Term> = new Set();

/** `if (!project.onlyFromHome) return next()`: all that one way asks is what stands in a row that the address names. */
function isSwitchedOff(ways: readonly Way[], view: IdentityView): boolean {
  const rows = addressedRows(view);
  if (rows.size === 0) return false;
  return ways.some(
    (way) =>
      way.some((one) => one.kind === "check" && someTerm(one.test, (part) => rows.has(part))) &&
      way.every((one) => one.kind === "check" && !asksCaller(one.test, view, rows)),
  );
}
