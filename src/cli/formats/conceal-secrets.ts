/** Source lines as they may stand in a log: every secret that was found in them is dotted out. */
import type { CheckReport } from "../check-report.ts";

/** The file's lines without the values of its findings about secrets, whichever finding they are shown for. */
export function concealSecrets(
  lines: readonly string[] | undefined,
  file: string,
  report: CheckReport,
): readonly string[] | undefined {
  if (lines === undefined) return undefined;
  let shown: string[] | undefined;
  for (const finding of report.findings) {
    // What is logged or answered is named at its place, not shown.
    if (finding.file !== file || !finding.ruleId.startsWith("secrets/") || SHOWN.has(finding.ruleId)) continue;
    shown ??= [...lines];
    for (let line = finding.line; line <= finding.endLine; line++) {
      const text = shown[line - 1];
      if (text === undefined) break;
      const from = line === finding.line ? finding.column - 1 : 0;
      const to = line === finding.endLine ? finding.endColumn - 1 : text.length;
      shown[line - 1] =
        text.slice(0, from) + "•".repeat(Math.max(0, Math.min(to, text.length) - from)) + text.slice(to);
    }
  }
  return shown ?? lines;
}

/** Rules whose findings are names of secrets, not values. */
const SHOWN: ReadonlySet<string> = new Set([
  "secrets/logged-secret",
  "secrets/answered-secret",
  "secrets/secret-in-url",
]);
