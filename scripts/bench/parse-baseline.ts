/**
 * What every ratio is measured against: TypeScript parses every source file of a folder, and nothing else is done.
 *
 *   node scripts/bench/parse-baseline.ts FOLDER TYPESCRIPT_MODULE
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type tsTypes from "typescript";

const [folder = ".", module = "typescript"] = process.argv.slice(2);
const ts: typeof tsTypes = createRequire(import.meta.url)(module);

/** The same files that a scan looks at. */
const SKIPPED = new Set(["node_modules", "dist", "build", ".git", ".next", "coverage", "out"]);

let files = 0;
parseBelow(folder);
console.log(JSON.stringify({ files }));

function parseBelow(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) parseBelow(inner);
    } else if (/\.[cm]?[jt]sx?$/.test(entry.name) && !/\.d\.[cm]?ts$|\.min\.js$/.test(entry.name)) {
      const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
      ts.createSourceFile(inner, readFileSync(inner, "utf8"), options, false);
      files++;
    }
  }
}
