/**
 * Filters: which entry points of an atlas are shown. Everything a filter asks for must hold.
 */
import type { EntryPointKind } from "../model/entry-point.ts";
import type { Atlas, EntryView } from "./atlas.ts";
import type { BadgeKind } from "./badges.ts";

export interface MapFilter {
  /**
   * Free words, all of which must occur; or `system:stripe`, `touches:orders`, `kind:queue`, `guard:requireUser`,
   * `missing:validation`, `needs:STRIPE_KEY`, `file:orders`. A leading `-` turns a word round.
   */
  readonly text: string;
  readonly kinds: readonly EntryPointKind[];
  readonly badges: readonly BadgeKind[];
  /** Ids of systems; any of them. */
  readonly systems: readonly string[];
  /** Only entry points whose path runs through these files, where given. */
  readonly files?: ReadonlySet<string> | undefined;
}

export const NO_FILTER: MapFilter = { text: "", kinds: [], badges: [], systems: [] };

/** True where the filter leaves anything out. */
export function isFiltering(filter: MapFilter): boolean {
  return (
    filter.text.trim() !== "" ||
    filter.kinds.length + filter.badges.length + filter.systems.length > 0 ||
    filter.files !== undefined
  );
}

/** Indexes of the entry points that pass. */
export function filterEntries(atlas: Atlas, filter: MapFilter): ReadonlySet<number> {
  const names = new Map(
    atlas.systems.map((view) => [view.system.id, `${view.system.id} ${view.system.name} ${view.system.kind}`]),
  );
  const tests = filter.text
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => testOf(word, names));
  const passes = (view: EntryView) =>
    (filter.kinds.length === 0 || filter.kinds.includes(view.entry.kind)) &&
    filter.badges.every((kind) => view.badges.some((badge) => badge.kind === kind && badge.tone !== "ok")) &&
    (filter.systems.length === 0 || view.touches.some((touch) => filter.systems.includes(touch.system))) &&
    (filter.files === undefined || filesOf(view).some((file) => filter.files?.has(file))) &&
    tests.every((test) => test(view));
  return new Set(atlas.entries.filter(passes).map((view) => view.index));
}

type Test = (view: EntryView) => boolean;

function testOf(word: string, systemNames: ReadonlyMap<string, string>): Test {
  if (word.length > 1 && word.startsWith("-")) {
    const positive = testOf(word.slice(1), systemNames);
    return (view) => !positive(view);
  }
  const colon = word.indexOf(":");
  const field = word.slice(0, colon).toLowerCase();
  const value = word.slice(colon + 1).toLowerCase();
  const has = (text: string | undefined) => text?.toLowerCase().includes(value) === true;
  if (colon > 0) {
    switch (field) {
      case "system":
        return (view) => view.touches.some((touch) => has(systemNames.get(touch.system)));
      case "touches":
      case "table":
        return (view) => view.touches.some((touch) => touch.target?.toLowerCase() === value);
      case "kind":
        return (view) => view.entry.kind === value;
      case "guard":
        return (view) => view.entry.guards.some((guard) => has(guard.name) || guard.kind.toLowerCase() === value);
      case "missing":
        return (view) => !view.entry.unknown && !view.entry.guards.some((guard) => guard.kind.toLowerCase() === value);
      case "needs":
      case "secret":
        return (view) => view.entry.config.some(has);
      case "file":
        return (view) => filesOf(view).some(has);
    }
  }
  const needle = word.toLowerCase();
  return (view) => haystackOf(view, systemNames).includes(needle);
}

const haystacks = new WeakMap<EntryView, string>();

function haystackOf(view: EntryView, systemNames: ReadonlyMap<string, string>): string {
  const known = haystacks.get(view);
  if (known !== undefined) return known;
  const { entry } = view;
  const text = [
    entry.label,
    entry.path,
    entry.handler.name,
    entry.file,
    entry.handler.file,
    ...entry.guards.map((guard) => guard.name),
    ...view.touches.map((touch) => `${systemNames.get(touch.system) ?? ""} ${touch.target ?? ""}`),
    ...entry.config,
    ...view.findings.map((finding) => finding.ruleId),
  ]
    .join("\n")
    .toLowerCase();
  haystacks.set(view, text);
  return text;
}

/** Every file an entry point's path is known to run through. */
function filesOf(view: EntryView): readonly string[] {
  const { entry } = view;
  return [
    entry.file,
    entry.handler.file,
    ...[...entry.guards, ...entry.effects, ...entry.steps].map((place) => place.file),
  ];
}
