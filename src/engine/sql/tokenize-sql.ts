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

export function tokenizeSql(text: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let position = 0;
  let questions = 0;
  let holes = 0;
  /** Holes in skipped text keep their number; a string around a hole is that hole. */
  const skipHoles = (from: number, to: number): number | undefined => {
    const first = holes;
    for (let at = text.indexOf(HOLE, from); at >= 0 && at < to; at = text.indexOf(HOLE, at + 1)) holes++;
    return holes > first ? first : undefined;
  };

  while (position < text.length) {
    const start = position;
    const character = text[position] as string;

    if (character <= " " && character !== HOLE) {
      position++;
    } else if (character === HOLE) {
      tokens.push({ kind: "hole", value: holes++, at: start });
      position++;
    } else if (text.startsWith("--", position) || (character === "#" && !/[>-]/.test(text[position + 1] ?? ""))) {
      position = endOf(text, "\n", position);
      skipHoles(start, position);
    } else if (text.startsWith("/*", position)) {
      position = endOf(text, "*/", position + 2);
      skipHoles(start, position);
    } else if (character === "'") {
      position = endOfQuoted(text, "'", position);
      const hole = skipHoles(start, position);
      tokens.push(
        hole === undefined
          ? { kind: "string", value: unquote(text.slice(start, position), "'"), at: start }
          : { kind: "hole", value: hole, at: start },
      );
    } else if (character === '"' || character === "`") {
      position = endOfQuoted(text, character, position);
      const hole = skipHoles(start, position);
      tokens.push(
        hole === undefined
          ? { kind: "name", value: unquote(text.slice(start, position), character).toLowerCase(), at: start }
          : { kind: "hole", value: hole, at: start },
      );
    } else if (character === "[" && isBracketName(text, position, tokens.at(-1))) {
      position = endOf(text, "]", position);
      tokens.push({ kind: "name", value: text.slice(start + 1, position - 1).toLowerCase(), at: start });
    } else if (character === "$") {
      const digits = matchAt(/\d+/y, text, position + 1);
      const tag = matchAt(/\$(?:[A-Za-z_]\w*)?\$/y, text, position);
      if (digits) {
        position += 1 + digits.length;
        tokens.push({ kind: "parameter", value: Number(digits) - 1, at: start });
      } else if (tag) {
        position = endOf(text, tag, position + tag.length);
        tokens.push({ kind: "string", value: text.slice(start + tag.length, position - tag.length), at: start });
      } else {
        const name = matchAt(/\w+/y, text, position + 1);
        position += 1 + name.length;
        tokens.push(name ? { kind: "parameter", value: name, at: start } : { kind: "symbol", value: "$", at: start });
      }
    } else if (character === "?" && !/[|&?]/.test(text[position + 1] ?? "")) {
      tokens.push({ kind: "parameter", value: questions++, at: start });
      position++;
    } else if ((character === ":" || character === "@") && /[A-Za-z_]/.test(text[position + 1] ?? "")) {
      const name = matchAt(/\w+/y, text, position + 1);
      position += 1 + name.length;
      tokens.push({ kind: "parameter", value: name, at: start });
    } else if (/[0-9]/.test(character)) {
      const digits = matchAt(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y, text, position);
      position += digits.length;
      tokens.push({ kind: "number", value: Number(digits), at: start });
    } else if (/[\p{L}_]/u.test(character)) {
      const word = matchAt(/[\p{L}\p{N}_$]+/uy, text, position);
      position += word.length;
      // E'…', B'…', N'…', X'…', U&'…': the prefix belongs to the string.
      if (text[position] === "'" && /^[ebnxu]$/i.test(word)) continue;
      tokens.push({ kind: "word", value: word.toLowerCase(), at: start });
    } else {
      const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, position)) ?? character;
      position += symbol.length;
      tokens.push({ kind: "symbol", value: symbol, at: start });
    }
  }
  return tokens;
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
