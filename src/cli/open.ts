/** Opens the folder a command is about, with progress on the terminal. */
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type OpenedWorkspace, openWorkspace } from "../node/open-workspace.ts";
import { progressBar, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Milliseconds between two drawings of the progress bar. */
const REDRAW = 50;

export interface OpenFolderOptions {
  /** `"none"` reads everything anew. */
  readonly cache?: "none";
  /** The rules that are asked; all of them where it is left out. */
  readonly rules?: (ruleId: string) => boolean;
}

/**
 * Opens the one folder that `positionals` name, or the current one. A mistake in the path is a
 * {@link UsageError}.
 */
export function openFolder(
  positionals: readonly string[],
  terminal: Terminal,
  options: OpenFolderOptions = {},
): OpenedWorkspace {
  const folder = folderOf(positionals, terminal);
  let drawn = 0;
  const opened = openWorkspace(folder, {
    log: (line) => terminal.note(`hardpath: ${line}`),
    progress(done, total) {
      const now = performance.now();
      if (done < total && now - drawn < REDRAW) return;
      drawn = now;
      terminal.progress(done < total ? progressBar(done, total) : "");
    },
    ...(options.cache ? { cache: options.cache } : {}),
    ...(options.rules ? { rules: options.rules } : {}),
  });
  return opened;
}

/** The folder that a command is about, absolute. Throws {@link UsageError} where there is none. */
export function folderOf(positionals: readonly string[], terminal: Terminal): string {
  if (positionals.length > 1)
    throw new UsageError(`One folder at a time, not ${positionals.length}: ${positionals.join(" ")}`);
  const given = positionals[0] ?? ".";
  const folder = resolve(terminal.folder, given);
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${given}.`);
  if (!statSync(folder).isDirectory()) throw new UsageError(`${given} is a file; name the folder of the service.`);
  return folder;
}
