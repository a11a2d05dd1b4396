/** The service map as plain JSON, from the model. */
import type { EntryPoint } from "../model/entry-point.ts";
import type { MapConfig, MapEffect, MapEntryPoint, MapGuard, MapSystem, ServiceMap } from "../model/service-map.ts";
import type { Place } from "../model/term.ts";
import type { System } from "../systems/define-system.ts";
import { SYSTEM_NAMES } from "../systems/system-names.ts";
import { mapSteps, type StepReader } from "./map-steps.ts";

export interface MapInput {
  readonly root: string;
  readonly entryPoints: readonly EntryPoint[];
  readonly systems: readonly System[];
  readonly config: readonly MapConfig[];
  lineOf(place: Place): number;
  /** The code at a place. */
  textOf(place: Place): string | undefined;
  /** Entry points drawn before: one that is still the same object has not changed. */
  readonly drawn: WeakMap<EntryPoint, MapEntryPoint>;
}

export function buildMap(input: MapInput): ServiceMap {
  const titles = new Map(input.systems.map(({ id, title }) => [id, title]));
  const reader: StepReader = {
    lineOf: (place) => input.lineOf(place),
    textOf: (place) => input.textOf(place),
    nameOf: (system) => SYSTEM_NAMES[system] ?? titles.get(system) ?? system,
  };
  return {
    version: 1,
    root: input.root,
    entryPoints: input.entryPoints.map((entry) => {
      const known = input.drawn.get(entry) ?? toEntry(entry, reader);
      input.drawn.set(entry, known);
      return known;
    }),
    systems: systemsOf(input, reader),
    config: input.config,
  };
}

function toEntry(entry: EntryPoint, reader: StepReader): MapEntryPoint {
  const at = (place: Place) => ({ file: place.file, line: reader.lineOf(place) });
  const guards = entry.guards.map((guard): MapGuard => ({ kind: guard.kind, name: guard.name, ...at(guard.place) }));
  const effects = entry.effects.map((effect): MapEffect => {
    const transaction = effect.scopes.findLast((scope) => scope.kind === "transaction")?.id;
    return {
      system: effect.system,
      access: effect.access,
      operation: effect.operation,
      ...(effect.target === undefined ? {} : { target: effect.target }),
      ...(effect.retry === "unknown" ? {} : { retrySafe: effect.retry === "safe" }),
      ...(effect.because === undefined ? {} : { because: effect.because }),
      ...(transaction === undefined ? {} : { transaction }),
      ...at(effect.place),
    };
  });
  return {
    id: entry.id,
    kind: entry.kind,
    method: entry.method,
    path: entry.path,
    label: entry.label,
    framework: entry.framework,
    app: entry.app,
    ...at(entry.place),
    handler: { name: entry.handler.name, ...at(entry.handler.place) },
    guards,
    effects,
    config: entry.config,
    ...(entry.public ? { public: entry.public.why } : {}),
    ...(entry.unreadable ? { unknown: true } : {}),
    steps: mapSteps(entry, reader),
  };
}

function systemsOf(input: MapInput, reader: StepReader): readonly MapSystem[] {
  const found = new Map<string, MapSystem>();
  for (const entry of input.entryPoints) {
    for (const effect of entry.effects) {
      if (found.has(effect.system)) continue;
      found.set(effect.system, {
        id: effect.system,
        kind: effect.category,
        name: reader.nameOf(effect.system),
        via: effect.via,
        file: effect.place.file,
        line: input.lineOf(effect.place),
      });
    }
  }
  return [...found.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id));
}
