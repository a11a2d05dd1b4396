/** What stands beside an expression and names it: the other side of a comparison, the entry's name, the option's. */

import { nameMeaning } from "../judge/secret-names.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import { chainEnd, chainStart, chainText, closerOf, stringValue, tokenText } from "./token-chains.ts";

/** `{ name: "API_KEY", value: "…" }`: what the entry is called. */
export function siblingName(tokens: Tokens, open: number): string | undefined {
  const close = closerOf(tokens, open);
  for (let index = open + 1; index < close && index < open + 40; index++) {
    if (tokens.parent[index] !== open || tokenText(tokens, index + 1) !== ":") continue;
    const text = tokenText(tokens, index);
    if (/^["']?(?:name|key|id|env|variable|provide)["']?$/.test(text))
      // `{ provide: API_KEY, useValue: "…" }`: a constant that is called what it is for.
      return stringValue(tokens, index + 2) ?? (text === "provide" ? tokenText(tokens, index + 2) : undefined);
  }
  return undefined;
}

/** `option("api-key", { default: "…" })`, `option("-k, --api-key <key>", "…", "…")`, `get(env, "API_KEY", "…")`. */
export function optionName(tokens: Tokens, open: number, position: number, inObject: boolean): string | undefined {
  const first = stringValue(tokens, open + 1);
  if (first !== undefined && (inObject || position === 2))
    return /--([\w-]+)/.exec(first)?.[1] ?? (/^[\w-]+$/.test(first) ? first : undefined);
  const second = position === 2 ? nextArgument(tokens, open + 1, open) : -1;
  return second < 0 ? undefined : stringValue(tokens, second);
}

/** What stands on the other side of a comparison, with the name that a call reads: `req.header("x-api-key")`. */
export function comparedText(tokens: Tokens, first: number, last: number): string {
  const text = chainText(tokens, first, last);
  if (first === last && tokens.kind[first] === TOKEN.word && isVague(text)) {
    const value = initializerOf(tokens, text);
    const origin = value === undefined || value === first ? text : comparedText(tokens, value, chainEnd(tokens, value));
    // What a call makes of a password is another thing.
    return origin.endsWith("()") ? text : origin;
  }
  if (!text.endsWith("()")) return text;
  const name = stringValue(tokens, last - 1);
  const role = name === undefined ? undefined : nameMeaning(name).role;
  return role === undefined || role === "public" ? text : `${text}.${name}`;
}

/** `given`, `key`: the name alone says nothing of where the value comes from. */
function isVague(name: string): boolean {
  const { role } = nameMeaning(name);
  return role === undefined || role === "vague";
}

/** First token of `const name = …`, where it is declared once. */
function initializerOf(tokens: Tokens, name: string): number | undefined {
  let found: number | undefined;
  for (const index of tokens.words.get(name)) {
    if (tokenText(tokens, index - 1) !== "const" || tokenText(tokens, index + 1) !== "=") continue;
    if (found !== undefined) return undefined;
    found = tokenText(tokens, index + 2) === "await" ? index + 3 : index + 2;
  }
  return found;
}

/** `const { JWT_SECRET = "…" } = process.env`. */
export function isEnvironmentDefault(tokens: Tokens, assign: number): boolean {
  const open = tokens.parent[assign] as number;
  if (open < 0 || tokenText(tokens, open) !== "{") return false;
  const close = closerOf(tokens, open);
  if (tokenText(tokens, close + 1) !== "=") return false;
  return /^(?:process|import|Deno|Bun|env|config)$/.test(tokenText(tokens, close + 2));
}

/** The first of the names between two tokens that says secret, with what it is read from: `Buffer.from(req.body.token)`. */
export function namedPart(tokens: Tokens, first: number, end: number): string | undefined {
  for (let index = first; index < end && index < first + 40; index++) {
    if (tokens.kind[index] !== TOKEN.word && tokens.kind[index] !== TOKEN.string) continue;
    const name = stringValue(tokens, index) ?? tokenText(tokens, index);
    const { role } = nameMeaning(name);
    if (role === undefined || role === "public") continue;
    const last = tokens.kind[index] === TOKEN.word ? lastMember(tokens, index, end) : index + 1;
    const start = chainStart(tokens, last);
    if (start < first) return name;
    const text = chainText(tokens, start, last);
    // What a call reads: `req.header("x-api-key")`.
    return tokens.kind[index] === TOKEN.string && text.endsWith("()") ? `${text}.${name}` : text;
  }
  const last = chainEnd(tokens, first);
  return chainText(tokens, first, Math.min(last, end - 1));
}

/** The last name of `credentials.type`, given the first. */
function lastMember(tokens: Tokens, index: number, end: number): number {
  let last = index;
  while (last + 2 < end && tokenText(tokens, last + 1) === "." && tokens.kind[last + 2] === TOKEN.word) last += 2;
  return tokenText(tokens, last + 1) === "(" ? index : last;
}

/** First token of the argument after the one that ends before `index`; -1 where it was the last. */
export function nextArgument(tokens: Tokens, index: number, open: number): number {
  for (let at = index, step = 0; at < tokens.kind.length && step < 20; at++, step++) {
    if (tokens.parent[at] === open && tokenText(tokens, at) === ",") return at + 1;
    if (tokens.match[open] === at) return -1;
  }
  return -1;
}

/**
 * `sign({ id, exp }, "…")`, `verify(token, "…")`: the functions of libraries for JSON Web Tokens by what they are given,
 * whatever they were imported as.
 */
export function knownCall(tokens: Tokens, open: number, callee: string, position: number): string {
  // `promisify(jwt.verify)(token, "…")` is the call that it makes.
  if (/(?:^|\.)promisify\(\)$/.test(callee)) return chainText(tokens, (tokens.match[open - 1] as number) + 1, open - 2);
  if (position !== 1 || (callee !== "sign" && callee !== "verify")) return callee;
  const first = tokenText(tokens, open + 1);
  return (callee === "sign" ? first === "{" : /^(?:\w*token|jwt)$/i.test(first)) ? `jwt.${callee}` : callee;
}

/** `page.getByLabel("Password").fill("…")`: what the field is called. */
export function fieldLabel(
  tokens: Tokens,
  callee: { readonly text: string; readonly start: number },
): string | undefined {
  if (!/\.(?:getBy\w+|locator)\(\)\.(?:fill|type|pressSequentially)$/.test(callee.text)) return undefined;
  for (let index = callee.start; index < callee.start + 12; index++) {
    const label = stringValue(tokens, index);
    if (label !== undefined) return label.replace(/^[#.]/, "");
  }
  return undefined;
}

/** `console.log("apiKey=", "…")`: what the text before says that this is. */
export function printedLabel(tokens: Tokens, comma: number): string | undefined {
  return /([A-Za-z_][\w.-]{2,60})\s?[:=]\s?$/.exec(stringValue(tokens, comma - 1) ?? "")?.[1];
}

/** `env.get("API_KEY").default("…")`, `container.bind("ApiKey").toConstantValue("…")`: what the call before is told. */
export function boundName(tokens: Tokens, { text }: { readonly text: string }, open: number): string | undefined {
  if (!BINDS.test(text)) return undefined;
  const close = open - 3;
  const inner = tokens.match[close] as number;
  return inner > 0 && inner === close - 2 ? stringValue(tokens, inner + 1) : undefined;
}

const BINDS =
  /(?:^|\.)(?:get|bind|env|variable|register|provide|from|secret)\(\)\.(?:default|toConstantValue|toValue|orElse|withDefault|defaultTo|useValue|or|catch)$/;

/** Where `<string>` before a value begins; -1 where the `>` is another one. */
export function castStart(tokens: Tokens, close: number): number {
  if (tokens.kind[close - 1] !== TOKEN.word || tokenText(tokens, close - 2) !== "<") return -1;
  return /^(?:=|\(|,|:|return|\|\||\?\?)$/.test(tokenText(tokens, close - 3)) ? close - 2 : -1;
}

/**
 * `createHmac("sha256", "WebAppData").update(BOT_TOKEN)`: what is mixed in is the secret, and the words say what for.
 * https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
 */
export function isLabelOfHmac(
  tokens: Tokens,
  { text }: { readonly text: string },
  open: number,
  literal: number,
): boolean {
  if (!/(?:^|\.)createHmac$/.test(text) || !LABEL.test(stringValue(tokens, literal) ?? "")) return false;
  const close = closerOf(tokens, open);
  if (tokenText(tokens, close + 2) !== "update" || tokenText(tokens, close + 3) !== "(") return false;
  const first = close + 4;
  const last = chainEnd(tokens, first);
  return last + 1 === closerOf(tokens, close + 3) && CONFIGURED.test(chainText(tokens, first, last));
}

const LABEL = /^[A-Za-z]+(?:[-_ .:/][A-Za-z\d]+)*$/;

/** A secret of this program's own, not one that somebody sends. */
const CONFIGURED =
  /(?:^|\.)(?:(?:[A-Z][A-Z\d]*_)*(?:TOKEN|SECRET|KEY|PASSWORD|PASSKEY)|(?:this\.)?(?:master|bot|root)(?:Key|Token|Secret))$/;
