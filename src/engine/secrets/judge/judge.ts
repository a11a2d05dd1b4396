/**
 * Is this value, which goes by these names, a secret?
 *
 * One judgement for code, configuration and comments. Evidence first, then everything that speaks against it: what a
 * person would write for another purpose is silence.
 */
import { decodePrintable } from "../tokens/cook.ts";
import { KEY_OF_CIPHER } from "../tokens/derived-keys.ts";
import { isBasicUser, isBearerToken, isLoginInOne, judgeOption } from "./judge-option.ts";
import { isPassword, isSamplePayload } from "./judge-password.ts";
import { isAnalytics, isNotifier, isServiceKey, isVague, judgePackage, judgeService } from "./judge-service.ts";
import { isSigningKey } from "./judge-signing.ts";
import { judgeBasicPair, judgeComparison, judgeHeader } from "./judge-use.ts";
import { type NameMeaning, nameMeaning, serviceAmong, snakeCase } from "./secret-names.ts";
import { isIdentifierLike, isPlaceholder, isPlaceholderWord, isVariable, strength } from "./shape.ts";
import {
  hasWords,
  isCamelWords,
  isChainAddress,
  isCodeLike,
  isEnvironmentName,
  isHashOrRegex,
  isPathLike,
  isPublishable,
  isStripesPublishable,
  isUuid,
  MNEMONIC,
  sameAsName,
} from "./value-tests.ts";

export interface Question {
  readonly value: string;
  /** Innermost first. */
  readonly names: readonly string[];
  readonly kind: string;
  readonly partial: boolean;
  readonly compared: string | undefined;
  /** It stands in for a variable of the environment that is not set. */
  readonly fallback: boolean;
  /** The file configures or is code: in configuration a value has no quotes and fewer doubts. */
  readonly place: "code" | "config" | "comment";
  /** Around the value, in lower case: the object it belongs to. */
  readonly context: () => string;
}

export type SecretGroup = "token" | "password" | "signing" | "header";

export interface Judgement {
  readonly group: SecretGroup;
  /** A service that a name tells, such as `openweather`. */
  readonly service: string | undefined;
  /** The name that decided. */
  readonly name: string;
  /** The name carries a prefix that bundlers ship to the browser. */
  readonly client: boolean;
  /** It reaches a call that signs, verifies or encrypts, or a comparison with what a user sends. */
  readonly used: boolean;
}

/** Undefined is silence. */
export function judge(question: Question): Judgement | undefined {
  const judgement = decide(question);
  return judgement !== undefined && question.names.some(isHarmlessName) ? undefined : judgement;
}

/** What it is called, or what it is given to at once; a call further on only looks at it. */
function isHarmlessName(name: string, place: number): boolean {
  return (place < 2 || !name.includes("#")) && DECLARED_HARMLESS.test(name);
}

/** `integration-test-…`: what a test signs with. */
const OF_TESTS = /^(?:integration|unit|e2e|end-to-end|vitest|jest|playwright|cypress)[-_]tests?[-_]/i;

function decide(question: Question): Judgement | undefined {
  const { value, names, kind } = question;
  if (OF_TESTS.test(value)) return undefined;
  if (isSaltedDigest(question) || isDerivedKey(question))
    return { group: "signing", service: undefined, name: "createHash", client: false, used: true };
  if (kind === "key" || kind === "index" || kind === "type" || kind === "module") return undefined;
  // A member of an enum is a name, unless it can be nothing but a key.
  if (kind === "enum" && (strength(value) !== "strong" || hasWords(value) || isCamelWords(value))) return undefined;
  if (question.partial && value.includes("${}")) return judgeBasicPair(question);
  if (value.length < 3 || value.length > 2048 || isVariable(value)) return undefined;
  if (kind === "compare" || question.compared !== undefined) {
    const found = judgeComparison(question);
    if (found !== undefined || kind === "compare") return found;
  }
  if (isNotifier(names) || isShown(question)) return undefined;
  if (isBasicUser(question)) return { group: "password", service: undefined, name: "users", client: false, used: true };
  if (isLoginInOne(question)) return { group: "password", service: undefined, name: "auth", client: false, used: true };
  if (isBearerToken(question)) return { group: "token", service: undefined, name: "token", client: false, used: true };
  const option = judgeOption(question);
  if (option !== undefined) return option;
  if (names[0] === "appid" && /^(?:params|qs|query|searchParams)$/.test(names[1] ?? "") && strength(value) === "strong")
    return { group: "token", service: serviceAmong(names), name: "appid", client: false, used: false };
  if (isMnemonic(question)) return { group: "token", service: undefined, name: "mnemonic", client: false, used: false };
  const pair = judgeBasicPair(question);
  if (pair !== undefined) return pair;
  const header = judgeHeader(question);
  if (header !== undefined) return header === "no" ? undefined : header;

  let service: string | undefined;
  // Calls that hand their argument on stand before the name that it goes by.
  let calls = 0;
  for (const [place, name] of names.entries()) {
    const meaning = nameMeaning(name);
    if (name.includes("#") && meaning.role === undefined) calls++;
    // `token: { env: "ACME_KEY", default: "…" }`: the variable's name stands before the setting's.
    const isSetting = place === 1 && /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(names[0] ?? "");
    const index = Math.max(0, place - calls - ((question.fallback || isSetting) && place > 0 ? 1 : 0));
    service ??= meaning.service;
    if (meaning.role === undefined) continue;
    if (meaning.role === "public") {
      if (index === 0 && isSecretAllTheSame(question, name))
        return { group: "token", service, name, client: meaning.client, used: false };
      // The innermost name says what it is; an outer one only where the literal is.
      if (index === 0) return /pub/i.test(name) ? undefined : usedAsSink(question, service);
      continue;
    }
    const judged = judgeRole(question, name, meaning, index);
    const found = judged === "signing" && isOfService(question, name, meaning, service) ? "token" : judged;
    if (found)
      return {
        group: found,
        service: service ?? serviceAmong(names),
        name,
        client: meaning.client,
        used: meaning.role === "sink" || (found === "password" && name.includes("#")),
      };
    if (index === 0 && meaning.role !== "vague" && meaning.role !== "credential") break;
  }
  return usedAsSink(question, service) ?? judgeService(question) ?? judgePackage(question);
}

/** A publishable key, unless the name says that it is none: `JWT_SECRET = "pk_…"`. */
function isShown({ names, value }: Question): boolean {
  return isPublishable(value) && (isStripesPublishable(value) || !names.some(isCalledSecret));
}

function isCalledSecret(name: string): boolean {
  const { role } = nameMeaning(name);
  return role === "signing" || role === "password" || (role === "credential" && /(?:^|_)secret/.test(snakeCase(name)));
}

/** `new Mux({ tokenSecret: "…" })`: the secret of a client of a service opens the service, and signs nothing here. */
function isOfService(
  { names, value }: Question,
  name: string,
  meaning: NameMeaning,
  service: string | undefined,
): boolean {
  return (
    meaning.role === "signing" &&
    (service ?? serviceAmong(names)) !== undefined &&
    names.some((other) => /^new .*#\d\{\}$/.test(other)) &&
    strength(value) === "strong" &&
    !/jwt|session|cookie|sign|hmac|encrypt|cipher|csrf|webhook|salt|pepper|auth/.test(snakeCase(name))
  );
}

/** `storageSecret`, `INTEGRATION_KEY_ZONE`: a word beside it means many things, but not with a value like this. */
function isSecretAllTheSame(question: Question, name: string): boolean {
  const { value, kind, partial } = question;
  const words = snakeCase(name);
  return (
    kind === "value" &&
    !partial &&
    (/(?:^|_)(?:secret|api_key|integration_key|auth_token|access_token)(?:_|$)/.test(words) ||
      (question.fallback && /_token$/.test(words)) ||
      // https://docs.apilayer.com
      (words === "access_key" && /^params$|searchParams\.(?:set|append)#1$/.test(question.names[1] ?? ""))) &&
    !/(?:^|_)(?:public|publishable|pub|anon|hash|hashed|sha\d*|digest|checksum|ids?|names?|urls?|uri|path|arn|ref|cursor|nonce|example|sample|dummy|mock|fake|test|masked|expired|redacted|site|tracking|kid|jti|version|header|prefix|csrf|client)(?:_|$)/.test(
      words,
    ) &&
    (question.fallback
      ? /^(?=.*[a-z])(?=.*\d)[\w+/-]{24,128}={0,2}$/
      : /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/-]{20,128}={0,2}$/
    ).test(value) &&
    strength(value) === "strong" &&
    !hasWords(value) &&
    !isCamelWords(value) &&
    !isIdentifierLike(value) &&
    !isPlaceholder(value)
  );
}

/** The words that a wallet is made from. https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki */
function isMnemonic({ names, value }: Question): boolean {
  return (
    names.some((name) => /mnemonic|seed_?phrase|recovery_?phrase|secret_?phrase|wallet_?seed/i.test(name)) &&
    MNEMONIC.test(value) &&
    new Set(value.split(" ")).size >= 8
  );
}

/** `createHash("sha256").update("…" + body)`: a signature made by hand. */
function isSaltedDigest({ names, value, partial }: Question): boolean {
  if (!partial || !DIGESTS.test(names[0] ?? "")) return false;
  return value
    .split(/\$\{\}|[\s:|]/)
    .some(
      (part) =>
        strength(part) === "strong" || (/secret|pepper/i.test(part) && part.length >= 8 && !isPlaceholderWord(part)),
    );
}

/** `createCipheriv("…", createHash("sha256").update("…").digest(), iv)`: the key, made of a word. */
function isDerivedKey({ names, value, partial, kind }: Question): boolean {
  return (
    !partial &&
    kind === "value" &&
    value.length >= 4 &&
    /createHash\(\)\.update#0$/.test(names[0] ?? "") &&
    names.some((name) => KEY_OF_CIPHER.test(name))
  );
}

const DIGESTS = /createHash\(\)\.update#0$|^(?:sha(?:1|256|384|512)|md5)(?:Hex|Base64|Sync|Hash)?#0$/i;

/** Lists of what must not be used, and of what tests use. */
const DECLARED_HARMLESS =
  /placeholder|dummy|(?:^|[^a-z])(?:sample|example|fake|mock)s?(?:[^a-z]|$)|forbidden|insecure|blacklist|blocklist|denylist|common_?passwords|weak_?(?:password|secret)s|known_?(?:bad|weak|default)|weak_?defaults?|(?:unsafe|legacy|old|bad)_?(?:defaults|secrets|passwords)|not_?one_?of|disallow|^devDefault$/i;

/** A literal whose variable is given to `jwt.sign` further down. */
function usedAsSink(question: Question, service: string | undefined): Judgement | undefined {
  for (const name of question.names) {
    if (nameMeaning(name).role !== "sink" || question.partial) continue;
    if (judgeRole(question, name, nameMeaning(name), 0))
      return { group: "signing", service, name, client: false, used: true };
  }
  return undefined;
}

function judgeRole(question: Question, name: string, meaning: NameMeaning, depth: number): SecretGroup | undefined {
  const { value } = question;
  switch (meaning.role) {
    case "sink":
      if (question.names.some((other) => /pub(?:lic)?_?key/i.test(other))) return undefined;
      if (question.partial || /^-----BEGIN (?:PUBLIC|CERT|RSA PUBLIC)/.test(value) || isPathLike(value))
        return undefined;
      // What reaches the call is the key, even `"JWT_SECRET"`: the name of a variable would be read first.
      return /^(?:RS|ES|HS|PS)\d{3}$|^(?:sha\d*|md5|utf-?8|hex|base64|development|production|staging|\d{1,4} ?(?:ms|[smhdwy]|days?|hours?|minutes?)|[*•.x-]+)$/i.test(
        value,
      )
        ? undefined
        : "signing";
    case "signing":
      return isSigningKey(question, name, depth) ? "signing" : undefined;
    case "password":
      if (isPassword(question, name, depth)) return "password";
      return question.fallback && isUuid(value) && /master_key/.test(snakeCase(name)) ? "token" : undefined;
    case "credential":
      return isCredential(question, name, depth) ? "token" : undefined;
    case "vague":
      return isVague(question, name, meaning) ||
        (!isAnalytics(name) && isServiceKey(question, name) && isCredential(question, name, depth))
        ? "token"
        : undefined;
    default:
      return undefined;
  }
}

function isCredential(question: Question, name: string, depth: number): boolean {
  const { value } = question;
  if (question.place === "config" && /node_env\W{1,6}test\b/.test(question.context())) return false;
  if (question.partial || value.length < 8 || /\s/.test(value) || isPathLike(value) || isEnvironmentName(value))
    return false;
  if (isPlaceholder(value) || isHashOrRegex(value) || isCodeLike(value) || sameAsName(value, name)) return false;
  if (isSearchKey(question, name)) return false;
  // A JSON Web Token in a comment shows an answer; a read-only token of Nx is made to be committed.
  const decoded = decodePrintable(value);
  if ((question.place === "comment" && value.startsWith("eyJ")) || decoded?.endsWith("|read")) return false;
  if (decoded !== undefined && (isPlaceholder(decoded) || /^user(?:name)?:pass(?:word)?$/.test(decoded))) return false;
  // An ObjectId: only a name that leaves no doubt.
  if (
    /^[0-9a-f]{24}$/.test(value) &&
    !/key|secret|password|^[\w.]*token#\d$/i.test(name) &&
    serviceAmong(question.names) === undefined &&
    !isPlainToken(question, name)
  )
    return false;
  if (isIdentifierLike(value)) return /^[0-9a-f]{8}-/i.test(value) && isUuidKey(question, name);
  if (/^[a-z]+(?:[-_.:][a-z]+)+(?:-\d{1,5})?$/.test(value) && value.length < 40) return false;
  if (isChainAddress(value, question.context)) return false;
  // https://www.omdbapi.com: eight digits.
  if (isShortHex(value) && /^api_?key$/.test(snakeCase(name)) && /https?:/.test(question.context())) return true;
  if (/^(?:token|key|secret|tokens|passcode)$/.test(name) && isSamplePayload(question)) return false;
  const how = strength(value);
  if (how === "strong") return depth === 0 || value.length >= 20 || /^authorization$/i.test(name);
  if (how === "medium")
    return depth === 0 && (value.length >= 10 || /secret/i.test(name)) && !/^[a-z]+(?:[-_.][a-z\d]+)+$/.test(value);
  return false;
}

/** No id of a row: a setting, an argument of a command, a header, an option of what is made with it. */
function isPlainToken({ names, place }: Question, name: string): boolean {
  return (
    (/token/i.test(name) && (place === "config" || /^[A-Z][A-Z_]+$/.test(name) || /^[A-Z][\w]*-[\w-]+$/.test(name))) ||
    MADE_WITH.test(names[1] ?? "")
  );
}

/** The options of what is made with them: `AcmeModule.forRoot({ token: "…" })`. */
const MADE_WITH = /^(?:new [A-Z]\w*|create[A-Z]\w*|[A-Z]\w*Module\.(?:forRoot|register))#\d\{\}$/;

function isShortHex(value: string): boolean {
  return /^(?=.*\d)(?=.*[a-f])[0-9a-f]{8}$/.test(value);
}

/** `{ appId, apiKey, indexName }`: what a page searches with. https://docsearch.algolia.com/docs/api */
function isSearchKey({ value, context }: Question, name: string): boolean {
  if (!/^[0-9a-f]{32}$/.test(value) || snakeCase(name) !== "api_key") return false;
  const around = context();
  const at = around.indexOf(value);
  return /indexname\b/.test(around.slice(Math.max(0, at - 160), at + 160)) && !/admin/.test(around);
}

/** UUIDs are ids, unless the name leaves no doubt. */
function isUuidKey(question: Question, name: string): boolean {
  const plain = snakeCase(name.replace(/#\d+$/, "")).replace(/_(?:live|prod|production|main|primary|secondary)$/, "");
  // What stands in for a missing variable: `EXPORT_TOKEN_ORDERS`, whatever the token is for.
  const words = question.fallback
    ? plain.replace(/((?:^|_)(?:token|secret|api_key|master_key|access_key|sync_key|private_key))_[a-z]{3,12}$/, "$1")
    : plain;
  if (
    /(?:^new_\w+_\d$|^\w+_key$|api_?key|secret|api_token|access_token|auth_token|access_key|license_key|^key_for|subscription_key|x_api_key|password|bearer|authorization|credentials?|(?:^|_)token)$/.test(
      words,
    )
  ) {
    return question.fallback || !/^0{8}|^1{8}|^(?:12345678|abcdef)/i.test(question.value);
  }
  return serviceAmong(question.names) !== undefined && /key|token|secret/.test(words);
}
