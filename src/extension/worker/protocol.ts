/**
 * What the extension and its worker say to each other: plain data, one file for both sides.
 *
 * Folders are named by their file-system path, files by their path inside the folder with forward slashes. Lines and
 * characters count from 0, as in the editor; the service map keeps its own convention (from 1).
 */
import type { FixKind, Readiness, ReleaseMap, ServiceMap, Severity } from "../../engine/index.ts";

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** A finding as the editor needs it. */
export interface ShownFinding {
  /** Unique in its folder, and the same after edits elsewhere: fingerprint and, among equals, a number. */
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly file: string;
  readonly range: TextRange;
  readonly message: string;
  /** Label of the entry point, such as `POST /orders`. */
  readonly entryPoint?: string;
  /** Other entry points that come by the same flaw. */
  readonly alsoFor?: readonly string[];
  readonly trace: readonly ShownStep[];
  readonly fingerprint: string;
  readonly fixes: readonly ShownFix[];
  readonly suppressed?: { readonly reason: string };
}

export interface ShownStep {
  readonly file: string;
  readonly range: TextRange;
  readonly message: string;
}

export interface ShownFix {
  readonly title: string;
  readonly kind: FixKind;
  /** Steps a person must still take, Markdown. */
  readonly checklist?: readonly string[];
  /** There are no edits: the checklist is the fix. */
  readonly byHand?: true;
}

/** A problem with the configuration. */
export interface ShownProblem {
  readonly file: string;
  readonly position: TextPosition;
  readonly message: string;
}

/** An edit with the editor's positions. */
export type ShownEdit =
  | { readonly kind: "replace"; readonly file: string; readonly range: TextRange; readonly text: string }
  | { readonly kind: "create"; readonly file: string; readonly text: string };

export interface FolderStatistics {
  readonly files: number;
  readonly parsed: number;
  /** Milliseconds of the last analysis. */
  readonly elapsed: number;
}

/** Findings of a folder after an analysis: only the files where they changed. */
export interface FolderResults {
  readonly folder: string;
  /** Counts up with every analysis of the folder. */
  readonly revision: number;
  /** Every file is in `files`: what was known of others is gone. */
  readonly complete: boolean;
  /** By file; an empty list where a file has no findings any more. */
  readonly files: Readonly<Record<string, readonly ShownFinding[]>>;
  readonly problems: readonly ShownProblem[];
  readonly statistics: FolderStatistics;
}

/** Questions the extension asks; the worker answers each once. */
export interface Requests {
  serviceMap: { parameters: { folder: string }; result: ServiceMap };
  readiness: { parameters: { folder: string }; result: Readiness };
  /** Edits of one fix against the texts the worker has now; undefined when the finding is gone. */
  edits: { parameters: { folder: string; finding: string; fix: number }; result: readonly ShownEdit[] | undefined };
  /** Edits of several fixes at once; where two want the same place the first wins. */
  editsOfAll: {
    parameters: { folder: string; fixes: readonly { readonly finding: string; readonly fix: number }[] };
    result: { readonly edits: readonly ShownEdit[]; readonly left: number };
  };
  /** How a change reaches users, from pipelines, images and manifests. */
  releaseMap: { parameters: { folder: string }; result: ReleaseMap };
  /** What changed on the map since a commit, branch or tag, as Markdown. Refused where Git does not know it. */
  mapDifference: { parameters: { folder: string; reference: string }; result: string };
  /** Markdown; undefined when the entry point is gone. */
  releaseChecks: { parameters: { folder: string; entryPoint: string }; result: string | undefined };
  /** Answers once everything sent before is analysed. */
  settled: { parameters: { folder: string }; result: { revision: number } };
}

export type RequestName = keyof Requests;

/** Told to the worker, without an answer. */
export type Notice =
  | { readonly kind: "open"; readonly folder: string; readonly storage: string | undefined }
  | { readonly kind: "close"; readonly folder: string }
  /** The editor's text of a file, ahead of the disk. */
  | { readonly kind: "text"; readonly folder: string; readonly file: string; readonly text: string }
  /** The disk counts again: saved, closed or changed outside. A file that is gone, or a folder, is found out by the worker. */
  | { readonly kind: "disk"; readonly folder: string; readonly files: readonly string[] };

export type ToWorker =
  | Notice
  | { readonly kind: "request"; readonly id: number; readonly name: RequestName; readonly parameters: unknown };

export type FromWorker =
  | { readonly kind: "progress"; readonly folder: string; readonly done: number; readonly total: number }
  | { readonly kind: "results"; readonly results: FolderResults }
  | { readonly kind: "failed"; readonly folder: string; readonly message: string }
  | { readonly kind: "log"; readonly message: string }
  | { readonly kind: "answer"; readonly id: number; readonly result: unknown }
  | { readonly kind: "refused"; readonly id: number; readonly message: string };
