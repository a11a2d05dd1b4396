/** YAML and JSON with line numbers. JSON is read as the YAML it also is. */
import { type Document, isCollection, isNode, LineCounter, parseAllDocuments } from "yaml";

/** A key or index on the way to a value. */
export type Step = string | number;

/** One document. */
export interface YamlDocument {
  /** The value at a path; undefined where there is none. */
  get(...path: readonly Step[]): unknown;
  /** Keys of the mapping at a path. */
  keys(...path: readonly Step[]): readonly string[];
  /** Number of items of the list at a path. */
  size(...path: readonly Step[]): number;
  text(...path: readonly Step[]): string | undefined;
  /** Line, from 1, of the value at a path, or of the nearest thing around it. */
  line(...path: readonly Step[]): number;
}

/** More than this many aliases is an attack, not a pipeline. */
const MOST_ALIASES = 100;

/** Documents of a text. Throws where one of them is not YAML. */
export function readYaml(text: string): readonly YamlDocument[] {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text.replace(/^\ufeff/, ""), {
    lineCounter: lines,
    logLevel: "silent",
    uniqueKeys: false,
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  return documents
    .filter((document) => document.contents !== null)
    .map((document) => {
      const [error] = document.errors;
      if (error) throw new Error(error.message);
      return wrap(document, lines);
    });
}

function wrap(document: Document.Parsed, lines: LineCounter): YamlDocument {
  const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
  const get = (...path: readonly Step[]): unknown =>
    path.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), value);
  return {
    get,
    keys: (...path) => {
      const inner = get(...path);
      return isObject(inner) && !Array.isArray(inner) ? Object.keys(inner) : [];
    },
    size: (...path) => {
      const inner = get(...path);
      return Array.isArray(inner) ? inner.length : 0;
    },
    text: (...path) => {
      const inner = get(...path);
      return typeof inner === "string" || typeof inner === "number" || typeof inner === "boolean"
        ? String(inner)
        : undefined;
    },
    line: (...path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (!isNode(node) || !node.range) continue;
        // A block begins below its key: the line of its first entry says less than the key's own.
        const start = isCollection(node) && !node.flow ? keyOffset(document, path.slice(0, length)) : node.range[0];
        return lines.linePos(start ?? node.range[0]).line;
      }
      return 1;
    },
  };
}

function keyOffset(document: Document.Parsed, path: readonly Step[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isCollection(parent)) return undefined;
  for (const item of parent.items) {
    if (!isPair(item)) continue;
    const { key } = item;
    if (isNode(key) && key.range && String(key) === String(path.at(-1))) return key.range[0];
  }
  return undefined;
}

function isPair(item: unknown): item is { readonly key: unknown } {
  return typeof item === "object" && item !== null && "key" in item;
}

function isObject(value: unknown): value is Record<Step, unknown> {
  return typeof value === "object" && value !== null;
}

/** A value or list of values as texts. */
export function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
}
