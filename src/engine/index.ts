/**
 * The engine's only door.
 *
 * Pure analysis: no IO, no clock, no environment. A host gives texts and the TypeScript module, and gets findings, the
 * service map and edits. Same texts, same findings, in every host.
 */
import type ts from "typescript";
import type { FileFacts } from "./facts/file-facts.ts";
import type { Edit, Finding, Fix } from "./model/finding.ts";
import type { ServiceMap } from "./model/service-map.ts";

export {
  BASELINE_FILE,
  type Baseline,
  type BaselineEntry,
  type BaselineFinding,
  baselineOf,
  matchBaseline,
  readBaseline,
  writeBaseline,
} from "./baseline/baseline.ts";
export { nearestName } from "./config/nearest-name.ts";
export { CONFIG_FILE } from "./config/read-config.ts";
export type { FileFacts, Span } from "./facts/file-facts.ts";
export { isWorkerSettings } from "./frameworks/cloudflare/bindings.ts";
export { isCode } from "./link/files/sources.ts";
export type { MapFinding } from "./map/atlas.ts";
export * from "./map/exports.ts";
export { MAP_EXTENSIONS, MAP_FORMATS, type MapFormat, type RenderOptions, renderServiceMap } from "./map/render.ts";
export type { MapView } from "./map/scene.ts";
export type { Config } from "./model/config.ts";
export type { Access, Operation, SystemKind } from "./model/effect.ts";
export type { EntryPointKind } from "./model/entry-point.ts";
export type { Edit, Finding, Fix, FixKind, Severity, TraceStep } from "./model/finding.ts";
export type { GuardKind } from "./model/guard.ts";
export type * from "./model/service-map.ts";
export type { Place } from "./model/term.ts";
export { assessReadiness } from "./readiness/assess-readiness.ts";
export type * from "./readiness/readiness.ts";
export type { ReadinessInput } from "./readiness/reading.ts";
export { releaseChecks } from "./readiness/release-checks.ts";
export type { Signs } from "./readiness/signs.ts";
export * from "./release/exports.ts";
export { RULES } from "./rules/index.generated.ts";
export { ENDINGS } from "./secrets/file-kind.ts";
export { createWorkspace } from "./workspace/create-workspace.ts";

/** A file as the host has it. `text` is called only when the engine must look inside. */
export interface FileSource {
  text(): string;
  /** The host's own tree of exactly this text (tsserver), to save a parse. */
  tree?(): ts.SourceFile | undefined;
  /** Content hash, where the host knows one: facts are then looked up in the store by it. */
  readonly hash?: string;
  /** Version control ignores the file (a local `.env`): it is there for fixes and the map, and has no findings. */
  readonly ignored?: boolean;
}

/** Where facts outlive the process. The host decides where and how. */
export interface FactsStore {
  get(hash: string): FileFacts | "uninteresting" | undefined;
  set(hash: string, facts: FileFacts | "uninteresting"): void;
  /** Small things that a text tells without being parsed, by name: plain JSON. */
  note?(hash: string, name: string): unknown;
  setNote?(hash: string, name: string, value: unknown): void;
}

export interface WorkspaceOptions {
  /** Loaded only when something must be parsed. TypeScript 5.4 to 6. */
  readonly typescript: () => typeof ts;
  /** Name of the root as shown in results; file paths are relative to it, with forward slashes. */
  readonly root?: string;
  readonly store?: FactsStore;
  /** The rules that are asked, by id; all of them where it is left out. What none of these needs is not worked out. */
  readonly rules?: (ruleId: string) => boolean;
  /** Crashes of rules and other things worth a line in a log. Never contains a secret. */
  readonly log?: (message: string) => void;
  /** Called while a cold analysis runs. */
  readonly progress?: (done: number, total: number) => void;
}

export interface Statistics {
  /** Files known. */
  readonly files: number;
  /** Files parsed since the workspace was made. */
  readonly parsed: number;
}

/** A problem with the configuration, for the host to show: one line. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Workspace {
  /** Adds or replaces a file. Cheap: nothing is read until results are asked for. */
  setFile(path: string, source: string | FileSource): void;
  deleteFile(path: string): void;
  /**
   * Works on the results until `isEnough` says so; true when they are there. For hosts that must answer others in
   * between: without it the first question for results does all the work.
   */
  advance(isEnough: () => boolean): boolean;
  /** All findings, or those shown in one file; suppressed ones included, marked. Sorted by file and place. */
  findings(path?: string): readonly Finding[];
  serviceMap(): ServiceMap;
  problems(): readonly Problem[];
  /** Edits of a fix, against the texts the workspace has now; in an order that may be applied from last to first per file. */
  edits(fix: Fix): readonly Edit[];
  /** Line and column, from 1, of an offset. */
  position(path: string, offset: number): { readonly line: number; readonly column: number };
  readonly statistics: Statistics;
}
