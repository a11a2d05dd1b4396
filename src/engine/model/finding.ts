/** Findings and fixes: what rules report and hosts show. */
import type { Place } from "./term.ts";

export type Severity = "error" | "warning" | "hint";

export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly place: Place;
  /** Where the entry point's own code calls what leads to the place; absent where the place is in the handler itself. */
  readonly call?: Place;
  /** Where the entry point is registered, with a handler that stands elsewhere. */
  readonly registered?: Place;
  /** What happens and what to do, in the user's own names. */
  readonly message: string;
  /** `POST /admin/users`; absent for findings that belong to no entry point. */
  readonly entryPoint?: string;
  /** Other entry points that come by the same flaw, in middleware or a service: it is told once for all of them. */
  readonly alsoFor?: readonly string[];
  /** From the entry point to the place, step by step. */
  readonly trace: readonly TraceStep[];
  /** Identity for baselines: no line numbers in it. */
  readonly fingerprint: string;
  readonly fixes: readonly Fix[];
  readonly suppressed?: { readonly reason: string };
}

export interface TraceStep {
  readonly place: Place;
  readonly message: string;
}

/** `safe` only where behaviour cannot change for a correct caller; else `suggestion`. */
export type FixKind = "safe" | "suggestion";

export interface Fix {
  readonly title: string;
  readonly kind: FixKind;
  /** Builds the edits when they are wanted. `read` gives a file's current text, undefined where there is none. */
  readonly edits: (read: (file: string) => string | undefined) => readonly Edit[];
  /** Steps a person must still take, in order: the rotation of a secret, a migration. Markdown, one step each. */
  readonly checklist?: readonly string[];
  /** There are no edits: the checklist is the fix. */
  readonly byHand?: true;
}

/** Host-neutral edit. Offsets are of the text that `read` gave. */
export type Edit =
  | {
      readonly kind: "replace";
      readonly file: string;
      readonly at: readonly [start: number, end: number];
      readonly text: string;
    }
  | { readonly kind: "create"; readonly file: string; readonly text: string };
