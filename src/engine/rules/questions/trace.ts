/** The way from an entry point to a place, for the related information of a finding. */
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { TraceStep } from "../../model/finding.ts";
import type { PathEvent } from "../../model/path.ts";
import type { Place } from "../../model/term.ts";

/** Where a finding about the effect stands: a repository may serve many endpoints, and each of them is told. */
export function placeOf({ handler }: EntryPoint, { place, call }: Effect): Place {
  return place.file === handler.place.file ? (call.calleePlace ?? place) : handler.place;
}

/** The way to the first event, then the others: no place is told twice. */
export function traceToAll<Event extends PathEvent>(
  entry: EntryPoint,
  events: readonly Event[],
  last: (event: Event) => string,
): readonly TraceStep[] {
  const [first, ...rest] = events;
  if (!first) return [];
  const steps = [...traceTo(entry, first, last(first))];
  for (const event of rest) {
    const known = steps.some(({ place }) => place.file === event.place.file && place.at[0] === event.place.at[0]);
    if (!known) steps.push({ place: event.place, message: last(event) });
  }
  return steps;
}

/** Entry point, each call on the way, the event itself: `last` says what happens there. */
export function traceTo(entry: EntryPoint, event: PathEvent, last: string): readonly TraceStep[] {
  const steps: TraceStep[] = [{ place: entry.place, message: `${entry.label} comes in here` }];
  for (const site of event.stack) steps.push({ place: site.place, message: `calls ${site.text}` });
  steps.push({ place: event.place, message: last });
  return steps;
}
