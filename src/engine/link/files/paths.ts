/** Paths inside the workspace: relative to the root, forward slashes, no leading `./`. */

export function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** Joins and normalises; undefined where the result lies outside the workspace. */
export function joinPath(directory: string, relative: string): string | undefined {
  const parts = directory === "" ? [] : directory.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** The directory and those above it, nearest first, ending with the root `""`. */
export function* ancestors(directory: string): Generator<string> {
  for (let current = directory; ; current = directoryOf(current)) {
    yield current;
    if (current === "") return;
  }
}
