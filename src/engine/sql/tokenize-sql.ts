/**
 * SQL text as tokens: of any dialect, complete or not, with holes where a program puts its values.
 *
 * One pass, linear, never throws: an unclosed string or comment ends with the text.
 */

/** Stands in SQL text for a template value whose text is not known. */
export const HOLE = "\u0001";

export type SqlToken =
  /** A bare word in lower case: keyword or name. */
  | { readonly kind: "word"; readonly value: string; readonly at: number }
  /** A quoted name in lower case: `"Order"`, `` `order` ``, `[order]`. */
  | { readonly kind: "name"; readonly value: string; readonly at: number }
  | { readonly kind: "string"; readonly value: string; readonly at: number }
  | { readonly kind: "number"; readonly value: number; readonly at: number }
  /** `$1` and `?` by position from 0, `:id` and `@id` by name. */
  | { readonly kind: "parameter"; readonly value: number | string; readonly at: number }
  /** The n-th hole of the text, from 0. */
  | { readonly kind: "hole"; readonly value: number; readonly at: number }
  | { readonly kind: "symbol"; readonly value: string; readonly at: number };

const SYMBOLS = [
  "->>",
  "#>>",
  "<=>",
  "::",
  "->",
  "#>",
  "@>",
  "<@",
  "||",
  "<>",
  "!=",
  ">=",
  "<=",
  ":=",
  "&&",
  "??",
  "=>",
];

const WORD_START = /[\p{L}_]/u;
const WORD = /[\p{L}\p{N}_$]+/uy;
const NAME = /\w+/y;
const LETTER = /[A-Za-z_]/;
const DIGITS = /\d+/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_]\w*)?\$/y;
const PREFIX = /[ebnxu]/i;
/** `?|`, `?&`, `??`: operators on JSON. */
const JSON_OPERATOR = /[|&?]/;
/** Symbols that start no longer one. */
const SINGLE = /[(),;.*+[\]=/]/;

export function tokenizeSql(text: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let position = 0;
  let questions = 0;
  let holes = 0;
  let nextHole = text.indexOf(HOLE);
  /** Holes in skipped text keep their number; a string around a hole is that hole. */
  const skipHoles = (to: number): number | undefined => {
    if (nextHole < 0 || nextHole >= to) return undefined;
    const first = holes;
    for (; nextHole >= 0 && nextHole < to; nextHole = text.indexOf(HOLE, nextHole + 1)) holes++;
    return first;
  };

  while (position < text.length) {
    const start = position;
    const character = text[position] as string;

    if (character === HOLE) {
      position++;
      tokens.push({ kind: "hole", value: skipHoles(position) ?? 0, at: start });
    } else if (character <= " ") {
      position++;
    } else if (WORD_START.test(character)) {
      const word = matchAt(WORD, text, position);
      position += word.length;
      // E'…', B'…', N'…', X'…', U&'…': the prefix belongs to the string.
      if (text[position] === "'" && word.length === 1 && PREFIX.test(word)) continue;
      tokens.push({ kind: "word", value: word.toLowerCase(), at: start });
    } else if (character === "'" || character === '"' || character === "`") {
      position = endOfQuoted(text, character, position);
      const hole = skipHoles(position);
      const inside = unquote(text.slice(start, position), character);
      if (hole !== undefined) tokens.push({ kind: "hole", value: hole, at: start });
      else if (character === "'") tokens.push({ kind: "string", value: inside, at: start });
      else tokens.push({ kind: "name", value: inside.toLowerCase(), at: start });
    } else if (isComment(text, position, character)) {
      position = character === "/" ? endOf(text, "*/", position + 2) : endOf(text, "\n", position);
      skipHoles(position);
    } else if (character === "[" && isBracketName(text, position, tokens.at(-1))) {
      position = endOf(text, "]", position);
      tokens.push({ kind: "name", value: text.slice(start + 1, position - 1).toLowerCase(), at: start });
    } else if (character === "$") {
      const digits = matchAt(DIGITS, text, position + 1);
      const tag = digits ? "" : matchAt(DOLLAR_TAG, text, position);
      if (digits) {
        position += 1 + digits.length;
        tokens.push({ kind: "parameter", value: Number(digits) - 1, at: start });
      } else if (tag) {
        position = endOf(text, tag, position + tag.length);
        skipHoles(position);
        tokens.push({ kind: "string", value: text.slice(start + tag.length, position - tag.length), at: start });
      } else {
        const name = matchAt(NAME, text, position + 1);
        position += 1 + name.length;
        tokens.push(name ? { kind: "parameter", value: name, at: start } : { kind: "symbol", value: "$", at: start });
      }
    } else if (character === "?" && !JSON_OPERATOR.test(text[position + 1] ?? "")) {
      // SQLite's `?2`: https://sqlite.org/lang_expr.html#varparam
      const digits = matchAt(DIGITS, text, position + 1);
      if (digits) questions = Number(digits) - 1;
      tokens.push({ kind: "parameter", value: questions++, at: start });
      position += 1 + digits.length;
    } else if ((character === ":" || character === "@") && LETTER.test(text[position + 1] ?? "")) {
      const name = matchAt(NAME, text, position + 1);
      position += 1 + name.length;
      tokens.push({ kind: "parameter", value: name, at: start });
    } else if (character >= "0" && character <= "9") {
      const digits = matchAt(NUMBER, text, position);
      position += digits.length;
      tokens.push({ kind: "number", value: Number(digits), at: start });
    } else {
      const symbol = SINGLE.test(character)
        ? character
        : (SYMBOLS.find((candidate) => text.startsWith(candidate, position)) ?? character);
      position += symbol.length;
      tokens.push({ kind: "symbol", value: symbol, at: start });
    }
  }
  return tokens;
}

/** Two dashes, MySQL's hash, a slash and a star; `#>` and `#-` are operators. */
function isComment(text: string, position: number, character: string): boolean {
  const next = text[position + 1];
  if (character === "-") return next === "-";
  if (character === "/") return next === "*";
  return character === "#" && next !== ">" && next !== "-";
}

/** Position after the next `mark`, or the end of the text. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Position after the closing quote; doubled quotes and backslashes are part of the string. */
function endOfQuoted(text: string, quote: string, from: number): number {
  let position = from + 1;
  while (position < text.length) {
    if (text[position] === "\\" && quote === "'") position += 2;
    else if (text[position] !== quote) position++;
    else if (text[position + 1] === quote) position += 2;
    else return position + 1;
  }
  return text.length;
}

function unquote(quoted: string, quote: string): string {
  const closed = quoted.length > 1 && quoted.endsWith(quote);
  return quoted.slice(1, closed ? -1 : undefined).replaceAll(quote + quote, quote);
}

/** `[order]` is a name, `tags[1]` an element. */
function isBracketName(text: string, position: number, before: SqlToken | undefined): boolean {
  if (!/\[[A-Za-z_][\w ]*\]/y.test(text.slice(position, position + 130))) return false;
  const adjoining = before !== undefined && before.kind !== "symbol" && text[position - 1] !== " ";
  return !adjoining && !(before?.kind === "word" && before.value === "array");
}

function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? "";
}
