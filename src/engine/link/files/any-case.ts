/**
 * Paths whose letters are written in another case: `./booking/route` for `./Booking/route`. Windows and macOS find the
 * file, and whoever works there does not notice.
 */
import type { Sources } from "./sources.ts";

/** The file that is meant, where exactly one is. Paths are looked through when first asked. */
export function createAnyCase(sources: Sources): (path: string) => string | undefined {
  let byLower: ReadonlyMap<string, string | undefined> | undefined;
  return (path) => {
    byLower ??= lowered(sources.paths());
    return byLower.get(path.toLowerCase());
  };
}

function lowered(paths: Iterable<string>): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const path of paths) {
    const lower = path.toLowerCase();
    found.set(lower, found.has(lower) ? undefined : path);
  }
  return found;
}
