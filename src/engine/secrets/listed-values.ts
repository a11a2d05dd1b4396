/** Lists of configuration, whose values go by the list's name: `api_keys: ["…", "…"]`, and one value in each line below. */
import type { NamedValue } from "./data-files.ts";
import type { FileKind } from "./file-kind.ts";

/** `api_keys: ["…", "…"]`: each of them goes by the name. */
export function listInside(line: string, start: number): readonly NamedValue[] {
  const list = /["']?([A-Za-z_][\w.-]{1,80})["']?\s*:\s*\[([^[\]]{8,2000})\]/.exec(line);
  if (list === null) return [];
  const from = start + list.index + list[0].length - 1 - (list[2] as string).length;
  return [...(list[2] as string).matchAll(/["']?([^\s"',]{8,400})["']?/g)].map((match) => {
    const at = from + match.index + match[0].indexOf(match[1] as string);
    return { names: [list[1] as string], value: match[1] as string, start: at, end: at + (match[1] as string).length };
  });
}

/** What stands in the lines below `api_keys:` or `"tokens": [`, one value in each. */
export function listBelow(text: string, kind: FileKind, start: number, end: number): readonly NamedValue[] {
  if ((kind !== "json" && kind !== "yaml") || !/[:[]\s*$/.test(text.slice(Math.max(start, end - 20), end))) return [];
  const name = /["']?([A-Za-z_][\w.-]{1,80})["']?\s*:\s*\[?\s*$/.exec(
    text.slice(start, Math.min(end, start + 200)),
  )?.[1];
  if (name === undefined) return [];
  const found: NamedValue[] = [];
  for (let from = end + 1; from < text.length && found.length < 20; ) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 ? text.length : newline;
    const match = ITEM.exec(text.slice(from, Math.min(to, from + 500)));
    if (match === null) break;
    const value = match[1] as string;
    const at = from + match[0].indexOf(value);
    found.push({ names: [name], value, start: at, end: at + value.length });
    from = to + 1;
  }
  return found;
}

const ITEM = /^\s*(?:-\s+["']?|["'])([^\s"':,{}[\]#]{8,400})["']?,?\s*$/;
