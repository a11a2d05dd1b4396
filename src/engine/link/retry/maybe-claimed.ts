/** Recognises claims that some ways go around: the path goes on with what a claim gave, or with a constant in its place. */
import type { EffectEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { presenceOf } from "../terms/presence.ts";
import { truth } from "../terms/truth.ts";
import { wantedIn } from "../terms/wanted.ts";
import { effectsOf } from "../trail/effects-of.ts";
import { claims } from "./claims.ts";

/**
 * `try { return await cache.set(key, "1", { nx: true }) } catch { return true }`: where the store fails, it goes on all the
 * same. Whether that happens at a second run, nobody can read.
 */
export function maybeClaimed(effect: EffectEvent, path: Path): boolean {
  const isAsked = (test: Term, when: boolean): boolean =>
    wantedIn(test, when).some(({ term, holds }) => isOfClaim(term, holds, effect, path));
  return (
    effect.scopes.some((scope) => scope.kind === "branch" && isAsked(scope.test, scope.when)) ||
    path.events.some(
      (event) =>
        event.kind === "check" &&
        event.order < effect.order &&
        event.scopes.every((scope) => effect.scopes.includes(scope)) &&
        isAsked(event.test, !event.stopsWhen),
    )
  );
}

/** One of the values is what a claim gave, and each other one is such that the path goes on. */
function isOfClaim(value: Term, holds: boolean, { order }: EffectEvent, path: Path): boolean {
  if (value.kind !== "choice") return false;
  const others = value.options.filter((option) => truth(option) !== holds);
  return (
    others.length > 0 &&
    others.length < value.options.length &&
    others.every((option) =>
      effectsOf(path).some(
        (event) =>
          event.order < order &&
          claims(event) &&
          presenceOf(option, event.result).includes(holds ? "present" : "absent"),
      ),
    )
  );
}
