/** The keyboard in the drawing: one tab stop, arrows between nodes, plus and minus, Escape. */
import type { Box, Layout } from "../engine/index.ts";

export interface KeyHandlers {
  layout(): Layout | undefined;
  /** How far a column stands from where the layout placed it. */
  offset(column: number): number;
  focus(id: string): void;
  zoom(factor: number): void;
  fit(): void;
  pan(x: number, y: number): void;
  up(): void;
}

interface Stop extends Box {
  readonly id: string;
  readonly column: number;
}

type Direction = "left" | "right" | "up" | "down";

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Keyboard of one canvas. */
export class CanvasKeys {
  /** Id of the node that has the focus, or will have it. */
  current: string | undefined;
  #stops: readonly Stop[] = [];
  readonly #handlers: KeyHandlers;

  constructor(element: HTMLElement, handlers: KeyHandlers) {
    this.#handlers = handlers;
    element.addEventListener("keydown", (event) => {
      if (this.#pressed(event)) event.preventDefault();
    });
  }

  /** Takes the nodes of a new layout; the focus stays where it still can. */
  adopt(layout: Layout): void {
    const head = 44;
    this.#stops = layout.nodes.flatMap((node) => [
      {
        id: node.node.id,
        column: node.column,
        x: node.x,
        y: node.y,
        width: node.width,
        height: node.rows.length > 0 ? head : node.height,
      },
      ...node.rows.map((row) => ({
        id: row.node.id,
        column: node.column,
        x: row.x,
        y: row.y,
        width: row.width,
        height: row.height,
      })),
    ]);
    if (this.#stops.some((stop) => stop.id === this.current)) return;
    const middle =
      layout.columns.find((column) => column.kind === "area" || column.kind === "entry") ?? layout.columns[0];
    this.current = this.#stops.find((stop) => stop.x >= (middle?.x ?? 0))?.id;
  }

  /** Exactly one node can be reached with Tab. */
  updateTabStop(layer: HTMLElement): void {
    for (const button of layer.querySelectorAll<HTMLElement>('button[tabindex="0"]')) {
      if (button.dataset["id"] !== this.current) button.tabIndex = -1;
    }
    if (this.current === undefined) return;
    const button = layer.querySelector<HTMLElement>(`button[data-id="${CSS.escape(this.current)}"]`);
    if (button && button.tabIndex !== 0) button.tabIndex = 0;
  }

  #pressed(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const direction = DIRECTIONS[event.key];
    if (direction) {
      if (event.shiftKey) this.#pan(direction);
      else this.#move(direction);
      return true;
    }
    switch (event.key) {
      case "+":
      case "=":
        this.#handlers.zoom(1.25);
        return true;
      case "-":
        this.#handlers.zoom(0.8);
        return true;
      case "0":
        this.#handlers.fit();
        return true;
      case "Escape":
      case "Backspace":
        this.#handlers.up();
        return true;
      case "Home":
      case "End": {
        const stop = event.key === "Home" ? this.#stops[0] : this.#stops.at(-1);
        if (stop) this.#handlers.focus(stop.id);
        return true;
      }
      default:
        return false;
    }
  }

  #pan(direction: Direction): void {
    const step = 80;
    this.#handlers.pan(
      direction === "left" ? -step : direction === "right" ? step : 0,
      direction === "up" ? -step : direction === "down" ? step : 0,
    );
  }

  /** To the nearest node in a direction; along an edge where there is one. */
  #move(direction: Direction): void {
    const moved = (stop: Stop): Stop => ({ ...stop, y: stop.y + this.#handlers.offset(stop.column) });
    const start = this.#stops.find((stop) => stop.id === this.current) ?? this.#stops[0];
    if (!start) return;
    const from = moved(start);
    const sideways = direction === "left" || direction === "right";
    const linked = sideways ? this.#linked(from.id, direction) : undefined;
    let best: Stop | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const stop of this.#stops) {
      if (stop === start || (linked && linked.size > 0 && !linked.has(stop.id))) continue;
      const distance = distanceTo(from, moved(stop), direction);
      if (distance < least) {
        best = stop;
        least = distance;
      }
    }
    if (best) this.#handlers.focus(best.id);
  }

  #linked(id: string, direction: Direction): ReadonlySet<string> {
    const edges = this.#handlers.layout()?.edges ?? [];
    return new Set(
      edges.flatMap(({ edge }) => {
        if (edge.quiet) return [];
        if (direction === "right") return edge.from === id ? [edge.to] : [];
        return edge.to === id ? [edge.from] : [];
      }),
    );
  }
}

function distanceTo(from: Stop, to: Stop, direction: Direction): number {
  const across = to.x + to.width / 2 - (from.x + from.width / 2);
  const down = to.y + to.height / 2 - (from.y + from.height / 2);
  const ahead = { left: -across, right: across, up: -down, down }[direction];
  const aside = Math.abs(direction === "left" || direction === "right" ? down : across);
  if (ahead <= 1) return Number.POSITIVE_INFINITY;
  const overlaps = Math.abs(across) < (from.width + to.width) / 2;
  // Up and down stay in their column as long as there is anything.
  return ahead + aside * (direction === "up" || direction === "down" ? (overlaps ? 0.2 : 20) : 1.5);
}
