/** What the code itself runs again when it failed: packages that retry, loops around a `try`, a second try in a `catch`. */
import type { EffectEvent, Path, Scope } from "../../model/path.ts";
import type { Place } from "../../model/term.ts";

export interface Retried {
  /** What runs it again, as code or in words: `pRetry`, `a loop`. */
  readonly by: string;
  readonly place: Place;
}

/**
 * Packages whose functions are given a function and call it until it succeeds, with the names of these functions;
 * `*` where every callback is run again.
 */
const WRAPPERS: Readonly<Record<string, RegExp>> = {
  "p-retry": /./,
  "async-retry": /./,
  "promise-retry": /./,
  "exponential-backoff": /backOff/,
  "@lifeomic/attempt": /retry/,
  "ts-retry": /retry/i,
  "ts-retry-promise": /retry/i,
  "promise-retry-it": /./,
  "retry-as-promised": /./,
  retry: /attempt/,
  async: /^(?:\w+\.)?retry(?:able)?$/,
  cockatiel: /execute$/,
  "es-toolkit": /^(?:\w+\.)?retry$/,
  radash: /^(?:\w+\.)?retry$/,
};

/** The innermost retry around the effect; undefined where it is tried once, or where only a known refusal is tried again. */
export function retriedBy(effect: EffectEvent, path: Path): Retried | undefined {
  for (const scope of effect.scopes.toReversed()) {
    if (scope.kind === "callback" && scope.from !== undefined && isWrapper(scope.from, scope.of))
      return { by: scope.of, place: scope.place };
    if (scope.kind === "try" && scope.retried) return { by: "a loop", place: scope.place };
  }
  const first = triedBefore(effect, path);
  return first && { by: "the catch", place: first.place };
}

function isWrapper(packageName: string, text: string): boolean {
  return WRAPPERS[packageName]?.test(text) === true;
}

/** The very same call, with the same values, stands in the `try` of the `catch` that this one stands in. */
function triedBefore(effect: EffectEvent, path: Path): Scope | undefined {
  const caught = effect.scopes.find((scope) => scope.kind === "catch");
  if (!caught) return undefined;
  const again = path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.order < effect.order &&
      event.result === effect.result &&
      event.place.at[0] === effect.place.at[0] &&
      event.place.file === effect.place.file &&
      !event.scopes.includes(caught) &&
      // What another failure led to was not tried here.
      event.scopes.every((scope) => scope.kind !== "catch" || effect.scopes.includes(scope)) &&
      startsTry(event, caught, path) &&
      effect.scopes.slice(0, effect.scopes.indexOf(caught)).every((scope) => event.scopes.includes(scope)),
  );
  return again ? caught : undefined;
}

/** What is tried is the first thing that the `try` writes; what only comes after it is a note, or gives back what was taken. */
function startsTry(effect: EffectEvent, caught: Scope, path: Path): boolean {
  const first = path.events.find(
    (event) =>
      event.kind === "effect" && event.access !== "read" && event.scopes.some((scope) => isTryOf(scope, caught)),
  );
  return first === undefined || first.order === effect.order;
}

function isTryOf(scope: Scope, caught: Scope): boolean {
  return scope.kind === "try" && scope.place.file === caught.place.file && scope.place.at[0] === caught.place.at[0];
}
