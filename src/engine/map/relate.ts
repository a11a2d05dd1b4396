/** From a node of a scene to the entry points behind it: what is highlighted, and "what touches this table". */
import type { Atlas, EntryView } from "./atlas.ts";
import { targetId } from "./scene-parts.ts";

/** Indexes of the entry points that a node stands for or is used by. */
export function entriesOfNode(atlas: Atlas, id: string): readonly number[] {
  const colon = id.indexOf(":");
  const kind = colon < 0 ? id : id.slice(0, colon);
  const name = id.slice(colon + 1);
  switch (kind) {
    case "caller":
      return atlas.callers.find((view) => view.kind === name)?.entries ?? [];
    case "lane":
      return atlas.lanes.find((view) => view.id === name)?.entries ?? [];
    case "area":
      return atlas.areas.find((view) => view.id === name)?.entries ?? [];
    case "app":
      return where(atlas, (view) => view.entry.app === name);
    case "entry":
      return where(atlas, (view) => view.entry.id === name);
    case "module":
      return where(atlas, (view) => view.modules.includes(name));
    case "system":
      return atlas.systems.find((view) => view.system.id === name)?.entries ?? [];
    case "target":
      return where(atlas, (view) => view.touches.some((touch) => targetId(touch.system, touch.target ?? "") === id));
    case "variable":
      return atlas.config.find((view) => view.config.name === name)?.entries ?? [];
    case "config":
      return where(atlas, (view) => view.entry.config.length > 0);
    default:
      return [];
  }
}

/** Ids of every node that an entry point's path runs through, in any scene. */
export function nodesOfEntry(view: EntryView): readonly string[] {
  const { entry } = view;
  return [
    `caller:${entry.kind}`,
    `lane:${view.lane}`,
    `app:${entry.app}`,
    `area:${view.area}`,
    `entry:${entry.id}`,
    ...view.modules.map((file) => `module:${file}`),
    ...view.touches.flatMap((touch) => [`system:${touch.system}`, targetId(touch.system, touch.target ?? "")]),
    ...(entry.config.length > 0 ? ["config"] : []),
    ...entry.config.map((name) => `variable:${name}`),
  ];
}

/**
 * Nodes to highlight with one: for an entry point its whole path; for anything else itself and the entry points, areas
 * and files that lead there, but not what else those reach.
 */
export function relatedNodes(atlas: Atlas, id: string): ReadonlySet<string> {
  const related = new Set([id]);
  for (const index of entriesOfNode(atlas, id)) {
    const view = atlas.entries[index];
    if (!view) continue;
    const path = nodesOfEntry(view);
    const whole = /^(?:entry|area|app):/.test(id);
    for (const node of path) {
      if (whole || /^(?:entry|area|app|module):/.test(node)) related.add(node);
    }
  }
  return related;
}

function where(atlas: Atlas, test: (view: EntryView) => boolean): readonly number[] {
  return atlas.entries.filter(test).map((view) => view.index);
}
