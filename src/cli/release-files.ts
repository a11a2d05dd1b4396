/** The release map of an opened folder. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isReleaseFile, type ReleaseMap, readRelease } from "../engine/index.ts";
import type { OpenedWorkspace } from "../node/open-workspace.ts";

/** Reads the pipelines, images and manifests of the folder; files that cannot be read are left out. */
export function releaseOf({ root, files, named }: OpenedWorkspace): ReleaseMap {
  const paths = [...files.keys(), ...named];
  const texts = paths.filter(isReleaseFile).flatMap((path) => {
    try {
      return [{ path, text: files.get(path)?.text() ?? readFileSync(join(root, path), "utf8") }];
    } catch {
      return [];
    }
  });
  return readRelease(texts, paths);
}
