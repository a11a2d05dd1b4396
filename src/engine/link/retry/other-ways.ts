/**
 * Looks whether what a check asks for comes about on the way of an effect, or only on another one.
 *
 * `if (isMember(user)) throw …; if (user) { await addMember(user); return; } await invite(mail);`: who is invited is no
 * member after it, and the next request passes the check as this one did.
 */
import type { Guard } from "../../model/guard.ts";
import type { Branch, EffectEvent, Path, Scope } from "../../model/path.ts";
import { checksOf } from "../trail/checks-of.ts";
import { effectsOf } from "../trail/effects-of.ts";

/** All that the request writes of what the check asks for stands on ways that exclude the effect. */
export function isWrittenOtherwise(guard: Guard, effect: EffectEvent, path: Path): boolean {
  const writes = effectsOf(path).filter(
    ({ access, category, target }) =>
      access === "write" && category === "database" && target !== undefined && guard.detail.includes(target),
  );
  return writes.length > 0 && writes.every((write) => write !== effect && excludes(write, effect, path));
}

/** The two stand on the two sides of one test, or the side of the first is left before the second. */
function excludes(write: EffectEvent, effect: EffectEvent, path: Path): boolean {
  return write.scopes.some(
    (scope) =>
      scope.kind === "branch" &&
      (effect.scopes.some((other) => isOtherSide(scope, other)) || isLeft(scope, write, effect, path)),
  );
}

function isOtherSide(scope: Branch, other: Scope): boolean {
  return other.kind === "branch" && scope.test === other.test && scope.when !== other.when;
}

/** `if (user) { …; return; }` between the two. */
function isLeft({ test, when }: Branch, write: EffectEvent, effect: EffectEvent, path: Path): boolean {
  return checksOf(path, test).some(
    (event) =>
      event.stopsWhen === when &&
      event.order > write.order &&
      event.order < effect.order &&
      event.scopes.every((scope) => effect.scopes.some(({ id }) => id === scope.id)),
  );
}
