/** The files a host gave, with their facts: taken when first needed, from the store where the content is known. */
import { extractFacts } from "../facts/extract-facts.ts";
import { FACTS_VERSION, type FileFacts } from "../facts/file-facts.ts";
import type { FileSource, WorkspaceOptions } from "../index.ts";
import { isCode, type Sources } from "../link/sources.ts";

export interface FileTable extends Sources {
  /** True where the file was not known before. */
  set(path: string, source: string | FileSource): boolean;
  delete(path: string): boolean;
  /**
   * Something that the text alone tells, kept with the facts: worked out once for the same text, in whichever file and
   * process. `make` must depend on nothing else, and give plain JSON.
   */
  noted<Value>(path: string, name: string, make: (text: string) => Value): Value;
  lineStarts(path: string): readonly number[];
  readonly size: number;
  readonly parsed: number;
}

interface Entry {
  readonly source: FileSource;
  text: string | undefined;
  facts: FileFacts | "none" | undefined;
  notes: Map<string, unknown> | undefined;
  lineStarts: readonly number[] | undefined;
}

/** Texts that were asked for lately are kept up to this many characters: messages and fixes ask for the same few again. */
const MAXIMUM_KEPT = 2_000_000;

export function createFileTable(options: WorkspaceOptions): FileTable {
  const entries = new Map<string, Entry>();
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
    const stored = entry.source.hash === undefined ? undefined : options.store?.get(entry.source.hash);
    if (stored && stored !== "uninteresting" && stored.version === FACTS_VERSION) return stored;
    const text = textOf(entry, path);
    try {
      parsed++;
      const facts = extractFacts(options.typescript(), path, text, entry.source.tree?.());
      if (entry.source.hash !== undefined) options.store?.set(entry.source.hash, facts);
      return facts;
    } catch (error) {
      options.log?.(`${path} could not be analysed: ${message(error)}`);
      return "none";
    }
  };

  const takeNote = (entry: Entry, path: string, name: string, make: (text: string) => unknown): unknown => {
    const { hash } = entry.source;
    const stored = hash === undefined ? undefined : options.store?.note?.(hash, name);
    if (stored !== undefined) return stored;
    const value = make(textOf(entry, path));
    if (hash !== undefined) options.store?.setNote?.(hash, name, value);
    return value;
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
    noted<Value>(path: string, name: string, make: (text: string) => Value): Value {
      const entry = entries.get(path);
      if (!entry) return make("");
      entry.notes ??= new Map();
      if (!entry.notes.has(name)) entry.notes.set(name, takeNote(entry, path, name, make));
      return entry.notes.get(name) as Value;
    },
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
