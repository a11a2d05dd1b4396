/** The release map: from a change to users, with what is missing. */
import { RELEASE_TOPICS, type ReleaseMap, type ReleaseTopic } from "../engine/index.ts";
import { type DetailsHandlers, placeButton } from "./details.ts";
import { fill, h, icon } from "./dom.ts";
import { t } from "./texts.ts";

/** Topics that say something of the way to users; scripts alone do not. */
const TELLING: ReadonlySet<ReleaseTopic> = new Set(
  (Object.keys(RELEASE_TOPICS) as ReleaseTopic[]).filter((topic) => topic !== "runtime"),
);

/** Fills `element` with a release map; absent where nothing was read. */
export function showRelease(element: HTMLElement, release: ReleaseMap | undefined, handlers: DetailsHandlers): void {
  const topics = Object.keys(RELEASE_TOPICS) as ReleaseTopic[];
  if (!release || release.facts.length + release.gaps.length === 0) {
    fill(
      element,
      h("p", { class: "empty" }, t("No release files were found: no workflow, no Dockerfile, no deployment.")),
    );
    return;
  }
  fill(
    element,
    h("h2", {}, t("From a change to users")),
    h(
      "ol",
      { class: "release" },
      ...topics.flatMap((topic) => {
        const facts = release.facts.filter((fact) => fact.topic === topic);
        const gaps = release.gaps.filter((gap) => gap.topic === topic);
        if (facts.length + gaps.length === 0) return [];
        return [
          h(
            "li",
            { class: gaps.length > 0 && facts.length === 0 ? "topic missing" : "topic" },
            h("h3", {}, t(RELEASE_TOPICS[topic])),
            ...gaps.map((gap) =>
              h(
                "p",
                { class: "fact gap" },
                icon("finding", "tone-warning"),
                h("span", {}, gap.kind === "missing" && h("strong", {}, t("Not found: ")), gap.text),
                gap.file === undefined ? undefined : placeButton({ file: gap.file, line: gap.line ?? 1 }, handlers),
              ),
            ),
            ...facts.map((fact) =>
              h(
                "p",
                { class: "fact" },
                icon("check", "tone-ok"),
                h("span", {}, fact.text),
                placeButton(fact, handlers),
              ),
            ),
          ),
        ];
      }),
    ),
    release.facts.some((fact) => TELLING.has(fact.topic)) || release.gaps.length > 0
      ? undefined
      : h(
          "p",
          { class: "faint" },
          t(
            "Nothing here says how a change reaches users: there is no pipeline, no image and no deployment in this folder.",
          ),
        ),
    release.unreadable.length > 0
      ? h("p", { class: "faint" }, t("Could not be read: {0}", release.unreadable.join(", ")))
      : undefined,
  );
}
