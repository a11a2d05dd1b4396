/**
 * A tolerant JSON reader that keeps places: comments and trailing commas are fine, and every value knows its offsets, so
 * that a problem can be shown where it is.
 */

export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "array"; readonly items: readonly JsonNode[] }
  | { readonly kind: "object"; readonly fields: readonly JsonField[] }
);

export interface JsonField {
  readonly key: string;
  readonly keyStart: number;
  readonly value: JsonNode;
}

/** What stops the text from being JSON, and where. */
export interface JsonError {
  readonly offset: number;
  readonly message: string;
}

/** Deeper than this is no configuration, and would end the stack. */
const MAX_DEPTH = 200;

/** Reads a text as JSON with comments. */
export function parseJsonWithPlaces(text: string): JsonNode | JsonError {
  let at = 0;
  try {
    const value = readValue(0);
    skipBlank();
    if (at < text.length) fail("Nothing may follow the value");
    return value;
  } catch (error) {
    if (error instanceof Stop) return { offset: error.offset, message: error.message };
    throw error;
  }

  function readValue(depth: number): JsonNode {
    skipBlank();
    if (depth > MAX_DEPTH) fail("Nested too deeply");
    const start = at;
    const character = text[at];
    if (character === "{") return readObject(start, depth);
    if (character === "[") return readArray(start, depth);
    if (character === '"') return { kind: "string", value: readString(), start, end: at };
    const word = /^-?[\w.+-]+/.exec(text.slice(at, at + 64))?.[0] ?? "";
    const end = at + word.length;
    if (word === "true" || word === "false") {
      at = end;
      return { kind: "boolean", value: word === "true", start, end };
    }
    if (word === "null") {
      at = end;
      return { kind: "null", start, end };
    }
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) {
      at = end;
      return { kind: "number", value: Number(word), start, end };
    }
    if (character === undefined) fail("The file ends where a value should stand");
    if (character === "'") fail("Strings stand in double quotes");
    return fail(`A value should stand here, not ${JSON.stringify(word || character)}`);
  }

  function readObject(start: number, depth: number): JsonNode {
    const fields: JsonField[] = [];
    at++;
    for (;;) {
      skipBlank();
      if (text[at] === "}") break;
      const keyStart = at;
      if (text[at] !== '"')
        fail(text[at] === undefined ? 'A "}" is missing' : "A key in double quotes should stand here");
      const key = readString();
      skipBlank();
      if (text[at] !== ":") fail(`A ":" is missing after ${JSON.stringify(key)}`);
      at++;
      fields.push({ key, keyStart, value: readValue(depth + 1) });
      skipBlank();
      if (text[at] === ",") at++;
      else if (text[at] !== "}") fail(text[at] === undefined ? 'A "}" is missing' : 'A "," is missing');
    }
    at++;
    return { kind: "object", fields, start, end: at };
  }

  function readArray(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    at++;
    for (;;) {
      skipBlank();
      if (text[at] === "]") break;
      items.push(readValue(depth + 1));
      skipBlank();
      if (text[at] === ",") at++;
      else if (text[at] !== "]") fail(text[at] === undefined ? 'A "]" is missing' : 'A "," is missing');
    }
    at++;
    return { kind: "array", items, start, end: at };
  }

  function readString(): string {
    const start = at;
    for (at++; text[at] !== '"'; at++) {
      if (text[at] === undefined || text[at] === "\n") {
        at = start;
        fail("A string is not closed");
      }
      if (text[at] === "\\") at++;
    }
    at++;
    try {
      return JSON.parse(text.slice(start, at));
    } catch {
      at = start;
      return fail("The string has an escape that JSON does not know");
    }
  }

  function skipBlank(): void {
    for (;;) {
      const character = text[at];
      if (character === " " || character === "\t" || character === "\n" || character === "\r" || character === "\ufeff")
        at++;
      else if (text.startsWith("//", at)) {
        const end = text.indexOf("\n", at);
        at = end < 0 ? text.length : end;
      } else if (text.startsWith("/*", at)) {
        const end = text.indexOf("*/", at + 2);
        if (end < 0) fail("A comment is not closed");
        at = end + 2;
      } else return;
    }
  }

  function fail(message: string): never {
    throw new Stop(message, at);
  }
}

/** True where reading failed. */
export function isJsonError(result: JsonNode | JsonError): result is JsonError {
  return !("kind" in result);
}

/** The value without its places, as `JSON.parse` gives it. */
export function plainValue(node: JsonNode): unknown {
  if (node.kind === "null") return null;
  if (node.kind === "array") return node.items.map(plainValue);
  if (node.kind === "object") return Object.fromEntries(node.fields.map(({ key, value }) => [key, plainValue(value)]));
  return node.value;
}

class Stop extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
