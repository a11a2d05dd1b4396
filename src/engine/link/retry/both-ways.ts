/**
 * Recognises work that both ways of a branch stop at a repeat: a row that is there must be in a state that lets the
 * request on, and one that is missing is added.
 *
 * `if (row) { if (row.state === "in") throw …; await update(row) } else { await add(row) } await send();`
 */
import type { Guard } from "../../model/guard.ts";
import type { Branch, EffectEvent, Path } from "../../model/path.ts";
import { effectsOf } from "../trail/effects-of.ts";

/** The check that stops a repeat on one of the ways; the other way adds the row that it asks for. */
export function stoppedOnBothWays(effect: EffectEvent, path: Path, guards: readonly Guard[]): Guard | undefined {
  const around = new Set(effect.scopes.map((scope) => scope.id));
  return guards.find((guard) => {
    if (guard.kind !== "dedupe" || guard.order > effect.order) return false;
    const apart = guard.scopes.filter((id) => !around.has(id));
    const way = apart.length === 1 ? branchBy(apart[0] ?? -1, path) : undefined;
    return way !== undefined && effectsOf(path).some((one) => addsOtherwise(one, way));

    function addsOtherwise(one: EffectEvent, { test, when }: Branch): boolean {
      if (one.operation !== "insert" || one.order > effect.order || one.target === undefined) return false;
      if (!guard.detail.includes(one.target)) return false;
      const own = one.scopes.filter((scope) => !around.has(scope.id));
      const [only] = own;
      return own.length === 1 && only?.kind === "branch" && only.test === test && only.when !== when;
    }
  });
}

function branchBy(id: number, path: Path): Branch | undefined {
  let branches = knownBranches.get(path);
  if (!branches) {
    const scopes = path.events.flatMap((event) => event.scopes.filter((scope) => scope.kind === "branch"));
    branches = new Map(scopes.map((scope) => [scope.id, scope]));
    knownBranches.set(path, branches);
  }
  return branches.get(id);
}

/** Every effect asks for the branch of each guard. */
const knownBranches = new WeakMap<Path, ReadonlyMap<number, Branch>>();
