/**
 * The word scanner in WebAssembly: the loop over every character is `scan-words.wat`, the tables and the hits are here.
 *
 * What JavaScript does for a few files is interpreted first and compiled later; this is machine code from the first byte,
 * and works on bytes.
 */

import { IN_TOKENS } from "../tokens/token-runs.ts";
import { rarestTriple } from "./rarest-triple.ts";
import { SCAN_WORDS } from "./scan-words.generated.ts";
import type { SearchedWord, WordScanner } from "./word-scanner.ts";

/** Of https://webassembly.github.io/spec/js-api/ what is used here: the engine knows no host. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly:
  | undefined
  | {
      readonly Memory: new (descriptor: { readonly initial: number }) => Memory;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    };
declare const TextEncoder:
  | undefined
  | (new () => { encodeInto(text: string, into: Uint8Array): { readonly written: number } });

/** See `scan-words.wat`. */
interface Program {
  place(hits: number, hitsEnd: number, text: number): void;
  squash(length: number): number;
  scan(from: number, length: number): number;
  quoted(from: number, length: number): number;
  readonly found: { readonly value: number };
  readonly without: { value: number };
}

// Where things are in the memory; the first three are written in `scan-words.wat`, too.
const BUCKETS = 0x2000;
const TOKENS = 0x22000;
const ENTRIES = 0x22100;
const ENTRY_BYTES = 12;
const HITS_BYTES = 1 << 16;
const PAGE = 1 << 16;
/** What is asked of a word. */
const EXACT = 1;
const BOUNDED = 2;
const NAMES = 4;

/** Undefined where there is no WebAssembly. */
export function compiledScanner(words: readonly SearchedWord[]): WordScanner | undefined {
  if (typeof WebAssembly === "undefined" || typeof TextEncoder === "undefined") return undefined;
  const letters = ENTRIES + ENTRY_BYTES * (words.length + 1);
  const hits = align(letters + words.reduce((sum, { text }) => sum + text.length, 0));
  const start = hits + HITS_BYTES + 16;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(start / PAGE) + 16 });
  fillTables(memory, words, letters);
  const module = new WebAssembly.Module(bytesOf(SCAN_WORDS));
  const program = new WebAssembly.Instance(module, { scan: { memory } }).exports as Program;
  program.place(hits, hits + HITS_BYTES, start);
  const encoder = new TextEncoder();
  let room = new Uint8Array(memory.buffer, start);
  let found = new Uint32Array(memory.buffer, hits, HITS_BYTES >> 2);

  return {
    scan(text, hit, quoted, wanted) {
      program.without.value = wanted === "forms" ? NAMES : 0;
      const needed = 3 * text.length + 64;
      if (needed > room.length) {
        memory.grow(Math.ceil((needed - room.length) / PAGE));
        room = new Uint8Array(memory.buffer, start);
        found = new Uint32Array(memory.buffer, hits, HITS_BYTES >> 2);
      }
      const { written } = encoder.encodeInto(text, room);
      const length = written === text.length ? written : program.squash(written);
      for (let from = 0; from < length; ) {
        from = program.scan(from, length);
        const count = (program.found.value - hits) >> 2;
        for (let at = 0; at < count; at += 2) hit(found[at] as number, found[at + 1] as number);
      }
      const literal = quoted?.();
      if (literal === undefined) return;
      for (let from = 0; from < length; ) {
        from = program.quoted(from, length);
        const count = (program.found.value - hits) >> 2;
        for (let at = 0; at < count; at += 2) literal(found[at] as number, found[at + 1] as number);
      }
    },
  };
}

function fillTables(memory: Memory, words: readonly SearchedWord[], letters: number): void {
  const bytes = new Uint8Array(memory.buffer);
  const view = new DataView(memory.buffer);
  const byHash = new Map<number, number[]>();
  words.forEach(({ text }, number) => {
    if (text.length < 3) throw new Error(`Too short to search for: "${text}"`);
    const hash = hashOf(text, rarestTriple(text.toLowerCase()));
    byHash.set(hash, [...(byHash.get(hash) ?? []), number]);
  });
  let entry = 1;
  let letter = letters;
  for (const [hash, numbers] of byHash) {
    bytes[hash >> 3] = (bytes[hash >> 3] as number) | (1 << (hash & 7));
    view.setUint16(BUCKETS + 2 * hash, entry, true);
    for (const number of numbers) {
      const { text, begins = false, exact = begins, least = 0, names = false } = words[number] as SearchedWord;
      const written = exact ? text : text.toLowerCase();
      const at = ENTRIES + ENTRY_BYTES * entry++;
      view.setUint16(at, number, true);
      bytes[at + 2] = written.length;
      bytes[at + 3] = rarestTriple(text.toLowerCase());
      bytes[at + 4] = (exact ? EXACT : 0) | (begins && /^\w/.test(text) ? BOUNDED : 0) | (names ? NAMES : 0);
      bytes[at + 5] = Math.min(255, least);
      bytes[at + 6] = number === numbers.at(-1) ? 1 : 0;
      view.setUint32(at + 8, letter, true);
      for (let index = 0; index < written.length; index++) bytes[letter++] = written.charCodeAt(index);
    }
  }
  bytes.set(IN_TOKENS, TOKENS);
}

/** The same as in `scan-words.wat`: 16 bits of three bytes. */
function hashOf(text: string, place: number): number {
  const triple =
    text.charCodeAt(place) | 32 | ((text.charCodeAt(place + 1) | 32) << 8) | ((text.charCodeAt(place + 2) | 32) << 16);
  return Math.imul(triple << 8, 0x9e3779b1) >>> 16;
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from({ length: hexadecimal.length / 2 }, (_, index) =>
    Number.parseInt(hexadecimal.slice(2 * index, 2 * index + 2), 16),
  );
}

function align(offset: number): number {
  return (offset + 15) & ~15;
}
