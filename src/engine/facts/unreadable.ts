/** Files nobody wrote by hand: too large or minified. They are not parsed. */

/** Characters. The largest hand-written files of services are a tenth of this; data and bundles go beyond. */
const LARGEST = 1_000_000;

/** A line longer than this may be minified code. */
const LONG_LINE = 5_000;

/** Characters of minified lines from which on a file is skipped. */
const MINIFIED = 50_000;

export function isUnreadable(text: string): boolean {
  return text.length > LARGEST || (text.length > MINIFIED && isMinified(text));
}

function isMinified(text: string): boolean {
  let minified = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    if (end - start > LONG_LINE && looksLikeCode(text, start)) minified += end - start;
    start = end + 1;
  }
  return minified > MINIFIED;
}

/** Code has parentheses and semicolons every few characters; an embedded image or certificate has none. */
function looksLikeCode(text: string, start: number): boolean {
  let punctuation = 0;
  for (let index = start; index < start + LONG_LINE; index++) {
    const character = text.charCodeAt(index);
    if (character === 40 || character === 59 || character === 123) punctuation++; // ( ; {
  }
  return punctuation > LONG_LINE / 50;
}

/** Offset of the first character of each line, with the line breaks TypeScript knows. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10) || code === 0x2028 || code === 0x2029)
      starts.push(index + 1);
  }
  return starts;
}
