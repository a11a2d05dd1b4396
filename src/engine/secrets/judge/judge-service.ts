/** Names that say little, `key` and `auth`, or only whose: what the service and the value itself tell. */
import { decodePrintable } from "../tokens/cook.ts";
import type { Judgement, Question } from "./judge.ts";
import { isSamplePayload } from "./judge-password.ts";
import { type NameMeaning, nameMeaning, serviceAmong, snakeCase } from "./secret-names.ts";
import { entropy, isBase64, isIdentifierLike, isPlaceholder, isWord, isWords, splitWords, strength } from "./shape.ts";
import {
  hasWords,
  isCamelWords,
  isChainAddress,
  isCodeLike,
  isEnvironmentName,
  isHashOrRegex,
  isPathLike,
  isUuid,
} from "./value-tests.ts";
import { plausibleVendor } from "./vendor.ts";

/** `openweatherKey`, `new OpenWeather(…)`: the service makes a vague name plain. */
export function isServiceKey(question: Question, name: string): boolean {
  const meaning = nameMeaning(name);
  return (
    meaning.service !== undefined &&
    question.kind === "value" &&
    question.value.length >= 12 &&
    !hasWords(question.value)
  );
}

/** `mixpanel.init("…")`: everybody who opens the page reads it. */
export function isAnalytics(name: string): boolean {
  // What a browser subscribes with: https://pusher.com/docs/channels/getting_started/javascript
  if (name === "new Pusher#0") return true;
  return /\.(?:init|initialize|load|boot|start|install|configure|\w+WithToken)#\d/.test(name) && ANALYTICS.test(name);
}

/** `Bugsnag.start({ apiKey: "…" })`: with it errors are sent, and nothing is read. */
export function isNotifier(names: readonly string[]): boolean {
  return names.some((name) => /^(?:new )?bugsnag(?:\.(?:start|init|createClient))?#0(?:\{\})?$/i.test(name));
}

/** What a browser tells them is seen by everybody. */
const ANALYTICS =
  /analytics|mixpanel|amplitude|posthog|segment|heap|hotjar|fullstory|logrocket|clarity|intercom|crisp|datadog|sentry|gtag|pixel|plausible|fathom|matomo|umami|appcues|pendo|statsig|launchdarkly|configcat|rudder/i;

/** `client.login("…")`, `new MailClient("…")`: what stands there opens something. */
const LOGS_IN =
  /(?:^|\.)create\w*Client#[01]$|(?:^|[.\s])(?:log_?in|sign_?in|auth|authenticate|authorize|bearer|connect\w*)#0$|^new \w*(?:Client|Api|API|SDK|Sdk|Bot|Wrapper)#[01]$/i;

/** The value goes into an address: `` `…?key=${key}` ``. */
const IN_ADDRESS = /[?&](?:api_?key|key|access_?token|token|auth|appid)=\$\{(?:key|auth|token|access)\}/;

/** `key`, `auth`: only a value that cannot be anything else. */
export function isVague(question: Question, name: string, meaning: NameMeaning): boolean {
  const { value } = question;
  const isSetting = /^[A-Z][A-Z\d_]*_KEY$/.test(name);
  const least = isSetting || name.startsWith("new ") || serviceAmong(question.names) !== undefined ? 16 : 20;
  if (question.partial || value.length < least || value.length > 200 || /\s/.test(value)) return false;
  // Several keys are the names of things: `columnKeys`, `legacyKeys`.
  if (isAnalytics(name) || (/keys$/i.test(name) && meaning.service === undefined)) return false;
  if (isUuid(value) && /(?:^|_)key$/.test(snakeCase(name)) && (isSetting || serviceAmong(question.names) !== undefined))
    return true;
  if (isEntry(question, name) || isPublicHex(value, name)) return false;
  if (isFromPackage(question, name) || isSentAsKey(question, name)) return true;
  if (isUuid(value) && name.includes("#0") && !name.endsWith("{}"))
    return (
      (meaning.service !== undefined && !ANALYTICS.test(name)) ||
      /^create\w+Client#0$|^new \w+(?:Client|Api|SDK)#0$/i.test(name)
    );
  // https://docs.fal.ai/authentication/key-based: an id and a secret.
  if (/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}:[\da-f]{32}$/.test(value)) return true;
  if (isIdentifierLike(value) || isPathLike(value) || isHashOrRegex(value) || isCodeLike(value) || isPlaceholder(value))
    return false;
  if (isName(value) || isChainAddress(value, question.context)) return false;
  if (strength(value) !== "strong" || hasWords(value) || isCamelWords(value) || isSamplePayload(question)) return false;
  if (meaning.service !== undefined || serviceAmong(question.names) !== undefined || LOGS_IN.test(name)) return true;
  if (IN_ADDRESS.test(question.context()) || isOfHost(question, name)) return true;
  if (/^[a-f0-9]+$/i.test(value))
    // Digests of content have 40 or 64.
    return (
      isOnlyArgument(question, name) ||
      (/_key(?:_?\d)?$|^key$/.test(snakeCase(name)) &&
        question.kind !== "attribute" &&
        (value.length === 32 || value.length === 48 || (isSetting && /^(?:40|64)$/.test(String(value.length)))))
    );
  // What stands in for a missing `ACME_KEY`.
  if (isSetting && question.fallback && (value.match(/\d/g) ?? []).length > 1 && /^[\w+/=-]+$/.test(value)) return true;
  const hasBothCases = /[a-z]/.test(value) && (/[A-Z]/.test(value) || value.length >= 28);
  const isUpper =
    (isSetting ? /^[A-Z\d]{16,}$/ : /^[A-Z\d]{20,}$/).test(value) && (value.match(/\d/g) ?? []).length >= 4;
  return (
    /\d/.test(value) &&
    (hasBothCases || isUpper) &&
    entropy(value) >= 3.6 &&
    (!/[.:/]/.test(value) || isBase64(value) || isPrefixed(value))
  );
}

/** A fingerprint of OpenPGP (RFC 4880, 12.2); 32 bytes of a chain, which are a key only where a name says whose. */
function isPublicHex(value: string, name: string): boolean {
  if (/^[\dA-F]{40}$/.test(value)) return /[A-F]/.test(value);
  return (
    /^0x[\da-f]{64}$/i.test(value) &&
    !/priv|wallet|signer|deployer|owner|account|relayer|operator|admin|minter|eoa|sender|user|eth/.test(snakeCase(name))
  );
}

/** `{ key: "…", value: 3 }`: what an entry is found by. */
function isEntry({ value, context }: Question, name: string): boolean {
  if (name !== "key") return false;
  const around = context();
  const at = around.indexOf(value.toLowerCase());
  if (at < 0) return false;
  return (
    /^["'`]\s*,\s*["']?value["']?\s*:/.test(around.slice(at + value.length, at + value.length + 40)) ||
    /\bvalue["']?\s*:\s*[^{}]{1,80},\s*["']?key["']?\s*:\s*["'`]$/.test(around.slice(Math.max(0, at - 140), at))
  );
}

/** `new Movidesk("…")`, `freee.init("…")`: the one argument of what a package of that name gives. */
function isFromPackage({ value, names, context, partial }: Question, name: string): boolean {
  if (partial || name !== names[0] || !(isRandom(value) || isMixed(value)) || ANALYTICS.test(name)) return false;
  // `require("acme")("…")`
  if (name.startsWith("require ")) return !/^require (?:\.|node:|mongoose|debug)/.test(name);
  const owner =
    /^(?:new )?([A-Za-z]\w{2,24})(?:\.(?:init|configure|auth|authenticate|setup|connect|login))?#[01]$/.exec(name)?.[1];
  if (owner === undefined) return false;
  const text = context();
  if (name.endsWith("#1") && (!/^(?:new |algoliasearch#)/.test(name) || IN_PAGES.test(text))) return false;
  const plain = owner.replace(/(?<=.{3})(?:Client|API|Api|SDK|Sdk|Wrapper)$/, "").toLowerCase();
  const dashed = snakeCase(owner).replaceAll("_", "-");
  const endings = ["", "-js", ".js", "-node", "-sdk", "-client", "-api"];
  return [...endings.map((ending) => plain + ending), dashed, `node-${plain}`].some((from) =>
    ['"', "'"].some(
      (quote) => text.includes(`from ${quote}${from}${quote}`) || text.includes(`require(${quote}${from}${quote})`),
    ),
  );
}

/** `import acme from "acme"; acme("…")`: a package that is a function, and takes its key. */
export function judgePackage(question: Question): Judgement | undefined {
  const { names, kind } = question;
  const name = names[0] ?? "";
  if (kind !== "value" || !/^[A-Za-z]\w{2,24}#0$/.test(name) || TRANSFORMS.test(name) || !isFromPackage(question, name))
    return undefined;
  const service = nameMeaning(name).service ?? plausibleVendor(snakeCase(name.slice(0, -2)));
  return { group: "token", service, name, client: false, used: false };
}

/** Functions that make another value of what they are given or look at it, and those that set up a page. */
const TRANSFORMS =
  /^(?:init|load|track|start|boot|mount|render|register|is|to|from|as|parse|format|decode|encode|encrypt|decrypt|hash|object|slug|validate|escape|sanitize|short|use|get|merge|clone|deep|bs|base|b|md|sha|crc)(?=[A-Z\d_]|#)|^(?:slugify|validator|chalk|debug|axios|fetch|got|ky|request|qs|cookie|uuid|nanoid|cuid|ulid|hex|bcrypt|bcryptjs|argon2|crypto|buffer|cid|CID|jwt|jws|jose|jwtDecode|dayjs|moment|color|invariant|assert|expect|cn|clsx|classnames|dedent|glob|path|mime|semver|lodash|memoize|ms|url)#|(?:[hH]ash|Id|[pP]arse|[pP]arser|[dD]ecode|[eE]ncode|Address|Key|String|Digest|Bytes|Date)#/;

/** What a page searches with is no secret; an index of a server is written to. */
const IN_PAGES = /["']react|instantsearch|use client|docsearch|searchclient|search_?only|public|<\/|vue["']/;

/** A UUID, hexadecimal, or letters of both cases with digits, as machines make keys. */
function isRandom(value: string): boolean {
  if (isUuid(value) || /^[\da-f]{20,64}$/.test(value)) return /\d/.test(value);
  return (
    strength(value) === "strong" &&
    /^[\w+/.=:~|%-]{16,2000}$/.test(value) &&
    /[A-Za-z]/.test(value) &&
    /\d[^\d]*\d/.test(value) &&
    (/^(?=.*[a-z])[\w+/-]+={0,2}$/.test(value) ||
      !(hasWords(value) || isCamelWords(value) || isPathLike(value) || isCodeLike(value) || isIdentifierLike(value)))
  );
}

/** Shorter, or with signs: what only the one function of a package of that name is given. */
function isMixed(value: string): boolean {
  return (
    /^[!-~]{12,400}$/.test(value) &&
    (strength(value) === "strong" || (strength(value) === "medium" && /\d(?:.*\d){2}/.test(value))) &&
    !/^(?:https?|wss?|file|data):|[<>{}();\\"'`]/.test(value) &&
    !(hasWords(value) || isCamelWords(value) || isPathLike(value) || isCodeLike(value) || isIdentifierLike(value))
  );
}

/** `params: { key: "…" }`, `searchParams.set("key", "…")`, `.auth("…", { type: "bearer" })`: sent with every request. */
function isSentAsKey({ value, names, context }: Question, name: string): boolean {
  if (!(isUuid(value) || (strength(value) === "strong" && !hasWords(value) && !isCamelWords(value)))) return false;
  if (/(?:^|\.)auth#0$/.test(name)) return /type["']?\s?:\s?["']bearer/.test(context());
  if (/_headers?$/.test(snakeCase(name.replace(/#0$/, "")))) return name.endsWith("#0");
  if (name !== names[0]) return false;
  // `createAcme({ auth: "…" })`, `new Acme({ auth: { key: "…" } })`
  if (name === "auth" || (name === "key" && names[1] === "auth"))
    return /^(?:new )?[\w.]+#\d\{\}$/.test(names[name === "auth" ? 1 : 2] ?? "");
  return (
    name === "key" &&
    /^(?:params|qs|query|searchParams)$|searchParams\.(?:set|append)#1$|^new URLSearchParams#0\{\}$/.test(
      names[1] ?? "",
    )
  );
}

/** `trintKey` beside `https://api.trint.com`. */
function isOfHost({ value, context }: Question, name: string): boolean {
  const owner = /^([a-z][a-z\d]{2,20})_(?:key|auth|token)$/.exec(snakeCase(name))?.[1];
  return (
    owner !== undefined &&
    value.length >= 24 &&
    (context().includes(`://api.${owner}.`) ||
      context().includes(`://${owner}.`) ||
      context().includes(`.${owner}.com`))
  );
}

/** `new HfInference("9b80e7…")`: hexadecimal, to a class that is no thing with an id or an address. */
function isOnlyArgument({ value, names }: Question, name: string): boolean {
  return (
    /^(?:32|40|48|64)$/.test(String(value.length)) &&
    name === names[0] &&
    /^new [A-Z]\w*#[01]$/.test(name) &&
    !/(?:Id|ID|Key|Hash|Address|Contract|Error|Exception|Token|Commit|Digest|Hex|Uint8Array|Buffer|Bytes|Date|Set|Map|Event|Entity|Model|Dto|User|Block|Tx|Transaction|Sha\w*|Blob|File|Revision|Version)#[01]$/.test(
      name,
    )
  );
}

/** `gapi_…==`, `perm:ab12.cd34.ef56`, `id.secret`: a short word before, and parts that are nothing but chance. */
function isPrefixed(value: string): boolean {
  const body = value.replace(/^[A-Za-z]{2,10}[_:]/, "");
  if (isBase64(body)) return true;
  const parts = body.split(/[.:]/);
  if (parts.length > 5 || !parts.every((part) => /^[\w-]{6,}$/.test(part) && strength(part) !== "weak"))
    return parts.length === 2 && parts.every((part) => !isWords(part)) && parts.some(isLongRandom);
  return parts.every((part) => part.length >= 10 && /\d/.test(part)) || parts.some(isLongRandom);
}

function isLongRandom(part: string): boolean {
  return part.length >= 20 && /\d/.test(part) && strength(part) === "strong";
}

/** A placeholder in base64. */
function isPlaceholderInside(value: string): boolean {
  const decoded = decodePrintable(value);
  return decoded !== undefined && isPlaceholder(decoded);
}

/** `Q-638a78b9-…-0`, `WanVideo14B_I2V_480p`: an id with its number, or short parts of which one is a word. */
function isName(value: string): boolean {
  if (/^(?:[A-Za-z]{1,3}[-_])?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?:[-_]\d{1,4}|[\da-f]{4,32})$/i.test(value))
    return true;
  const parts = value.split(/[-_.]/);
  return (
    parts.length > 1 &&
    value.length <= 48 &&
    parts.every((part) => part.length <= 12) &&
    parts.some((part) => splitWords(part).some((word) => /^[A-Z]?[a-z]{3,}$/.test(word) && isWord(word)))
  );
}

/** No name of a secret, but the name of a service and a value that is nothing else. */
export function judgeService(question: Question): Judgement | undefined {
  const { value, names } = question;
  if (
    question.partial ||
    value.length < 20 ||
    value.length > 200 ||
    /[\s/]/.test(value) ||
    !/^(?:value|enum)$/.test(question.kind)
  )
    return undefined;
  const name = names[0];
  if (name === undefined) return undefined;
  const meaning = nameMeaning(name);
  if (meaning.role === "public" || meaning.service === undefined || meaning.service.length < 5) return undefined;
  if (/(?:^|_)(?:signature|delivery|event|request|trace|version|agent|checksum)$/.test(snakeCase(name)))
    return undefined;
  if (isAnalytics(name)) return undefined;
  if (isIdentifierLike(value) || isHashOrRegex(value) || isPlaceholder(value) || isEnvironmentName(value))
    return undefined;
  if (isPlaceholderInside(value)) return undefined;
  if (strength(value) !== "strong" || hasWords(value) || isCamelWords(value)) return undefined;
  // What a store is told are keys of rows.
  if (
    name.includes("#") &&
    /^(?:redis|mongo\w*|kafka|nats|mqtt|rabbitmq|elastic\w*|postgres\w*|mysql|mariadb|sqlserver)$/.test(meaning.service)
  )
    return undefined;
  const words = snakeCase(name.replace(/#\d(?:\{\})?$/, "")).split("_").length;
  if (!/^[\w-]+={0,2}$/.test(value) || words > (name.includes("#") ? 5 : 3)) return undefined;
  return { group: "token", service: meaning.service, name, client: meaning.client, used: false };
}
