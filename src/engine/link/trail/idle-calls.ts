/**
 * Unreadable calls that nothing can depend on: given nothing that comes from outside, and never asked for their answer.
 *
 * Loggers, metrics and parsers make thousands of them on one path. What is left is what may look at the caller or at the
 * input: that is what rules ask of a call they know nothing of.
 */
import type { EntryPoint } from "../../model/entry-point.ts";
import type { OpaqueEvent, PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, HOLDS_MESSAGE, HOLDS_REQUEST, holds } from "../terms/marks.ts";
import { termsWithin } from "../terms/terms.ts";

const FROM_OUTSIDE = HOLDS_CLIENT_DATA | HOLDS_CREDENTIAL | HOLDS_MESSAGE | HOLDS_REQUEST;

/** True where the call is given, or made on, anything that comes from outside. */
export function isGivenInput({ call }: Pick<OpaqueEvent, "call">): boolean {
  return holds(call.callee, FROM_OUTSIDE) || call.arguments.some((argument) => holds(argument, FROM_OUTSIDE));
}

/** Leaves them out of the path of an entry point. Effects keep the entry point they stand in. */
export function forgetIdleCalls(entry: EntryPoint): EntryPoint {
  return Object.assign(entry, { trail: { ...entry.trail, events: withoutIdleCalls(entry.trail.events) } });
}

/** Calls without arguments stay: what they look at stands elsewhere. */
function withoutIdleCalls(events: readonly PathEvent[]): readonly PathEvent[] {
  let tested: Set<Term> | undefined;
  return events.filter((event) => {
    if (event.kind !== "opaque" || event.inChain || event.ways || event.call.arguments.length === 0) return true;
    if (isGivenInput(event)) return true;
    tested ??= new Set(events.flatMap((one) => (one.kind === "check" ? [...termsWithin(one.test)] : [])));
    return tested.has(event.result);
  });
}
