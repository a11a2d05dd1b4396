/** What all projects of one tsserver share: an analysis per workspace folder, and what the editor configured. */
import { homedir } from "node:os";
import type ts from "typescript";
import type { Finding } from "../engine/index.ts";
import { type Analysis, createAnalysis } from "./analysis.ts";
import { type TextFile, toDiagnostic } from "./diagnostics.ts";
import type { FixContext } from "./fixes.ts";
import { rootOf, type Surroundings } from "./root-of.ts";

export interface Session {
  readonly typescript: typeof ts;
  /** The handshake of VS Code's extension: `{ fixes: "extension", hints: boolean }`. Anything else changes nothing. */
  configure(config: unknown): void;
  /** Who supplies the fixes. */
  readonly fixes: "extension" | "plugin";
  /** Of one file, for TypeScript to show. Never throws. */
  diagnostics(info: ts.server.PluginCreateInfo, fileName: string): readonly ts.Diagnostic[];
  /** The analysis of a file whose diagnostics were asked for, and the file's path in it. */
  locate(fileName: string): Located | undefined;
  /** What fixes in a file are made from, up to date; undefined where the extension supplies them. */
  fixContext(info: ts.server.PluginCreateInfo, fileName: string): FixContext | undefined;
  /** What `make` gives, or `otherwise` where it throws: TypeScript's own answer must not be lost. */
  guarded<Value>(otherwise: Value, make: () => Value): Value;
}

export interface Located {
  readonly analysis: Analysis;
  readonly path: string;
  /** Those shown last, suppressed ones left out. */
  readonly findings: readonly Finding[];
}

export function createSession(typescript: typeof ts, host: ts.server.ServerHost, log: (line: string) => void): Session {
  const analyses = new Map<string, Analysis | undefined>();
  /** By file name; undefined for files that belong to no workspace. */
  const roots = new Map<string, string | undefined>();
  const latest = new Map<string, Located>();
  const made = new WeakMap<
    ts.SourceFile,
    { readonly key: readonly unknown[]; readonly shown: readonly ts.Diagnostic[] }
  >();
  const surroundings: Surroundings = {
    fileExists: (path) => host.fileExists(path),
    directoryExists: (path) => host.directoryExists(path),
    homeFolder: homedir().replaceAll("\\", "/"),
  };
  let fixes: Session["fixes"] = "plugin";
  let hints = true;

  const guarded = <Value>(otherwise: Value, make: () => Value): Value => {
    try {
      return make();
    } catch (error) {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return otherwise;
    }
  };

  const rootFor = (info: ts.server.PluginCreateInfo, fileName: string): string | undefined => {
    if (!roots.has(fileName)) {
      const folder = openFolder(info, fileName);
      roots.set(fileName, folder === undefined ? rootOf(fileName, surroundings) : folder.path);
    }
    return roots.get(fileName);
  };

  /** Undefined where none could be made. */
  const analysisOf = (root: string): Analysis | undefined => {
    if (!analyses.has(root)) {
      analyses.set(root, undefined);
      analyses.set(root, createAnalysis({ root, typescript, host, log }));
    }
    return analyses.get(root);
  };

  const show = (
    info: ts.server.PluginCreateInfo,
    program: ts.Program,
    file: ts.SourceFile,
    root: string,
  ): readonly ts.Diagnostic[] => {
    const analysis = analysisOf(root);
    if (!analysis) return [];
    const path = file.fileName.slice(root.length + 1);
    const all = analysis.findings(info.project, program, path, "none");
    const key = [all, fixes, hints];
    const known = made.get(file);
    if (known?.key.every((part, index) => part === key[index])) return known.shown;
    const findings = all.filter((finding) => !finding.suppressed && (hints || finding.severity !== "hint"));
    latest.set(file.fileName, { analysis, path, findings });
    const options = {
      codes: fixes === "extension" ? "ids" : "numbers",
      file: (other: string): TextFile | undefined => {
        const fileName = `${root}/${other}`;
        const tree = program.getSourceFile(fileName);
        if (tree) return tree;
        const text = analysis.text(other);
        return text === undefined ? undefined : { fileName, text };
      },
    } as const;
    const shown = findings.map((finding) => toDiagnostic(typescript, finding, file, options));
    made.set(file, { key, shown });
    return shown;
  };

  return {
    typescript,
    configure(config) {
      const given = typeof config === "object" && config !== null ? (config as Record<string, unknown>) : {};
      const before = [fixes, hints].join();
      if ("fixes" in given) fixes = given["fixes"] === "extension" ? "extension" : "plugin";
      if (typeof given["hints"] === "boolean") hints = given["hints"];
      if (before !== [fixes, hints].join()) for (const analysis of analyses.values()) analysis?.refresh();
    },
    get fixes() {
      return fixes;
    },
    diagnostics: (info, fileName) =>
      guarded<readonly ts.Diagnostic[]>([], () => {
        if (fileName.includes("/node_modules/")) return [];
        const root = rootFor(info, fileName);
        const program = root === undefined ? undefined : info.languageService.getProgram();
        const file = program?.getSourceFile(fileName);
        return root === undefined || !program || !file || file.isDeclarationFile ? [] : show(info, program, file, root);
      }),
    locate: (fileName) => latest.get(fileName),
    fixContext(info, fileName) {
      const known = latest.get(fileName);
      const program = info.languageService.getProgram();
      if (!known || !program || fixes === "extension") return undefined;
      const findings = known.analysis.findings(info.project, program, known.path, "complete");
      return { ...known, program, findings: findings.filter((finding) => !finding.suppressed) };
    },
    guarded,
  };
}

/**
 * The folder open in VS Code that holds the file: the extension's workspace, too; its path is undefined for files outside.
 * Undefined in other editors: they send folders that they chose themselves.
 */
function openFolder(
  { project: { projectService } }: ts.server.PluginCreateInfo,
  fileName: string,
): { readonly path: string | undefined } | undefined {
  const { hostConfiguration } = projectService as unknown as { hostConfiguration?: { hostInfo?: string } };
  if (hostConfiguration?.hostInfo !== "vscode") return undefined;
  const key = projectService.getScriptInfo(fileName)?.path;
  const folder = key === undefined ? undefined : projectService.openFiles.get(key)?.replaceAll("\\", "/");
  return { path: folder !== undefined && fileName.startsWith(`${folder}/`) ? folder : undefined };
}
