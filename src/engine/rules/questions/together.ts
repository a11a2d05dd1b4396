/** Whether two events of a path happen in the same run. */
import type { PathEvent, Scope } from "../../model/path.ts";

/** Where the one happens, the other happens too: neither stands on a branch that the other does not stand on. */
export function together(first: PathEvent, second: PathEvent): boolean {
  return covers(first.scopes, second.scopes) || covers(second.scopes, first.scopes);
}

function covers(outer: readonly Scope[], inner: readonly Scope[]): boolean {
  return outer.every((scope) => !mayBeSkipped(scope) || inner.some((other) => other.id === scope.id));
}

function mayBeSkipped(scope: Scope): boolean {
  return (
    scope.kind === "branch" ||
    scope.kind === "case" ||
    scope.kind === "catch" ||
    scope.kind === "loop" ||
    scope.kind === "callback"
  );
}
