/**
 * Requests to other services that a job sends and then fails behind: the next try sends them again.
 *
 * What only asks is none of these: its answer is used.
 */
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";

/** It tells another service something, and a step that may fail comes after it: the next one of a loop, or another call. */
export function isSentBeforeFailure(effect: Effect): boolean {
  if (effect.category !== "externalApi" || effect.operation !== "call" || effect.retry !== "unknown") return false;
  if (typeof effect.key === "object" || effect.key === "unknown") return false;
  // A note that something failed is one of many: each failure happened.
  if (effect.scopes.some((scope) => scope.kind === "catch")) return false;
  if (!isPost(effect) || isAnswerUsed(effect)) return false;
  const loop = effect.scopes.findLast((scope) => scope.kind === "loop" && scope.over !== undefined);
  return effect.entryPoint.trail.events.some((event) => {
    if (event.kind !== "check" || event.stop.how !== "throw" || event.order < effect.order) return false;
    if (event.scopes.some((scope) => scope.kind === "catch")) return false;
    if (loop && event.scopes.includes(loop)) return true;
    // The check of another request's answer; a check of its own tells that it did not arrive.
    return effect.entryPoint.effects.some(
      (other) =>
        other.order > effect.order &&
        other.order < event.order &&
        other.access === "call" &&
        other.result !== effect.result &&
        containsTerm(event.test, other.result),
    );
  });
}

/** `fetch(url, { method: "POST" })`, `axios.post(url)`: what puts or deletes may be done again. */
function isPost({ call }: Effect): boolean {
  if (/(?:^|\.)post$/i.test(call.text)) return true;
  return call.arguments.some(
    (argument) =>
      argument.kind === "object" &&
      argument.fields.some(
        ({ key, value }) => key === "method" && value.kind === "literal" && /^post$/i.test(String(value.value)),
      ),
  );
}

/** More of the answer is used than whether it went well: in what is written, in a call, in a loop. */
function isAnswerUsed({ entryPoint, order, result }: Effect): boolean {
  return entryPoint.trail.events.some((later) => {
    if (later.order <= order) return false;
    const loops = later.scopes.flatMap((scope) => (scope.kind === "loop" && scope.over ? [scope.over] : []));
    const given =
      later.kind === "effect"
        ? [later.data, later.where, ...later.call.arguments]
        : later.kind === "opaque"
          ? [later.call.callee, ...later.call.arguments]
          : later.kind === "respond"
            ? [later.value]
            : [];
    return [...loops, ...given].some((term) => term !== undefined && uses(term, result));
  });
}

function uses(term: Term, answer: Term): boolean {
  if (term === answer) return true;
  return someTerm(term, (part) => {
    if (part.kind !== "external" && part.kind !== "member") return false;
    const of = part.kind === "member" ? part.of : part.base;
    const name = part.kind === "member" ? part.name : part.path.at(-1);
    return of === answer && !/^(?:ok|status|statusText|text|headers|then|catch)(?:\(\))?$/.test(name ?? "");
  });
}
