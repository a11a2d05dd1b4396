/** The whole service: callers, lanes, areas, systems. */
import type { AreaView, Atlas, EntryView } from "./atlas.ts";
import { count } from "./badges.ts";
import type { MapView, Scene, SceneNode } from "./scene.ts";
import {
  columnsAhead,
  configNode,
  EdgeCollector,
  effectText,
  entryNode,
  shownOf,
  sumBadges,
  systemNode,
  watchingSystems,
} from "./scene-parts.ts";
import { changes, compareTones, worst } from "./tone.ts";

/** With more areas than this, edges are drawn only for what is looked at: a hundred grey lines say nothing. */
const QUIET_ABOVE = 14;
const MOST_VARIABLES = 8;

/** With more areas than this, a service of several applications shows these first. */
const APPS_ABOVE = 60;

/** True where the overview shows applications rather than areas. */
export function startsWithApps(atlas: Atlas): boolean {
  return atlas.manyApps && atlas.areas.length > APPS_ABOVE;
}

/** The scene of the whole service, or of one application. */
export function serviceScene(
  atlas: Atlas,
  view: Extract<MapView, { level: "service" }>,
  everyShown: ReadonlySet<number>,
): Scene {
  const { detail, app } = view;
  const inApp = (index: number) => app === undefined || atlas.entries[index]?.entry.app === app;
  const shown = new Set([...everyShown].filter(inApp));
  const byApp = app === undefined && detail === "cells" && startsWithApps(atlas);
  const homeOf = (entry: EntryView) => (byApp ? `app:${entry.entry.app}` : `area:${entry.area}`);

  const areas = (byApp ? appsAsAreas(atlas) : atlas.areas).flatMap((area) => {
    const entries = shownOf(atlas, area.entries, shown);
    return entries.length > 0 ? [areaNode(atlas, area, entries, view, byApp)] : [];
  });
  const systems: SceneNode[] = atlas.systems.flatMap((system) => {
    const entries = shownOf(atlas, system.entries, shown);
    // The overview counts targets; their names stand one level down.
    return entries.length > 0 ? [{ ...systemNode(system, entries), rows: [] }] : [];
  });
  const filtered = shown.size < atlas.entries.length;
  const config = configNode(
    filtered ? atlas.config.filter((view) => view.entries.some((index) => shown.has(index))) : atlas.config,
    MOST_VARIABLES,
  );
  if (config) systems.push({ ...config, rows: [] });

  const edges = new EdgeCollector();
  const watching = watchingSystems(atlas);
  const quiet = areas.length > QUIET_ABOVE || detail === "rows" ? { quiet: true as const } : {};
  for (const index of shown) {
    const entryView = atlas.entries[index];
    if (!entryView) continue;
    const { entry } = entryView;
    const registered = { text: entry.label, file: entry.file, line: entry.line };
    const guard = entry.guards[0];
    const checked = guard ? { text: `${entry.label}: ${guard.name}`, file: guard.file, line: guard.line } : registered;
    edges.add({ from: `caller:${entry.kind}`, to: `lane:${entryView.lane}`, kind: "access", evidence: registered });
    edges.add({ from: `lane:${entryView.lane}`, to: homeOf(entryView), kind: "access", evidence: checked, ...quiet });
    for (const effect of entry.effects) {
      edges.add({
        from: homeOf(entryView),
        to: `system:${effect.system}`,
        kind: changes(effect.access) ? "write" : "read",
        evidence: { text: effectText(entryView, effect), file: effect.file, line: effect.line },
        ...(effect.retrySafe === false && !watching.has(effect.system) ? { unsafe: true as const } : {}),
        ...(watching.has(effect.system) ? { quiet: true as const } : quiet),
      });
    }
    for (const name of entry.config) {
      edges.add({
        from: homeOf(entryView),
        to: "config",
        kind: "config",
        evidence: { text: `${entry.label}: ${name}`, file: entry.handler.file, line: entry.handler.line },
        quiet: true,
      });
    }
  }
  const columns: Scene["columns"] = [
    ...columnsAhead(atlas, shown),
    { kind: "area", title: byApp ? "Applications" : "Areas", nodes: areas },
    { kind: "system", title: "Systems", nodes: systems },
  ];
  return { columns, edges: edges.finish(columns.flatMap((column) => column.nodes)) };
}

/** Applications in the shape of areas. */
function appsAsAreas(atlas: Atlas): readonly AreaView[] {
  const apps = new Map<string, AreaView & { entries: number[] }>();
  for (const area of atlas.areas) {
    const known = apps.get(area.app) ?? { ...area, id: area.app, title: area.app || "root", entries: [] };
    known.entries.push(...area.entries);
    apps.set(area.app, known);
  }
  return [...apps.values()];
}

function areaNode(
  atlas: Atlas,
  area: AreaView,
  entries: readonly EntryView[],
  view: Extract<MapView, { level: "service" }>,
  isApp: boolean,
): SceneNode {
  const badges = sumBadges(entries);
  const total =
    entries.length < area.entries.length
      ? `${entries.length} of ${count(area.entries.length, "path")}`
      : count(entries.length, "path");
  const worstFirst = [...entries].sort((a, b) => compareTones(a.tone, b.tone));
  const home = atlas.manyApps && !isApp && view.app === undefined ? ` · ${area.app.split("/").at(-1) || "root"}` : "";
  return {
    id: isApp ? `app:${area.app}` : `area:${area.id}`,
    kind: "area",
    title: area.title,
    detail: `${total}${home}`,
    icon: "area",
    tone: worst(entries.map((entry) => entry.tone)),
    badges,
    label: [`${area.title}: ${total}`, ...badges.map((badge) => badge.text)].join(". "),
    ...(view.detail === "rows"
      ? { rows: entries.map((entry) => entryNode(atlas, entry, "row")) }
      : { cells: worstFirst.map((entry) => ({ entry: entry.entry.id, tone: entry.tone })) }),
  };
}
