/** Parts that several readiness checks share. */
import type { MapFinding } from "../map/atlas.ts";
import type { MapEntryPoint } from "../model/service-map.ts";
import type { EvidencePlace } from "./readiness.ts";

export function entryPlace(entry: MapEntryPoint): EvidencePlace {
  return { file: entry.handler.file, line: entry.handler.line, label: entry.label };
}

export function findingPlaces(findings: readonly MapFinding[]): EvidencePlace[] {
  return findings.map(({ file, line, entryPoint, ruleId }) => ({
    file,
    line,
    label: entryPoint ? `${entryPoint}: ${ruleId}` : ruleId,
  }));
}

export function filePlaces(files: readonly string[]): EvidencePlace[] {
  return files.map((file) => ({ file, line: 1, label: file }));
}

export function changesSomething(entry: MapEntryPoint): boolean {
  return entry.effects.some(({ access }) => access === "write" || access === "publish");
}

/** `1 path`, `2 paths`. */
export function plural(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}
