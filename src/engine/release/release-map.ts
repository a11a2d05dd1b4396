/**
 * The release map: how a change reaches users, as far as the repository tells. Who can push, what is checked, who
 * approves, what is built once and promoted, when migrations run, how health is checked, how to roll back; and what of
 * that nothing in the repository shows.
 */

/** What a fact says something about; also the order of display. */
export type ReleaseTopic =
  | "owners"
  | "checks"
  | "build"
  | "approval"
  | "deploy"
  | "migration"
  | "health"
  | "rollback"
  | "runtime";

export interface ReleaseFact {
  readonly topic: ReleaseTopic;
  /** Plain words: `Every pull request runs: npm test, npm run lint`. */
  readonly text: string;
  /** Where it comes from: `GitHub Actions`, `Dockerfile`. */
  readonly source: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Something that releases usually have and nothing in the repository shows. */
export interface ReleaseGap {
  readonly topic: ReleaseTopic;
  /** `missing`: the text names what was not found; `weak`: a sentence about something that is there. */
  readonly kind: "missing" | "weak";
  /** What it is and why it matters, in plain words. */
  readonly text: string;
  /** Where to look or add it, where there is such a place. */
  readonly file?: string;
  readonly line?: number;
}

export interface ReleaseMap {
  /** By topic, then file and line. */
  readonly facts: readonly ReleaseFact[];
  readonly gaps: readonly ReleaseGap[];
  /** Files that could not be understood. */
  readonly unreadable: readonly string[];
}

export const RELEASE_TOPICS: Readonly<Record<ReleaseTopic, string>> = {
  owners: "Who can change it",
  checks: "What is checked",
  build: "What is built",
  approval: "Who approves",
  deploy: "How it is deployed",
  migration: "Database migrations",
  health: "Health checks",
  rollback: "How to roll back",
  runtime: "What runs",
};
