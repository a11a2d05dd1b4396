/**
 * The service map page: takes the map from its host, keeps what the reader chose, and draws.
 *
 * One direction: a message or a gesture changes `state` or `content`, and `refresh` brings the page in line.
 */
import {
  type Atlas,
  buildAtlas,
  buildScene,
  COMPACT,
  type EntryView,
  entryPointsAt,
  filterEntries,
  fitMetrics,
  type Layout,
  layOut,
  type MapFilter,
  type MapView,
  type Metrics,
  relatedNodes,
  type SceneNode,
  startsWithApps,
  WIDE,
} from "../engine/index.ts";
import { MapCanvas } from "./canvas.ts";
import { showDetails } from "./details.ts";
import { button, fill, h, mark } from "./dom.ts";
import { type ListHandlers, showList } from "./list-view.ts";
import type { HostMessage, MapContent } from "./protocol.ts";
import { showRelease } from "./release-view.ts";
import { type PageState, remember, restore, tell, viewKey } from "./state.ts";
import { t, useTexts } from "./texts.ts";
import { Toolbar } from "./toolbar.ts";

/** Narrower than this the details stand below the drawing. */
const NARROW = 760;
/** In a place narrower than this the drawing is compact. */
const COMPACT_BELOW = 540;
/** Widths that differ by less than these pixels are the same to a drawing. */
const SAME_ROOM = 24;

let state: PageState = restore();
let content: MapContent | undefined;
let atlas: Atlas | undefined;
let layout: Layout | undefined;
let shown: ReadonlySet<number> = new Set();
let drawnKey = "";
/** Width of the place when the drawing was made. */
let drawnRoom = 0;
let atCursor: ReadonlySet<string> = new Set();

let toolbar: Toolbar | undefined;
let canvas: MapCanvas | undefined;
const stage = h("main", { class: "stage" });
const details = h("aside", { class: "details", "aria-label": "Details", tabindex: "-1" });
const list = h("div", { class: "list" });
const release = h("div", { class: "release-page" });
const waiting = h("div", { class: "waiting", role: "status" });
const spoken = h("div", { class: "visually-hidden", role: "status" });
const summary = h("div", { class: "visually-hidden" });

const handlers: ListHandlers = {
  open: (place) => tell({ type: "open", file: place.file, line: place.line, keepFocus: true }),
  openEntry: (id) => go({ level: "path", entry: id }),
  copy: (text) => tell({ type: "copy", text }),
  act: (action, entry) => tell({ type: "act", action, entry }),
  close: () => select(undefined),
  toggled: (area, open) => {
    const others = state.openAreas.filter((id) => id !== area);
    change({ openAreas: open === "open" ? [...others, area] : others }, "quietly");
  },
};

addEventListener("message", (event: MessageEvent<HostMessage>) => receive(event.data));
addEventListener("error", (event) =>
  tell({ type: "failed", message: `${event.message} (${event.lineno}:${event.colno})` }),
);
tell({ type: "ready" });

function receive(message: HostMessage): void {
  switch (message.type) {
    case "begin":
      useTexts(message.texts);
      build(message.place);
      break;
    case "content":
      mark("hardpath: map arrived");
      content = message.content;
      drawnKey = "";
      take(buildAtlas(content.map, content.findings));
      refresh();
      break;
    case "waiting":
      showWaiting(message);
      break;
    case "cursor":
      followCursor(message.place);
      break;
    case "show":
      if (message.filter) change({ filter: { ...state.filter, ...message.filter } }, "quietly");
      if (message.view) go(message.view);
      else refresh();
  }
}

function build(place: "sidebar" | "tab"): void {
  if (toolbar) return;
  canvas = new MapCanvas({
    choose: chooseNode,
    chooseEntry: (id) => go({ level: "path", entry: id }),
    entryLabel: (id) => entryWithId(id)?.entry.label ?? "",
    chooseEdge: select,
    related: (id) => (atlas ? relatedNodes(atlas, id) : new Set()),
    moved: (camera) => {
      const kept = { ...camera, room: drawnRoom };
      if (drawnKey) change({ cameras: { ...state.cameras, [viewKey(state.view)]: kept } }, "quietly");
    },
    up: goUp,
  });
  toolbar = new Toolbar(
    {
      go,
      mode: (mode) => change({ mode }),
      filter: (filter) => change({ filter: { ...state.filter, ...filter } }),
      changedOnly: (wanted) => change({ changedOnly: wanted === "changed" }),
      export: (format) => tell({ type: "export", format, view: state.view }),
      openTab: () => tell({ type: "openTab", view: state.view }),
      zoom: (factor) => canvas?.zoom(factor),
      fit: () => canvas?.fit(),
    },
    place,
  );
  details.setAttribute("aria-label", t("Details"));
  const skip = button("list", t("Show the map as a list"), () => change({ mode: "list" }), { class: "skip" });
  document.body.dataset["place"] = place;
  fill(document.body, skip, toolbar.element, h("div", { class: "body" }, stage, details), waiting, spoken);
  stage.append(canvas.element, toolbar.zoomButtons, list, release, summary);
  let narrow = isNarrow();
  new ResizeObserver(() => {
    if (isNarrow() !== narrow) state = { ...state, cameras: {} };
    narrow = isNarrow();
    canvas?.resized();
    if (state.mode === "map") refresh();
  }).observe(document.body);
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if ((event.key === "/" && !typing) || (event.key === "f" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      toolbar?.focusSearch();
    } else if (event.key === "Escape" && typing && event.target instanceof HTMLInputElement) {
      event.target.value = "";
      change({ filter: { ...state.filter, text: "" } });
    }
  });
  document.body.classList.add("started");
}

function isNarrow(): boolean {
  return document.documentElement.clientWidth < NARROW;
}

function take(now: Atlas): void {
  keepStanding(atlas, now);
  atlas = now;
}

/**
 * Where what was looked at is gone, the nearest thing that is left is shown. A path goes along with its file: it is known
 * again by what it is called.
 */
function keepStanding(before: Atlas | undefined, now: Atlas): void {
  const { view } = state;
  if (view.level === "service") return;
  if (view.level === "area") {
    if (!now.areas.some((area) => area.id === view.area)) state = { ...state, view: OVERVIEW };
    return;
  }
  if (now.entries.some(({ entry }) => entry.id === view.entry)) return;
  const last = before?.entries.find(({ entry }) => entry.id === view.entry);
  const again = now.entries.find(
    ({ entry }) => entry.kind === last?.entry.kind && entry.label === last.entry.label && entry.app === last.entry.app,
  );
  const area = now.areas.find(({ id }) => id === last?.area);
  const next: MapView = again
    ? { level: "path", entry: again.entry.id }
    : area
      ? { level: "area", area: area.id }
      : OVERVIEW;
  const camera = state.cameras[viewKey(view)];
  const cameras = again && camera ? { ...state.cameras, [viewKey(next)]: camera } : state.cameras;
  state = { ...state, view: next, cameras };
}

const OVERVIEW: MapView = { level: "service", detail: "cells" };

/** Changes the state and, unless quietly, the page. */
function change(part: Partial<PageState>, how: "quietly" | "visibly" = "visibly"): void {
  state = { ...state, ...part };
  remember(state);
  if (how === "visibly") refresh();
}

function go(view: MapView): void {
  const mode = state.mode === "release" ? "map" : view.level === "path" || state.mode === "map" ? "map" : state.mode;
  change({ view, mode, selection: undefined });
  const title =
    view.level === "path"
      ? entryWithId(view.entry)?.entry.label
      : atlas?.areas.find((area) => view.level === "area" && area.id === view.area)?.title;
  spoken.textContent = title ?? atlas?.map.root ?? "";
}

function goUp(): void {
  const { view } = state;
  if (state.selection !== undefined && view.level !== "path") {
    select(undefined);
  } else if (view.level === "path") {
    const entry = entryWithId(view.entry);
    if (entry) go({ level: "area", area: entry.area });
    canvas?.focus(`entry:${view.entry}`);
  } else if (view.level === "area") {
    const app = atlas?.areas.find((area) => area.id === view.area)?.app;
    const byApp = atlas !== undefined && startsWithApps(atlas);
    go({ level: "service", detail: "cells", ...(byApp && app !== undefined ? { app } : {}) });
    canvas?.focus(`area:${view.area}`);
  } else if (view.app !== undefined || view.detail === "rows") {
    go({ level: "service", detail: "cells" });
    if (view.app !== undefined) canvas?.focus(`app:${view.app}`);
  }
}

function chooseNode(node: SceneNode): void {
  if (node.id.startsWith("app:")) go({ level: "service", detail: "cells", app: node.id.slice("app:".length) });
  else if (node.kind === "area") go({ level: "area", area: node.id.slice("area:".length) });
  else if ((node.kind === "entry" || node.kind === "row") && state.view.level !== "path") {
    go({ level: "path", entry: node.id.slice("entry:".length) });
  } else if (state.view.level === "path" && node.place) {
    handlers.open(node.place);
    if (node.kind !== "entry" && node.kind !== "guard") select(node.id);
  } else select(node.id);
}

function select(id: string | undefined): void {
  change({ selection: id }, "quietly");
  canvas?.select(id);
  refreshDetails();
}

function entryWithId(id: string): EntryView | undefined {
  return atlas?.entries.find((view) => view.entry.id === id);
}

function refresh(): void {
  if (!atlas || !toolbar || !canvas || !content) return;
  waiting.hidden = true;
  document.body.classList.remove("is-waiting");
  const { files: _, ...kept } = state.filter;
  const filter: MapFilter = state.changedOnly ? { ...kept, files: new Set(content.changedFiles ?? []) } : kept;
  shown = filterEntries(atlas, filter);
  toolbar.update(state, atlas, shown.size, content.changedFiles ? "knows changes" : "does not");
  document.body.dataset["mode"] = state.mode;
  document.body.dataset["level"] = state.view.level;
  const isMap = state.mode === "map";
  canvas.element.hidden = !isMap;
  toolbar.zoomButtons.hidden = !isMap;
  list.hidden = state.mode !== "list";
  release.hidden = state.mode !== "release";
  summary.hidden = !isMap;
  arrangeDetails();
  if (isMap) {
    draw();
    fill(summary, ...inWords(atlas));
  } else if (state.mode === "list") {
    layout = undefined;
    drawnKey = "";
    showList(list, atlas, shown, state.openAreas, handlers);
  } else {
    layout = undefined;
    drawnKey = "";
    showRelease(release, content.release, handlers);
  }
  refreshDetails();
}

/** The drawing for those who cannot see it; the list has everything. */
function inWords(now: Atlas): readonly Node[] {
  return [
    h("p", {}, t("The map in words. The button at the top of the page shows it as a list with every path.")),
    h(
      "ul",
      {},
      ...now.areas.map((area) => {
        const views = area.entries.filter((index) => shown.has(index)).flatMap((index) => now.entries[index] ?? []);
        const findings = views.reduce((sum, view) => sum + view.findings.length, 0);
        return h("li", {}, t("{0}: {1} paths, {2} findings", area.title, views.length, findings));
      }),
    ),
  ];
}

function draw(): void {
  if (!atlas || !canvas) return;
  const room = canvas.element.clientWidth;
  const sight = canvas.element.clientHeight;
  const key = [viewKey(state.view), isNarrow(), room, sight, [...shown].join(",")].join("|");
  if (key === drawnKey) {
    canvas.select(state.selection);
    return;
  }
  drawnKey = "";
  const scene = buildScene(atlas, state.view, shown);
  const metrics: Metrics = fitMetrics(scene, room < COMPACT_BELOW ? COMPACT : WIDE, room, sight);
  layout = layOut(scene, metrics);
  drawnRoom = room;
  const known = state.cameras[viewKey(state.view)];
  // In another width the drawing is fitted anew, at the height where the reader was.
  const fits = known !== undefined && Math.abs(known.room - room) < SAME_ROOM;
  canvas.show(layout, metrics, fits ? known : undefined);
  if (known && !fits) canvas.scrollTo(known.y);
  canvas.select(state.selection);
  canvas.markCursor(cursorNodes());
  drawnKey = key;
}

/** Shows or hides the panel: the drawing takes the room that is left. */
function arrangeDetails(): void {
  const wanted = state.mode === "map" && (!isNarrow() || state.view.level === "path" || state.selection !== undefined);
  details.hidden = !wanted;
  document.body.classList.toggle("has-details", wanted);
}

function refreshDetails(): void {
  if (!atlas) return;
  arrangeDetails();
  if (details.hidden) return;
  const entry =
    state.view.level === "path" && state.selection === undefined ? entryWithId(state.view.entry) : undefined;
  const top = details.scrollTop;
  const key = `${viewKey(state.view)} ${state.selection ?? ""}`;
  const { view } = state;
  const area = view.level === "area" ? atlas.areas.find((candidate) => candidate.id === view.area) : undefined;
  const selection = { ...(entry ? { entry } : {}), ...(area ? { area } : {}), id: state.selection, layout };
  showDetails(details, atlas, selection, handlers);
  details.scrollTop = details.dataset["key"] === key ? top : 0;
  details.dataset["key"] = key;
}

function followCursor(place: Extract<HostMessage, { type: "cursor" }>["place"]): void {
  atCursor = new Set(place && content ? entryPointsAt(content.map, place) : []);
  canvas?.markCursor(cursorNodes());
}

/** The cursor's entry points and the areas they are in. */
function cursorNodes(): ReadonlySet<string> {
  const nodes = new Set<string>();
  for (const id of atCursor) {
    const view = entryWithId(id);
    if (view) nodes.add(`entry:${id}`).add(`area:${view.area}`).add(`app:${view.entry.app}`);
  }
  return nodes;
}

function showWaiting(message: Extract<HostMessage, { type: "waiting" }>): void {
  if (atlas && !message.problem) return;
  waiting.hidden = false;
  document.body.classList.add("is-waiting");
  const { done, total, problem } = message;
  fill(
    waiting,
    h("p", {}, problem ?? (total ? t("Reading the code: {0} of {1} files", done ?? 0, total) : t("Reading the code"))),
    problem === undefined && total
      ? h("progress", { max: total, value: done ?? 0, "aria-label": t("Reading the code") })
      : undefined,
  );
}
