/** Branches that were taken, read as the checks that they are. */
import type { CheckEvent, Path, PathEvent, Scope, Stop } from "../../model/path.ts";

/** A branch guards what stands in it, as a check guards what comes later. */
export function takenBranches(path: Path): readonly CheckEvent[] {
  const found = new Map<number, CheckEvent>();
  const refusals = path.events.filter(
    (event) => event.kind === "respond" && (event.status === 401 || event.status === 403),
  );
  for (const event of path.events) {
    if (event.kind !== "effect") continue;
    event.scopes.forEach((scope, index) => {
      if (scope.kind !== "branch" || found.has(scope.id)) return;
      found.set(scope.id, {
        kind: "check",
        order: event.order - 0.5,
        place: scope.place,
        scopes: event.scopes.slice(0, index + 1),
        stack: event.stack,
        test: scope.test,
        stopsWhen: !scope.when,
        stop: otherSide(scope, refusals) ??
          scope.refusal ??
          otherwise(scope, event.scopes.slice(0, index), path) ?? {
            how: "return",
            status: undefined,
            value: undefined,
            place: scope.place,
          },
      });
    });
  }
  return [...found.values()];
}

/** On the other side of the branch the caller is refused, by a function whose caller has nothing more to do. */
function otherSide(scope: Scope & { readonly kind: "branch" }, refusals: readonly PathEvent[]): Stop | undefined {
  for (const event of refusals) {
    const last = event.scopes.findLast((one) => one.kind === "branch");
    if (event.kind === "respond" && last?.kind === "branch" && last.place === scope.place && last.when !== scope.when)
      return { how: "respond", status: event.status, value: event.value, place: event.place };
  }
  return undefined;
}

/** The branch is left for good, and whoever goes on past it is refused: `if (matches) { …; return done(); } return refuse();`. */
function otherwise(
  branch: Scope & { readonly kind: "branch" },
  outer: readonly Scope[],
  { events }: Path,
): Stop | undefined {
  const left = events.find(
    (event) => event.kind === "check" && event.test === branch.test && event.stopsWhen === branch.when,
  );
  if (!left) return undefined;
  const next = events.find(
    (event) =>
      event.order > left.order &&
      (event.kind === "respond" || event.kind === "effect" || event.kind === "check") &&
      event.scopes.every((scope) => outer.includes(scope)),
  );
  if (next?.kind !== "respond" || (next.status !== 401 && next.status !== 403)) return undefined;
  return { how: "respond", status: next.status, value: next.value, place: next.place };
}
