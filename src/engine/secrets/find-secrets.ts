/**
 * All secrets of one text file.
 *
 * One pass of a word automaton over the text; what it does not hit costs nothing more. Tokens are known by form around
 * the hits; names and uses are read by a small lexer in code, line by line elsewhere.
 */
import { type ConnectionSecret, pairLogins, urlLogin, urlParameters } from "./connection-strings.ts";
import { commandValues, kubernetesSecrets, namedValues } from "./data-files.ts";
import { type FileKind, fileKind, isExamplePath, isGenerated, isTestPath } from "./file-kind.ts";
import { maskSecret, secretFingerprint } from "./fingerprint.ts";
import { type FormMatch, formOfValue, isSampleToken, matchInfix, matchPrefix, SEARCHED_PREFIXES } from "./forms.ts";
import { schemeProvider, serviceTitle, variableOfNames, variableOfScheme } from "./found-names.ts";
import type { FoundSecret, SecretRule } from "./found-secret.ts";
import { type Judgement, judge, mayMatter } from "./judge.ts";
import { isKnownSample } from "./known-samples.ts";
import { type Tokens, tokenize } from "./lexer.ts";
import { literalSites } from "./literals.ts";
import { loggedSecrets } from "./logged-secrets.ts";
import { encodedPrivateKeyAt, jwkPrivateAt, type PrivateKey, privateKeyAt, puttyKeyAt } from "./private-keys.ts";
import { GATED_FORMATS, INFIX_FORMATS } from "./providers/infix-formats.ts";
import { isRefusedAtStart, refusesValue } from "./refused-fallback.ts";
import { CLIENT_PREFIX, nameMeaning, snakeCase } from "./secret-names.ts";
import { describeShape } from "./shape.ts";
import type { LiteralSite } from "./sites.ts";
import { createWordScanner } from "./word-scanner.ts";

/** Words that make names of secrets, and calls that take them. */
const STRONG_WORDS = [
  "secret",
  "passw",
  "passphrase",
  "pwd",
  "apikey",
  "api_key",
  "api-key",
  "credential",
  "jwt",
  "hmac",
  "cipher",
  "pepper",
  "salt",
  "creds",
  "_pass",
  "pass:",
  'pass"',
  "pass =",
  "pass=",
  "dbpass",
  "passcode",
  "_pw:",
  '_pw"',
  "_pw =",
  "sign(",
  "verify(",
  "cookieparser",
  "session(",
  "bearer ",
  "basic ",
  "encryption",
  "accesskey",
  "access_key",
  "private_key",
  "privatekey",
] as const;
/** Words that mostly mean something else: only a literal that looks like a key makes them matter. */
const WEAK_WORDS = [
  "token",
  "_key",
  "key:",
  'key"',
  "key'",
  "key =",
  "key=",
  "auth",
  "webhook",
  "_pat",
  "_sas",
  "license",
  "client(",
  "api(",
  "sdk(",
  "init(",
  "initialize(",
  "configure(",
  "connect(",
  "login(",
] as const;
const NAME_WORDS = [...STRONG_WORDS, ...WEAK_WORDS];
const COMMAND_WORDS = [
  "curl",
  "mysql",
  "mariadb",
  "sshpass",
  "--pass",
  "--token",
  "--api",
  "--secret",
  "--auth",
  "--access",
  "--client",
  "--db-",
  "--root",
  "--docker",
  "--header",
  "-h ",
  " login",
  "redis-cli",
  "identified",
  "password '",
] as const;
const SPECIAL_WORDS = [
  "://",
  "-----begin",
  "ls0tls1crudjti",
  "putty-user-key-file",
  "kty",
  "password=",
  "pwd=",
  "password =",
  "pwd =",
] as const;
/** What bundlers ship to the browser; the rest of the name decides. */
const CLIENT_WORDS = [
  "next_public_",
  "vite_",
  "react_app_",
  "expo_public_",
  "nuxt_public_",
  "gatsby_",
  "vue_app_",
  "env.public_",
] as const;
const GATE_WORDS = GATED_FORMATS.flatMap((format, index) => format.words.map((word) => ({ word, index })));

const FIRST_INFIX = SEARCHED_PREFIXES.length;
const FIRST_SPECIAL = FIRST_INFIX + INFIX_FORMATS.length;
const FIRST_NAME = FIRST_SPECIAL + SPECIAL_WORDS.length;
const FIRST_COMMAND = FIRST_NAME + NAME_WORDS.length;
const FIRST_CLIENT = FIRST_COMMAND + COMMAND_WORDS.length;
const FIRST_GATE = FIRST_CLIENT + CLIENT_WORDS.length;

const scanner = createWordScanner([
  ...SEARCHED_PREFIXES,
  ...INFIX_FORMATS.map((format) => format.marker),
  ...SPECIAL_WORDS,
  ...NAME_WORDS,
  ...COMMAND_WORDS,
  ...CLIENT_WORDS,
  ...GATE_WORDS.map((gate) => gate.word),
]);

interface Draft {
  readonly rule: SecretRule;
  readonly title: string;
  readonly provider?: string | undefined;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: FoundSecret["evidence"];
  readonly names: readonly string[];
  readonly variable: string | undefined;
  readonly site?: LiteralSite | undefined;
  readonly place: FoundSecret["place"];
  readonly host?: string;
  readonly badChecksum?: boolean;
  readonly client?: boolean;
  readonly sink?: string;
  /** Of two drafts at one place the higher one stays. */
  readonly rank: number;
}

interface Search {
  readonly path: string;
  readonly text: string;
  readonly kind: FileKind;
  readonly test: boolean;
  /** Tests, examples, documentation: only forms report. */
  readonly silent: boolean;
  readonly drafts: Draft[];
  /** Places that are known and benign: publishable keys, samples. */
  readonly quiet: (readonly [start: number, end: number])[];
}

interface Hits {
  readonly names: number[];
  readonly commands: number[];
  readonly gates: Set<number>;
  /** A literal that may be a secret stands near a word, or alone; or a URL is put together. */
  plausible: boolean;
  /** Start of the last line that was searched for pairs. */
  pairLine: number;
}

/** Longest file that is looked into, in characters. */
const LONGEST = 2_000_000;

/**
 * Secrets of a file, sorted by place, one for each place.
 *
 * @param path Relative to the root, with forward slashes: decides how the text is read.
 * @param salt A workspace's own salt for fingerprints.
 */
export function findSecrets(path: string, text: string, salt = ""): FoundSecret[] {
  const kind = fileKind(path);
  if (kind === undefined || text.length < 8 || text.length > LONGEST || isGenerated(path)) return [];
  const test = isTestPath(path);
  const silent = test || kind === "markup" || isExamplePath(path);
  const search: Search = { path, text, kind, test, silent, drafts: [], quiet: [] };
  const hits = scan(search);
  for (const gate of hits.gates) findGated(search, gate);
  let sites: readonly LiteralSite[] = [];
  if (kind === "code") {
    if (search.drafts.length > 0 || (!silent && hits.plausible && !isMinified(text))) {
      const tokens = tokenize(text);
      sites = literalSites(tokens, mayMatter);
      if (!silent) {
        for (const site of sites) findAtSite(search, site);
        findInComments(search, tokens, hits.names);
        dropSamples(search, tokens);
        findLogged(search, tokens);
      }
    }
  } else if (!silent) findInLines(search, hits.names);
  if (!silent && hits.commands.length > 0) findInCommands(search, hits.commands);
  return resolve(search, sites, salt);
}

/**
 * Whether a literal that could be a secret stands near a word that ends at `end`. Decides whether a file is read at all,
 * so it is generous: any literal without spaces that is more than a plain word.
 */
function mayName(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last === 32) return SCHEME.test(text.slice(end, end + 60));
  if (last === 40 || SINK_WORDS.test(text.slice(Math.max(0, end - 12), end))) return true;
  if (/secrets?$|keys:$/i.test(text.slice(Math.max(0, end - 7), end)) && DIRECT.test(text.slice(end, end + 8)))
    return true;
  let at = end;
  const limit = Math.min(text.length, end + 140);
  for (let step = 0; step < 8; step++) {
    while (at < limit && !isQuote(text.charCodeAt(at))) at++;
    if (at >= limit) break;
    const quote = text[at] as string;
    let close = at + 1;
    while (close < text.length && close < at + 2100 && text[close] !== quote && text[close] !== "\n") close++;
    if (text[close] === quote && close - at > 4 && /\|\||\?\?/.test(text.slice(end, at))) return true;
    if (text[close] === quote && mayBeValue(text, at + 1, close)) return true;
    // The word may stand inside a literal, and this be its closing quote: the next one opens.
    at++;
  }
  const before = text.slice(Math.max(0, end - 160), end);
  return before.includes("==") || before.includes("console.") || before.includes("logger.") || before.includes("log.");
}

/** The same for words that are in every file: a literal that looks like a key must follow. */
function mayNameKey(text: string, end: number): boolean {
  let at = end;
  const limit = Math.min(text.length, end + 110);
  for (let step = 0; step < 6; step++) {
    while (at < limit && !isQuote(text.charCodeAt(at))) at++;
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
  return false;
}

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
    else if (code === 32)
      return /^(?:bearer|basic|token|apikey|bot|key) \S+$/i.test(text.slice(start, end)) && digits > 0;
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
    (length >= 20 && upper >= 3 && letters >= 3) ||
    (length < 20 && text[end + 1] === " " && text[end + 2] === "+")
  );
}

/** What follows `Bearer ` in a literal: no prose. */
const SCHEME = /^(?=[\w.~+/=-]{0,60}(?:[\d=]|[a-z][A-Z]))[\w.~+/=-]{10,}/;
/** `secret: "cats and dogs"`: whatever follows at once. */
const DIRECT = /^["']?\s{0,2}[:=]\s{0,2}["'`]/;
const SINK_WORDS = /(?:jwt|hmac|cipher|cookieparser|pepper)$/i;

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
    else if (code === 32) return /^(?:bearer|basic|token|apikey) |secret|keyboard|shh/i.test(text.slice(start, end));
    else if (
      !(
        (code >= 97 && code <= 122) ||
        (code >= 65 && code <= 90) ||
        code === 45 ||
        code === 95 ||
        code === 46 ||
        code === 47 ||
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

function isMinified(text: string): boolean {
  if (text.length < 20_000) return false;
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return text.length / lines > 400;
}

// ── By form ─────────────────────────────────────────────────────────────────

function scan(search: Search): Hits {
  const { text } = search;
  const hits: Hits = { names: [], commands: [], gates: new Set(), plausible: false, pairLine: -1 };
  scanner.scan(
    text,
    (word, end) => {
      if (word >= FIRST_GATE) {
        const gate = GATE_WORDS[word - FIRST_GATE] as (typeof GATE_WORDS)[number];
        // Inside of another word it names nobody: "rookTable" has "okta".
        if (!/[a-z]/.test(text[end - gate.word.length - 1] ?? "") || /[A-Z]/.test(text[end - gate.word.length] ?? ""))
          hits.gates.add(gate.index);
      } else if (word >= FIRST_CLIENT) findClientName(search, end);
      else if (word >= FIRST_COMMAND) hits.commands.push(end);
      else if (word >= FIRST_NAME) {
        hits.names.push(end);
        if (!hits.plausible && search.kind === "code" && !search.silent) {
          hits.plausible = word < FIRST_NAME + STRONG_WORDS.length ? mayName(text, end) : mayNameKey(text, end);
        }
      } else if (word >= FIRST_SPECIAL) findSpecial(search, hits, SPECIAL_WORDS[word - FIRST_SPECIAL] as string, end);
      else if (word >= FIRST_INFIX) {
        const match = matchInfix(text, INFIX_FORMATS[word - FIRST_INFIX] as (typeof INFIX_FORMATS)[number], end);
        if (match !== undefined) addForm(search, match, 60);
      } else {
        const prefix = SEARCHED_PREFIXES[word] as string;
        const match = matchPrefix(text, prefix, end);
        if (match !== undefined) addForm(search, match, 60 + prefix.length / 100 + (match.keyword ? 1 : 0));
      }
    },
    (start, end) => {
      if (!hits.plausible && search.kind === "code" && end - start <= 200 && isLooseKey(text, start, end))
        hits.plausible = true;
    },
  );
  return hits;
}

/** `process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY`: the name alone says that a secret is shipped. */
function findClientName(search: Search, end: number): void {
  const { text } = search;
  if (search.silent || search.kind !== "code") return;
  const start = text.lastIndexOf(".", end) + 1;
  const name = /^[A-Z][A-Z\d_]{5,80}/.exec(text.slice(start, start + 90))?.[0] ?? "";
  if (!/(?:process|meta)\??\.env\.$/.test(text.slice(Math.max(0, start - 20), start)) || !isNeverPublic(name)) return;
  if (search.drafts.some((draft) => draft.title === name)) return;
  search.drafts.push({
    rule: "client-exposed",
    title: name,
    value: name,
    start,
    end: start + name.length,
    evidence: "use",
    names: [name],
    variable: snakeCase(name).replace(CLIENT_PREFIX, "").toUpperCase(),
    place: "code",
    rank: 45,
    client: true,
  });
}

/** `new OpenWeather("…")`, `client("…")`: long, with letters and digits, and an argument. */
function isLooseKey(text: string, start: number, end: number): boolean {
  if (text[start - 2] !== "(" && text[start - 2] !== " ") return false;
  let digits = 0;
  let letters = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits++;
    else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) letters++;
    else if (code !== 95 && code !== 45) return false;
  }
  if (digits < 3 || letters < 4) return false;
  return /[\w)\]>]\(\s*$|[\w)\]>]\([^()\n]{0,80},\s*$/.test(text.slice(Math.max(0, start - 90), start - 1));
}

function findGated(search: Search, gate: number): void {
  const format = GATED_FORMATS[gate] as (typeof GATED_FORMATS)[number];
  for (const match of search.text.matchAll(format.expression)) {
    const value = match[0];
    if (!/\d/.test(value) || !/[A-Za-z]/.test(value) || isSampleToken(value, "")) continue;
    const end = match.index + value.length;
    addForm(
      search,
      { ...format, start: match.index, end, publishable: false, badChecksum: false, placeholder: false, keyword: true },
      61,
    );
  }
}

function addForm(search: Search, match: FormMatch, rank: number): void {
  const { text } = search;
  if (match.publishable || match.placeholder) {
    search.quiet.push([match.start, match.end]);
    return;
  }
  if (
    search.silent &&
    (match.badChecksum || /test-key$/.test(match.id) || /^test_/.test(text.slice(match.start, match.start + 5)))
  )
    return;
  if (/^jwt/.test(match.id) && search.silent) return;
  if (match.id === "gcp-api-key" && isBrowserKey(search, match)) {
    search.quiet.push([match.start, match.end]);
    return;
  }
  const isUrl = match.id.endsWith("-webhook-url");
  const start = isUrl ? urlStart(text, match.start) : match.start;
  search.drafts.push({
    rule: "provider-token",
    title: match.title,
    provider: match.id,
    value: text.slice(start, match.end),
    start,
    end: match.end,
    evidence: "form",
    names: [],
    variable: match.variable,
    place: placeOf(search),
    badChecksum: match.badChecksum,
    rank,
  });
}

/** Keys of Google that browsers show anyway: Firebase's web configuration, maps. */
function isBrowserKey(search: Search, match: FormMatch): boolean {
  const { text } = search;
  const around = text.slice(Math.max(0, match.start - 500), match.end + 500);
  if (
    /authDomain|messagingSenderId|firebaseapp\.com|measurementId|firebaseConfig|FIREBASE_(?:API_KEY|WEB|CONFIG)|google-services|"current_key"|maps\/api\/js|firebaseio\.com/i.test(
      around,
    )
  )
    return true;
  const line = text.slice(text.lastIndexOf("\n", match.start) + 1, match.start);
  return /NEXT_PUBLIC_|VITE_|REACT_APP_|EXPO_PUBLIC_|NUXT_PUBLIC_|GATSBY_|maps/i.test(line);
}

function urlStart(text: string, at: number): number {
  const found = /https?:\/\/[\w.-]*$/.exec(text.slice(Math.max(0, at - 80), at));
  return found === null ? at : at - found[0].length;
}

function findSpecial(search: Search, hits: Hits, word: string, end: number): void {
  const { text } = search;
  switch (word) {
    case "://": {
      if (search.kind === "code" && /^[^"'`\s]{0,60}["'`]\s{0,3}\+/.test(text.slice(end, end + 70)))
        hits.plausible = true;
      const login = urlLogin(text, end - 3);
      if (login !== undefined) addConnection(search, login);
      for (const parameter of urlParameters(text, end)) addConnection(search, parameter);
      return;
    }
    case "-----begin":
      addKey(search, privateKeyAt(text, end - word.length));
      return;
    case "ls0tls1crudjti":
      addKey(search, encodedPrivateKeyAt(text, end - word.length));
      return;
    case "putty-user-key-file":
      addKey(search, puttyKeyAt(text, end - word.length));
      return;
    case "kty":
      addKey(search, jwkPrivateAt(text, end));
      return;
    default: {
      const start = text.lastIndexOf("\n", end - 1) + 1;
      // Each line once, whatever it repeats.
      if (start === hits.pairLine || end - start > 4000) return;
      hits.pairLine = start;
      const stop = text.indexOf("\n", end);
      const line = text.slice(start, Math.min(stop < 0 ? text.length : stop, start + 5000));
      for (const login of pairLogins(line, start)) addConnection(search, login);
    }
  }
}

function addKey(search: Search, key: PrivateKey | undefined): void {
  if (key === undefined) return;
  search.drafts.push({
    rule: "private-key",
    title: key.label,
    provider: "private-key",
    value: key.value,
    start: key.start,
    end: key.end,
    evidence: "form",
    names: [],
    variable: "PRIVATE_KEY",
    place: placeOf(search),
    rank: 90,
  });
}

function addConnection(search: Search, found: ConnectionSecret): void {
  if (search.silent) return;
  const isParameter = found.kind === "url-parameter";
  search.drafts.push({
    rule: isParameter ? "provider-token" : "connection-string",
    provider: isParameter ? undefined : schemeProvider(found.scheme),
    title: isParameter ? "key in a URL" : "login in a connection string",
    value: found.value,
    start: found.start,
    end: found.end,
    evidence: "form",
    names: [],
    variable: isParameter ? undefined : variableOfScheme(found.scheme),
    place: placeOf(search),
    host: found.host,
    rank: isParameter ? 40 : 50,
  });
}

function placeOf(search: Search): FoundSecret["place"] {
  return search.kind === "code"
    ? "code"
    : search.kind === "markup" || search.kind === "text" || search.kind === "key"
      ? "text"
      : "config";
}

// ── By use and by name ──────────────────────────────────────────────────────

function findAtSite(search: Search, site: LiteralSite): void {
  if (isFolded(search.text, site) && findFolded(search, site)) return;
  const form = formOfValue(site.value, site.names.join(" ").toLowerCase());
  if (form !== undefined && !form.placeholder && site.kind === "value") {
    if (form.publishable) return;
    addNamed(search, site, {
      rule: "provider-token",
      title: form.title,
      provider: form.id,
      variable: form.variable,
      evidence: "form",
      rank: 55,
    });
    return;
  }
  const context = () => search.text.slice(Math.max(0, site.start - 700), site.end + 700).toLowerCase();
  const judgement = judge({ ...site, fallback: site.fallback !== undefined, place: "code", context });
  if (judgement === undefined) return;
  if (site.fallback !== undefined && isRefusedAtStart(search.text, site)) return;
  if (site.kind === "compare" && refusesValue(search.text, site.start, site.end)) return;
  const rule = ruleOf(search, judgement, readsEnvironment(search.text, site), context);
  if (rule !== undefined) addNamed(search, site, { rule, ...describeJudgement(judgement, site.names) });
}

/** The value does not stand in the text as it is: added up, escaped, encoded. */
function isFolded(text: string, site: LiteralSite): boolean {
  return site.value.length >= 12 && site.value.length < 4096 && !text.startsWith(site.value, site.start + 1);
}

/** Searches a folded value as if it stood in the text. */
function findFolded(search: Search, site: LiteralSite): boolean {
  const inner: Search = { ...search, kind: "text", drafts: [], quiet: [], text: site.value };
  scan(inner);
  const best = inner.drafts.sort((one, other) => other.rank - one.rank)[0];
  if (best === undefined) return false;
  search.drafts.push({ ...best, start: site.start, end: site.end, names: site.names, site, place: "code" });
  return true;
}

/** The fallback stands in for a variable of the environment or a setting, not for any value. */
function readsEnvironment(text: string, site: LiteralSite): boolean {
  const { fallback } = site;
  if (fallback === undefined) return false;
  return (
    /^[A-Z][A-Z\d_]+$/.test(fallback.name) ||
    /process\.env|import\.meta|\benv\b|\benviron|getenv|config|settings/i.test(
      text.slice(fallback.start, fallback.from),
    )
  );
}

type Description = Pick<Draft, "rule" | "title" | "variable" | "evidence" | "rank"> & {
  provider?: string | undefined;
  client?: boolean;
};

function describeJudgement(judgement: Judgement, names: readonly string[]): Omit<Description, "rule"> {
  const title =
    judgement.service !== undefined && judgement.group !== "signing"
      ? serviceTitle(judgement.service)
      : judgement.group === "signing"
        ? "signing key"
        : judgement.group === "password"
          ? "password"
          : judgement.group === "header"
            ? "credential in a header"
            : "key or token";
  return {
    title,
    provider: judgement.group === "token" || judgement.group === "header" ? judgement.service : undefined,
    variable: variableOfNames(
      names,
      judgement.service,
      judgement.group === "signing" ? "SIGNING_SECRET" : judgement.group === "password" ? "PASSWORD" : "API_KEY",
    ),
    evidence: judgement.used ? "use" : "name",
    rank: 30,
    client: judgement.client,
  };
}

function addNamed(search: Search, site: LiteralSite, description: Description): void {
  search.drafts.push({
    ...description,
    value: site.value,
    start: site.start + 1,
    end: site.end - 1,
    names: site.names,
    site,
    place: "code",
    client: description.client === true,
  });
}

function ruleOf(
  search: Search,
  judgement: Judgement,
  fallback: boolean,
  context: () => string,
): SecretRule | undefined {
  if (judgement.client) return isNeverPublic(judgement.name) ? "client-exposed" : undefined;
  if (fallback) return "env-fallback";
  if (judgement.group === "signing") return "signing-secret";
  if (judgement.group === "token" || judgement.group === "header") return "provider-token";
  const admin =
    /admin@|["'`](?:admin|root|superadmin|administrator|superuser)["'`]|role["']?\s*:\s*["'`]?\w*admin|isadmin["']?\s*:\s*true/.test(
      context(),
    );
  return admin && (judgement.used || /seed|bootstrap|migrat|init|setup|default|login|auth/i.test(search.path))
    ? "shared-admin"
    : "password";
}

/** Some keys are made for browsers; these never are. */
function isNeverPublic(name: string): boolean {
  const { role } = nameMeaning(name);
  if (role === undefined || role === "public" || role === "vague" || role === "sink") return false;
  return /secret|password|passwd|private_key|service_role|master_key|admin_key|admin_token|signing_key|encryption_key/.test(
    snakeCase(name),
  );
}

function findInComments(search: Search, tokens: Tokens, hits: readonly number[]): void {
  const { comments } = tokens;
  if (comments.length === 0) return;
  let last = -1;
  for (const hit of hits) {
    const comment = commentAt(comments, hit);
    if (comment < 0) continue;
    const lineStart = Math.max(search.text.lastIndexOf("\n", hit - 1) + 1, comments[comment] as number);
    if (lineStart === last) continue;
    last = lineStart;
    const newline = search.text.indexOf("\n", lineStart);
    const lineEnd = Math.min(newline < 0 ? search.text.length : newline, comments[comment + 1] as number);
    for (const found of namedValues(search.text, "shell", lineStart, lineEnd)) judgeNamed(search, found, "comment");
  }
}

/** A JSON Web Token in a comment shows what an answer looks like. */
function dropSamples(search: Search, tokens: Tokens): void {
  for (let index = search.drafts.length - 1; index >= 0; index--) {
    const draft = search.drafts[index] as Draft;
    if (draft.provider === "jwt" && commentAt(tokens.comments, draft.start) >= 0) search.drafts.splice(index, 1);
  }
}

function commentAt(comments: readonly number[], offset: number): number {
  let low = 0;
  let high = comments.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (offset < (comments[middle * 2] as number)) high = middle - 1;
    else if (offset > (comments[middle * 2 + 1] as number)) low = middle + 1;
    else return middle * 2;
  }
  return -1;
}

function findInLines(search: Search, hits: readonly number[]): void {
  if (search.kind === "key") return;
  let last = -1;
  for (const hit of hits) {
    let lineStart = search.text.lastIndexOf("\n", hit - 1) + 1;
    if (lineStart === last) continue;
    last = lineStart;
    let lineEnd = endOfLine(search.text, lineStart);
    for (const found of namedValues(search.text, search.kind, lineStart, lineEnd))
      judgeNamed(search, found, search.kind === "text" ? "code" : "config");
    // `- name: DB_PASSWORD` with its value on the next line; a Terraform variable with its default.
    for (let step = 0; step < 3; step++) {
      lineStart = lineEnd + 1;
      lineEnd = endOfLine(search.text, lineStart);
      if (
        !/^\s*["']?(?:value|default)["']?\s*[:=]/.test(search.text.slice(lineStart, Math.min(lineEnd, lineStart + 80)))
      )
        continue;
      for (const found of namedValues(search.text, search.kind, lineStart, lineEnd))
        judgeNamed(search, found, "config");
      break;
    }
  }
  if (search.kind === "yaml") for (const found of kubernetesSecrets(search.text)) judgeNamed(search, found, "config");
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

function findInCommands(search: Search, hits: readonly number[]): void {
  let last = -1;
  for (const hit of hits) {
    const lineStart = search.text.lastIndexOf("\n", hit - 1) + 1;
    if (lineStart === last) continue;
    last = lineStart;
    for (const found of commandValues(search.text, lineStart, endOfLine(search.text, lineStart)))
      judgeNamed(search, found, "config");
  }
}

function judgeNamed(
  search: Search,
  found: { names: readonly string[]; value: string; start: number; end: number },
  place: "code" | "config" | "comment",
): void {
  const { names, value } = found;
  if (names.every((name) => nameMeaning(name).role === "public") || !mayMatter(value)) return;
  const form = formOfValue(value, names.join(" ").toLowerCase());
  const context = () => search.text.slice(Math.max(0, found.start - 700), found.end + 700).toLowerCase();
  if (form !== undefined && !form.placeholder && !form.publishable && place !== "comment") {
    search.drafts.push({
      rule: "provider-token",
      title: form.title,
      provider: form.id,
      variable: form.variable,
      evidence: "form",
      rank: 55,
      value,
      start: found.start,
      end: found.end,
      names,
      place: placeOf(search),
    });
    return;
  }
  const judgement = judge({
    value,
    names,
    kind: "value",
    partial: false,
    compared: undefined,
    fallback: false,
    place,
    context,
  });
  if (judgement === undefined) return;
  if (place === "comment" && (judgement.group === "password" || describeShape(value).length < 16)) return;
  const rule = ruleOf(search, judgement, false, context);
  if (rule === undefined) return;
  search.drafts.push({
    rule,
    ...describeJudgement(judgement, names),
    value,
    start: found.start,
    end: found.end,
    names,
    place: place === "comment" ? "comment" : placeOf(search),
  });
}

function findLogged(search: Search, tokens: Tokens): void {
  for (const logged of loggedSecrets(tokens)) {
    search.drafts.push({
      rule: "logged-secret",
      title: logged.text,
      value: logged.text,
      start: logged.start,
      end: logged.end,
      evidence: "use",
      names: [logged.text],
      variable: undefined,
      place: "code",
      sink: logged.sink,
      rank: 20,
    });
  }
}

// ── Together ────────────────────────────────────────────────────────────────

function resolve(search: Search, sites: readonly LiteralSite[], salt: string): FoundSecret[] {
  const kept: Draft[] = [];
  const sorted = [...search.drafts].sort(
    (one, other) => other.rank - one.rank || other.end - other.start - (one.end - one.start) || one.start - other.start,
  );
  for (const draft of sorted) {
    if (draft.rank < 50 && isKnownSample(draft.value)) continue;
    if (draft.rank < 59 && search.quiet.some(([start, end]) => start < draft.end && draft.start < end)) continue;
    if (kept.some((other) => other.start < draft.end && draft.start < other.end)) continue;
    kept.push(draft);
  }
  return kept.sort((one, other) => one.start - other.start).map((draft) => finish(search, draft, sites, salt));
}

function finish(search: Search, draft: Draft, sites: readonly LiteralSite[], salt: string): FoundSecret {
  const site = draft.site ?? sites.find((other) => other.start <= draft.start && draft.end <= other.end);
  const compared = site?.compared?.replace(/\(\)$/, "").split(".").pop();
  const names = [...(site?.names ?? draft.names), ...(compared ? [compared] : [])];
  const provider = providerOf(draft, names);
  const client =
    draft.client === true ||
    (search.kind === "code" &&
      /^\s*["']use client["']/.test(
        search.text.slice(0, 400).replace(/^(?:\s*\/\/[^\n]*\n|\s*\/\*[\s\S]*?\*\/)+/, ""),
      ));
  const inEnvironmentFile = search.kind === "env" && !search.silent;
  const exposed =
    client &&
    draft.evidence !== "use" &&
    draft.rule !== "logged-secret" &&
    (draft.rule === "client-exposed" || search.kind === "code");
  const rule: SecretRule =
    inEnvironmentFile && draft.rule !== "client-exposed"
      ? "committed-env-file"
      : exposed
        ? "client-exposed"
        : draft.rule;
  const whole = site !== undefined && site.value === draft.value;
  const fallback = site?.fallback;
  const variable =
    fallback !== undefined && /^[A-Z][A-Z\d_]+$/.test(fallback.name)
      ? fallback.name
      : (ownVariable(names) ?? draft.variable ?? variableOfNames(names, undefined, "SECRET"));
  return {
    at: [draft.start, draft.end],
    masked: maskSecret(draft.value),
    fingerprint: secretFingerprint(draft.value, salt),
    ...(provider === undefined ? {} : { provider }),
    shape: describeShape(draft.value),
    names: [...names],
    rule,
    title: draft.title,
    literal: site === undefined ? [draft.start, draft.end] : [site.start, site.end],
    place: draft.place,
    evidence: draft.evidence,
    ...(fallback === undefined || site === undefined
      ? {}
      : { fallback: { name: fallback.name, at: [fallback.from, site.end] as const } }),
    variable: whole || site === undefined || draft.variable === undefined ? variable : draft.variable,
    ...(draft.host === undefined || draft.host === "" ? {} : { host: draft.host }),
    ...(draft.badChecksum === true ? { badChecksum: true as const } : {}),
    ...(/test-key$|sandbox/.test(draft.provider ?? "") ? { sandbox: true as const } : {}),
    ...(client ? { client: true as const } : {}),
    ...(draft.sink === undefined ? {} : { sink: draft.sink }),
  };
}

/** Forms that many share tell less than the name of a service. */
function providerOf(draft: Draft, names: readonly string[]): string | undefined {
  if (
    draft.provider !== undefined &&
    draft.evidence === "form" &&
    !/^(?:jwt|deepseek-key|openai-key|elevenlabs-key|twilio-api-key|locationiq-key|mailgun-key|iex-secret-key|notion-token|stripe-secret-key|stripe-test-key)$/.test(
      draft.provider,
    )
  )
    return draft.provider;
  for (const name of names) {
    const service = nameMeaning(name).service;
    if (service === undefined) continue;
    return draft.provider?.startsWith(service.slice(0, 5)) === true ? draft.provider : service;
  }
  return draft.provider;
}

/** The literal's own name, where it is that of a variable: `STRIPE_SECRET_KEY=…`. */
function ownVariable(names: readonly string[]): string | undefined {
  const name = names.find((candidate) => /^[A-Z][A-Z\d_]{4,60}$/.test(candidate) && candidate.includes("_"));
  return name === undefined ? undefined : snakeCase(name).replace(CLIENT_PREFIX, "").toUpperCase();
}
