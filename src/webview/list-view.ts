/** The map as a list: the same content for screen readers, the keyboard, and everyone who prefers reading. */
import { type Atlas, type EntryView, placeNames, worst } from "../engine/index.ts";
import { type DetailsHandlers, entryButton, placeButton } from "./details.ts";
import { fill, h, icon } from "./dom.ts";
import { toneClass } from "./node-view.ts";
import { t } from "./texts.ts";

export interface ListHandlers extends DetailsHandlers {
  toggled(area: string, open: "open" | "closed"): void;
}

/** With no more entry points than this, every area starts open. */
const OPEN_UP_TO = 40;

/** Fills `element` with the shown entry points by area, and the systems. */
export function showList(
  element: HTMLElement,
  atlas: Atlas,
  shown: ReadonlySet<number>,
  openAreas: readonly string[],
  handlers: ListHandlers,
): void {
  const areas = atlas.areas.flatMap((area) => {
    const views = area.entries.filter((index) => shown.has(index)).flatMap((index) => atlas.entries[index] ?? []);
    return views.length > 0 ? [{ area, views }] : [];
  });
  const all = shown.size <= OPEN_UP_TO;
  fill(
    element,
    areas.length === 0 ? h("p", { class: "empty" }, t("No path matches.")) : undefined,
    ...areas.map(({ area, views }) => {
      const title = atlas.manyApps ? `${area.app}: ${area.title}` : area.title;
      const list = h("div", { class: "area-paths" });
      const details = h(
        "details",
        { class: "list-area" },
        h(
          "summary",
          {},
          h(
            "h2",
            {},
            icon("area", toneClass(worst(views.map((view) => view.tone)))),
            title,
            h("span", { class: "faint" }, ` ${views.length}`),
          ),
        ),
        list,
      );
      const build = () => {
        if (list.childElementCount === 0)
          list.append(h("ul", { class: "lines" }, ...views.map((view) => entryItem(atlas, view, handlers))));
      };
      if (all || openAreas.includes(area.id)) {
        details.open = true;
        build();
      }
      details.addEventListener("toggle", () => {
        if (details.open) build();
        handlers.toggled(area.id, details.open ? "open" : "closed");
      });
      return details;
    }),
    systems(atlas, shown, handlers),
  );
}

function entryItem(atlas: Atlas, view: EntryView, handlers: DetailsHandlers): HTMLElement {
  const names = placeNames(view.touches, new Map(atlas.systems.map(({ system }) => [system.id, system])));
  const lane = atlas.lanes.find((candidate) => candidate.id === view.lane);
  const reaches = view.touches.map((touch, index) => `${names[index]}: ${touch.access.join(", ")}`);
  const lines = [
    `${t("In by")}: ${[lane?.title, ...view.entry.guards.filter((guard) => guard.kind !== "authentication" && guard.kind !== "signature").map((guard) => guard.name)].filter(Boolean).join(", ")}`,
    ...(reaches.length > 0 ? [`${t("Reaches")}: ${reaches.join("; ")}`] : []),
    ...(view.entry.config.length > 0 ? [`${t("Needs")}: ${view.entry.config.join(", ")}`] : []),
    ...view.badges.filter((badge) => badge.tone !== "ok").map((badge) => badge.text),
  ];
  return h(
    "li",
    { class: "list-entry" },
    entryButton(view, handlers),
    h(
      "div",
      { class: "list-facts" },
      ...lines.map((line) => h("p", { class: "faint" }, line)),
      placeButton(view.entry.handler, handlers),
    ),
  );
}

function systems(atlas: Atlas, shown: ReadonlySet<number>, handlers: DetailsHandlers): HTMLElement | undefined {
  const used = atlas.systems.filter((view) => view.entries.some((index) => shown.has(index)));
  if (used.length === 0) return undefined;
  return h(
    "details",
    { class: "list-area" },
    h("summary", {}, h("h2", {}, icon("database"), t("Systems"), h("span", { class: "faint" }, ` ${used.length}`))),
    h(
      "ul",
      { class: "lines" },
      ...used.map((view) =>
        h(
          "li",
          { class: "list-entry" },
          h("p", {}, icon(view.system.kind), h("strong", {}, view.system.name), ` ${view.system.via}`),
          h(
            "div",
            { class: "list-facts" },
            ...view.targets
              .filter((target) => target.name)
              .map((target) =>
                h(
                  "p",
                  { class: "faint" },
                  t("{0}: read by {1}, changed by {2}", target.name, target.readers.length, target.writers.length),
                ),
              ),
            placeButton(view.system, handlers),
          ),
        ),
      ),
    ),
  );
}
