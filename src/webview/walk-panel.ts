/** Walking a path: its steps in order, each leading into the code, with what a retry and a failure would do. */
import {
  type Atlas,
  type EntryView,
  GUARD_ICONS,
  type IconName,
  renderWalk,
  type Tone,
  type WalkStep,
  walk,
} from "../engine/index.ts";
import type { DetailsHandlers } from "./details.ts";
import { placeButton } from "./details.ts";
import { button, h, icon } from "./dom.ts";
import { toneClass } from "./node-view.ts";
import { t } from "./texts.ts";

const STEP_ICONS: Readonly<Record<WalkStep["kind"], IconName>> = {
  guard: "key",
  read: "read",
  decide: "places",
  write: "write",
  publish: "queue",
  call: "externalApi",
  answer: "check",
  unknown: "unknown",
};

/** The panel of one entry point. */
export function walkPanel(atlas: Atlas, view: EntryView, handlers: DetailsHandlers): HTMLElement {
  const { entry } = view;
  const path = walk(entry, view.findings, atlas.map.systems);
  const items = path.steps.map((step) => stepItem(step, handlers));
  let current = -1;
  const go = (by: number) => {
    current = Math.min(Math.max(current + by, 0), items.length - 1);
    for (const [index, item] of items.entries()) {
      if (index === current) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
    const step = path.steps[current];
    if (!step) return;
    items[current]?.scrollIntoView({ block: "nearest" });
    status.textContent = t("Step {0} of {1}: {2}", step.number, items.length, step.text);
    handlers.open(step);
  };
  const status = h("span", { class: "visually-hidden", role: "status" });
  return h(
    "div",
    { class: "walk" },
    h(
      "div",
      { class: "panel-head" },
      icon(entry.kind, toneClass(view.tone)),
      h("h2", {}, entry.method ? h("span", { class: "method" }, `${entry.method} `) : undefined, entry.path),
    ),
    h("p", {}, path.opening),
    h(
      "div",
      { class: "actions" },
      items.length > 0 && button(undefined, t("Previous step"), () => go(-1), { class: "secondary" }),
      items.length > 0 && button(undefined, t("Next step"), () => go(1)),
      button("copy", t("Copy as Markdown"), () => handlers.copy(renderWalk(atlas, view)), {
        textHidden: true,
        class: "quiet",
      }),
    ),
    view.findings.length > 0 || view.badges.some((badge) => badge.kind === "guard")
      ? h(
          "div",
          { class: "actions" },
          button(undefined, t("Harden this path"), () => handlers.act("harden", entry.id), { class: "secondary" }),
          view.badges.some((badge) => badge.kind === "guard")
            ? button(undefined, t("Mark as public"), () => handlers.act("markPublic", entry.id), { class: "secondary" })
            : undefined,
        )
      : undefined,
    status,
    ...view.badges
      .filter((badge) => badge.kind !== "finding")
      .map((badge) => h("p", { class: "reason" }, icon(badge.kind, toneClass(badge.tone)), badge.text)),
    ...path.elsewhere.map((finding) => findingLine(finding, handlers)),
    h("h3", {}, t("Step by step")),
    items.length > 0
      ? h("ol", { class: "steps" }, ...items)
      : h("p", { class: "faint" }, t("Nothing outside the code is read or changed on this path.")),
  );
}

function stepItem(step: WalkStep, handlers: DetailsHandlers): HTMLElement {
  const told = step.effect !== undefined;
  return h(
    "li",
    { class: `step ${toneClass(step.tone)}` },
    h("span", { class: "step-mark", "aria-hidden": "true" }, String(step.number)),
    h(
      "button",
      {
        type: "button",
        class: "step-title",
        title: `${step.file}:${step.line}`,
        on: { click: () => handlers.open(step) },
      },
      icon(step.guard ? GUARD_ICONS[step.guard.kind] : STEP_ICONS[step.kind]),
      h("span", {}, step.text),
      h("span", { class: "faint" }, ` ${step.file.split("/").at(-1)}:${step.line}`),
    ),
    ...step.findings.map((finding) => findingLine(finding, handlers)),
    told
      ? h(
          "dl",
          {},
          h("dt", {}, t("Retry")),
          h("dd", { class: step.effect?.retrySafe === false ? "again" : "" }, step.retry),
          h("dt", {}, t("Failure after this")),
          h("dd", {}, step.failure),
        )
      : undefined,
  );
}

function findingLine(finding: EntryView["findings"][number], handlers: DetailsHandlers): HTMLElement {
  const tone: Tone = finding.severity === "hint" ? "note" : finding.severity;
  return h(
    "p",
    { class: `finding ${toneClass(tone)}` },
    icon("finding", toneClass(tone)),
    h("span", {}, h("strong", {}, finding.ruleId), " ", finding.message),
    placeButton(finding, handlers),
  );
}
