/** The texts of the extension and of the map page, for translators: every literal given to `l10n.t` or the page's `t`. */
import { globSync, readFileSync } from "node:fs";
import { fromRoot } from "../lib/project.ts";

const CALL = /\b(?:vscode\.l10n\.t|(?<![.\w])t)\(\s*"((?:[^"\\\n]|\\.)*)"/g;

/** `l10n/bundle.l10n.json`: each text with itself, in the order of the alphabet. */
export function l10nBundle(): ReadonlyMap<string, string> {
  const texts = new Set<string>();
  for (const file of globSync(["src/extension/**/*.ts", "src/webview/**/*.ts"], { cwd: fromRoot(".") })) {
    for (const [, text] of readFileSync(fromRoot(file), "utf8").matchAll(CALL)) texts.add(JSON.parse(`"${text}"`));
  }
  const sorted = Object.fromEntries([...texts].sort().map((text) => [text, text]));
  return new Map([["l10n/bundle.l10n.json", `${JSON.stringify(sorted, undefined, 2)}\n`]]);
}
