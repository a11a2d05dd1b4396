/**
 * Whether the request shows a credential of its own: a token, a code or a key that the service gave to somebody.
 *
 * It is looked up, and what is found decides: without it the path ends, or only its own row is shown or changed. A code
 * that is looked up to see whether it is still free, stored or sent is none.
 */

import type { EffectEvent, Path, PathEvent } from "../../model/path.ts";
import type { Term, TermField } from "../../model/term.ts";
import { decide } from "../evaluate/decide.ts";
import { idsAsked } from "../terms/found-by-id.ts";
import { lastName } from "../terms/last-name.ts";
import { presenceOf, presenceWhere } from "../terms/presence.ts";
import { isSent } from "../terms/sent.ts";
import { containsTerm, someTerm } from "../terms/terms.ts";

const SECRET_COLUMN = /token|secret|code|hash|nonce|otp|(?:api|license|access)_?key/i;
/** Codes and hashes that name a thing, a place or a person in books that others keep: nobody was given them in secret. */
const NAMES_THINGS =
  /(?:bar|zip|post(?:al)?|country|currency|language|locale|area|region|state|city|dial(?:ling)?|fiscal|tax|vat|hs|swift|sort|ifsc|bank|branch|dep(?:artmen)?t|course|subject|colou?r|product|item|service|status|error|plan|category|airport|station)_?codes?$|(?:file|content|image|commit|block|tx|transaction|perceptual)_?hash$/i;
export const SECRET_TOKEN = /token|secret|nonce|otp/i;
/** A key that somebody was given, and not one that everybody knows: `signKey`, `inviteKey`; `appKey` says which application. */
export const GIVEN_KEY =
  /^(?!app(?:_|Key)|.*(?:public|primary|foreign|sort|partition|idempotency|cache|object|storage|s3|file|group|unique))[a-z]+(?:_key|Key|key)$/;

/** Whoever is signed in was given a token or an invitation; a code may be anybody's. */
export function showsCredential(path: Path, caller: "visitor" | "signed in"): boolean {
  const secret = caller === "visitor" ? SECRET_COLUMN : SECRET_TOKEN;
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      ((findsBySecret(event, secret) && decides(event, path)) ||
        (isTokenItself(event) && ends(event, path)) ||
        isComparedCode(event, path) ||
        (event.access === "read" && isSpentHere(event, path)) ||
        (isKeptUnder(event, secret) && ends(event, path))),
  );
}

/** Whoever does not send the very code that stands in the row is stopped: `if (account.otp !== body.otp) return res.sendStatus(400)`. */
function isComparedCode({ access, result, order }: EffectEvent, path: Path): boolean {
  if (access !== "read") return false;
  const isOther = (part: Term): boolean | undefined => {
    if (part.kind !== "operation" || !/^[!=]==?$/.test(part.operator) || part.parts.length !== 2) return undefined;
    const kept = part.parts.find((one) => isKeptCode(one, result));
    const shown = part.parts.find((one) => one !== kept && someTerm(one, isSent));
    return kept && shown && !containsTerm(shown, result) ? part.operator.startsWith("!") : undefined;
  };
  return path.events.some(
    (event) =>
      event.kind === "check" &&
      event.order > order &&
      // 409 and 412 say that somebody else was faster.
      (event.stop.status === undefined || REFUSED.has(event.stop.status)) &&
      decide(event.test, isOther) === event.stopsWhen,
  );
}

const REFUSED: ReadonlySet<number> = new Set([400, 401, 403, 404, 410, 422]);

function isKeptCode(part: Term, row: Term): boolean {
  return ONE_TIME_CODE.test(lastName(part)) && containsTerm(part, row);
}

/** Columns whose value is sent to somebody, to be sent back: `otp`, `verificationCode`, `resetToken`. */
const ONE_TIME_CODE =
  /token|otp|secret|nonce|^(?:code|pin)$|(?:verif|confirm|reset|activat|log_?in|sign_?in|auth|e?mail|sms|phone|one_?time|security)[a-z]*_?(?:code|pin|hash)$/i;

/** `redis.get("reset:" + body.token)`: what was kept for whoever got the token. */
function isKeptUnder({ category, access, call }: EffectEvent, secret: RegExp): boolean {
  const [key] = call.arguments;
  if (category !== "cache" || access !== "read" || key === undefined) return false;
  return someTerm(key, (part) => isSent(part) && secret.test(part.path.at(-1) ?? ""));
}

/** `tokens.findOneAndDelete({ _id: body.token, type: "reset" })`: the row's id is the token that was given. */
function isTokenItself({ category, target = "", where }: EffectEvent): boolean {
  if (category !== "database" || !/tokens?$/i.test(target)) return false;
  return idsAsked({ where }).some(({ value }) =>
    someTerm(value, (part) => isSent(part) && /token$/i.test(part.path.at(-1) ?? "")),
  );
}

/** Without it the path ends: `const { value } = await …; if (!value) return res.sendStatus(403)` asks the same. */
function ends({ result, order }: EffectEvent, path: Path): boolean {
  const isFound = (part: Term): boolean => containsTerm(part, result);
  return path.events.some(
    (event) =>
      event.kind === "check" &&
      event.order > order &&
      presenceWhere(event.test, isFound).includes(event.stopsWhen ? "absent" : "present"),
  );
}

/** A row is found by a token, code, key or hash from the request. */
function findsBySecret(event: EffectEvent, secret: RegExp): boolean {
  if (event.where?.kind !== "object") return false;
  const isRead = event.access === "read";
  if (FOR_EVERYBODY.test(event.target ?? "")) return false;
  return event.where.fields.some(
    ({ key, value }) =>
      key !== undefined &&
      !NAMES_THINGS.test(key) &&
      (((isRead || SECRET_TOKEN.test(key)) && secret.test(key)) ||
        GIVEN_KEY.test(key) ||
        (key === "key" && event.where?.kind === "object" && event.where.fields.some(isAddress)) ||
        (PAYMENT.test(key) && PAID_FOR.test(event.target ?? "")) ||
        (isRead && isInvitation(event))) &&
      someTerm(value, isSent),
  );
}

/** Beside somebody's address, the key is the one that was sent there: `{ email, key }` of a link to unsubscribe. */
function isAddress({ key, value }: TermField): boolean {
  return /^e_?mail(?:_?address)?$/i.test(key ?? "") && someTerm(value, isSent);
}

/** The id of the provider's own page, which only the browser that paid there was told. */
const PAYMENT = /^(?:stripe_?|checkout_?|payment_?)*session_?id$/i;
const PAID_FOR = /booking|order|payment|reservation|purchase|transaction|donation|ticket|enrol/i;

/** Codes that are given to whoever may buy something say nothing of who shows them. */
const FOR_EVERYBODY = /(?:coupon|discount|promo(?:tion)?)(?:_?codes?|s)?$/i;

/** The id of an invitation stands in a letter to whom it is for. */
function isInvitation(event: EffectEvent): boolean {
  return /invit(?:e|ation)s?$/i.test(event.target ?? "");
}

/** What comes later depends on the row: there is none without it, or it goes by what the row says. */
function decides(found: EffectEvent, path: Path): boolean {
  const { access, result, order } = found;
  if (access !== "read") return true;
  const later = path.events.filter((event) => event.order > order);
  if (!later.some(isChange)) return true;
  return later.some((event) => {
    if (spends(event, found)) return true;
    if (event.kind === "check") return containsTerm(event.test, result) && !isRefusedWhenFound(event, result);
    if (event.kind === "effect" && event.where !== undefined)
      return containsTerm(event.where, result) || (isChange(event) && standsWhereFound(event, result));
    return isChange(event) && event.scopes.some((scope) => scope.kind === "branch" && containsTerm(scope.test, result));
  });
}

/** The token that a row was found by is taken from a row of the same table: whoever had it cannot come again. */
function spends(event: PathEvent, { where, target }: EffectEvent): boolean {
  if (event.kind !== "effect" || event.operation !== "set" || event.target !== target) return false;
  const tokens = where?.kind === "object" ? where.fields.flatMap(({ key }) => key ?? []) : [];
  return tokens.some((key) => SECRET_TOKEN.test(key) && event.data !== undefined && empties(event.data, key));
}

/** What was sent for this one time is taken from the row at once, whatever ends its name: `resetpswrequestid`. */
function isSpentHere(found: EffectEvent, path: Path): boolean {
  if (found.where?.kind !== "object") return false;
  const sent = found.where.fields.flatMap(({ key = "", value }) =>
    OF_ONE_TIME.test(key) && isSent(value) ? [key] : [],
  );
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.operation === "set" &&
      event.target === found.target &&
      event.order > found.order &&
      sent.some((key) => event.data !== undefined && empties(event.data, key)),
  );
}

const OF_ONE_TIME = /reset|verif|confirm|activat|invit|magic|recover|forgot|unsubscribe/i;

function empties(data: Term, column: string): boolean {
  if (data.kind !== "object") return false;
  return data.fields.some(({ key, value }) =>
    key === undefined
      ? empties(value, column)
      : key === column && value.kind === "literal" && (value.value === null || value.value === ""),
  );
}

function standsWhereFound({ scopes }: PathEvent, result: Term): boolean {
  return scopes.some(
    (scope) => scope.kind === "branch" && presenceOf(scope.test, result).includes(scope.when ? "present" : "absent"),
  );
}

function isChange(event: PathEvent): boolean {
  return event.kind === "effect" && event.access !== "read" && event.category !== "observability";
}

/** `if (await find(code)) throw conflict()`: it must be free. */
function isRefusedWhenFound({ test, stopsWhen }: PathEvent & { readonly kind: "check" }, result: Term): boolean {
  return presenceOf(test, result).includes(stopsWhen ? "present" : "absent");
}
