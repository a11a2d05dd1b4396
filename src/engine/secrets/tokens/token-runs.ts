/** Where tokens may stand: what comes before them, and which characters they have. */

/** Nothing that belongs to a token of letters and digits stands before it. */
export function startsToken(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  const alphanumeric =
    (before >= 48 && before <= 57) || (before >= 65 && before <= 90) || (before >= 97 && before <= 122);
  if (!alphanumeric) return before !== 95 && before !== 45 && before !== 46;
  // The `n` of an escape: "\nsk_…".
  return (before === 110 || before === 116 || before === 114) && text.charCodeAt(start - 2) === 92;
}

/** Characters of tokens, so many in a row. */
export function isTokenRun(text: string, start: number, length: number): boolean {
  if (start + length > text.length) return false;
  for (let index = start; index < start + length; index++) {
    if (IN_TOKENS[text.charCodeAt(index)] !== 1) return false;
  }
  return true;
}

/** 1 for the characters, all of them ASCII, that some format of a token has. */
export const IN_TOKENS = Uint8Array.from({ length: 128 }, (_, code) =>
  code < 127 && code > 32 && !"\"'`()<>[]{},&#^\\".includes(String.fromCharCode(code)) ? 1 : 0,
);
