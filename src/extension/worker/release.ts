/** The release map of a folder, read again only when one of its files changed. */
import { isReleaseFile, type ReleaseMap, readRelease } from "../../engine/index.ts";

interface Known {
  readonly key: string;
  readonly map: ReleaseMap;
}

const known = new Map<string, Known>();

/** `files` are all files of the folder, `read` gives a file's text. */
export function releaseMap(
  root: string,
  files: readonly string[],
  read: (file: string) => string | undefined,
): ReleaseMap {
  const texts = files.filter(isReleaseFile).flatMap((path) => {
    const text = read(path);
    return text === undefined ? [] : [{ path, text }];
  });
  const key = JSON.stringify([texts, files.filter((file) => file.endsWith("/migration.sql"))]);
  const earlier = known.get(root);
  if (earlier?.key === key) return earlier.map;
  const map = readRelease(texts, files);
  known.set(root, { key, map });
  return map;
}
