/** `--format markdown`: for a pull request comment or a wiki page. */
import {
  type CheckReport,
  openFindings,
  othersConcerned,
  type ReportedFinding,
  severityCounts,
} from "../check-report.ts";
import { counted } from "../wrap-text.ts";
import type { FormatCheck } from "./format-check.ts";
import { code, inline } from "./markdown.ts";

const TITLES = { error: "Errors", warning: "Warnings", hint: "Hints" } as const;

export const checkMarkdown: FormatCheck = (report) => {
  const parts = ["# Hardpath", summary(report)];
  for (const severity of ["error", "warning", "hint"] as const) {
    const findings = openFindings(report).filter((finding) => finding.severity === severity);
    if (findings.length === 0) continue;
    const list = findings.map(entry).join("\n");
    if (severity !== "hint") parts.push(`## ${TITLES[severity]}`, list);
    else parts.push(`<details><summary>${counted(findings.length, "hint")}</summary>`, list, "</details>");
  }
  const suppressed = report.findings.filter((finding) => finding.suppressed);
  if (suppressed.length > 0) {
    const rows = suppressed.map(
      (finding) =>
        `| ${code(finding.ruleId)} | ${code(`${finding.file}:${finding.line}`)} | ${inline(finding.suppressed!.reason)} |`,
    );
    parts.push("## Accepted with a reason", ["| rule | place | reason |", "| --- | --- | --- |", ...rows].join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
};

function summary(report: CheckReport): string {
  const counts = severityCounts(report);
  const found = (["error", "warning", "hint"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `**${counted(counts[severity], severity)}**`);
  const baselined = report.stats.baselined > 0 ? ` ${report.stats.baselined} in the baseline.` : "";
  return `${found.length === 0 ? "No findings" : found.join(", ")} in ${counted(report.stats.files, "file")}.${baselined}`;
}

function entry(finding: ReportedFinding): string {
  const where = finding.entryPoint === undefined ? "" : ` on ${code(finding.entryPoint)}`;
  const lines = [
    `- ${code(`${finding.file}:${finding.line}`)}${where} · ${code(finding.ruleId)}  \n  ${inline(finding.message)}`,
  ];
  for (const [index, step] of finding.trace.entries()) {
    lines.push(`  ${index + 1}. ${inline(step.message)} ${code(`${step.file}:${step.line}`)}`);
  }
  const others = othersConcerned(finding);
  if (others !== undefined) lines.push(`  - Also: ${inline(others)}`);
  for (const fix of finding.fixes)
    lines.push(
      `  - Fix: ${inline(fix.title)}${fix.byHand ? " (by hand)" : fix.kind === "suggestion" ? " (suggestion)" : ""}`,
    );
  return lines.join("\n");
}
