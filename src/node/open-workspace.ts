/**
 * A workspace on disk: what the command line and the extension's worker open.
 *
 * Binds discovery, lazy reading and the facts cache to the engine's `Workspace`. Results come from `workspace`; this side
 * only says which files there are.
 */
import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { createWorkspace, type Edit, type Workspace, type WorkspaceOptions } from "../engine/index.ts";
import { applyEdits } from "./apply-edits.ts";
import { factsCacheFile, isBundled } from "./cache-location.ts";
import { type DiscoveredFile, discover, discoverFile } from "./discovery.ts";
import { DiskFile } from "./disk-file.ts";
import { FactsCache } from "./facts-cache.ts";
import { sizeLimit } from "./file-kinds.ts";
import { loadTypeScript } from "./typescript.ts";

export interface OpenOptions {
  /** The facts cache: a file, `"none"`, or by default one in the user's cache folder. */
  readonly cache?: string;
  /** The rules that are asked, by id; all of them where it is left out. */
  readonly rules?: (ruleId: string) => boolean;
  /** One line each: unreadable folders, files left out, crashes of rules. */
  readonly log?: (message: string) => void;
  readonly progress?: (done: number, total: number) => void;
  /** The engine, where a test brings its own. */
  readonly create?: (options: WorkspaceOptions) => Workspace;
}

export interface OpenedWorkspace {
  /** Absolute, links resolved. */
  readonly root: string;
  readonly workspace: Workspace;
  /** The files that were found, by path. */
  readonly files: ReadonlyMap<string, DiskFile>;
  /** Lock files and the like: known to exist, not analysed. */
  readonly named: ReadonlySet<string>;
  /** Looks at one path again after it was changed, created or deleted. False where it does not count. */
  refresh(path: string): boolean;
  /** Lists the whole workspace again: after a branch switch or a change of `.gitignore`. */
  refreshAll(): void;
  /** Writes edits to disk, all or none, and takes the new texts. Returns the paths written. Throws `EditError`. */
  apply(edits: readonly Edit[]): string[];
  /** A result that an earlier process remembered of exactly these files. */
  recall(name: string): unknown;
  /** Remembers a result of these files, plain JSON, at the next `save`. */
  remember(name: string, value: unknown): void;
  /** Keeps facts and results for the next process. */
  save(): void;
}

/** Opens the folder `root`. Nothing is read until the workspace is asked for results. */
export function openWorkspace(root: string, options: OpenOptions = {}): OpenedWorkspace {
  const realRoot = realpathSync(resolve(root));
  const cache = openCache(realRoot, options.cache);
  const { log, progress, rules } = options;
  const workspace = (options.create ?? createWorkspace)({
    typescript: loadTypeScript,
    root: realRoot.split(sep).join("/"),
    ...(cache ? { store: cache } : {}),
    ...(rules ? { rules } : {}),
    ...(log ? { log } : {}),
    ...(progress ? { progress } : {}),
  });
  const files = new Map<string, DiskFile>();
  const named = new Set<string>();
  refreshAll();

  return {
    root: realRoot,
    workspace,
    files,
    named,
    refresh(path) {
      const found = discoverFile(realRoot, path, log ? { log } : {});
      if (found !== undefined && add(found)) return true;
      if (found?.kind !== "named") remove(path);
      return false;
    },
    refreshAll,
    apply(edits) {
      const expected = (path: string) => files.get(path)?.text();
      const written = applyEdits(realRoot, edits, { expected });
      for (const path of written) {
        const found = discoverFile(realRoot, path);
        if (found) add(found);
      }
      return written;
    },
    recall(name) {
      // Without a cache nothing is known, and the digest would read every file.
      return cache === undefined || cache.empty ? undefined : cache.recall(digest(), name);
    },
    remember(name, value) {
      cache?.remember(digest(), name, value);
    },
    save() {
      cache?.save(files.values(), Date.now());
    },
  };

  /** Identity of all that results are made from. */
  function digest(): string {
    const all = createHash("sha256");
    for (const [path, file] of files) {
      all.update(`${path}\0${file.hash}\0${file.ignored ? "ignored" : ""}\n`);
      file.release();
    }
    for (const path of named) all.update(`${path}\n`);
    return all.digest("base64url");
  }

  function refreshAll(): void {
    const gone = new Set(files.keys());
    const large: string[] = [];
    named.clear();
    for (const found of discover(realRoot, log ? { log } : {})) {
      if (add(found, large)) gone.delete(found.path);
    }
    for (const path of gone) remove(path);
    if (large.length > 0) log?.(tooLarge(large));
  }

  function add(found: DiscoveredFile, large: string[] = []): boolean {
    if (found.kind === "named") {
      named.add(found.path);
      return false;
    }
    const stats = statSync(`${realRoot}/${found.path}`, { throwIfNoEntry: false });
    if (!stats?.isFile()) return false;
    if (stats.size > sizeLimit(found.kind)) {
      large.push(found.path);
      return false;
    }
    const stamp = { size: stats.size, mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs };
    const known = files.get(found.path);
    if (known && known.ignored === found.ignored && sameStamp(known.stamp, stamp)) return true;
    const knownHash = cache?.knownHash(found.path, stamp);
    const file = new DiskFile(realRoot, found.path, stamp, {
      ignored: found.ignored,
      knownHash,
      cached: cache !== undefined,
      log,
    });
    files.set(found.path, file);
    workspace.setFile(found.path, file);
    return true;
  }

  function remove(path: string): void {
    named.delete(path);
    if (files.delete(path)) workspace.deleteFile(path);
  }
}

function openCache(root: string, where: string | undefined): FactsCache | undefined {
  if (where === "none") return undefined;
  if (where !== undefined) return new FactsCache(resolve(where), root);
  return isBundled() ? new FactsCache(factsCacheFile(root), root) : undefined;
}

function sameStamp(a: DiskFile["stamp"], b: DiskFile["stamp"]): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;
}

function tooLarge(paths: readonly string[]): string {
  const others = paths.length > 1 ? ` and ${paths.length - 1} other${paths.length > 2 ? "s" : ""}` : "";
  return `Too large to be source code, left out: ${paths[0]}${others}`;
}
