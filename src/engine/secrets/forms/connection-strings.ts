/**
 * Logins inside URLs and connection strings.
 *
 * `postgres://user:password@host/db`, `Server=…;Password=…`, `redis-host:6380,password=…`, `?api_key=…`.
 */

import { isPlaceholderWord, isVariable, saysPlaceholder, strength } from "../judge/shape.ts";
import { isPublishable, isUuid, isWeakDefault } from "../judge/value-tests.ts";
import { formOfValue } from "./forms.ts";

export interface ConnectionSecret {
  readonly start: number;
  readonly end: number;
  /** The secret part alone. */
  readonly value: string;
  readonly kind: "connection-string" | "webhook-url" | "url-parameter";
  readonly scheme: string;
  readonly host: string;
}

const AUTHORITY =
  /((?:cn|uid|ou|dc)=[^\s"'`<>\\/:@;]{1,200}|[^\s"'`<>\\/:@,;]{0,200}(?:@[^\s"'`<>\\/:@,;]{1,100})?):([^\s"'`<>\\/]{1,300})@([A-Za-z0-9._-]{1,255}|\[[0-9a-fA-F:]{2,45}\]|\$\{[^}]{1,80}\}|<[\w-]{1,40}>)(?=[/:?#\s"'`,;)\\]|$)/y;

/** A URL with a login whose `://` starts at `colon`. */
export function urlLogin(text: string, colon: number): ConnectionSecret | undefined {
  AUTHORITY.lastIndex = colon + 3;
  const match = AUTHORITY.exec(text);
  if (match === null) return tokenAlone(text, colon);
  let from = colon;
  while (from > 0 && colon - from < 31 && /[a-z\d+.-]/i.test(text[from - 1] as string)) from--;
  const scheme = text.slice(from, colon).toLowerCase();
  if (!/^[a-z][a-z\d+.-]+$/.test(scheme)) return undefined;
  const [, user, password, host] = match as unknown as [string, string, string, string];
  // https://docs.github.com/en/rest/authentication: the token stands in place of the user.
  const isTokenFirst = password === "x-oauth-basic" && strength(user) === "strong" && !saysPlaceholder(user);
  if (!isTokenFirst && !isRealLogin(user, password, host, scheme)) return undefined;
  const start = colon - scheme.length;
  const rest = /^[^\s"'`<>\\]{0,400}/.exec(text.slice(AUTHORITY.lastIndex))?.[0] ?? "";
  return {
    start,
    end: AUTHORITY.lastIndex + rest.replace(/[),;.]+$/, "").length,
    value: isTokenFirst ? user : decode(password),
    kind: "connection-string",
    scheme,
    host: host.toLowerCase(),
  };
}

const SCOTT = /([\w$#]{1,60})\/([^\s"'`@/]{3,100})@(?:\/\/)?([\w.-]{1,255})/y;

/** `jdbc:oracle:thin:user/password@host:1521:orcl`; `from` is where the user begins. */
export function oracleLogin(text: string, from: number): ConnectionSecret | undefined {
  SCOTT.lastIndex = from;
  const match = SCOTT.exec(text);
  if (match === null) return undefined;
  const [, user, password, host] = match as unknown as [string, string, string, string];
  if (!isRealLogin(user, password, host, "oracle")) return undefined;
  const start = from + user.length + 1;
  return { start, end: start + password.length, value: password, kind: "connection-string", scheme: "oracle", host };
}

const ALONE = /([\w-]{20,255})@([A-Za-z\d.-]{4,255})(?=[/:?#\s"'`]|$)/y;

/** `https://token@github.com/…`: no user, the token alone. A Sentry DSN is made like this, and public. */
function tokenAlone(text: string, colon: number): ConnectionSecret | undefined {
  const scheme = /(?:https?|discord|slack|telegram|teams|gotify|pushover|nats|rediss?)$/i.exec(
    text.slice(Math.max(0, colon - 9), colon),
  )?.[0];
  if (scheme === undefined) return undefined;
  ALONE.lastIndex = colon + 3;
  const match = ALONE.exec(text);
  if (match === null) return undefined;
  const [, token, host] = match as unknown as [string, string, string];
  if (
    /sentry|ingest|bugsink|glitchtip/i.test(host) ||
    /^\/\d+["'`\s]/.test(text.slice(ALONE.lastIndex, ALONE.lastIndex + 20))
  )
    return undefined;
  if (strength(token) !== "strong" || SAMPLE_HOST.test(host) || saysPlaceholder(token)) return undefined;
  const start = colon - scheme.length;
  const rest = /^[^\s"'`<>\\]{0,400}/.exec(text.slice(ALONE.lastIndex))?.[0] ?? "";
  return { start, end: ALONE.lastIndex + rest.length, value: token, kind: "connection-string", scheme, host };
}

/** A host of the network: no container, no machine of a developer's own, no sample. */
export function isRemote(host: string): boolean {
  return host.includes(".") && !LOCAL.test(host) && !SAMPLE_HOST.test(host);
}

const LOCAL =
  /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal|[a-z][a-z\d_-]*|[\w.-]+\.(?:local|localhost|test|internal\.test|docker))$/i;
const SAMPLE_HOST =
  /(?:^|\.)(?:example|sample|domain|yourdomain|mydomain|host|hostname|server|foo|bar|your-?[\w-]+|my-?host|test|invalid)(?:\.(?:com|org|net|io|dev|co|test|local))?(?:\.\w{2,3})?$|^(?:xxx|\.\.\.|<|\$\{|%|\{)|^ep-xxx|(?:^|[.-])x{3,}|^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/i;
/** What documentation writes in place of a password, whatever the host. */
const SAMPLE_PASSWORD =
  /^(?:p[a@]ss(?:w(?:or)?d)?|pwd|passwd|passphrase|secret|token|user|username|usr|example|sample|change_?me|foo|bar|baz|my_?(?:password|pass|pwd|secret|token)|your\w*|the_\w+|some_\w+|key|xxx+|x-oauth-basic|x-token-auth|\w*_(?:password|passwd|pwd|pass|token|secret|key)|[a-z]*(?:password|passwd|token|secret)|p|pw|redacted|value|string|none|null|empty)$/i;
/** What development machines use besides. */
const COMMON =
  /^(?:root|admin|postgres|postgresql|mysql|mongo|mongodb|redis|rabbitmq|guest|test\w*|dev|development|local|docker|default|foobar|hunter2|app|api|db|database|demo|a|b|c|123\d*|1234\w*|abc\d*|qwerty|nobody|anonymous|clickhouse|minio\w*|password\d*|pass\d*|secret\d*|example\d*)$/i;

function isRealLogin(user: string, rawPassword: string, host: string, scheme: string): boolean {
  const password = decode(rawPassword);
  if (
    isVariable(rawPassword) ||
    isVariable(password) ||
    /\$[{(]|^\$|[{}<>]|\*{2,}|\.{3}|^%[A-Za-z_]|^\[|^\(|^:|^x{3,}$|x{5,}/i.test(rawPassword)
  )
    return false;
  if (isDocumentation(user) && password.length < 5) return false;
  if (/^[\d.]+$/.test(rawPassword) && rawPassword.length < 6 && /^https?$/.test(scheme) && user.includes("."))
    return false;
  // `sally:sallypass` shows how it is written.
  if (new RegExp(`^${escapeExpression(user)}[-_]?(?:pass|password|pw|pwd|secret)$`, "i").test(password)) return false;
  // The name of an account. https://cloudinary.com/documentation/node_integration#configuration
  const local =
    LOCAL.test(host) && !/^(?:cloudinary|snowflake)$/.test(scheme) && !/(?:^|[-_])pro?d(?:[-_\d]|$)/.test(host);
  if (password === user && (local || isDocumentation(user))) return false;
  const known = local || SAMPLE_HOST.test(host) || isDocumentation(user);
  if (known ? saysPlaceholder(password) : isPlaceholderWord(password)) return false;
  if (SAMPLE_PASSWORD.test(password) && (known || !isWeakDefault(password) || password.length < 9)) return false;
  if (local && COMMON.test(password)) return false;
  if (/(?:^|\.)sentry\.io$|\.ingest\./.test(host)) return false;
  if (SAMPLE_HOST.test(host) && !isStrong(password) && !isChosen(password)) return false;
  if (/example\.(?:com|org|net)$/i.test(host) && strength(password) !== "strong" && !isChosen(password)) return false;
  if (local) return isStrong(password) && !new RegExp(`^${escapeExpression(user)}`, "i").test(password || "x");
  return password.length >= 3;
}

function isDocumentation(user: string): boolean {
  return /^(?:user|username|usr|login|foo|bar|name|me|john|alice|bob|\w*example\w*|your\w*|my\w*)$/i.test(user);
}

function isStrong(password: string): boolean {
  const how = strength(password);
  return (
    how === "strong" ||
    (how === "medium" && password.length >= 10) ||
    (/[^\w.-]/.test(password) && /\d/.test(password) && password.length >= 8)
  );
}

/** As people choose one, and documentation does not: letters of both cases and digits, no `P4ssw0rd`. */
function isChosen(password: string): boolean {
  return (
    /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)\S{8,}$/.test(password) &&
    !/p[a@4][s$5]{2}|s[e3]cr[e3]t|example|your|dummy|test/i.test(password) &&
    !isPlaceholderWord(password)
  );
}

function escapeExpression(text: string): string {
  return text === "" ? "(?!)" : text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function decode(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const PAIR =
  /(?:^|[;,?&\s"'`])(password|pwd|pass|passwd|accountkey|sharedaccesskey|accesskey|secret|user[ _]?password|auth_?token)\s?=\s?(?:"([^"]{3,200})"|'([^']{3,200})'|([^;,&"'`\s<>]{3,200}))/gi;

/** `Server=…;User Id=…;Password=…` in one line; `offset` is where the line starts in the file. */
export function pairLogins(line: string, offset: number): readonly ConnectionSecret[] {
  if (
    !/\b(?:server|host|data source|addr(?:ess)?|user(?: ?id|name)?|uid|dbname|database|initial catalog|endpoint|ssl|abortconnect|accountname|driver|jdbc:[a-z]+:)\b\s*[=:/@]|:\d{4,5},/i.test(
      line,
    )
  )
    return [];
  const found: ConnectionSecret[] = [];
  for (const match of line.matchAll(PAIR)) {
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    if (
      isVariable(value) ||
      SAMPLE_PASSWORD.test(value) ||
      isPlaceholderWord(value) ||
      /\$[{(]|^\$|[{}<>()]|\*{2,}|#{3,}|\.{3}/.test(value) ||
      value.length < 4
    )
      continue;
    if (!/[;&,?]/.test(line) && !/\bhost\s*=|\bdbname\s*=/.test(line)) continue;
    // The rules of a database make complex passwords on every machine: `Passw0rd!`.
    if (/\b(?:localhost|127\.0\.0\.1)\b/i.test(line) && strength(value) !== "strong") continue;
    if (isOfNeighbour(line) && isDefaultLogin(line, value)) continue;
    // `const USER_PASSWORD = "user@…"`: a variable, and no line of pairs.
    if (match[4] === undefined && DECLARED.test(line.slice(0, match.index + 1))) continue;
    // `const password = await users.find({ host: … })`: code, not a value.
    if (match[4] !== undefined && /^(?:await|new|null|undefined|true|false|async|typeof|function)$/.test(value))
      continue;
    if (/^[a-z]+[A-Z]\w*$|^this\.|^process\.|^self\./.test(value) && !/\d/.test(value)) continue;
    const start = offset + match.index + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, value, kind: "connection-string", scheme: "", host: "" });
  }
  return found;
}

const DECLARED = /^\s*(?:export\s+)?(?:const|let|var)\s+$/;

/** The host is one word: a container beside this one. */
function isOfNeighbour(line: string): boolean {
  const host =
    /\b(?:server|host|data source|addr(?:ess)?)\s?=\s?([^;,"'\s]+)/i.exec(line)?.[1] ??
    /([\w.-]+):\d{4,5},/.exec(line)?.[1];
  return host !== undefined && LOCAL.test(host.replace(/^tcp:/, "").replace(/:\d+$/, ""));
}

/** The password is the user's name, or the product's. */
function isDefaultLogin(line: string, password: string): boolean {
  const user = /\b(?:user(?: ?id|name)?|uid)\s?=\s?([^;,"'\s]+)/i.exec(line)?.[1];
  return user === password || COMMON.test(password);
}

const PARAMETER =
  /[?&;]((?:[a-z\d]{2,20}[-_]){0,4}(?:api[-_]?key|license[-_]?key|api[-_]?token|apikey|access[-_]?token|access[-_]?key|webhook[-_]?secret|secret[-_]?key|auth[-_]?token|token|key|secret|client_secret|password|sig|signature|appid|app_?key|code|hapikey|private_token|subscription-key))=([A-Za-z0-9_\-.~%+/=|:]{12,400})/gi;

/** `https://…?api_key=…`: the secret in an address whose host begins at `from`. */
export function urlParameters(text: string, from: number): readonly ConnectionSecret[] {
  const url = /^[^\s"'`<>\\]{8,2000}/.exec(text.slice(from, from + 2000))?.[0];
  if (url === undefined || !url.includes("=")) return [];
  const host = /^[^/?#:]+/.exec(url)?.[0] ?? "";
  if (SAMPLE_HOST.test(host) || LOCAL.test(host)) return [];
  if (
    /^maps\.google|fonts\.google|googletagmanager|google-analytics|gravatar|youtube\.com\/watch|docs\.google\.com|\/(?:oauth2?|authorize|callback|login|signin|verify|reset|confirm)\b/.test(
      url,
    )
  )
    return [];
  const found: ConnectionSecret[] = [];
  for (const match of url.matchAll(PARAMETER)) {
    const value = match[2] as string;
    const isStrong = strength(value) === "strong" || (isUuid(value) && /key|secret/i.test(match[1] as string));
    if (isVariable(value) || !isStrong || saysPlaceholder(value)) continue;
    const least = /^api[.-]/.test(host) && match[1] === "key" ? 16 : 24;
    if (/^(?:key|code|sig|signature)$/i.test(match[1] as string) && value.length < least) continue;
    if (formOfValue(value, [])?.publishable === true || isPublishable(value)) continue;
    const start = from + match.index + match[0].length - value.length;
    found.push({ start, end: start + value.length, value, kind: "url-parameter", scheme: "", host });
  }
  return found;
}
