/** JSON as tools write it: with comments and trailing commas (tsconfig.json, settings files). */

/** The value, or undefined where the text is not JSON even without its comments. */
export function parseJsonc(written: string): unknown {
  const text = written.replace(/^\ufeff/, "");
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(withoutComments(text).replace(/,(\s*[}\]])/g, "$1"));
    } catch {
      return undefined;
    }
  }
}

/** The text with comments blanked out: every other character keeps its offset. */
export function withoutComments(text: string): string {
  let result = "";
  for (let index = 0; index < text.length; ) {
    const character = text[index];
    if (character === '"') {
      const end = stringEnd(text, index);
      result += text.slice(index, end);
      index = end;
    } else if (character === "/" && (text[index + 1] === "/" || text[index + 1] === "*")) {
      const close = text[index + 1] === "/" ? text.indexOf("\n", index) : text.indexOf("*/", index + 2);
      const end = close < 0 ? text.length : text[index + 1] === "/" ? close : close + 2;
      result += text.slice(index, end).replace(/[^\n]/g, " ");
      index = end;
    } else {
      result += character;
      index += 1;
    }
  }
  return result;
}

function stringEnd(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"' && text[index] !== "\n") index += text[index] === "\\" ? 2 : 1;
  return Math.min(index + 1, text.length);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
