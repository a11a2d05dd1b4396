/** One path: its guards in order, its handler, the files it goes through, and each table, queue and secret it needs. */
import type { MapEntryPoint, MapGuard } from "../model/service-map.ts";
import type { Atlas, EntryView } from "./atlas.ts";
import type { IconName } from "./icons.ts";
import { isInternal, laneOf } from "./lanes.ts";
import type { Scene, SceneNode } from "./scene.ts";
import { moduleNode } from "./scene-area.ts";
import {
  callerNode,
  configNode,
  EdgeCollector,
  effectText,
  entryNode,
  handlerName,
  nodeOfEffect,
  systemNode,
  watchingSystems,
} from "./scene-parts.ts";
import { changes } from "./tone.ts";

/** Variables drawn; one that checks all variables at its start needs hundreds. */
const MOST_VARIABLES = 10;

/** The scene of one entry point. */
export function pathScene(atlas: Atlas, view: EntryView): Scene {
  const { entry } = view;
  const numbers = stepNumbers(entry);
  const guards = guardsNode(view);
  const watching = watchingSystems(atlas);
  const systems = atlas.systems
    .filter((system) => !watching.has(system.system.id))
    .filter((system) => view.touches.some((touch) => touch.system === system.system.id))
    .map((system) => systemNode(system, [view], (target) => describeTarget(entry, system.system.id, target, numbers)));
  const config = configNode(
    atlas.config.filter((candidate) => candidate.entries.includes(view.index)),
    MOST_VARIABLES,
  );
  const handler: SceneNode = { ...entryNode(atlas, view, "entry"), detail: handlerName(view) };
  const modules = view.modules.map((file) => moduleNode(file, file.split("/").slice(0, -1).join("/") || "."));

  const edges = new EdgeCollector();
  const registered = { text: entry.label, file: entry.file, line: entry.line };
  edges.add({ from: `caller:${entry.kind}`, to: guards.id, kind: "access", evidence: registered });
  edges.add({
    from: guards.id,
    to: handler.id,
    kind: "access",
    evidence: { text: entry.handler.name, ...placeOf(entry.handler) },
  });
  for (const effect of entry.effects) {
    if (watching.has(effect.system)) continue;
    const kind = changes(effect.access) ? "write" : "read";
    const unsafe = effect.retrySafe === false ? { unsafe: true as const } : {};
    const evidence = { text: effectText(view, effect), file: effect.file, line: effect.line };
    const through = effect.file === entry.handler.file ? undefined : `module:${effect.file}`;
    const to = nodeOfEffect(effect);
    if (through) {
      edges.add({ from: handler.id, to: through, kind, evidence, ...unsafe });
      edges.add({ from: handler.id, to, kind, evidence, ...unsafe, bypass: true });
    }
    edges.add({ from: through ?? handler.id, to, kind, evidence, ...unsafe });
  }
  for (const name of entry.config) {
    const evidence = { text: name, ...placeOf(entry.handler) };
    edges.add({ from: handler.id, to: `variable:${name}`, kind: "config", evidence });
  }
  const columns: Scene["columns"] = [
    { kind: "caller", title: "Who calls in", nodes: [callerNode(entry.kind, 1)] },
    { kind: "guard", title: "Guards, in order", nodes: [guards] },
    { kind: "entry", title: "Handler", nodes: [handler] },
    ...(modules.length > 0 ? [{ kind: "module" as const, title: "Through", nodes: modules }] : []),
    { kind: "system", title: "Systems", nodes: config ? [...systems, config] : systems },
  ];
  return { columns, edges: edges.finish(columns.flatMap((column) => column.nodes)) };
}

function placeOf(place: { readonly file: string; readonly line: number }): { file: string; line: number } {
  return { file: place.file, line: place.line };
}

/** Icon of each kind of guard. */
export const GUARD_ICONS: Readonly<Record<MapGuard["kind"], IconName>> = {
  authentication: "key",
  role: "key",
  ownership: "ownership",
  signature: "signature",
  dedupe: "dedupe",
  validation: "validation",
  rateLimit: "rateLimit",
  transaction: "transaction",
};

const GUARD_TITLES: Readonly<Record<MapGuard["kind"], string>> = {
  authentication: "who is calling",
  role: "role",
  ownership: "ownership",
  signature: "signature",
  dedupe: "seen before",
  validation: "input",
  rateLimit: "rate limit",
  transaction: "transaction",
};

function guardsNode(view: EntryView): SceneNode {
  const { entry } = view;
  const lane = laneOf(entry);
  const rows = entry.guards.map((guard, index): SceneNode => {
    return {
      id: `guard:${index}`,
      kind: "guard",
      title: guard.name,
      detail: GUARD_TITLES[guard.kind],
      icon: GUARD_ICONS[guard.kind],
      tone: "ok",
      badges: [],
      label: `${GUARD_TITLES[guard.kind]}: ${guard.name}`,
      place: placeOf(guard),
    };
  });
  const missing = view.badges.find((badge) => badge.kind === "guard");
  if (lane.kind === "open" || lane.kind === "unknown" || lane.kind === "public") {
    rows.unshift({
      id: "guard:none",
      kind: "guard",
      title: lane.title,
      detail: lane.kind === "public" ? (entry.public ?? "") : "",
      icon: lane.kind === "public" ? "public" : lane.kind === "open" ? "open" : "unknown",
      tone: missing?.tone ?? "ok",
      badges: [],
      label: missing?.text ?? (entry.public ? `${lane.title}: ${entry.public}` : lane.title),
      place: placeOf(entry),
      ...(lane.kind === "public" ? {} : { broken: lane.kind === "open" ? ("absent" as const) : ("unknown" as const) }),
    });
  }
  return {
    id: `lane:${lane.id}`,
    kind: "guard",
    title: rows.length > 0 ? "Guards" : isInternal(entry) ? "From inside" : "None",
    detail: rows.length > 0 ? "" : "no guards needed to get here",
    icon: lane.kind === "internal" ? "inside" : "key",
    tone: missing?.tone ?? "ok",
    badges: [],
    label: rows.length > 0 ? `Guards: ${rows.map((row) => row.label).join(", ")}` : lane.title,
    rows,
  };
}

/** Steps (from 1) in which each effect happens. */
function stepNumbers(entry: MapEntryPoint): ReadonlyMap<number, number> {
  return new Map(entry.steps.flatMap((step, index) => (step.effect === undefined ? [] : [[step.effect, index + 1]])));
}

function describeTarget(
  entry: MapEntryPoint,
  system: string,
  target: string,
  numbers: ReadonlyMap<number, number>,
): string {
  const parts = entry.effects.flatMap((effect, index) => {
    if (effect.system !== system || effect.target !== target) return [];
    const number = numbers.get(index);
    const does = DOES[effect.operation] ?? effect.operation;
    return [number === undefined ? does : `${does} in step ${number}`];
  });
  return parts.map((part, index) => (index === 0 ? part : part.replace(" in step ", " in "))).join(", ");
}

/** What an operation does to its target. */
const DOES: Readonly<Record<string, string>> = {
  read: "read",
  insert: "added to",
  append: "added to",
  set: "changed",
  upsert: "written",
  increment: "counted",
  toggle: "toggled",
  delete: "deleted from",
  send: "sent",
  charge: "charged",
  publish: "published to",
  call: "called",
};
