/** A difference of two maps in Markdown: the part of a pull request's description that says what it does to the service. */
import type { MapEffect, MapEntryPoint } from "../model/service-map.ts";
import { count } from "./badges.ts";
import { type ChangedEntryPoint, isSame, type MapDifference } from "./diff.ts";
import { codeSpan, escapeMarkdown } from "./escape.ts";
import { laneOf } from "./lanes.ts";
import { changes } from "./tone.ts";

/** Markdown for a difference; one sentence where there is none. */
export function renderDiff(difference: MapDifference): string {
  if (isSame(difference)) return "The service map does not change.\n";
  const { added, removed, changed } = difference;
  const parts = [
    "## What this changes in the service",
    [
      ...(added.length > 0 ? [`${count(added.length, "path")} added`] : []),
      ...(removed.length > 0 ? [`${count(removed.length, "path")} removed`] : []),
      ...(changed.length > 0 ? [`${count(changed.length, "path")} changed`] : []),
    ].join(", ") || "No path is added, removed or changed.",
    section("Paths added", added.map(describeAdded)),
    section("Paths changed", changed.flatMap(describeChanged)),
    section(
      "Paths removed",
      removed.map((entry) => `- ${codeSpan(entry.label)}`),
    ),
    section("Systems", [
      ...difference.addedSystems.map(
        (system) => `- now reaches ${escapeMarkdown(system.name)} (${codeSpan(`${system.file}:${system.line}`)})`,
      ),
      ...difference.removedSystems.map((system) => `- no longer reaches ${escapeMarkdown(system.name)}`),
    ]),
    section("Configuration", [
      ...difference.addedConfig.map(
        (variable) =>
          `- needs ${codeSpan(variable.name)}${variable.secret ? ", a secret" : ""}${variable.documented ? "" : ", documented nowhere"}`,
      ),
      ...difference.removedConfig.map((variable) => `- no longer needs ${codeSpan(variable.name)}`),
    ]),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `### ${title}\n\n${lines.join("\n")}` : "";
}

function describeAdded(entry: MapEntryPoint): string {
  const lane = laneOf(entry);
  const reads = entry.effects.filter((effect) => !changes(effect.access));
  const writes = entry.effects.filter((effect) => changes(effect.access));
  const parts = [
    lane.kind === "open" || lane.kind === "unknown" || lane.kind === "internal"
      ? lane.title.toLowerCase()
      : `lets in by ${codeSpan(lane.title)}`,
    ...(reads.length > 0 ? [`reads ${namesOf(reads)}`] : []),
    ...(writes.length > 0 ? [`changes ${namesOf(writes)}`] : []),
    ...(entry.effects.some((effect) => effect.retrySafe === false) ? ["not safe to repeat"] : []),
  ];
  return `- ${codeSpan(entry.label)} (${codeSpan(`${entry.handler.file}:${entry.handler.line}`)}): ${parts.join("; ")}`;
}

function describeChanged(change: ChangedEntryPoint): readonly string[] {
  const { addedGuards, removedGuards, addedEffects, removedEffects, nowUnsafe, addedConfig, removedConfig } = change;
  const guards = (list: typeof addedGuards) =>
    list.map((guard) => `${codeSpan(guard.name)} (${guard.kind})`).join(", ");
  const parts = [
    ...(removedGuards.length > 0 ? [`**no longer checks** ${guards(removedGuards)}`] : []),
    ...(addedGuards.length > 0 ? [`now checks ${guards(addedGuards)}`] : []),
    ...(change.publicChanged
      ? [change.after.public === undefined ? "no longer public on purpose" : "**now public on purpose**"]
      : []),
    ...sentence(
      "now reads",
      addedEffects.filter((effect) => !changes(effect.access)),
    ),
    ...sentence(
      "now changes",
      addedEffects.filter((effect) => changes(effect.access)),
    ),
    ...sentence("no longer touches", removedEffects),
    ...sentence("**no longer safe to repeat**:", nowUnsafe),
    ...(addedConfig.length > 0 ? [`needs ${addedConfig.map(codeSpan).join(", ")}`] : []),
    ...(removedConfig.length > 0 ? [`no longer needs ${removedConfig.map(codeSpan).join(", ")}`] : []),
  ];
  const { label, handler } = change.after;
  return [
    `- ${codeSpan(label)} (${codeSpan(`${handler.file}:${handler.line}`)})`,
    ...parts.map((part) => `  - ${part}`),
  ];
}

function sentence(words: string, effects: readonly MapEffect[]): readonly string[] {
  return effects.length > 0 ? [`${words} ${namesOf(effects)}`] : [];
}

function namesOf(effects: readonly MapEffect[]): string {
  return [
    ...new Set(effects.map((effect) => codeSpan(effect.target ? `${effect.system}: ${effect.target}` : effect.system))),
  ].join(", ");
}
