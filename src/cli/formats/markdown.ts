/** Helpers of the Markdown formats. */

/** A text that Markdown shows as it is, on one line, also in a table cell. */
export function inline(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/[\\`*_[\]<>|~]/g, (character) => `\\${character}`)
    .replace(/^([#>+-]|\d+[.)])(?=\s|$)/, "\\$1");
}

/** A code span; the fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 || line === "" ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}
