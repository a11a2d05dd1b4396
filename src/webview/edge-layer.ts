/** The edges of the drawing: one curve each, and a wide invisible one to point at. */
import { edgePath, type Layout, type PlacedEdge } from "../engine/index.ts";
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
  #edges: readonly PlacedEdge[] = [];
  #boxes: ReadonlyMap<string, { x: number; y: number; width: number; height: number }> = new Map();

  constructor(handlers: EdgeHandlers) {
    this.#handlers = handlers;
    this.element.append(this.#base, this.#lit);
  }

  show(layout: Layout): void {
    this.#edges = layout.edges;
    const boxes = new Map<string, { x: number; y: number; width: number; height: number }>();
    for (const node of layout.nodes) {
      boxes.set(node.node.id, node);
      for (const row of node.rows) boxes.set(row.node.id, row);
    }
    this.#boxes = boxes;
    const drawn = layout.edges.filter((placed) => !placed.edge.quiet).slice(0, MOST_DRAWN);
    this.#base.replaceChildren(...drawn.flatMap((placed) => this.#draw(placed, "")));
    this.#lit.replaceChildren();
  }

  /** Lights the edges between related nodes. A row has no edges of its own in the overview: they are made here. */
  highlight(related: ReadonlySet<string> | undefined, selected: string | undefined): void {
    if (!related) {
      this.#lit.replaceChildren();
      return;
    }
    const rows = [...related].filter((id) => id.startsWith("entry:") && this.#boxes.has(id));
    const single = rows.length === 1 ? rows[0] : undefined;
    const own = this.#edges.some(({ edge }) => edge.from === single || edge.to === single);
    const edges = this.#edges.filter(
      ({ edge }) =>
        edge.id === selected ||
        (related.has(edge.from) &&
          related.has(edge.to) &&
          !(single && !own && /^(?:area|app):/.test(edge.from + edge.to))),
    );
    const made = single && !own ? this.#edgesOfRow(single, related) : [];
    this.#lit.replaceChildren(
      ...[...edges.slice(0, MOST_DRAWN), ...made].flatMap((placed) => this.#draw(placed, "lit")),
    );
  }

  #edgesOfRow(id: string, related: ReadonlySet<string>): readonly PlacedEdge[] {
    const row = this.#boxes.get(id);
    if (!row) return [];
    return [...related].flatMap((other): readonly PlacedEdge[] => {
      const box = this.#boxes.get(other);
      if (!box) return [];
      const edge = {
        id: "",
        from: id,
        to: other,
        unsafe: false,
        quiet: false,
        bypass: false,
        weight: 1,
        label: "",
        evidence: [],
      };
      const middle = row.y + row.height / 2;
      if (other.startsWith("system:")) {
        return [
          {
            edge: { ...edge, kind: "write" },
            x1: row.x + row.width,
            y1: middle,
            x2: box.x,
            y2: box.y + box.height / 2,
          },
        ];
      }
      if (other.startsWith("lane:")) {
        return [
          {
            edge: { ...edge, kind: "access" },
            x1: box.x + box.width,
            y1: box.y + box.height / 2,
            x2: row.x,
            y2: middle,
          },
        ];
      }
      return [];
    });
  }

  #draw(placed: PlacedEdge, state: string): readonly SVGElement[] {
    const { edge } = placed;
    const d = edgePath(placed);
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
