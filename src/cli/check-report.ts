/** What `hardpath check` says, as plain data: the JSON of `--format json`, and what every other format is made from. */
import type { Finding, FixKind, Place, Severity, Workspace } from "../engine/index.ts";

/** Version 1 is a contract: keys may be added, never removed or changed. */
export interface CheckReport {
  readonly version: 1;
  readonly root: string;
  readonly stats: {
    readonly files: number;
    /** Files parsed in this run; the others were not of interest, or in the cache. */
    readonly parsed: number;
    readonly ms: number;
    /** Findings that the baseline accepts; they are not among `findings`. */
    readonly baselined: number;
  };
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedFinding extends ReportedPlace {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly entryPoint?: string;
  /** Other entry points that come by the same flaw. */
  readonly alsoFor?: readonly string[];
  readonly trace: readonly ReportedStep[];
  readonly fingerprint: string;
  readonly fixes: readonly ReportedFix[];
  readonly suppressed?: { readonly reason: string };
}

export interface ReportedStep extends ReportedPlace {
  readonly message: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly kind: FixKind;
  /** What a person must still do, in order. */
  readonly checklist?: readonly string[];
  /** There are no edits: the checklist is the fix. */
  readonly byHand?: true;
}

/** A finding with lines and columns in place of offsets. */
export function reportedFinding(finding: Finding, workspace: Workspace): ReportedFinding {
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    ...reportedPlace(finding.place, workspace),
    message: finding.message,
    ...(finding.entryPoint === undefined ? {} : { entryPoint: finding.entryPoint }),
    ...(finding.alsoFor ? { alsoFor: finding.alsoFor } : {}),
    trace: finding.trace.map((step) => ({ ...reportedPlace(step.place, workspace), message: step.message })),
    fingerprint: finding.fingerprint,
    fixes: finding.fixes.map(({ title, kind, checklist, byHand }) => ({
      title,
      kind,
      ...(checklist ? { checklist } : {}),
      ...(byHand ? { byHand } : {}),
    })),
    ...(finding.suppressed ? { suppressed: { reason: finding.suppressed.reason } } : {}),
  };
}

/** `DELETE /notes/:id, GET /notes and 23 more`: whom a shared flaw concerns as well; undefined where nobody else. */
export function othersConcerned({ alsoFor = [] }: ReportedFinding): string | undefined {
  const named = alsoFor.slice(0, MAXIMUM_NAMED).join(", ");
  const more = alsoFor.length - MAXIMUM_NAMED;
  if (alsoFor.length === 0) return undefined;
  return more > 0 ? `${named} and ${more} more` : named;
}

const MAXIMUM_NAMED = 3;

function reportedPlace(place: Place, workspace: Workspace): ReportedPlace {
  const start = workspace.position(place.file, place.at[0]);
  const end = workspace.position(place.file, place.at[1]);
  return { file: place.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The findings that count: not suppressed. */
export function openFindings(report: CheckReport): readonly ReportedFinding[] {
  return report.findings.filter((finding) => !finding.suppressed);
}

/** How many findings of each severity are open. */
export function severityCounts(report: CheckReport): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const finding of openFindings(report)) counts[finding.severity]++;
  return counts;
}
