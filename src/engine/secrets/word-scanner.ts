/**
 * Finds many words in a text in one pass, so that careful work happens only around hits.
 *
 * A rolling hash of three characters, five bits each, looks into a table of 32 KB that says whether any word contains
 * that triple at its chosen place; only then words are compared (after Wu and Manber, 1994). Most characters cost one
 * table look-up in the first-level cache, whatever the number of words. Letters count without case: who cares about
 * case looks at the text of the hit.
 */

import { pairFrequency } from "./shape.ts";

export interface WordScanner {
  /**
   * Calls `hit` for every word, with the offset where it ends (exclusive). Ends come in no strict order.
   * Calls `quoted` for every stretch of 16 characters or more between two quotes of any kind.
   */
  scan(text: string, hit: (word: number, end: number) => void, quoted?: (start: number, end: number) => void): void;
}

/** A word to search for: ASCII, three characters or longer. */
export interface SearchedWord {
  readonly text: string;
  /** It begins a token: it counts only as it is written, where nothing that belongs to a token stands before it. */
  readonly begins?: boolean;
  /** It counts only as it is written. */
  readonly exact?: boolean;
  /** Characters of tokens that follow it at least. */
  readonly least?: number;
}

/**
 * A word's number is its index. The tables are built at the first scan: who only loads the engine does not wait for them.
 */
export function createWordScanner(words: readonly SearchedWord[]): WordScanner {
  let made: WordScanner | undefined;
  return {
    scan(text, hit, quoted) {
      made ??= buildScanner(words);
      made.scan(text, hit, quoted);
    },
  };
}

function buildScanner(words: readonly SearchedWord[]): WordScanner {
  // Number of the bucket by hash; 0 where no word has the triple.
  const table = new Uint16Array(1 << 15);
  const buckets: Entry[][] = [[]];
  words.forEach(({ text, begins = false, exact = begins, least = 0 }, number) => {
    const folded = text.toLowerCase();
    if (folded.length < 3) throw new Error(`Too short to search for: "${text}"`);
    const place = rarestTriple(folded);
    const hash = hashOf(folded, place);
    if (table[hash] === 0) table[hash] = buckets.push([]) - 1;
    const bounded = begins && /^\w/.test(text);
    buckets[table[hash] as number]?.push({
      number,
      text: exact ? text : folded,
      exact,
      bounded,
      least,
      before: place + 3,
    });
  });

  // One byte for each triple: this table fits into the first-level cache, the buckets are asked for after it.
  const marked = new Uint8Array(table.length);
  for (let hash = 0; hash < table.length; hash++) if (table[hash] !== 0) marked[hash] = 1;
  // A quote is looked at wherever it stands.
  for (let hash = QUOTE; hash < marked.length; hash += 32) marked[hash] = 1;

  return {
    scan(text, hit, quoted) {
      const length = text.length;
      let hash = 0;
      let quote = length;
      const visit = (at: number, value: number): void => {
        const slot = table[value] as number;
        if (slot !== 0) search(text, at + 1, buckets[slot] as Entry[], hit);
        if ((value & 31) !== QUOTE) return;
        if (at - quote > 16 && quoted !== undefined) quoted(quote + 1, at);
        quote = at;
      };
      let index = 0;
      // Four characters at a time: nearly always none of them matters.
      for (const end = length - 3; index < end; index += 4) {
        const first = ((hash << 5) & 0x7fff) | (CLASSES[text.charCodeAt(index)] as number);
        const second = ((first << 5) & 0x7fff) | (CLASSES[text.charCodeAt(index + 1)] as number);
        const third = ((second << 5) & 0x7fff) | (CLASSES[text.charCodeAt(index + 2)] as number);
        hash = ((third << 5) & 0x7fff) | (CLASSES[text.charCodeAt(index + 3)] as number);
        if (
          ((marked[first] as number) |
            (marked[second] as number) |
            (marked[third] as number) |
            (marked[hash] as number)) ===
          0
        )
          continue;
        if (marked[first] !== 0) visit(index, first);
        if (marked[second] !== 0) visit(index + 1, second);
        if (marked[third] !== 0) visit(index + 2, third);
        if (marked[hash] !== 0) visit(index + 3, hash);
      }
      for (; index < length; index++) {
        hash = ((hash << 5) & 0x7fff) | (CLASSES[text.charCodeAt(index)] as number);
        if (marked[hash] !== 0) visit(index, hash);
      }
    },
  };
}

interface Entry {
  readonly number: number;
  readonly text: string;
  readonly exact: boolean;
  readonly bounded: boolean;
  readonly least: number;
  /** Characters of the word up to the end of its triple. */
  readonly before: number;
}

function search(text: string, end: number, bucket: readonly Entry[], hit: (word: number, end: number) => void): void {
  for (const entry of bucket) {
    const start = end - entry.before;
    if (start < 0 || !(entry.exact ? text.startsWith(entry.text, start) : matches(text, start, entry.text))) continue;
    if (entry.bounded && !startsToken(text, start)) continue;
    const stop = start + entry.text.length;
    if (entry.least === 0 || isTokenRun(text, stop, entry.least)) hit(entry.number, stop);
  }
}

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

function isTokenRun(text: string, start: number, length: number): boolean {
  if (start + length > text.length) return false;
  for (let index = start; index < start + length; index++) {
    if (IN_TOKENS[text.charCodeAt(index)] === 0) return false;
  }
  return true;
}

/** Characters that some format of a token has. */
const IN_TOKENS = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  code < 127 && code > 32 && !"\"'`()<>[]{},&#^\\".includes(String.fromCharCode(code)) ? 1 : 0,
);

/** The group of quotes. */
const QUOTE = 30;

/** Five bits for each character: letters apart, everything else in a few groups. */
const CLASSES = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code > 127) return 0;
  const lower = code >= 65 && code <= 90 ? code + 32 : code;
  if (lower >= 97 && lower <= 122) return lower - 96;
  if (code >= 48 && code <= 57) return 27;
  if (code === 95 || code === 45) return 28;
  if (code === 58 || code === 47 || code === 46) return 29;
  if (code === 34 || code === 39 || code === 96) return QUOTE;
  return 31;
});

function hashOf(word: string, place: number): number {
  let hash = 0;
  for (let index = place; index < place + 3; index++) hash = (hash << 5) | (CLASSES[word.charCodeAt(index)] as number);
  return hash;
}

/** Where the word is least like ordinary text. */
function rarestTriple(word: string): number {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let place = 0; place + 3 <= word.length; place++) {
    const frequent = FREQUENT.has(word.slice(place, place + 3)) ? 4 : 0;
    const cost = costOf(word, place) + costOf(word, place + 1) + frequent;
    if (cost < bestCost) {
      bestCost = cost;
      best = place;
    }
  }
  return best;
}

/** Triples that source code is full of, though their pairs are not. */
const FREQUENT: ReadonlySet<string> = new Set(
  "use ext abl aut equ oje jec ice ssi app rvi nfi cli iew ize iza ser tio ion ate con ent 100 000 acc lum fau thr".split(
    " ",
  ),
);

/** How frequent two characters are side by side in source code, as a logarithm: 0 to 9, 4 is what chance gives. */
function costOf(word: string, place: number): number {
  const first = groupOf(word.charCodeAt(place));
  const second = groupOf(word.charCodeAt(place + 1));
  return first === 0 && second === 0
    ? pairFrequency(word.charCodeAt(place) - 97, word.charCodeAt(place + 1) - 97)
    : ((SIGN_PAIRS[first] as readonly number[])[second] as number);
}

/** Letters, digits, `_` and `-`, blanks, all others. */
function groupOf(code: number): number {
  return code >= 97 && code <= 122
    ? 0
    : code >= 48 && code <= 57
      ? 1
      : code === 95 || code === 45
        ? 2
        : code === 32
          ? 3
          : 4;
}

/** By {@link groupOf} of both. */
const SIGN_PAIRS = [
  [0, 1, 2.5, 7, 5],
  [1, 4, 2, 4, 4],
  [2.5, 2, 4, 1, 1],
  [7, 3, 1.5, 9, 9],
  [5, 3, 1, 9, 5],
] as const;

function matches(text: string, start: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = text.charCodeAt(start + index);
    const wanted = word.charCodeAt(index);
    if (code !== wanted && !(code >= 65 && code <= 90 && code + 32 === wanted)) return false;
  }
  return true;
}
