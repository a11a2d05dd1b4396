/** What a reader of one kind of release file gives back, and what it is given. */
import type { ReleaseFact, ReleaseGap } from "./release-map.ts";

/** What a fact proves; gaps are what nothing proves. */
export type Sign =
  | "pipeline"
  | "pullRequestChecks"
  | "tests"
  | "lint"
  | "types"
  | "scan"
  | "build"
  | "image"
  | "approval"
  | "deploy"
  | "migration"
  | "health"
  | "rollback"
  | "owners"
  | "workflowOwners"
  | "platform"
  /** Commands whose inside could not be read: a Makefile, a script, an action of the repository. */
  | "opaque";

export interface Observation extends ReleaseFact {
  readonly signs: readonly Sign[];
}

export interface Reading {
  readonly facts: readonly Observation[];
  /** Gaps that one file shows by itself. */
  readonly gaps: readonly ReleaseGap[];
  /** Signs that belong to no fact. */
  readonly signs: readonly Sign[];
}

export interface ReleaseFile {
  readonly path: string;
  readonly text: string;
}

/** What readers know beyond their own file. */
export interface ReleaseContext {
  /** Scripts of every package.json, by name. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** Throws where the file cannot be understood. */
export type ReleaseReader = (file: ReleaseFile, context: ReleaseContext) => Reading;

/** Collects what a reader finds in one file. */
export class ReadingBuilder {
  readonly facts: Observation[] = [];
  readonly gaps: ReleaseGap[] = [];
  readonly signs: Sign[] = [];
  readonly #source: string;
  readonly #file: string;

  constructor(source: string, file: string) {
    this.#source = source;
    this.#file = file;
  }

  fact(topic: ReleaseFact["topic"], line: number, text: string, ...signs: Sign[]): void {
    this.facts.push({ topic, text, source: this.#source, file: this.#file, line, signs });
  }

  gap(topic: ReleaseGap["topic"], line: number, text: string, kind: ReleaseGap["kind"] = "weak"): void {
    this.gaps.push({ topic, kind, text, file: this.#file, line });
  }
}

/** Line, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf("\n"); index >= 0 && index < offset; index = text.indexOf("\n", index + 1)) line++;
  return line;
}

/** `a`, `a and b`, `a, b and c`; each once. */
export function enumerate(parts: readonly string[]): string {
  const unique = [...new Set(parts)];
  return unique.length < 2 ? unique.join("") : `${unique.slice(0, -1).join(", ")} and ${unique.at(-1)}`;
}
