/**
 * Text in, facts out: the one walk over a file's syntax tree.
 *
 * No program, no type checker, no parent pointers. The tree is dropped when the facts are taken.
 */
import type ts from "typescript";
import type { FileFacts, FunctionFacts, Statement } from "./file-facts.ts";
import { FACTS_VERSION } from "./file-facts.ts";
import { directivesOf } from "./functions.ts";
import { readExportModifier, withoutRepeats } from "./module-facts.ts";
import { readersOf } from "./readers.ts";
import { declareStatements, hoistVars } from "./scope.ts";
import { maskedEverywhere } from "./secrets.ts";
import { readStatements } from "./statements.ts";
import { readSuppressions } from "./suppressions.ts";
import { syntaxOf } from "./syntax.ts";
import { isUnreadable, lineStartsOf } from "./unreadable.ts";
import { compact, createWalk, type Draft, NOTHING, type Walk } from "./walk.ts";

/**
 * The facts of one TypeScript or JavaScript file. Never throws: what cannot be read is left out.
 *
 * Minified files and files beyond the size limit (see `unreadable.ts`) are not parsed: their facts hold the lines and
 * an empty module, and are not `broken`.
 *
 * @param typescript The host's TypeScript, 5.4 or newer.
 * @param path Only its extension matters: it decides between TypeScript, JavaScript and JSX.
 * @param tree The host's own tree of exactly this text, to save the parse.
 */
export function extractFacts(typescript: typeof ts, path: string, text: string, tree?: ts.SourceFile): FileFacts {
  if (isUnreadable(text)) return emptyFacts(text);
  try {
    return readFile(typescript, text, tree ?? parse(typescript, path, text));
  } catch {
    return { ...emptyFacts(text), broken: true }; // such as a stack overflow inside the parser
  }
}

function parse(typescript: typeof ts, path: string, text: string): ts.SourceFile {
  const options: ts.CreateSourceFileOptions = {
    languageVersion: typescript.ScriptTarget.ESNext,
    jsDocParsingMode: typescript.JSDocParsingMode.ParseNone,
  };
  return typescript.createSourceFile(path, text, options, false, scriptKind(typescript, path));
}

/** JSX is allowed in every JavaScript file: many write it in `.js`. */
function scriptKind(typescript: typeof ts, path: string): ts.ScriptKind {
  const { ScriptKind } = typescript;
  if (path.endsWith(".tsx")) return ScriptKind.TSX;
  if (/\.[cm]?ts$/.test(path)) return ScriptKind.TS;
  return ScriptKind.JSX;
}

function readFile(typescript: typeof ts, text: string, tree: ts.SourceFile): FileFacts {
  const walk = createWalk(syntaxOf(typescript), readersOf(typescript), text);
  const { statements } = tree;
  const body: Statement[] = [];
  const module: Draft<FunctionFacts> = moduleFunction(text);
  walk.functions.push(module);

  declareStatements(walk, statements);
  hoistVars(walk, statements);
  const directives = directivesOf(walk, statements);
  for (let index = directives.length; index < statements.length; index++) readTopLevel(walk, statements[index]!, body);
  module.body = compact(body);

  return maskedEverywhere(walk, {
    version: FACTS_VERSION,
    lineStarts: lineStartsOf(text),
    directives,
    imports: walk.imports,
    exports: withoutRepeats(walk),
    bindings: walk.bindings,
    functions: walk.functions,
    classes: walk.classes,
    secrets: walk.secrets,
    suppressions: readSuppressions(walk, tree),
    broken: hasSyntaxErrors(tree),
  });
}

function readTopLevel(walk: Walk, statement: ts.Statement, body: Statement[]): void {
  const functions = walk.functions.length;
  const classes = walk.classes.length;
  readStatements(walk, [statement], body);
  readExportModifier(walk, statement, functions, classes);
}

/** `parseDiagnostics` is on every source file, and not in the public types. */
function hasSyntaxErrors(tree: ts.SourceFile): boolean {
  const { parseDiagnostics } = tree as { parseDiagnostics?: readonly unknown[] };
  return parseDiagnostics !== undefined && parseDiagnostics.length > 0;
}

function emptyFacts(text: string): FileFacts {
  return {
    version: FACTS_VERSION,
    lineStarts: lineStartsOf(text),
    directives: [],
    imports: [],
    exports: [],
    bindings: [],
    functions: [moduleFunction(text)],
    classes: [],
    secrets: [],
    suppressions: [],
    broken: false,
  };
}

function moduleFunction(text: string): FunctionFacts {
  return {
    kind: "module",
    at: [0, text.length],
    nameAt: [0, 0],
    bodyAt: [0, text.length],
    async: false,
    generator: false,
    parameters: NOTHING,
    body: NOTHING,
    owner: 0,
    short: false,
  };
}
