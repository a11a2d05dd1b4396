/**
 * Checks in a `try` whose failures are answered and forgotten:
 * `try { if (!isMember) return res.status(403).end(); } catch (error) { answerWith(error, res); }`.
 *
 * A check that leaves by returning is not caught. It holds for what stands behind the `try` as well, unless a caller can make
 * something fail ahead of it: of what stands there, only a store may be out of reach.
 */
import type { PathEvent } from "../../model/path.ts";
import { onceForBlock } from "../evaluate/once-for-block.ts";
import { blocksIn } from "../evaluate/stops.ts";

/** The events of the `try` with this scope, where its checks hold behind it. */
export function heldBehind(events: readonly PathEvent[], scope: number): readonly PathEvent[] {
  const failing = events.findIndex(mayFailForCaller);
  return events.map((event, index) => {
    const leaves = event.kind === "check" && event.stop.how !== "throw" && event.stop.how !== "next-error";
    if (!leaves || (failing > -1 && failing < index) || event.scopes.at(-1)?.id !== scope) return event;
    return { ...event, scopes: event.scopes.slice(0, -1) };
  });
}

/** A failure is answered. */
export const answersIn = onceForBlock((block) =>
  block.steps.some((step) => step.kind === "respond" || blocksIn(step).some(answersIn)),
);

function mayFailForCaller(event: PathEvent): boolean {
  switch (event.kind) {
    case "effect":
      return event.access !== "read" || event.category !== "database";
    case "guard":
      return event.tells !== true;
    case "check":
      return event.stop.how === "throw" || event.stop.how === "next-error";
    default:
      return event.kind === "opaque";
  }
}
