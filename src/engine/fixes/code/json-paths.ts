/** Keys that lead to a place in a JSON text, and a text with one more value. */

/** The keys down to the string that holds `offset`; undefined inside of a list or where the text is no JSON. */
export function pathInJson(text: string, offset: number): readonly string[] | undefined {
  const path: string[] = [];
  const open: ("{" | "[")[] = [];
  let key: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"') {
      let end = at + 1;
      while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
      if (offset > at && offset <= end) return key === undefined || open.includes("[") ? undefined : [...path, key];
      if (/^\s*:/.test(text.slice(end + 1, end + 20))) key = text.slice(at + 1, end);
      at = end;
    } else if (character === "{" || character === "[") {
      open.push(character);
      path.push(key ?? "");
      key = undefined;
      if (open.length === 1) path.pop();
    } else if (character === "}" || character === "]") {
      open.pop();
      path.pop();
      key = undefined;
    } else if (character === ",") key = undefined;
    if (at > offset) return undefined;
  }
  return undefined;
}

/** The text with `value` at the path; undefined where something else stands there already. */
export function withPath(text: string, path: readonly string[], value: string): string | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  let at = root;
  for (const [index, key] of path.entries()) {
    if (typeof at !== "object" || at === null || Array.isArray(at)) return undefined;
    const object = at as Record<string, unknown>;
    if (index === path.length - 1) {
      if (object[key] !== undefined && object[key] !== value) return undefined;
      object[key] = value;
    } else {
      object[key] ??= {};
      at = object[key];
    }
  }
  return `${JSON.stringify(root, undefined, 2)}\n`;
}
