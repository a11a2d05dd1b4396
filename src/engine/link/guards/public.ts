/**
 * Why an entry point is meant to be open to everybody.
 *
 * What it does counts before what it is called: it issues a session, compares a password, takes a one-time token.
 */

import { matchesGlob } from "../../config/glob.ts";
import type { Config } from "../../model/config.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Guard } from "../../model/guard.ts";
import type { EffectEvent, GuardEvent, Path, PathEvent } from "../../model/path.ts";
import type { Schema } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { isPasswordField } from "../../vocabulary/password.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { hashesPasswords, isPasswordHash } from "../packages/password-hashes.ts";
import { signsToken } from "../packages/signed-tokens.ts";
import type { RoutedEntry } from "../routes/routing.ts";
import { isGiven, isSent } from "../terms/sent.ts";
import { containsTerm, someTerm } from "../terms/terms.ts";
import { inChain } from "../trail/chain.ts";
import { CHECKS_PASSWORD, OPEN_BY_NAME } from "./open-reasons.ts";
import { asksWhetherPaid } from "./payment-return.ts";
import { GIVEN_KEY, SECRET_TOKEN, showsCredential } from "./shown-credential.ts";
import { tokensGiven } from "./signed-in-by-name.ts";
import { makesStaff } from "./staff-sign-up.ts";
import { ADDRESS, setsAnyPassword } from "./unproven.ts";

/** Only reading them is for everybody: `POST /docs` makes a document. */
const READ_BY_ALL = words(
  "health|healthz|healthcheck|livez?|readyz?|ready|ping|status|version|metrics|favicon\\.ico|robots\\.txt|sitemap\\.xml|openapi(?:\\.json|\\.yaml)?|swagger|api-docs|docs|csrf|captcha|well-known",
);
/** Ways in. */
const WAY_IN = words(
  "login|log-in|signin|sign-in|sign_in|signup|sign-up|sign_up|logout|signout|oauth\\d?|oidc|sso|saml|forgot|for(?:get|got)-?(?:password|passwd|psw|pwd|pw)|(?:request-?)?reset-?(?:password|passwd|psw|pwd|pw)|password-?(?:reset|recover\\w*)|recover-?password|verify-email|confirm-email|(?:send|resend|request|verify|validate)-?otp|unsubscribe|refresh-token|csrf|captcha|well-known",
);
/** Ways in, unless they are done to a row: `/orders/:id/confirm`. */
const WAY_IN_OF_NOTHING = words("register|registration|callback|reset|confirm|refresh");

/** It says so: `/public/bookings`, `/public-bookings`. */
const FOR_ALL = /(?:^|\/)public[-_/]/i;

function words(list: string): RegExp {
  return new RegExp(`(?:^|[/_.-])(?:${list})(?:[/_.-]|$)`, "i");
}

/** A parameter that names a row; a token is a credential. */
const ROW = /(?::|\[)(?![^/\]]*(?:token|code|hash|key|secret|provider|strategy))[^/]+/i;

/** What ways in are set up with, which is no way in: `/oauth-clients`, `/sso-settings`. */
const SET_UP =
  /(?:^|[/_.-])(?:oauth\d?|oidc|sso|saml)[_.-](?:clients?|apps?|applications?|settings?|configs?|configurations?|connections?|credentials?)(?:[/_.-]|$)/i;

function isPublicPath(path: string, method: string): boolean {
  if (WAY_IN.test(path) && !SET_UP.test(path)) return true;
  const isRead = method === "GET" || method === "HEAD" || method === "ALL" || method === "";
  const ofRow = (found: RegExpExecArray | null): boolean => found !== null && !ROW.test(path.slice(0, found.index));
  if (method !== "DELETE" && FOR_ALL.test(path)) return true;
  return (isRead && ofRow(READ_BY_ALL.exec(path))) || ofRow(WAY_IN_OF_NOTHING.exec(path));
}

export function publicByDesign(
  routed: RoutedEntry,
  path: Path,
  guards: readonly Guard[],
  config: Config,
  schema: Schema,
): EntryPoint["public"] {
  const declared = config.public.find((entry) => matchesGlob(entry.path, routed.path));
  if (declared) return { why: declared.reason };
  const { entryKind, method } = routed.item;
  if (guards.some((guard) => guard.kind === "signature" && isOnTheWay(guard, routed)))
    return { why: "the sender signs its requests" };
  // What middleware does it does for every route: that it renews tokens or makes guests tells nothing of this one.
  const own = { ...path, events: path.events.filter((event) => !inChain(event)) };
  const links = new Set(routed.handlers.slice(0, -1).map(({ name }) => name));
  // To sign in by a password is to come from outside.
  const signsIn = new Set(own.events.flatMap((event) => (isLogin(event) ? [event.call.text] : [])));
  const sessions = new Set(own.events.flatMap((event) => (isSession(event) ? [event.result] : [])));
  const isSignedIn = guards.some((guard) => {
    const { kind, name, proves } = guard;
    return (
      (kind === "authentication" || kind === "role") &&
      isAheadOfAll(guard, own) &&
      !signsIn.has(name) &&
      (links.has(name) || proves.some((term) => someTerm(term, (part) => isKept(part) || sessions.has(part))))
    );
  });
  // Whoever must be signed in already is no visitor who signs up or follows a link.
  const isOfStaff = makesStaff(own);
  const opens = isSignedIn || isOfStaff ? undefined : opensByItself(own, method, schema);
  if (opens) return { why: opens };
  // A token or an invitation was given to whoever shows it, signed in or not; a code may be anybody's. Where a right is
  // asked for, it is that which lets callers in.
  const asksRight = isSignedIn && guards.some((guard) => guard.kind === "role" && isAheadOfAll(guard, own));
  if (!asksRight && showsCredential(own, isSignedIn ? "signed in" : "visitor"))
    return { why: "the token in the request is the credential", ...(isSignedIn && { signedIn: true }) };
  // A path that is called so, and lets anybody set anybody's password or become one of the staff, is no way in.
  if (isOfStaff || setsAnyPassword(own, guards)) return undefined;
  // Nor is one that asks for a login ahead of the handler.
  if (isSignedIn) return undefined;
  const named = entryKind === "action" || entryKind === "rpc" || entryKind === "graphql";
  const spelledPath = spelledApart(routed.path, "-");
  const isPublic = named ? WAY_IN.test(spelledPath) : isPublicPath(spelledPath, method);
  return isPublic ? { why: OPEN_BY_NAME } : undefined;
}

/** It stands in no branch, or whatever is done stands in the same one: `try { await requireTeam(req); await store(…); } catch { … }`. */
function isAheadOfAll({ scopes, order }: Guard, own: Path): boolean {
  if (scopes.length === 0) return true;
  const done = own.events.filter((event) => event.kind === "effect" && !event.traits.ownMachine);
  return (
    done.some((event) => event.order > order) &&
    done.every(
      (event) =>
        scopes.every((id) => event.scopes.some((scope) => scope.id === id)) &&
        (event.order >= order || !isWrite(event)),
    )
  );
}

function isWrite(event: PathEvent): boolean {
  return event.kind === "effect" && event.access === "write";
}

/** What it does tells that it is for visitors. */
function opensByItself(own: Path, method: string, schema: Schema): string | undefined {
  for (const event of own.events) {
    if (event.kind !== "effect" && event.kind !== "opaque" && event.kind !== "guard") continue;
    const callee = event.call.callee;
    const last = callee.kind === "external" ? (callee.path.at(-1) ?? "") : (event.call.text.split(".").at(-1) ?? "");
    const module = callee.kind === "external" ? callee.package : "";
    if (hashesPasswords(module) && /^(?:compare|verify)/.test(last) && !event.call.arguments.some(isKept))
      return CHECKS_PASSWORD;
    if (isLogin(event)) return CHECKS_PASSWORD;
    if (signsToken(module, last)) return "it issues a token";
  }
  if (signsUp(own, schema)) return "it signs somebody up";
  if ((method === "GET" && returnsFromPayment(own)) || asksWhetherPaid(own))
    return "the payment's own page comes back to it";
  if (givesToken(own)) return "it issues a token";
  if (bringsCode(own)) return "somebody comes back from signing in elsewhere";
  if (handsOutKey(own)) return "it hands out the key to what it makes";
  if (asksForToken(own)) return "it sends a one-time token to the account's own address";
  return undefined;
}

/** It tells of a caller who signed in earlier: who they are, or what their session keeps. */
function isKept(given: Term): boolean {
  return given.kind === "input" && (given.source === "session" || given.source === "identity");
}

/** `getServerSession(req, res)`, `auth()`: a package tells who signed in earlier, and is given nothing to sign in with. */
function isSession(event: PathEvent): event is GuardEvent {
  return (
    event.kind === "guard" &&
    event.guard === "authentication" &&
    !event.call.arguments.some((one) => someTerm(one, isSent))
  );
}

/** What the framework itself signs in with: `auth.attempt(email, password)`. */
function isLogin(event: PathEvent): event is GuardEvent {
  if (event.kind !== "guard" || event.guard !== "authentication" || event.call.arguments.some(isKept)) return false;
  return event.call.arguments.some(
    (one) => one.kind === "input" && isGiven(one) && isPasswordField(one.path.at(-1) ?? ""),
  );
}

/** A row is added with a password that the request gives, hashed on the way or by the model. */
function signsUp(path: Path, schema: Schema): boolean {
  return path.events.some((event) => {
    if (event.kind !== "effect" || event.operation !== "insert" || event.data === undefined) return false;
    const { data } = event;
    if (someTerm(data, isHashOfSent)) return true;
    if (data.kind !== "object") return isBody(data) && isOfAccounts(event.target, schema);
    return data.fields.some((field) =>
      field.key === undefined
        ? isBody(field.value) && isOfAccounts(event.target, schema)
        : isPasswordField(field.key) && someTerm(field.value, isGiven),
    );
  });
}

/** A password that the code itself names is of nobody who comes. */
function isHashOfSent(part: Term): boolean {
  return isPasswordHash(part) && part.kind === "external" && part.arguments?.[0]?.kind !== "literal";
}

function isBody(term: Term): boolean {
  return isGiven(term) && term.path.length === (term.source === "body" ? 0 : 1);
}

function isOfAccounts(target: string | undefined, schema: Schema): boolean {
  const table = tableNamed(target, schema);
  return table !== undefined && hasPassword(table);
}

/** Whose address the request gives is found by it, and gets a fresh token: a new password, another e-mail to confirm. */
function asksForToken(path: Path): boolean {
  const found = path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.access === "read" &&
      event.where?.kind === "object" &&
      event.where.fields.some((field) => ADDRESS.test(field.key ?? "") && someTerm(field.value, isGiven)),
  );
  return path.events.some(
    (event) => event.kind === "effect" && storesToken(event) && (found || isMailedToOwner(event, path)),
  );
}

/** Whoever asks, the token goes to the address that stands in the account itself, and nothing else of the account changes. */
function isMailedToOwner(stored: EffectEvent, path: Path): boolean {
  const isOfToken = (event: PathEvent): boolean =>
    event.kind === "effect" &&
    event.data?.kind === "object" &&
    event.data.fields.every(({ key }) => key !== undefined && (TOKEN.test(key) || /expir|until|sent|at$/i.test(key)));
  const writes = path.events.filter(
    (event) => isWrite(event) && event.kind === "effect" && event.category === "database",
  );
  if (!writes.every(isOfToken)) return false;
  const rows = path.events.filter(
    (event) => event.kind === "effect" && event.access === "read" && event.target === stored.target,
  );
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.category === "email" &&
      event.data?.kind === "object" &&
      event.data.fields.some(
        ({ key, value }) =>
          key === "to" && rows.some((row) => row.kind === "effect" && containsTerm(value, row.result)),
      ),
  );
}

/** Rows are added, and one of them gets a random key that is answered: whoever shows it later comes in by it. */
function handsOutKey(path: Path): boolean {
  const writes = path.events.filter((event) => event.kind === "effect" && event.access === "write");
  return (
    writes.every((event) => event.kind === "effect" && event.operation === "insert") &&
    writes.some(
      (event) =>
        event.kind === "effect" &&
        event.data?.kind === "object" &&
        event.data.fields.some(
          ({ key, value }) =>
            (GIVEN_KEY.test(key ?? "") || SECRET_TOKEN.test(key ?? "")) &&
            someTerm(
              value,
              (part) => part.kind === "unstable" || (part.kind === "external" && MAKES.test(part.package)),
            ),
        ),
    )
  );
}

/** A token that was signed just now stands in the answer. */
function givesToken(path: Path): boolean {
  return tokensGiven(path).length > 0;
}

/** The code that another service gave is exchanged for a token of that service. */
function bringsCode(path: Path): boolean {
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.category === "externalApi" &&
      (event.call.arguments.some((argument) => someTerm(argument, isExchange)) ||
        (event.call.arguments.some((argument) => someTerm(argument, isTokenAddress)) &&
          event.call.arguments.some((argument) => someTerm(argument, isCode)))),
  );
}

function isExchange(part: Term): boolean {
  return part.kind === "literal" && typeof part.value === "string" && /\/oauth\/access_token\b/.test(part.value);
}

function isTokenAddress(part: Term): boolean {
  return (
    part.kind === "literal" && typeof part.value === "string" && /oauth|access_token|openid|\/token\b/i.test(part.value)
  );
}

function isCode(part: Term): boolean {
  return part.kind === "input" && /^(?:code|credential|id_?token)$/i.test(part.path.at(-1) ?? "");
}

/** The payment provider is asked about what the browser brings back from its page. */
function returnsFromPayment(path: Path): boolean {
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.category === "payment" &&
      event.access === "read" &&
      // What a customer has at the provider is no page that they come back from.
      !/(?:^|\.)(?:invoices|customers|subscriptions|paymentMethods)$/.test(event.target ?? "") &&
      event.call.arguments.some((argument) =>
        someTerm(argument, (part) => part.kind === "input" && part.source === "query"),
      ),
  );
}

const TOKEN = /token|otp|code|hash|secret|nonce/i;

/** A token column is filled with something random, or signed just now. */
function storesToken(event: EffectEvent): boolean {
  if (event.access !== "write") return false;
  if (event.category === "cache")
    return TOKEN.test(event.target ?? "") || event.call.arguments.some((given) => someTerm(given, isRandom));
  if (event.operation === "insert" && /token|otp|verification|password_?reset/i.test(event.target ?? "")) return true;
  if (event.data?.kind !== "object") return false;
  return holdsToken(event.data);
}

/** Also in an object of the row: `{ authentication: { code, expiresAt } }`. */
function holdsToken(data: Term): boolean {
  if (data.kind !== "object") return false;
  return data.fields.some(
    ({ key, value }) => holdsToken(value) || (key !== undefined && TOKEN.test(key) && someTerm(value, isRandom)),
  );
}

function isRandom(part: Term): boolean {
  return part.kind === "unstable" || (part.kind === "external" && MAKES.test(part.package));
}

const MAKES = /^(?:node:crypto|crypto|jsonwebtoken|nanoid|uuid|otp-generator|randomstring)$/;

/** Middleware that reads a signed cookie on some of its branches says nothing of who sends the request. */
function isOnTheWay(guard: Guard, routed: RoutedEntry): boolean {
  return guard.scopes.length === 0 || !routed.handlers.slice(0, -1).some(({ name }) => name === guard.name);
}
