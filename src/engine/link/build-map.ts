/** The service map as plain JSON, from the model. */
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Guard } from "../model/guard.ts";
import type { PathEvent } from "../model/path.ts";
import type {
  MapConfig,
  MapEffect,
  MapEntryPoint,
  MapGuard,
  MapStep,
  MapSystem,
  ServiceMap,
} from "../model/service-map.ts";
import type { Place } from "../model/term.ts";
import type { System } from "../systems/define-system.ts";
import { SYSTEM_NAMES } from "../systems/system-names.ts";

export interface MapInput {
  readonly root: string;
  readonly entryPoints: readonly EntryPoint[];
  readonly systems: readonly System[];
  readonly config: readonly MapConfig[];
  lineOf(place: Place): number;
}

export function buildMap(input: MapInput): ServiceMap {
  return {
    version: 1,
    root: input.root,
    entryPoints: input.entryPoints.map((entry) => toEntry(entry, input)),
    systems: systemsOf(input),
    config: input.config,
  };
}

function toEntry(entry: EntryPoint, input: MapInput): MapEntryPoint {
  const at = (place: Place) => ({ file: place.file, line: input.lineOf(place) });
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
    steps: stepsOf(entry, input),
  };
}

function systemsOf(input: MapInput): readonly MapSystem[] {
  const found = new Map<string, MapSystem>();
  for (const entry of input.entryPoints) {
    for (const effect of entry.effects) {
      if (found.has(effect.system)) continue;
      const adapter = input.systems.find((system) => system.id === effect.via);
      found.set(effect.system, {
        id: effect.system,
        kind: effect.category,
        name: SYSTEM_NAMES[effect.system] ?? (effect.system === adapter?.id ? adapter.title : effect.system),
        via: effect.via,
        file: effect.place.file,
        line: input.lineOf(effect.place),
      });
    }
  }
  return [...found.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id));
}

/** The path in plain words. What stands at one place is said once. */
function stepsOf(entry: EntryPoint, input: MapInput): readonly MapStep[] {
  const steps: MapStep[] = [];
  const seen = new Set<string>();
  const guards = new Map<number, number[]>();
  entry.guards.forEach((guard, index) => guards.set(guard.order, [...(guards.get(guard.order) ?? []), index]));
  const effects = new Map(entry.effects.map((effect, index) => [effect.order, index]));
  for (const event of [...entry.trail.events].sort((a, b) => a.order - b.order)) {
    for (const step of describe(entry, event, guards.get(event.order) ?? [], effects.get(event.order))) {
      const key = `${step.kind} ${step.text} ${step.place.file}:${step.place.at[0]}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { place, ...rest } = step;
      steps.push({ ...rest, file: place.file, line: input.lineOf(place) });
    }
  }
  return steps;
}

type PlacedStep = Omit<MapStep, "file" | "line"> & { readonly place: Place };

function describe(
  entry: EntryPoint,
  event: PathEvent,
  guards: readonly number[],
  effect: number | undefined,
): readonly PlacedStep[] {
  const { place } = event;
  if (guards.length > 0) {
    return guards.flatMap((index): PlacedStep[] => {
      const guard = entry.guards[index];
      return guard ? [{ kind: "guard", text: guardText(guard), guard: index, place }] : [];
    });
  }
  if (effect !== undefined) {
    const found = entry.effects[effect];
    return found ? [{ ...effectText(found), effect, place }] : [];
  }
  if (event.kind === "check")
    return [
      {
        kind: "decide",
        text: event.stop.status
          ? `Stop with ${event.stop.status} unless the check holds`
          : "Stop unless the check holds",
        place,
      },
    ];
  if (event.kind === "respond")
    return [{ kind: "answer", text: event.status ? `Answer ${event.status}` : "Answer", place }];
  if (event.kind === "opaque" && event.inChain)
    return [{ kind: "unknown", text: `${event.call.text} (could not be read)`, place }];
  return [];
}

const GUARD_TEXT: Readonly<Record<Guard["kind"], string>> = {
  authentication: "Check who is calling",
  role: "Check the role",
  ownership: "Check that it is the caller's own",
  signature: "Check the signature",
  dedupe: "Stop if it was done already",
  validation: "Check the input",
  rateLimit: "Limit the rate",
  transaction: "Open a transaction",
};

function guardText(guard: Guard): string {
  const detail = guard.detail.length > 0 ? `: ${guard.detail.slice(0, 3).join(", ")}` : "";
  return `${GUARD_TEXT[guard.kind]} (${guard.name}${detail})`;
}

const VERBS: Readonly<Record<Effect["operation"], string>> = {
  read: "Read",
  set: "Update",
  upsert: "Create or update",
  delete: "Delete from",
  insert: "Add to",
  append: "Append to",
  increment: "Change a counter in",
  toggle: "Toggle a value in",
  send: "Send through",
  charge: "Charge through",
  publish: "Publish to",
  call: "Call",
};

function effectText(effect: Effect): { readonly kind: MapStep["kind"]; readonly text: string } {
  const kind = effect.access === "call" && effect.operation === "read" ? "call" : effect.access;
  const name = SYSTEM_NAMES[effect.system] ?? effect.system;
  const target = effect.target === undefined ? name : `${effect.target} (${name})`;
  return { kind, text: `${VERBS[effect.operation]} ${target}` };
}
