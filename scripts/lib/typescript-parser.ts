/**
 * The parser of the TypeScript that ts-morph ships, as a module that a bundler can leave parts of out.
 *
 * All of TypeScript is one function there, of which nothing can be left out: eight of nine parts are the checker, the
 * emitter and the language service, which nobody here calls.
 */
import { readFileSync } from "node:fs";
import { fromRoot } from "./project.ts";

/** Where the whole of it is. */
export const WHOLE_TYPESCRIPT = "node_modules/@ts-morph/common/dist/typescript.js";

/** What the engine reads of a TypeScript module. */
const EXPORTED = [
  "createSourceFile",
  "forEachChild",
  "tokenToString",
  "version",
  "JSDocParsingMode",
  "NodeFlags",
  "ScriptKind",
  "ScriptTarget",
  "SyntaxKind",
];

/** The sections up to the parser's own: those behind it call it, and it calls none of them. */
export function typescriptParser(): string {
  const text = readFileSync(fromRoot(WHOLE_TYPESCRIPT), "utf8");
  const helpers = between(text, '"use strict";', "// src/typescript/typescript.ts");
  const sections = between(text, "// src/compiler/corePublic.ts", "// src/compiler/commandLineParser.ts");
  return `${helpers}${oneByOne(sections)}\nexport { ${EXPORTED.join(", ")} };\n`;
}

/** Each of the two thousand messages by itself: a bundler keeps an object with all that is in it. */
function oneByOne(sections: string): string {
  const messages = between(sections, "var Diagnostics = {", "\n};\n");
  const single = messages
    .slice(messages.indexOf("\n"))
    .replace(/^ {2}(\w+): (diag\([\s\S]*?\)),?$/gm, "var Diagnostics_$1 = /* @__PURE__ */ $2;");
  return sections.replace(`${messages}\n};`, () => single).replace(/\bDiagnostics\.(?=\w)/g, "Diagnostics_");
}

/** From one text up to another. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0)
    throw new Error(`${WHOLE_TYPESCRIPT} is laid out in another way: no "${start}" before "${end}"`);
  return text.slice(from, to);
}
