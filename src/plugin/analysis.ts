/**
 * What is known of one workspace folder, kept up with tsserver's programs.
 *
 * Nobody waits for it. The first analysis runs in slices between tsserver's answers. After an edit the findings of before
 * are shown at their new places; the edit is analysed in the pause that follows, and where the findings are others then,
 * the editor is told to ask again.
 */
import type ts from "typescript";
import { createWorkspace, type Edit, type Finding, type Fix } from "../engine/index.ts";
import { isAlike, moveFindings } from "./move-findings.ts";
import { createPause } from "./pause.ts";
import { runInSlices, SLICE, type Timers } from "./slices.ts";
import { watchesOf } from "./watches.ts";
import { createWorkspaceFiles, type Trees } from "./workspace-files.ts";

export interface Analysis {
  readonly root: string;
  /** True once there are findings. */
  readonly ready: boolean;
  /**
   * Findings in a file as they are known now; the first call starts the analysis.
   *
   * @param patience `complete` waits for what an edit changed: somebody asked for a fix.
   */
  findings(
    project: ts.server.Project,
    program: ts.Program,
    path: string,
    patience: "none" | "complete",
  ): readonly Finding[];
  /** Edits of a fix, against the texts of the last findings. */
  edits(fix: Fix): readonly Edit[];
  text(path: string): string | undefined;
  /** Has the editor ask for the diagnostics of all open files again; TypeScript's own are known still. */
  refresh(): void;
}

export interface AnalysisOptions {
  /** Absolute, with forward slashes. */
  readonly root: string;
  readonly typescript: typeof ts;
  readonly host: ts.server.ServerHost;
  readonly log: (line: string) => void;
}

/** How long after an answer an edit is analysed, in milliseconds. Editors wait themselves before they ask. */
const EDIT_PAUSE = 150;
/** How long after an answer programs and the disk are looked at, in milliseconds. */
const LOOK_PAUSE = 2000;
/** How long somebody who asked for a fix may wait for an edit to be analysed, in milliseconds. */
const FIX_PATIENCE = 1000;
/** Shortest time between two looks at the disk, in milliseconds. */
const DISK_INTERVAL = 10_000;
/** After so many crashes there are no findings any more until tsserver starts again. */
const MAX_CRASHES = 5;

interface Shown {
  readonly text: string;
  readonly findings: readonly Finding[];
}

export function createAnalysis({ root, typescript, host, log }: AnalysisOptions): Analysis {
  const timers = host as unknown as Timers;
  const workspace = createWorkspace({ typescript: () => typescript, root, log });
  const files = createWorkspaceFiles(root, workspace, log);
  const watch = watchesOf(host, root);
  const projects = new Set<ts.server.Project>();
  /** What the editor was told last, by path. */
  const shown = new Map<string, Shown>();
  const editPause = createPause(timers, EDIT_PAUSE, () => settle());
  const lookPause = createPause(timers, LOOK_PAUSE, () => look());
  let phase: "new" | "ready" | "stopped" = "new";
  let stale = true;
  let working = false;
  let crashes = 0;
  /** When the disk was looked at last; 0 where it is known to have changed. */
  let lookedAt = 0;

  const crashed = (error: unknown): void => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (++crashes >= MAX_CRASHES) phase = "stopped";
  };

  const pathOf = (fileName: string): string | undefined =>
    fileName.startsWith(`${root}/`) && !fileName.includes("/node_modules/")
      ? fileName.slice(root.length + 1)
      : undefined;

  const openProjects = (): ts.server.Project[] => {
    for (const project of projects) if (project.isClosed()) projects.delete(project);
    return [...projects];
  };

  /** All trees that count. */
  const trees = (): Trees => {
    const found = new Map<string, ts.SourceFile>();
    for (const project of openProjects()) {
      for (const file of programOf(project)?.getSourceFiles() ?? []) {
        const path = file.isDeclarationFile ? undefined : pathOf(file.fileName);
        if (path !== undefined) found.set(path, file);
      }
    }
    return found;
  };

  const take = (path: string, tree: ts.SourceFile): void => {
    if (files.take(path, tree)) stale = true;
  };

  const takeOpenFiles = (project: ts.server.Project, program: ts.Program): void => {
    for (const key of project.projectService.openFiles.keys()) {
      const file = program.getSourceFileByPath(key as ts.Path);
      const path = file && !file.isDeclarationFile ? pathOf(file.fileName) : undefined;
      if (file && path !== undefined) take(path, file);
    }
  };

  /** Brings the results up to date. */
  function* advancing(): Generator<void> {
    for (;;) {
      const end = performance.now() + SLICE;
      if (workspace.advance(() => performance.now() >= end)) break;
      yield;
    }
    stale = false;
  }

  function* takingTrees(now: Trees): Generator<void> {
    for (const [path, tree] of now) {
      take(path, tree);
      yield;
    }
  }

  /** One job at a time; while one runs, what it would have to do again is left to it. */
  const run = (job: () => Generator<void>, then: () => void): void => {
    if (working) return;
    working = true;
    runInSlices(
      timers,
      job(),
      () => {
        working = false;
        then();
      },
      (error) => {
        working = false;
        crashed(error);
      },
    );
  };

  const begin = (): void => {
    const began = performance.now();
    function* job(): Generator<void> {
      yield* files.list(trees());
      watch(files.paths(), changedOnDisk);
      yield* takingTrees(trees());
      yield* advancing();
    }
    run(job, () => {
      log(`${root}: ${files.size} files in ${Math.round(performance.now() - began)} ms`);
      phase = "ready";
      lookedAt = performance.now();
      refresh();
    });
  };

  /** Analyses what changed, and tells the editor where that changed what it shows. */
  const settle = (): void => {
    if (phase !== "ready" || !stale) return;
    run(advancing, () => {
      if (stale) settle();
      else if (isOutdated()) refresh();
    });
  };

  const changedOnDisk = (): void => {
    lookedAt = 0;
    look();
  };

  /** Everything that may have changed without anybody asking for diagnostics. */
  const look = (): void => {
    if (phase !== "ready") return;
    if (working) {
      lookPause.begin();
      return;
    }
    function* job(): Generator<void> {
      const now = trees();
      if (performance.now() - lookedAt > DISK_INTERVAL || lookedAt === 0) {
        lookedAt = performance.now();
        if (yield* files.check(now)) stale = true;
        watch(files.paths(), changedOnDisk);
      }
      yield* takingTrees(now);
    }
    run(job, settle);
  };

  const isOutdated = (): boolean => {
    let outdated = false;
    const [project] = openProjects();
    for (const [path, last] of shown) {
      if (!project?.projectService.getScriptInfo(`${root}/${path}`)?.isScriptOpen()) shown.delete(path);
      else if (!isAlike(workspace.findings(path), last.findings)) outdated = true;
    }
    return outdated;
  };

  const refresh = (): void => {
    if (phase === "ready") openProjects()[0]?.refreshDiagnostics();
  };

  const current = (path: string, text: string): readonly Finding[] => {
    if (!stale) return workspace.findings(path);
    const last = shown.get(path);
    return last ? moveFindings(last.findings, path, last.text, text) : [];
  };

  return {
    root,
    get ready() {
      return phase === "ready";
    },
    findings(project, program, path, patience) {
      projects.add(project);
      if (phase === "new") begin();
      if (phase !== "ready") return [];
      try {
        takeOpenFiles(project, program);
        if (patience === "complete") {
          for (const [other, tree] of trees()) take(other, tree);
          const end = performance.now() + FIX_PATIENCE;
          if (workspace.advance(() => performance.now() >= end)) stale = false;
        }
        const text = files.text(path);
        if (text === undefined) return [];
        const findings = current(path, text);
        shown.set(path, { text, findings });
        if (stale) editPause.begin();
        lookPause.begin();
        return findings;
      } catch (error) {
        crashed(error);
        return [];
      }
    },
    edits: (fix) => workspace.edits(fix),
    text: (path) => files.text(path),
    refresh,
  };
}

function programOf(project: ts.server.Project): ts.Program | undefined {
  const { getCurrentProgram } = project as ts.server.Project & { getCurrentProgram?(): ts.Program | undefined };
  return getCurrentProgram ? getCurrentProgram.call(project) : project.getLanguageService().getProgram();
}
