/**
 * A fallback that cannot reach production: the program refuses to start with it, or takes it only in development.
 *
 * What stands in for a setting does not refuse itself: in `const key = process.env.KEY || "…"; if (!key) throw …` the key is
 * never missing.
 */
import { TOKEN, type Tokens } from "../tokens/lexer.ts";
import type { LiteralSite } from "../tokens/sites.ts";
import { chainEnd, chainStart, closerOf, stringValue, tokenAt, tokenText } from "../tokens/token-chains.ts";

/** True when the code around chooses the fallback only outside of production. */
export function isForDevelopment(tokens: Tokens, site: LiteralSite): boolean {
  const literal = tokenAt(tokens, site.start);
  const from = tokens.start[literal] as number;
  for (let index = literal - 1; index >= 0 && from - (tokens.start[index] as number) < 260; index--) {
    const text = tokenText(tokens, index);
    if (text === ";" || /\n\s*\n/.test(tokens.text.slice(tokens.end[index], tokens.start[index + 1]))) return false;
    if (IS_DEVELOPMENT.test(text)) return true;
    const stage = text === "NODE_ENV" ? stringValue(tokens, index + 2) : undefined;
    if (stage !== undefined && STAGES.test(stage) && EQUAL.test(tokenText(tokens, index + 1))) return true;
  }
  return false;
}

const IS_DEVELOPMENT = /^is_?(?:prod(?:uction)?|dev(?:elopment)?|test|local)$/i;
const STAGES = /^(?:production|development|test|dev)$/;
const EQUAL = /^[!=]==?$/;

/** True when the code around shows that the program does not start with the fallback. */
export function isRefusedAtStart(tokens: Tokens, site: LiteralSite): boolean {
  const name = site.fallback?.name ?? site.names[0];
  if (name === undefined) return false;
  const literal = tokenAt(tokens, site.start);
  const names = new Set([name, ...site.names.slice(0, 3)].filter((each) => /^[A-Za-z_$][\w$]*$/.test(each)));
  for (const each of names) {
    for (const index of tokens.words.get(each)) {
      const isAsked = each === name && site.fallback !== undefined && isMissing(tokens, index, literal);
      if ((isAsked || isThis(tokens, index, site.value)) && stopsWhenTrue(tokens, index)) return true;
    }
  }
  return isRefusedBySchema(tokens, site, literal) || isRefusedByCall(tokens, literal);
}

/** `!process.env.SECRET`, `process.env.SECRET === undefined`: asked of what is read, not of what holds the fallback. */
function isMissing(tokens: Tokens, index: number, literal: number): boolean {
  const start = chainStart(tokens, index);
  const isNegated = tokenText(tokens, start - 1) === "!" || tokenText(tokens, start) === "!";
  if (!isNegated && !/^(?:undefined|null)$/.test(otherSide(tokens, start, index)?.text ?? "")) return false;
  return !(start === index || tokenText(tokens, start) === "!") || !holds(tokens, tokenText(tokens, index), literal);
}

/** `secret === "…"` with the value itself, or with what has another name: `secret === DEFAULT_SECRET`. */
function isThis(tokens: Tokens, index: number, value: string): boolean {
  const other = otherSide(tokens, chainStart(tokens, index), index);
  if (other === undefined || /^(?:undefined|null|true|false)$/.test(other.text)) return false;
  return other.value === undefined || other.value === value;
}

/** What the chain from `start` to `last` is compared with by `==` or `===`. */
function otherSide(
  tokens: Tokens,
  start: number,
  last: number,
): { readonly text: string; readonly value: string | undefined } | undefined {
  const end = chainEnd(tokens, last);
  if (/^={2,3}$/.test(tokenText(tokens, end + 1)))
    return { text: tokenText(tokens, end + 2), value: stringValue(tokens, end + 2) };
  if (/^={2,3}$/.test(tokenText(tokens, start - 1)))
    return { text: tokenText(tokens, start - 2), value: stringValue(tokens, start - 2) };
  return undefined;
}

/** The variable is declared with the expression that the literal is a part of. */
function holds(tokens: Tokens, name: string, literal: number): boolean {
  return tokens.words.get(name).some((at) => {
    if (at > literal || literal - at > 60) return false;
    let equals = at + 1;
    // `const secret: string = …`
    if (tokenText(tokens, equals) === ":") while (equals < literal && tokenText(tokens, equals) !== "=") equals++;
    if (tokenText(tokens, equals) !== "=" || tokenText(tokens, at - 1) === ".") return false;
    for (let index = equals + 1; index < literal; index++) {
      if (tokens.parent[index] !== tokens.parent[at]) continue;
      if (/^(?:;|const|let|var|export|if)$/.test(tokenText(tokens, index))) return false;
    }
    return true;
  });
}

/** It stands in the condition of an `if` whose body throws or ends the program. */
function stopsWhenTrue(tokens: Tokens, index: number): boolean {
  for (let open = tokens.parent[index] as number; open >= 0; open = tokens.parent[open] as number) {
    const bracket = tokenText(tokens, open);
    if (bracket === "{") return false;
    if (bracket !== "(" || tokenText(tokens, open - 1) !== "if") continue;
    const first = closerOf(tokens, open) + 1;
    return stops(tokens, first, tokenText(tokens, first) === "{" ? closerOf(tokens, first) : first + 12);
  }
  return false;
}

/** The statements throw or end the program; a single statement ends at its semicolon. */
function stops(tokens: Tokens, first: number, last: number): boolean {
  const isBlock = tokenText(tokens, first) === "{";
  for (let index = first; index < last && index < first + 60; index++) {
    const text = tokenText(tokens, index);
    if (text === "throw" || (text === "exit" && tokenText(tokens, index + 1) === "(")) return true;
    if (!isBlock && text === ";") return false;
  }
  return false;
}

/** `.refine((env) => env.NODE_ENV !== "production" || env.SECRET !== "unsafe-default")`: a rule of the schema. */
function isRefusedBySchema(tokens: Tokens, site: LiteralSite, literal: number): boolean {
  if (site.value.length > 80) return false;
  for (let index = 0; index < tokens.kind.length; index++) {
    if (index === literal || (tokens.kind[index] !== TOKEN.string && tokens.kind[index] !== TOKEN.template)) continue;
    if ((tokens.end[index] as number) - (tokens.start[index] as number) < site.value.length + 2) continue;
    if (stringValue(tokens, index) !== site.value || !/^[!=]==?$|^[([,]$/.test(tokenText(tokens, index - 1))) continue;
    for (let open = tokens.parent[index] as number; open >= 0; open = tokens.parent[open] as number) {
      if (!/^(?:refine|superRefine|addIssue|if|check|custom)$/.test(tokenText(tokens, open - 1))) continue;
      if (asksForProduction(tokens, open, closerOf(tokens, open))) return true;
    }
  }
  return false;
}

function asksForProduction(tokens: Tokens, first: number, last: number): boolean {
  for (let index = first; index < last; index++)
    if (/^["'`]?(?:is_?)?prod(?:uction)?["'`]?$/i.test(tokenText(tokens, index))) return true;
  return false;
}

/** `if (!secret) { this.refuse("…"); secret = "dev" }`, where `refuse` throws in production. */
function isRefusedByCall(tokens: Tokens, literal: number): boolean {
  const block = tokens.parent[literal] as number;
  if (block < 1 || tokenText(tokens, block) !== "{" || tokenText(tokens, block - 1) !== ")") return false;
  const condition = tokens.match[block - 1] as number;
  if (tokenText(tokens, condition - 1) !== "if" || tokenText(tokens, condition + 1) !== "!") return false;
  for (let index = block + 1; index < literal; index++) {
    if (tokens.kind[index] !== TOKEN.word || tokenText(tokens, index + 1) !== "(") continue;
    for (const declared of tokens.words.get(tokenText(tokens, index))) {
      const body = bodyOf(tokens, declared);
      if (body === undefined) continue;
      const close = closerOf(tokens, body);
      if (asksForProduction(tokens, body, close) && stops(tokens, body, close)) return true;
    }
  }
  return false;
}

/** The opening brace of the function that is declared by this name: `refuse(reason) {`, `refuse = (reason) => {`. */
function bodyOf(tokens: Tokens, name: number): number | undefined {
  const open = tokenText(tokens, name + 1) === "=" ? name + 2 : name + 1;
  if (tokenText(tokens, open) !== "(") return undefined;
  let index = closerOf(tokens, open) + 1;
  for (const end = index + 8; index < end && !/^[{;]$/.test(tokenText(tokens, index)); ) index++;
  return tokenText(tokens, index) === "{" ? index : undefined;
}

/** `=== "dev-secret") throw`: the comparison refuses the value instead of letting it in. */
export function refusesValue(tokens: Tokens, site: LiteralSite): boolean {
  const literal = tokenAt(tokens, site.start);
  if (!/^={2,3}$/.test(tokenText(tokens, literal - 1))) return false;
  for (let open = tokens.parent[literal] as number; open >= 0; open = tokens.parent[open] as number) {
    const bracket = tokenText(tokens, open);
    if (bracket === "{") return false;
    if (bracket !== "(" || tokenText(tokens, open - 1) !== "if") continue;
    const first = closerOf(tokens, open) + 1;
    const isBlock = tokenText(tokens, first) === "{";
    return isRefusal(tokens, isBlock ? first + 1 : first);
  }
  return false;
}

/** The statement throws, ends the program, or tells of an error. */
function isRefusal(tokens: Tokens, first: number): boolean {
  const word = tokenText(tokens, first);
  const method = tokenText(tokens, first + 2);
  // `if (isProduction) throw …`
  if (word === "if") {
    const close = closerOf(tokens, first + 1);
    const body = tokenText(tokens, close + 1) === "{" ? close + 2 : close + 1;
    return (
      tokenText(tokens, body) === "throw" && /prod/i.test(tokens.text.slice(tokens.start[first], tokens.end[close]))
    );
  }
  return (
    word === "throw" ||
    (word === "process" && method === "exit") ||
    (/^(?:console|logger|log)$/.test(word) && /^(?:error|warn|fatal)$/.test(method))
  );
}
