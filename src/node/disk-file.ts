/** A file on disk as the engine sees it: read when asked for, not before, and not kept. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileSource } from "../engine/index.ts";
import { contentHash } from "./content-hash.ts";
import { decodeText } from "./decode-text.ts";

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
  #hash: string | undefined;
  #bytes: Buffer | undefined;
  #unreadable = false;

  /** `knownHash`: the hash of exactly this stamp, from an earlier run. */
  constructor(
    root: string,
    path: string,
    stamp: FileStamp,
    options: {
      readonly ignored: boolean;
      readonly knownHash: string | undefined;
      readonly log: ((message: string) => void) | undefined;
    },
  ) {
    this.#root = root;
    this.path = path;
    this.stamp = stamp;
    this.ignored = options.ignored;
    this.#hash = options.knownHash;
    this.#log = options.log;
  }

  /** Reads the file where no earlier run knew it; the bytes wait for the call of `text` that usually follows. */
  get hash(): string {
    if (this.#hash === undefined) {
      this.#bytes = this.#read();
      this.#hash = contentHash(this.#bytes, this.path);
    }
    return this.#hash;
  }

  /** The hash where it is known without reading. */
  get knownHash(): string | undefined {
    return this.#hash;
  }

  text(): string {
    const bytes = this.#bytes ?? this.#read();
    this.#bytes = undefined;
    this.#hash ??= contentHash(bytes, this.path);
    return decodeText(bytes);
  }

  /** Forgets bytes that were read for the hash and not asked for. */
  release(): void {
    this.#bytes = undefined;
  }

  #read(): Buffer {
    try {
      return readFileSync(join(this.#root, this.path));
    } catch (error) {
      if (!this.#unreadable) this.#log?.(`Cannot read ${this.path}: ${(error as NodeJS.ErrnoException).code ?? error}`);
      this.#unreadable = true;
      return Buffer.alloc(0);
    }
  }
}
