/**
 * The cache file: a line of JSON that says what it is, then parts of known sizes. Written beside itself and renamed, so
 * that readers see the old one or the new one, whole.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Raise when the layout changes. */
const LAYOUT = 3;
const MAGIC = "hardpath-facts";
const MAX_HEADER_BYTES = 4096;
const CHUNK_BYTES = 1024 * 1024;

export interface CacheHeader {
  /** Version of the program that wrote it. */
  readonly program: string;
  /** The workspace it is of. */
  readonly root: string;
  /** When, in milliseconds: tells this cache from one that has taken its place. */
  readonly written: number;
  readonly indexBytes: number;
  readonly resultsBytes: number;
  readonly factsBytes: number;
}

/** Reads all but the facts; undefined where the file is not a complete cache. Throws where it cannot be read. */
export function readCacheFile(
  path: string,
): { readonly header: CacheHeader; readonly index: string; readonly results: string } | undefined {
  const descriptor = openSync(path, "r");
  try {
    const head = readPart(descriptor, 0, MAX_HEADER_BYTES);
    const start = head.indexOf(10) + 1;
    const header = JSON.parse(head.toString("utf8", 0, start)) as CacheHeader & { magic: string; layout: number };
    if (header.magic !== MAGIC || header.layout !== LAYOUT) return undefined;
    const { indexBytes, resultsBytes, factsBytes } = header;
    if (fstatSync(descriptor).size !== start + indexBytes + resultsBytes + factsBytes) return undefined;
    const text = readPart(descriptor, start, indexBytes + resultsBytes);
    return { header, index: text.toString("utf8", 0, indexBytes), results: text.toString("utf8", indexBytes) };
  } finally {
    closeSync(descriptor);
  }
}

/** Reads the facts of exactly the cache with this header; undefined where another one has taken its place. */
export function readCachedFacts(path: string, header: CacheHeader): Buffer | undefined {
  try {
    const descriptor = openSync(path, "r");
    try {
      const line = headerLine(header);
      if (readPart(descriptor, 0, line.length).compare(line) !== 0) return undefined;
      return readPart(descriptor, line.length + header.indexBytes + header.resultsBytes, header.factsBytes);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Replaces the cache. False where that is not possible. */
export function writeCacheFile(path: string, header: CacheHeader, parts: readonly Buffer[]): boolean {
  const temporary = `${path.replace(/\.facts$/, "")}.${process.pid.toString(36)}${header.written.toString(36)}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const descriptor = openSync(temporary, "wx", 0o600);
    try {
      writeAll(descriptor, [headerLine(header), ...parts]);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
    return true;
  } catch {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made.
    }
    return false;
  }
}

function headerLine({ program, root, written, indexBytes, resultsBytes, factsBytes }: CacheHeader): Buffer {
  const header = { magic: MAGIC, layout: LAYOUT, program, root, written, indexBytes, resultsBytes, factsBytes };
  return Buffer.from(`${JSON.stringify(header)}\n`, "utf8");
}

/** Reads up to `length` bytes from `start`. */
function readPart(descriptor: number, start: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let at = 0;
  while (at < length) {
    const read = readSync(descriptor, buffer, at, length - at, start + at);
    if (read === 0) break;
    at += read;
  }
  return buffer.subarray(0, at);
}

/** Writes the parts one after the other; small ones together, without a copy of the whole. */
function writeAll(descriptor: number, parts: readonly Buffer[]): void {
  let waiting: Buffer[] = [];
  let bytes = 0;
  const flush = () => {
    const chunk = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting);
    for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at);
    waiting = [];
    bytes = 0;
  };
  for (const part of parts) {
    waiting.push(part);
    bytes += part.length;
    if (bytes > CHUNK_BYTES) flush();
  }
  if (bytes > 0) flush();
}
