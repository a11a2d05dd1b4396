/**
 * The atlas: a service map arranged for looking at.
 *
 * The map lists entry points one by one; the atlas says which belong together (areas), who may enter (lanes), what each
 * touches, and what deserves attention (badges). Every drawing, export and list is made from it, so that all of them
 * say the same.
 */
import type { Access, SystemKind } from "../model/effect.ts";
import type { EntryPointKind } from "../model/entry-point.ts";
import type { Severity } from "../model/finding.ts";
import type { MapConfig, MapEntryPoint, MapSystem, ServiceMap } from "../model/service-map.ts";
import { type Area, groupIntoAreas } from "./areas.ts";
import { type Badge, badgesOf, worstTone } from "./badges.ts";
import { type Lane, laneOf } from "./lanes.ts";
import { changes, type Tone, worst } from "./tone.ts";

/** A finding as the map shows it. */
export interface MapFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  /** Label of the entry point, such as `POST /orders`. */
  readonly entryPoint?: string;
  /** Other entry points that come by the same flaw. */
  readonly alsoFor?: readonly string[];
  readonly message: string;
}

export interface Atlas {
  readonly map: ServiceMap;
  /** In the order of the map. */
  readonly entries: readonly EntryView[];
  readonly areas: readonly AreaView[];
  readonly lanes: readonly LaneView[];
  readonly callers: readonly CallerView[];
  readonly systems: readonly SystemView[];
  readonly config: readonly ConfigView[];
  /** Findings that belong to no entry point of the map. */
  readonly looseFindings: readonly MapFinding[];
  /** More than one application in the map. */
  readonly manyApps: boolean;
}

export interface EntryView {
  /** Index into the map's entry points. */
  readonly index: number;
  readonly entry: MapEntryPoint;
  /** Ids of its area and lane. */
  readonly area: string;
  readonly lane: string;
  readonly badges: readonly Badge[];
  readonly tone: Tone;
  readonly findings: readonly MapFinding[];
  readonly touches: readonly Touch[];
  /** Files behind the handler in which effects happen. */
  readonly modules: readonly string[];
}

/** What one entry point does to one table, queue, bucket … */
export interface Touch {
  readonly system: string;
  readonly target: string | undefined;
  readonly access: readonly Access[];
  /** A repeated call does it again. */
  readonly unsafe: boolean;
  /** Indexes into the entry point's effects. */
  readonly effects: readonly number[];
}

export interface AreaView extends Area {
  readonly tone: Tone;
}

export interface LaneView extends Lane {
  /** Indexes of entry points. */
  readonly entries: readonly number[];
}

export interface CallerView {
  readonly kind: EntryPointKind;
  readonly title: string;
  readonly entries: readonly number[];
}

export interface SystemView {
  readonly system: MapSystem;
  readonly entries: readonly number[];
  readonly targets: readonly TargetView[];
}

export interface TargetView {
  /** `orders`; empty where the target is not known. */
  readonly name: string;
  readonly readers: readonly number[];
  readonly writers: readonly number[];
}

export interface ConfigView {
  readonly config: MapConfig;
  readonly entries: readonly number[];
}

/** Who calls each kind of entry point. */
export const CALLER_TITLES: Readonly<Record<EntryPointKind, string>> = {
  http: "HTTP clients",
  page: "Pages",
  webhook: "Webhook senders",
  action: "Server actions",
  rpc: "RPC clients",
  graphql: "GraphQL clients",
  queue: "Queues",
  schedule: "Schedules",
  event: "Events",
  socket: "Sockets",
  function: "Cloud triggers",
  command: "Operators",
};

/** Arranges a map and the findings on it. */
export function buildAtlas(map: ServiceMap, findings: readonly MapFinding[] = []): Atlas {
  const { areas, areaOfEntry } = groupIntoAreas(map.entryPoints);
  const { byEntry, loose } = assignFindings(map.entryPoints, findings);
  const config = new Map(map.config.map((variable) => [variable.name, variable]));
  const systems = systemsOf(map);
  const common = commonVariables(map);
  const lanes = new Map<string, Lane & { entries: number[] }>();

  const entries = map.entryPoints.map((entry, index): EntryView => {
    const lane = laneOf(entry);
    const known = lanes.get(lane.id) ?? { ...lane, entries: [] };
    known.entries.push(index);
    lanes.set(lane.id, known);
    const touches = touchesOf(entry);
    const own = byEntry[index] ?? [];
    const badges = badgesOf({ entry, findings: own, touches, config, common, systems });
    return {
      index,
      entry,
      area: areaOfEntry[index] ?? "",
      lane: lane.id,
      badges,
      tone: worstTone(badges),
      findings: own,
      touches,
      modules: [
        ...new Set(
          entry.effects
            .filter((effect) => systems.get(effect.system)?.kind !== "observability")
            .map((effect) => effect.file),
        ),
      ].filter((file) => file !== entry.handler.file),
    };
  });

  return {
    map,
    entries,
    areas: areas.map((area) => ({ ...area, tone: worst(area.entries.map((index) => entries[index]?.tone ?? "ok")) })),
    lanes: [...lanes.values()].sort((a, b) => a.rank - b.rank || b.entries.length - a.entries.length),
    callers: callersOf(entries),
    systems: systemViews(entries, systems),
    config: map.config.map((variable) => ({
      config: variable,
      entries: entries.filter((view) => view.entry.config.includes(variable.name)).map((view) => view.index),
    })),
    looseFindings: loose,
    manyApps: new Set(map.entryPoints.map((entry) => entry.app)).size > 1,
  };
}

/** Needed by more than this share of the entry points, a variable is the service's. */
const COMMON_SHARE = 1 / 4;
/** In a service of few entry points every variable is some path's. */
const NEVER_COMMON = 5;

function commonVariables(map: ServiceMap): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const entry of map.entryPoints) for (const name of entry.config) uses.set(name, (uses.get(name) ?? 0) + 1);
  const limit = Math.max(NEVER_COMMON, map.entryPoints.length * COMMON_SHARE);
  return new Set([...uses].filter(([, number]) => number > limit).map(([name]) => name));
}

function touchesOf(entry: MapEntryPoint): readonly Touch[] {
  const touches = new Map<
    string,
    { system: string; target: string | undefined; access: Access[]; unsafe: boolean; effects: number[] }
  >();
  for (const [index, effect] of entry.effects.entries()) {
    const key = `${effect.system}\n${effect.target ?? ""}`;
    const touch = touches.get(key) ?? {
      system: effect.system,
      target: effect.target,
      access: [],
      unsafe: false,
      effects: [],
    };
    if (!touch.access.includes(effect.access)) touch.access.push(effect.access);
    if (effect.retrySafe === false) touch.unsafe = true;
    touch.effects.push(index);
    touches.set(key, touch);
  }
  return [...touches.values()];
}

/** Findings name their entry point by label; two applications may both have a `GET /health`. */
function assignFindings(
  entryPoints: readonly MapEntryPoint[],
  findings: readonly MapFinding[],
): { readonly byEntry: readonly (readonly MapFinding[])[]; readonly loose: readonly MapFinding[] } {
  const byLabel = new Map<string, number[]>();
  for (const [index, entry] of entryPoints.entries()) {
    const same = byLabel.get(entry.label);
    if (same) same.push(index);
    else byLabel.set(entry.label, [index]);
  }
  const byEntry: MapFinding[][] = entryPoints.map(() => []);
  const loose: MapFinding[] = [];
  for (const finding of findings) {
    const labels = [...(finding.entryPoint === undefined ? [] : [finding.entryPoint]), ...(finding.alsoFor ?? [])];
    const chosen = labels.flatMap((label) => {
      const candidates = byLabel.get(label) ?? [];
      const inFile = candidates.filter((index) => filesOf(entryPoints[index]).has(finding.file));
      return inFile.length > 0 ? inFile : candidates;
    });
    if (chosen.length === 0) loose.push(finding);
    for (const index of chosen) byEntry[index]?.push(finding);
  }
  return { byEntry, loose };
}

function filesOf(entry: MapEntryPoint | undefined): ReadonlySet<string> {
  if (!entry) return new Set();
  const places = [entry, entry.handler, ...entry.guards, ...entry.effects, ...entry.steps];
  return new Set(places.map((place) => place.file));
}

/** The map's systems, and those that effects name without an entry of their own. */
function systemsOf(map: ServiceMap): ReadonlyMap<string, MapSystem> {
  const systems = new Map(map.systems.map((system) => [system.id, system]));
  for (const entry of map.entryPoints) {
    for (const effect of entry.effects) {
      if (systems.has(effect.system)) continue;
      const kind: SystemKind = "externalApi";
      systems.set(effect.system, {
        id: effect.system,
        kind,
        name: effect.system,
        via: "",
        file: effect.file,
        line: effect.line,
      });
    }
  }
  return systems;
}

function callersOf(entries: readonly EntryView[]): readonly CallerView[] {
  const byKind = new Map<EntryPointKind, number[]>();
  for (const view of entries) {
    const same = byKind.get(view.entry.kind);
    if (same) same.push(view.index);
    else byKind.set(view.entry.kind, [view.index]);
  }
  const order = Object.keys(CALLER_TITLES) as EntryPointKind[];
  return order.flatMap((kind) => {
    const found = byKind.get(kind);
    return found ? [{ kind, title: CALLER_TITLES[kind], entries: found }] : [];
  });
}

const SYSTEM_ORDER: readonly SystemKind[] = [
  "database",
  "cache",
  "queue",
  "filestore",
  "search",
  "payment",
  "email",
  "sms",
  "auth",
  "llm",
  "externalApi",
  "observability",
];

function systemViews(entries: readonly EntryView[], systems: ReadonlyMap<string, MapSystem>): readonly SystemView[] {
  const views = new Map<
    string,
    { entries: number[]; targets: Map<string, { readers: number[]; writers: number[] }> }
  >();
  for (const id of systems.keys()) views.set(id, { entries: [], targets: new Map() });
  for (const view of entries) {
    for (const touch of view.touches) {
      const system = views.get(touch.system);
      if (!system) continue;
      if (system.entries.at(-1) !== view.index) system.entries.push(view.index);
      const name = touch.target ?? "";
      const target = system.targets.get(name) ?? { readers: [], writers: [] };
      if (touch.access.some(changes)) target.writers.push(view.index);
      if (touch.access.includes("read")) target.readers.push(view.index);
      system.targets.set(name, target);
    }
  }
  return [...systems.values()]
    .map((system): SystemView => {
      const view = views.get(system.id);
      const targets = [...(view?.targets ?? [])].map(([name, target]) => ({ name, ...target }));
      return {
        system,
        entries: [...new Set(view?.entries)],
        targets: targets.sort((a, b) => a.name.localeCompare(b.name)),
      };
    })
    .sort(
      (a, b) =>
        SYSTEM_ORDER.indexOf(a.system.kind) - SYSTEM_ORDER.indexOf(b.system.kind) ||
        b.entries.length - a.entries.length,
    );
}
