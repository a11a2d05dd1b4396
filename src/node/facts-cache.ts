/**
 * What outlives the process: one file per workspace, with the facts of its files and the last results.
 *
 * A file's facts are found by the hash of its content; the hash is known without reading where size and times are those
 * of the last run. Results are found by a digest of all hashes: where nothing changed, nothing is analysed again. The
 * cache is replaced whole by a rename, so readers see the old one or the new one; anything that is not a complete cache of
 * this program and this workspace counts as empty.
 *
 * Layout: one line of JSON (`Header`), the index as JSON (`Index`), the results as JSON (`Results`), then the facts of all
 * files, one JSON after the other. The facts are most of it and are read only when some are asked for.
 */
import { statSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import type { FactsStore, FileFacts } from "../engine/index.ts";
import { type CacheHeader, readCachedFacts, readCacheFile, writeCacheFile } from "./cache-file.ts";
import { programVersion, removeUnusedCaches } from "./cache-location.ts";
import type { DiskFile, FileStamp } from "./disk-file.ts";

/** The facts in a cache never grow above this; what does not fit is worked out again. */
const MAX_BYTES = 256 * 1024 * 1024;
/** File systems round times, some to two seconds: a file this young may change and keep its stamp. */
const YOUNG_MILLISECONDS = 2000;

/** Notes by hash, then by name. */
type Notes = Record<string, Record<string, unknown>>;

interface Index {
  /** path, size, mtimeMs, ctimeMs, position in `facts`. */
  readonly files: readonly (readonly [string, number, number, number, number])[];
  /** hash, bytes of its facts; 0: the file is uninteresting; -1: it has none. */
  readonly facts: readonly (readonly [string, number])[];
  /** The notes stand before the facts. */
  readonly notesBytes: number;
}

/** Results by name, of the workspace with this digest. */
interface Results {
  readonly digest: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Where facts are: in the file (a part of its facts), in memory, or nowhere because the file is uninteresting. */
type Stored = Part | Buffer | "uninteresting";
type Part = readonly [from: number, to: number];

export class FactsCache implements FactsStore {
  readonly #file: string;
  readonly #root: string;
  readonly #known = new Map<string, { readonly stamp: FileStamp; readonly hash: string }>();
  readonly #stored = new Map<string, Stored>();
  #header: CacheHeader | undefined;
  #results: Results | undefined;
  /** Where they are until one is asked for. */
  #notes: Notes | Part = {};
  /** The facts of the file, once they are read; `"gone"` where another cache has taken its place. */
  #facts: Buffer | "gone" | undefined;
  #changed = false;

  /** Opens the cache at `file`. A cache of another workspace, program or layout, or a damaged one, counts as empty. */
  constructor(file: string, root: string) {
    this.#file = file;
    this.#root = root;
    try {
      this.#open();
    } catch {
      this.#forget();
    }
  }

  /** True where there is nothing from an earlier run. */
  get empty(): boolean {
    return this.#header === undefined;
  }

  /** The hash of a file whose stamp is that of the last run. */
  knownHash(path: string, stamp: FileStamp): string | undefined {
    const known = this.#known.get(path);
    if (known === undefined) return undefined;
    const { size, mtimeMs, ctimeMs } = known.stamp;
    return size === stamp.size && mtimeMs === stamp.mtimeMs && ctimeMs === stamp.ctimeMs ? known.hash : undefined;
  }

  get(hash: string): FileFacts | "uninteresting" | undefined {
    const stored = this.#stored.get(hash);
    if (stored === undefined || stored === "uninteresting") return stored;
    const facts = this.#read(stored) as FileFacts | undefined;
    if (facts === undefined) this.#stored.delete(hash);
    return facts;
  }

  set(hash: string, facts: FileFacts | "uninteresting"): void {
    this.#stored.set(hash, facts === "uninteresting" ? facts : Buffer.from(JSON.stringify(facts), "utf8"));
    this.#changed = true;
  }

  note(hash: string, name: string): unknown {
    return this.#allNotes()[hash]?.[name];
  }

  setNote(hash: string, name: string, value: unknown): void {
    const notes = this.#allNotes();
    notes[hash] = { ...notes[hash], [name]: value };
    this.#changed = true;
  }

  /** A result of the workspace with this digest. */
  recall(digest: string, name: string): unknown {
    return this.#results?.digest === digest ? this.#results.values[name] : undefined;
  }

  /** Keeps a result, which must be plain JSON, with the facts. */
  remember(digest: string, name: string, value: unknown): void {
    const values = this.#results?.digest === digest ? this.#results.values : {};
    this.#results = { digest, values: { ...values, [name]: value } };
    this.#changed = true;
  }

  /**
   * Writes what is known of these files and forgets the rest. `now` in milliseconds since 1970. Never throws: a cache that
   * cannot be written costs time, not results.
   */
  save(known: Iterable<DiskFile>, now: number): void {
    const files: Index["files"][number][] = [];
    const facts: Index["facts"][number][] = [];
    const positions = new Map<string, number>();
    const parts: (Part | Buffer)[] = [];
    let factsBytes = 0;
    let same = !this.#changed;
    for (const file of known) {
      const hash = file.knownHash;
      if (hash === undefined) continue;
      let position = positions.get(hash);
      if (position === undefined) {
        const stored = this.#stored.get(hash);
        const size = typeof stored === "object" ? sizeOf(stored) : 0;
        if (factsBytes + size > MAX_BYTES) continue;
        position = facts.length;
        positions.set(hash, position);
        // A file that nothing was found out about stands in the index for its hash.
        facts.push([hash, stored === undefined ? -1 : size]);
        if (typeof stored === "object") parts.push(stored);
        factsBytes += size;
      }
      const { size, mtimeMs, ctimeMs } = file.stamp;
      // A stamp that a later change might share is stored as one that no file has.
      const young = Math.max(mtimeMs, ctimeMs) > now - YOUNG_MILLISECONDS;
      files.push([file.path, young ? -1 : size, mtimeMs, ctimeMs, position]);
      same &&= this.knownHash(file.path, young ? { ...file.stamp, size: -1 } : file.stamp) === hash;
    }
    if (same && files.length === this.#known.size) {
      this.#touch(now);
      return;
    }
    const all = this.#allNotes();
    const notes = Object.fromEntries(facts.flatMap(([hash]) => (all[hash] ? [[hash, all[hash]]] : [])));
    this.#write(files, facts, [Buffer.from(JSON.stringify(notes), "utf8"), ...parts], now);
    removeUnusedCaches(dirname(this.#file), now);
  }

  #open(): void {
    const cache = readCacheFile(this.#file);
    if (cache?.header.program !== programVersion() || cache.header.root !== this.#root) return;
    this.#take(JSON.parse(cache.index) as Index);
    if (cache.results !== "") this.#results = JSON.parse(cache.results) as Results;
    this.#header = cache.header;
  }

  /** Facts stand in the file in the order of the index. */
  #take(index: Index): void {
    this.#known.clear();
    this.#stored.clear();
    this.#notes = [0, index.notesBytes];
    let at = index.notesBytes;
    for (const [hash, bytes] of index.facts) {
      if (bytes === 0) this.#stored.set(hash, "uninteresting");
      if (bytes <= 0) continue;
      this.#stored.set(hash, [at, at + bytes]);
      at += bytes;
    }
    for (const [path, size, mtimeMs, ctimeMs, position] of index.files) {
      this.#known.set(path, { stamp: { size, mtimeMs, ctimeMs }, hash: index.facts[position]![0] });
    }
  }

  #forget(): void {
    this.#known.clear();
    this.#stored.clear();
    this.#results = undefined;
    this.#notes = {};
    this.#header = undefined;
  }

  #allNotes(): Notes {
    if (Array.isArray(this.#notes)) this.#notes = (this.#read(this.#notes as Part) as Notes | undefined) ?? {};
    return this.#notes as Notes;
  }

  /** The value of stored JSON; undefined where it is damaged or gone. */
  #read(stored: Part | Buffer): unknown {
    try {
      const bytes = this.#bytesOf(stored);
      return bytes && JSON.parse(bytes.toString("utf8"));
    } catch {
      return undefined;
    }
  }

  /** Bytes of stored JSON. What stands in the file is read all at once: who asks for one asks for many. */
  #bytesOf(stored: Part | Buffer): Buffer | undefined {
    if (Buffer.isBuffer(stored)) return stored;
    this.#facts ??= (this.#header && readCachedFacts(this.#file, this.#header)) ?? "gone";
    return this.#facts === "gone" ? undefined : this.#facts.subarray(stored[0], stored[1]);
  }

  /** Marks the cache as used, at most once a day. */
  #touch(now: number): void {
    try {
      if (now - statSync(this.#file).mtimeMs > 86_400_000) utimesSync(this.#file, now / 1000, now / 1000);
    } catch {
      // Gone: the next run writes it again.
    }
  }

  /** `parts`: the notes, then the facts. */
  #write(files: Index["files"], facts: Index["facts"], parts: readonly (Part | Buffer)[], now: number): void {
    const bytes = parts.map((part) => this.#bytesOf(part)).filter((part) => part !== undefined);
    if (bytes.length < parts.length) return; // another process has written since: its cache is as good
    const index: Index = { files, facts, notesBytes: bytes[0]?.length ?? 0 };
    const indexText = Buffer.from(JSON.stringify(index), "utf8");
    const resultsText = Buffer.from(this.#results ? JSON.stringify(this.#results) : "", "utf8");
    const header: CacheHeader = {
      program: programVersion(),
      root: this.#root,
      written: now,
      indexBytes: indexText.length,
      resultsBytes: resultsText.length,
      factsBytes: bytes.reduce((sum, part) => sum + part.length, 0),
    };
    if (!writeCacheFile(this.#file, header, [indexText, resultsText, ...bytes])) return;
    // From here on this process reads from what it wrote, like any other.
    this.#take(index);
    this.#header = header;
    this.#facts = undefined;
    this.#changed = false;
  }
}

function sizeOf(stored: Part | Buffer): number {
  return Buffer.isBuffer(stored) ? stored.length : stored[1] - stored[0];
}
