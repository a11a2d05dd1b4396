/** Appends to a list in a JSON text: comments, order and layout stay as they are. */
import { applyEdits, modify, parse } from "jsonc-parser";

/** The text with one more entry at the end of a list. */
export function appendEntry(text: string, list: string, entry: object): string {
  const options = {
    formattingOptions: {
      insertSpaces: !/^\t/m.test(text),
      tabSize: indentOf(text),
      eol: text.includes("\r\n") ? "\r\n" : "\n",
    },
  };
  const source = text.trim() === "" ? "{}\n" : text;
  const current = (parse(source) as Record<string, unknown> | undefined)?.[list];
  const edits = Array.isArray(current)
    ? modify(source, [list, -1], entry, { ...options, isArrayInsertion: true })
    : modify(source, [list], [entry], options);
  return applyEdits(source, edits);
}

function indentOf(text: string): number {
  return /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
}
