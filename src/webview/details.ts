/** The panel beside the drawing: what is known about the thing that is selected. */
import {
  type AreaView,
  type Atlas,
  BADGE_TITLES,
  type BadgeKind,
  changes,
  compareTones,
  type EdgeEvidence,
  type EntryView,
  entriesOfNode,
  type Layout,
  pathTitle,
  type SceneEdge,
  type SceneNode,
  type Tone,
} from "../engine/index.ts";
import { button, fill, h, icon } from "./dom.ts";
import { badgesOf, toneClass } from "./node-view.ts";
import { t } from "./texts.ts";
import { walkPanel } from "./walk-panel.ts";

export interface DetailsHandlers {
  open(place: { readonly file: string; readonly line: number }): void;
  openEntry(id: string): void;
  copy(text: string): void;
  act(action: "harden" | "markPublic", entry: string): void;
  close(): void;
}

/** Evidence listed at once. */
const MOST_EVIDENCE = 60;
/** Paths listed at once. */
const MOST_PATHS = 150;

/** Fills the panel; returns false where there is nothing to say. */
export function showDetails(
  panel: HTMLElement,
  atlas: Atlas,
  selection: {
    readonly entry?: EntryView;
    /** The area that is shown. */
    readonly area?: AreaView;
    readonly id: string | undefined;
    readonly layout: Layout | undefined;
  },
  handlers: DetailsHandlers,
): void {
  if (selection.entry) {
    fill(panel, walkPanel(atlas, selection.entry, handlers));
    return;
  }
  const edge = selection.layout?.edges.find((placed) => placed.edge.id === selection.id)?.edge;
  if (edge) {
    fill(panel, ...edgePanel(edge, handlers));
    return;
  }
  const node = selection.id === undefined ? undefined : nodeWithId(selection.layout, selection.id);
  if (node) fill(panel, ...nodePanel(atlas, node, selection.layout, handlers));
  else if (selection.area) fill(panel, ...areaPanel(atlas, selection.area, handlers));
  else fill(panel, ...overviewPanel(atlas, handlers));
}

function nodeWithId(layout: Layout | undefined, id: string): SceneNode | undefined {
  for (const { node } of layout?.nodes ?? []) {
    if (node.id === id) return node;
    const row = node.rows?.find((candidate) => candidate.id === id);
    if (row) return row;
  }
  return undefined;
}

function heading(text: string, handlers: DetailsHandlers, symbol?: SVGElement): HTMLElement {
  return h(
    "div",
    { class: "panel-head" },
    symbol,
    h("h2", {}, text),
    button("close", t("Close"), handlers.close, { textHidden: true, class: "quiet" }),
  );
}

/** A button that leads into the code. */
export function placeButton(
  place: { readonly file: string; readonly line: number },
  handlers: DetailsHandlers,
): HTMLElement {
  const name = `${place.file.split("/").at(-1)}:${place.line}`;
  return h(
    "button",
    { type: "button", class: "place", title: `${place.file}:${place.line}`, on: { click: () => handlers.open(place) } },
    icon("code"),
    h("span", {}, name),
  );
}

/** An entry point as a line that leads to its path. */
export function entryButton(view: EntryView, handlers: DetailsHandlers): HTMLElement {
  const { entry } = view;
  const reasons = view.badges.filter((badge) => badge.tone !== "ok").map((badge) => badge.text);
  return h(
    "button",
    {
      type: "button",
      class: "entry-line",
      title: [entry.label, ...reasons].join("\n"),
      on: { click: () => handlers.openEntry(entry.id) },
    },
    icon(entry.kind, toneClass(view.tone)),
    h(
      "span",
      { class: "title" },
      entry.method ? h("span", { class: "method" }, `${entry.method} `) : undefined,
      pathTitle(view),
    ),
    badgesOf(view.badges),
  );
}

function overviewPanel(atlas: Atlas, handlers: DetailsHandlers): readonly (Node | undefined)[] {
  const first = atlas.entries
    .filter((view) => view.tone === "error" || view.tone === "warning")
    .sort(
      (a, b) =>
        compareTones(a.tone, b.tone) || b.findings.length - a.findings.length || b.badges.length - a.badges.length,
    )
    .slice(0, 12);
  const reached = atlas.systems.filter((view) => view.entries.length > 0).length;
  return [
    h("div", { class: "panel-head" }, h("h2", {}, atlas.map.root || t("The service"))),
    h(
      "p",
      { class: "faint" },
      [
        counted(atlas.entries.length, t("1 path"), t("{0} paths", atlas.entries.length)),
        counted(atlas.areas.length, t("1 area"), t("{0} areas", atlas.areas.length)),
        counted(reached, t("1 system"), t("{0} systems", reached)),
      ].join(", "),
    ),
    first.length > 0 ? h("h3", {}, t("Look here first")) : undefined,
    first.length > 0
      ? h("ul", { class: "lines" }, ...first.map((view) => h("li", {}, entryButton(view, handlers))))
      : undefined,
    ...looseFindings(atlas, handlers),
    h("h3", {}, t("Legend")),
    legend(),
  ];
}

function counted(number: number, one: string, many: string): string {
  return number === 1 ? one : many;
}

function areaPanel(atlas: Atlas, area: AreaView, handlers: DetailsHandlers): readonly (Node | undefined)[] {
  const views = area.entries.flatMap((index) => atlas.entries[index] ?? []);
  const standing = views.filter((view) => view.tone !== "ok").sort((a, b) => compareTones(a.tone, b.tone));
  const quiet = views.filter((view) => view.tone === "ok");
  const files = new Set(views.map((view) => view.entry.handler.file));
  const group = (title: string, list: readonly EntryView[]) =>
    list.length > 0
      ? [
          h("h3", {}, `${title} `, h("span", { class: "faint" }, String(list.length))),
          h(
            "ul",
            { class: "lines" },
            ...list.slice(0, MOST_PATHS).map((view) => h("li", {}, entryButton(view, handlers))),
          ),
        ]
      : [];
  return [
    h("div", { class: "panel-head" }, icon("area", toneClass(area.tone)), h("h2", {}, area.title)),
    h(
      "p",
      { class: "faint" },
      [
        counted(views.length, t("1 path"), t("{0} paths", views.length)),
        counted(files.size, t("handled in one file"), t("handled in {0} files", files.size)),
      ].join(", "),
    ),
    ...group(
      t("Worth a look"),
      standing.filter((view) => view.tone !== "unknown"),
    ),
    ...group(
      t("Not all of it could be read"),
      standing.filter((view) => view.tone === "unknown"),
    ),
    ...group(t("Nothing stands out"), quiet),
  ];
}

function looseFindings(atlas: Atlas, handlers: DetailsHandlers): readonly Node[] {
  if (atlas.looseFindings.length === 0) return [];
  return [
    h("h3", {}, t("Not on any path")),
    h(
      "ul",
      { class: "lines" },
      ...atlas.looseFindings.slice(0, MOST_EVIDENCE).map((finding) => {
        const tone: Tone = finding.severity === "hint" ? "note" : finding.severity;
        return h(
          "li",
          { class: "finding" },
          icon("finding", toneClass(tone)),
          h("span", {}, finding.message),
          placeButton(finding, handlers),
        );
      }),
    ),
  ];
}

function legend(): HTMLElement {
  const cells: readonly (readonly [Tone, string])[] = [
    ["error", t("Path with an error")],
    ["warning", t("Path with a warning")],
    ["note", t("Worth knowing: see its badges")],
    ["unknown", t("Not all of it could be read")],
    ["ok", t("Nothing stands out")],
  ];
  const kinds = Object.keys(BADGE_TITLES) as BadgeKind[];
  return h(
    "ul",
    { class: "legend" },
    ...cells.map(([tone, text]) => h("li", {}, h("span", { class: `swatch ${toneClass(tone)}` }), text)),
    ...kinds.map((kind) => h("li", {}, icon(kind), t(BADGE_TITLES[kind]))),
    h("li", {}, h("span", { class: "line-sample" }), t("Reads")),
    h("li", {}, h("span", { class: "line-sample write" }), t("Changes")),
    h("li", {}, h("span", { class: "line-sample unsafe" }), t("Changes, and a repeated call does it again")),
  );
}

function nodePanel(
  atlas: Atlas,
  node: SceneNode,
  layout: Layout | undefined,
  handlers: DetailsHandlers,
): readonly (Node | undefined)[] {
  const entries = entriesOfNode(atlas, node.id).flatMap((index) => atlas.entries[index] ?? []);
  const groups = groupsOf(node, entries);
  const ids = new Set([node.id, ...(node.rows ?? []).map((row) => row.id)]);
  const edges = (layout?.edges ?? [])
    .filter(({ edge }) => ids.has(edge.from) || ids.has(edge.to))
    .map(({ edge }) => edge);
  return [
    heading(node.method ? `${node.method} ${node.title}` : node.title, handlers, icon(node.icon, toneClass(node.tone))),
    h("p", { class: "faint" }, node.label),
    node.place ? placeButton(node.place, handlers) : undefined,
    ...node.badges
      .filter((badge) => badge.tone !== "ok")
      .map((badge) => h("p", { class: "reason" }, icon(badge.kind, toneClass(badge.tone)), badge.text)),
    ...groups.flatMap(([title, views]) => [
      h("h3", {}, `${title} `, h("span", { class: "faint" }, String(views.length))),
      h(
        "ul",
        { class: "lines" },
        ...views.slice(0, MOST_PATHS).map((view) => h("li", {}, entryButton(view, handlers))),
      ),
      views.length > MOST_PATHS
        ? h("p", { class: "faint" }, t("and {0} more: narrow the search", views.length - MOST_PATHS))
        : undefined,
    ]),
    ...connections(edges, handlers),
  ];
}

/** Who changes it, who reads it; or simply who has to do with it. */
function groupsOf(
  node: SceneNode,
  entries: readonly EntryView[],
): readonly (readonly [string, readonly EntryView[]])[] {
  if (node.kind !== "target" && node.kind !== "system") return entries.length > 0 ? [[t("Paths"), entries]] : [];
  const matches = (view: EntryView) =>
    view.touches.filter(
      (touch) => node.id === `system:${touch.system}` || node.id === `target:${touch.system}/${touch.target ?? ""}`,
    );
  const writers = entries.filter((view) => matches(view).some((touch) => touch.access.some(changes)));
  const readers = entries.filter((view) => !writers.includes(view));
  const again = writers.filter((view) => matches(view).some((touch) => touch.unsafe));
  const rest = writers.filter((view) => !again.includes(view));
  const groups: (readonly [string, readonly EntryView[]])[] = [
    [t("Changes it, again on a retry"), again],
    [t("Changes it"), rest],
    [t("Only reads it"), readers],
  ];
  return groups.filter(([, views]) => views.length > 0);
}

/** Each edge of a node with the places that prove it. */
function connections(edges: readonly SceneEdge[], handlers: DetailsHandlers): readonly Node[] {
  if (edges.length === 0) return [];
  return [
    h("h3", {}, t("Evidence")),
    ...edges
      .slice(0, MOST_EVIDENCE)
      .map((edge) =>
        h("details", { class: "evidence" }, h("summary", {}, edge.label), evidenceList(edge.evidence, handlers)),
      ),
  ];
}

function edgePanel(edge: SceneEdge, handlers: DetailsHandlers): readonly Node[] {
  return [heading(edge.label, handlers), h("h3", {}, t("Evidence")), evidenceList(edge.evidence, handlers)];
}

function evidenceList(evidence: readonly EdgeEvidence[], handlers: DetailsHandlers): HTMLElement {
  const rest = evidence.length - MOST_EVIDENCE;
  return h(
    "ul",
    { class: "lines" },
    ...evidence
      .slice(0, MOST_EVIDENCE)
      .map((item) => h("li", { class: "evidence-line" }, h("span", {}, item.text), placeButton(item, handlers))),
    rest > 0 ? h("li", { class: "faint" }, t("and {0} more", rest)) : undefined,
  );
}
