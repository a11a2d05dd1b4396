/**
 * The map as one HTML file that works anywhere: the drawing, every path step by step, a search, no request to anywhere.
 * It carries its own policy against remote content, and escapes every name that comes from the code.
 */
import { RELEASE_TOPICS, type ReleaseMap, type ReleaseTopic } from "../release/release-map.ts";
import type { Atlas, EntryView } from "./atlas.ts";
import { count } from "./badges.ts";
import { EXPORT_COLORS } from "./colors.ts";
import { escapeMarkup as e } from "./escape.ts";
import { renderSvg } from "./render-svg.ts";
import { walk } from "./walk.ts";

/** The whole service as a document. */
export function renderHtml(atlas: Atlas, release?: ReleaseMap): string {
  const title = `Service map${atlas.map.root ? ` of ${atlas.map.root}` : ""}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${e(title)}</title>
<style>${EXPORT_COLORS}${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${e(title)}</h1>
<p>${e(`${count(atlas.entries.length, "path")} in ${count(atlas.areas.length, "area")}, ${count(atlas.systems.length, "system")}`)}</p>
</header>
<main>
<section aria-labelledby="drawing"><h2 id="drawing">The service</h2><div class="drawing" tabindex="0" role="group" aria-label="Drawing, scrolls">${renderSvg(atlas, { level: "service", detail: "cells" })}</div></section>
<section aria-labelledby="paths"><h2 id="paths">Paths</h2>
<p><label for="search">Search</label> <input id="search" type="search" autocomplete="off"> <span id="found" role="status"></span></p>
${atlas.areas.map((area) => areaSection(atlas, area.title, area.entries)).join("\n")}
</section>
${systemsSection(atlas)}
${release ? releaseSection(release) : ""}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const PAGE_STYLE = `
body { margin: 0 auto; max-width: 1200px; padding: 24px; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 26px; margin: 0; } h2 { font-size: 20px; margin: 32px 0 8px; } h3 { font-size: 16px; margin: 20px 0 4px; }
.drawing { overflow: auto; border: 1px solid var(--line); border-radius: 8px; } .drawing svg { display: block; }
details { border: 1px solid var(--line); border-radius: 6px; margin: 4px 0; background: var(--panel); } summary { padding: 6px 10px; cursor: pointer; }
ol { padding: 0 16px 8px 40px; margin: 0; } li { margin: 6px 0; } li p { margin: 0; color: var(--faint); font-size: 14px; }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; } .note { color: var(--note); } .warning { color: var(--warning); } .error { color: var(--error); } .unknown { color: var(--unknown); }
input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--faint); border-radius: 4px; padding: 4px 8px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media print { details { break-inside: avoid; } }`;

const SCRIPT = `
const search = document.getElementById("search"), found = document.getElementById("found");
const paths = [...document.querySelectorAll("details[data-text]")];
search.addEventListener("input", () => {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let number = 0;
  for (const path of paths) { const hit = words.every((word) => path.dataset.text.includes(word)); path.hidden = !hit; if (hit) number++; }
  for (const area of document.querySelectorAll("[data-area]")) area.hidden = !area.querySelector("details:not([hidden])");
  found.textContent = words.length ? number + " found" : "";
});
addEventListener("beforeprint", () => { for (const path of paths) path.open = true; });`;

function areaSection(atlas: Atlas, title: string, entries: readonly number[]): string {
  const views = entries.flatMap((index) => atlas.entries[index] ?? []);
  return `<div data-area><h3>${e(title)} <small>${views.length}</small></h3>\n${views.map((view) => pathDetails(atlas, view)).join("\n")}</div>`;
}

function pathDetails(atlas: Atlas, view: EntryView): string {
  const { entry } = view;
  const path = walk(entry, view.findings, atlas.map.systems);
  const badges = view.badges.filter((badge) => badge.tone !== "ok");
  const text = [
    entry.label,
    entry.handler.name,
    entry.handler.file,
    ...entry.guards.map((guard) => guard.name),
    ...view.touches.map((touch) => `${touch.system} ${touch.target ?? ""}`),
    ...entry.config,
  ].join(" ");
  const steps = path.steps.map(
    (step) =>
      `<li><strong>${e(step.text)}</strong> <code>${e(`${step.file}:${step.line}`)}</code>` +
      step.findings
        .map(
          (finding) =>
            `<p class="${finding.severity === "hint" ? "note" : finding.severity}">${e(finding.message)}</p>`,
        )
        .join("") +
      `<p>On a retry: ${e(step.retry)}</p><p>After a failure here: ${e(step.failure)}</p></li>`,
  );
  const elsewhere = path.elsewhere.map(
    (finding) =>
      `<li class="${finding.severity === "hint" ? "note" : finding.severity}">${e(finding.message)} <code>${e(`${finding.file}:${finding.line}`)}</code></li>`,
  );
  return (
    `<details data-text="${e(text.toLowerCase())}"><summary><code>${e(entry.label)}</code>` +
    badges.map((badge) => ` <span class="${badge.tone}">${e(badge.text)}.</span>`).join("") +
    `</summary><ol>${steps.join("")}</ol>${elsewhere.length > 0 ? `<ul>${elsewhere.join("")}</ul>` : ""}</details>`
  );
}

function systemsSection(atlas: Atlas): string {
  const used = atlas.systems.filter((view) => view.entries.length > 0);
  if (used.length === 0) return "";
  const label = (index: number) => e(atlas.entries[index]?.entry.label ?? "");
  const targets = (view: (typeof used)[number]) =>
    view.targets
      .map(
        (target) =>
          `<li><strong>${e(target.name || view.system.name)}</strong><p>Changed by: ${target.writers.map(label).join(", ") || "nothing"}</p><p>Read by: ${target.readers.map(label).join(", ") || "nothing"}</p></li>`,
      )
      .join("");
  return `<section aria-labelledby="systems"><h2 id="systems">Systems</h2>${used
    .map(
      (view) =>
        `<details><summary>${e(view.system.name)}, ${e(count(view.entries.length, "path"))}</summary><ul>${targets(view)}</ul></details>`,
    )
    .join("\n")}</section>`;
}

function releaseSection(release: ReleaseMap): string {
  const topics = (Object.keys(RELEASE_TOPICS) as ReleaseTopic[]).flatMap((topic) => {
    const facts = release.facts.filter((fact) => fact.topic === topic);
    const gaps = release.gaps.filter((gap) => gap.topic === topic);
    if (facts.length + gaps.length === 0) return [];
    const items = [
      ...facts.map((fact) => `<li>${e(fact.text)} <code>${e(`${fact.file}:${fact.line}`)}</code></li>`),
      ...gaps.map(
        (gap) => `<li class="warning">${gap.kind === "missing" ? "Not found: " : "Careful: "}${e(gap.text)}</li>`,
      ),
    ];
    return [`<h3>${e(RELEASE_TOPICS[topic])}</h3><ul>${items.join("")}</ul>`];
  });
  return `<section aria-labelledby="release"><h2 id="release">From a change to users</h2>${topics.join("\n")}</section>`;
}
