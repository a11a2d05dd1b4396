/** Readiness: what stands between a prototype and production, in five dimensions, each with its evidence. */

export type DimensionId = "security" | "dataIntegrity" | "observability" | "deployment" | "performance";

export interface Readiness {
  readonly dimensions: readonly Dimension[];
}

export interface Dimension {
  readonly id: DimensionId;
  readonly title: string;
  /** Gaps first. */
  readonly evidence: readonly Evidence[];
}

/** `present` was seen, `missing` was looked for everywhere it could stand, `unknown` could not be told. */
export type EvidenceStatus = "present" | "missing" | "unknown";

export interface Evidence {
  /** Stable: `deployment/lockfile`. */
  readonly id: string;
  readonly status: EvidenceStatus;
  /** What was seen or missed, in one line. */
  readonly text: string;
  /** Why it matters and what to do, Markdown. */
  readonly advice: string;
  /** Where it was seen, or where it should stand; lines from 1. */
  readonly places: readonly EvidencePlace[];
}

export interface EvidencePlace {
  readonly file: string;
  readonly line: number;
  /** What is there: `POST /orders`. */
  readonly label: string;
}
