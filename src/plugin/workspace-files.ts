/**
 * The files of one workspace folder, as the engine gets them: a file that a program of tsserver's has with the text and
 * the tree it has there, every other file from the disk. Which files count is decided as on the command line.
 */
import { statSync } from "node:fs";
import type ts from "typescript";
import type { FileSource, Workspace } from "../engine/index.ts";
import { type DiscoveredFile, discoverFile, discovering } from "../node/discovery.ts";
import { DiskFile } from "../node/disk-file.ts";
import { sizeLimit } from "../node/file-kinds.ts";

export interface WorkspaceFiles {
  /** Lists the folder. Yields now and then, so that tsserver can answer in between. */
  list(trees: Trees): Generator<void>;
  /** Looks for what changed on disk since. Returns whether anything did. */
  check(trees: Trees): Generator<void, boolean>;
  /** Takes a program's tree of a file. Returns whether its text is another than before. */
  take(path: string, tree: ts.SourceFile): boolean;
  /** Current text; undefined for files the workspace does not have. */
  text(path: string): string | undefined;
  paths(): Iterable<string>;
  readonly size: number;
}

/** The trees that programs have now, by path in the workspace. */
export type Trees = ReadonlyMap<string, ts.SourceFile>;

/** What the engine holds of a file. Its origin may change, its text may not: for another text there is another one. */
interface Held extends FileSource {
  tree(): ts.SourceFile | undefined;
  origin: ts.SourceFile | DiskFile;
}

export function createWorkspaceFiles(root: string, workspace: Workspace, log: (line: string) => void): WorkspaceFiles {
  const held = new Map<string, Held>();
  /** Files of programs that do not count. Looked at again at every check of the disk. */
  const refused = new Set<string>();

  const hold = (path: string, origin: ts.SourceFile | DiskFile): void => {
    const made: Held = {
      origin,
      text: () => textOf(made.origin),
      tree: () => (made.origin instanceof DiskFile ? undefined : made.origin),
    };
    held.set(path, made);
    workspace.setFile(path, made);
  };

  const onDisk = (found: DiscoveredFile): DiskFile | undefined => {
    const stats = statSync(`${root}/${found.path}`, { throwIfNoEntry: false });
    if (found.kind === "named" || !stats?.isFile() || stats.size > sizeLimit(found.kind)) return undefined;
    const stamp = { size: stats.size, mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs };
    return new DiskFile(root, found.path, stamp, { ignored: found.ignored, knownHash: undefined, cached: false, log });
  };

  /** Whether the engine has this text: the disk may have another by now than when it read it. */
  const hasText = ({ origin }: Held, path: string, text: string): boolean => {
    if (!(origin instanceof DiskFile)) return origin.text === text;
    const now = onDisk({ path, kind: "code", ignored: origin.ignored });
    return now !== undefined && isSame(origin, now) && origin.text() === text;
  };

  const remove = (path: string): void => {
    if (held.delete(path)) workspace.deleteFile(path);
  };

  const take = (path: string, tree: ts.SourceFile): boolean => {
    const before = held.get(path);
    if (before?.origin === tree) return false;
    if (before && hasText(before, path, tree.text)) {
      before.origin = tree;
      return false;
    }
    if (!before) {
      if (refused.has(path)) return false;
      const found = discoverFile(root, path);
      if (!found || !onDisk(found)) {
        refused.add(path);
        return false;
      }
    }
    hold(path, tree);
    return true;
  };

  /** One file as it is on disk now. */
  const look = (found: DiscoveredFile, trees: Trees): boolean => {
    const before = held.get(found.path);
    const tree = trees.get(found.path);
    if (before && tree) return take(found.path, tree);
    const now = onDisk(found);
    if (!now) {
      remove(found.path);
      return before !== undefined;
    }
    if (before?.origin instanceof DiskFile ? isSame(before.origin, now) : before?.origin.text === now.text()) {
      if (before) before.origin = now;
      return false;
    }
    hold(found.path, tree ?? now);
    return true;
  };

  return {
    *list(trees) {
      for (const folder of discovering(root, { log })) {
        for (const found of folder) {
          look(found, trees);
          yield;
        }
        yield;
      }
    },
    *check(trees) {
      refused.clear();
      let changed = false;
      const gone = new Set(held.keys());
      for (const folder of discovering(root, { log })) {
        for (const found of folder) {
          if (look(found, trees)) changed = true;
          gone.delete(found.path);
          yield;
        }
        yield;
      }
      for (const path of gone) remove(path);
      return changed || gone.size > 0;
    },
    take,
    text(path) {
      const found = held.get(path);
      return found && textOf(found.origin);
    },
    paths: () => held.keys(),
    get size() {
      return held.size;
    },
  };
}

function textOf(origin: ts.SourceFile | DiskFile): string {
  return origin instanceof DiskFile ? origin.text() : origin.text;
}

function isSame(a: DiskFile, b: DiskFile): boolean {
  return a.stamp.size === b.stamp.size && a.stamp.mtimeMs === b.stamp.mtimeMs && a.stamp.ctimeMs === b.stamp.ctimeMs;
}
