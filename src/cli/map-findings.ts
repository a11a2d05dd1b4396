/** Findings as the map and the readiness report show them. */
import type { MapFinding, Workspace } from "../engine/index.ts";

/** Errors and warnings that count. */
export function mapFindings(workspace: Workspace): readonly MapFinding[] {
  return workspace
    .findings()
    .filter(({ suppressed, severity }) => !suppressed && severity !== "hint")
    .map((finding) => ({
      ruleId: finding.ruleId,
      severity: finding.severity,
      file: finding.place.file,
      line: workspace.position(finding.place.file, finding.place.at[0]).line,
      message: finding.message,
      ...(finding.entryPoint === undefined ? {} : { entryPoint: finding.entryPoint }),
    }));
}
