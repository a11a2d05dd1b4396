/** One area: its entry points, the files they go through, and what they reach, down to tables and queues. */
import type { AreaView, Atlas, EntryView } from "./atlas.ts";
import { count } from "./badges.ts";
import type { Scene, SceneNode } from "./scene.ts";
import {
  columnsAhead,
  configNode,
  EdgeCollector,
  effectText,
  entryNode,
  nodeOfEffect,
  shownOf,
  systemNode,
  watchingSystems,
} from "./scene-parts.ts";
import { changes } from "./tone.ts";

const MOST_VARIABLES = 12;

/** What all paths of an area begin with tells none from another: `…/archive/:id` for `/api/admin/archive/:id`. */
function withoutPrefix(nodes: readonly SceneNode[]): readonly SceneNode[] {
  const [first, ...others] = nodes.map((node) => node.title.split("/"));
  if (!first || others.length === 0) return nodes;
  let shared = 0;
  while (
    shared < first.length - 1 &&
    others.every((parts) => parts[shared] === first[shared] && parts.length > shared + 1)
  )
    shared++;
  const prefix = first.slice(0, shared).join("/");
  // The root alone is no prefix worth leaving out.
  return prefix.length < 5 ? nodes : nodes.map((node) => ({ ...node, title: `…${node.title.slice(prefix.length)}` }));
}

/** The scene of an area. */
export function areaScene(atlas: Atlas, area: AreaView, shown: ReadonlySet<number>): Scene {
  const entries = shownOf(atlas, area.entries, shown);
  const within = new Set(entries.map((view) => view.index));
  const modules = new Map<string, EntryView[]>();
  for (const view of entries) {
    for (const file of view.modules) modules.set(file, [...(modules.get(file) ?? []), view]);
  }
  const watching = watchingSystems(atlas);
  const systems = atlas.systems.flatMap((system) => {
    if (watching.has(system.system.id)) return [];
    const touching = shownOf(atlas, system.entries, within);
    return touching.length > 0 ? [systemNode(system, touching)] : [];
  });
  const config = configNode(
    atlas.config.filter((view) => view.entries.some((index) => within.has(index))),
    MOST_VARIABLES,
  );

  const edges = new EdgeCollector();
  for (const view of entries) collectEdges(view, edges, watching);
  const columns: Scene["columns"] = [
    ...columnsAhead(atlas, within),
    { kind: "entry", title: "Paths", nodes: withoutPrefix(entries.map((view) => entryNode(atlas, view, "entry"))) },
    {
      kind: "module",
      title: "Through",
      nodes: [...modules].map(([file, users]) => moduleNode(file, count(users.length, "path"))),
    },
    { kind: "system", title: "Systems", nodes: config ? [...systems, config] : systems },
  ];
  return { columns, edges: edges.finish(columns.flatMap((column) => column.nodes)) };
}

function collectEdges(view: EntryView, edges: EdgeCollector, watching: ReadonlySet<string>): void {
  const { entry } = view;
  const id = `entry:${entry.id}`;
  const registered = { text: entry.label, file: entry.file, line: entry.line };
  edges.add({ from: `caller:${entry.kind}`, to: `lane:${view.lane}`, kind: "access", evidence: registered });
  if (entry.guards.length === 0) edges.add({ from: `lane:${view.lane}`, to: id, kind: "access", evidence: registered });
  for (const guard of entry.guards) {
    const evidence = { text: `${guard.kind}: ${guard.name}`, file: guard.file, line: guard.line };
    edges.add({ from: `lane:${view.lane}`, to: id, kind: "access", evidence });
  }
  for (const effect of entry.effects) {
    const kind = changes(effect.access) ? "write" : "read";
    if (watching.has(effect.system)) continue;
    const unsafe = effect.retrySafe === false ? { unsafe: true as const } : {};
    const evidence = { text: effectText(view, effect), file: effect.file, line: effect.line };
    const to = nodeOfEffect(effect);
    if (effect.file === entry.handler.file) {
      edges.add({ from: id, to, kind, evidence, ...unsafe });
    } else {
      edges.add({ from: id, to: `module:${effect.file}`, kind, evidence, ...unsafe });
      edges.add({ from: `module:${effect.file}`, to, kind, evidence, ...unsafe });
      edges.add({ from: id, to, kind, evidence, ...unsafe, bypass: true });
    }
  }
  for (const name of entry.config) {
    const evidence = { text: `${entry.label}: ${name}`, file: entry.handler.file, line: entry.handler.line };
    edges.add({ from: id, to: `variable:${name}`, kind: "config", evidence, quiet: true });
  }
}

/** A file behind the handlers. */
export function moduleNode(file: string, detail: string): SceneNode {
  const title = (file.split("/").at(-1) ?? file).replace(/\.[cm]?[jt]sx?$/, "");
  return {
    id: `module:${file}`,
    kind: "module",
    title,
    detail,
    icon: "module",
    tone: "ok",
    badges: [],
    label: `${file}: ${detail}`,
    place: { file, line: 1 },
  };
}
