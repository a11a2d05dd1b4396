/** Text inside other notations. Names come from the code that is read: none may become markup. */

/** Text or attribute value in HTML, SVG and XML. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;")
    .replace(CONTROLS, "");
}

/** Inline text in Markdown, table cells included. */
export function escapeMarkdown(text: string): string {
  return text.replace(CONTROLS, " ").replace(/[\\`*_{}[\]<>|#~]/g, "\\$&");
}

/** Code in Markdown, table cells included. */
export function codeSpan(text: string): string {
  const clean = text.replace(CONTROLS, " ").replace(/\|/g, "\\|");
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}

/** A quoted label in Mermaid, where entities are written with `#`. https://mermaid.js.org/syntax/flowchart.html */
export function escapeMermaid(text: string): string {
  return text.replace(CONTROLS, " ").replace(/[#&<>"`\\[\]{}|]/g, (character) => `#${character.charCodeAt(0)};`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]|[\n\r\t]/g;
