/** The files a host gave, with their facts: taken when first needed, from the store where the content is known. */
import { extractFacts } from "../facts/extract-facts.ts";
import { FACTS_VERSION, type FileFacts } from "../facts/file-facts.ts";
import type { FileSource, WorkspaceOptions } from "../index.ts";
import { isCode, type Sources } from "../link/files/sources.ts";

export interface FileTable extends Sources {
  /** True where the file was not known before. */
  set(path: string, source: string | FileSource): boolean;
  delete(path: string): boolean;
  /**
   * Registers something that the text alone tells, and gives the way to ask for it: undefined where it does not apply.
   * Whoever asks first for one thing of a file has all of them worked out, so a file is read once; they are kept with the
   * facts, for every process.
   */
  noting<Value>(maker: NoteMaker<Value>): (path: string) => Value | undefined;
  /** Version control ignores the file. */
  isIgnored(path: string): boolean;
  lineStarts(path: string): readonly number[];
  readonly size: number;
  readonly parsed: number;
}

export interface NoteMaker<Value> {
  readonly name: string;
  readonly applies: (path: string) => boolean;
  /** The path decides, too. Otherwise `make` must depend on nothing but the text and the file's ending. */
  readonly byPath?: true;
  /** Gives plain JSON. */
  readonly make: (text: string, path: string) => Value;
}

interface Entry {
  readonly source: FileSource;
  text: string | undefined;
  facts: FileFacts | "none" | undefined;
  notes: ReadonlyMap<string, unknown> | undefined;
  lineStarts: readonly number[] | undefined;
}

/** Texts that were asked for lately are kept up to this many characters: messages and fixes ask for the same few again. */
const MAXIMUM_KEPT = 2_000_000;

export function createFileTable(options: WorkspaceOptions): FileTable {
  const entries = new Map<string, Entry>();
  const makers: NoteMaker<unknown>[] = [];
  /** Asked for last comes last. */
  const kept = new Map<string, string>();
  let keptLength = 0;
  let parsed = 0;

  const textOf = (entry: Entry, path: string): string => {
    if (entry.text !== undefined) return entry.text;
    try {
      return entry.source.text();
    } catch (error) {
      options.log?.(`${path} could not be read: ${message(error)}`);
      return "";
    }
  };

  const keep = (path: string, text: string): void => {
    kept.set(path, text);
    keptLength += text.length;
    for (const [oldest, { length }] of kept) {
      if (keptLength <= MAXIMUM_KEPT) break;
      kept.delete(oldest);
      keptLength -= length;
    }
  };

  const drop = (path: string): void => {
    keptLength -= kept.get(path)?.length ?? 0;
    kept.delete(path);
  };

  const take = (path: string, entry: Entry): FileFacts | "none" => {
    const hash = options.store === undefined ? undefined : entry.source.hash;
    const stored = hash === undefined ? undefined : options.store?.get(hash);
    if (stored && stored !== "uninteresting" && stored.version === FACTS_VERSION) return stored;
    const text = textOf(entry, path);
    try {
      parsed++;
      const facts = extractFacts(options.typescript(), path, text, entry.source.tree?.());
      if (hash !== undefined) options.store?.set(hash, facts);
      return facts;
    } catch (error) {
      options.log?.(`${path} could not be analysed: ${message(error)}`);
      return "none";
    }
  };

  /** All notes of a file, with one reading of its text at most. */
  const takeNotes = (entry: Entry, path: string): Map<string, unknown> => {
    const notes = new Map<string, unknown>(entry.notes);
    const hash = options.store === undefined ? undefined : entry.source.hash;
    let text: string | undefined;
    for (const { name, applies, byPath, make } of makers) {
      if (notes.has(name)) continue;
      if (!applies(path)) {
        notes.set(name, undefined);
        continue;
      }
      const key = byPath ? `${name} ${path}` : name;
      let value = hash === undefined ? undefined : options.store?.note?.(hash, key);
      if (value === undefined) {
        text ??= textOf(entry, path);
        try {
          value = make(text, path);
          if (hash !== undefined) options.store?.setNote?.(hash, key, value);
        } catch (error) {
          options.log?.(`${path} could not be searched: ${message(error)}`);
        }
      }
      notes.set(name, value);
    }
    return notes;
  };

  const facts = (path: string): FileFacts | undefined => {
    const entry = entries.get(path);
    if (!entry || !isCode(path)) return undefined;
    entry.facts ??= take(path, entry);
    return entry.facts === "none" ? undefined : entry.facts;
  };

  return {
    set(path, source) {
      const known = entries.has(path);
      drop(path);
      const given: FileSource = typeof source === "string" ? { text: () => source } : source;
      const text = typeof source === "string" ? source : undefined;
      entries.set(path, { source: given, text, facts: undefined, notes: undefined, lineStarts: undefined });
      return !known;
    },
    delete(path) {
      drop(path);
      return entries.delete(path);
    },
    has: (path) => entries.has(path),
    facts,
    text(path) {
      const entry = entries.get(path);
      if (!entry || entry.text !== undefined) return entry?.text;
      const text = kept.get(path) ?? textOf(entry, path);
      drop(path);
      keep(path, text);
      return text;
    },
    paths: () => entries.keys(),
    noting<Value>(maker: NoteMaker<Value>) {
      makers.push(maker);
      return (path: string) => {
        const entry = entries.get(path);
        if (!entry) return undefined;
        if (!entry.notes?.has(maker.name)) entry.notes = takeNotes(entry, path);
        return entry.notes?.get(maker.name) as Value | undefined;
      };
    },
    isIgnored: (path) => entries.get(path)?.source.ignored === true,
    lineStarts(path) {
      const entry = entries.get(path);
      if (!entry) return [0];
      if (entry.facts && entry.facts !== "none") return entry.facts.lineStarts;
      entry.lineStarts ??= startsOfLines(textOf(entry, path));
      return entry.lineStarts;
    },
    get size() {
      return entries.size;
    },
    get parsed() {
      return parsed;
    },
  };
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column, from 1, of an offset. */
export function positionIn(
  lineStarts: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
