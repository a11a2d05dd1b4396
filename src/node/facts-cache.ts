/**
 * Facts that outlive the process: one file per workspace.
 *
 * A file's facts are found by the hash of its content; the hash is known without reading where size and times are those
 * of the last run. Facts stay bytes until the engine asks for them. The cache is replaced whole by a rename, so readers
 * see the old one or the new one; anything that is not a complete cache of this program and this workspace counts as empty.
 *
 * Layout: one line of JSON (`Header`), the index as JSON (`Index`), then the facts of all files, one JSON after the other.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { FactsStore, FileFacts } from "../engine/index.ts";
import { programVersion, removeUnusedCaches } from "./cache-location.ts";
import type { DiskFile, FileStamp } from "./disk-file.ts";

/** Raise when the layout changes. */
const LAYOUT = 1;
const MAGIC = "hardpath-facts";
/** The cache never grows above this; what does not fit is worked out again. */
const MAX_BYTES = 256 * 1024 * 1024;
/** File systems round times, some to two seconds: a file this young may change and keep its stamp. */
const YOUNG_MILLISECONDS = 2000;

interface Header {
  readonly magic: string;
  readonly layout: number;
  readonly program: string;
  readonly root: string;
  readonly indexBytes: number;
  readonly factsBytes: number;
}

interface Index {
  /** path, size, mtimeMs, ctimeMs, position in `facts`. */
  readonly files: readonly (readonly [string, number, number, number, number])[];
  /** hash, bytes; 0 bytes: the file is uninteresting. */
  readonly facts: readonly (readonly [string, number])[];
}

interface Stored {
  /** Undefined: uninteresting. */
  readonly bytes: Buffer | undefined;
}

export class FactsCache implements FactsStore {
  readonly #file: string;
  readonly #root: string;
  readonly #known = new Map<string, { readonly stamp: FileStamp; readonly hash: string }>();
  readonly #stored = new Map<string, Stored>();
  #changed = false;

  /** Loads the cache at `file`. A cache of another workspace, program or layout, or a damaged one, counts as empty. */
  constructor(file: string, root: string) {
    this.#file = file;
    this.#root = root;
    try {
      this.#load(readFileSync(file));
    } catch {
      this.#known.clear();
      this.#stored.clear();
    }
  }

  /** The hash of a file whose stamp is that of the last run. */
  knownHash(path: string, stamp: FileStamp): string | undefined {
    const known = this.#known.get(path);
    if (known === undefined) return undefined;
    const same =
      known.stamp.size === stamp.size && known.stamp.mtimeMs === stamp.mtimeMs && known.stamp.ctimeMs === stamp.ctimeMs;
    return same ? known.hash : undefined;
  }

  get(hash: string): FileFacts | "uninteresting" | undefined {
    const stored = this.#stored.get(hash);
    if (stored === undefined) return undefined;
    if (stored.bytes === undefined) return "uninteresting";
    try {
      return JSON.parse(stored.bytes.toString("utf8")) as FileFacts;
    } catch {
      this.#stored.delete(hash);
      return undefined;
    }
  }

  set(hash: string, facts: FileFacts | "uninteresting"): void {
    this.#stored.set(hash, {
      bytes: facts === "uninteresting" ? undefined : Buffer.from(JSON.stringify(facts), "utf8"),
    });
    this.#changed = true;
  }

  /**
   * Writes what is known of `files` and forgets the rest. `now` in milliseconds since 1970. Never throws: a cache that
   * cannot be written costs time, not results.
   */
  save(files: Iterable<DiskFile>, now: number): void {
    const index: { files: Index["files"][number][]; facts: Index["facts"][number][] } = { files: [], facts: [] };
    const positions = new Map<string, number>();
    const blobs: Buffer[] = [];
    let factsBytes = 0;
    let same = !this.#changed;
    let count = 0;
    for (const file of files) {
      const hash = file.knownHash;
      const stored = hash === undefined ? undefined : this.#stored.get(hash);
      if (hash === undefined || stored === undefined) continue;
      let position = positions.get(hash);
      if (position === undefined) {
        const size = stored.bytes?.length ?? 0;
        if (factsBytes + size > MAX_BYTES) continue;
        position = index.facts.length;
        positions.set(hash, position);
        index.facts.push([hash, size]);
        if (stored.bytes) blobs.push(stored.bytes);
        factsBytes += size;
      }
      const { size, mtimeMs, ctimeMs } = file.stamp;
      // A stamp that a later change might share is stored as one that no file has.
      const young = Math.max(mtimeMs, ctimeMs) > now - YOUNG_MILLISECONDS;
      index.files.push([file.path, young ? -1 : size, mtimeMs, ctimeMs, position]);
      count++;
      same &&= this.knownHash(file.path, young ? { ...file.stamp, size: -1 } : file.stamp) === hash;
    }
    if (same && count === this.#known.size) {
      this.#touch(now);
      return;
    }
    this.#write(index, blobs, factsBytes);
    removeUnusedCaches(dirname(this.#file), now);
  }

  #load(content: Buffer): void {
    const lineEnd = content.indexOf(10);
    if (lineEnd < 0) return;
    const header = JSON.parse(content.toString("utf8", 0, lineEnd)) as Header;
    if (header.magic !== MAGIC || header.layout !== LAYOUT) return;
    if (header.program !== programVersion() || header.root !== this.#root) return;
    const factsStart = lineEnd + 1 + header.indexBytes;
    if (content.length !== factsStart + header.factsBytes) return;
    const index = JSON.parse(content.toString("utf8", lineEnd + 1, factsStart)) as Index;
    let at = factsStart;
    for (const [hash, bytes] of index.facts) {
      this.#stored.set(hash, { bytes: bytes === 0 ? undefined : content.subarray(at, at + bytes) });
      at += bytes;
    }
    if (at !== content.length) throw new Error("facts do not add up");
    for (const [path, size, mtimeMs, ctimeMs, position] of index.files) {
      this.#known.set(path, { stamp: { size, mtimeMs, ctimeMs }, hash: index.facts[position]![0] });
    }
  }

  /** Marks the cache as used, at most once a day. */
  #touch(now: number): void {
    try {
      if (now - statSync(this.#file).mtimeMs > 86_400_000) utimesSync(this.#file, now / 1000, now / 1000);
    } catch {
      // Gone: the next run writes it again.
    }
  }

  #write(index: Index, blobs: readonly Buffer[], factsBytes: number): void {
    const indexText = Buffer.from(JSON.stringify(index), "utf8");
    const header: Header = {
      magic: MAGIC,
      layout: LAYOUT,
      program: programVersion(),
      root: this.#root,
      indexBytes: indexText.length,
      factsBytes,
    };
    const temporary = `${this.#file.replace(/\.facts$/, "")}.${process.pid.toString(36)}${Date.now().toString(36)}.tmp`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      const descriptor = openSync(temporary, "wx", 0o600);
      try {
        writeAll(descriptor, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`, "utf8"), indexText, ...blobs]));
      } finally {
        closeSync(descriptor);
      }
      renameSync(temporary, this.#file);
      this.#changed = false;
    } catch {
      try {
        unlinkSync(temporary);
      } catch {
        // It was never made.
      }
    }
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
