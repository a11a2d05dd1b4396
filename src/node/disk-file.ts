/** A file on disk as the engine sees it: read when asked for, not before, and not kept. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { FileSource } from "../engine/index.ts";
import { contentHash } from "./content-hash.ts";
import { decodeText } from "./decode-text.ts";

/** Bytes of the last file that was read, and whose they are: the same memory serves one file after the other. */
const shared = Buffer.allocUnsafe(1 << 20);
let owner: DiskFile | undefined;
let ownedBytes = 0;

/** What tells without reading that a file has not changed. Times in milliseconds. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

export class DiskFile implements FileSource {
  readonly path: string;
  readonly stamp: FileStamp;
  /** Version control ignores the file. */
  readonly ignored: boolean;
  readonly #root: string;
  readonly #log: ((message: string) => void) | undefined;
  readonly #cached: boolean;
  #hash: string | undefined;
  #unreadable = false;

  /** `knownHash`: the hash of exactly this stamp, from an earlier run. */
  constructor(
    root: string,
    path: string,
    stamp: FileStamp,
    options: {
      readonly ignored: boolean;
      readonly knownHash: string | undefined;
      /** Somebody will ask for the hash of what is read. */
      readonly cached: boolean;
      readonly log: ((message: string) => void) | undefined;
    },
  ) {
    this.#root = root;
    this.path = path;
    this.stamp = stamp;
    this.ignored = options.ignored;
    this.#hash = options.knownHash;
    this.#cached = options.cached;
    this.#log = options.log;
  }

  /** Reads the file where no earlier run knew it; the bytes wait for the call of `text` that usually follows. */
  get hash(): string {
    this.#hash ??= contentHash(this.#read(), this.path);
    return this.#hash;
  }

  /** The hash where it is known without reading. */
  get knownHash(): string | undefined {
    return this.#hash;
  }

  text(): string {
    const bytes = this.#read();
    if (this.#cached) this.#hash ??= contentHash(bytes, this.path);
    owner = undefined;
    return decodeText(bytes);
  }

  /** Forgets bytes that were read for the hash and not asked for. */
  release(): void {
    if (owner === this) owner = undefined;
  }

  /** The file's bytes, good until another file is read. */
  #read(): Buffer {
    if (owner === this) return shared.subarray(0, ownedBytes);
    owner = undefined;
    const path = `${this.#root}/${this.path}`;
    try {
      if (this.stamp.size >= shared.length) return readFileSync(path);
      const descriptor = openSync(path, "r");
      try {
        ownedBytes = readSync(descriptor, shared, 0, shared.length, 0);
      } finally {
        closeSync(descriptor);
      }
      // A file that has grown since, and a read that ended early, are read in the ordinary way.
      if (ownedBytes !== this.stamp.size) return readFileSync(path);
      owner = this;
      return shared.subarray(0, ownedBytes);
    } catch (error) {
      if (!this.#unreadable) this.#log?.(`Cannot read ${this.path}: ${(error as NodeJS.ErrnoException).code ?? error}`);
      this.#unreadable = true;
      return Buffer.alloc(0);
    }
  }
}
