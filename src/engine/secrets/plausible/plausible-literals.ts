/**
 * Cheap tests around a word: could a literal near it be a secret? They decide whether a file is read at all.
 */

import { nameRole } from "../judge/secret-names.ts";
import { isWords, strength } from "../judge/shape.ts";
import { isUuid } from "../judge/value-tests.ts";
import { endOfName, isNamePart, nameAround, takesWords } from "../tokens/name-around.ts";
import { nextQuote, quotesAfter } from "../tokens/quotes-after.ts";
import { mayCall } from "./plausible-calls.ts";
import { mayLog } from "./plausible-logs.ts";

/**
 * Whether a literal that could be a secret stands near a word that ends at `end`. Decides whether a file is read at all,
 * so it is generous: any literal without spaces that is more than a plain word.
 */
export function mayName(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last === 32) return mayBeScheme(text, end);
  if (text.charCodeAt(end) === 32 && /bearer$/i.test(text.slice(end - 6, end)) && mayBeScheme(text, end + 1))
    return true;
  if (isPutTogether(text, end) || isBare(text, end)) return true;
  if (last === 40) return mayCall(text, end);
  if (isAside(text, end)) return false;
  const before = text.slice(Math.max(0, end - 20), end);
  if (SINK_WORDS.test(before) && CALLED.test(text.slice(end, end + 24))) return true;
  if (/secrets?$|keys:$/i.test(before.slice(-7)) && DIRECT.test(text.slice(end, end + 10))) return true;
  if (isSwitched(text, end)) return true;
  const anyWord = remembered(() => takesWords(text, end));
  const search = quotesAfter(text, end, 220);
  for (let step = 0; step < 8; step++) {
    // The word may stand inside a literal, and this be its closing quote: the next one opens.
    const at = nextQuote(text, search);
    if (at < 0) break;
    const quote = text.charCodeAt(at);
    const close = closingQuote(text, at, quote);
    if (close - at > 3 && text.charCodeAt(close) === quote && !isModule(text, at)) {
      const isFallback = /\|\||\?\?/.test(text.slice(end, at));
      if (
        (isFallback || mayBeValue(text, at + 1, close) || isPhraseOfKey(text, end, at + 1, close)) &&
        (anyWord() ||
          isNoName(text, at + 1, close) ||
          isBegun(text, at + 1, close) ||
          COMPARED.test(text.slice(Math.max(0, end - 60), at)))
      )
        return true;
    }
  }
  const statement = text.slice(Math.max(0, end - 160), end);
  // `// login reporting, password: …`, `/* password: … */`
  if (
    NOTED.test(text.slice(last === 58 ? end - 1 : end, end + 24)) &&
    /(?:(?<!:)\/\/|\n\s*\*|\/\*)[^\n]*$/.test(statement)
  )
    return true;
  if (/prompt\(["'`][^"'`]{0,40}$/.test(statement)) return true;
  if (
    /env\.\w*$/.test(before) &&
    /\.(?:json|send|end|write|text|html)\(|Response\(|(?:Error|Exception)\(/.test(statement)
  )
    return true;
  return (
    (READ_OF_HEADERS.test(statement) && COMPARED_LATER.test(text.slice(end, end + 2500))) ||
    /["'`]\)?\s{0,2}[!=]==?[^;\n]{0,60}$/.test(statement) ||
    (last === 33 && text[end] === "=") ||
    IN_LIST.test(statement) ||
    mayLog(text, end)
  );
}

function remembered(ask: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => {
    known ??= ask();
    return known;
  };
}

/** The word and a space: how a header's value begins, or the name in a declaration. */
function mayBeScheme(text: string, end: number): boolean {
  const ahead = text.slice(end, end + 60);
  return (
    isHeldBefore(text, end) ||
    /^[=:]\s?["'`]\S{12}/.test(ahead) ||
    ENCODED.test(ahead) ||
    SCHEME.test(ahead) ||
    /^["'`]\s?\+/.test(ahead)
  );
}

/** The name of an imported thing, of a file or of a route. */
function isAside(text: string, end: number): boolean {
  let first = end - 1;
  while (first > 0 && end - first < 60 && isNamePart(text.charCodeAt(first - 1))) first--;
  if (text.charCodeAt(first - 1) === 47 && text.charCodeAt(first - 2) !== 47) return true;
  const line = text.lastIndexOf("\n", end - 1) + 1;
  return text.startsWith("import ", line) || text.startsWith("} from ", line) || text.startsWith("export * from", line);
}

/** What a header says may be compared further down. */
const READ_OF_HEADERS = /(?:headers?\b(?!\s{0,2}[:=]\s{0,2}[[{])|\.get\()[^;\n]{0,40}$/i;

const COMPARED_LATER = /[!=]=|equal|compare|cmp\(|includes\(|indexOf\(|has\(|case ["'`]|\bis\(/i;

/** The same for words that are in every file: a literal that looks like a key must follow. */
export function mayNameKey(text: string, end: number): boolean {
  if (isPutTogether(text, end) || isBare(text, end)) return true;
  if (isHeaderComparedLater(text, end)) return true;
  // `key={…}` of React names nothing.
  if (text.charCodeAt(end) === 123 && text.charCodeAt(end - 1) === 61) return false;
  if (isComparedKey(text, end) || isSwitched(text, end)) return true;
  if ((text.charCodeAt(end - 1) | 32) === 104 && LOGIN_IN_ONE.test(text.slice(end, end + 80))) return true;
  if (text.startsWith(" = [", end) && /\b(?:app|koa|server)\.keys$/.test(text.slice(Math.max(0, end - 12), end)))
    return true;
  if (/keyfor$/i.test(text.slice(end - 6, end))) return true;
  if (text.charCodeAt(end - 1) === 40 && SECOND.test(text.slice(end, end + 160))) return true;
  const search = quotesAfter(text, end, 110);
  for (let step = 0; step < 6; step++) {
    const at = nextQuote(text, search);
    if (at < 0) break;
    const quote = text.charCodeAt(at);
    const close = closingQuote(text, at, quote);
    if (
      text.charCodeAt(close) === quote &&
      mayBeKey(text, at + 1, close) &&
      (isBegun(text, at + 1, close) || (!isModule(text, at) && isNoName(text, at + 1, close)))
    )
      return true;
  }
  const before = text.slice(Math.max(0, end - 120), end);
  return (
    IN_LIST.test(before) ||
    LOOKED_UP.test(before) ||
    (before.includes("==") && KEY_COMPARED.test(before)) ||
    isComparedConstant(text, end) ||
    mayLog(text, end)
  );
}

/** `"…" === req.headers.authorization`: the literal stands before the name. */
const KEY_COMPARED = /(["'`])(?=[^"'`]{0,60}\d)[^"'`\n]{8,80}\1\s?[!=]==?\s?[^;\n"'`]{0,40}$/;

/** `auth: "user:…"`, where a digit follows. */
const LOGIN_IN_ONE = /^["']?\s?[:=]\s?["'`][\w.@+-]{1,40}:(?=[^\s"'`]{0,30}\d)[^\s:"'`]{6,}/;

/** Letters and digits without spaces, or the parts of a key that is put together. */
function mayBeKey(text: string, start: number, end: number): boolean {
  const length = end - start;
  let digits = 0;
  let letters = 0;
  let upper = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits++;
    else if (code >= 97 && code <= 122) letters++;
    else if (code >= 65 && code <= 90) upper++;
    else if (code === 32) return AFTER_SCHEME.test(text.slice(start, end));
    else if (
      code === 60 ||
      code === 62 ||
      (code === 123 && text.charCodeAt(index - 1) !== 36) ||
      code === 40 ||
      (code === 47 && length < 24)
    )
      return false;
  }
  if (text[start] === "@" || text[start] === "." || text[start] === "/") return false;
  return (
    (digits >= 2 && length >= 8 && letters + upper >= 2) ||
    digits >= 14 ||
    (digits >= 1 && length >= 12 && digits + letters + upper === length) ||
    (length >= 16 && upper >= 3 && letters >= 3) ||
    isBegun(text, start, end)
  );
}

/** `signingKey = "saffron ember tulip"`: words, where the name says key. */
function isPhraseOfKey(text: string, end: number, start: number, close: number): boolean {
  return close - start < 60 && PHRASE.test(text.slice(start, close)) && nameRole(nameAround(text, end)) === "signing";
}

const PHRASE = /^[A-Za-z][a-z]{2,11}(?:[ _-][a-z\d]{2,12}){1,5}$/;

/** The first part of a value that is put together: `"abc" + …`, `"abc".concat(…)`. */
function isBegun(text: string, start: number, end: number): boolean {
  return end - start < 20 && ((text[end + 1] === " " && text[end + 2] === "+") || text.startsWith(".concat(", end + 1));
}

/** More than words; what a template puts in stands for nothing. */
function isNoName(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end).replace(/\$\{[^{}]*\}/g, "");
  if (value.includes(" ")) return AFTER_SCHEME.test(value);
  // Too short for letters of one case alone to be anything but a word.
  if (value.length < 16 && !/[A-Z\d]/.test(value)) return false;
  // Digits may spell a value: `Buffer.from("6d79…", "hex")`.
  return strength(value) !== "weak" || isUuid(value) || /^(?:[\da-f]{8}|[\da-f]{16,})$/i.test(value);
}

/** The quote opens the name of a module: `from "…"`, `require("…")`. */
function isModule(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === 32
    ? text.startsWith("from", at - 5) || text.startsWith("import", at - 7)
    : before === 40 && (text.startsWith("require", at - 8) || text.startsWith("import", at - 7));
}

/** Where a literal that opens at `at` ends; the end of the line, or somewhere far, where it does not. */
function closingQuote(text: string, at: number, quote: number): number {
  const limit = Math.min(text.length, at + 2100);
  let close = at + 1;
  while (close < limit && text.charCodeAt(close) !== quote && text.charCodeAt(close) !== 10) close++;
  return close;
}

/** `["…"].includes(token)`: the literal stands before the name. */
const IN_LIST = /["'`]\s?\](?:\.includes|\.indexOf|\)\.has)\([^;\n]{0,60}$/;

/** A header's value: the scheme and a run that is no word. */
const AFTER_SCHEME = /^[\w-]{2,20} (?=\S{0,80}(?:\d|[a-z][A-Z]))\S{12,}$/;

/** `apiKey = first + second`, `` apiKey = `${first}${second}` ``, `apiKey += "…"`. */
function isPutTogether(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  // Some words end with the sign.
  const from = last === 58 || last === 61 ? end - 1 : endOfName(text, end);
  const ahead = text.slice(from, from + 100);
  if (!PUT_TOGETHER.test(ahead) && !goesOnInTemplate(text, ahead)) return false;
  return from === end || nameRole(nameAround(text, end)) !== undefined;
}

const PUT_TOGETHER =
  /^["']?\]?\s{0,2}[:=]\s{0,3}(?:`\$\{)?[\w.]{1,40}(?:\}\$\{|\s{0,3}\+\s{0,3}|\.concat\(|\.join\(["'`])[\w"'`]|^\s?\+=\s{0,3}["'`][\w.+/=-]{3,80}["'`]/;

/** `` apiKey = `${first}f0pr1w` ``, where the first part is a literal further up and one of them has a digit. */
function goesOnInTemplate(text: string, ahead: string): boolean {
  const match = /^["']?\s{0,2}[:=]\s{0,3}`\$\{(\w{1,40})\}([\w.+/=-]{4,})/.exec(ahead);
  if (match === null) return false;
  const [, name, rest] = match as unknown as [string, string, string];
  const start = text.indexOf(`const ${name} = `) + name.length + 9;
  const first = start < name.length + 9 ? null : /^["'`]([\w.:+/=-]{4,})["'`]/.exec(text.slice(start, start + 100));
  return first !== null && /\d/.test(`${first[1]}${rest}`);
}

/** `token: 0f1e…` without quotes, as comments have it. */
function isBare(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  // Some words end with the sign.
  const from = last === 58 || last === 61 ? end - 1 : end;
  const code = text.charCodeAt(from);
  return (code === 58 || code === 61 || code === 32) && BARE.test(text.slice(from, from + 100));
}

const BARE =
  /^\s?[:=]\s{0,2}(?![A-Za-z_$][\w$]*\.[A-Za-z_$.]+\d{0,2}[A-Za-z_$.]*[!?]?\s{0,2}[,;)}\n])(?=[\w+/=.%@!$^&*~?|:-]{0,60}\d)[A-Za-z\d+/_.=%@!$^&*~?|:-]{12,}/;

/** A value without quotes, as comments have it. */
const NOTED = /^[a-z]{0,6}\s?[:=]\s{0,2}[^\s"'`]{8}/;

/** What follows `Bearer ` in a literal: no prose. */
const SCHEME = /^(?=[\w.~+/=-]{0,60}(?:[\d=]|[a-z][A-Z]))[\w.~+/=-]{10,}/;

/** `secret: "cats and dogs"`: whatever follows at once. */
const DIRECT = /^s?["']?\s{0,2}[:=]\s{0,2}\[?\s?["'`]/;

/** `Basic ${Buffer.from("user:password").toString("base64")}` */
const ENCODED = /^["'`]?(?:\$\{|\s?\+\s?)(?:Buffer|btoa|b64|base64|encode)/i;

/** `"x-api-key"] === "…"`, `token !== "…"`: whatever has a digit. */
function isComparedKey(text: string, end: number): boolean {
  const last = endOfName(text, end);
  const code = text.charCodeAt(last);
  // A quote, a bracket, a space or an operator; a call that takes a part of it.
  const isAsked = code <= 41 || code === 61 || code === 93 || code === 96;
  const isPart = code === 46 || code === 63 || code === 34 || code === 39;
  return (
    (isAsked && COMPARED_KEY.test(text.slice(end, end + 120))) ||
    (isPart && COMPARED_PART.test(text.slice(last, last + 160)))
  );
}

/** `authorization"].split(" ")[1] === "…"`, `authHeader?.replace("Bearer ", "") !== "…"`. */
const COMPARED_PART =
  /^(?:["'`]\])?(?:\??\.(?:split|replace|slice|substring|substr|trim)\([^()\n]{0,24}\)(?:\??\.?\[\d\])?){1,3}\s?[!=]==?\s?(["'`])(?=[^"'`]{0,60}\d)[^"'`\n]{8,80}\1/;

const COMPARED_KEY =
  /^\w{0,20}["'`]?[\])]{0,2}\s?[!=]==?\s?(["'`])(?=[^"'`]{0,60}\d)[^"'`\n]{8,80}\1|^["'`]?[\])]\s?[!=]==?\s?(["'`])[^"'`\s]{8,80}\2/;

/** `req.headers.get("x-acme-token") === EXPECTED`, where the constant is a literal further up. */
function isComparedConstant(text: string, end: number): boolean {
  const code = text.charCodeAt(endOfName(text, end));
  // A quote or a bracket.
  if (code !== 34 && code !== 39 && code !== 41 && code !== 93) return false;
  const name = COMPARED_CONSTANT.exec(text.slice(end, end + 80))?.[1];
  return name !== undefined && (text.includes(`const ${name} = "`) || text.includes(`const ${name} = '`));
}

const COMPARED_CONSTANT = /^\w{0,20}["'`]?[\])]{0,2}\s?[!=]==?\s?([A-Z][A-Z\d_]{2,40})\b/;

/** `const given = req.get("x-acme-token"); if (given !== "…")` */
function isHeaderComparedLater(text: string, end: number): boolean {
  const quote = text.charCodeAt(endOfName(text, end));
  return (
    (quote === 34 || quote === 39) &&
    READ_OF_HEADERS.test(text.slice(Math.max(0, end - 60), end)) &&
    COMPARED_WITH_KEY.test(text.slice(end, end + 300))
  );
}

const COMPARED_WITH_KEY = /[!=]==?\s?(["'`])(?=[^"'`\s]{0,60}\d)[^"'`\s]{12,}\1/;

/** `switch (apiKey) { case "…":` */
function isSwitched(text: string, end: number): boolean {
  const last = endOfName(text, end);
  return (
    text.charCodeAt(last) === 41 &&
    nameRole(nameAround(text, end)) !== undefined &&
    SWITCHED.test(text.slice(last, last + 60))
  );
}

const SWITCHED = /^\)\s{0,2}\{\s{0,40}case ["'`]/;

/** `TABLE[req.headers["x-tenant-token`, `table.get(req.header("x-client-key`. */
const LOOKED_UP = /(?:\w\[|\.(?:get|has)\()\s?(?:req|request|ctx|context|c|event|headers)\b[^;\n]{0,60}$/;

/** Between a name and a literal that it is compared with, which may be any word. */
const COMPARED = /[!=]=|equals?\(|compare|cmp\(|\.is\(/i;

/** `login("admin", "…")`: a literal as the second argument. */
const SECOND = /^[^,()]{1,80},\s{0,20}["'`][^"'`\s]{4,80}["'`]/;

/** `jwt.sign`, `createHmac(`, `JwtModule.register`: more than a type or a name on a list. */
const CALLED = /^\w{0,20}\s?\??[.(<]/;
const SINK_WORDS =
  /(?:jwt|hmac|cipher|cookieparser|basicauth|plaintextauth|pepper|scrypt|pbkdf2|hkdf|cryptr|simplecrypto|importpkcs8|constructevent|secretorkey|ironsession|createsigner|createverifier|vapiddetails|jws\.)$/i;

/** `Bearer ${key}` where `key` is a literal further up. */
function isHeldBefore(text: string, end: number): boolean {
  const name = /^\$\{([A-Za-z_]\w{0,40})\}/.exec(text.slice(end, end + 45))?.[1];
  return name !== undefined && (text.includes(`${name} = "`) || text.includes(`${name} = '`));
}

function mayBeValue(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 4) return false;
  let digits = 0;
  let signs = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 32)
      return /^(?:bearer|basic|token|apikey) |secret|keyboard|shh|^[a-z]{4}(?: [a-z]{4}){3}$|^(?:[a-z]{3,12} ){1,6}\d{1,4}$|^[a-z]{3,8}(?: [a-z]{3,8}){11}/i.test(
        text.slice(start, end),
      );
    else if (
      !(
        (code >= 97 && code <= 122) ||
        (code >= 65 && code <= 90) ||
        (code >= 45 && code <= 47) ||
        code === 95 ||
        code === 58
      )
    )
      signs++;
  }
  if (text[start] === "@" || (text[start] === "." && text[start + 1] !== ".")) return false;
  if (digits > 0 || signs > 0 || length >= 16) return true;
  const value = text.slice(start, end);
  return (
    /secret|shh|super|change|letmein|hunter|dragon|monkey|welcome|qwerty|admin|root|insecure|key|sk_|^[A-Z]?[a-z]+[A-Z]$/i.test(
      value,
    ) || !isWords(value)
  );
}
