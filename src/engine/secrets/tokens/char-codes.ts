/** Texts that are spelled in numbers: `String.fromCharCode(115, 107)`, `Buffer.from([115, 107])`. */
import { TOKEN, type Tokens } from "./lexer.ts";
import { tokenText } from "./token-chains.ts";

/** A text, and the last token of the expression that spells it. */
export interface Spelled {
  readonly value: string;
  readonly last: number;
}

/** Shorter ones are no secrets. */
const SHORTEST = 8;

/** By the first token of the expression. */
export function spelledTexts(tokens: Tokens): ReadonlyMap<number, Spelled> {
  const found = new Map<number, Spelled>();
  const add = (first: number, last: number, value: string | undefined): void => {
    if (value !== undefined) found.set(first, { value, last });
  };
  for (const method of ["fromCharCode", "fromCodePoint"]) {
    for (const index of tokens.words.get(method)) {
      const isApplied = tokenText(tokens, index + 2) === "apply";
      const open = isApplied ? index + 3 : index + 1;
      const close = closeOf(tokens, open);
      if (close < 0 || tokenText(tokens, index - 2) !== "String") continue;
      const value = isApplied ? listAt(tokens, open + 3) : (listAt(tokens, open + 2, open + 1) ?? spell(tokens, open));
      add(index - 2, close, value);
      const mapped = value === undefined ? mappedList(tokens, index - 2) : undefined;
      if (mapped !== undefined) add(mapped.first, mapped.last, mapped.value);
    }
  }
  for (const list of ["Buffer", "Uint8Array"]) {
    for (const index of tokens.words.get(list)) {
      const open = tokenText(tokens, index + 1) === "." ? index + 3 : index + 1;
      const close = closeOf(tokens, open);
      if (close >= 0) add(index, close, listAt(tokens, open + 1));
    }
  }
  return found;
}

/** What a list of numbers at `index`, or a name that stands for one, spells; behind a `...` where `spread` is asked for. */
function listAt(tokens: Tokens, index: number, spread?: number): string | undefined {
  if (spread !== undefined && tokenText(tokens, spread) !== "...") return undefined;
  if (tokenText(tokens, index) === "[") return spell(tokens, index);
  if (tokens.kind[index] !== TOKEN.word) return undefined;
  const name = tokenText(tokens, index);
  for (const place of tokens.words.get(name)) {
    if (tokenText(tokens, place - 1) !== "const") continue;
    for (let at = place + 1; at < place + 8; at++)
      if (tokenText(tokens, at) === "=") return tokenText(tokens, at + 1) === "[" ? spell(tokens, at + 1) : undefined;
  }
  return undefined;
}

/** `[115, 107].map((code) => String.fromCharCode(code)).join("")`, seen from `String`. */
function mappedList(tokens: Tokens, index: number): (Spelled & { readonly first: number }) | undefined {
  const open = tokens.parent[index] as number;
  if (open < 3 || tokenText(tokens, open - 1) !== "map") return undefined;
  const end = open - 3;
  const first = tokenText(tokens, end) === "]" ? (tokens.match[end] as number) : end;
  const value = listAt(tokens, first);
  const join = closeOf(tokens, open) + 2;
  const last = tokenText(tokens, join) === "join" ? closeOf(tokens, join + 1) : -1;
  return value === undefined || last < 0 ? undefined : { first, last, value };
}

function closeOf(tokens: Tokens, open: number): number {
  return tokenText(tokens, open) === "(" ? (tokens.match[open] as number) : -1;
}

/** The characters of the numbers behind a bracket, where nothing but numbers stands in it. */
function spell(tokens: Tokens, open: number): string | undefined {
  const close = tokens.match[open] as number;
  if (close < open + 2 * SHORTEST - 1) return undefined;
  let value = "";
  for (let index = open + 1; index < close; index += 2) {
    const code = tokens.kind[index] === TOKEN.number ? Number(tokenText(tokens, index)) : 0;
    if (!(code > 32 && code < 127)) return undefined;
    if (index + 1 < close && tokenText(tokens, index + 1) !== ",") return undefined;
    value += String.fromCharCode(code);
  }
  return value;
}
