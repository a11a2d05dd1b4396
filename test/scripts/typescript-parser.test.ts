import assert from "node:assert/strict";
import { globSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { build } from "esbuild";
import type ts from "typescript";
import { fromRoot } from "../../scripts/lib/project.ts";
import { typescriptParser, WHOLE_TYPESCRIPT } from "../../scripts/lib/typescript-parser.ts";
import { extractFacts } from "../../src/engine/facts/extract-facts.ts";
import { folderWith } from "../hosts/node/temporary-folder.ts";

const require = createRequire(import.meta.url);

/** The parser as the package has it. */
async function bundled(context: TestContext): Promise<typeof ts> {
  const outfile = join(folderWith(context, {}), "typescript.cjs");
  const stdin = { contents: typescriptParser() };
  await build({ stdin, outfile, bundle: true, minify: true, platform: "node", format: "cjs" });
  assert.ok(statSync(outfile).size < 500_000, "more than the parser is in it");
  return require(outfile);
}

test("the parser alone reads what the whole of TypeScript reads", async (context) => {
  const parser = await bundled(context);
  const whole: typeof ts = require(fromRoot(WHOLE_TYPESCRIPT));
  assert.equal(parser.version, whole.version);
  const files = globSync(["src/{cli,engine/facts,extension,webview}/**/*.ts", "test/rules/missing-*/**/*.{js,tsx}"], {
    cwd: fromRoot("."),
  });
  assert.ok(files.length > 100, `${files.length} files`);
  for (const file of files) {
    const text = readFileSync(fromRoot(file), "utf8");
    assert.deepEqual(extractFacts(parser, file, text), extractFacts(whole, file, text), file);
  }
});

test("it says that a file is broken, and where", async (context) => {
  const parser = await bundled(context);
  const tree = parser.createSourceFile("a.ts", "const a = ;", parser.ScriptTarget.Latest);
  const { parseDiagnostics } = tree as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  assert.deepEqual(
    parseDiagnostics.map(({ start, messageText }) => [start, messageText]),
    [[10, "Expression expected."]],
  );
});
