/** One node of the drawing as elements: a box, its heading as a button, its squares or bars. */
import {
  type Badge,
  type Box,
  cellPitch,
  type Metrics,
  type PlacedNode,
  type SceneNode,
  type Tone,
} from "../engine/index.ts";
import { h, icon, s } from "./dom.ts";

export interface NodeHandlers {
  /** A node was chosen with pointer or keyboard. */
  choose(node: SceneNode): void;
  /** The square of an entry point was chosen. */
  chooseEntry(id: string): void;
  /** What an entry point is called. */
  entryLabel(id: string): string;
}

/** The element of a node, without its rows. */
export function createNode(placed: PlacedNode, metrics: Metrics, handlers: NodeHandlers): HTMLElement {
  const { node, width } = placed;
  const iconOnly = metrics.compact && width < 40;
  const headed = placed.rows.length > 0 || placed.cells !== undefined;
  const head = h(
    "button",
    {
      type: "button",
      class: "head",
      "data-id": node.id,
      // Elsewhere the text is the name, and the title describes.
      "aria-label": iconOnly ? node.label : undefined,
      title: node.label,
      tabindex: "-1",
      on: { click: () => handlers.choose(node) },
    },
    icon(node.icon, toneClass(node.tone)),
    iconOnly ? undefined : titleOf(node, metrics.compact && node.kind === "entry" ? tailOf(node.title) : node.title),
    iconOnly || !node.detail ? undefined : h("span", { class: "detail" }, node.detail),
    ...(iconOnly || node.kind === "area" ? [] : [badgesOf(node.badges)]),
  );
  const classes = [
    "node",
    `kind-${node.kind}`,
    toneClass(node.tone),
    node.broken ?? "",
    iconOnly ? "icon-only" : "",
    headed ? "headed" : "",
  ];
  const element = h("div", { class: classes.filter(Boolean).join(" "), "data-id": node.id }, head);
  place(element, placed);
  if (headed) head.style.height = `${metrics.header}px`;
  if (node.kind === "area" && node.badges.some((badge) => badge.tone !== "ok")) {
    const badges = badgesOf(node.badges);
    badges.style.top = `${metrics.header - 4}px`;
    element.append(badges);
  }
  if (placed.cells && node.cells) element.append(cellsOf(placed, metrics, handlers));
  if (placed.rows.length > 0) element.append(barsOf(placed));
  return element;
}

/** A row inside a node. */
export function createRow(row: Box & { readonly node: SceneNode }, parent: Box, handlers: NodeHandlers): HTMLElement {
  const { node } = row;
  const element = h(
    "button",
    {
      type: "button",
      class: ["row", `kind-${node.kind}`, node.broken ?? ""].filter(Boolean).join(" "),
      "data-id": node.id,
      title: node.label,
      tabindex: "-1",
      on: { click: () => handlers.choose(node) },
    },
    icon(node.icon, toneClass(node.tone)),
    titleOf(node, node.title),
    node.reaches
      ? h("span", { class: "reaches" }, ...node.reaches.map((name) => icon(name)))
      : node.detail && hasRoom(node, row.width)
        ? h("span", { class: "detail" }, node.detail)
        : undefined,
  );
  element.style.top = `${row.y - parent.y}px`;
  element.style.height = `${row.height}px`;
  return element;
}

/** Room for a row's name and more than the beginning of what is said of it; the title says both. */
function hasRoom({ title, detail = "" }: SceneNode, width: number): boolean {
  return 50 + title.length * 6.9 + Math.min(detail.length, 8) * 6.4 < width;
}

/** CSS class of a tone. */
export function toneClass(tone: Tone): string {
  return `tone-${tone}`;
}

/** Badges with their numbers; the words are in the title. */
export function badgesOf(badges: readonly Badge[]): HTMLElement {
  const shown = badges.filter((badge) => badge.tone !== "ok");
  return h(
    "span",
    { class: "badges", "aria-hidden": "true" },
    ...shown.map((badge) =>
      h(
        "span",
        { class: "badge", title: badge.text },
        icon(badge.kind, toneClass(badge.tone)),
        badge.count > 1 || badge.kind === "finding" ? String(badge.count) : undefined,
      ),
    ),
  );
}

/** Where there is little room the end of a path tells it from its neighbours. */
function tailOf(path: string): string {
  const parts = path.split("/").filter(Boolean);
  return parts.length > 2 && path.startsWith("/") ? `…/${parts.slice(-2).join("/")}` : path;
}

function titleOf(node: SceneNode, title: string): HTMLElement {
  return h(
    "span",
    { class: "title" },
    node.method ? h("span", { class: "method" }, `${node.method} `) : undefined,
    title,
  );
}

function place(element: HTMLElement, box: Box): void {
  element.style.left = `${box.x}px`;
  element.style.top = `${box.y}px`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
}

const TONES: readonly Tone[] = ["error", "warning", "unknown", "note", "ok"];

/** One path for each tone, however many squares there are. */
function cellsOf(placed: PlacedNode, metrics: Metrics, handlers: NodeHandlers): HTMLElement {
  const cells = placed.node.cells ?? [];
  const origin = placed.cells ?? { x: 0, y: 0, perLine: 1 };
  const pitch = cellPitch(metrics);
  const side = metrics.cell - 1;
  const drawing = s("svg", {
    "aria-hidden": "true",
    width: origin.perLine * pitch,
    height: Math.ceil(cells.length / origin.perLine) * pitch,
  });
  for (const tone of TONES) {
    const d = cells
      .map((cell, index) => {
        if (cell.tone !== tone) return "";
        const x = (index % origin.perLine) * pitch + 0.5;
        const y = Math.floor(index / origin.perLine) * pitch + 0.5;
        return `M${x} ${y}h${side}v${side}h${-side}z`;
      })
      .join("");
    if (d) drawing.append(s("path", { class: `cells ${toneClass(tone)}`, d }));
  }
  const element = h("div", { class: "cell-field" });
  element.append(drawing);
  element.style.left = `${origin.x - placed.x}px`;
  element.style.top = `${origin.y - placed.y}px`;
  const cellAt = (event: MouseEvent) => {
    const box = drawing.getBoundingClientRect();
    const scale = box.width / (origin.perLine * pitch);
    const column = Math.floor((event.clientX - box.left) / scale / pitch);
    const line = Math.floor((event.clientY - box.top) / scale / pitch);
    return column < origin.perLine ? cells[line * origin.perLine + column] : undefined;
  };
  element.addEventListener("pointermove", (event) => {
    const cell = cellAt(event);
    element.title = cell ? handlers.entryLabel(cell.entry) : "";
  });
  element.addEventListener("click", (event) => {
    const cell = cellAt(event);
    if (cell) handlers.chooseEntry(cell.entry);
  });
  return element;
}

/** Rows seen from far away. */
function barsOf(placed: PlacedNode): SVGElement {
  const drawing = s("svg", { class: "row-bars", "aria-hidden": "true", width: placed.width, height: placed.height });
  for (const tone of TONES) {
    const d = placed.rows
      .map((row) =>
        row.node.tone === tone
          ? `M10 ${row.y - placed.y + 6}h${Math.min(row.width - 20, 30 + row.node.title.length * 5)}v${row.height - 12}H10z`
          : "",
      )
      .join("");
    if (d) drawing.append(s("path", { class: `bars-${tone} ${toneClass(tone)}`, d }));
  }
  return drawing;
}
