/** Compares what the engine says with what a fixture expects. Every difference is one line, at the fixture's place. */
import type { MapEffect, MapEntryPoint, ServiceMap } from "../../src/engine/index.ts";
import type { PlacedFinding } from "./analyse.ts";
import type { MarkedFile, Marker, MarkerKind } from "./markers.ts";

export interface Said {
  readonly findings: readonly PlacedFinding[];
  readonly map: ServiceMap;
}

export interface Scope {
  /** Rule whose findings are compared even where no marker names it: the folder of the fixture. */
  readonly rule?: string;
  /** What of the map must be marked completely even where no marker of the kind stands. */
  readonly complete?: readonly ("entry" | "guard" | "effect")[];
}

/** Differences, empty where everything is as expected. */
export function compare(files: readonly MarkedFile[], said: Said, scope: Scope): readonly string[] {
  return [...compareFindings(files, said.findings, scope), ...compareMap(files, said.map, scope)].sort(byPlace);
}

/** `missing-role` and `access/missing-role` name the same rule. */
export function isRule(ruleId: string, name: string): boolean {
  return ruleId === name || ruleId.endsWith(`/${name}`);
}

// ── Findings ────────────────────────────────────────────────────────────────

const ABOUT_RULES: ReadonlySet<MarkerKind> = new Set(["expect", "missing", "spurious", "suppressed"]);

interface Wanted {
  readonly kind: MarkerKind;
  readonly rule: string;
  readonly line: number;
  readonly marker: Marker;
}

function compareFindings(
  files: readonly MarkedFile[],
  findings: readonly PlacedFinding[],
  scope: Scope,
): readonly string[] {
  const names = new Set(scope.rule ? [scope.rule] : []);
  for (const file of files) for (const marker of file.markers) for (const rule of rulesOf(marker)) names.add(rule);
  const all = files.some((file) => file.markers.some((marker) => marker.kind === "rules" && marker.text === "all"));
  const compared = (ruleId: string) => all || [...names].some((name) => isRule(ruleId, name));

  const differences: string[] = [];
  const left = findings.filter(({ finding }) => compared(finding.ruleId));
  for (const file of files) {
    const wanted = file.markers.flatMap((marker) =>
      rulesOf(marker).map((rule): Wanted => ({ kind: marker.kind, rule, line: marker.line, marker })),
    );
    for (const want of wanted) {
      const index = left.findIndex(
        (it) =>
          it.file === file.path &&
          it.line === want.line &&
          isRule(it.finding.ruleId, want.rule) &&
          (it.finding.suppressed !== undefined) === (want.kind === "suppressed"),
      );
      const found = index < 0 ? undefined : left.splice(index, 1)[0];
      const difference = found ? unlike(want, found) : absent(want);
      if (difference) differences.push(`${at(file, want.line)} ${difference}`);
    }
  }
  for (const { finding, file, line, column } of left) {
    const suppressed = finding.suppressed ? " (suppressed)" : "";
    differences.push(
      `${atPath(files, file, line)}:${column} unexpected ${finding.ruleId}${suppressed}: ${finding.message}`,
    );
  }
  return differences;
}

function rulesOf(marker: Marker): readonly string[] {
  if (!ABOUT_RULES.has(marker.kind)) return [];
  return marker.text
    .replace(/\s*\(.*\)\s*$/, "")
    .split(",")
    .map((name) => name.trim());
}

function absent({ kind, rule }: Wanted): string | undefined {
  if (kind === "expect") return `expected ${rule}, found nothing`;
  if (kind === "suppressed") return `expected ${rule} to be found and suppressed; it is not there`;
  if (kind === "spurious") return `the known limit is gone: ${rule} is silent here. Remove "spurious"`;
  return undefined;
}

function unlike({ kind, rule, marker }: Wanted, found: PlacedFinding): string | undefined {
  if (kind === "missing") return `the known limit is gone: ${rule} is found here. Turn "missing" into "expect"`;
  const { pin } = marker;
  if (!pin) return undefined;
  if (pin.column !== undefined) {
    // A finding over several lines is pinned by its part of the first.
    const end = found.endLine === found.line ? found.endColumn : undefined;
    if (pin.column !== found.column || (end !== undefined && pin.endColumn !== end)) {
      const where = `columns ${found.column} to ${end ?? "the end of the line"}`;
      return `${rule} stands at ${where}, expected ${pin.column} to ${pin.endColumn} (end exclusive)`;
    }
  }
  if (!found.finding.message.includes(pin.message)) {
    return `${rule} says "${found.finding.message}", expected "${pin.message}" in it`;
  }
  return undefined;
}

// ── Map ─────────────────────────────────────────────────────────────────────

type MapKind = "entry" | "guard" | "effect";

/** Something of the map, with the ways a marker may name it. */
interface Item {
  readonly file: string;
  readonly line: number;
  readonly shown: string;
  readonly matches: (text: string) => boolean;
}

function compareMap(files: readonly MarkedFile[], map: ServiceMap, scope: Scope): readonly string[] {
  return (["entry", "guard", "effect"] as const).flatMap((kind) => {
    const used = files.some((file) => file.markers.some((marker) => marker.kind === kind));
    if (!used && !scope.complete?.includes(kind)) return [];
    return compareItems(files, kind, items(kind, map));
  });
}

function compareItems(files: readonly MarkedFile[], kind: MapKind, said: readonly Item[]): readonly string[] {
  const differences: string[] = [];
  const left = [...said];
  for (const file of files) {
    for (const { text, line } of file.markers.filter((marker) => marker.kind === kind)) {
      const index = left.findIndex((item) => item.file === file.path && item.line === line && item.matches(text));
      if (index >= 0) left.splice(index, 1);
      else differences.push(`${at(file, line)} expected ${kind} "${text}"`);
    }
  }
  for (const item of left)
    differences.push(`${atPath(files, item.file, item.line)} unexpected ${kind} "${item.shown}"`);
  return differences;
}

function items(kind: MapKind, map: ServiceMap): readonly Item[] {
  if (kind === "entry") {
    return map.entryPoints.map((it) => {
      const names = entryNames(it);
      return { file: it.file, line: it.line, shown: names[0] ?? "", matches: (text) => names.includes(text) };
    });
  }
  if (kind === "guard") {
    const guards = map.entryPoints.flatMap((entry) => entry.guards);
    return unique(
      guards.map(({ kind: guard, name, file, line }) => {
        const shown = `${guard} ${name}`;
        return { file, line, shown, matches: (text) => text === shown };
      }),
    );
  }
  return effects(map);
}

/** One item per place and effect, however many entry points reach it. */
function effects(map: ServiceMap): readonly Item[] {
  const reached = new Map<string, { readonly effect: MapEffect; readonly from: Set<string> }>();
  for (const entry of map.entryPoints) {
    for (const effect of entry.effects) {
      const key = JSON.stringify([
        effect.file,
        effect.line,
        effect.access,
        effect.system,
        effect.target,
        effect.operation,
      ]);
      const known = reached.get(key) ?? { effect, from: new Set() };
      for (const name of entryNames(entry)) known.from.add(name);
      reached.set(key, known);
    }
  }
  return [...reached.values()].map(({ effect, from }) => {
    const { file, line, access, system, target, operation, retrySafe } = effect;
    const words = [access, system, ...(target === undefined ? [] : [target])].join(" ");
    const safety = retrySafe === undefined ? "unknown" : retrySafe ? "safe" : "unsafe";
    const matches = (text: string) => {
      const [first, ...details] = text.split(",").map((part) => part.trim());
      return (
        first === words &&
        details.every((detail) =>
          detail.startsWith("from ")
            ? from.has(detail.slice("from ".length))
            : detail === operation || detail === safety,
        )
      );
    };
    return { file, line, shown: [words, operation, safety].join(", "), matches };
  });
}

function entryNames({ method, path, kind, label }: MapEntryPoint): readonly string[] {
  return [label, `${method} ${path}`.trim(), `${kind} ${path}`];
}

function unique(list: readonly Item[]): readonly Item[] {
  return [...new Map(list.map((item) => [`${item.file}:${item.line}:${item.shown}`, item])).values()];
}

// ── Places ──────────────────────────────────────────────────────────────────

function at(file: MarkedFile, line: number): string {
  return `${file.path}:${file.originalLines[line] ?? line}`;
}

function atPath(files: readonly MarkedFile[], path: string, line: number): string {
  const file = files.find((it) => it.path === path);
  return file ? at(file, line) : `${path}:${line}`;
}

function byPlace(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
