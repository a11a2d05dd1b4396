/**
 * Release checks for one path: who answers for it, how to take a change back, and which signal says stop. Written from
 * what the path does, as a Markdown checklist for the pull request.
 */
import { type Atlas, buildAtlas, type EntryView } from "../map/atlas.ts";
import { compareTones } from "../map/tone.ts";
import type { SystemKind } from "../model/effect.ts";
import type { MapEffect, MapSystem } from "../model/service-map.ts";
import { ownersOf } from "./code-owners.ts";
import type { ReadinessInput } from "./reading.ts";

/**
 * The checklist of an entry point by id; of the worst path where none is named. Undefined where there is no such path.
 */
export function releaseChecks(input: ReadinessInput, entryPoint?: string): string | undefined {
  const atlas = buildAtlas(input.map, input.findings);
  const view = entryPoint === undefined ? worstPath(atlas) : atlas.entries.find(({ entry }) => entry.id === entryPoint);
  if (!view) return undefined;
  const systems = new Map(input.map.systems.map((system) => [system.id, system]));
  const { entry } = view;
  const changing = entry.effects.filter(({ access }) => access !== "read");
  return [
    `# Release checks: ${entry.label}`,
    "",
    `Handled by \`${entry.handler.name || entry.framework}\` in ${entry.handler.file}:${entry.handler.line}.`,
    "",
    ...section("Owner", ownerSteps(view, input)),
    ...section("Before the release", beforeSteps(view)),
    ...section("Way back", wayBack(changing, systems)),
    ...section("Signal to stop", stopSignals(view, changing, systems)),
  ].join("\n");
}

function worstPath(atlas: Atlas): EntryView | undefined {
  return [...atlas.entries].sort((a, b) => compareTones(a.tone, b.tone) || b.findings.length - a.findings.length)[0];
}

function section(title: string, steps: readonly string[]): string[] {
  return [`## ${title}`, "", ...steps.map((step) => `- [ ] ${step}`), ""];
}

function ownerSteps({ entry }: EntryView, { files, read }: ReadinessInput): string[] {
  const file = files.find((path) => /(?:^|\/)CODEOWNERS$/.test(path));
  const owners = file === undefined ? [] : ownersOf(read(file) ?? "", entry.handler.file);
  if (owners.length > 0) {
    return [
      `${owners.join(", ")} approved the change (${file})`,
      "The one who releases is awake and reachable for the next hour: ____",
    ];
  }
  const missing = file === undefined ? "there is no CODEOWNERS" : `${file} names nobody for ${entry.handler.file}`;
  return [`Name who answers for this path, ${missing}: ____`, "Name who approved the change: ____"];
}

const TELLS_WHO: ReadonlySet<string> = new Set(["authentication", "role", "ownership", "signature"]);

function beforeSteps({ entry, findings }: EntryView): string[] {
  const steps = findings
    .filter(({ severity }) => severity !== "hint")
    .map(
      ({ ruleId, message, file, line }) => `Mend or accept with a reason: ${message} (\`${ruleId}\`, ${file}:${line})`,
    );
  if (entry.effects.some(({ retrySafe }) => retrySafe === false)) {
    steps.push(`Send the same request twice against a test system: one result, nothing written, charged or sent twice`);
  }
  const guards = entry.guards.filter(({ kind }) => TELLS_WHO.has(kind));
  if (guards.length > 0) {
    const names = [...new Set(guards.map(({ name }) => `\`${name}\``))].join(", ");
    steps.push(`Try it as nobody, and as the wrong user: refused (${names})`);
  } else if (entry.public === undefined) {
    steps.push("Nothing on this path checks who calls: write down why that is fine, or add a guard");
  }
  for (const name of entry.config) steps.push(`\`${name}\` is set where it is released`);
  return steps.length > 0 ? steps : ["Nothing known stands in the way"];
}

/** What cannot be taken back by deploying the old code. */
const AFTERMATH: Readonly<Partial<Record<SystemKind, (name: string, target: string) => string>>> = {
  database: (_name, target) =>
    `Rows that the new code wrote to ${target} stay: the old code reads them, or a script mends them`,
  payment: (name) => `Charges at ${name} are not undone by a rollback: have the list of them and the refund ready`,
  email: (name) => `Mail that ${name} sent stays sent: switch it on for few users first`,
  sms: (name) => `Messages that ${name} sent stay sent: switch it on for few users first`,
  queue: (_name, target) =>
    `Jobs of the new form lie in ${target}: the old worker understands them, or the queue is drained first`,
  cache: (_name, target) => `Entries of the new form lie in ${target}: a new key prefix, or flush`,
  filestore: (_name, target) => `Files that the new code wrote to ${target} stay: the old code can read them`,
  auth: (name) => `Accounts and sessions made at ${name} stay valid`,
  externalApi: (name) => `What ${name} was told cannot be untold: know whom to call there`,
};

function wayBack(changing: readonly MapEffect[], systems: ReadonlyMap<string, MapSystem>): string[] {
  const steps = new Set(["The last good release is known and can be deployed without a build: ____"]);
  for (const effect of changing) {
    const system = systems.get(effect.system);
    const text = system && AFTERMATH[system.kind]?.(system.name, targetOf(effect, system));
    if (text) steps.add(text);
  }
  if (steps.size === 1 && changing.length === 0) steps.add("This path changes nothing outside: the old code is enough");
  return [...steps];
}

const SIGNALS: Readonly<Partial<Record<SystemKind, (name: string, target: string) => string>>> = {
  database: (_name, target) => `More rows per minute in ${target} than requests, or unique-key errors on it`,
  payment: (name) => `More charges at ${name} than orders; any refund that nobody asked for`,
  email: (name) => `More mail at ${name} than usual for the hour; bounces and complaints`,
  sms: (name) => `More messages at ${name} than usual for the hour`,
  queue: (_name, target) => `${target}: waiting jobs grow, or failed jobs appear`,
  externalApi: (name) => `${name} answers with errors, or slower than the caller's timeout`,
  llm: (name) => `Cost per hour at ${name} above the usual`,
};

function stopSignals(
  { entry }: EntryView,
  changing: readonly MapEffect[],
  systems: ReadonlyMap<string, MapSystem>,
): string[] {
  const errors =
    entry.kind === "queue" || entry.kind === "schedule" || entry.kind === "event" ? "failed runs" : "answers with 5xx";
  const steps = new Set([
    `${entry.label}: ${errors} above ____ % for five minutes`,
    `Who looks at it, where, for how long: ____`,
  ]);
  for (const effect of changing) {
    const system = systems.get(effect.system);
    // Only new rows can be too many; a changed one is as many as before.
    if (system?.kind === "database" && !/^(?:insert|append|increment)$/.test(effect.operation)) continue;
    const text = system && SIGNALS[system.kind]?.(system.name, targetOf(effect, system));
    if (text) steps.add(text);
  }
  return [...steps];
}

function targetOf(effect: MapEffect, system: MapSystem): string {
  return effect.target === undefined ? system.name : `\`${effect.target}\``;
}
