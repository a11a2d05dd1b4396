/** The worst that anybody can do at an entry point, because nothing on its way asks who is calling. */
import { CHECKS_PASSWORD, OPEN_BY_NAME } from "../../link/guards/open-reasons.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, HOLDS_ENVIRONMENT, holds } from "../../link/terms/marks.ts";
import { partsOf, someTerm } from "../../link/terms/terms.ts";
import { inChain, linkOf } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { isAdministrative } from "./administrative.ts";
import { isAnswered, isCertainlyAnswered } from "./answered.ts";
import { isAskedForEach } from "./asked-for-each.ts";
import { isBehindGateway, isOfCallers } from "./behind-gateway.ts";
import { bringsFiles } from "./brings-files.ts";
import { keepsPassword } from "./columns.ts";
import { effectsOn, isJoined } from "./effects-on.ts";
import { CHECKS, guardedBy, isCalledByUsers } from "./guarded.ts";
import { setsUpPayment } from "./guest-flows.ts";
import { isInbox, isPartOf } from "./left-for-others.ts";
import { isFromKnownNetwork } from "./network.ts";
import { oncePer, oncePerModel } from "./once.ts";
import { isOneMore } from "./one-more.ts";
import { isCallers, isTestedForCaller, ownerScoped } from "./ownership.ts";
import { areRowsSecured } from "./policies.ts";
import { isPrivateRead } from "./private-read.ts";
import { resultsOf } from "./results.ts";
import { isShownOnPage } from "./shown-on-page.ts";
import { stakeOf } from "./stake.ts";
import { tableOf } from "./tables.ts";
import { isCountedDown } from "./taken-from-stock.ts";
import { tellsOfFailure } from "./told-by-message.ts";
import { asksForHuman, isVisitorForm } from "./visitor-form.ts";

/** Writes before reads; of those, what nobody could have checked. */
export function worstOpenEffect(entry: EntryPoint, model: ServiceModel): Effect | undefined {
  if (entry.public) return givesOutAccounts(entry, model);
  if (entry.unreadable || isVisitorForm(entry, model)) return undefined;
  // Where nobody signs in anywhere, an open socket is how the service is meant.
  if (entry.kind === "socket" ? !appChecksLogin(entry, model) : !isCalledByUsers(entry)) return undefined;
  if (asksForHuman(entry) && !isAdministrative(entry, model)) return undefined;
  if (!appChecksLogin(entry, model) && isBehindGateway(entry, model)) return undefined;
  const left = entry.effects.filter((effect) => isInbox(effect, model)).map(({ result }) => result);
  const isInvited = left.length > 0;
  const open = entry.effects.filter(
    (effect) =>
      matters(entry, effect, model) &&
      guardedBy(entry, effect, CHECKS) === "no" &&
      !isFromKnownNetwork(entry, effect) &&
      // Who may leave something may also pay for it, the team hears of it, and what is in stock goes down.
      !(isInvited && (/^(?:send|charge|call)$/.test(effect.operation) || isCountedDown(entry, effect))) &&
      !isPartOf(effect, left),
  );
  const effect =
    open.find((one) => one.access !== "read") ??
    open.find((one) => stakeOf(one) !== "ordinary" || isPrivateRead(entry, one, model)) ??
    open[0];
  if (effect?.access !== "read" || isAskedHere(entry, model) || isGrave(entry, effect, model)) return effect;
  return undefined;
}

/**
 * Somebody signs in to this application, or to none of the workspace. Where they sign in to another one alone, nothing tells
 * here whether requests come through that one.
 */
export function isAskedHere(entry: EntryPoint, model: ServiceModel): boolean {
  return appChecksLogin(entry, model) || !isAskedSomewhere(model);
}

const isAskedSomewhere = oncePerModel((model): boolean =>
  model.entryPoints.some((other) => other.kind !== "page" && (other.guards.some(isOfCallers) || signsIn(other))),
);

/**
 * It is only called like a way in (`/ping`, `getByLogin`), does nothing but read, and gives out rows with passwords: whoever
 * signs in is not shown what they are compared with.
 */
function givesOutAccounts(entry: EntryPoint, model: ServiceModel): Effect | undefined {
  if (entry.public?.why !== OPEN_BY_NAME || entry.unreadable || !isCalledByUsers(entry)) return undefined;
  if (!appChecksLogin(entry, model) || entry.effects.some(({ access }) => access !== "read")) return undefined;
  return entry.effects.find(
    (effect) =>
      keepsPassword(effect, model) &&
      isCertainlyAnswered(entry, effect) &&
      matters(entry, effect, model) &&
      guardedBy(entry, effect, CHECKS) === "no",
  );
}

/** A code is sent to the address that the request gives: that is how people sign in without a password. */
function isCodeSent({ operation, category, target = "", data, call }: Effect): boolean {
  if (operation !== "send" || (category !== "sms" && category !== "email")) return false;
  if (/verif|otp/i.test(target)) return true;
  return [data, ...call.arguments].some(
    (given) => given !== undefined && someTerm(given, (part) => part.kind === "unstable" && part.how === "random"),
  );
}

function matters(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  if (entry.kind === "page" && !isShownOnPage(entry, effect)) return false;
  // Middleware reads to find out who is calling: that is the check, not what it protects.
  if (effect.access === "read" && (isJoined(effect) || inChain(effect) || isTestedForCaller(entry, effect)))
    return false;
  if (isAskedForEach(entry, effect)) return false;
  if (isOfCheck(entry, effect) || isStoredWhileRead(effect) || tellsOfFailure(effect)) return false;
  // What middleware counts or notes of every request is not what this one is for; files that the request brings are.
  if (effect.access !== "read" && effect.category !== "externalApi" && inChain(effect) && !bringsFiles(effect))
    return false;
  if (entry.kind === "socket" && !isSentChange(effect)) return false;
  if (effect.category === "externalApi") return spendsOwnKey(entry, effect, model);
  if (NO_STAKE.has(effect.category)) return false;
  if (entry.method === "GET" && !isAdministrative(entry, model) && (isUnreadQuery(effect) || isQuestion(effect)))
    return false;
  if (effect.access === "read")
    return (isAdministrative(entry, model) && isAnswered(entry, effect)) || isPrivateRead(entry, effect, model);
  if (setsUpPayment(effect) || isCodeSent(effect) || areRowsSecured(effect, model)) return false;
  if (effect.operation === "read" || stakeOf(effect) === "trail") return false;
  return (
    !isEmptyRow(effect) &&
    !isSweeping(effect) &&
    !countsVisit(entry, effect) &&
    !isByTheWay(entry, effect) &&
    !isVisitors(effect, model) &&
    !isInbox(effect, model)
  );
}

/** A query that is put together where nobody can follow: for a GET it most likely reads. */
function isUnreadQuery({ category, access, operation, call }: Effect): boolean {
  if (category !== "database" || access !== "call" || operation !== "call") return false;
  return /quer/i.test(call.text) && call.arguments[0]?.kind !== "literal";
}

/** `client.send("products.list")`: another service is asked, and answers. */
function isQuestion({ access, traits }: Effect): boolean {
  return access === "call" && traits.asksService === true;
}

/** Rows are written as a message says; what else sockets do lasts as long as the connection. */
function isSentChange({ category, access, where, data }: Effect): boolean {
  return category === "database" && access === "write" && [where, data].some(holdsSent);
}

/** A row with nothing in it, which whoever asked for it fills later: a basket, a room to talk in. */
function isEmptyRow({ category, operation, data }: Effect): boolean {
  return category === "database" && operation === "insert" && data?.kind === "object" && data.fields.length === 0;
}

/** What has run out by now is cleared away on the way to something else, whoever asks. */
function isSweeping({ category, operation, where }: Effect): boolean {
  return (
    category === "database" &&
    operation === "delete" &&
    where !== undefined &&
    !holds(where, HOLDS_CLIENT_DATA) &&
    someTerm(where, (part) => part.kind === "unstable")
  );
}

/** What is shown is made first where it is not there yet: nothing of the request is in it. */
function isByTheWay(entry: EntryPoint, { category, where, data }: Effect): boolean {
  const says = (term: Effect["data"]): boolean => term !== undefined && holds(term, HOLDS_CLIENT_DATA);
  return entry.method === "GET" && category === "database" && data !== undefined && !says(where) && !says(data);
}

/** Rows that a visitor's cookie finds, and no login: a basket. An account is found by the cookie of who signed in. */
function isVisitors(effect: Effect, model: ServiceModel): boolean {
  if (effect.category !== "database") return false;
  const table = tableOf(effect, model);
  if (table !== undefined && hasPassword(table)) return false;
  return areVisitors(effectsOn(model, effect));
}

/** Every effect on a table asks the same. */
const areVisitors = oncePer((onTable: readonly Effect[]): boolean => {
  const byCookie = new Set(onTable.filter(isFoundByCookie));
  return byCookie.size > onTable.filter((one) => !byCookie.has(one) && ownerScoped(one.entryPoint, one)).length;
});

/** By the cookie itself, and neither by whoever the signed token in it names nor by a row of somebody whom it told. */
function isFoundByCookie(effect: Effect): boolean {
  const { where, entryPoint: entry } = effect;
  return where !== undefined && holds(where, HOLDS_CREDENTIAL) && holdsCookie(entry, where, resultsOf(entry));
}

function holdsCookie(entry: EntryPoint, term: Term, answers: ReadonlySet<Term>): boolean {
  if (answers.has(term)) return false;
  if (term.kind === "input") return term.source === "cookies";
  // `verify(cookies.token).userId`
  if ((term.kind === "external" || term.kind === "member") && isCallers(entry, term)) return false;
  return partsOf(term).some((part) => holdsCookie(entry, part, answers));
}

/** What says nothing of anybody's data, or answers for itself. */
const NO_STAKE: ReadonlySet<Effect["category"]> = new Set(["observability", "cache", "auth"]);

/**
 * Other services answer for themselves, unless they are told to do something in this service's own name: with its key,
 * and what the request says.
 */
function spendsOwnKey(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  const { call } = effect;
  const given = [call.callee, ...call.arguments];
  return (
    effect.access !== "read" &&
    effect.operation !== "read" &&
    entry.method !== "GET" &&
    !(isOnlyAsked(effect) && isAnswered(entry, effect)) &&
    given.some((term) => holds(term, HOLDS_ENVIRONMENT)) &&
    given.some((term) => holds(term, HOLDS_CLIENT_DATA)) &&
    !given.some((term) => holds(term, HOLDS_CREDENTIAL)) &&
    appChecksLogin(entry, model)
  );
}

/** A question that is put by POST, of which the answer is handed on: what a parcel costs, where it is. */
function isOnlyAsked({ target = "" }: Effect): boolean {
  return ASKS.test(target.split("?")[0] ?? "");
}

const ASKS =
  /(?:^|[/_.-])(?:calculate|calc|costs?|quotes?|estimates?|rates?|pric(?:es?|ing)|search|find|lookup|query|track(?:ing)?|waybill|geocode|distance|directions?|autocomplete|convert|translate|status)(?:[/_.?-]|$)/i;

/** A page that is shown counts how often: `post.views += 1`. */
function countsVisit(entry: EntryPoint, effect: Effect): boolean {
  if (entry.method !== "GET" || effect.category !== "database") return false;
  const { data } = effect;
  if (effect.operation === "increment") return true;
  return data?.kind === "object" && data.fields.length > 0 && data.fields.every(({ value }) => isOneMore(value));
}

/**
 * Middleware that asks who is calling counts requests of a token on its way: that is part of the check. So is what
 * middleware ahead of it notes of every request: a line of a log, a count of visits.
 */
function isOfCheck(entry: EntryPoint, effect: Effect): boolean {
  const link = linkOf(effect);
  if (!link) return false;
  if (effect.operation === "append" && effect.traits.ownMachine) return true;
  const isNote = ![effect.where, effect.data].some(holdsSent);
  return entry.guards.some(
    (guard) =>
      guard.kind === "authentication" &&
      (guard.name === link.text ||
        (isNote && guard.order > effect.order && entry.chain.some(({ name }) => name === guard.name))),
  );
}

/**
 * Files are stored while the form that brings them is read (`parseMultipartFormData(request, uploadHandler)`), or by
 * middleware ahead of a handler that asks who is calling.
 */
function isStoredWhileRead(effect: Effect): boolean {
  const { category, scopes, order, entryPoint: entry } = effect;
  if (category !== "filestore") return false;
  const isAskedLater = (): boolean =>
    entry.guards.some((guard) => guard.kind === "authentication" && guard.order > order);
  if ((inChain(effect) || isGivenRequest(effect)) && isAskedLater()) return true;
  return scopes.some((scope) => scope.kind === "callback" && /(?:form_?data|upload_?handlers?)$/i.test(scope.of));
}

/** `upload(request, response, () => …)`: middleware that the handler runs itself. */
function isGivenRequest({ call }: Effect): boolean {
  return call.arguments.some(
    (given) => given.kind === "input" && given.source === "request" && given.path.length === 0,
  );
}

function holdsSent(term: Term | undefined): boolean {
  return term !== undefined && holds(term, HOLDS_CLIENT_DATA);
}

/**
 * Somebody in this application logs in: an open door beside guarded ones is an oversight. So is one to the open internet.
 * Pages that ask may do so for another service, which is sent the same cookies and asks itself.
 */
export function appChecksLogin(entry: EntryPoint, model: ServiceModel): boolean {
  if (entry.intake?.open) return true;
  return model.entryPoints.some(
    (other) =>
      other.kind !== "page" &&
      (other.app === entry.app || entry.kind === "socket") &&
      (other.guards.some(isOfCallers) || signsIn(other)),
  );
}

/** Sessions that only pages ask for, which are no entry points, begin somewhere: `auth.api.signInEmail(…)`. */
function signsIn({ effects, public: open }: EntryPoint): boolean {
  return (
    open?.why === CHECKS_PASSWORD || effects.some(({ category, access }) => category === "auth" && access !== "read")
  );
}

export function isGrave(entry: EntryPoint, effect: Effect, model: ServiceModel): boolean {
  return (
    isAdministrative(entry, model) ||
    effect.operation === "charge" ||
    (effect.operation === "delete" && stakeOf(effect) !== "ordinary")
  );
}
