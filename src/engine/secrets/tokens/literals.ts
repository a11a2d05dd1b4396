/**
 * The string literals of a file, put together again where code takes them apart, with their surroundings.
 *
 * Folds `"a" + "b"`, templates of constants, `["a", "b"].join("")`, `"a".concat("b")`, base64; follows a constant to where
 * it is used, two assignments far.
 */

import { nameRole } from "../judge/secret-names.ts";
import { spelledTexts } from "./char-codes.ts";
import { type Constants, constantValues } from "./constant-values.ts";
import { cook } from "./cook.ts";
import { decoded } from "./decoded.ts";
import { type FileUse, type UsedElsewhere, withHolders } from "./held-literals.ts";
import { knownSurroundings } from "./known-imports.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import type { LiteralSite } from "./sites.ts";
import { stringValue, tokenText } from "./token-chains.ts";

/** Whether a literal's value is worth reading its surroundings. */
export type Interest = (value: string) => boolean;

/** All literals that pass `interest`, in order. */
export function literalSites(
  tokens: Tokens,
  interest: Interest,
  { signs, usedElsewhere }: FileUse = { signs: true, usedElsewhere: undefined },
): readonly LiteralSite[] {
  const surroundingsOf = knownSurroundings(tokens);
  const { values: constants, places } = constantValues(tokens);
  const sites: LiteralSite[] = [];
  /** Literals that are a part of another: `const first = "…"; const key = first + second`. */
  const parts = new Set<number>();
  const sums = sumsOf(tokens, constants);
  const spelled = spelledTexts(tokens);
  let done = -1;
  for (let index = 0; index < tokens.kind.length; index++) {
    const kind = tokens.kind[index];
    const numbers = spelled.get(index);
    const isSum = (kind === TOKEN.word && sums.has(index)) || numbers !== undefined;
    if (!isSum && kind !== TOKEN.string && kind !== TOKEN.template && kind !== TOKEN.templateHead) continue;
    if (index <= done || (!isSum && (isModuleName(tokens, index) || isIdle(tokens, index, usedElsewhere, signs))))
      continue;
    const folded = numbers
      ? { first: index, last: numbers.last, value: numbers.value, partial: false }
      : fold(tokens, index, constants);
    if (folded.last > index) {
      // What stands inside of a template that cannot be put together is looked at by itself.
      if (!folded.partial || tokens.kind[index] !== TOKEN.templateHead) done = folded.last;
      if (isSchemeAndConstant(tokens, folded, places)) continue;
      // `"token: " + token` tells of the constant, and is not made of it.
      if (!folded.partial && !/\s/.test(folded.value.replace(/^[\w-]{3,20} (?=\S+$)/, "")))
        addParts(tokens, folded, places, parts);
    }
    if (!folded.partial && !interest(folded.value)) continue;
    const around = surroundingsOf(folded.first, folded.last);
    // `createHash("sha256").update(`${token}…`)`: what is mixed in.
    const mixed =
      folded.partial && DIGESTED.test(around.names[0] ?? "") ? folded.value.replaceAll(UNKNOWN_PART, "") : folded.value;
    if (folded.partial && !interest(mixed)) continue;
    const value = decoded(mixed, around.names) ?? mixed;
    const head = folded.partial || folded.last === index ? undefined : headOf(tokens, folded, places);
    sites.push({
      ...(head === undefined ? {} : { head }),
      start: tokens.start[folded.first] as number,
      end: tokens.end[folded.last] as number,
      value,
      partial: folded.partial || tokenText(tokens, folded.first - 1) === "+",
      ...around,
    });
  }
  const whole = parts.size === 0 ? sites : sites.filter(({ start }) => !parts.has(start));
  return withHolders(tokens, surroundingsOf, { signs, usedElsewhere }, whole);
}

/** Where `first + second`, `first.concat(second)`, `[first, second].join("")` begin, all of them constants. */
function sumsOf(tokens: Tokens, constants: Constants["values"]): ReadonlySet<number> {
  const starts = new Set<number>();
  const members = new Map<string, Set<string>>();
  for (const name of constants.keys()) {
    const dot = name.indexOf(".");
    if (dot < 0) {
      for (const index of tokens.words.get(name)) if (startsSum(tokens, index, index)) starts.add(index);
      continue;
    }
    const owner = name.slice(0, dot);
    const known = members.get(owner);
    if (known === undefined) members.set(owner, new Set([name.slice(dot + 1)]));
    else known.add(name.slice(dot + 1));
  }
  // An object may have many members, and stand in many places.
  for (const [owner, names] of members)
    for (const index of tokens.words.get(owner))
      if (startsSum(tokens, index, index + 2) && names.has(tokenText(tokens, index + 2))) starts.add(index);
  return starts;
}

function startsSum(tokens: Tokens, index: number, last: number): boolean {
  const next = tokens.text.charCodeAt(tokens.start[last + 1] as number);
  if (next !== 43 && next !== 44 && !(next === 46 && tokenText(tokens, last + 2) === "concat")) return false;
  const before = tokenText(tokens, index - 1);
  return next === 44 ? before === "[" : before !== "." && before !== "?." && before !== "+";
}

/** `` `Bearer ${KEY}` ``: the secret stands where the constant is declared. */
function isSchemeAndConstant(tokens: Tokens, folded: Folded, places: Constants["places"]): boolean {
  const scheme = /^([\w-]{3,20}) \S+$/.exec(folded.value)?.[1];
  if (folded.partial || scheme === undefined) return false;
  for (let index = folded.first; index <= folded.last; index++) {
    if (tokens.kind[index] !== TOKEN.word) continue;
    const place = places.get(tokenText(tokens, index));
    if (place !== undefined && `${scheme} ${stringValue(tokens, place)}` === folded.value) return true;
  }
  return false;
}

/** Where the first part of a sum of constants stands. */
function headOf(
  tokens: Tokens,
  folded: Folded,
  places: Constants["places"],
): readonly [start: number, end: number] | undefined {
  const { first } = folded;
  const password = passwordOf(tokens, folded, places);
  if (password !== undefined) return [(tokens.start[password] as number) + 1, (tokens.end[password] as number) - 1];
  if (tokens.kind[first] !== TOKEN.word && tokens.kind[first] !== TOKEN.templateHead) return undefined;
  const word = tokens.kind[first] === TOKEN.word ? first : first + 1;
  if (tokens.kind[first] === TOKEN.templateHead && tokens.start[word] !== (tokens.end[first] as number))
    return undefined;
  if (tokens.kind[first] === TOKEN.templateHead && (tokens.end[first] as number) - (tokens.start[first] as number) > 3)
    return undefined;
  const place = placeOf(tokens, word, places);
  return place === undefined ? undefined : [(tokens.start[place] as number) + 1, (tokens.end[place] as number) - 1];
}

/** `` `${ID}:${SECRET}` ``: the literal that is the part behind the colon. */
function passwordOf(tokens: Tokens, { value, first, last }: Folded, places: Constants["places"]): number | undefined {
  const password = /^[^\s:]{1,80}:(\S{4,200})$/.exec(value)?.[1];
  if (password === undefined) return undefined;
  for (let index = last; index >= first; index--) {
    if (tokens.kind[index] !== TOKEN.word) continue;
    const place = placeOf(tokens, index, places);
    if (place !== undefined && stringValue(tokens, place) === password) return place;
  }
  return undefined;
}

/** The literal that a name, or a member of an object, stands for. */
function placeOf(tokens: Tokens, word: number, places: Constants["places"]): number | undefined {
  const name = tokenText(tokens, word);
  return places.get(name) ?? places.get(`${name}.${tokenText(tokens, word + 2)}`);
}

function addParts(tokens: Tokens, folded: Folded, places: Constants["places"], parts: Set<number>): void {
  for (let index = folded.first; index <= folded.last; index++) {
    if (tokens.kind[index] !== TOKEN.word) continue;
    const place = placeOf(tokens, index, places);
    if (place !== undefined && (place < folded.first || place > folded.last)) parts.add(tokens.start[place] as number);
  }
}

/**
 * A plain word where no plain word is a secret: `className="flex"`, `type: "button"`, `t("title")`. Passwords, keys of
 * signatures, fallbacks and comparisons may be words; so may what is given to a call or a variable.
 */
function isIdle(tokens: Tokens, index: number, usedElsewhere: UsedElsewhere | undefined, signs: boolean): boolean {
  if (tokens.kind[index] === TOKEN.templateHead) return false;
  const start = (tokens.start[index] as number) + 1;
  const end = (tokens.end[index] as number) - 1;
  if (end - start > 40) return false;
  for (let at = start; at < end; at++) {
    const code = tokens.text.charCodeAt(at);
    if (!((code >= 97 && code <= 122) || code === 32 || code === 45 || code === 46)) return false;
  }
  const before = tokenText(tokens, index - 1);
  if (before === ":") {
    if (tokens.kind[index - 2] === TOKEN.word || tokens.kind[index - 2] === TOKEN.string) {
      const name = stringValue(tokens, index - 2) ?? tokenText(tokens, index - 2);
      const role = nameRole(name);
      if (usedElsewhere?.has(name) || (signs && role === undefined) || name === "default") return false;
      return role === undefined || role === "public" || role === "credential";
    }
    return false;
  }
  if (before === "|" || before === "case" || before === "<") return true;
  // JSX: an attribute stands directly behind its `=`.
  return (
    before === "=" &&
    tokens.end[index - 1] === tokens.start[index] &&
    tokens.text.charCodeAt((tokens.start[index - 1] as number) - 1) > 32
  );
}

/** `from "x"`, `import "x"`, `require("x")`. */
function isModuleName(tokens: Tokens, index: number): boolean {
  const before = tokens.kind[index - 1] === TOKEN.word ? index - 1 : index - 2;
  if (tokens.kind[before] !== TOKEN.word) return false;
  const length = (tokens.end[before] as number) - (tokens.start[before] as number);
  if (length !== 4 && length !== 6 && length !== 7) return false;
  const word = tokenText(tokens, before);
  // `from(` and `from =` are calls and names.
  return before === index - 1 ? word === "from" || word === "import" : word === "require" || word === "import";
}

interface Folded {
  readonly first: number;
  readonly last: number;
  readonly value: string;
  readonly partial: boolean;
}

function fold(tokens: Tokens, index: number, constants: Constants["values"]): Folded {
  const joined = foldJoin(tokens, index, constants);
  if (joined !== undefined) return joined;
  let first = index;
  let prefix = "";
  if (tokenText(tokens, index - 1) === "+" && tokens.kind[index - 2] === TOKEN.word) {
    const known = constants.get(tokenText(tokens, index - 2));
    const before = tokenText(tokens, index - 3);
    if (known !== undefined && before !== "." && before !== "?." && before !== "+") {
      prefix = known;
      first = index - 2;
    }
  }
  let { value, last, partial } = operand(tokens, index, constants) as Operand;
  value = prefix + value;
  for (let step = 0; step < 64 && tokenText(tokens, last + 1) === "+"; step++) {
    const next = operand(tokens, last + 2, constants);
    if (next === undefined) {
      partial = true;
      break;
    }
    value += next.value;
    partial ||= next.partial;
    last = next.last;
  }
  while (
    tokenText(tokens, last + 1) === "." &&
    tokenText(tokens, last + 2) === "concat" &&
    tokenText(tokens, last + 3) === "("
  ) {
    const close = tokens.match[last + 3] as number;
    if (close < 0) break;
    for (let at = last + 4; at < close; at += 2) {
      const more = operand(tokens, at, constants);
      if (more === undefined) {
        partial = true;
        break;
      }
      value += more.value;
      at = more.last;
    }
    last = close;
  }
  const rest = addedBelow(tokens, first, last, constants);
  return { first, last: rest.last, value: value + rest.value, partial };
}

/** `let key = "…"; key += "…";`: what the next statements add. */
function addedBelow(
  tokens: Tokens,
  first: number,
  end: number,
  constants: Constants["values"],
): { readonly value: string; readonly last: number } {
  let value = "";
  let last = end;
  if (tokenText(tokens, first - 1) !== "=" || !/^(?:let|var)$/.test(tokenText(tokens, first - 3)))
    return { value, last };
  const name = tokenText(tokens, first - 2);
  for (;;) {
    const next = tokenText(tokens, last + 1) === ";" ? last + 2 : last + 1;
    const more =
      tokenText(tokens, next) === name && tokenText(tokens, next + 1) === "+="
        ? operand(tokens, next + 2, constants)
        : undefined;
    if (more === undefined || more.partial) return { value, last };
    value += more.value;
    last = more.last;
  }
}

interface Operand {
  readonly value: string;
  readonly last: number;
  readonly partial: boolean;
}

function operand(tokens: Tokens, index: number, constants: Constants["values"]): Operand | undefined {
  const plain = stringValue(tokens, index);
  if (plain !== undefined) return { value: plain, last: index, partial: false };
  if (tokens.kind[index] === TOKEN.word) {
    const next = tokenText(tokens, index + 1);
    const member =
      next === "." ? constants.get(`${tokenText(tokens, index)}.${tokenText(tokens, index + 2)}`) : undefined;
    if (member !== undefined) return { value: member, last: index + 2, partial: false };
    const isRead = (next === "." && tokenText(tokens, index + 2) !== "concat") || next === "(" || next === "[";
    const known = isRead ? undefined : constants.get(tokenText(tokens, index));
    return known === undefined ? undefined : { value: known, last: index, partial: false };
  }
  if (tokens.kind[index] !== TOKEN.templateHead) return undefined;
  return template(tokens, index, constants);
}

function template(tokens: Tokens, head: number, constants: Constants["values"]): Operand {
  let value = piece(tokens, head, 2);
  let partial = false;
  let at = head;
  for (let step = 0; step < 64; step++) {
    const next = tokens.match[at] as number;
    if (next <= at) return { value, last: at, partial: true };
    const inside = next <= at + 4 ? operand(tokens, at + 1, constants) : undefined;
    if (inside === undefined || inside.last !== next - 1) {
      partial = true;
      value += UNKNOWN_PART;
    } else value += inside.value;
    if (tokens.kind[next] === TOKEN.templateTail) return { value: value + piece(tokens, next, 1), last: next, partial };
    value += piece(tokens, next, 2);
    // A middle closes one substitution and opens the next; its own match is overwritten by the next closer.
    at = next;
  }
  return { value, last: at, partial: true };
}

const DIGESTED = /createHash\(\)\.update#0$/;

/** Stands for a substitution that cannot be read: no value of a secret contains it. */
const UNKNOWN_PART = "$" + "{}";

function piece(tokens: Tokens, index: number, tail: number): string {
  return cook(tokens.text.slice((tokens.start[index] as number) + 1, (tokens.end[index] as number) - tail));
}

/** `["a", "b"].join("")`, seen from its first string. */
function foldJoin(tokens: Tokens, index: number, constants: Constants["values"]): Folded | undefined {
  if (tokenText(tokens, index - 1) !== "[") return undefined;
  const close = tokens.match[index - 1] as number;
  if (close < 0 || close - index > 400) return undefined;
  const call = joinOf(tokens, index - 1, close);
  if (call === undefined) return undefined;
  const parts: string[] = [];
  for (let at = index; at < close; at++) {
    const part = operand(tokens, at, constants);
    if (part === undefined || part.partial) return undefined;
    parts.push(part.value);
    at = part.last + 1;
  }
  const { glue, last } = call;
  return last >= close ? { first: index - 1, last, value: parts.join(glue), partial: false } : undefined;
}

/** How the array's parts are put together, at once or where its variable is used; `last` ends the expression here. */
function joinOf(
  tokens: Tokens,
  open: number,
  close: number,
): { readonly glue: string; readonly last: number } | undefined {
  const glue = glueAt(tokens, close + 1);
  if (glue !== undefined) return { glue, last: tokens.match[close + 3] as number };
  let name = open - 1;
  if (tokenText(tokens, name--) !== "=") return undefined;
  // `const parts: string[] = […]`
  if (tokenText(tokens, name) === "]" && tokenText(tokens, name - 3) === ":") name -= 4;
  if (tokens.kind[name] !== TOKEN.word || tokenText(tokens, name - 1) !== "const") return undefined;
  for (const use of tokens.words.get(tokenText(tokens, name)) ?? []) {
    const held = use === name ? undefined : glueAt(tokens, use + 1);
    if (held !== undefined) return { glue: held, last: close };
  }
  return undefined;
}

/** What `.join("")` or `.reduce((a, b) => a + b)` at `dot` puts between the parts. */
function glueAt(tokens: Tokens, dot: number): string | undefined {
  if (tokenText(tokens, dot) !== ".") return undefined;
  const method = tokenText(tokens, dot + 1);
  if (method === "join") return tokenText(tokens, dot + 3) === ")" ? "," : (stringValue(tokens, dot + 3) ?? ",");
  const body = tokens.text.slice(tokens.start[dot + 1], (tokens.start[dot + 1] as number) + 80);
  return method === "reduce" && /^reduce\(\(?(\w+), (\w+)\)? => \1 \+ \2\b/.test(body) ? "" : undefined;
}
