/** The literals that a name may be the name of: those that follow it in the same statement, comment or property. */
import { endOfName } from "./name-around.ts";

/** Goes from quote to quote behind a name. */
export interface QuoteSearch {
  /** Where the search goes on. */
  at: number;
  readonly limit: number;
  readonly property: boolean;
  depth: number;
}

/** From `end` on, `most` characters at the latest. */
export function quotesAfter(text: string, end: number, most: number): QuoteSearch {
  const limit = Math.min(text.length, end + most, endOfComment(text, end));
  return { at: end, limit, property: isPropertyAt(text, endOfName(text, end)), depth: 0 };
}

/** Where the next quote stands; -1 where the statement or the property is over, or a block begins. */
export function nextQuote(text: string, search: QuoteSearch): number {
  for (let at = search.at; at < search.limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 34 || code === 39 || code === 96) {
      search.at = at + 1;
      return at;
    }
    if (code > 59 && code < 91) continue;
    if (code === 40 || code === 91) search.depth++;
    else if (code === 41 || code === 93 || code === 125) search.depth--;
    else if (code === 59) {
      if (text.charCodeAt(at + 1) <= 13) break;
    } else if (code === 123) {
      search.depth++;
      if (text.charCodeAt(at + 1) <= 13 && BLOCK.test(text.slice(at, at + 60))) break;
    } else if (
      code === 44 &&
      search.property &&
      search.depth <= 0 &&
      text.charCodeAt(at + 1) <= 32 &&
      NEXT_PROPERTY.test(text.slice(at, at + 60))
    )
      break;
  }
  search.at = search.limit;
  return -1;
}

const NEXT_PROPERTY = /^,\s{1,30}(?:[A-Za-z_$][\w$]{0,40}\??:|\.\.\.)/;

function isPropertyAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 58 || ((code === 34 || code === 39 || code === 63) && /^["']?\??:/.test(text.slice(at, at + 3)));
}

/** A block that begins, not one that only gives a literal back. */
const BLOCK = /^\{\s{1,30}(?:return (?!["'`])|if|const|let|var|try|throw|for|await|this\.|switch|while|case)\b/;

/** Where the line ends that is a comment; nowhere where it is code. */
function endOfComment(text: string, end: number): number {
  let first = text.lastIndexOf("\n", end - 1) + 1;
  while (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9) first++;
  const code = text.charCodeAt(first);
  const next = text.charCodeAt(first + 1);
  if (!(code === 42 && next === 32) && !(code === 47 && (next === 47 || next === 42))) return text.length;
  const newline = text.indexOf("\n", end);
  return newline < 0 ? text.length : newline;
}
