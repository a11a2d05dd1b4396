/**
 * Functions that answer for their caller: `if (!isSignedIn(req, res)) return;`, where `isSignedIn` sends the 401 and gives
 * back `false`. The caller's check refuses with what was sent.
 */
import type { PathEvent, Scope, Stop } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { decide } from "../evaluate/decide.ts";
import type { TrailBuilder } from "./trail-builder.ts";

type Answer = PathEvent & { readonly kind: "respond" };

/** How the check refuses that only leaves: by an answer of before that is sent where, and only where, the test stops. */
export function answeredStop(builder: TrailBuilder, stop: Stop, test: Term, stopsWhen: boolean): Stop {
  if (stop.how !== "return" || stop.status !== undefined) return stop;
  const answers = answersOfCallees(builder);
  if (answers.length === 0 || decide(test, () => undefined) !== undefined) return stop;
  const stopping = answers.filter(({ scopes }) => decide(test, assuming(scopes, builder.scopes)) === stopsWhen);
  const told = stopping.find(({ status }) => status === 401) ?? stopping.find(({ status }) => status === 403);
  const { status, value } = told ?? stopping[0] ?? {};
  return status === undefined ? stop : { ...stop, how: "respond", status, value };
}

/** What the function itself has answered is no reason why it leaves. Its callees' events are the last ones. */
function answersOfCallees({ events, stack }: TrailBuilder): readonly Answer[] {
  const found: Answer[] = [];
  const last = stack.length - 1;
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index];
    if (!event) continue;
    // Each entering of a function has a site of its own. Checks may stand for a callee of before, with a shorter stack.
    const isInside = last < 0 || event.stack[last] === stack[last];
    if (!isInside && event.kind !== "check") break;
    if (isInside && event.stack.length > stack.length && isRefusal(event)) found.push(event);
  }
  return found.reverse();
}

function isRefusal(event: PathEvent): event is Answer {
  return event.kind === "respond" && event.status !== undefined && event.status >= 400;
}

/** What the tests of the branches say in which it stands. */
function assuming(scopes: readonly Scope[], outside: readonly Scope[]): (part: Term) => boolean | undefined {
  const known = new Map<Term, boolean>();
  for (const scope of scopes)
    if (scope.kind === "branch" && !outside.includes(scope)) known.set(scope.test, scope.when);
  return (part) => known.get(part);
}
