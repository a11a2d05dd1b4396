/** Whether something limits how often people may ask for an effect: calls are counted, or a pause must pass between two. */
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";

export function isLimited({ entryPoint, order }: Effect): boolean {
  if (entryPoint.guards.some(({ kind }) => kind === "rateLimit")) return true;
  const recent = entryPoint.effects.filter(
    ({ where, access }) => access === "read" && where && someTerm(where, isWhileAgo),
  );
  return entryPoint.trail.events.some(
    (event) =>
      event.kind === "check" &&
      event.order < order &&
      (stopsSoonAfter(event.test, event.stopsWhen) || recent.some(({ result }) => containsTerm(event.test, result))),
  );
}

/** `Date.now() - HOUR` */
function isWhileAgo(part: Term): boolean {
  return part.kind === "operation" && part.operator === "-" && part.parts.some((one) => someTerm(one, isNow));
}

export function isNow(part: Term): boolean {
  return part.kind === "unstable" && part.how === "time";
}

/** `if (Date.now() - row.sentAt < MINUTE) throw …`: not so soon again. A code that has run out stops whoever comes late. */
function stopsSoonAfter(test: Term, stopsWhen: boolean): boolean {
  if (test.kind !== "operation") return false;
  if (test.operator === "!") return test.parts.some((part) => stopsSoonAfter(part, !stopsWhen));
  if (/^(?:&&|\|\||\?:)$/.test(test.operator)) return test.parts.some((part) => stopsSoonAfter(part, stopsWhen));
  const [left, right] = test.parts;
  if (!left || !right || !/^[<>]=?$/.test(test.operator)) return false;
  const grows = growth(left) - growth(right);
  return grows !== 0 && (test.operator.startsWith("<") === grows > 0) === stopsWhen;
}

/** Whether the value grows or falls as time goes by. */
function growth(term: Term): number {
  if (isNow(term)) return 1;
  if (term.kind === "operation" && term.operator === "-") {
    const [from, taken] = term.parts;
    return (from ? growth(from) : 0) - (taken ? growth(taken) : 0);
  }
  return someTerm(term, isNow) ? 1 : 0;
}
