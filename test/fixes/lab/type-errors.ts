/** Type-checks a folder as its `tsconfig.json` says; the packages' declarations are read once for all folders. */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import ts from "typescript";

const shared = new Map<string, ts.SourceFile>();

/** Errors as text; none where there is no `tsconfig.json`. */
export function typeErrors(project: string): readonly string[] {
  if (!existsSync(project)) return [];
  const folder = dirname(project);
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(project, ts.sys.readFile).config, ts.sys, folder);
  const host = ts.createCompilerHost(config.options);
  const read = host.getSourceFile;
  host.getSourceFile = (file, ...rest) => {
    if (!file.includes("/node_modules/")) return read(file, ...rest);
    const known = shared.get(file);
    if (known) return known;
    const source = read(file, ...rest);
    if (source) shared.set(file, source);
    return source;
  };
  const program = ts.createProgram(config.fileNames, config.options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0 } = diagnostic;
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
    if (!file) return text;
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    return `${file.fileName.slice(folder.length + 1)}:${line + 1}:${character + 1} ${text}`;
  });
}
