/**
 * The edges of the drawing: one curve each, and a wide invisible one to point at. Where columns float, the edges of what
 * is in sight follow them.
 */
import { type Box, edgePath, type Layout, type PlacedEdge } from "../engine/index.ts";
import { s } from "./dom.ts";

/** More edges than this are drawn only while highlighted. */
const MOST_DRAWN = 500;

export interface EdgeHandlers {
  choose(id: string): void;
}

/** Draws edges behind the nodes. */
export class EdgeLayer {
  readonly element = s("svg", { class: "edges", width: 1, height: 1, "aria-hidden": "true" });
  readonly #base = s("g");
  readonly #lit = s("g");
  readonly #handlers: EdgeHandlers;
  readonly #drawn = new Map<string, readonly SVGElement[]>();
  #layout: Layout | undefined;
  #candidates: readonly PlacedEdge[] = [];
  #boxes: ReadonlyMap<string, Box & { readonly column: number }> = new Map();
  #offsets: readonly number[] = [];
  #floats = "nothing floats" as "columns float" | "nothing floats";
  #litEdges: readonly PlacedEdge[] = [];

  constructor(handlers: EdgeHandlers) {
    this.#handlers = handlers;
    this.element.append(this.#base, this.#lit);
  }

  show(layout: Layout): void {
    this.#layout = layout;
    const boxes = new Map<string, Box & { readonly column: number }>();
    for (const node of layout.nodes) {
      boxes.set(node.node.id, node);
      for (const row of node.rows) boxes.set(row.node.id, { ...row, column: node.column });
    }
    this.#boxes = boxes;
    this.#floats = layout.columns.some((column) => column.floats !== undefined) ? "columns float" : "nothing floats";
    // Beside one floating column there is room for the edges that many areas would otherwise keep quiet about.
    const inLine = new Set(layout.nodes.filter((node) => this.#stands(node.column)).map((node) => node.x)).size === 1;
    const speaks = ({ edge }: PlacedEdge) =>
      !edge.quiet || (this.#floats === "columns float" && inLine && edge.kind !== "config");
    this.#candidates = layout.edges.filter(speaks);
    this.#drawn.clear();
    this.#base.replaceChildren();
    this.#lit.replaceChildren();
    this.#litEdges = [];
  }

  /** Brings edges in line with the nodes in sight and the offsets of the columns. */
  update(inSight: ReadonlySet<string>, offsets: readonly number[]): void {
    const moved = this.#floats === "columns float" && offsets.some((offset, index) => offset !== this.#offsets[index]);
    this.#offsets = offsets;
    if (this.#floats === "nothing floats" && this.#drawn.size > 0) return;
    const wanted = this.#candidates.filter((placed) => this.#isNear(placed, inSight)).slice(0, MOST_DRAWN);
    const ids = new Set(wanted.map(({ edge }) => edge.id));
    for (const [id, elements] of this.#drawn) {
      if (ids.has(id)) continue;
      for (const element of elements) element.remove();
      this.#drawn.delete(id);
    }
    for (const placed of wanted) {
      const known = this.#drawn.get(placed.edge.id);
      if (!known) {
        const elements = this.#draw(placed, "");
        this.#drawn.set(placed.edge.id, elements);
        this.#base.append(...elements);
      } else if (moved) {
        const d = this.#path(placed);
        for (const element of known) element.setAttribute("d", d);
      }
    }
    if (moved) this.#drawLit();
  }

  /** Lights the edges between related nodes. A row has no edges of its own in the overview: they are made here. */
  highlight(related: ReadonlySet<string> | undefined, selected: string | undefined): void {
    if (!related) {
      this.#litEdges = [];
    } else {
      const rows = [...related].filter((id) => id.startsWith("entry:") && this.#boxes.has(id));
      const single = rows.length === 1 ? rows[0] : undefined;
      const edges = this.#layout?.edges ?? [];
      const own = single !== undefined && edges.some(({ edge }) => edge.from === single || edge.to === single);
      const ofRow = single !== undefined && !own;
      const lit = edges.filter(({ edge }) => {
        if (edge.id === selected) return true;
        if (!related.has(edge.from) || !related.has(edge.to)) return false;
        return !(ofRow && /(?:^|→)(?:area|app):/.test(edge.id));
      });
      this.#litEdges = [...lit.slice(0, MOST_DRAWN), ...(ofRow ? this.#edgesOfRow(single, related) : [])];
    }
    this.#drawLit();
  }

  #drawLit(): void {
    this.#lit.replaceChildren(...this.#litEdges.flatMap((placed) => this.#draw(placed, "lit")));
  }

  /** A column that does not float. */
  #stands(column: number): boolean {
    return this.#layout?.columns[column]?.floats === undefined;
  }

  /** Ends in columns that scroll are in sight. */
  #isNear(placed: PlacedEdge, inSight: ReadonlySet<string>): boolean {
    if (this.#floats === "nothing floats") return true;
    const [from, to] = placed.columns;
    return (!this.#stands(from) || inSight.has(placed.edge.from)) && (!this.#stands(to) || inSight.has(placed.edge.to));
  }

  #path(placed: PlacedEdge): string {
    const [from, to] = placed.columns;
    const y1 = placed.y1 + (this.#offsets[from] ?? 0);
    const y2 = placed.y2 + (this.#offsets[to] ?? 0);
    return edgePath({ ...placed, y1, y2 });
  }

  #edgesOfRow(id: string, related: ReadonlySet<string>): readonly PlacedEdge[] {
    const row = this.#boxes.get(id);
    if (!row) return [];
    const empty = { id: "", unsafe: false, quiet: false, bypass: false, weight: 1, label: "", evidence: [] };
    const middle = row.y + row.height / 2;
    return [...related].flatMap((other): readonly PlacedEdge[] => {
      const box = this.#boxes.get(other);
      if (!box) return [];
      const y = box.y + box.height / 2;
      if (other.startsWith("system:")) {
        const edge = { ...empty, kind: "write" as const, from: id, to: other };
        return [{ edge, x1: row.x + row.width, y1: middle, x2: box.x, y2: y, columns: [row.column, box.column] }];
      }
      if (other.startsWith("lane:")) {
        const edge = { ...empty, kind: "access" as const, from: other, to: id };
        return [{ edge, x1: box.x + box.width, y1: y, x2: row.x, y2: middle, columns: [box.column, row.column] }];
      }
      return [];
    });
  }

  #draw(placed: PlacedEdge, state: string): readonly SVGElement[] {
    const { edge } = placed;
    const d = this.#path(placed);
    const line = s("path", { class: `edge ${edge.kind} ${edge.unsafe ? "unsafe" : ""} ${state}`, d });
    if (!edge.id) return [line];
    const handle = s("path", { class: "edge-handle", d });
    const title = s("title");
    title.textContent = edge.label;
    handle.append(title);
    handle.addEventListener("click", () => this.#handlers.choose(edge.id));
    return [line, handle];
  }
}
