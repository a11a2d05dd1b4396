/** The map as one SVG document: any level, no script, no font or file from elsewhere. */
import type { Atlas } from "./atlas.ts";
import { EXPORT_COLORS } from "./colors.ts";
import { escapeMarkup } from "./escape.ts";
import { type IconName, iconPath } from "./icons.ts";
import { cellPitch, edgePath, type Layout, layOut, type PlacedNode } from "./layout.ts";
import { type Metrics, WIDE } from "./metrics.ts";
import { buildScene, type MapView, type SceneNode } from "./scene.ts";

/** Draws a view. `shown` are the indexes of entry points; all when absent. */
export function renderSvg(atlas: Atlas, view: MapView, shown?: ReadonlySet<number>): string {
  const scene = buildScene(atlas, view, shown ?? new Set(atlas.entries.keys()));
  const layout = layOut(scene, WIDE);
  const width = Math.ceil(layout.width);
  const height = Math.ceil(layout.height);
  const title = `Service map of ${atlas.map.root || "the service"}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(title)}">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${EXPORT_COLORS}${DRAWING_STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...layout.columns.map(
      (column) => `<text class="column" x="${round(column.x)}" y="24">${escapeMarkup(column.title)}</text>`,
    ),
    drawEdges(layout),
    ...layout.nodes.map((node) => drawNode(node, WIDE)),
    "</svg>",
    "",
  ].join("\n");
}

const DRAWING_STYLE = `
svg { font: 12px system-ui, "Segoe UI", sans-serif; } .ground { fill: var(--ground); } text { fill: var(--text); }
.column { fill: var(--faint); font-weight: 600; } .faint { fill: var(--faint); font-size: 11px; } .title { font-weight: 600; }
.box { fill: var(--panel); stroke: var(--line); } .absent { stroke: var(--warning); stroke-dasharray: 4 3; } .unread { stroke-dasharray: 2 3; }
.icon { fill: none; stroke: currentColor; stroke-width: 1.25; stroke-linecap: round; stroke-linejoin: round; color: var(--faint); }
.edge { fill: none; stroke: var(--edge); stroke-width: 1; opacity: .75; } .edge.write { stroke-width: 1.8; } .edge.config { stroke-dasharray: 2 3; }
.edge.unsafe { stroke: var(--warning); stroke-dasharray: 6 3; } .method { font: 600 10px ui-monospace, monospace; fill: var(--accent); }
.t-error { color: var(--error); fill: var(--error); } .t-warning { color: var(--warning); fill: var(--warning); } .t-note { color: var(--note); fill: var(--note); }
.t-unknown { color: var(--unknown); fill: var(--unknown); } .t-ok { color: var(--ok); fill: var(--ok); }
.icon.t-error, .icon.t-warning, .icon.t-note, .icon.t-unknown, .icon.t-ok { fill: none; }
rect.cell.t-ok { fill: none; stroke: var(--ok); } rect.cell.t-unknown { fill: none; stroke: var(--unknown); stroke-dasharray: 2 1.500; }`;

function drawEdges(layout: Layout): string {
  return layout.edges
    .filter((placed) => !placed.edge.quiet)
    .map((placed) => {
      const { kind, unsafe, label } = placed.edge;
      return `<path class="edge ${kind}${unsafe ? " unsafe" : ""}" d="${edgePath(placed)}"><title>${escapeMarkup(label)}</title></path>`;
    })
    .join("\n");
}

function drawNode(placed: PlacedNode, metrics: Metrics): string {
  const { node, x, y, width, height } = placed;
  const broken = node.broken === "absent" ? " absent" : node.broken === "unknown" ? " unread" : "";
  const parts = [
    `<g><title>${escapeMarkup(node.label)}</title>`,
    `<rect class="box${broken}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6"/>`,
    drawIcon(node.icon, x + 10, y + 8, node.tone === "ok" ? "" : `t-${node.tone}`),
    drawTitle(node, x + 32, y + 19, width - 40),
  ];
  const badges = node.badges.filter((badge) => badge.tone !== "ok");
  const below = node.kind === "area";
  if (node.detail) {
    const room = width - 42 - (below ? 0 : badges.length * 30);
    parts.push(
      `<text class="faint" x="${round(x + 32)}" y="${round(y + 35)}">${escapeMarkup(fit(node.detail, room, 5.6))}</text>`,
    );
  }
  for (const [index, badge] of badges.entries()) {
    const left = below ? x + 10 + index * 34 : x + width - 30 * (badges.length - index);
    const top = below ? y + metrics.header - 1 : y + 25;
    parts.push(drawIcon(badge.kind, left, top, `t-${badge.tone}`, 13));
    parts.push(
      `<text class="faint t-${badge.tone}" x="${round(left + 15)}" y="${round(top + 10.5)}">${badge.count}</text>`,
    );
  }
  for (const row of placed.rows) {
    parts.push(`<g><title>${escapeMarkup(row.node.label)}</title>`);
    parts.push(drawIcon(row.node.icon, row.x + 10, row.y + 5, row.node.tone === "ok" ? "" : `t-${row.node.tone}`, 13));
    const detail = row.node.detail ?? "";
    const reaches = row.node.reaches?.length ?? 0;
    const end = reaches > 0 ? reaches * 16 : Math.min(detail.length * 5.4, row.width / 2);
    parts.push(drawTitle(row.node, row.x + 30, row.y + 16, row.width - 42 - end));
    for (const [index, name] of (row.node.reaches ?? []).entries()) {
      parts.push(drawIcon(name, row.x + row.width - 8 - 16 * (reaches - index), row.y + 5, "", 13));
    }
    if (reaches === 0 && detail) {
      const text = escapeMarkup(fit(detail, row.width / 2, 5.4));
      parts.push(
        `<text class="faint" text-anchor="end" x="${round(row.x + row.width - 10)}" y="${round(row.y + 16)}">${text}</text>`,
      );
    }
    parts.push("</g>");
  }
  if (placed.cells && node.cells) {
    const pitch = cellPitch(metrics);
    for (const [index, cell] of node.cells.entries()) {
      const left = placed.cells.x + (index % placed.cells.perLine) * pitch;
      const top = placed.cells.y + Math.floor(index / placed.cells.perLine) * pitch;
      parts.push(
        `<rect class="cell t-${cell.tone}" x="${round(left + 0.5)}" y="${round(top + 0.5)}" width="${metrics.cell - 1}" height="${metrics.cell - 1}" rx="2"/>`,
      );
    }
  }
  parts.push("</g>");
  return parts.join("");
}

function drawTitle(node: SceneNode, x: number, y: number, room: number): string {
  const method = node.method ? `${node.method} ` : "";
  const text = escapeMarkup(fit(node.title, room - method.length * 6.3, 6.6));
  return `<text class="title" x="${round(x)}" y="${round(y)}">${method ? `<tspan class="method">${escapeMarkup(method)}</tspan>` : ""}${text}</text>`;
}

function drawIcon(name: IconName, x: number, y: number, tone: string, edge = 14): string {
  return `<path class="icon ${tone}" transform="translate(${round(x)} ${round(y)}) scale(${round(edge / 16)})" d="${iconPath(name)}"/>`;
}

/** Cuts text to a width, by the average width of a letter: a drawing cannot measure. */
function fit(text: string, room: number, letter: number): string {
  const most = Math.max(3, Math.floor(room / letter));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
