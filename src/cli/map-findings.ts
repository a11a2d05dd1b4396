/** Findings as the map and the readiness report show them. */
import type { MapFinding } from "../engine/index.ts";
import type { ReportedFinding } from "./check-report.ts";

/** Errors and warnings that count. */
export function mapFindings(findings: readonly ReportedFinding[]): readonly MapFinding[] {
  return findings
    .filter(({ suppressed, severity }) => !suppressed && severity !== "hint")
    .map(({ ruleId, severity, file, line, message, entryPoint, alsoFor }) => ({
      ...{ ruleId, severity, file, line, message },
      ...(entryPoint === undefined ? {} : { entryPoint }),
      ...(alsoFor ? { alsoFor } : {}),
    }));
}
