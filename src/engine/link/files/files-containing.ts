/** The workspace's own code files that contain a text, such as a function's name. Tests are left out. */
import type { Linker } from "../evaluate/linker.ts";
import { isCode, type Sources } from "./sources.ts";
import { isTest } from "./test-files.ts";

/** Texts stand on the disk. Each is read once, for its signature, and again only where that says that it may contain the wanted one. */
export interface TextSignatures {
  files: readonly (readonly [path: string, signature: Uint32Array])[] | undefined;
  /** Files that contain a text that was looked for. */
  readonly found: Map<string, readonly string[]>;
}

export function noSignatures(): TextSignatures {
  return { files: undefined, found: new Map() };
}

export function forgetSignatures(signatures: TextSignatures): void {
  signatures.files = undefined;
  signatures.found.clear();
}

/** Every text is looked through once for each wanted one while a model is built. */
export function filesContaining({ sources, containing }: Linker, wanted: string): readonly string[] {
  const known = containing.found.get(wanted);
  if (known) return known;
  containing.files ??= signaturesOf(sources);
  const bits = bitsOf(wanted);
  const found: string[] = [];
  for (const [path, signature] of containing.files) {
    if (mayContain(signature, bits) && sources.text(path)?.includes(wanted) === true) found.push(path);
  }
  containing.found.set(wanted, found);
  return found;
}

function signaturesOf(sources: Sources): readonly (readonly [string, Uint32Array])[] {
  return [...sources.paths()].flatMap((path) => {
    if (!isCode(path) || isTest(path)) return [];
    const signature = new Uint32Array(WORDS);
    for (const bit of bitsOf(sources.text(path) ?? "")) signature[bit >>> 5]! |= 1 << (bit & 31);
    return [[path, signature] as const];
  });
}

/** A kilobyte for each file: one bit for each three characters in a row. */
const WORDS = 256;
const BITS = WORDS * 32;

function bitsOf(text: string): readonly number[] {
  const bits = new Set<number>();
  for (let index = 2; index < text.length; index++) {
    const hash =
      text.charCodeAt(index) +
      Math.imul(text.charCodeAt(index - 1), 131) +
      Math.imul(text.charCodeAt(index - 2), 17161);
    bits.add(((Math.imul(hash, 0x9e3779b1) >>> 8) & (BITS - 1)) >>> 0);
  }
  return [...bits];
}

function mayContain(signature: Uint32Array, bits: readonly number[]): boolean {
  return bits.every((bit) => ((signature[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0);
}
