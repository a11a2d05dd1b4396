/**
 * Whether something limits how often people may ask for an effect: few calls in a while, or a pause between two.
 *
 * A limit of the whole service, or of a part of it, stops floods. It lets a double click through.
 */
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { GuardEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { asksForHuman } from "./visitor-form.ts";

export function isLimited({ entryPoint: entry, order, scopes }: Effect): boolean {
  if (asksForHuman(entry)) return true;
  if (entry.trail.events.some((event) => event.kind === "guard" && event.guard === "rateLimit" && isNarrow(event)))
    return true;
  const counted = entry.effects.filter((one) => one.order < order && (isOfWindow(one) || isCounter(one)));
  const stops = (test: Term, when: boolean): boolean =>
    stopsSoonAfter(test, when) || counted.some(({ result }) => containsTerm(test, result));
  return (
    entry.trail.events.some(
      (event) =>
        event.kind === "check" &&
        event.order < order &&
        (stops(event.test, event.stopsWhen) || (event.stop.status === TOO_MANY && !inChain(event))),
    ) || scopes.some((scope) => scope.kind === "branch" && stops(scope.test, !scope.when))
  );
}

/** Its own refusal says that it was asked too often, whatever it counts by. */
const TOO_MANY = 429;

/** `rateLimit({ limit: 3 })`, or counted for each address: few calls, wherever it stands. */
function isNarrow({ result, call }: GuardEvent): boolean {
  const given = [...call.arguments, ...(result.kind === "external" ? (result.arguments ?? []) : [])];
  return given.some(
    (options) =>
      options.kind === "object" &&
      options.fields.some(({ key, value }) => {
        if (/^keyGenerator$|^key_?by$/i.test(key ?? "")) return true;
        return (
          /^(?:limit|max|points)$/i.test(key ?? "") &&
          value.kind === "literal" &&
          typeof value.value === "number" &&
          value.value <= FEW
        );
      }),
  );
}

/** Nobody's inbox is filled by so many in a while. */
const FEW = 20;

/** The clock, as the code reads it. */
export function isNow(part: Term): boolean {
  return part.kind === "unstable" && part.how === "time";
}

/** A number in a cache, or a mark that runs out; who is calling is kept there as well. */
function isCounter(effect: Effect): boolean {
  return effect.category === "cache" && (effect.operation === "increment" || !inChain(effect));
}

/** What was asked for of late: `count({ email, createdAt: { gte: hourAgo } })`. That something is still valid is no count. */
function isOfWindow({ access, where }: Effect): boolean {
  return access === "read" && where?.kind === "object" && where.fields.some(({ key, value }) => isSince(key, value));
}

function isSince(key: string | undefined, value: Term): boolean {
  return !/expir|valid|until/i.test(key ?? "") && someTerm(value, isNow);
}

/** `if (Date.now() - row.sentAt < MINUTE) throw …`: not so soon again. A code that has run out stops whoever comes late. */
function stopsSoonAfter(test: Term, stopsWhen: boolean): boolean {
  if (test.kind !== "operation") return false;
  if (test.operator === "!") return test.parts.some((part) => stopsSoonAfter(part, !stopsWhen));
  if (/^(?:&&|\|\||\?:)$/.test(test.operator)) return test.parts.some((part) => stopsSoonAfter(part, stopsWhen));
  const [left, right] = test.parts;
  if (!left || !right || !/^[<>]=?$/.test(test.operator)) return false;
  const grows = growth(left) - growth(right);
  const isEarly = test.operator.startsWith("<") === grows > 0;
  return grows !== 0 && isEarly === stopsWhen;
}

/** Whether the value grows (1) or falls (-1) as time goes by; what is divided or multiplied grows as well. */
function growth(term: Term): number {
  if (isNow(term)) return 1;
  if (term.kind === "operation" && term.operator === "-") {
    const [from, taken] = term.parts;
    return (from ? growth(from) : 0) - (taken ? growth(taken) : 0);
  }
  return someTerm(term, isNow) ? 1 : 0;
}
