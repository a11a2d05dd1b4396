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
  const answers = builder.events.filter((event): event is Answer => isRefusal(event) && isOfCallee(event, builder));
  if (answers.length === 0 || decide(test, () => undefined) !== undefined) return stop;
  const stopping = answers.filter(({ scopes }) => decide(test, assuming(scopes, builder.scopes)) === stopsWhen);
  const told = stopping.find(({ status }) => status === 401) ?? stopping.find(({ status }) => status === 403);
  const { status, value } = told ?? stopping[0] ?? {};
  return status === undefined ? stop : { ...stop, how: "respond", status, value };
}

function isRefusal(event: PathEvent): boolean {
  return event.kind === "respond" && event.status !== undefined && event.status >= 400;
}

/** What the function itself has answered is no reason why it leaves. */
function isOfCallee({ stack }: PathEvent, builder: TrailBuilder): boolean {
  return stack.length > builder.stack.length && builder.stack.every((site, index) => stack[index] === site);
}

/** What the tests of the branches say in which it stands. */
function assuming(scopes: readonly Scope[], outside: readonly Scope[]): (part: Term) => boolean | undefined {
  const known = new Map<Term, boolean>();
  for (const scope of scopes)
    if (scope.kind === "branch" && !outside.includes(scope)) known.set(scope.test, scope.when);
  return (part) => known.get(part);
}
