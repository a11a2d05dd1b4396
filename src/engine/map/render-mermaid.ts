/**
 * The map as a Mermaid flowchart, for READMEs and pull requests.
 *
 * Mermaid refuses more than 500 edges and 50,000 characters unless told otherwise, so the level of detail follows the
 * size. https://mermaid.js.org/config/schema-docs/config.html (`maxEdges`, `maxTextSize`)
 */
import type { Atlas } from "./atlas.ts";
import { escapeMermaid } from "./escape.ts";
import { buildScene, type MapView, type Scene, type SceneEdge, type SceneNode } from "./scene.ts";
import { changes } from "./tone.ts";

const MOST_EDGES = 300;
/** Up to this many entry points each is drawn. */
const SINGLY = 40;

/** Renders a view; without one, entry points where they are few, areas where they are many. */
export function renderMermaid(atlas: Atlas, view?: MapView, shown?: ReadonlySet<number>): string {
  const indexes = shown ?? new Set(atlas.entries.keys());
  if (!view && indexes.size <= SINGLY) {
    const text = everyPath(atlas, indexes);
    if (text) return text;
  }
  return fromScene(buildScene(atlas, view ?? { level: "service", detail: "cells" }, indexes));
}

function fromScene(scene: Scene): string {
  const names = new Names();
  const lines = ["flowchart LR"];
  for (const [index, column] of scene.columns.entries()) {
    if (column.nodes.length === 0) continue;
    lines.push(`  subgraph c${index}["${escapeMermaid(column.title)}"]`);
    for (const node of column.nodes) {
      const rows = node.rows ?? [];
      if (rows.length === 0) {
        lines.push(`    ${shapeOf(node, names.of(node.id))}`);
        continue;
      }
      lines.push(`    subgraph ${names.of(node.id)}["${escapeMermaid(node.title)}"]`);
      for (const row of rows) lines.push(`      ${shapeOf(row, names.of(row.id))}`);
      lines.push("    end");
    }
    lines.push("  end");
  }
  const edges = scene.edges.filter((edge) => !edge.bypass && edge.kind !== "config");
  const kept = [...edges].sort((a, b) => b.weight - a.weight).slice(0, MOST_EDGES);
  for (const edge of kept) lines.push(`  ${names.of(edge.from)} ${arrowOf(edge)} ${names.of(edge.to)}`);
  if (kept.length < edges.length) lines.push(`  %% ${edges.length - kept.length} weaker edges left out`);
  return `${lines.join("\n")}\n`;
}

/** Each entry point by name, grouped by area. */
function everyPath(atlas: Atlas, shown: ReadonlySet<number>): string | undefined {
  const names = new Names();
  const lines = ["flowchart LR"];
  const edges = new Map<string, string>();
  for (const lane of atlas.lanes) {
    if (lane.entries.some((index) => shown.has(index))) {
      lines.push(`  ${names.of(`lane:${lane.id}`)}(["${escapeMermaid(lane.title)}"])`);
    }
  }
  for (const [position, area] of atlas.areas.entries()) {
    const own = area.entries.filter((index) => shown.has(index));
    if (own.length === 0) continue;
    lines.push(`  subgraph a${position}["${escapeMermaid(area.title)}"]`);
    for (const index of own) {
      const view = atlas.entries[index];
      if (!view) continue;
      lines.push(`    ${names.of(`entry:${view.entry.id}`)}["${escapeMermaid(view.entry.label)}"]`);
      edges.set(`${names.of(`lane:${view.lane}`)} --> ${names.of(`entry:${view.entry.id}`)}`, "");
      for (const touch of view.touches) {
        const to = names.of(`${touch.system}/${touch.target ?? ""}`);
        const arrow = touch.unsafe ? "== again ==>" : touch.access.some(changes) ? "==>" : "-.->";
        edges.set(`${names.of(`entry:${view.entry.id}`)} ${arrow} ${to}`, "");
      }
    }
    lines.push("  end");
  }
  for (const [position, view] of atlas.systems.entries()) {
    const used = view.targets.filter((target) =>
      [...target.readers, ...target.writers].some((index) => shown.has(index)),
    );
    if (used.length === 0) continue;
    lines.push(`  subgraph s${position}["${escapeMermaid(view.system.name)}"]`);
    for (const target of used) {
      const label = escapeMermaid(target.name || view.system.name);
      const name = names.of(`${view.system.id}/${target.name}`);
      lines.push(`    ${view.system.kind === "database" ? `${name}[("${label}")]` : `${name}["${label}"]`}`);
    }
    lines.push("  end");
  }
  if (edges.size > MOST_EDGES) return undefined;
  lines.push(...[...edges.keys()].map((edge) => `  ${edge}`));
  return `${lines.join("\n")}\n`;
}

function shapeOf(node: SceneNode, name: string): string {
  const title = node.method ? `${node.method} ${node.title}` : node.title;
  const detail = node.kind === "area" || node.kind === "guard" ? node.detail : undefined;
  const text = `"${escapeMermaid(title)}${detail ? `<br/><small>${escapeMermaid(detail)}</small>` : ""}"`;
  if (node.kind === "caller" || node.kind === "guard") return `${name}([${text}])`;
  if (node.kind === "system" || node.kind === "target") return `${name}[(${text})]`;
  if (node.kind === "variable" || node.kind === "config") return `${name}>${text}]`;
  return `${name}[${text}]`;
}

function arrowOf(edge: SceneEdge): string {
  if (edge.unsafe) return "== not safe to repeat ==>";
  return edge.kind === "read" ? "-.->" : edge.kind === "write" ? "==>" : "-->";
}

/** Short names for ids: `n1`, `n2` … */
class Names {
  readonly #names = new Map<string, string>();

  of(id: string): string {
    let name = this.#names.get(id);
    if (name === undefined) {
      name = `n${this.#names.size + 1}`;
      this.#names.set(id, name);
    }
    return name;
  }
}
