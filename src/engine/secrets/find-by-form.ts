/** Secrets by form: tokens, private keys, connection strings, names that bundlers ship to the browser. */
import {
  type ConnectionSecret,
  isRemote,
  oracleLogin,
  pairLogins,
  urlLogin,
  urlParameters,
} from "./forms/connection-strings.ts";
import {
  type FormMatch,
  isSampleToken,
  matchInfix,
  matchPrefix,
  mayBeCutOff,
  SEARCHED_PREFIXES,
} from "./forms/forms.ts";
import {
  DER_INSIDE,
  DER_STARTS,
  derKeyAt,
  encodedPrivateKeyAt,
  jwkPrivateAt,
  jwkSymmetricAt,
  type PrivateKey,
  privateKeyAt,
  puttyKeyAt,
  rsaKeyAt,
} from "./forms/private-keys.ts";
import { schemeProvider, serviceTitle, variableOfScheme } from "./found-names.ts";
import { isLooseKey } from "./judge/loose-key.ts";
import { CLIENT_PREFIX, snakeCase } from "./judge/secret-names.ts";
import { strength } from "./judge/shape.ts";
import { vendorOfHost } from "./judge/vendor.ts";
import { mayName, mayNameKey } from "./plausible/plausible-literals.ts";
import { mayUse } from "./plausible/plausible-uses.ts";
import { GATED_FORMATS, INFIX_FORMATS } from "./providers/infix-formats.ts";
import { describeForm, type Hits, isNeverPublic, placeOf, type Search } from "./search.ts";
import { findInAddress, findInForm } from "./secrets-in-addresses.ts";
import { findInProse } from "./secrets-in-prose.ts";
import {
  FIRST_CLIENT,
  FIRST_COMMAND,
  FIRST_GATE,
  FIRST_INFIX,
  FIRST_NAME,
  FIRST_SPECIAL,
  GATE_WORDS,
  NAME_WORDS,
  SPECIAL_WORDS,
  STRONG_WORDS,
  scanner,
} from "./words/search-words.ts";

export function scan(search: Search): Hits {
  const { text } = search;
  const hits: Hits = {
    names: [],
    commands: [],
    gates: new Set(),
    plausible: false,
    signs: false,
    uses: false,
    pairLine: -1,
  };
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
        if (SIGNING_WORDS.has(word)) hits.signs = true;
        if (!hits.uses && search.kind === "code" && !search.silent && mayUse(text, end)) hits.uses = true;
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
        if (match === undefined) {
          if (!hits.plausible && search.kind === "code" && isCutOff(text, prefix, end)) hits.plausible = true;
        } else addForm(search, match, 60 + prefix.length / 100 + (match.keyword ? 1 : 0));
      }
    },
    () =>
      hits.plausible || search.kind !== "code" || search.silent
        ? undefined
        : (start, end) => {
            if (!hits.plausible && end - start <= 1200 && isLooseKey(text, start, end)) hits.plausible = true;
          },
    search.silent ? "forms" : "everything",
  );
  return hits;
}

const SIGNING_WORDS: ReadonlySet<number> = new Set(
  NAME_WORDS.flatMap((word, index) =>
    /^(?:jwt|hmac|cipher|sign(?:async)?\(|verify(?:async)?\(|session\(|encrypt\(|decrypt\(|basicauth)$/.test(word)
      ? [FIRST_NAME + index]
      : [],
  ),
);

/** The start of a token whose rest stands in another literal: `"sk_live_" + rest`. */
function isCutOff(text: string, prefix: string, end: number): boolean {
  const quote = text[end - prefix.length - 1];
  return (
    (quote === '"' || quote === "'" || quote === "`") &&
    text.startsWith(prefix, end - prefix.length) &&
    (mayBeCutOff(prefix) ? CUT_OFF : CUT_TOKEN).test(text.slice(end, end + 90))
  );
}

/** Starts that words have too: what follows is no word. */
const CUT_TOKEN = /^(?=[\w.-]{0,80}\d)(?=[\w.-]{0,80}(?:[A-Z]|\d[\w.-]{0,80}\d))[\w.-]{8,80}(?:["'`$]|\\\n)/;

const CUT_OFF = /^[\w.+/=-]{0,40}(?:["'`$]|\\\n)|^[\w.+/=-]{2,80}["'`]\s{0,3}(?:\+|,|\.concat)/;

/** `process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY`: the name alone says that a secret is shipped. */
function findClientName(search: Search, end: number): void {
  const { text } = search;
  if (search.silent || search.kind !== "code") return;
  const start = text.lastIndexOf(".", end) + 1;
  const name = /^[A-Z][A-Z\d_]{5,80}/.exec(text.slice(start, start + 90))?.[0] ?? "";
  // `INVITE_TOKEN_SECRET` has `VITE_`, and is no name for the browser.
  if (start + name.length < end || !CLIENT_PREFIX.test(name.toLowerCase())) return;
  if (!/(?:process|meta)\??\.env\.$/.test(text.slice(Math.max(0, start - 20), start)) || !isNeverPublic(name)) return;
  // The login of a demonstration is meant for everybody.
  if (/(?:^|_)DEMO_/.test(name)) return;
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

export function findGated(search: Search, gate: number): void {
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
  // Documentation shows what answers look like, and where examples were sent.
  if (/^jwt|^(?:pipedream|mattermost|rocketchat|n8n)-webhook-url$/.test(match.id) && search.silent) return;
  if ((match.id === "gcp-api-key" && isBrowserKey(search, match)) || isShown(search, match)) {
    search.quiet.push([match.start, match.end]);
    return;
  }
  const isUrl = match.id.endsWith("-webhook-url");
  const start = isUrl ? urlStart(text, match.start) : match.start;
  search.drafts.push({
    ...describeForm(match, rank),
    value: text.slice(start, match.end),
    start,
    end: match.end,
    names: [],
    place: placeOf(search),
    badChecksum: match.badChecksum,
  });
}

/** `placeholder="Your token (e.g. sk_live_…)"`: what a field shows while it is empty. */
function isShown({ text }: Search, { start }: FormMatch): boolean {
  return PLACEHOLDER_ATTRIBUTE.test(text.slice(Math.max(0, start - 120), start));
}

const PLACEHOLDER_ATTRIBUTE = /\bplaceholder["']?\s?[:=]\s?[{"'`(\s]{1,4}[^"'`\n]{0,90}$/i;

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
  const start = text.lastIndexOf("\n", match.start) + 1;
  // `- key: GOOGLE_MAPS_API_KEY` with its value in the next line.
  const from = /^\s*["']?value["']?\s*:/.test(text.slice(start, match.start))
    ? text.lastIndexOf("\n", start - 2) + 1
    : start;
  const line = text.slice(from, match.start);
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
      if (search.kind === "code" && PUT_TOGETHER.test(text.slice(end, end + 180))) hits.plausible = true;
      const login = urlLogin(text, end - 3);
      if (login !== undefined) addConnection(search, login);
      for (const parameter of urlParameters(text, end)) addConnection(search, parameter);
      return;
    }
    case "oracle:thin:": {
      const login = oracleLogin(text, end);
      if (login !== undefined) addConnection(search, login);
      return;
    }
    case " key ":
    case " token ":
    case " secret ":
      findInProse(search, end);
      return;
    case "\\u00":
    case "\\x6":
    case "\\x7":
      // Escapes of plain letters: `"g\u0069th\u0075b"`.
      if (search.kind === "code" && /^[\da-f]{1,2}[\w\\-]/i.test(text.slice(end, end + 3))) hits.plausible = true;
      return;
    case ".bind('":
    case '.bind("':
      // A directory's login: `client.bind("cn=admin,dc=…", "…")`.
      if (search.kind === "code" && /^\w{1,20}=/.test(text.slice(end, end + 21))) hits.plausible = true;
      return;
    case ".reduce((":
      // The parts of a value: `.reduce((a, b) => a + b, "")`.
      if (search.kind === "code" && /^(\w+), (\w+)\) => \1 \+ \2, ["'`]{2}/.test(text.slice(end, end + 80)))
        hits.plausible = true;
      return;
    case "fromcharcode":
    case "fromcodepoint":
    case "buffer.from([":
    case "uint8array([":
      if (search.kind === "code" && !search.silent && maySpell(text, end)) hits.plausible = true;
      return;
    case '].join("")':
    case "].join('')":
      if (search.kind === "code") hits.plausible = true;
      return;
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
      addKey(search, jwkPrivateAt(text, end) ?? (search.silent ? undefined : jwkSymmetricAt(text, end)));
      return;
    case "process.env)":
    case "process.env,":
    case "process.env }":
      if (
        /\b(?:json|send|end|write|log|info|debug|warn|error|dir)\([^()]{0,80}$/.test(
          text.slice(Math.max(0, end - 120), end - word.length),
        )
      )
        hits.plausible = true;
      return;
    case "secret=":
    case "password=":
      if (search.kind === "code" && !search.silent) {
        findInAddress(search, end);
        findInForm(search, end);
      }
      if (word === "password=") findPairs(search, hits, end);
      return;
    default:
      if (DER_STARTS.includes(word)) addKey(search, derKeyAt(text, end - word.length));
      else if (DER_INSIDE.includes(word)) addKey(search, rsaKeyAt(text, word, end));
      else findPairs(search, hits, end);
  }
}

/** Numbers follow, or a name that stands for a list of them; or `[115, …].map((code) =>` stands before. */
function maySpell(text: string, end: number): boolean {
  const ahead = text.slice(end, end + 80);
  if (NUMBERS.test(ahead)) return true;
  const name = /^(?:\(\.\.\.|\.apply\(\w+, )([A-Za-z_$][\w$]{0,40})\)/.exec(ahead)?.[1];
  if (name === undefined)
    return /\d\]\.map\([^()]{0,20}\(?\w+\)?\s?=>\s?String\.$/.test(text.slice(Math.max(0, end - 80), end - 12));
  return [" = [", ": number[] = ["].some((sign) => text.includes(`const ${name}${sign}`));
}

const NUMBERS = /^(?:\(|\.apply\(\w+, )?(?:\.\.\.)?\[?\s{0,10}(?:(?:0x[\da-f]{2}|\d{2,3}),\s{0,10}){7}/i;

/** The address goes on behind a `+`, here or in the next statement. */
const PUT_TOGETHER = /^[^"'`\s]{0,60}["'`](?:\s{0,3}\+|;?\r?\n[^"'`\n]{0,60}= \w{1,40} \+ ["'`])/;

function findPairs(search: Search, hits: Hits, end: number): void {
  const { text } = search;
  const start = text.lastIndexOf("\n", end - 1) + 1;
  // Each line once, whatever it repeats.
  if (start === hits.pairLine || end - start > 4000) return;
  hits.pairLine = start;
  const stop = text.indexOf("\n", end);
  const line = text.slice(start, Math.min(stop < 0 ? text.length : stop, start + 5000));
  for (const login of pairLogins(line, start)) addConnection(search, login);
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

/** What runs the tests logs in somewhere else: no password of a machine of its own. */
function isOfOtherMachine({ test, kind }: Search, { kind: form, host, value }: ConnectionSecret): boolean {
  return (
    test &&
    kind !== "code" &&
    kind !== "markup" &&
    form === "connection-string" &&
    isRemote(host) &&
    strength(value) === "strong"
  );
}

/** `example: "https://…?token=…"`: what the description of an API shows. */
const EXAMPLE_OF_API = /\bexamples?["']?\s*:\s*\[?\s*["'`]?https?:\/\/[^"'`\s]*$/i;

export function addConnection(search: Search, found: ConnectionSecret): void {
  if (search.silent && !isOfOtherMachine(search, found)) return;
  const isParameter = found.kind === "url-parameter";
  if (isParameter && EXAMPLE_OF_API.test(search.text.slice(Math.max(0, found.start - 300), found.start))) return;
  const vendor = isParameter ? vendorOfHost(`https://${found.host}/`) : undefined;
  search.drafts.push({
    rule: isParameter ? "provider-token" : "connection-string",
    provider: isParameter ? vendor : schemeProvider(found.scheme),
    title: isParameter
      ? vendor === undefined
        ? "key in a URL"
        : serviceTitle(vendor)
      : "login in a connection string",
    value: found.value,
    start: found.start,
    end: found.end,
    evidence: isParameter ? "name" : "form",
    names: [],
    variable: isParameter ? undefined : variableOfScheme(found.scheme),
    place: placeOf(search),
    host: found.host,
    rank: isParameter ? 40 : 50,
  });
}
