/**
 * Cheap tests around a word: could a literal near it be a secret? They decide whether a file is read at all.
 */

/**
 * Whether a literal that could be a secret stands near a word that ends at `end`. Decides whether a file is read at all,
 * so it is generous: any literal without spaces that is more than a plain word.
 */
export function mayName(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last === 32 && (isHeldBefore(text, end) || /^[=:]\s?["'`]\S{12}/.test(text.slice(end, end + 16)))) return true;
  if (last === 32) return SCHEME.test(text.slice(end, end + 60)) || /^["'`]\s?\+/.test(text.slice(end, end + 3));
  if (PUT_TOGETHER.test(text.slice(end, end + 100)) || isBare(text, end)) return true;
  const before = text.slice(Math.max(0, end - 20), end);
  // `useSession(` and `Object.assign(` are other words.
  if (last === 40) return CALLS.test(before);
  if (SINK_WORDS.test(before)) return true;
  if (/secrets?$|keys:$/i.test(text.slice(Math.max(0, end - 7), end)) && DIRECT.test(text.slice(end, end + 10)))
    return true;
  let at = end;
  const limit = Math.min(text.length, end + 220);
  for (let step = 0; step < 8; step++) {
    at = nextQuote(text, at, limit);
    if (at >= limit) break;
    const quote = text[at] as string;
    let close = at + 1;
    while (close < text.length && close < at + 2100 && text[close] !== quote && text[close] !== "\n") close++;
    if (text[close] === quote && close - at > 4 && /\|\||\?\?/.test(text.slice(end, at))) return true;
    if (text[close] === quote && mayBeValue(text, at + 1, close)) return true;
    // The word may stand inside a literal, and this be its closing quote: the next one opens.
    at++;
  }
  const statement = text.slice(Math.max(0, end - 160), end);
  // `// login reporting, password: …`
  if (NOTED.test(text.slice(last === 58 ? end - 1 : end, end + 24)) && /(?:\/\/|^\s*\*)[^\n]*$/m.test(statement))
    return true;
  if (
    /env\.\w*$/.test(before) &&
    /\.(?:json|send|end|write|text|html)\(|Response\(|(?:Error|Exception)\(/.test(statement)
  )
    return true;
  return (
    // What a header says may be compared further down.
    /(?:headers?\b|\.get\()[^;\n]{0,40}$/i.test(statement) ||
    statement.includes("==") ||
    (last === 33 && text[end] === "=") ||
    IN_LIST.test(statement) ||
    statement.includes("console.") ||
    statement.includes("logger.") ||
    statement.includes("log.")
  );
}

/** The same for words that are in every file: a literal that looks like a key must follow. */
export function mayNameKey(text: string, end: number): boolean {
  if (PUT_TOGETHER.test(text.slice(end, end + 100)) || isBare(text, end)) return true;
  if (
    /^ = \[/.test(text.slice(end, end + 4)) &&
    /\b(?:app|koa|server)\.keys$/.test(text.slice(Math.max(0, end - 12), end))
  )
    return true;
  if (text.charCodeAt(end - 1) === 40 && SECOND.test(text.slice(end, end + 160))) return true;
  let at = end;
  const limit = Math.min(text.length, end + 110);
  for (let step = 0; step < 6; step++) {
    at = nextQuote(text, at, limit);
    if (at >= limit) break;
    const quote = text.charCodeAt(at);
    let close = at + 1;
    while (
      close < text.length &&
      close < at + 2100 &&
      text.charCodeAt(close) !== quote &&
      text.charCodeAt(close) !== 10
    )
      close++;
    if (text.charCodeAt(close) === quote && mayBeKey(text, at + 1, close)) return true;
    at++;
  }
  const before = text.slice(Math.max(0, end - 120), end);
  return before.includes("logger.") || before.includes("console.") || IN_LIST.test(before);
}

/** The word ends a call that signs or encrypts, or the name of an option that a variable is given to. */
export function mayUse(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === 58) return VARIABLE.test(text.slice(end, end + 80));
  return (
    SIGNS.test(text.slice(Math.max(0, end - 16), end)) &&
    (next === 46 || next === 40 || text[end - 1] === "(" || next === 105)
  );
}

const VARIABLE = /^:\s{0,3}[A-Za-z_$][\w$]*(?:\??\.[\w$]+){0,4}!?\s*(?:[,}\n)]|as\b)/;
const SIGNS = /(?:jwt|hmac|cipher|cookieparser|sign\(|verify\()$/i;

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
    (length < 20 && text[end + 1] === " " && text[end + 2] === "+")
  );
}

/** `["…"].includes(token)`: the literal stands before the name. */
const IN_LIST = /["'`]\s?\](?:\.includes|\.indexOf|\)\.has)\(/;

/** A header's value: the scheme and a run that is no word. */
const AFTER_SCHEME = /^[\w-]{2,20} (?=\S{0,80}(?:\d|[a-z][A-Z]))\S{12,}$/;

/** `apiKey = first + second`, `` apiKey = `${first}${second}` ``. */
const PUT_TOGETHER = /^["']?\]?\s{0,2}[:=]\s{0,3}(?:`\$\{)?\w{1,40}(?:\}\$\{|\s{0,3}\+\s{0,3}|\.concat\()[\w"'`]/;

/** `token: 0f1e…` without quotes, as comments have it. */
function isBare(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  return (code === 58 || code === 61 || code === 32) && BARE.test(text.slice(end, end + 100));
}

const BARE = /^\s?[:=]\s{0,2}(?=[\w+/=.-]{0,60}\d)[A-Za-z\d+/_.-]{16,}/;

/** A value without quotes, as comments have it. */
const NOTED = /^[a-z]{0,6}\s?[:=]\s{0,2}[^\s"'`]{8}/;

/** What follows `Bearer ` in a literal: no prose. */
const SCHEME = /^(?=[\w.~+/=-]{0,60}(?:[\d=]|[a-z][A-Z]))[\w.~+/=-]{10,}/;

/** `secret: "cats and dogs"`: whatever follows at once. */
const DIRECT = /^s?["']?\s{0,2}[:=]\s{0,2}\[?\s?["'`]/;

const CALLS =
  /(?:^|[^A-Za-z]|express|cookie|[jJ]wt)(?:session|sign|verify|cookieparser|sequelize|encrypt|decrypt|hashsync|hashpassword|bcrypt\.hash|argon2\.hash)\($/i;

/** `login("admin", "…")`: a literal as the second argument. */
const SECOND = /^[^,()]{1,80},\s{0,20}["'`][^"'`\s]{4,80}["'`]/;
const SINK_WORDS =
  /(?:jwt|hmac|cipher|cookieparser|basicauth|pepper|scrypt|pbkdf2|constructevent|secretorkey|ironsession)$/i;

/** `Bearer ${key}` where `key` is a literal further up. */
function isHeldBefore(text: string, end: number): boolean {
  const name = /^\$\{([A-Za-z_]\w{0,40})\}/.exec(text.slice(end, end + 45))?.[1];
  return name !== undefined && (text.includes(`${name} = "`) || text.includes(`${name} = '`));
}

/** Where the next literal opens in the same statement; `limit` where none does. */
function nextQuote(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (isQuote(code)) return at;
    if (code === 59 && text.charCodeAt(at + 1) <= 13) return limit;
  }
  return limit;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96;
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
      return /^(?:bearer|basic|token|apikey) |secret|keyboard|shh|^[a-z]{4}(?: [a-z]{4}){3}$/i.test(
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
  return /secret|shh|super|change|letmein|hunter|dragon|monkey|welcome|qwerty|admin|root|insecure|key|sk_|^[A-Z]?[a-z]+[A-Z]$/i.test(
    text.slice(start, end),
  );
}

/** `new OpenWeather("…")`, `client("…")`: long, with letters and digits, and an argument. */
export function isLooseKey(text: string, start: number, end: number): boolean {
  if (text[start - 2] !== "(" && text[start - 2] !== " ") return false;
  let digits = 0;
  let lower = 0;
  let upper = 0;
  let signs = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits++;
    else if (code >= 97 && code <= 122) lower++;
    else if (code >= 65 && code <= 90) upper++;
    else if (code === 43 || code === 46 || code === 47 || code === 58 || code === 61 || code === 124) signs++;
    else if (code !== 95 && code !== 45) return false;
  }
  if (lower + upper < 4 || (signs > 0 && digits < 5)) return false;
  if (digits < 3 && !(digits > 0 && upper >= 3 && lower >= 3)) return false;
  return /[\w)\]>]\(\s*$|[\w)\]>]\([^()\n]{0,80},\s*$/.test(text.slice(Math.max(0, start - 90), start - 1));
}

export function isMinified(text: string): boolean {
  if (text.length < 20_000) return false;
  // The start tells enough.
  const start = text.slice(0, 20_000);
  let lines = 1;
  for (let at = start.indexOf("\n"); at >= 0; at = start.indexOf("\n", at + 1)) lines++;
  return start.length / lines > 400;
}
