/** The tests' only way into the engine: texts in, findings and map out, with places as lines and columns. */
import type ts from "typescript";
import {
  createWorkspace,
  type Finding,
  type Fix,
  type ServiceMap,
  type Workspace,
  type WorkspaceOptions,
} from "../../src/engine/index.ts";

export type Engine = (options: WorkspaceOptions) => Workspace;

/** Texts by path, relative to the root. */
export type Files = ReadonlyMap<string, string>;

export interface Analysis {
  readonly findings: readonly PlacedFinding[];
  readonly map: ServiceMap;
  /** What the engine logged: a rule that threw. Every line of it is a failure. */
  readonly log: readonly string[];
  /** The files after a fix. */
  fixed(fix: Fix): Files;
}

/** A finding with its place as people count: lines and columns from 1, `endColumn` exclusive. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** @param create The engine; the harness's own tests bring a small one. */
export function analyse(files: Files, typescript: typeof ts, create: Engine = createWorkspace): Analysis {
  const log: string[] = [];
  const workspace = create({ typescript: () => typescript, log: (message) => log.push(message) });
  for (const [path, text] of files) workspace.setFile(path, text);
  const findings = workspace.findings().map((finding) => place(finding, workspace));
  return { findings, map: workspace.serviceMap(), log, fixed: (fix) => applyFix(fix, files, workspace) };
}

function place(finding: Finding, workspace: Workspace): PlacedFinding {
  const { file, at } = finding.place;
  const start = workspace.position(file, at[0]);
  const end = workspace.position(file, at[1]);
  return { finding, file, ...start, endLine: end.line, endColumn: end.column };
}

function applyFix(fix: Fix, files: Files, workspace: Workspace): Files {
  const after = new Map(files);
  const edits = [...workspace.edits(fix)];
  for (const edit of edits) if (edit.kind === "create") after.set(edit.file, edit.text);
  const replacements = edits.filter((edit) => edit.kind === "replace").sort((a, b) => b.at[0] - a.at[0]);
  for (const { file, at, text } of replacements) {
    const before = after.get(file);
    if (before === undefined) throw new Error(`"${fix.title}" edits ${file}, which does not exist`);
    after.set(file, before.slice(0, at[0]) + text + before.slice(at[1]));
  }
  return after;
}
