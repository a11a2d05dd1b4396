/** A file as edit builders take it, and the few questions about its bare text that they share. */
import type { FileFacts } from "../../facts/file-facts.ts";
import type { ServiceModel } from "../../model/service-model.ts";

export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly facts: FileFacts;
}

/** The file, where it has facts and reads without syntax errors: broken code is not edited. */
export function sourceText(model: ServiceModel, file: string): SourceText | undefined {
  const facts = model.facts(file);
  const text = model.text(file);
  return facts === undefined || text === undefined || facts.broken ? undefined : { file, text, facts };
}

/** Offset of the first character of the line. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset behind the line's last character, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  const end = feed < 0 ? text.length : feed;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** The white space the line begins with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (text[end] === " " || text[end] === "\t") end++;
  return text.slice(start, Math.min(end, Math.max(offset, end)));
}

/** True where only white space stands between the line's start and the offset. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

/** The next character from `from` that is neither white space nor in a comment, and its offset. */
export function nextToken(text: string, from: number): { readonly character: string; readonly at: number } {
  let at = from;
  for (;;) {
    const character = text[at];
    if (character === undefined) return { character: "", at };
    if (character === "/" && text[at + 1] === "/") at = lineEnd(text, at);
    else if (character === "/" && text[at + 1] === "*") {
      const close = text.indexOf("*/", at + 2);
      at = close < 0 ? text.length : close + 2;
    } else if (/\s/.test(character)) at++;
    else return { character, at };
  }
}
