/** Branches that were taken, read as the checks that they are. */
import type { Branch, CheckEvent, Path, PathEvent, Scope, Stop } from "../../model/path.ts";
import type { Place, Term } from "../../model/term.ts";

/** A branch guards what stands in it, as a check guards what comes later. */
export function takenBranches(path: Path): readonly CheckEvent[] {
  const found = new Map<number, CheckEvent>();
  const refusals = refusalsOf(path);
  const checks = checksOf(path);
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
          otherwise(scope, event.scopes.slice(0, index), path, checks) ?? {
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

type Answer = PathEvent & { readonly kind: "respond" };

/** Answers that refuse the caller, by where the last branch stands that they are in. A path may have thousands of branches. */
function refusalsOf({
  events,
}: Path): ReadonlyMap<Place, readonly { readonly last: Branch; readonly event: Answer }[]> {
  const found = new Map<Place, { readonly last: Branch; readonly event: Answer }[]>();
  for (const event of events) {
    if (event.kind !== "respond" || (event.status !== 401 && event.status !== 403)) continue;
    const last = event.scopes.findLast((one): one is Branch => one.kind === "branch");
    if (!last) continue;
    const list = found.get(last.place);
    if (list) list.push({ last, event });
    else found.set(last.place, [{ last, event }]);
  }
  return found;
}

/** The first check of each test, by the value that it stops at. */
function checksOf({ events }: Path): ReadonlyMap<Term, ReadonlyMap<boolean, CheckEvent>> {
  const found = new Map<Term, Map<boolean, CheckEvent>>();
  for (const event of events) {
    if (event.kind !== "check") continue;
    const ofTest = found.get(event.test) ?? new Map<boolean, CheckEvent>();
    if (!ofTest.has(event.stopsWhen)) ofTest.set(event.stopsWhen, event);
    found.set(event.test, ofTest);
  }
  return found;
}

/** On the other side of the branch the caller is refused, by a function whose caller has nothing more to do. */
function otherSide(scope: Branch, refusals: ReturnType<typeof refusalsOf>): Stop | undefined {
  const event = refusals.get(scope.place)?.find(({ last }) => last.when !== scope.when)?.event;
  return event && { how: "respond", status: event.status, value: event.value, place: event.place };
}

/** The branch is left for good, and whoever goes on past it is refused: `if (matches) { …; return done(); } return refuse();`. */
function otherwise(
  branch: Branch,
  outer: readonly Scope[],
  { events }: Path,
  checks: ReturnType<typeof checksOf>,
): Stop | undefined {
  const left = checks.get(branch.test)?.get(branch.when);
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
