/**
 * The drawing: pans, zooms, and keeps only what is in sight in the document, so that 2,000 entry points stay fluid.
 * Far out, rows become bars; near, they are buttons with names.
 */
import type { Box, Layout, Metrics, PlacedNode } from "../engine/index.ts";
import { h, mark } from "./dom.ts";
import { EdgeLayer } from "./edge-layer.ts";
import { CanvasKeys } from "./keys.ts";
import { createNode, createRow, type NodeHandlers } from "./node-view.ts";
import { PanZoom } from "./pan-zoom.ts";
import type { Camera } from "./state.ts";
import { t } from "./texts.ts";

/** Below this scale rows are drawn as bars. */
const ROWS_FROM = 0.5;
/** Below this scale small text is left out. */
const DETAIL_FROM = 0.6;
/** Scene pixels kept in the document around what is in sight. */
const AROUND = 240;
/** Elements made in one frame; the rest follows in the next, so that no frame is long. */
const PER_FRAME = 90;

export interface CanvasHandlers extends NodeHandlers {
  /** Nodes to light up with this one. */
  related(id: string): ReadonlySet<string>;
  moved(camera: Camera): void;
  /** An edge was chosen. */
  chooseEdge(id: string): void;
  /** Back to the level above. */
  up(): void;
}

/** One drawing; lives as long as the page. */
export class MapCanvas {
  readonly element: HTMLElement;
  readonly #layer = h("div", { class: "layer" });
  readonly #titles = h("div", { class: "column-titles", "aria-hidden": "true" });
  readonly #handlers: CanvasHandlers;
  readonly #edges: EdgeLayer;
  readonly #motion: PanZoom;
  readonly #keys: CanvasKeys;
  readonly #elements = new Map<
    string,
    { readonly element: HTMLElement; readonly rows: Map<string, HTMLElement>; readonly placed: PlacedNode }
  >();
  /** One for each column: it moves when the column floats. */
  #columns: readonly HTMLElement[] = [];
  #offsets: readonly number[] = [];
  #layout: Layout | undefined;
  #metrics: Metrics | undefined;
  #selected: string | undefined;
  #pointed: string | undefined;
  #atCursor: ReadonlySet<string> = new Set();
  #scheduled = 0;
  /** A layout was given and is not drawn yet. */
  #fresh = false;

  constructor(handlers: CanvasHandlers) {
    this.#handlers = handlers;
    this.#edges = new EdgeLayer({ choose: handlers.chooseEdge });
    this.#layer.append(this.#edges.element);
    this.element = h(
      "div",
      { class: "canvas", role: "group", "aria-label": t("Map. Arrow keys move, Enter opens, Escape goes back.") },
      this.#layer,
      this.#titles,
    );
    this.#motion = new PanZoom(this.element, () => this.#cameraMoved());
    this.#keys = new CanvasKeys(this.element, {
      layout: () => this.#layout,
      offset: (column) => this.#offsets[column] ?? 0,
      focus: (id) => this.focus(id),
      zoom: (factor) => this.zoom(factor),
      fit: () => this.fit(),
      pan: (x, y) => this.#motion.panBy(x, y),
      up: handlers.up,
    });
    this.element.addEventListener("pointerover", (event) => this.#point(idAt(event.target)));
    this.element.addEventListener("pointerleave", () => this.#point(undefined));
    this.element.addEventListener("focusin", (event) => {
      const id = idAt(event.target);
      if (id === undefined) return;
      this.#keys.current = id;
      this.#point(id);
    });
  }

  get camera(): Camera {
    return this.#motion.camera;
  }

  /** Shows a layout. The camera is kept where it is given, else the drawing is fitted. */
  show(layout: Layout, metrics: Metrics, camera: Camera | undefined): void {
    const focused = this.element.contains(document.activeElement) ? this.#keys.current : undefined;
    this.#layout = layout;
    this.#metrics = metrics;
    this.#fresh = true;
    this.#elements.clear();
    this.#columns = layout.columns.map(() => h("div", { class: "column" }));
    this.#offsets = layout.columns.map(() => 0);
    this.#layer.replaceChildren(this.#edges.element, ...this.#columns);
    this.#edges.show(layout);
    this.element.classList.toggle("compact", metrics.compact);
    this.#titles.hidden = metrics.compact;
    this.#titles.replaceChildren(
      ...(metrics.compact ? [] : layout.columns.map((column) => h("span", {}, t(column.title)))),
    );
    this.#motion.measure();
    this.#motion.size = { width: layout.width, height: layout.height };
    this.#keys.adopt(layout);
    if (camera) this.#motion.camera = camera;
    else this.fit();
    this.#cameraMoved();
    this.#highlight();
    if (focused !== undefined && this.#find(focused)) this.focus(focused);
  }

  fit(): void {
    this.#motion.fit(this.#metrics?.compact === true ? 0.95 : 0.6);
  }

  /** Moves to a height of the scene; the rest of the camera stays. */
  scrollTo(y: number): void {
    this.#motion.camera = { ...this.#motion.camera, y };
  }

  zoom(factor: number): void {
    this.#motion.zoomBy(factor);
  }

  /** The container changed its size. */
  resized(): void {
    this.#motion.measure();
    this.#cameraMoved();
  }

  select(id: string | undefined): void {
    this.#selected = id;
    this.#highlight();
  }

  /** Marks the nodes where the editor's cursor is. */
  markCursor(ids: ReadonlySet<string>): void {
    this.#atCursor = ids;
    this.#highlight();
  }

  /** Brings a node into sight. */
  reveal(id: string): void {
    const box = this.#find(id);
    if (!box) return;
    const floats = this.#layout?.columns[box.column]?.floats !== undefined;
    const sight = this.#motion.sight.height / this.camera.scale;
    // A floating column is in sight already; one that is taller than the place moves with the rest.
    const share = floats
      ? (this.#layout?.height ?? 0) / Math.max(1, this.#layout?.columns[box.column]?.floats ?? 1)
      : 1;
    if (floats && (this.#layout?.columns[box.column]?.floats ?? 0) < sight) {
      this.#motion.reveal({ ...box, y: this.camera.y + sight / 2, height: 0 });
    } else this.#motion.reveal({ ...box, y: box.y * share });
  }

  focus(id: string): void {
    this.#keys.current = id;
    this.reveal(id);
    this.#render(Number.POSITIVE_INFINITY);
    this.#button(id)?.focus({ preventScroll: true });
  }

  #find(id: string) {
    for (const node of this.#layout?.nodes ?? []) {
      if (node.node.id === id) return node;
      const row = node.rows.find((candidate) => candidate.node.id === id);
      if (row) return { ...row, column: node.column };
    }
    return undefined;
  }

  #button(id: string): HTMLElement | null {
    return this.#layer.querySelector(`button[data-id="${CSS.escape(id)}"]`);
  }

  #cameraMoved(): void {
    const { x, y, scale } = this.#motion.camera;
    this.#layer.style.transform = `translate(${-x * scale}px, ${-y * scale}px) scale(${scale})`;
    for (const [index, column] of (this.#layout?.columns ?? []).entries()) {
      const title = this.#titles.children[index];
      if (title instanceof HTMLElement) {
        title.style.transform = `translateX(${(column.x - x) * scale}px)`;
        title.style.maxWidth = `${column.width * scale}px`;
      }
    }
    this.element.classList.toggle("far", scale < DETAIL_FROM);
    this.#float();
    this.#schedule();
    this.#handlers.moved(this.#motion.camera);
  }

  /** Keeps the columns that float in sight: in the middle of it or, where they are taller, along with the scrolling. */
  #float(): void {
    const layout = this.#layout;
    const metrics = this.#metrics;
    if (!layout || !metrics) return;
    const { y, scale } = this.#motion.camera;
    const sight = this.#motion.sight.height / scale;
    const way = Math.max(1, layout.height - sight);
    const gone = Math.min(1, Math.max(0, y / way));
    this.#offsets = layout.columns.map((column, index) => {
      if (column.floats === undefined) return 0;
      const spare = sight - column.floats - 2 * metrics.top;
      const top = Math.min(Math.max(0, y), way) + (spare > 0 ? spare / 3 : gone * spare);
      const element = this.#columns[index];
      if (element) element.style.transform = `translateY(${top}px)`;
      return top;
    });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = requestAnimationFrame(() => {
      this.#scheduled = 0;
      if (!this.#render(PER_FRAME)) this.#schedule();
      else this.#told();
    });
  }

  /** For measurements: the drawing stands. */
  #told(): void {
    if (!this.#fresh) return;
    this.#fresh = false;
    mark("hardpath: drawn");
  }

  /** Brings the document in line with what is in sight; false when there is more to make. */
  #render(most: number): boolean {
    const layout = this.#layout;
    const metrics = this.#metrics;
    if (!layout || !metrics) return true;
    const { x, y, scale } = this.#motion.camera;
    const left = x - AROUND;
    const right = x + this.#motion.sight.width / scale + AROUND;
    const top = y - AROUND;
    const bottom = y + this.#motion.sight.height / scale + AROUND;
    const inSight = (box: Box, offset: number) =>
      box.x < right && box.x + box.width > left && box.y + offset < bottom && box.y + offset + box.height > top;
    const withRows = scale >= ROWS_FROM || metrics.compact;

    let made = 0;
    let complete = true;
    const keep = new Set<string>();
    const current = this.#keys.current;
    const seen = new Set<string>();
    for (const placed of layout.nodes) {
      const offset = this.#offsets[placed.column] ?? 0;
      const isSeen = inSight(placed, offset);
      const anchor = placed.y + Math.min(placed.height, placed.rows.length > 0 ? metrics.header : placed.height) / 2;
      if (isSeen && anchor > y && anchor < bottom - AROUND) seen.add(placed.node.id);
      if (!isSeen && placed.node.id !== current && !placed.rows.some((row) => row.node.id === current)) continue;
      keep.add(placed.node.id);
      let known = this.#elements.get(placed.node.id);
      if (!known) {
        if (made >= most) {
          complete = false;
          continue;
        }
        made++;
        known = { element: createNode(placed, metrics, this.#handlers), rows: new Map(), placed };
        this.#elements.set(placed.node.id, known);
        this.#columns[placed.column]?.append(known.element);
        this.#mark(known.element, placed);
      }
      known.element.classList.toggle("bars", !withRows);
      const wanted = withRows ? placed.rows.filter((row) => inSight(row, offset) || row.node.id === current) : [];
      const wantedIds = new Set(wanted.map((row) => row.node.id));
      for (const [id, element] of known.rows) {
        if (wantedIds.has(id)) continue;
        element.remove();
        known.rows.delete(id);
      }
      for (const row of wanted) {
        if (known.rows.has(row.node.id)) continue;
        if (made >= most) {
          complete = false;
          break;
        }
        made++;
        const element = createRow(row, placed, this.#handlers);
        known.rows.set(row.node.id, element);
        known.element.append(element);
        this.#markOne(element, row.node.id);
      }
    }
    for (const [id, { element }] of this.#elements) {
      if (keep.has(id)) continue;
      element.remove();
      this.#elements.delete(id);
    }
    this.#edges.update(seen, this.#offsets);
    this.#keys.updateTabStop(this.#layer);
    return complete;
  }

  #point(id: string | undefined): void {
    if (id === this.#pointed) return;
    this.#pointed = id;
    this.#highlight();
  }

  #related: ReadonlySet<string> | undefined;

  #highlight(): void {
    const id = this.#pointed ?? this.#selected;
    this.#related = id === undefined ? undefined : this.#handlers.related(id);
    this.element.classList.toggle("highlighting", this.#related !== undefined && this.#related.size > 0);
    this.#edges.highlight(this.#related, this.#selected);
    for (const known of this.#elements.values()) {
      this.#mark(known.element, known.placed);
      for (const [rowId, element] of known.rows) this.#markOne(element, rowId);
    }
  }

  #mark(element: HTMLElement, placed: PlacedNode): void {
    const rows = placed.node.rows ?? [];
    const lit = this.#related?.has(placed.node.id) || rows.some((row) => this.#related?.has(row.id));
    element.classList.toggle("lit", lit === true);
    element.classList.toggle("selected", placed.node.id === this.#selected);
    element.classList.toggle("at-cursor", this.#atCursor.has(placed.node.id));
  }

  #markOne(element: HTMLElement, id: string): void {
    element.classList.toggle("lit", this.#related?.has(id) === true);
    element.classList.toggle("selected", id === this.#selected);
    element.classList.toggle("at-cursor", this.#atCursor.has(id));
  }
}

function idAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("[data-id]")?.dataset["id"] : undefined;
}
