/**
 * `--format github`: workflow commands that GitHub Actions shows as annotations on the changed lines.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import { join, relative, sep } from "node:path";
import { openFindings, type ReportedFinding } from "../check-report.ts";
import type { FormatCheck } from "./format-check.ts";

export const checkGithub: FormatCheck = (report, { root, terminal, hints }) => {
  // Annotations name files from the top of the checkout, whatever folder was checked.
  const top = terminal.environment["GITHUB_WORKSPACE"] || terminal.folder;
  const lines = openFindings(report)
    .filter(({ severity }) => severity !== "hint" || hints === "shown")
    .map((finding) => annotation(finding, relative(top, join(root, finding.file)).split(sep).join("/")));
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
};

function annotation(finding: ReportedFinding, file: string): string {
  const command = finding.severity === "hint" ? "notice" : finding.severity;
  const { line, column, endLine, endColumn } = finding;
  const properties = [
    `file=${property(file)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    // Columns are understood within one line only; the end is the last column, not the one behind it.
    ...(endLine === line ? [`col=${column}`, `endColumn=${Math.max(column, endColumn - 1)}`] : []),
    `title=${property(finding.ruleId)}`,
  ];
  const steps = finding.trace.map((step, index) => `${index + 1}. ${step.message} (${step.file}:${step.line})`);
  return `::${command} ${properties.join(",")}::${data([finding.message, ...steps].join("\n"))}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
