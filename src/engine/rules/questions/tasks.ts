/**
 * One worker that does several jobs: what was sent says which, and a `switch` or an `if` leads there.
 *
 * `switch (body.type) { case "email.send": await sendEmail(body); … }`
 */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Scope } from "../../model/path.ts";
import type { Place, Term } from "../../model/term.ts";

export interface Task {
  /** What is sent for it: `email.send`. */
  readonly name: string;
  /** Where the worker's own code goes on with it. */
  readonly place: Place;
}

/** The job among several that the effect belongs to; undefined where the worker does only one. */
export function taskOf(effect: Effect): Task | undefined {
  if (!isWorker(effect.entryPoint)) return undefined;
  for (const scope of effect.scopes) {
    const name = askedName(scope);
    if (name === undefined) continue;
    const { file, at } = scope.place;
    const site = effect.stack.find(({ place }) => place.file === file && place.at[0] > at[0]);
    const { place } = site ?? calledIn(scope, effect) ?? effect;
    return { name, place };
  }
  return undefined;
}

/** What the function that was taken from a table goes on with: `await handlers[message.type](message)`. */
function calledIn(scope: Scope, { stack }: Effect): { readonly place: Place } | undefined {
  const { file, at } = scope.place;
  const taken = stack.findIndex(({ place }) => place.file === file && place.at[0] === at[0]);
  return taken < 0 ? undefined : stack[taken + 1];
}

function isWorker({ kind }: EntryPoint): boolean {
  return kind === "queue" || kind === "function" || kind === "event";
}

function askedName(scope: Scope): string | undefined {
  if (scope.kind === "case") return holds(scope.on, HOLDS_CLIENT_DATA) && scope.value ? textIn(scope.value) : undefined;
  if (scope.kind !== "branch" || !scope.when) return undefined;
  const { test } = scope;
  if (test.kind !== "operation" || test.operator !== "===") return undefined;
  const [asked, other] = test.parts[0]?.kind === "literal" ? [test.parts[1], test.parts[0]] : test.parts;
  return asked && other && holds(asked, HOLDS_CLIENT_DATA) ? textIn(other) : undefined;
}

function textIn(term: Term): string | undefined {
  for (const part of termsWithin(term)) {
    if (part.kind === "literal" && typeof part.value === "string") return part.value;
  }
  return undefined;
}
