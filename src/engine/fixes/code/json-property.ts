/** Adds a property to an object in a JSON file, in the file's own layout; comments stay. */
import type { Edit } from "../../model/finding.ts";
import { indentAt, nextToken, startsLine } from "./source-text.ts";
import { insertion } from "./text-edits.ts";

/**
 * Undefined where the object is not there. Nothing where the property is there, whatever its value.
 * @param path keys from the root to the object, such as `["scripts"]`.
 */
export function addJsonProperty(
  file: string,
  text: string,
  path: readonly string[],
  key: string,
  value: unknown,
): readonly Edit[] | undefined {
  let object = readObject(text, nextToken(text, 0).at);
  for (const step of path) {
    const property = object?.properties.find((one) => one.key === step);
    object = property && readObject(text, property.value);
  }
  if (!object) return undefined;
  if (object.properties.some((property) => property.key === key)) return [];

  const written = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const last = object.properties.at(-1);
  if (!last) {
    const outer = indentAt(text, object.start);
    return [
      {
        kind: "replace",
        file,
        at: [object.start, object.end],
        text: `{${newline}${outer}  ${written}${newline}${outer}}`,
      },
    ];
  }
  const separator = startsLine(text, last.start) ? `${newline}${indentAt(text, last.start)}` : " ";
  const next = nextToken(text, last.end);
  if (next.character === ",") return [insertion(file, next.at + 1, `${separator}${written}`)];
  return [insertion(file, last.end, `,${separator}${written}`)];
}

interface JsonObject {
  readonly start: number;
  /** Behind the closing brace. */
  readonly end: number;
  readonly properties: readonly {
    readonly key: string;
    readonly start: number;
    readonly value: number;
    readonly end: number;
  }[];
}

function readObject(text: string, start: number): JsonObject | undefined {
  if (text[start] !== "{") return undefined;
  const properties: { key: string; start: number; value: number; end: number }[] = [];
  let at = nextToken(text, start + 1);
  while (at.character === '"') {
    const keyEnd = valueEnd(text, at.at);
    const colon = nextToken(text, keyEnd);
    if (colon.character !== ":") return undefined;
    const value = nextToken(text, colon.at + 1).at;
    const end = valueEnd(text, value);
    properties.push({ key: keyText(text.slice(at.at, keyEnd)), start: at.at, value, end });
    const next = nextToken(text, end);
    at = next.character === "," ? nextToken(text, next.at + 1) : next;
  }
  return at.character === "}" ? { start, end: at.at + 1, properties } : undefined;
}

/** End of the value that starts here. */
function valueEnd(text: string, start: number): number {
  if (text[start] === '"') {
    let at = start + 1;
    while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
    return at + 1;
  }
  if (text[start] !== "{" && text[start] !== "[") {
    let at = start;
    while (at < text.length && /[^\s,}\]/]/.test(text[at]!)) at++;
    return at;
  }
  let depth = 0;
  for (let token = nextToken(text, start); token.character !== ""; ) {
    if (token.character === "{" || token.character === "[") depth++;
    else if (token.character === "}" || token.character === "]") depth--;
    if (depth === 0) return token.at + 1;
    token = nextToken(text, token.character === '"' ? valueEnd(text, token.at) : token.at + 1);
  }
  return text.length;
}

function keyText(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}
