/** The bar above the map: where you are, search, filters, modes, exports. */
import {
  type Atlas,
  BADGE_TITLES,
  type BadgeKind,
  CALLER_TITLES,
  type EntryPointKind,
  isFiltering,
  MAP_FORMATS,
  type MapFilter,
  type MapFormat,
  type MapView,
  NO_FILTER,
} from "../engine/index.ts";
import { button, fill, h, icon } from "./dom.ts";
import type { Mode, PageState } from "./state.ts";
import { t } from "./texts.ts";

export interface ToolbarHandlers {
  go(view: MapView): void;
  mode(mode: Mode): void;
  filter(change: Partial<MapFilter>): void;
  changedOnly(wanted: "changed" | "all"): void;
  export(format: MapFormat): void;
  openTab(): void;
  zoom(factor: number): void;
  fit(): void;
}

const FORMAT_TITLES: Readonly<Record<MapFormat, string>> = {
  json: "JSON",
  mermaid: "Mermaid",
  markdown: "Markdown",
  svg: "SVG",
  html: "HTML",
};

/** The bar; made once, brought up to date with `update`. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly zoomButtons: HTMLElement;
  readonly #crumbs = h("nav", { class: "crumbs", "aria-label": t("Where you are") });
  readonly #search: HTMLInputElement;
  readonly #chips = h("div", { class: "chips", role: "group", "aria-label": t("Filters") });
  /** Opens the filters where there is no room for them. */
  readonly #filterToggle = button("filter", t("Filters"), () => this.#toggleFilters(), {
    textHidden: true,
    class: "quiet filter-toggle",
    "aria-expanded": "false",
  });
  readonly #found = h("span", { class: "found", role: "status" });
  readonly #modes = new Map<Mode, HTMLButtonElement>();
  readonly #handlers: ToolbarHandlers;

  constructor(handlers: ToolbarHandlers, place: "sidebar" | "tab") {
    this.#handlers = handlers;
    let typing: ReturnType<typeof setTimeout> | undefined;
    this.#search = h("input", {
      type: "search",
      placeholder: t("Search paths, tables, queues, secrets"),
      "aria-label": t("Search paths, tables, queues, secrets"),
      title: t("Words, or: system:stripe  touches:orders  missing:authentication  needs:KEY  kind:queue  file:orders"),
      autocomplete: "off",
      spellcheck: "false",
      on: {
        input: () => {
          clearTimeout(typing);
          typing = setTimeout(() => handlers.filter({ text: this.#search.value }), 120);
        },
      },
    });
    const modes: readonly (readonly [Mode, "map" | "list" | "release", string])[] = [
      ["map", "map", t("Map")],
      ["list", "list", t("List")],
      ["release", "release", t("Release")],
    ];
    for (const [mode, name, title] of modes) {
      this.#modes.set(
        mode,
        button(name, title, () => handlers.mode(mode), { textHidden: true, "aria-pressed": "false" }),
      );
    }
    this.element = h(
      "header",
      { class: "toolbar" },
      h("h1", { class: "visually-hidden" }, t("Service map")),
      this.#crumbs,
      h("div", { class: "search", role: "search" }, icon("search"), this.#search, this.#found),
      this.#filterToggle,
      h(
        "div",
        { class: "tools" },
        h("div", { class: "segmented", role: "group", "aria-label": t("Show as") }, ...this.#modes.values()),
        ...exportMenu(handlers),
        place === "sidebar"
          ? button("tab", t("Open in a tab"), handlers.openTab, { textHidden: true, class: "quiet" })
          : undefined,
      ),
      this.#chips,
    );
    this.zoomButtons = h(
      "div",
      { class: "zoom", role: "group", "aria-label": t("Zoom") },
      button("plus", t("Zoom in"), () => handlers.zoom(1.25), { textHidden: true }),
      button("minus", t("Zoom out"), () => handlers.zoom(0.8), { textHidden: true }),
      button("fit", t("Fit"), handlers.fit, { textHidden: true }),
    );
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  /** Shows the state; `found` is how many paths pass the filter. */
  update(state: PageState, atlas: Atlas, found: number, knowsChanges: "knows changes" | "does not"): void {
    for (const [mode, element] of this.#modes) element.setAttribute("aria-pressed", String(mode === state.mode));
    if (document.activeElement !== this.#search) this.#search.value = state.filter.text;
    const filtering = isFiltering(state.filter) || state.changedOnly;
    this.#filterToggle.classList.toggle("on", filtering);
    this.#found.textContent = filtering ? t("{0} of {1}", found, atlas.entries.length) : "";
    this.#updateCrumbs(state, atlas);
    this.#updateChips(state, atlas, filtering ? "filtering" : "all", knowsChanges);
  }

  #toggleFilters(): void {
    const open = this.element.classList.toggle("filters-open");
    this.#filterToggle.setAttribute("aria-expanded", String(open));
  }

  #updateCrumbs(state: PageState, atlas: Atlas): void {
    const { view } = state;
    const crumbs: (readonly [string, MapView])[] = [
      [atlas.map.root || t("Service"), { level: "service", detail: "cells" }],
    ];
    const entry =
      view.level === "path" ? atlas.entries.find((candidate) => candidate.entry.id === view.entry) : undefined;
    const areaId = view.level === "area" ? view.area : entry?.area;
    const area = atlas.areas.find((candidate) => candidate.id === areaId);
    const app = view.level === "service" ? view.app : area?.app;
    // What is released is the whole.
    if (state.mode === "release") crumbs.length = 1;
    else if (app !== undefined && atlas.manyApps)
      crumbs.push([app || t("root"), { level: "service", detail: "cells", app }]);
    if (area && state.mode !== "release") crumbs.push([area.title, { level: "area", area: area.id }]);
    if (entry && state.mode !== "release") crumbs.push([entry.entry.label, { level: "path", entry: entry.entry.id }]);
    fill(
      this.#crumbs,
      h(
        "ol",
        {},
        ...crumbs.map(([title, target], index) => {
          const last = index === crumbs.length - 1;
          return h(
            "li",
            {},
            index > 0 && icon("chevron"),
            h(
              "button",
              {
                type: "button",
                title,
                "aria-current": last ? "page" : undefined,
                on: { click: () => this.#handlers.go(target) },
              },
              title,
            ),
          );
        }),
      ),
    );
  }

  #updateChips(
    state: PageState,
    atlas: Atlas,
    filtering: "filtering" | "all",
    knowsChanges: "knows changes" | "does not",
  ): void {
    const { filter } = state;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["chip"] : undefined;
    const kinds = Object.keys(BADGE_TITLES) as BadgeKind[];
    const chip = (
      name: string,
      isOn: "on" | "off",
      title: string,
      number: number,
      symbol: Parameters<typeof icon>[0],
      change: () => void,
    ) =>
      h(
        "button",
        {
          type: "button",
          class: "chip",
          "data-chip": name,
          "aria-pressed": String(isOn === "on"),
          title,
          on: { click: change },
        },
        icon(symbol),
        h("span", { class: "chip-text" }, `${title} `),
        h("span", { class: "chip-number" }, String(number)),
      );
    const badgeChips = kinds.flatMap((kind) => {
      const number = atlas.entries.filter((view) =>
        view.badges.some((badge) => badge.kind === kind && badge.tone !== "ok"),
      ).length;
      const on = filter.badges.includes(kind);
      if (number === 0 && !on) return [];
      const badges = on ? filter.badges.filter((other) => other !== kind) : [...filter.badges, kind];
      return [
        chip(kind, on ? "on" : "off", t(BADGE_TITLES[kind]), number, kind, () => this.#handlers.filter({ badges })),
      ];
    });
    fill(
      this.#chips,
      ...badgeChips,
      knowsChanges === "knows changes" &&
        h(
          "button",
          {
            type: "button",
            class: "chip",
            "data-chip": "changed",
            "aria-pressed": String(state.changedOnly),
            title: t("Only paths through files that changed since the last commit"),
            on: { click: () => this.#handlers.changedOnly(state.changedOnly ? "all" : "changed") },
          },
          icon("code"),
          h("span", { class: "chip-text" }, t("Changed files")),
        ),
      choice(
        "systems",
        t("Any system"),
        filter.systems[0],
        atlas.systems.filter((view) => view.entries.length > 0).map((view) => [view.system.id, view.system.name]),
        (id) => this.#handlers.filter({ systems: id ? [id] : [] }),
      ),
      choice(
        "kinds",
        t("Any caller"),
        filter.kinds[0],
        atlas.callers.map((view) => [view.kind, t(CALLER_TITLES[view.kind])]),
        (kind) => this.#handlers.filter({ kinds: kind ? [kind as EntryPointKind] : [] }),
      ),
      state.mode === "map" && state.view.level === "service"
        ? h(
            "button",
            {
              type: "button",
              class: "chip",
              "data-chip": "rows",
              "aria-pressed": String(state.view.detail === "rows"),
              title: t("List every path inside its area"),
              on: {
                click: () => {
                  const view = state.view;
                  if (view.level === "service")
                    this.#handlers.go({ ...view, detail: view.detail === "rows" ? "cells" : "rows" });
                },
              },
            },
            icon("rows"),
            h("span", { class: "chip-text" }, t("All paths")),
          )
        : undefined,
      filtering === "filtering" &&
        button(
          "close",
          t("Clear filters"),
          () => {
            this.#search.value = "";
            this.#handlers.filter(NO_FILTER);
            this.#handlers.changedOnly("all");
          },
          { class: "chip clear", "data-chip": "clear" },
        ),
    );
    if (focused) this.#chips.querySelector<HTMLElement>(`[data-chip="${focused}"]`)?.focus();
  }
}

function choice(
  name: string,
  any: string,
  value: string | undefined,
  options: readonly (readonly [string, string])[],
  change: (value: string) => void,
): HTMLElement | undefined {
  if (options.length < 2 && value === undefined) return undefined;
  const select = h(
    "select",
    {
      class: value === undefined ? "chip" : "chip on",
      "data-chip": name,
      "aria-label": any,
      on: { change: () => change(select.value) },
    },
    h("option", { value: "" }, any),
    ...options.map(([id, title]) => h("option", { value: id, selected: id === value }, title)),
  );
  return select;
}

function exportMenu(handlers: ToolbarHandlers): readonly HTMLElement[] {
  const menu = h(
    "div",
    { class: "menu", id: "export-menu", popover: "auto", role: "menu", "aria-label": t("Export as") },
    ...MAP_FORMATS.map((format) =>
      h(
        "button",
        {
          type: "button",
          role: "menuitem",
          on: {
            click: () => {
              menu.hidePopover();
              handlers.export(format);
            },
          },
        },
        FORMAT_TITLES[format],
      ),
    ),
  );
  const opener = button("export", t("Export"), () => menu.togglePopover(), {
    textHidden: true,
    class: "quiet",
    "aria-haspopup": "menu",
    "aria-controls": "export-menu",
    "aria-expanded": "false",
  });
  menu.addEventListener("toggle", (event) => {
    const open = event instanceof ToggleEvent && event.newState === "open";
    opener.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const box = opener.getBoundingClientRect();
    menu.style.top = `${box.bottom + 4}px`;
    menu.style.left = `${Math.max(4, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`;
    menu.querySelector("button")?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("button")];
    const index = items.indexOf(document.activeElement as HTMLButtonElement);
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    items[(index + by + items.length) % items.length]?.focus();
  });
  return [opener, menu];
}
