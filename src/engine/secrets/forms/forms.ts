/**
 * Tokens by form: which provider's published format stands where in a text.
 *
 * One automaton over all literal starts finds the places; the format's own expression, anchored there, decides.
 */

import { isKnownSample } from "../judge/known-samples.ts";
import { entropy, isPlaceholder, isSequence, isWord, isWords } from "../judge/shape.ts";
import { bodyExpression, parseBody, type TokenFormat } from "../providers/define-provider.ts";
import { TOKEN_FORMATS } from "../providers/index.ts";
import { GATED_FORMATS, type InfixFormat } from "../providers/infix-formats.ts";
import { decodeBase64 } from "../tokens/cook.ts";
import { startsToken } from "../tokens/token-runs.ts";

/** A token found by its form. */
export interface FormMatch {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly title: string;
  readonly publishable: boolean;
  /** The format has a checksum, and this token's is wrong. */
  readonly badChecksum: boolean;
  /** Sample, placeholder or too regular to be real. */
  readonly placeholder: boolean;
  readonly variable: string | undefined;
  /** The provider is named nearby, as the format asks for. */
  readonly keyword: boolean;
}

/** Formats by literal start. */
const byPrefix = new Map<string, TokenFormat[]>();
for (const format of TOKEN_FORMATS) {
  for (const prefix of format.prefixes) {
    const list = byPrefix.get(prefix);
    if (list === undefined) byPrefix.set(prefix, [format]);
    else list.push(format);
  }
}

/** Expressions of bodies, made when a start is first met: of most formats no text has any. */
const expressions = new Map<string, RegExp>();

function expressionOf({ body }: TokenFormat): RegExp {
  let expression = expressions.get(body);
  if (expression === undefined) {
    expression = bodyExpression(body);
    expressions.set(body, expression);
  }
  return expression;
}

const DISCORD = GATED_FORMATS.find(({ id }) => id === "discord-bot-token") as (typeof GATED_FORMATS)[number];

/** Starts that are long enough to search whole files for. */
export const SEARCHED_PREFIXES: readonly string[] = [...byPrefix.keys()].filter((prefix) => prefix.length >= 3);

const SHORT_PREFIXES = [...byPrefix.keys()].filter((prefix) => !SEARCHED_PREFIXES.includes(prefix));

/** How many characters follow this start at least, in any of its formats. */
export function leastBody(prefix: string): number {
  return Math.min(...(byPrefix.get(prefix) ?? []).map(({ body }) => leastLength(body)));
}

/** Bodies are alike: a few hundred for a few thousand formats. */
const lengths = new Map<string, number>();

function leastLength(body: string): number {
  let length = lengths.get(body);
  if (length === undefined) {
    length = parseBody(body).reduce((sum, unit) => sum + ("literal" in unit ? unit.literal.length : unit.least), 0);
    lengths.set(body, length);
  }
  return length;
}

/** A start that no word has: code may put such a token together of literals. */
export function mayBeCutOff(prefix: string): boolean {
  return /\d|[-_.].*[-_.]|^(?:xox|gh[opsur]_|glpat|npm_|hf_|gsk_|shp|AKIA|ASIA|AIza|SG\.|sk-)/.test(prefix);
}

/** The best format whose start `prefix` ends at `bodyStart`. */
export function matchPrefix(text: string, prefix: string, bodyStart: number): FormMatch | undefined {
  const start = bodyStart - prefix.length;
  if (!text.startsWith(prefix, start) || (/^\w/.test(prefix) && !startsToken(text, start))) return undefined;
  // Somewhere inside of base64.
  if (/[+/]/.test(text[start - 1] ?? "") && /[A-Za-z\d+/]{40}$/.test(text.slice(Math.max(0, start - 40), start)))
    return undefined;
  let best: FormMatch | undefined;
  let bestRank = -1;
  for (const format of byPrefix.get(prefix) ?? []) {
    const body = expressionOf(format);
    body.lastIndex = bodyStart;
    if (!body.test(text)) continue;
    const end = body.lastIndex;
    if (CAMEL_WORDS.test(text.slice(bodyStart, end))) continue;
    // The end of somebody's base64, or of a value that was blanked out.
    if (BLANKED_REST.test(text.slice(end, end + 4))) continue;
    if (format.keywords !== undefined && !isNear(text, start, end, format.keywords)) continue;
    const rank = (format.keywords === undefined ? 0 : 20_000) + (isFixed(format.body) ? 5_000 : 0) + end - start;
    if (rank <= bestRank) continue;
    bestRank = rank;
    best = describe(text, start, end, format);
  }
  return best;
}

/** `previewAddSeatsSubscriptionChange`: a name that begins like a token. */
const CAMEL_WORDS = /^(?:[A-Z][a-z]{2,}){3,}$/;

const BLANKED_REST = /^(?:==|[#*•]{3,})/;

/** Every run has one length: a stronger sign than "ten or more". */
function isFixed(body: string): boolean {
  return !/:\d+-/.test(body);
}

/** The format whose typical part `marker` ends at `end`: JWTs, Telegram, Azure, Terraform … */
export function matchInfix(text: string, format: InfixFormat, end: number): FormMatch | undefined {
  const from = end - format.marker.length;
  if (!text.startsWith(format.marker, from)) return undefined;
  let start = from;
  while (start > 0 && from - start < format.before && format.head.test(text[start - 1] as string)) start--;
  // Inside of a longer run it is no start: "eyJeyJ…" begins once.
  if (format.before === 0 && start > 0 && /[\w-]/.test(text[start - 1] as string)) return undefined;
  format.expression.lastIndex = start;
  const token = format.expression.exec(text)?.[0];
  if (token === undefined || start + token.length < end) return undefined;
  if (format.accept !== undefined && !format.accept(token)) return undefined;
  if (format.keywords !== undefined && !isNear(text, start, start + token.length, format.keywords)) return undefined;
  return describe(text, start, start + token.length, format);
}

/** The format of a whole value, such as a literal's, which goes by these names. */
export function formOfValue(value: string, names: readonly string[]): FormMatch | undefined {
  if (value.length < 12 || value.length > 4096) return undefined;
  for (const prefix of SHORT_PREFIXES) {
    if (!value.startsWith(prefix)) continue;
    for (const format of byPrefix.get(prefix) ?? []) {
      const body = expressionOf(format);
      body.lastIndex = prefix.length;
      if (!body.test(value) || body.lastIndex !== value.length) continue;
      if (format.keywords !== undefined && !isAmong(format.keywords, names)) continue;
      return describe(value, 0, value.length, format);
    }
  }
  return discordToken(value);
}

/** A bot's id in base64, a time and a signature. https://discord.com/developers/docs/reference#authentication */
function discordToken(value: string): FormMatch | undefined {
  const id = /^([MNO][\w-]{22,27})\.[\w-]{6}\.[\w-]{27,40}$/.exec(value)?.[1];
  if (id === undefined || !/^\d{17,20}$/.test(decodeBase64(id) ?? "")) return undefined;
  return describe(value, 0, value.length, { ...DISCORD, marker: ".", before: 0, head: /\w/ });
}

function isAmong(keywords: readonly string[], names: readonly string[]): boolean {
  const context = names.join(" ").toLowerCase();
  return keywords.some((keyword) => context.includes(keyword));
}

function describe(text: string, start: number, end: number, format: TokenFormat | InfixFormat): FormMatch {
  const token = text.slice(start, end);
  return {
    start,
    end,
    id: format.id,
    title: format.title,
    publishable: format.publishable === true || isPublicJwt(token),
    badChecksum: "checksum" in format && format.checksum !== undefined && !format.checksum(token),
    placeholder: isSampleToken(token, "prefixes" in format ? prefixOf(token, format) : ""),
    variable: format.variable,
    keyword: format.keywords !== undefined,
  };
}

function prefixOf(token: string, format: TokenFormat): string {
  return format.prefixes.find((prefix) => token.startsWith(prefix)) ?? "";
}

/** One of the words (lower case) stands on the same line or shortly before. */
function isNear(text: string, start: number, end: number, words: readonly string[]): boolean {
  const around = text.slice(Math.max(0, start - 120), Math.min(text.length, end + 60)).toLowerCase();
  return words.some((word) => around.includes(word));
}

/** A token that documentation made up: repeated, in sequence, or saying so. */
export function isSampleToken(token: string, prefix: string): boolean {
  // What stands before a colon is a name: `service:orders:…`.
  const body = token.slice(prefix.length).replace(/^[\w-]+:/, "");
  if (isKnownSample(token)) return true;
  if (
    /example|EXAMPLE|xxxx|XXXX|\.\.\.|\*\*\*|0{8}|placeholder|your[-_]?(?:api|token|key|secret)|dummy|changeme|redacted/i.test(
      token,
    )
  )
    return true;
  if (/(.)\1{7}/.test(body.replace(/A{8,}/g, ""))) return true;
  if (body.length >= 16 && entropy(body) < 2.4) return true;
  // Letters of words alone: `integrationkey`.
  if (/^[a-z]{6,24}$/.test(body) && isWord(body)) return true;
  if (isSequence(body) || /(?:^|-)1234-1234(?:-|$)/.test(body)) return true;
  if (
    body.length < 60 &&
    /[-_]/.test(body) &&
    ((isWords(body) && !isMixed(body)) || (!/\d/.test(body) && body.split(/[-_]/).some(isPlainWord)))
  )
    return true;
  return (
    body.length <= 40 &&
    /^(?:test|fake|foo|bar|sample|mock|token|secret|key|invalid|valid)/i.test(body) &&
    isPlaceholder(body)
  );
}

/** Letters and digits take turns more often than in words with numbers. */
function isMixed(body: string): boolean {
  return (body.match(/[a-z](?=\d)|\d(?=[a-z])/gi) ?? []).length >= 5;
}

function isPlainWord(part: string): boolean {
  return /^[a-z]{4,}$/.test(part) && isWord(part);
}

/** Supabase's `anon` key, and the sample of jwt.io: made to be public. */
function isPublicJwt(token: string): boolean {
  if (!token.startsWith("eyJ")) return false;
  const payload = decodeBase64(token.split(".")[1] ?? "");
  return (
    payload !== undefined &&
    /"role"\s*:\s*"anon"|"sub"\s*:\s*"1234567890"|John Doe|"iss"\s*:\s*"supabase-demo"/.test(payload)
  );
}
