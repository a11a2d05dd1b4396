/**
 * What changed between two maps: what a branch adds to the service, for a pull request. Places are not compared: code
 * that moved is the same code.
 */
import type { MapConfig, MapEffect, MapEntryPoint, MapGuard, MapSystem, ServiceMap } from "../model/service-map.ts";

export interface MapDifference {
  readonly added: readonly MapEntryPoint[];
  readonly removed: readonly MapEntryPoint[];
  readonly changed: readonly ChangedEntryPoint[];
  readonly addedSystems: readonly MapSystem[];
  readonly removedSystems: readonly MapSystem[];
  readonly addedConfig: readonly MapConfig[];
  readonly removedConfig: readonly MapConfig[];
}

export interface ChangedEntryPoint {
  readonly before: MapEntryPoint;
  readonly after: MapEntryPoint;
  readonly addedGuards: readonly MapGuard[];
  readonly removedGuards: readonly MapGuard[];
  readonly addedEffects: readonly MapEffect[];
  readonly removedEffects: readonly MapEffect[];
  /** Effects that a repeated call repeats now, and did not before. */
  readonly nowUnsafe: readonly MapEffect[];
  readonly addedConfig: readonly string[];
  readonly removedConfig: readonly string[];
  /** It became public on purpose, or is no longer. */
  readonly publicChanged: boolean;
}

/** Compares two maps; entry points are the same when kind, method, path and application are. */
export function diffMaps(before: ServiceMap, after: ServiceMap): MapDifference {
  const old = byIdentity(before.entryPoints);
  const recent = byIdentity(after.entryPoints);
  const changed: ChangedEntryPoint[] = [];
  for (const [key, entry] of recent) {
    const earlier = old.get(key);
    const change = earlier && compare(earlier, entry);
    if (change) changed.push(change);
  }
  return {
    added: missingIn(old, recent),
    removed: missingIn(recent, old),
    changed,
    addedSystems: newIn(before.systems, after.systems, (system) => system.id),
    removedSystems: newIn(after.systems, before.systems, (system) => system.id),
    addedConfig: newIn(before.config, after.config, (variable) => variable.name),
    removedConfig: newIn(after.config, before.config, (variable) => variable.name),
  };
}

/** True where nothing differs. */
export function isSame(difference: MapDifference): boolean {
  return Object.values(difference).every((list: readonly unknown[]) => list.length === 0);
}

function byIdentity(entries: readonly MapEntryPoint[]): ReadonlyMap<string, MapEntryPoint> {
  const result = new Map<string, MapEntryPoint>();
  for (const entry of entries) {
    const key = [entry.app, entry.kind, entry.method, entry.path].join("\n");
    // The same path registered twice: told apart by its order.
    let unique = key;
    for (let copy = 2; result.has(unique); copy++) unique = `${key}\n${copy}`;
    result.set(unique, entry);
  }
  return result;
}

function missingIn(
  known: ReadonlyMap<string, MapEntryPoint>,
  entries: ReadonlyMap<string, MapEntryPoint>,
): readonly MapEntryPoint[] {
  return [...entries].filter(([key]) => !known.has(key)).map(([, entry]) => entry);
}

function compare(before: MapEntryPoint, after: MapEntryPoint): ChangedEntryPoint | undefined {
  const guard = (item: MapGuard) => `${item.kind} ${item.name}`;
  const effect = (item: MapEffect) => `${item.system} ${item.access} ${item.operation} ${item.target ?? ""}`;
  const oldSafe = new Set(before.effects.filter((item) => item.retrySafe !== false).map(effect));
  const change: ChangedEntryPoint = {
    before,
    after,
    addedGuards: newIn(before.guards, after.guards, guard),
    removedGuards: newIn(after.guards, before.guards, guard),
    addedEffects: newIn(before.effects, after.effects, effect),
    removedEffects: newIn(after.effects, before.effects, effect),
    nowUnsafe: after.effects.filter((item) => item.retrySafe === false && oldSafe.has(effect(item))),
    addedConfig: newIn(before.config, after.config, (name) => name),
    removedConfig: newIn(after.config, before.config, (name) => name),
    publicChanged: (before.public === undefined) !== (after.public === undefined),
  };
  const lists = [
    change.addedGuards,
    change.removedGuards,
    change.addedEffects,
    change.removedEffects,
    change.nowUnsafe,
    change.addedConfig,
    change.removedConfig,
  ];
  return change.publicChanged || lists.some((list) => list.length > 0) ? change : undefined;
}

/** Items of `after` that `before` has not, each once. */
function newIn<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set(before.map(keyOf));
  return after.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
