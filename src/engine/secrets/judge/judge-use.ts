/** Values in headers and comparisons: judged by what they are used for, not by a name of their own. */

import { CONSTANT_TIME } from "../tokens/call-kinds.ts";
import { decodePrintable } from "../tokens/cook.ts";
import type { Judgement, Question, SecretGroup } from "./judge.ts";
import { nameMeaning, serviceAmong, snakeCase } from "./secret-names.ts";
import {
  entropy,
  isIdentifierLike,
  isPlaceholder,
  isPlaceholderWord,
  isSequence,
  isVariable,
  isWords,
  strength,
} from "./shape.ts";
import {
  hasWords,
  isCodeLike,
  isEnvironmentName,
  isHashOrRegex,
  isPasswordPlaceholder,
  isPathLike,
  isUuid,
  isWeakDefault,
} from "./value-tests.ts";

/** `"Basic " + Buffer.from("user:password").toString("base64")`. */
export function judgeBasicPair(question: Question): Judgement | undefined {
  if (
    !question.names.some((name) =>
      /(?:^|\.)(?:Buffer\.from|btoa|encode|b64encode|(?:\w*\.)?(?:to)?base64\w*(?:\.encode)?)#0$/i.test(name),
    )
  )
    return undefined;
  // The user may be read from elsewhere: `process.env.ID + ":" + "…"`.
  const pair = /^[\w.@+-]{1,80}:(\S{4,128})$/.exec(question.value) ?? /^(?:\$\{\})?:(\S{8,128})$/.exec(question.value);
  if (pair === null || !/\bbasic\b|authorization/.test(question.context())) return undefined;
  const password = pair[1] as string;
  // What is sent logs in, keys pressed in a row as well.
  return isBlank(password) || (isPasswordPlaceholder(password) && !isWeakDefault(password))
    ? undefined
    : found("header", "Authorization");
}

/** Says of itself that it stands for another value; a row of keys does not. */
function isBlank(password: string): boolean {
  return isPlaceholderWord(password) || (isPlaceholder(password) && !isSequence(password));
}

/** `Bearer …`, `Basic …`, with or without a name. `"no"` says: a header, and silent. */
export function judgeHeader(question: Question): Judgement | "no" | undefined {
  const match =
    /^(?:(?:Proxy-)?Authorization\s*:\s*)?(Bearer|Basic|Token|ApiKey|Api-Key|API-Key|SSWS|GenieKey|Key|Bot|token|OAuth|GoogleLogin auth=|Splunk|Apikey|Klaviyo-API-Key|AccessKey|ShippoToken|apikey|DeepL-Auth-Key|Discogs token=|[A-Za-z]{2,12}[-_]?(?:[Tt]oken|[Kk]ey))\s+(\S+)$/.exec(
      question.value.trim(),
    );
  if (match !== null) {
    const [, scheme, rest] = match as unknown as [string, string, string];
    if (question.partial || isPlaceholder(rest)) return "no";
    if (scheme === "Basic") {
      // REST clients encode `user:password` themselves.
      const login = /^[\w.-]+:\S+$/.test(rest) ? rest : decodePrintable(rest);
      const colon = login?.indexOf(":") ?? -1;
      if (login === undefined || colon < 0)
        return strength(rest) === "strong" && rest.length >= 24 ? found("header", "Authorization") : "no";
      const password = login.slice(colon + 1);
      return password.length >= 4 &&
        (isWeakDefault(password) || !isPasswordPlaceholder(password)) &&
        (isWeakDefault(password) || strength(password) !== "weak" || !isPlaceholder(password))
        ? found("header", "Authorization")
        : "no";
    }
    const strong = strength(rest);
    return strong === "strong" || (strong === "medium" && rest.length >= 12) || isRandomUuid(rest)
      ? found("header", "Authorization", serviceAmong(question.names))
      : "no";
  }
  const header =
    /^(x-[\w-]*(?:key|token|secret|auth)|api-?key|authorization|private-token|x-vault-token)\s*:\s*(\S{12,})$/i.exec(
      question.value,
    );
  if (header === null) return undefined;
  return strength(header[2] as string) === "strong" && !question.partial ? found("header", header[1] as string) : "no";
}

/** Not one that a person typed. */
function isRandomUuid(value: string): boolean {
  return isUuid(value) && entropy(value) >= 2.8 && !isSequence(value);
}

export function found(group: SecretGroup, name: string, service?: string): Judgement {
  return { group, service, name, client: false, used: false };
}

/** Something of the request, by its usual names. */
const FROM_REQUEST =
  /(?:^|\.)(?:req|request|ctx|context|c|body|headers?|query|params|input|data|payload|formData|searchParams|credentials|args|event|form|values|cookies|url|handshake)(?:\.|\(|$)/;

/** A part of a text is compared like the text: `authHeader.split(" ")[1]`, which is what the header says. */
export function wholeOf(compared: string): string {
  const whole = compared.replace(
    /(?:\??\.(?:split|replace|replaceAll|slice|substring|substr|trim|at|pop)\(\)|\[\])+$/,
    "",
  );
  return whole === compared ? compared : whole.replace(/(^|\.)auth(?:orization)?_?header$/i, "$1headers.authorization");
}

/** `password === "…"`, `req.headers["x-api-key"] !== "…"`. */
export function judgeComparison(question: Question): Judgement | undefined {
  const { value } = question;
  if (question.compared === undefined || value.length < 4) return undefined;
  const compared = wholeOf(question.compared);
  if (/\s/.test(value) && !/^(?:[a-z\d]{1,12} ){1,6}[a-z\d]{1,12}$/.test(value)) {
    const typed = /^(?:Bearer|Basic|Token|ApiKey|Api-Key) (\S+)$/i.exec(value)?.[1];
    if (typed !== undefined && isTyped(typed)) return { ...found("header", "Authorization"), used: true };
    const header = judgeHeader(question);
    return header === "no" ? undefined : header;
  }
  if (question.names.some((name) => CONSTANT_TIME.test(name))) return judgeConstantTime(value, compared);
  if (/^(?:typeof|process\.env\.NODE_ENV)/.test(compared)) return undefined;
  const isKey =
    FROM_REQUEST.test(compared) &&
    (strength(value) === "strong" || (/\b(?:query|headers?)\.key$/.test(compared) && isMixed(value))) &&
    !isIdentifierLike(value);
  if (
    /\.(?:type|kind|name|key|code|length|tagName|id|status|error|message)$/.test(compared) &&
    !(isKey && compared.endsWith(".key"))
  )
    return undefined;
  const last = compared.replace(/\(\)$/, "").split(/[.\s]/).filter(Boolean).pop() ?? "";
  const meaning = nameMeaning(last);
  const role = meaning.role;
  if ((role === undefined || role === "public") && isSentInHeader(compared, value))
    return { group: "token", service: meaning.service, name: last, client: false, used: true };
  if (role === undefined || role === "public" || role === "sink") return undefined;
  if (meaning.client && !/secret|password/i.test(last)) return undefined;
  if (role !== "password" && isPlaceholderWord(value)) return undefined;
  // A header of somebody's own, with a key in its name: whatever it must say lets callers in.
  const isOwnHeader = FROM_REQUEST.test(compared) && /^x-[\w-]+-(?:key|secret|token)$/i.test(last) && value.length >= 8;
  if (isOwnHeader && !isPathLike(value) && !isVariable(value))
    return { group: "token", service: meaning.service, name: last, client: false, used: true };
  // https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication
  if (/^(?:client_secret_(?:post|basic|jwt)|private_key_jwt)$/.test(value)) return undefined;
  if (isEnvironmentName(value) || isPathLike(value) || isVariable(value) || isHashOrRegex(value)) return undefined;
  if (isCodeLike(value) && !(role === "password" && DOTTED.test(value))) return undefined;
  const isGuess = /(?:^|\.)headers?(?:\.|\(|$)/.test(compared) && /^(?:secret|admin|password|letmein)$/i.test(value);
  if (
    !isGuess &&
    /^(?:string|undefined|object|null|true|false|password|token|secret|text|none|unknown|empty|hidden|bearer|basic|invalid|valid|missing|required|wrong|incorrect|weak|medium|strong|fair|good|Enter|Escape|Tab|placeholder)$/i.test(
      value,
    )
  )
    return undefined;
  const fromRequest = FROM_REQUEST.test(compared);
  if (role === "password") {
    // The name of a field: `repeatPassword`.
    if (/^[a-z]+(?:[A-Z][a-z]+)*(?:Password|Passwd|Pwd)$/.test(value)) return undefined;
    if (
      isPasswordPlaceholder(value) &&
      !isWeakDefault(value) &&
      !/^(?:admin|root|secret|letmein|change\w*|test\w*|password\d*)$/i.test(value)
    )
      return undefined;
    return { group: "password", service: undefined, name: last, client: false, used: true };
  }
  if (role !== "vague" && isTypedKey(value, last, fromRequest))
    return { group: "token", service: meaning.service, name: last, client: false, used: true };
  if (role === "vague" && !isKey && !(fromRequest && strength(value) !== "weak")) return undefined;
  if (isIdentifierLike(value) && !fromRequest && !(role === "credential" && /key|secret|token$/i.test(last)))
    return undefined;
  const plain = isWords(value) && !/[-_\d]/.test(value) && !isGuess;
  if (plain && !(fromRequest && value.length >= 6 && /secret|letmein|token|admin|super/i.test(value))) return undefined;
  if (!fromRequest && strength(value) === "weak" && !/secret/i.test(value)) return undefined;
  return {
    group: role === "signing" ? "signing" : "token",
    service: meaning.service,
    name: last,
    client: false,
    used: true,
  };
}

/** `Blue.Canoe7`, `meadow.club`: no member of anything, where a password is asked for. */
const DOTTED = /^[A-Z][a-z]+\.[A-Z][a-z]+\d{1,4}$|^[a-z]{3,12}\.[a-z]{2,8}$/;

/** `req.headers["x-acme-signature"] === "…"`: what a header of somebody's own must say, and nobody would guess. */
function isSentInHeader(compared: string, value: string): boolean {
  return (
    /(?:headers?|\.get\(\))\.x-[\w-]+$/i.test(compared) &&
    (strength(value) === "strong" || isRandomUuid(value)) &&
    !hasWords(value)
  );
}

/** `timingSafeEqual(given, Buffer.from("…"))`: nothing but secrets is compared like this; digests are made, not written. */
function judgeConstantTime(value: string, compared: string): Judgement | undefined {
  if (value.length < 6 || isPlaceholder(value) || isEnvironmentName(value) || isPathLike(value) || isCodeLike(value))
    return undefined;
  if (/^(?:[a-f\d]{40}|[a-f\d]{64}|[a-f\d]{128})$/i.test(value) && /hash|digest|sum/i.test(compared)) return undefined;
  if (strength(value) === "weak" && !isTyped(value) && !isUuid(value)) return undefined;
  return { group: "token", service: undefined, name: "timingSafeEqual", client: false, used: true };
}

/** `Wr2S7t9i`, `Summer58!lM`: letters and digits, no name of a column. */
function isMixed(value: string): boolean {
  return (
    value.length >= 8 &&
    value.length <= 64 &&
    /\d/.test(value) &&
    !/^[a-z]+(?:[A-Z][a-z]+)+\d{0,3}$/.test(value) &&
    ((/[a-z]/.test(value) && /[A-Z]/.test(value)) || isTyped(value))
  );
}

/** Words with a number behind them, as people make keys: `partner-key-4821`. Names of formats are like that too. */
function isTyped(value: string): boolean {
  return (
    /^(?=.*[A-Za-z]{2})(?=.*\d{2})[!-~]{8,64}$/.test(value) &&
    !isPlaceholder(value) &&
    !/(.)\1{5}|(?:^|[^a-z])(?:seed|fixture|demo)(?:[^a-z]|$)/i.test(value) &&
    !/^(?:iso|utf|windows|cp|u?int|float|sha|aes|hmac|rsa|ed|oauth|latin|base)[-_]?\d|^v?\d+(?:\.\d+)+|^\d{4}-\d\d-\d\d/i.test(
      value,
    )
  );
}

/** A typed key that is compared with a token of the request, or of a name that leaves no doubt. */
function isTypedKey(value: string, name: string, fromRequest: boolean): boolean {
  if (!isTyped(value) || isIdentifierLike(value)) return false;
  return fromRequest || (/(?:^|_)(?:api_?key|access_?key|secret|token)$/.test(snakeCase(name)) && /\d{3}/.test(value));
}
