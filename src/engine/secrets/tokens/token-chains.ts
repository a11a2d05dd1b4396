/**
 * Steps through tokens: where an expression begins and ends, what it is called, whose argument it is.
 */
import { cook } from "./cook.ts";
import { TOKEN, type Tokens } from "./lexer.ts";

/** Text of a token. */
export function tokenText(tokens: Tokens, index: number): string {
  return index < 0 || index >= tokens.kind.length ? "" : tokens.text.slice(tokens.start[index], tokens.end[index]);
}

/** The token that begins at an offset, or the first one after it. */
export function tokenAt(tokens: Tokens, start: number): number {
  let low = 0;
  let high = tokens.kind.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.start[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value of a string or plain template token. */
export function stringValue(tokens: Tokens, index: number): string | undefined {
  const kind = tokens.kind[index];
  if (kind !== TOKEN.string && kind !== TOKEN.template) return undefined;
  return cook(tokens.text.slice((tokens.start[index] as number) + 1, (tokens.end[index] as number) - 1));
}

export const PLAIN_WORDS = new Set(
  "const let var if while for switch catch return typeof await void yield delete throw in of new else case with".split(
    " ",
  ),
);

export function closerOf(tokens: Tokens, open: number): number {
  const closer = tokens.match[open] as number;
  return closer > open ? closer : open;
}

export function openerOf(tokens: Tokens, middle: number): number {
  const match = tokens.match[middle] as number;
  return match >= 0 && match < middle ? match : middle - 1;
}

export function templateLast(tokens: Tokens, head: number): number {
  let index = head;
  for (let step = 0; step < 64 && tokens.kind[index] !== TOKEN.templateTail; step++) {
    const match = tokens.match[index] as number;
    if (match <= index) break;
    index = match;
  }
  return index;
}

/** First token of the operand that ends at token `last`: `a.b(c)[d]`, `await x`, `"text"`. */
export function chainStart(tokens: Tokens, last: number): number {
  let index = last;
  for (let step = 0; step < 64 && index >= 0; step++) {
    const match = tokens.match[index] as number;
    if (match >= 0 && match < index) index = match;
    if (tokens.kind[index] === TOKEN.templateMiddle) {
      index = openerOf(tokens, index);
      continue;
    }
    const before = tokenText(tokens, index - 1);
    const beforeIsValue =
      (tokens.kind[index - 1] === TOKEN.word && !PLAIN_WORDS.has(before)) ||
      before === ")" ||
      before === "]" ||
      before === "!";
    const text = tokenText(tokens, index);
    if ((text === "(" || text === "[") && beforeIsValue && index > 0) index -= before === "!" ? 2 : 1;
    else if (before === "." || before === "?.") index -= 2;
    else if (before === "new" || before === "await") index -= 1;
    else if (text === "!" && index < last) index -= 1;
    else break;
  }
  return Math.max(index, 0);
}

/** Last token of the operand that starts at token `first`. */
export function chainEnd(tokens: Tokens, first: number): number {
  let index = first;
  for (let step = 0; step < 64; step++) {
    const text = tokenText(tokens, index);
    if (text === "(" || text === "[") index = closerOf(tokens, index);
    const next = tokenText(tokens, index + 1);
    if (next === "." || next === "?.") index += 2;
    else if (next === "(" || next === "[") index += 1;
    else if (text === "await" || text === "new" || text === "!") index += 1;
    else break;
  }
  return Math.min(index, tokens.kind.length - 1);
}

/** `a.b().c` from tokens, arguments left out; an index by a string is a name. */
export function chainText(tokens: Tokens, first: number, last: number): string {
  let text = "";
  for (let index = first; index <= last; index++) {
    const token = tokenText(tokens, index);
    if (tokens.kind[index] === TOKEN.string || tokens.kind[index] === TOKEN.template) continue;
    if (token === "(") {
      text += "()";
      index = closerOf(tokens, index);
    } else if (token === "[") {
      const name = stringValue(tokens, index + 1);
      text += name === undefined ? "[]" : `.${name}`;
      index = closerOf(tokens, index);
    } else if (token === "?." || token === ".") text += ".";
    else if (token === "new") text += "new ";
    else if (token === "!" || token === "await") continue;
    else text += token;
    if (text.length > 160) break;
  }
  return text.replace(/\.{2,}/g, ".");
}

/** The last name of `process.env.NAME`, `env["NAME"]`, `config.get("NAME")`, `getEnv("NAME")`. */
export function lastName(tokens: Tokens, first: number, last: number): string {
  let close = last;
  if (tokenText(tokens, close) === "!") close--;
  const open = tokens.match[close] as number;
  if ((tokenText(tokens, close) === ")" || tokenText(tokens, close) === "]") && open >= first) {
    const name = stringValue(tokens, open + 1);
    if (name !== undefined) return name;
    // `process.env.NAME?.trim()` is called as what is trimmed.
    const call = open - 1;
    if (call - 2 >= first && TRIMS.test(tokenText(tokens, call)) && /^\??\.$/.test(tokenText(tokens, call - 1)))
      return lastName(tokens, first, call - 2);
    return open > first ? lastName(tokens, first, open - 1) : "";
  }
  return tokens.kind[close] === TOKEN.word ? tokenText(tokens, close) : "";
}

/** Leaves a text the text that it is. */
const TRIMS = /^(?:trim|trimEnd|trimStart|toString|toLowerCase|toUpperCase|valueOf)$/;

export function isIndex(tokens: Tokens, open: number): boolean {
  const before = tokenText(tokens, open - 1);
  if (tokens.start[open] !== tokens.end[open - 1] && before !== "?.") return before === ")" || before === "]";
  return (
    (tokens.kind[open - 1] === TOKEN.word && !PLAIN_WORDS.has(before)) ||
    before === ")" ||
    before === "]" ||
    before === "?."
  );
}

export function calleeOf(tokens: Tokens, open: number): { text: string; start: number } | undefined {
  let last = open - 1;
  if (tokenText(tokens, last) === "?.") last--;
  if (tokenText(tokens, last) === ">") {
    let depth = 0;
    for (let step = 0; step < 40 && last > 0; step++, last--) {
      const text = tokenText(tokens, last);
      if (text === ">") depth++;
      else if (text === "<" && --depth === 0) break;
    }
    last--;
  }
  const text = tokenText(tokens, last);
  const isWord = tokens.kind[last] === TOKEN.word;
  const isMember = tokenText(tokens, last - 1) === "." || tokenText(tokens, last - 1) === "?.";
  if (!(isWord && (isMember || !PLAIN_WORDS.has(text))) && text !== ")" && text !== "]") return undefined;
  if (text === ")" && tokenText(tokens, (tokens.match[last] ?? 0) - 1) === "if") return undefined;
  const start = chainStart(tokens, last);
  return { text: chainText(tokens, start, last), start };
}

export function argumentIndex(tokens: Tokens, open: number, comma: number): number {
  let count = 1;
  for (let index = comma - 1, step = 0; index > open && step < 300; step++) {
    const match = tokens.match[index] as number;
    if (match >= 0 && match < index) index = match;
    if (tokenText(tokens, index) === "," && tokens.parent[index] === open) count++;
    index--;
  }
  return count;
}

/** Token before the start of the expression that `index` belongs to. */
export function boundary(tokens: Tokens, index: number): number {
  const level = tokens.parent[index];
  for (let at = index - 1, step = 0; at >= 0 && step < 80; step++) {
    const match = tokens.match[at] as number;
    if (match >= 0 && match < at && tokens.kind[match] !== TOKEN.templateHead) {
      at = match - 1;
      continue;
    }
    if (at === level) return at;
    const text = tokenText(tokens, at);
    if (/^(?:=|\(|,|;|\{|\[|=>|\|\||\?\?|return|:|\?|\+)$/.test(text)) return at;
    at--;
  }
  return index - 1;
}

/** The `?` that a `:` belongs to, or -1 where it is no conditional's. */
export function ternaryQuestion(tokens: Tokens, colon: number): number {
  const level = tokens.parent[colon];
  for (let at = colon - 1, step = 0; at >= 0 && step < 80; step++) {
    const match = tokens.match[at] as number;
    if (match >= 0 && match < at) {
      at = match - 1;
      continue;
    }
    if (at === level) return -1;
    const text = tokenText(tokens, at);
    if (text === "?") return at === colon - 1 ? -1 : at;
    if (text === "," || text === ";" || text === "{" || text === "=" || text === "return" || text === "case") return -1;
    at--;
  }
  return -1;
}
