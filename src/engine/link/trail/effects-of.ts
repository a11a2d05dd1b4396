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

const knownChanges = new WeakMap<readonly EffectEvent[], Map<string, EffectEvent[]>>();

/** Those of the effects that change rows of the same table, and do not only add some: each of thousands of checks asks. */
export function changesBeside(
  effects: readonly EffectEvent[],
  { system, target }: EffectEvent,
): readonly EffectEvent[] {
  const byTable = knownChanges.get(effects) ?? new Map<string, EffectEvent[]>();
  if (!knownChanges.has(effects)) {
    knownChanges.set(effects, byTable);
    for (const one of effects) {
      if (one.access !== "write" || one.operation === "insert" || one.target === undefined) continue;
      const table = `${one.system} ${one.target}`;
      const list = byTable.get(table);
      if (list) list.push(one);
      else byTable.set(table, [one]);
    }
  }
  return byTable.get(`${system} ${target}`) ?? [];
}
