/**
 * What is known of one workspace folder, kept up with tsserver's programs.
 *
 * The first analysis runs in slices between tsserver's answers. From then on an edit is analysed when diagnostics are
 * asked for, as long as that is quick; where it is not, the findings of before are shown at their new places, and the
 * analysis follows in a pause.
 */
import type ts from "typescript";
import { CONFIG_FILE, createWorkspace, type Edit, type Finding, type Fix } from "../engine/index.ts";
import { moveFindings } from "./move-findings.ts";
import { runInSlices, type Timers } from "./slices.ts";
import { createWorkspaceFiles, type Trees } from "./workspace-files.ts";

export interface Analysis {
  readonly root: string;
  /** True once there are findings. */
  readonly ready: boolean;
  /** Findings in a file, as good as they are now; the first call starts the analysis. */
  findings(
    project: ts.server.Project,
    program: ts.Program,
    path: string,
    /** `complete` waits for an analysis that takes longer: somebody asked for a fix. */
    patience?: "quick" | "complete",
  ): readonly Finding[];
  /** Edits of a fix; against the texts of the last findings. */
  edits(fix: Fix): readonly Edit[];
  text(path: string): string | undefined;
}

export interface AnalysisOptions {
  /** Absolute, with forward slashes. */
  readonly root: string;
  readonly typescript: typeof ts;
  readonly host: ts.server.ServerHost;
  readonly log: (line: string) => void;
}

/** Longest time, in milliseconds, that an edit's analysis may keep an answer waiting. */
const BUDGET = 40;
/** How long nobody may have asked for anything before programs and disk are looked at, in milliseconds. */
const PAUSE = 1000;
/** Shortest time between two looks at the disk, in milliseconds. */
const DISK_INTERVAL = 10_000;
/** After so many crashes there are no findings any more until tsserver starts again. */
const MAX_CRASHES = 5;

type Phase = "new" | "listing" | "ready" | "stopped";

export function createAnalysis({ root, typescript, host, log }: AnalysisOptions): Analysis {
  const workspace = createWorkspace({ typescript: () => typescript, root, log });
  const files = createWorkspaceFiles(root, workspace, log);
  const timers = host as unknown as Timers;
  const projects = new Set<ts.server.Project>();
  /** What was shown last, by path. */
  const shown = new Map<string, { readonly text: string; readonly findings: readonly Finding[] }>();
  let phase: Phase = "new";
  let stale = true;
  /** How long the last analyses took, in milliseconds: recent ones count most. */
  let usual = 0;
  let crashes = 0;
  let pause: unknown;
  let checking = false;
  let checkedAt = 0;

  const pathOf = (fileName: string): string | undefined =>
    fileName.startsWith(`${root}/`) && !fileName.includes("/node_modules/")
      ? fileName.slice(root.length + 1)
      : undefined;

  /** All trees that count. */
  const trees = (): Trees => {
    const found = new Map<string, ts.SourceFile>();
    for (const project of projects) {
      if (project.isClosed()) {
        projects.delete(project);
        continue;
      }
      for (const file of programOf(project)?.getSourceFiles() ?? []) {
        const path = file.isDeclarationFile ? undefined : pathOf(file.fileName);
        if (path !== undefined) found.set(path, file);
      }
    }
    return found;
  };

  const crashed = (error: unknown): void => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (++crashes >= MAX_CRASHES) phase = "stopped";
  };

  const start = (): void => {
    phase = "listing";
    const began = performance.now();
    function* steps(): Generator<void> {
      yield* files.list(trees());
      watchConfiguration();
      yield;
      workspace.findings();
    }
    runInSlices(
      timers,
      steps(),
      () => {
        log(`${root}: ${files.size} files in ${Math.round(performance.now() - began)} ms`);
        phase = "ready";
        stale = false;
        checkedAt = performance.now();
        refresh();
      },
      (error) => {
        phase = "new";
        crashed(error);
      },
    );
  };

  const watchConfiguration = (): void => {
    host.watchFile(`${root}/${CONFIG_FILE}`, () => check(), 2000);
  };

  /** Asks the editor to ask for diagnostics again. */
  const refresh = (): void => {
    for (const project of projects) {
      if (project.isClosed()) continue;
      project.refreshDiagnostics();
      return; // it is told of all open files
    }
  };

  const analyse = (): void => {
    const began = performance.now();
    workspace.findings();
    stale = false;
    usual = Math.max(usual * 0.7, performance.now() - began);
  };

  /** Everything that may have changed without anybody asking for diagnostics. */
  const check = (): void => {
    if (phase !== "ready" || checking) return;
    checking = true;
    const wantsDisk = performance.now() - checkedAt > DISK_INTERVAL;
    function* steps(): Generator<void> {
      const now = trees();
      if (wantsDisk) {
        if (yield* files.check(now)) stale = true;
        checkedAt = performance.now();
      }
      for (const [path, tree] of now) {
        if (files.take(path, tree)) stale = true;
        yield;
      }
      if (stale) analyse();
    }
    runInSlices(
      timers,
      steps(),
      () => {
        checking = false;
        if ([...shown].some(([path, last]) => isOutdated(last, path))) refresh();
      },
      (error) => {
        checking = false;
        crashed(error);
      },
    );
  };

  const isOutdated = (
    last: { readonly text: string; readonly findings: readonly Finding[] },
    path: string,
  ): boolean => {
    const now = workspace.findings(path);
    return now.length !== last.findings.length || now.some((finding, index) => !isAlike(finding, last.findings[index]));
  };

  const checkInAPause = (): void => {
    if (pause !== undefined) timers.clearTimeout(pause);
    pause = timers.setTimeout(check, stale ? PAUSE / 4 : PAUSE);
  };

  const takeOpenFiles = (project: ts.server.Project, program: ts.Program): void => {
    for (const key of project.projectService.openFiles.keys()) {
      const file = program.getSourceFileByPath(key as ts.Path);
      const path = file && !file.isDeclarationFile ? pathOf(file.fileName) : undefined;
      if (file && path !== undefined && files.take(path, file)) stale = true;
    }
  };

  return {
    root,
    get ready() {
      return phase === "ready";
    },
    findings(project, program, path, patience = "quick") {
      projects.add(project);
      if (phase === "new") start();
      if (phase !== "ready") return [];
      try {
        takeOpenFiles(project, program);
        if (patience === "complete") for (const [path, tree] of trees()) if (files.take(path, tree)) stale = true;
        const text = files.text(path);
        if (text === undefined) return [];
        if (stale && (usual <= BUDGET || patience === "complete")) analyse();
        const last = shown.get(path);
        const findings =
          stale && last ? moveFindings(last.findings, path, last.text, text) : stale ? [] : workspace.findings(path);
        shown.set(path, { text, findings });
        checkInAPause();
        return findings;
      } catch (error) {
        crashed(error);
        return [];
      }
    },
    edits: (fix) => workspace.edits(fix),
    text: (path) => files.text(path),
  };
}

function programOf(project: ts.server.Project): ts.Program | undefined {
  const { getCurrentProgram } = project as ts.server.Project & { getCurrentProgram?(): ts.Program | undefined };
  return getCurrentProgram ? getCurrentProgram.call(project) : project.getLanguageService().getProgram();
}

function isAlike(a: Finding, b: Finding | undefined): boolean {
  return (
    b !== undefined &&
    a.ruleId === b.ruleId &&
    a.message === b.message &&
    a.place.at[0] === b.place.at[0] &&
    a.place.at[1] === b.place.at[1] &&
    a.severity === b.severity &&
    a.trace.length === b.trace.length &&
    Boolean(a.suppressed) === Boolean(b.suppressed)
  );
}
