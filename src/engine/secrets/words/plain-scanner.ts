/**
 * The word scanner without WebAssembly: for hosts that have none, and for a search inside of another.
 *
 * A rolling hash of three characters, five bits each, looks into a table of 32 KB that says whether any word contains
 * that triple at its chosen place; only then words are compared (after Wu and Manber, 1994).
 */

import { isTokenRun, startsToken } from "../tokens/token-runs.ts";
import { rarestTriple } from "./rarest-triple.ts";
import type { SearchedWord, Wanted, WordScanner } from "./word-scanner.ts";

export function plainScanner(words: readonly SearchedWord[]): WordScanner {
  const classes = classTable();
  // Number of the bucket by hash; 0 where no word has the triple.
  const table = new Uint16Array(1 << 15);
  const buckets: Entry[][] = [[]];
  words.forEach(({ text, begins = false, exact = begins, least = 0, names = false }, number) => {
    const folded = text.toLowerCase();
    if (folded.length < 3) throw new Error(`Too short to search for: "${text}"`);
    const place = rarestTriple(folded);
    const hash = hashOf(classes, folded, place);
    if (table[hash] === 0) table[hash] = buckets.push([]) - 1;
    const bounded = begins && /^\w/.test(text);
    buckets[table[hash] as number]?.push({
      number,
      text: exact ? text : folded,
      exact,
      bounded,
      least,
      names,
      before: place + 3,
    });
  });

  // One byte for each triple: this table fits into the first-level cache, the buckets are asked for after it.
  const marked = new Uint8Array(table.length);
  for (let hash = 0; hash < table.length; hash++) if (table[hash] !== 0) marked[hash] = 1;
  // A quote is looked at wherever it stands.
  for (let hash = QUOTE; hash < marked.length; hash += 32) marked[hash] = 1;

  return {
    scan(text, hit, quoted, wanted) {
      const length = text.length;
      const literals: number[] = [];
      let hash = 0;
      let quote = length;
      const visit = (at: number, value: number): void => {
        const slot = table[value] as number;
        if (slot !== 0) search(text, at + 1, buckets[slot] as Entry[], wanted, hit);
        if ((value & 31) !== QUOTE) return;
        if (at - quote > 16 && quoted !== undefined) literals.push(quote + 1, at);
        quote = at;
      };
      let index = 0;
      // Four characters at a time: nearly always none of them matters.
      for (const end = length - 3; index < end; index += 4) {
        const first = ((hash << 5) & 0x7fff) | (classes[text.charCodeAt(index)] as number);
        const second = ((first << 5) & 0x7fff) | (classes[text.charCodeAt(index + 1)] as number);
        const third = ((second << 5) & 0x7fff) | (classes[text.charCodeAt(index + 2)] as number);
        hash = ((third << 5) & 0x7fff) | (classes[text.charCodeAt(index + 3)] as number);
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
        hash = ((hash << 5) & 0x7fff) | (classes[text.charCodeAt(index)] as number);
        if (marked[hash] !== 0) visit(index, hash);
      }
      const literal = quoted?.();
      if (literal === undefined) return;
      for (let at = 0; at < literals.length; at += 2) literal(literals[at] as number, literals[at + 1] as number);
    },
  };
}

interface Entry {
  readonly number: number;
  readonly text: string;
  readonly exact: boolean;
  readonly bounded: boolean;
  readonly least: number;
  readonly names: boolean;
  /** Characters of the word up to the end of its triple. */
  readonly before: number;
}

function search(
  text: string,
  end: number,
  bucket: readonly Entry[],
  wanted: Wanted | undefined,
  hit: (word: number, end: number) => void,
): void {
  for (const entry of bucket) {
    if (entry.names && wanted === "forms") continue;
    const start = end - entry.before;
    if (start < 0 || !(entry.exact ? text.startsWith(entry.text, start) : matches(text, start, entry.text))) continue;
    if (entry.bounded && !startsToken(text, start)) continue;
    const stop = start + entry.text.length;
    if (entry.least === 0 || isTokenRun(text, stop, entry.least)) hit(entry.number, stop);
  }
}

/** The group of quotes. */
const QUOTE = 30;

/** Five bits for each character: letters apart, everything else in a few groups. */
function classTable(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < 128; code++) classes[code] = classOf(code);
  return classes;
}

function classOf(code: number): number {
  const lower = code >= 65 && code <= 90 ? code + 32 : code;
  if (lower >= 97 && lower <= 122) return lower - 96;
  if (code >= 48 && code <= 57) return 27;
  if (code === 95 || code === 45) return 28;
  if (code === 58 || code === 47 || code === 46) return 29;
  if (code === 34 || code === 39 || code === 96) return QUOTE;
  return 31;
}

function hashOf(classes: Uint8Array, word: string, place: number): number {
  let hash = 0;
  for (let index = place; index < place + 3; index++) hash = (hash << 5) | (classes[word.charCodeAt(index)] as number);
  return hash;
}

function matches(text: string, start: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = text.charCodeAt(start + index);
    const wanted = word.charCodeAt(index);
    if (code !== wanted && !(code >= 65 && code <= 90 && code + 32 === wanted)) return false;
  }
  return true;
}
