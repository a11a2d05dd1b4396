/**
 * Badges: what stands out about one entry point, each with a reason in plain words.
 *
 * A badge is a fact read from the code, not a verdict: verdicts are findings. A missing guard counts as a warning only
 * where a finding says so, or where callers can change something without any check.
 */
import type { MapConfig, MapEntryPoint, MapSystem } from "../model/service-map.ts";
import type { MapFinding, Touch } from "./atlas.ts";
import { laneOf } from "./lanes.ts";
import { changes, type Tone, worst } from "./tone.ts";

export type BadgeKind = "finding" | "guard" | "places" | "retry" | "secret" | "unknown";

export interface Badge {
  readonly kind: BadgeKind;
  readonly tone: Tone;
  /** How many, where that means something. */
  readonly count: number;
  /** One short sentence. */
  readonly text: string;
}

/** Badge kinds in order of display, with the words that filters and legends use. */
export const BADGE_TITLES: Readonly<Record<BadgeKind, string>> = {
  finding: "Findings",
  guard: "No check found",
  places: "Several writes",
  retry: "Unsafe to repeat",
  secret: "Undocumented",
  unknown: "Partly unreadable",
};

export interface BadgeInput {
  readonly entry: MapEntryPoint;
  readonly findings: readonly MapFinding[];
  readonly touches: readonly Touch[];
  readonly config: ReadonlyMap<string, MapConfig>;
  /** Variables that so many paths need that they say nothing about one. */
  readonly common: ReadonlySet<string>;
  readonly systems: ReadonlyMap<string, MapSystem>;
}

/** Badges of one entry point, in order of display. */
export function badgesOf(input: BadgeInput): readonly Badge[] {
  return [
    findingBadge(input),
    guardBadge(input),
    placesBadge(input),
    retryBadge(input),
    secretBadge(input),
    unknownBadge(input),
  ].filter((badge) => badge !== undefined);
}

/** The tone of an entry point. */
export function worstTone(badges: readonly Badge[]): Tone {
  return worst(badges.map((badge) => badge.tone));
}

function findingBadge({ findings }: BadgeInput): Badge | undefined {
  if (findings.length === 0) return undefined;
  const tone = worst(findings.map((finding) => (finding.severity === "hint" ? "note" : finding.severity)));
  const rules = [...new Set(findings.map((finding) => finding.ruleId.split("/").at(-1)))];
  return {
    kind: "finding",
    tone,
    count: findings.length,
    text: `${count(findings.length, "finding")}: ${rules.join(", ")}`,
  };
}

function guardBadge({ entry, findings, touches, systems }: BadgeInput): Badge | undefined {
  if (laneOf(entry).kind !== "open" || touches.length === 0) return undefined;
  const reported = findings.some((finding) => finding.ruleId.startsWith("access/") && finding.severity !== "hint");
  const told = touches.filter((touch) => !watches(touch.system, systems));
  if (told.length === 0) return undefined;
  const writes = told.some((touch) => touch.access.some(changes));
  return {
    kind: "guard",
    tone: reported || writes ? "warning" : "note",
    count: 1,
    text: writes ? "Nobody is checked before it changes something" : "Nobody is checked before it reads",
  };
}

function placesBadge({ entry, touches, systems }: BadgeInput): Badge | undefined {
  const written = touches.filter((touch) => touch.access.some(changes) && !watches(touch.system, systems));
  // An unnamed target may be one of the named ones.
  const named = new Set(written.filter((touch) => touch.target !== undefined).map((touch) => touch.system));
  const places = written.filter((touch) => touch.target !== undefined || !named.has(touch.system));
  if (places.length < 2) return undefined;
  const inSystems = new Set(places.map((touch) => touch.system));
  const together = entry.guards.some((guard) => guard.kind === "transaction") && inSystems.size === 1;
  const names = placeNames(places, systems);
  const shown = names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
  return {
    kind: "places",
    tone: together ? "ok" : "note",
    count: places.length,
    text: `Writes to ${places.length} places${together ? " in one transaction" : ""}: ${shown}`,
  };
}

/** Names of places; where two systems have one of the same name, the system is told too. */
export function placeNames(
  places: readonly Pick<Touch, "system" | "target">[],
  systems: ReadonlyMap<string, MapSystem>,
): readonly string[] {
  const nameOf = ({ system }: Pick<Touch, "system">) => systems.get(system)?.name ?? system;
  return places.map((place) => {
    if (place.target === undefined) return nameOf(place);
    const shared = places.some((other) => other.target === place.target && other.system !== place.system);
    return shared ? `${place.target} (${nameOf(place)})` : place.target;
  });
}

function retryBadge({ entry, systems }: BadgeInput): Badge | undefined {
  const unsafe = entry.effects.filter((effect) => effect.retrySafe === false && !watches(effect.system, systems));
  if (unsafe.length === 0) return undefined;
  const names = [
    ...new Set(unsafe.map((effect) => effect.target ?? systems.get(effect.system)?.name ?? effect.system)),
  ];
  return { kind: "retry", tone: "note", count: unsafe.length, text: `A repeated call repeats: ${names.join(", ")}` };
}

function secretBadge({ entry, config, common }: BadgeInput): Badge | undefined {
  const undocumented = entry.config.filter((name) => config.get(name)?.documented === false && !common.has(name));
  if (undocumented.length === 0) return undefined;
  return {
    kind: "secret",
    tone: "note",
    count: undocumented.length,
    text: `Needs configuration that is documented nowhere: ${undocumented.join(", ")}`,
  };
}

function unknownBadge({ entry }: BadgeInput): Badge | undefined {
  if (!entry.unknown) return undefined;
  return { kind: "unknown", tone: "unknown", count: 1, text: "Part of this path could not be read" };
}

/** Logs and metrics: a second line there hurts nobody. */
function watches(system: string, systems: BadgeInput["systems"]): boolean {
  return systems.get(system)?.kind === "observability";
}

/** `1 finding`, `3 findings`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
