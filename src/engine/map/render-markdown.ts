/** The map as one page of Markdown: what a new colleague reads first, and what goes into a wiki or a pull request. */
import { RELEASE_TOPICS, type ReleaseMap, type ReleaseTopic } from "../release/release-map.ts";
import type { AreaView, Atlas, EntryView } from "./atlas.ts";
import { type BadgeKind, count } from "./badges.ts";
import { codeSpan, escapeMarkdown } from "./escape.ts";
import { renderMermaid } from "./render-mermaid.ts";
import { compareTones } from "./tone.ts";
import { walk } from "./walk.ts";

/** Paths listed under "Look here first". */
const FIRST = 15;
/** Variables and targets listed before the rest is only counted. */
const MOST_LISTED = 40;

/** The whole service on one page. */
export function renderMarkdown(atlas: Atlas, release?: ReleaseMap): string {
  return [
    `# Service map${atlas.map.root ? ` of ${escapeMarkdown(atlas.map.root)}` : ""}`,
    summary(atlas),
    `\`\`\`mermaid\n${renderMermaid(atlas)}\`\`\``,
    lookFirst(atlas),
    lanes(atlas),
    areas(atlas),
    systems(atlas),
    configuration(atlas),
    release ? renderRelease(release) : "",
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

/** One path, step by step. */
export function renderWalk(atlas: Atlas, view: EntryView): string {
  const path = walk(view.entry, view.findings, atlas.map.systems);
  const lines = [`# ${escapeMarkdown(view.entry.label)}`, "", escapeMarkdown(path.opening), ""];
  for (const step of path.steps) {
    lines.push(`${step.number}. **${escapeMarkdown(step.text)}** (${codeSpan(`${step.file}:${step.line}`)})`);
    for (const finding of step.findings)
      lines.push(`   - ${finding.severity}: ${escapeMarkdown(finding.message)} (${finding.ruleId})`);
    lines.push(`   - On a retry: ${escapeMarkdown(step.retry)}`);
    lines.push(`   - After a failure here: ${escapeMarkdown(step.failure)}`);
  }
  for (const finding of path.elsewhere) {
    lines.push(
      "",
      `${finding.severity}: ${escapeMarkdown(finding.message)} (${codeSpan(`${finding.file}:${finding.line}`)})`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** The release part alone. */
export function renderRelease(release: ReleaseMap): string {
  const lines = ["## From a change to users"];
  for (const topic of Object.keys(RELEASE_TOPICS) as ReleaseTopic[]) {
    const facts = release.facts.filter((fact) => fact.topic === topic);
    const gaps = release.gaps.filter((gap) => gap.topic === topic);
    if (facts.length + gaps.length === 0) continue;
    lines.push("", `**${RELEASE_TOPICS[topic]}**`, "");
    for (const fact of facts) lines.push(`- ${escapeMarkdown(fact.text)} (${codeSpan(`${fact.file}:${fact.line}`)})`);
    for (const gap of gaps)
      lines.push(`- ${gap.kind === "missing" ? "Not found: " : "Careful: "}${escapeMarkdown(gap.text)}`);
  }
  if (release.unreadable.length > 0)
    lines.push("", `Could not be read: ${release.unreadable.map(codeSpan).join(", ")}`);
  return lines.join("\n");
}

function summary(atlas: Atlas): string {
  const with_ = (kind: BadgeKind) => atlas.entries.filter((view) => has(view, kind)).length;
  const parts = [
    `${count(atlas.entries.length, "path")} in ${count(atlas.areas.length, "area")}`,
    `${count(atlas.systems.filter((view) => view.entries.length > 0).length, "system")}`,
    ...(with_("guard") > 0 ? [`${with_("guard")} without a check`] : []),
    ...(with_("retry") > 0 ? [`${with_("retry")} not safe to repeat`] : []),
    ...(with_("places") > 0 ? [`${with_("places")} writing to several places`] : []),
    ...(with_("unknown") > 0 ? [`${with_("unknown")} partly unreadable`] : []),
  ];
  return `${parts.join(" · ")}.`;
}

function has(view: EntryView, kind: BadgeKind): boolean {
  return view.badges.some((badge) => badge.kind === kind && badge.tone !== "ok");
}

function lookFirst(atlas: Atlas): string {
  const first = atlas.entries
    .filter((view) => view.tone === "error" || view.tone === "warning")
    .sort((a, b) => compareTones(a.tone, b.tone) || b.badges.length - a.badges.length)
    .slice(0, FIRST);
  if (first.length === 0) return "";
  return [
    "## Look here first",
    "",
    ...first.map((view) => {
      const reasons = view.badges.filter((badge) => badge.tone !== "ok").map((badge) => escapeMarkdown(badge.text));
      return `- ${codeSpan(view.entry.label)} (${codeSpan(`${view.entry.handler.file}:${view.entry.handler.line}`)}): ${reasons.join("; ")}`;
    }),
  ].join("\n");
}

function lanes(atlas: Atlas): string {
  return table(
    "## What lets callers in",
    ["", "Paths", "Checked in"],
    atlas.lanes.map((lane) => [
      escapeMarkdown(lane.title),
      String(lane.entries.length),
      lane.place ? codeSpan(`${lane.place.file}:${lane.place.line}`) : "",
    ]),
  );
}

function areas(atlas: Atlas): string {
  const cell = (area: AreaView, kind: BadgeKind) => {
    const number = area.entries.filter((index) => has(atlas.entries[index] as EntryView, kind)).length;
    return number > 0 ? String(number) : "";
  };
  return table(
    "## Areas",
    ["Area", "Paths", "Findings", "No check", "Not safe to repeat", "Several places", "Unreadable"],
    atlas.areas.map((area) => [
      escapeMarkdown(atlas.manyApps ? `${area.app}: ${area.title}` : area.title),
      String(area.entries.length),
      cell(area, "finding"),
      cell(area, "guard"),
      cell(area, "retry"),
      cell(area, "places"),
      cell(area, "unknown"),
    ]),
  );
}

function systems(atlas: Atlas): string {
  const used = atlas.systems.filter((view) => view.entries.length > 0);
  if (used.length === 0) return "";
  const lines = ["## Systems"];
  for (const view of used) {
    lines.push(
      "",
      `**${escapeMarkdown(view.system.name)}**${view.system.via ? ` through ${codeSpan(view.system.via)}` : ""}, ${count(view.entries.length, "path")}`,
      "",
    );
    const named = view.targets.filter((target) => target.name);
    for (const target of named.slice(0, MOST_LISTED)) {
      const { readers, writers } = target;
      lines.push(`- ${codeSpan(target.name)}: read by ${readers.length}, changed by ${writers.length}`);
    }
    if (named.length > MOST_LISTED) lines.push(`- and ${named.length - MOST_LISTED} more`);
  }
  return lines.join("\n");
}

function configuration(atlas: Atlas): string {
  if (atlas.config.length === 0) return "";
  const undocumented = atlas.config.filter((view) => !view.config.documented);
  const secrets = atlas.config.filter((view) => view.config.secret);
  const shown = undocumented.slice(0, MOST_LISTED);
  return [
    "## Configuration",
    "",
    `${count(atlas.config.length, "variable")}, ${secrets.length} of them secret, ${undocumented.length} documented nowhere.`,
    ...(shown.length > 0 ? ["", "Documented nowhere:", ""] : []),
    ...shown.map(
      ({ config }) =>
        `- ${codeSpan(config.name)}${config.secret ? " (secret)" : ""}: ${codeSpan(`${config.file}:${config.line}`)}`,
    ),
    ...(undocumented.length > shown.length ? [`- and ${undocumented.length - shown.length} more`] : []),
  ].join("\n");
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [title, "", line(head), line(rule), ...rows.map(line)].join("\n");
}
