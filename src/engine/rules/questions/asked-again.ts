/**
 * Whether people ask for a message again because they want another one: a new code, a letter that went astray.
 *
 * What the message carries tells it: a code or link that this very request made replaces the one before. Otherwise only
 * the entry point's own name can.
 */

import { isSignedToken } from "../../link/packages/signed-tokens.ts";
import { containsTerm, partsOf, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { isNow } from "./limited.ts";

export function isAskedAgain(effect: Effect): boolean {
  const { entryPoint } = effect;
  const named = `${entryPoint.path} ${entryPoint.handler.name}`;
  const spelled = `${named} ${spelledApart(named, "-")}`;
  if (AGAIN.test(`${spelled} ${effect.target ?? ""}`)) return true;
  if (INVITES.test(named) || isToSomebodyElse(effect)) return false;
  const seen = new Set<Term>();
  return effect.call.arguments.some((argument) => holdsNewCode(argument, seen));
}

/** A code or link that this request made, and that the receiver waits for. */
function holdsNewCode(term: Term, seen: Set<Term>): boolean {
  if (seen.has(term)) return false;
  seen.add(term);
  if (isFreshSecret(term)) return true;
  return !isReference(term) && !isKeptUntilUsed(term) && partsOf(term).some((part) => holdsNewCode(part, seen));
}

/** `` `CD-${Date.now()}-${random()}` ``: a number to speak of it by. Nobody guesses it, and nobody is let in with it. */
function isReference(term: Term): boolean {
  return term.kind === "text" && term.parts.some(isNow);
}

/** `row.token ?? randomToken()`: the code of before is sent once more, and the second letter says nothing new. */
function isKeptUntilUsed(term: Term): boolean {
  const options =
    term.kind === "choice"
      ? term.options
      : term.kind === "operation" && /^(?:\?\?|\|\||\?:)$/.test(term.operator)
        ? term.parts.slice(term.operator === "?:" ? 1 : 0)
        : [];
  return options.some((option) => option.kind === "external" || option.kind === "member") && options.length > 1;
}

/** Whoever is invited has not asked: a second letter's link takes the place of the first one's. */
const INVITES = /invit/i;

/** Who is signed in has it sent to another person, who has not asked either: `users.findById(req.params.id)`. */
function isToSomebodyElse({ entryPoint, call, order }: Effect): boolean {
  if (!entryPoint.guards.some(({ kind }) => kind === "authentication")) return false;
  if (call.arguments.some((argument) => someTerm(argument, isCaller))) return false;
  const used = entryPoint.effects.filter(
    (one) =>
      (one.access === "read" || one.category === "database") &&
      one.order < order &&
      call.arguments.some((argument) => containsTerm(argument, one.result)),
  );
  return used.length > 0 && !used.some(({ where }) => where === undefined || someTerm(where, isCaller));
}

function isCaller(part: Term): boolean {
  return (
    part.kind === "input" && (part.source === "identity" || part.source === "session" || part.source === "request")
  );
}

const AGAIN =
  /(?:^|[^a-z])(?:re-?(?:send|try|distribute|notify|issue|deliver|invite)|test|preview|[2m]fa|otp|(?<!(?:pay(?:ments?|stack)?|orders?|transactions?|checkout|subscriptions?)[^a-z])verif(?:y|ication)|magic)(?:[^a-z]|$)|2fa/i;

/** A random value, or a token that was signed just now. */
function isFreshSecret(part: Term): boolean {
  if (part.kind === "unstable") return part.how === "random";
  return isSignedToken(part);
}
