/**
 * Branches that come together again ahead of a way on: `if (key) await checkKey(key); else verify(token); next()`. Where both
 * sides ask something, each is a way of its own.
 */
import type { PathEvent, Scope } from "../../model/path.ts";
import { HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import type { Pass } from "./what-holds.ts";

/** `base`: scopes in which all of the events stand. */
export function forkedWays(
  passes: readonly Pass[],
  events: readonly PathEvent[],
  base: ReadonlySet<Scope>,
): readonly Pass[] {
  const asking = events.filter(asksCaller);
  const ways = passes.flatMap((pass) => forked(pass, asking, base, MAXIMUM_FORKS));
  return ways.length > MAXIMUM_WAYS ? passes : ways;
}

const MAXIMUM_FORKS = 3;
export const MAXIMUM_WAYS = 12;

/** Whoever is turned away is told so, or an error is thrown; what is not found or not well formed says nothing of who calls. */
function asksCaller(event: PathEvent): boolean {
  if (event.kind === "guard") return true;
  if (event.kind !== "check") return false;
  const { status } = event.stop;
  return status === 401 || status === 403 || (status === undefined && holds(event.test, HOLDS_CREDENTIAL));
}

function forked(pass: Pass, asking: readonly PathEvent[], base: ReadonlySet<Scope>, forks: number): readonly Pass[] {
  const sides = forks > 0 ? forkAhead(pass, asking, base) : undefined;
  if (!sides) return [pass];
  return sides.flatMap((side) =>
    forked({ order: pass.order, scopes: [...pass.scopes, side] }, asking, base, forks - 1),
  );
}

/** The two sides of the first branch ahead of which the way knows nothing, where something is asked on both. */
function forkAhead(
  { order, scopes }: Pass,
  asking: readonly PathEvent[],
  base: ReadonlySet<Scope>,
): readonly [Scope, Scope] | undefined {
  const sides = asking.flatMap((event) => {
    const side =
      event.order < order ? event.scopes.find((scope) => !base.has(scope) && !scopes.includes(scope)) : undefined;
    return side?.kind === "branch" ? [side] : [];
  });
  for (const side of sides) {
    const other = sides.find((one) => one.place === side.place && one.test === side.test && one.when !== side.when);
    const isTaken = scopes.some((one) => one.kind === "branch" && one.place === side.place && one.test === side.test);
    if (other && !isTaken) return [side, other];
  }
  return undefined;
}
