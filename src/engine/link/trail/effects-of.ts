/** The effects of a path, in order: there are few among thousands of events, and every effect asks for the others. */
import type { EffectEvent, Path } from "../../model/path.ts";

const known = new WeakMap<Path["events"], readonly EffectEvent[]>();

export function effectsOf({ events }: Path): readonly EffectEvent[] {
  let effects = known.get(events);
  if (!effects) {
    effects = events.filter((event): event is EffectEvent => event.kind === "effect");
    known.set(events, effects);
  }
  return effects;
}
