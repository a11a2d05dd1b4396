/**
 * Which folder a file's workspace is.
 *
 * In VS Code the folder that is open, as the extension's worker has it. Elsewhere the nearest folder with a
 * `hardpath.config.json`, else the repository, else the outermost folder with a `package.json`.
 */
import { CONFIG_FILE } from "../engine/index.ts";

export interface Surroundings {
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
}

/**
 * Undefined where nothing marks a workspace: a loose file, perhaps in a home folder that nobody wants read.
 *
 * @param path Absolute, with forward slashes.
 */
export function rootOf(path: string, host: Surroundings, openFolder: string | undefined): string | undefined {
  if (openFolder !== undefined && path.startsWith(`${openFolder}/`)) return openFolder;
  let repository: string | undefined;
  let packaged: string | undefined;
  for (let folder = parent(path); folder !== undefined; folder = parent(folder)) {
    if (host.fileExists(`${folder}/${CONFIG_FILE}`)) return folder;
    if (repository !== undefined) continue;
    if (host.directoryExists(`${folder}/.git`) || host.fileExists(`${folder}/.git`)) repository = folder;
    else if (host.fileExists(`${folder}/package.json`)) packaged = folder;
  }
  return repository ?? packaged;
}

function parent(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? undefined : path.slice(0, slash);
}
