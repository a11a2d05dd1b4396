/**
 * Log-ins that compare nothing: the request names an account, and whoever sent it is signed in as its owner.
 *
 * No password, code, signature or answer of another service was looked at on the way, or what the comparison gave decides
 * nothing. Whatever cannot be read may have compared.
 */

import type { Guard } from "../../model/guard.ts";
import type { CheckEvent, EffectEvent, GuardEvent, OpaqueEvent, Path, PathEvent } from "../../model/path.ts";
import type { SignIn } from "../../model/sign-in.ts";
import type { InputSource, Term } from "../../model/term.ts";
import { isSignedToken } from "../packages/signed-tokens.ts";
import { presenceOf } from "../terms/presence.ts";
import { isSent } from "../terms/sent.ts";
import { containsTerm, partsOf, someTerm, termsOutside, termsWithin } from "../terms/terms.ts";
import { ADDRESS, conditionsOf, ID, isNamedAlone, PROOFS } from "./unproven.ts";

/** The account for which an entry point answers with a token, where the request only names it. */
export function signedInByName(path: Path, guards: readonly Guard[]): EffectEvent | undefined {
  const judged = new Set(path.events.flatMap(({ kind, order }) => (kind === "check" || kind === "guard" ? order : [])));
  // What a check or a call on the way proves is asked of itself.
  if (guards.some(({ kind, order }) => PROOFS.has(kind) && !judged.has(order))) return undefined;
  return namedAlone(path, tokensGiven(path));
}

/** The account that a library is told to sign in, where the request only names it. */
export function signedInUnproven({ trail }: SignIn): EffectEvent | undefined {
  return namedAlone(trail, answersOf(trail).flatMap(outcomes));
}

/** Tokens that are signed on the path and stand in its answers. */
export function tokensGiven(path: Path): readonly Term[] {
  return answersOf(path).flatMap((answer) => [...termsWithin(answer)].filter(isSignedToken));
}

function answersOf({ answer, events }: Path): readonly Term[] {
  return [answer, ...events.map((event) => (event.kind === "respond" ? event.value : undefined))].filter(
    (one) => one !== undefined,
  );
}

/** What it may be; a test that decides between them is none of it. */
function outcomes(term: Term): readonly Term[] {
  if (term.kind === "choice") return term.options.flatMap(outcomes);
  if (term.kind !== "operation") return [term];
  if (term.operator === "?:") return term.parts.slice(1).flatMap(outcomes);
  if (term.operator === "&&") return term.parts.slice(-1).flatMap(outcomes);
  return /^(?:\|\||\?\?)$/.test(term.operator) ? term.parts.flatMap(outcomes) : [];
}

function namedAlone(path: Path, given: readonly Term[]): EffectEvent | undefined {
  if (given.length === 0) return undefined;
  const read = path.events.find(
    (event): event is EffectEvent =>
      event.kind === "effect" &&
      event.access === "read" &&
      isNamedAlone(conditionsOf(event.where), []) &&
      given.some((one) => containsTerm(one, event.result)),
  );
  return read && path.events.every((event) => !mayTell(event, read, path)) ? read : undefined;
}

/** Anything that may tell whether the caller is who they say, or that the account must not be there yet. */
function mayTell(event: PathEvent, account: EffectEvent, path: Path): boolean {
  if (testsOf(event).some((test) => asksWho(test, account, path))) return true;
  switch (event.kind) {
    case "guard":
      return !isOfInput(event) && (!event.tells || decides(event, path));
    case "opaque":
      return isGivenCaller(event) && !isPartOfName(event, account);
    case "effect":
      if (event.category !== "database")
        return event.category === "auth" || event.call.arguments.some((term) => someTerm(term, isSent));
      return conditionsOf(event.where).some(
        ({ key, value }) =>
          someTerm(value, isSent) &&
          (event.target !== account.target || !(ADDRESS.test(key ?? "") || ID.test(key ?? ""))),
      );
    case "check":
      return isRefusedWhenFound(event, account);
    default:
      return false;
  }
}

function testsOf(event: PathEvent): readonly Term[] {
  const around = event.scopes.flatMap((scope) => (scope.kind === "branch" ? [scope.test] : []));
  return event.kind === "check" ? [...around, event.test] : around;
}

function isOfInput({ guard }: GuardEvent): boolean {
  return guard === "validation" || guard === "rateLimit";
}

/** A call that cannot be read may look at what the request says, at the request as a whole or at what came with it. */
function isGivenCaller({ call, inChain }: OpaqueEvent): boolean {
  return (
    inChain ||
    call.arguments.some(({ kind }) => kind === "function") ||
    [call.callee, ...call.arguments].some((term) => someTerm(term, (part) => isSent(part) || comesAlong(part)))
  );
}

/** `normalizeEmail(body.email)`, by which the account is then found. */
function isPartOfName({ call, result, inChain }: OpaqueEvent, account: EffectEvent): boolean {
  if (inChain || !containsTerm(account.result, result)) return false;
  return call.arguments.every((given) =>
    [...termsWithin(given)].every(
      (part) => part.kind !== "input" || (isSent(part) && ADDRESS.test(part.path.at(-1) ?? "")),
    ),
  );
}

/** `if (account) throw conflict()`: it must be free. */
function isRefusedWhenFound({ test, stopsWhen, stop }: CheckEvent, { result }: EffectEvent): boolean {
  if (stop.value && containsTerm(stop.value, result)) return false;
  return presenceOf(test, result).includes(stopsWhen ? "present" : "absent");
}

/** It is sent by itself, or says what the service is set up for. */
function comesAlong(part: Term): boolean {
  return part.kind === "input" && ALONG.has(part.source);
}

const ALONG: ReadonlySet<InputSource> = new Set(["request", "headers", "cookies", "session", "identity", "context"]);

/** The test is of more than whether the account is there, how it stands, and whether the input is well formed. */
function asksWho(test: Term, account: EffectEvent, path: Path): boolean {
  if (containsTerm(test, account.result) && someTerm(test, isSentBeside(account))) return !isOfDeadCompare(test, path);
  return [...termsOutside(test, new Set([account.result]))].some(
    (part) =>
      comesAlong(part) ||
      part.kind === "environment" ||
      part.kind === "result" ||
      isComparedWithText(part) ||
      isMadeOfMore(part, account, path),
  );
}

/** `body.code === "4711"` */
function isComparedWithText(part: Term): boolean {
  if (part.kind !== "operation" || !/^[!=]==?$/.test(part.operator)) return false;
  return (
    part.parts.some((one) => one.kind === "literal" && typeof one.value === "string" && one.value !== "") &&
    part.parts.some(isSent)
  );
}

/** Something was made of more of the request than a name, and decides: `totp.verify({ token: body.code })`, `directory.bind(…)`. */
function isMadeOfMore(part: Term, account: EffectEvent, path: Path): boolean {
  if (part.kind === "operation" || part.kind === "input" || isKnownResult(part, path)) return false;
  const isBeside = isSentBeside(account);
  const isMore = (given: Term): boolean =>
    isBeside(given) && given.kind === "input" && !ADDRESS.test(given.path.at(-1) ?? "");
  const isCall = part.kind === "external" || part.kind === "bound";
  return partsOf(part).some((given) => (isCall ? someTerm(given, isMore) : isMore(given)));
}

/** A row, or what a schema says of the input. */
function isKnownResult(part: Term, path: Path): boolean {
  return path.events.some(
    (event) => (event.kind === "effect" || (event.kind === "guard" && isOfInput(event))) && event.result === part,
  );
}

/** The only thing in the test that saw both is a comparison, and the test holds whatever that gave. */
function isOfDeadCompare(test: Term, path: Path): boolean {
  return path.events.some(
    (event) =>
      event.kind === "guard" && event.tells && containsTerm(test, event.result) && !isAsked(test, event.result),
  );
}

/** What the call gave is tested, or handed to something that may test it. */
function decides({ result, call }: GuardEvent, path: Path): boolean {
  return (
    call.arguments.some(({ kind }) => kind === "function") ||
    answersOf(path).some((answer) => isAsked(answer, result)) ||
    path.events.some(
      (event) =>
        testsOf(event).some((test) => isAsked(test, result)) ||
        ((event.kind === "opaque" || event.kind === "effect") &&
          event.call.arguments.some((given) => containsTerm(given, result))),
    )
  );
}

/** It counts what the call gave, and not only that it gave something: `same !== undefined` holds either way. */
function isAsked(test: Term, result: Term): boolean {
  if (test === result) return true;
  if (test.kind === "operation" && /^[!=]==?$/.test(test.operator) && test.parts.some(isNothing)) {
    if (test.parts.includes(result)) return false;
  }
  return partsOf(test).some((part) => isAsked(part, result));
}

function isNothing(term: Term): boolean {
  return term.kind === "undefined" || (term.kind === "literal" && term.value === null);
}

/** A part of the request, other than what found the row. */
function isSentBeside({ result }: EffectEvent): (part: Term) => boolean {
  const within = termsWithin(result);
  return (part) => isSent(part) && !within.has(part);
}
