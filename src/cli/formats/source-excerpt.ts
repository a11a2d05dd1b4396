/** The source line of a finding with marks below it, cut to a width. */
import type { ReportedPlace } from "../check-report.ts";

export interface SourceExcerpt {
  readonly before: readonly string[];
  /** Spaces and carets, as wide as needed. */
  readonly marks: string;
}

/** The first line of the place; undefined where it is not there. Columns are UTF-16 code units, tabs are two wide. */
export function sourceExcerpt(
  place: ReportedPlace,
  lines: readonly string[] | undefined,
  width: number,
): SourceExcerpt | undefined {
  const line = lines?.[place.line - 1];
  if (line === undefined) return undefined;
  const gutter = `${place.line} | `;
  const room = Math.max(width - gutter.length, 20);
  const start = Math.min(place.column - 1, line.length);
  const lineEnd = line.trimEnd().length;
  const end = Math.max(place.endLine === place.line ? Math.min(place.endColumn - 1, lineEnd) : lineEnd, start + 1);

  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  let from = Math.min(indent, start);
  // A place far to the right is shown with a little of what stands before it.
  if (expanded(line.slice(from, end)).length > room) from = Math.max(from, start - Math.floor(room / 4));
  const head = from > Math.min(indent, start) ? "…" : "";
  const whole = head + expanded(line.slice(from, lineEnd));
  const shown = whole.length > room ? `${whole.slice(0, room - 1)}…` : whole;
  const offset = head.length + displayWidth(expanded(line.slice(from, start)));
  const marked = Math.max(1, Math.min(displayWidth(expanded(line.slice(start, end))), room - offset));
  return {
    before: [`${gutter}${shown}`],
    marks: `${" ".repeat(gutter.length - 2)}| ${" ".repeat(offset)}${"^".repeat(marked)}`,
  };
}

/** Tabs as two spaces, and nothing that a terminal would take for a command. */
function expanded(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace.
  return text.replaceAll("\t", "  ").replace(/[\u0000-\u001f\u007f-\u009f]/g, "\u00b7");
}

/** Columns in a terminal: East Asian wide characters and emoji take two, combining marks none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
