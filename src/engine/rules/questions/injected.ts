/** A place where what a client sends becomes part of a statement, a filter, a command or a program. */
import type { Fix, Severity } from "../../model/finding.ts";
import type { PathEvent } from "../../model/path.ts";
import type { Place } from "../../model/term.ts";

export interface Injected {
  readonly event: PathEvent;
  readonly at: Place;
  /** What happens and what to do, without the entry point: `puts "email" of the request into …`. */
  readonly says: string;
  /** The last step of the trace. */
  readonly last: string;
  readonly severity: Severity;
  readonly fixes?: () => readonly Fix[];
}
