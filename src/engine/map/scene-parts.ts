/** Nodes and edges that scenes of several levels share. */
import type { EntryPointKind } from "../model/entry-point.ts";
import type { MapEffect } from "../model/service-map.ts";
import type { Atlas, ConfigView, EntryView, LaneView, SystemView } from "./atlas.ts";
import { CALLER_TITLES } from "./atlas.ts";
import { type Badge, type BadgeKind, count } from "./badges.ts";
import type { IconName } from "./icons.ts";
import type { LaneKind } from "./lanes.ts";
import type { EdgeKind, Evidence, Scene, SceneEdge, SceneNode } from "./scene.ts";
import { changes, worst } from "./tone.ts";

/** Those of the entry points that are shown. */
export function shownOf(atlas: Atlas, indexes: readonly number[], shown: ReadonlySet<number>): readonly EntryView[] {
  return indexes.filter((index) => shown.has(index)).flatMap((index) => atlas.entries[index] ?? []);
}

/** The columns ahead of the service's own code: who calls what is shown, and what lets them in. */
export function columnsAhead(atlas: Atlas, shown: ReadonlySet<number>): Scene["columns"] {
  const callers = atlas.callers.flatMap(({ kind, entries }) => {
    const called = shownOf(atlas, entries, shown);
    return called.length > 0 ? [callerNode(kind, called.length)] : [];
  });
  const lanes = atlas.lanes.flatMap((lane) => {
    const admitted = shownOf(atlas, lane.entries, shown);
    return admitted.length > 0 ? [laneNode(lane, admitted)] : [];
  });
  return [
    { kind: "caller", title: "Who calls in", nodes: callers },
    { kind: "guard", title: "What lets them in", nodes: lanes },
  ];
}

/** A node for callers of one kind. */
export function callerNode(kind: EntryPointKind, entries: number): SceneNode {
  return {
    id: `caller:${kind}`,
    kind: "caller",
    title: CALLER_TITLES[kind],
    detail: count(entries, "path"),
    icon: kind,
    tone: "ok",
    badges: [],
    label: `${CALLER_TITLES[kind]}: ${count(entries, "path")}`,
  };
}

const LANE_ICONS: Readonly<Record<LaneKind, IconName>> = {
  authentication: "key",
  role: "key",
  signature: "signature",
  internal: "inside",
  public: "public",
  open: "open",
  unknown: "unknown",
};

/** A node for a lane, counting only the entry points that are shown. */
function laneNode(lane: LaneView, entries: readonly EntryView[]): SceneNode {
  const warned = entries.some((view) =>
    view.badges.some((badge) => badge.kind === "guard" && badge.tone === "warning"),
  );
  return {
    id: `lane:${lane.id}`,
    kind: "guard",
    title: lane.title,
    detail: count(entries.length, "path"),
    icon: LANE_ICONS[lane.kind],
    tone: lane.kind === "open" && warned ? "warning" : lane.kind === "unknown" ? "unknown" : "ok",
    badges: [],
    label: `${lane.title}: ${count(entries.length, "path")}`,
    ...(lane.place ? { place: lane.place } : {}),
    ...(lane.kind === "open"
      ? { broken: "absent" as const }
      : lane.kind === "unknown"
        ? { broken: "unknown" as const }
        : {}),
  };
}

/** An entry point as a node or, inside an area, as a row. */
export function entryNode(atlas: Atlas, view: EntryView, kind: "entry" | "row"): SceneNode {
  const { entry } = view;
  const reasons = view.badges.map((badge) => badge.text);
  return {
    id: `entry:${entry.id}`,
    kind,
    title: pathTitle(view),
    detail: handlerName(view),
    icon: entry.kind,
    tone: view.tone,
    badges: view.badges,
    label: [`${entry.label}, ${handlerName(view)}`, ...reasons].join(". "),
    place: entry.handler,
    ...(entry.method ? { method: entry.method } : {}),
    ...(entry.unknown ? { broken: "unknown" as const } : {}),
    ...(kind === "row" ? { reaches: reached(atlas, view) } : {}),
  };
}

/** Names that say nothing of a handler. */
const NAMELESS: ReadonlySet<string> = new Set(["", "inline function", "default", "handler"]);

/** The handler by its name; one that is written where it is registered, by its place. */
export function handlerName({ entry }: Pick<EntryView, "entry">): string {
  const { name, file, line } = entry.handler;
  return NAMELESS.has(name) ? `${file.slice(file.lastIndexOf("/") + 1)}:${line}` : name;
}

/** The path; where only the running code knows it, with the handler that tells it from others. */
export function pathTitle(view: Pick<EntryView, "entry">): string {
  const { path } = view.entry;
  return path === "*" ? `* (${handlerName(view)})` : path;
}

function reached(atlas: Atlas, view: EntryView): readonly IconName[] {
  const kinds = new Map(atlas.systems.map((system) => [system.system.id, system.system.kind]));
  return [...new Set(view.touches.map((touch) => kinds.get(touch.system) ?? "externalApi"))].slice(0, 4);
}

/** A system and, as its rows, those of its targets that `entries` touch. */
export function systemNode(
  system: SystemView,
  entries: readonly EntryView[],
  detailOf?: (target: string) => string,
): SceneNode {
  const touches = entries.flatMap((view) => view.touches.filter((touch) => touch.system === system.system.id));
  const targets = [...new Set(touches.map((touch) => touch.target ?? ""))].sort((a, b) => a.localeCompare(b));
  const rows = targets.filter(Boolean).map((target): SceneNode => {
    const own = touches.filter((touch) => touch.target === target);
    const writes = own.filter((touch) => touch.access.some(changes)).length;
    const detail = detailOf?.(target) ?? (writes > 0 ? (writes < own.length ? "read, write" : "write") : "read");
    return {
      id: targetId(system.system.id, target),
      kind: "target",
      title: target,
      detail,
      icon: writes > 0 ? "write" : "read",
      tone: own.some((touch) => touch.unsafe) ? "note" : "ok",
      badges: own.some((touch) => touch.unsafe) ? [retryMark(own.filter((touch) => touch.unsafe).length)] : [],
      label: `${target} in ${system.system.name}: ${detail}`,
    };
  });
  return {
    id: `system:${system.system.id}`,
    kind: "system",
    title: system.system.name,
    detail: rows.length > 0 ? count(rows.length, nounOf(system.system.kind)) : system.system.via,
    icon: system.system.kind,
    tone: "ok",
    badges: [],
    label: `${system.system.name}${system.system.via ? ` through ${system.system.via}` : ""}: ${count(entries.length, "path")}`,
    place: system.system,
    rows,
  };
}

/** Ids of systems that only watch: logs and metrics. They are told in the overview, and drawn nowhere else. */
export function watchingSystems(atlas: Atlas): ReadonlySet<string> {
  return new Set(atlas.systems.filter((view) => view.system.kind === "observability").map((view) => view.system.id));
}

/** Id of a target's node. */
export function targetId(system: string, target: string): string {
  return `target:${system}/${target}`;
}

/** The node that an effect leads to. */
export function nodeOfEffect(effect: MapEffect): string {
  return effect.target ? targetId(effect.system, effect.target) : `system:${effect.system}`;
}

function nounOf(kind: SystemView["system"]["kind"]): string {
  const nouns: Partial<Record<typeof kind, string>> = {
    database: "table",
    queue: "queue",
    filestore: "bucket",
    search: "index",
  };
  return nouns[kind] ?? "target";
}

function retryMark(number: number): Badge {
  return { kind: "retry", tone: "note", count: number, text: `${count(number, "path")} would repeat this on a retry` };
}

/** Secrets and configuration, undocumented first. */
export function configNode(config: readonly ConfigView[], limit: number): SceneNode | undefined {
  if (config.length === 0) return undefined;
  const sorted = [...config].sort(
    (a, b) =>
      Number(a.config.documented) - Number(b.config.documented) ||
      Number(b.config.secret) - Number(a.config.secret) ||
      a.config.name.localeCompare(b.config.name),
  );
  const undocumented = config.filter((view) => !view.config.documented).length;
  const rest = sorted.length - limit;
  return {
    id: "config",
    kind: "config",
    title: "Configuration",
    detail:
      undocumented > 0
        ? `${undocumented} of ${config.length} undocumented`
        : `${count(config.length, "variable")}, all documented`,
    icon: "secret",
    tone: undocumented > 0 ? "note" : "ok",
    badges: [],
    label: `Configuration: ${count(config.length, "variable")}, ${undocumented} undocumented${rest > 0 ? `, ${limit} shown` : ""}`,
    rows: [...sorted.slice(0, limit).map((view) => variableNode(view)), ...(rest > 0 ? [restNode(rest)] : [])],
  };
}

function restNode(rest: number): SceneNode {
  const title = `and ${count(rest, "more", "more")}`;
  return { id: "config:rest", kind: "variable", title, icon: "setting", tone: "ok", badges: [], label: title };
}

function variableNode(view: ConfigView): SceneNode {
  const { config } = view;
  const detail = [config.secret ? "secret" : "setting", ...(config.documented ? [] : ["undocumented"])].join(", ");
  return {
    id: `variable:${config.name}`,
    kind: "variable",
    title: config.name,
    detail: config.documented ? (config.secret ? "secret" : "") : "undocumented",
    icon: config.secret ? "secret" : "setting",
    tone: config.documented ? "ok" : "note",
    badges: [],
    label: `${config.name}: ${detail}, ${count(view.entries.length, "path")}`,
    place: config,
    ...(config.documented ? {} : { broken: "absent" as const }),
  };
}

/** Sums what a group of entry points has to say. */
export function sumBadges(entries: readonly EntryView[]): readonly Badge[] {
  const groups = new Map<BadgeKind, Badge[]>();
  for (const view of entries) {
    for (const badge of view.badges) {
      if (badge.tone !== "ok") groups.set(badge.kind, [...(groups.get(badge.kind) ?? []), badge]);
    }
  }
  const texts: Readonly<Record<BadgeKind, (paths: number, total: number) => string>> = {
    finding: (paths, total) => `${count(total, "finding")} on ${count(paths, "path")}`,
    guard: (paths) => `${count(paths, "path")} without a check`,
    places: (paths) => `${count(paths, "path")} that ${paths === 1 ? "writes" : "write"} to several places`,
    retry: (paths) => `${count(paths, "path")} not safe to repeat`,
    secret: (paths) => `${count(paths, "path")} with undocumented configuration`,
    unknown: (paths) => `${count(paths, "path")} partly unreadable`,
  };
  const order = Object.keys(texts) as BadgeKind[];
  return order.flatMap((kind) => {
    const badges = groups.get(kind);
    if (!badges) return [];
    const total = kind === "finding" ? badges.reduce((sum, badge) => sum + badge.count, 0) : badges.length;
    return [
      { kind, tone: worst(badges.map((badge) => badge.tone)), count: total, text: texts[kind](badges.length, total) },
    ];
  });
}

/** Collects edges, one for each pair of nodes, with the evidence of all it stands for. */
export class EdgeCollector {
  readonly #edges = new Map<string, { -readonly [K in keyof SceneEdge]: SceneEdge[K] } & { evidence: Evidence[] }>();

  /** Evidence beyond this is counted, not listed. */
  static readonly MOST_EVIDENCE = 200;

  add(edge: {
    from: string;
    to: string;
    kind: EdgeKind;
    evidence: Evidence;
    unsafe?: true;
    quiet?: true;
    bypass?: true;
  }): void {
    const id = `${edge.from}→${edge.to}`;
    let known = this.#edges.get(id);
    if (!known) {
      const { from, to, kind } = edge;
      known = {
        id,
        from,
        to,
        kind,
        unsafe: false,
        quiet: edge.quiet === true,
        bypass: edge.bypass === true,
        weight: 0,
        label: "",
        evidence: [],
      };
      this.#edges.set(id, known);
    }
    known.weight++;
    if (edge.unsafe) known.unsafe = true;
    if (edge.kind === "write") known.kind = "write";
    if (known.evidence.length < EdgeCollector.MOST_EVIDENCE) known.evidence.push(edge.evidence);
  }

  /** All edges, each labelled with the titles of its ends. */
  finish(nodes: readonly SceneNode[]): readonly SceneEdge[] {
    const titles = new Map(
      nodes.flatMap((node) => [node, ...(node.rows ?? [])]).map((node) => [node.id, titleOf(node)]),
    );
    const verbs: Readonly<Record<EdgeKind, string>> = {
      access: "leads to",
      read: "reads",
      write: "changes",
      config: "needs",
    };
    return [...this.#edges.values()]
      .filter((edge) => titles.has(edge.from) && titles.has(edge.to))
      .map((edge) => ({
        ...edge,
        label: `${titles.get(edge.from)} ${verbs[edge.kind]} ${titles.get(edge.to)}${edge.unsafe ? ", not safe to repeat" : ""}`,
      }));
  }
}

function titleOf(node: SceneNode): string {
  return node.method ? `${node.method} ${node.title}` : node.title;
}

/** What to say about an effect where it is evidence. */
export function effectText(view: EntryView, effect: MapEffect): string {
  return `${view.entry.label}: ${effect.operation}${effect.target ? ` ${effect.target}` : ""}`;
}
