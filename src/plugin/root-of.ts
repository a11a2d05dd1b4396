/**
 * Which folder a file's workspace is, where the editor has no notion of one: the nearest folder with a
 * `hardpath.config.json`, else the repository, else the outermost folder with a `package.json`.
 */
import { CONFIG_FILE } from "../engine/index.ts";

export interface Surroundings {
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  /** Never a workspace itself, whatever stands in it. With forward slashes. */
  readonly homeFolder: string;
}

/**
 * Undefined where nothing marks a workspace: a loose file, perhaps in a home folder that nobody wants read.
 *
 * @param path Absolute, with forward slashes.
 */
export function rootOf(path: string, host: Surroundings): string | undefined {
  let packaged: string | undefined;
  for (let folder = parent(path); folder !== undefined && folder !== host.homeFolder; folder = parent(folder)) {
    if (host.fileExists(`${folder}/${CONFIG_FILE}`)) return folder;
    if (host.directoryExists(`${folder}/.git`) || host.fileExists(`${folder}/.git`)) return folder;
    if (host.fileExists(`${folder}/package.json`)) packaged = folder;
  }
  return packaged;
}

function parent(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? undefined : path.slice(0, slash);
}
