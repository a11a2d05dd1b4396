/** How far from a name, at most, the literal stands that it may be the name of. */
import { endOfName } from "./name-around.ts";

/**
 * Where what belongs to the name around `end` is over, `most` characters on at the latest: at the end of the statement, of
 * the comment, of the property, or where a block begins.
 */
export function statementEnd(text: string, end: number, most: number): number {
  const limit = Math.min(text.length, end + most);
  const comment = endOfComment(text, end);
  if (comment !== undefined) return Math.min(limit, comment);
  const isProperty = isPropertyAt(text, endOfName(text, end));
  let depth = 0;
  for (let at = end; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) depth++;
    else if (code === 41 || code === 93 || code === 125) depth--;
    if (code === 59 && text.charCodeAt(at + 1) <= 13) return at;
    if (
      code === 44 &&
      isProperty &&
      depth <= 0 &&
      text.charCodeAt(at + 1) <= 32 &&
      NEXT_PROPERTY.test(text.slice(at, at + 60))
    )
      return at;
    if (code === 123 && text.charCodeAt(at + 1) <= 13 && BLOCK.test(text.slice(at, at + 60))) return at;
  }
  return limit;
}

const NEXT_PROPERTY = /^,\s{1,30}(?:[A-Za-z_$][\w$]{0,40}\??:|\.\.\.)/;

function isPropertyAt(text: string, at: number): boolean {
  return /^["']?\??:/.test(text.slice(at, at + 3));
}

/** A block that begins, not one that only gives a literal back. */
const BLOCK = /^\{\s{1,30}(?:return (?!["'`])|if|const|let|var|try|throw|for|await|this\.|switch|while|case)\b/;

/** Where the line ends that is a comment; undefined where it is code. */
function endOfComment(text: string, end: number): number | undefined {
  let first = text.lastIndexOf("\n", end - 1) + 1;
  while (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9) first++;
  const code = text.charCodeAt(first);
  const next = text.charCodeAt(first + 1);
  if (!(code === 42 && next === 32) && !(code === 47 && (next === 47 || next === 42))) return undefined;
  const newline = text.indexOf("\n", end);
  return newline < 0 ? text.length : newline;
}
