/** The identifier around a word that was found in a text, and whether what goes by it may be any word. */
import { nameRole } from "../judge/secret-names.ts";

/**
 * The identifier around the word names a password or a key that signs, which may be any word. Tokens are judged by what
 * they look like.
 */
export function takesWords(text: string, end: number): boolean {
  const name = nameAround(text, end);
  const role = nameRole(name);
  if (role === "password" || role === "signing" || role === "sink" || /bearer|mnemonic|seed_?phrase/i.test(name))
    return true;
  // `new PasswordAuth("user", "…")`
  const last = endOfName(text, end);
  return text.charCodeAt(last) === 40 && TAKES_LITERAL.test(text.slice(last, last + 80));
}

/** The identifier, header or option that the word stands in. */
export function nameAround(text: string, end: number): string {
  let last = end;
  while (last > end - 3 && !isNamePart(text.charCodeAt(last - 1))) last--;
  let first = last;
  while (first > 0 && last - first < 80 && isNamePart(text.charCodeAt(first - 1))) first--;
  while (last < text.length && last - first < 80 && isNamePart(text.charCodeAt(last))) last++;
  return text.slice(first, last);
}

const TAKES_LITERAL = /^\([^()\n]{0,60}["'`]/;

/** Where the identifier that goes on at `end` ends. */
export function endOfName(text: string, end: number): number {
  let last = end;
  while (last < end + 40 && isNamePart(text.charCodeAt(last))) last++;
  return last;
}

/** Letters, digits and what joins them in identifiers and headers. */
export function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 36
  );
}
