/**
 * What the handler of a new connection tells of the events that come over it: whoever it sends away sends none.
 *
 * Its own writes are made once, when somebody connects, and are no part of an event's path.
 */
import type { Handler } from "../../frameworks/define-framework.ts";
import type { PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { HOLDS_CREDENTIAL, HOLDS_REQUEST, holds } from "../terms/marks.ts";
import type { NewEvent } from "./trail-builder.ts";

/** Checks of who connects, as they count for each event; a call that may be one, where what it does cannot be told. */
export function connectionCheck(events: readonly PathEvent[], { name, term, place }: Handler): NewEvent | undefined {
  const call = { text: name, callee: term, arguments: [], place };
  const asked = events.some(
    (event) =>
      (event.kind === "guard" && event.guard === "authentication") ||
      (event.kind === "check" && holds(event.test, HOLDS_CREDENTIAL)),
  );
  if (asked) return { kind: "guard", guard: "authentication", call, result: term, place };
  // `authenticate(socket)`; what is called on the socket itself registers its events.
  const handed = events.some(
    (event) =>
      event.kind === "opaque" && !holds(event.call.callee, HOLDS_REQUEST) && event.call.arguments.some(isHandedOn),
  );
  return handed ? { kind: "opaque", inChain: true, call, result: term, place } : undefined;
}

function isHandedOn(term: Term): boolean {
  return term.kind !== "function" && holds(term, HOLDS_CREDENTIAL | HOLDS_REQUEST);
}
