/** Moves the camera: dragging, wheel, pinch, and from code. */
import type { Box } from "../engine/index.ts";
import type { Camera } from "./state.ts";

const SMALLEST = 0.12;
const LARGEST = 2;
/** Pixels the pointer may move and still be a click. */
const CLICK = 4;

/** Holds the camera of one element. */
export class PanZoom {
  size = { width: 0, height: 0 };
  /** Size of the element. Kept, because asking for it while drawing would force a layout each time. */
  sight = { width: 0, height: 0 };
  #camera: Camera = { x: 0, y: 0, scale: 1 };
  readonly #element: HTMLElement;
  readonly #moved: () => void;

  constructor(element: HTMLElement, moved: () => void) {
    this.#element = element;
    this.#moved = moved;
    this.#listen();
  }

  get camera(): Camera {
    return this.#camera;
  }

  set camera(camera: Camera) {
    this.#camera = this.#bounded(camera);
    this.#moved();
  }

  /** Takes the size of the element; to be called when it may have changed. */
  measure(): void {
    this.sight = { width: this.#element.clientWidth, height: this.#element.clientHeight };
  }

  panBy(x: number, y: number): void {
    const { scale } = this.#camera;
    this.camera = { scale, x: this.#camera.x + x / scale, y: this.#camera.y + y / scale };
  }

  /** Zooms around a point of the element; its middle by default. */
  zoomBy(factor: number, at = { x: this.sight.width / 2, y: this.sight.height / 2 }): void {
    const { x, y, scale } = this.#camera;
    const next = Math.min(LARGEST, Math.max(SMALLEST, scale * factor));
    this.camera = { scale: next, x: x + at.x / scale - at.x / next, y: y + at.y / scale - at.y / next };
  }

  /** Shows the whole width, as far as text stays readable: `smallest` is the least scale. */
  fit(smallest: number): void {
    const { width, height } = this.sight;
    if (width === 0 || this.size.width === 0) return;
    const across = width / this.size.width;
    const scale = Math.min(1, Math.max(smallest, across));
    const spare = width / scale - this.size.width;
    const below = height / scale - this.size.height;
    this.camera = { scale, x: spare > 0 ? -spare / 2 : 0, y: below > 0 ? -Math.min(below / 2, 40) : 0 };
  }

  /** Moves as little as needed to bring a box into sight. */
  reveal(box: Box): void {
    const { x, y, scale } = this.#camera;
    const width = this.sight.width / scale;
    const height = this.sight.height / scale;
    const margin = 24 / scale;
    const along = (position: number, sight: number, from: number, extent: number) => {
      if (from - margin < position) return from - margin;
      if (from + extent + margin > position + sight) return Math.min(from - margin, from + extent + margin - sight);
      return position;
    };
    const next = { scale, x: along(x, width, box.x, box.width), y: along(y, height, box.y, Math.min(box.height, 60)) };
    if (next.x !== x || next.y !== y) this.camera = next;
  }

  /** The drawing fills at least a third of the place or, where it is smaller, stays in sight as a whole. */
  #bounded({ x, y, scale }: Camera): Camera {
    const along = (position: number, sight: number, size: number) => {
      const keep = Math.min(sight / 3, size);
      return Math.min(size - keep, Math.max(keep - sight, position));
    };
    return {
      scale,
      x: along(x, this.sight.width / scale, this.size.width),
      y: along(y, this.sight.height / scale, this.size.height),
    };
  }

  #listen(): void {
    const element = this.#element;
    element.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
        if (event.ctrlKey || event.metaKey) {
          const box = element.getBoundingClientRect();
          const at = { x: event.clientX - box.left, y: event.clientY - box.top };
          this.zoomBy(Math.exp(-event.deltaY * unit * 0.01), at);
        } else if (event.shiftKey && event.deltaX === 0) {
          this.panBy(event.deltaY * unit, 0);
        } else {
          this.panBy(event.deltaX * unit, event.deltaY * unit);
        }
      },
      { passive: false },
    );
    let last: { x: number; y: number } | undefined;
    let travelled = 0;
    element.addEventListener("pointerdown", (event) => {
      if (event.button > 1) return;
      last = { x: event.clientX, y: event.clientY };
      travelled = 0;
    });
    element.addEventListener("pointermove", (event) => {
      if (!last || event.buttons === 0) return;
      const by = { x: last.x - event.clientX, y: last.y - event.clientY };
      travelled += Math.abs(by.x) + Math.abs(by.y);
      if (travelled < CLICK) return;
      element.setPointerCapture(event.pointerId);
      element.classList.add("panning");
      last = { x: event.clientX, y: event.clientY };
      this.panBy(by.x, by.y);
    });
    const end = () => {
      last = undefined;
      element.classList.remove("panning");
    };
    element.addEventListener("pointerup", end);
    element.addEventListener("pointercancel", end);
    // The end of a drag is no click.
    element.addEventListener(
      "click",
      (event) => {
        if (travelled >= CLICK) {
          event.stopPropagation();
          event.preventDefault();
        }
        travelled = 0;
      },
      { capture: true },
    );
  }
}
