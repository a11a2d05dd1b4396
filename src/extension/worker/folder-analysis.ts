/**
 * One workspace folder inside the worker: which files it has, which texts count, and what changed since the last answer.
 *
 * The editor's text of a file goes before the disk's until the file is saved or closed.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ServiceMap, Signs, Workspace, WorkspaceOptions } from "../../engine/index.ts";
import { factsCacheFile, isBundled } from "../../node/cache-location.ts";
import { decodeText } from "../../node/decode-text.ts";
import { discoverFile } from "../../node/discovery.ts";
import { openWorkspace } from "../../node/open-workspace.ts";
import { mergeEdits } from "./merge-edits.ts";
import type { FolderResults, ShownEdit, ShownFinding } from "./protocol.ts";
import { showEdits, showFindings, type Texts } from "./shown.ts";

export interface FolderAnalysis {
  readonly root: string;
  /** The editor's text of a file. */
  setText(file: string, text: string): void;
  /** The disk counts again for these files or folders, whatever became of them. */
  readDisk(paths: readonly string[]): void;
  /** Something changed since the last results. */
  readonly stale: boolean;
  /** Analyses what changed. */
  results(): FolderResults;
  serviceMap(): ServiceMap;
  /** All findings, suppressed ones included. */
  shown(): readonly ShownFinding[];
  /** Signs of files for the readiness checks, forgotten as files change. */
  readonly signs: Map<string, Signs>;
  /** Current text of any file of the folder; undefined where it cannot be read. */
  read(file: string): string | undefined;
  /** Keeps what was read for the next session. */
  save(): void;
  /** Every file that is known. */
  files(): Iterable<string>;
  edits(findingId: string, fix: number): readonly ShownEdit[] | undefined;
  editsOfAll(fixes: readonly { finding: string; fix: number }[]): { edits: readonly ShownEdit[]; left: number };
  revision(): number;
}

export interface FolderOptions {
  readonly root: string;
  /** Folder for the facts that outlive the session. */
  readonly storage: string | undefined;
  readonly log: (message: string) => void;
  readonly progress: (done: number, total: number) => void;
  /** The engine, where a test brings its own. */
  readonly create?: (options: WorkspaceOptions) => Workspace;
}

export function openFolderAnalysis(options: FolderOptions): FolderAnalysis {
  const { root, log, progress, create, storage } = options;
  const unsaved = new Map<string, string>();
  const opened = openWorkspace(root, {
    cache: storage !== undefined && isBundled() ? factsCacheFile(root, storage) : "none",
    log,
    progress,
    ...(create ? { create } : {}),
  });
  const { workspace, files } = opened;
  const texts: Texts = { workspace, read };
  let shown: ReturnType<typeof showFindings> = new Map();
  /** JSON of what was sent last, by file. */
  const sent = new Map<string, string>();
  const signs = new Map<string, Signs>();
  let revision = 0;
  let stale = true;

  function read(file: string): string | undefined {
    const text = unsaved.get(file);
    if (text !== undefined) return text;
    try {
      return decodeText(readFileSync(join(root, file)));
    } catch {
      return undefined;
    }
  }

  function refresh(path: string): void {
    const hadText = unsaved.delete(path);
    signs.delete(path);
    stale = true;
    if (path === "" || path.endsWith(".gitignore") || path === "hardpath.config.json") {
      refreshAll();
      return;
    }
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    // A folder that appears brings its files; one that goes takes them.
    if (stats?.isDirectory() || (!stats && !files.has(path) && !hadText)) {
      refreshAll();
      return;
    }
    opened.refresh(path);
    const file = files.get(path);
    if (hadText && file) workspace.setFile(path, file);
    if (hadText && !file) workspace.deleteFile(path);
  }

  /** The whole folder again; texts of the editor stay in front of the disk's. */
  function refreshAll(): void {
    opened.refreshAll();
    signs.clear();
    for (const [path, text] of unsaved) workspace.setFile(path, text);
  }

  function analyse(): void {
    if (!stale) return;
    shown = showFindings(workspace.findings(), texts);
    stale = false;
    revision++;
  }

  return {
    root,
    setText(file, text) {
      const before = unsaved.get(file);
      if (before === text || (!files.has(file) && before === undefined && !discoverFile(root, file))) return;
      unsaved.set(file, text);
      signs.delete(file);
      workspace.setFile(file, text);
      stale = true;
    },
    readDisk(paths) {
      for (const path of new Set(paths)) refresh(path);
    },
    save: () => opened.save(),
    get stale() {
      return stale;
    },
    results() {
      const begin = performance.now();
      analyse();
      const byFile = new Map<string, ShownFinding[]>();
      for (const { shown: finding } of shown.values()) {
        const list = byFile.get(finding.file);
        if (list) list.push(finding);
        else byFile.set(finding.file, [finding]);
      }
      const files: Record<string, readonly ShownFinding[]> = {};
      for (const file of sent.keys()) {
        if (byFile.has(file)) continue;
        files[file] = [];
        sent.delete(file);
      }
      for (const [file, findings] of byFile) {
        const json = JSON.stringify(findings);
        if (sent.get(file) === json) continue;
        sent.set(file, json);
        files[file] = findings;
      }
      return {
        folder: root,
        revision,
        complete: revision === 1,
        files,
        problems: workspace.problems().map(({ file, line, column, message }) => ({
          file,
          position: { line: line - 1, character: column - 1 },
          message,
        })),
        statistics: { ...workspace.statistics, elapsed: performance.now() - begin },
      };
    },
    serviceMap: () => workspace.serviceMap(),
    shown: () => {
      analyse();
      return [...shown.values()].map((finding) => finding.shown);
    },
    signs,
    read,
    files: () => files.keys(),
    edits(findingId, fix) {
      analyse();
      const chosen = shown.get(findingId)?.fixes[fix];
      return chosen && showEdits(workspace.edits(chosen), texts);
    },
    editsOfAll(fixes) {
      analyse();
      const chosen = fixes.map(({ finding, fix }) => shown.get(finding)?.fixes[fix]);
      const merged = mergeEdits(chosen.map((fix) => (fix ? workspace.edits(fix) : [])));
      return { edits: showEdits(merged.edits, texts), left: merged.left };
    },
    revision: () => revision,
  };
}
