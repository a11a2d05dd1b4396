/** The branches that the events of a path stand in, by the ids that guards name their scopes by. */
import type { Branch, Path } from "../../model/path.ts";

export function branchesOf(path: Path): ReadonlyMap<number, Branch> {
  const found = new Map<number, Branch>();
  for (const { scopes } of path.events)
    for (const scope of scopes) if (scope.kind === "branch") found.set(scope.id, scope);
  return found;
}
