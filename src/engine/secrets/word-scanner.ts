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

/**
 * `words` are ASCII, three characters or longer; a word's number is its index. The tables are built at the first scan:
 * who only loads the engine does not wait for them.
 */
export function createWordScanner(words: readonly string[]): WordScanner {
  let made: WordScanner | undefined;
  return {
    scan(text, hit, quoted) {
      made ??= buildScanner(words);
      made.scan(text, hit, quoted);
    },
  };
}

function buildScanner(words: readonly string[]): WordScanner {
  const folded = words.map((word) => word.toLowerCase());
  // Number of the bucket by hash; 0 where no word has the triple.
  const table = new Uint16Array(1 << 15);
  const buckets: Bucket[] = [{ words: [], folded: [], before: [] }];
  folded.forEach((word, number) => {
    if (word.length < 3) throw new Error(`Too short to search for: "${word}"`);
    const place = rarestTriple(word);
    const hash = hashOf(word, place);
    if (table[hash] === 0) table[hash] = buckets.push({ words: [], folded: [], before: [] }) - 1;
    const bucket = buckets[table[hash] as number] as Bucket;
    bucket.words.push(number);
    bucket.folded.push(word);
    bucket.before.push(place + 3);
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
        if (slot !== 0) search(text, at + 1, buckets[slot] as Bucket, hit);
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

function search(text: string, end: number, bucket: Bucket, hit: (word: number, end: number) => void): void {
  const { words, before, folded } = bucket;
  for (let slot = 0; slot < words.length; slot++) {
    const word = folded[slot] as string;
    const start = end - (before[slot] as number);
    if (start >= 0 && matches(text, start, word)) hit(words[slot] as number, start + word.length);
  }
}

interface Bucket {
  readonly words: number[];
  readonly folded: string[];
  /** Characters of the word up to the end of its triple. */
  readonly before: number[];
}

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

/** Where the word is least like ordinary text: rare pairs of letters first, digits and signs in groups count as frequent. */
function rarestTriple(word: string): number {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let place = 0; place + 3 <= word.length; place++) {
    const cost = costOf(word, place) * costOf(word, place + 1);
    if (cost < bestCost) {
      bestCost = cost;
      best = place;
    }
  }
  return best;
}

/** How frequent two characters are side by side in source code; letters by their frequency in words, 1 to 10. */
function costOf(word: string, place: number): number {
  const first = word.charCodeAt(place) - 97;
  const second = word.charCodeAt(place + 1) - 97;
  const letters = (first >= 0 && first < 26 ? 1 : 0) + (second >= 0 && second < 26 ? 1 : 0);
  if (letters === 2) return 1 + pairFrequency(first, second);
  const signs = word.slice(place, place + 2);
  if (letters === 1) return /[-_]/.test(signs) ? 4 : /\d/.test(signs) ? 3 : 7;
  return /^[-_]|[-_]$/.test(signs) ? 3 : 8;
}

function matches(text: string, start: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = text.charCodeAt(start + index);
    const wanted = word.charCodeAt(index);
    if (code !== wanted && !(code >= 65 && code <= 90 && code + 32 === wanted)) return false;
  }
  return true;
}
