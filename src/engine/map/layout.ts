/**
 * Layout: places a scene. Columns stand left to right as the scene gives them; areas flow into several columns side by
 * side when there are many; systems and modules are ordered by what leads to them, so that few edges cross.
 *
 * A general layout engine is not needed: layers are known beforehand, and time is linear in nodes and edges (2,000 entry
 * points take a few milliseconds), so it runs where the drawing happens. Units are CSS pixels.
 */
import { type Metrics, READABLE } from "./metrics.ts";
import type { ColumnKind, Scene, SceneEdge, SceneNode } from "./scene.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly PlacedColumn[];
  /** By y. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedColumn {
  readonly title: string;
  readonly kind: ColumnKind;
  readonly x: number;
  readonly width: number;
  /** Height of its nodes where the column should stay in sight while the others scroll. */
  readonly floats?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: SceneNode;
  readonly column: number;
  readonly rows: readonly (Box & { readonly node: SceneNode })[];
  /** Top left of the squares, and how many stand in a line. */
  readonly cells?: { readonly x: number; readonly y: number; readonly perLine: number };
}

export interface PlacedEdge {
  readonly edge: SceneEdge;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Columns of the ends. */
  readonly columns: readonly [from: number, to: number];
}

/** With more areas than this they flow into several columns. */
const ONE_COLUMN = 12;

/** Places the nodes and edges of a scene. */
export function layOut(scene: Scene, metrics: Metrics): Layout {
  const neighbours = neighboursOf(scene.edges);
  const columns: PlacedColumn[] = [];
  const placed: PlacedNode[][] = [];
  const shownColumns = scene.columns.filter((column) => column.nodes.length > 0 && metrics.widths[column.kind] > 0);
  let x = metrics.margin;

  const tallest = Math.max(...shownColumns.map((column) => heightOf(column.nodes, metrics)), 0);
  for (const [index, column] of shownColumns.entries()) {
    const width = metrics.widths[column.kind];
    const lines = column.kind === "area" && metrics.aspect > 0 ? linesFor(column.nodes, shownColumns, metrics) : 1;
    const sized = column.nodes.map((node) => size(node, index, width, metrics));
    const across = width * lines + metrics.between * (lines - 1);
    columns.push({ title: column.title, kind: column.kind, x, width: across });
    placed.push(lines > 1 ? flow(sized, x, width, lines, metrics) : stack(sized, x, metrics));
    x += across + metrics.gap;
  }
  const middle = middleColumn(shownColumns.map((column) => column.kind));
  const bottom = Math.max(...placed.map((nodes) => bottomOf(nodes)), metrics.top);
  const floats = metrics.sight !== undefined && bottom > metrics.sight * TALL;
  if (floats) {
    for (const [index, column] of columns.entries()) {
      if (index !== middle) columns[index] = { ...column, floats: bottomOf(placed[index] ?? []) - metrics.top };
    }
  } else settle(placed, middle, neighbours, bottom, metrics);

  const nodes = placed.flat().sort((a, b) => a.y - b.y);
  const height = Math.max(...nodes.map((node) => node.y + node.height), Math.min(tallest, bottom)) + metrics.margin;
  return { width: x - metrics.gap + metrics.margin, height, columns, nodes, edges: connect(scene.edges, nodes) };
}

/** A drawing this much taller than its place lets its side columns float. */
const TALL = 1.3;

/** The areas, or the paths: what the others gather around. */
function middleColumn(kinds: readonly ColumnKind[]): number {
  const middle = kinds.findIndex((kind) => kind === "area" || kind === "entry");
  return Math.max(middle, 0);
}

function neighboursOf(edges: readonly SceneEdge[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
  for (const edge of edges) {
    add(edge.from, edge.to);
    add(edge.to, edge.from);
  }
  return neighbours;
}

const CELL_GAP = 2;
const PADDING = 8;

type Sized = { -readonly [K in keyof PlacedNode]: PlacedNode[K] };

function size(node: SceneNode, column: number, width: number, metrics: Metrics): Sized {
  const iconOnly = metrics.compact && (node.kind === "caller" || (node.kind === "guard" && !node.rows?.length));
  const rows = metrics.compact && width < 40 ? [] : (node.rows ?? []);
  const header = iconOnly || (metrics.compact && width < 40) ? width : metrics.header;
  let height = header;
  const sized: Sized = { node, column, x: 0, y: 0, width, height, rows: [] };
  if (rows.length > 0) {
    sized.rows = rows.map((row, index) => ({
      node: row,
      x: 0,
      y: header + index * metrics.row,
      width,
      height: metrics.row,
    }));
    height += rows.length * metrics.row + 4;
  }
  if (node.cells && node.cells.length > 0) {
    const perLine = Math.max(1, Math.floor((width - 2 * PADDING + CELL_GAP) / (metrics.cell + CELL_GAP)));
    const lines = Math.ceil(node.cells.length / perLine);
    const badges = node.badges.length > 0 ? 22 : 0;
    sized.cells = { x: PADDING, y: header + badges, perLine };
    height += badges + lines * (metrics.cell + CELL_GAP) + 6;
  } else if (node.kind === "area" && node.badges.length > 0) {
    for (const row of sized.rows) (row as { y: number }).y += 22;
    height += 22;
  }
  sized.height = height;
  return sized;
}

/** Size of a cell and the distance between two. */
export function cellPitch(metrics: Metrics): number {
  return metrics.cell + CELL_GAP;
}

function heightOf(nodes: readonly SceneNode[], metrics: Metrics): number {
  return nodes.reduce((sum, node) => sum + size(node, 0, 200, metrics).height + metrics.between, metrics.top);
}

/** How many columns areas need to come near the wanted proportions. */
function linesFor(
  nodes: readonly SceneNode[],
  columns: readonly { readonly kind: ColumnKind }[],
  metrics: Metrics,
): number {
  if (nodes.length <= ONE_COLUMN && nodes.every((node) => (node.rows?.length ?? 0) < 30)) return 1;
  const width = metrics.widths.area + metrics.between;
  const total = nodes.reduce(
    (sum, node) => sum + size(node, 0, metrics.widths.area, metrics).height + metrics.between,
    0,
  );
  const wanted = Math.max(2, Math.min(8, Math.round(Math.sqrt((metrics.aspect * total) / width))));
  if (metrics.room === undefined) return wanted;
  const others = columns.reduce((sum, { kind }) => sum + (kind === "area" ? 0 : metrics.widths[kind] + metrics.gap), 0);
  const most = Math.floor((metrics.room / READABLE - others - 2 * metrics.margin) / width);
  return Math.max(1, Math.min(wanted, most));
}

function stack(nodes: readonly Sized[], x: number, metrics: Metrics): PlacedNode[] {
  let y = metrics.top;
  return nodes.map((node) => {
    const moved = moveTo(node, x, y);
    y += node.height + metrics.between;
    return moved;
  });
}

/** Top to bottom, then the next line: alphabetical order stays readable. */
function flow(nodes: readonly Sized[], x: number, width: number, lines: number, metrics: Metrics): PlacedNode[] {
  const total = nodes.reduce((sum, node) => sum + node.height + metrics.between, 0);
  const wanted = total / lines;
  const result: PlacedNode[] = [];
  let line = 0;
  let y = metrics.top;
  for (const node of nodes) {
    const over = y - metrics.top + node.height / 2 > wanted;
    if (over && y > metrics.top && line < lines - 1) {
      line++;
      y = metrics.top;
    }
    result.push(moveTo(node, x + line * (width + metrics.between), y));
    y += node.height + metrics.between;
  }
  return result;
}

function moveTo(node: Sized, x: number, y: number): PlacedNode {
  return {
    ...node,
    x,
    y,
    rows: node.rows.map((row) => ({ ...row, x, y: y + row.y })),
    ...(node.cells ? { cells: { ...node.cells, x: x + node.cells.x, y: y + node.cells.y } } : {}),
  };
}

function bottomOf(nodes: readonly PlacedNode[]): number {
  return Math.max(0, ...nodes.map((node) => node.y + node.height));
}

/** Brings the other columns near to what they are connected with, outwards from the middle. */
function settle(
  placed: PlacedNode[][],
  middle: number,
  neighbours: ReadonlyMap<string, readonly string[]>,
  bottom: number,
  metrics: Metrics,
): void {
  const centres = new Map<string, number>();
  const remember = (nodes: readonly PlacedNode[]) => {
    for (const node of nodes) {
      centres.set(node.node.id, node.y + node.height / 2);
      for (const row of node.rows) centres.set(row.node.id, row.y + row.height / 2);
    }
  };
  remember(placed[middle] ?? []);
  const order = [...placed.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  for (const index of order) {
    if (index === middle) continue;
    const nodes = placed[index] ?? [];
    const wanted = nodes.map((node) => ({ node, y: wantedCentre(node, neighbours, centres) }));
    wanted.sort((a, b) => a.y - b.y);
    placed[index] = spread(wanted, bottom, metrics);
    remember(placed[index] ?? []);
  }
}

function wantedCentre(
  node: PlacedNode,
  neighbours: ReadonlyMap<string, readonly string[]>,
  centres: ReadonlyMap<string, number>,
): number {
  const ids = [node.node.id, ...node.rows.map((row) => row.node.id)];
  const known = ids.flatMap((id) => neighbours.get(id) ?? []).flatMap((id) => centres.get(id) ?? []);
  // Configuration belongs below the systems, whoever reads it.
  if (node.node.kind === "config" || known.length === 0) return Number.MAX_SAFE_INTEGER;
  return known.reduce((sum, y) => sum + y, 0) / known.length;
}

/** Nodes at their wanted height as far as they do not overlap, inside the drawing where they fit. */
function spread(wanted: readonly { node: PlacedNode; y: number }[], bottom: number, metrics: Metrics): PlacedNode[] {
  const total = wanted.reduce((sum, item) => sum + item.node.height + metrics.between, -metrics.between);
  const last = Math.max(bottom, metrics.top + total);
  let y = metrics.top;
  const tops = wanted.map((item) => {
    const top = Math.max(y, Math.min(item.y - item.node.height / 2, last));
    y = top + item.node.height + metrics.between;
    return top;
  });
  // Whatever was pushed below the end moves up again.
  let limit = last;
  for (let index = wanted.length - 1; index >= 0; index--) {
    const item = wanted[index];
    if (!item) continue;
    const top = Math.min(tops[index] ?? 0, limit - item.node.height);
    tops[index] = top;
    limit = top - metrics.between;
  }
  return wanted.map((item, index) => {
    const top = tops[index] ?? metrics.top;
    const by = top - item.node.y;
    return { ...item.node, y: top, rows: item.node.rows.map((row) => ({ ...row, y: row.y + by })) };
  });
}

function connect(edges: readonly SceneEdge[], nodes: readonly PlacedNode[]): readonly PlacedEdge[] {
  const boxes = new Map<string, Box & { readonly column: number }>();
  for (const node of nodes) {
    // Edges meet a node with rows at its head, and its rows at theirs.
    boxes.set(node.node.id, node.rows.length > 0 ? { ...node, height: Math.min(node.height, 44) } : node);
    // Rows that a narrow layout leaves out: their edges end at the whole.
    for (const row of node.node.rows ?? []) boxes.set(row.id, node);
    for (const row of node.rows) boxes.set(row.node.id, { ...row, column: node.column });
  }
  const hasModules = nodes.some((node) => node.node.kind === "module");
  return edges.flatMap((edge) => {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (!from || !to || (edge.bypass && hasModules)) return [];
    return [
      {
        edge,
        x1: from.x + from.width,
        y1: from.y + from.height / 2,
        x2: to.x,
        y2: to.y + to.height / 2,
        columns: [from.column, to.column] as const,
      },
    ];
  });
}

/** A curve that leaves and arrives level. */
export function edgePath(edge: PlacedEdge): string {
  const reach = Math.max(12, Math.abs(edge.x2 - edge.x1) * 0.45);
  const n = (value: number) => Math.round(value * 10) / 10;
  return `M${n(edge.x1)} ${n(edge.y1)}C${n(edge.x1 + reach)} ${n(edge.y1)} ${n(edge.x2 - reach)} ${n(edge.y2)} ${n(edge.x2)} ${n(edge.y2)}`;
}
