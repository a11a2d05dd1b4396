/** Sizes of drawings, and how they give way to the place where a drawing is seen. Units are CSS pixels. */
import type { ColumnKind, Scene, SceneNode } from "./scene.ts";

/** Sizes. `compact` is for a sidebar: callers and guards are icons, files are left out. */
export interface Metrics {
  readonly compact: boolean;
  readonly widths: Readonly<Record<ColumnKind, number>>;
  readonly gap: number;
  readonly margin: number;
  /** Space above the nodes for the titles of the columns. */
  readonly top: number;
  readonly between: number;
  readonly header: number;
  readonly row: number;
  readonly cell: number;
  /** Width over height that many areas should take together. */
  readonly aspect: number;
  /** Width of the place where it will be seen, where known: areas flow into no more columns than can be read there. */
  readonly room?: number;
  /** Height of that place: in a taller drawing the columns beside the middle one float. */
  readonly sight?: number;
}

/** For a tab, an export, a page. */
export const WIDE: Metrics = {
  compact: false,
  widths: { caller: 148, guard: 172, area: 224, entry: 280, module: 164, system: 196 },
  gap: 68,
  margin: 20,
  top: 40,
  between: 12,
  header: 44,
  row: 24,
  cell: 10,
  aspect: 1.15,
};

/** For a sidebar of 300 pixels. */
export const COMPACT: Metrics = {
  compact: true,
  widths: { caller: 26, guard: 26, area: 108, entry: 126, module: 0, system: 82 },
  gap: 12,
  margin: 6,
  top: 8,
  between: 8,
  header: 40,
  row: 22,
  cell: 8,
  aspect: 0,
};

/** Below this scale text is too small to read at ease. */
export const READABLE = 0.85;
/** How far columns may become narrower, and gaps. */
const NARROWEST = 0.8;
const LEAST_GAP = 40;
const MOST_GAP = 120;

/**
 * Sizes for a place that is `room` pixels wide: narrower gaps and columns before the drawing must be made smaller, wider
 * gaps where there is room to spare.
 */
export function fitMetrics(scene: Scene, metrics: Metrics, room: number, sight: number): Metrics {
  const kinds = scene.columns.filter((column) => column.nodes.length > 0).map((column) => column.kind);
  const shown = kinds.filter((kind) => metrics.widths[kind] > 0);
  const gaps = Math.max(1, shown.length - 1);
  if (metrics.compact) {
    // Icons keep their size: the other columns share what is left as their names need it.
    const flexible = shown.filter((kind) => metrics.widths[kind] > 40);
    const fixed = shown.filter((kind) => !flexible.includes(kind)).reduce((sum, kind) => sum + metrics.widths[kind], 0);
    const left = room - 2 * metrics.margin - gaps * metrics.gap - fixed;
    const needs = flexible.map((kind) => {
      const nodes = scene.columns.find((column) => column.kind === kind)?.nodes ?? [];
      return widthFor(nodes, metrics.widths[kind]);
    });
    const all = needs.reduce((sum, need) => sum + need, 0);
    const widths = { ...metrics.widths };
    for (const [index, kind] of flexible.entries()) widths[kind] = Math.max(60, (left * (needs[index] ?? 0)) / all);
    return { ...metrics, widths, sight };
  }
  const wanted = { ...metrics.widths };
  for (const column of scene.columns) {
    if (shown.includes(column.kind)) wanted[column.kind] = widthFor(column.nodes, metrics.widths[column.kind]);
  }
  const across = shown.reduce((total, kind) => total + wanted[kind], 0);
  const gap = Math.max(LEAST_GAP, Math.min(MOST_GAP, (room - across - 2 * metrics.margin) / gaps));
  const spare = room - 2 * metrics.margin - gaps * gap;
  // What the others gather around gives way last.
  const middle = shown.find((kind) => kind === "entry" || kind === "area");
  if (middle && across + gaps * LEAST_GAP > room - 2 * metrics.margin)
    wanted[middle] = Math.min(wanted[middle], metrics.widths[middle] * CROWDED_SHARE);
  const aside = shown.filter((kind) => kind !== middle).map((kind) => wanted[kind]);
  const most = capFor(aside, spare - (middle ? wanted[middle] : 0));
  const capOf = (kind: ColumnKind) => (kind === middle ? wanted[kind] : Math.min(wanted[kind], most));
  const capped = (Object.keys(wanted) as ColumnKind[]).map((kind) => [kind, capOf(kind)] as const);
  const left = shown.reduce((total, kind) => total + capOf(kind), 0);
  const ratio = Math.max(NARROWEST, Math.min(1, spare / left));
  const widths = Object.fromEntries(capped.map(([kind, width]) => [kind, width * ratio]));
  return { ...metrics, gap, widths: widths as Metrics["widths"], room, sight };
}

/** No column is cut below this for others to fit. */
const SHORTEST_CAP = 150;

/** The width that no column may exceed for all to fit: wide columns give way before narrow ones do. */
function capFor(widths: readonly number[], spare: number): number {
  const ascending = [...widths].sort((a, b) => a - b);
  let left = spare;
  for (const [index, width] of ascending.entries()) {
    const share = left / (ascending.length - index);
    if (width > share) return Math.max(SHORTEST_CAP, share);
    left -= width;
  }
  return Number.POSITIVE_INFINITY;
}

/** Of the usual width: names that are short or long take less or more, within reason. */
const LEAST_SHARE = 0.8;
const MOST_SHARE = 1.4;
/** What the middle column may take where there is little room. */
const CROWDED_SHARE = 0.85;

/** Width in which the names of a column can be read. */
function widthFor(nodes: readonly SceneNode[], usual: number): number {
  let needed = 0;
  for (const node of nodes) {
    const method = node.method ? (node.method.length + 1) * LETTER.detail : 0;
    needed = Math.max(needed, AROUND.title + method + node.title.length * LETTER.title);
    if (node.kind !== "entry") needed = Math.max(needed, AROUND.title + (node.detail?.length ?? 0) * LETTER.detail);
    for (const row of node.rows ?? []) {
      const detail = row.detail ? AROUND.detail + row.detail.length * LETTER.detail : 0;
      needed = Math.max(needed, AROUND.row + row.title.length * LETTER.row + detail);
    }
  }
  return Math.min(usual * MOST_SHARE, Math.max(usual * LEAST_SHARE, needed));
}

/** Mean width of a letter, and what icons and paddings take. */
const LETTER = { title: 8.3, row: 7.2, detail: 6.6 } as const;
const AROUND = { title: 52, row: 44, detail: 12 } as const;
