/** Whoever comes back from the page of a payment provider, with the id of the payment. */

import type { EffectEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { isSent } from "../terms/sent.ts";
import { containsTerm } from "../terms/terms.ts";

/**
 * The provider is asked about the payment that the request names, and what is changed here goes by what it says, in the row
 * that has the payment's id: whoever sends that id grants themselves nothing.
 */
export function asksWhetherPaid(path: Path): boolean {
  const effects = path.events.filter((event) => event.kind === "effect");
  return effects.some((asked) => isAskedAbout(asked) && decidesAll(asked, effects, path));
}

function isAskedAbout({ category, access, target = "" }: EffectEvent): boolean {
  return category === "payment" && access === "read" && /(?:sessions|intents|orders|payments|charges)$/i.test(target);
}

function decidesAll(asked: EffectEvent, effects: readonly EffectEvent[], path: Path): boolean {
  // What is known of the payment: its id, what the provider said of it, rows that were found by either.
  const known: Term[] = [asked.result, ...asked.call.arguments.filter(isSent)];
  let changes = 0;
  for (const effect of effects) {
    // The mail goes to whom the provider says paid.
    if (effect.operation === "send" && effect.data && containsTerm(effect.data, asked.result)) changes++;
    else if (effect.operation === "send") return false;
    if (effect.category !== "database" || !effect.where) continue;
    const { where } = effect;
    const isFound = known.some((one) => containsTerm(where, one));
    if (effect.access === "read" && isFound) known.push(effect.result);
    if (effect.access !== "write" || effect.operation === "insert") continue;
    if (!isFound || !isDecided(effect, asked.result, path)) return false;
    changes++;
  }
  return changes > 0;
}

/** It stands on a side of a test of what the provider said, or behind a check of it. */
function isDecided({ scopes, order }: EffectEvent, answer: Term, path: Path): boolean {
  return (
    scopes.some((scope) => scope.kind === "branch" && containsTerm(scope.test, answer)) ||
    path.events.some((event) => event.kind === "check" && event.order < order && containsTerm(event.test, answer))
  );
}
