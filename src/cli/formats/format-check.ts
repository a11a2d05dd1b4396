/** The formats of `hardpath check`. */
import type { CheckReport, ReportedFinding } from "../check-report.ts";
import type { Terminal } from "../terminal.ts";

/** What a format may use beside the report. */
export interface FormatContext {
  readonly terminal: Terminal;
  /** The lines of a file, undefined where it is gone. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** Folder that was checked, absolute. */
  readonly root: string;
  readonly hints: "shown" | "counted";
  /** Findings that the baseline accepts. */
  readonly baselined: readonly ReportedFinding[];
}

/** Makes the whole text of standard output, with its last line break. */
export type FormatCheck = (report: CheckReport, context: FormatContext) => string;
