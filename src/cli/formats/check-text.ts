/** `--format text`: for reading, in 80 columns or the terminal's. */
import {
  type CheckReport,
  openFindings,
  othersConcerned,
  type ReportedFinding,
  severityCounts,
} from "../check-report.ts";
import { type Styles, stylesFor } from "../styles.ts";
import { counted, wrapText } from "../wrap-text.ts";
import { concealSecrets } from "./conceal-secrets.ts";
import type { FormatCheck, FormatContext } from "./format-check.ts";
import { sourceExcerpt } from "./source-excerpt.ts";

export const checkText: FormatCheck = (report, context) => {
  const styles = stylesFor(context.terminal);
  const shown = openFindings(report).filter(({ severity }) => severity !== "hint" || context.hints === "shown");
  const blocks = shown.map((finding) => findingText(finding, report, context, styles));
  return `${[...blocks, summaryText(report, context, styles)].join("\n\n")}\n`;
};

function findingText(finding: ReportedFinding, report: CheckReport, context: FormatContext, styles: Styles): string {
  const { width } = context.terminal;
  const color = { error: styles.red, warning: styles.yellow, hint: styles.blue }[finding.severity];
  const lines = [
    `${styles.bold(`${finding.file}:${finding.line}:${finding.column}`)}  ${color(finding.severity)}  ${styles.dim(finding.ruleId)}`,
  ];
  const excerpt = sourceExcerpt(finding, concealSecrets(context.lines(finding.file), finding.file, report), width - 2);
  if (excerpt) lines.push(...excerpt.before.map((line) => `  ${line}`), `  ${color(excerpt.marks)}`);
  lines.push(wrapText(finding.message, width, "  "));
  if (finding.trace.length > 0) {
    lines.push(styles.dim(finding.entryPoint === undefined ? "  path:" : `  path of ${finding.entryPoint}:`));
    for (const [index, step] of finding.trace.entries()) {
      const number = `    ${index + 1}. `;
      const place = `${step.file}:${step.line}`;
      const text = wrapText(`${step.message} ${place}`, width, " ".repeat(number.length), number);
      const plain = text.slice(0, text.length - place.length);
      lines.push(text.endsWith(place) ? plain + styles.dim(place) : text);
    }
  } else if (finding.entryPoint !== undefined) {
    lines.push(styles.dim(`  on ${finding.entryPoint}`));
  }
  const others = othersConcerned(finding);
  if (others !== undefined) lines.push(styles.dim(wrapText(`also: ${others}`, width, "        ", "  ")));
  for (const fix of finding.fixes) {
    lines.push(
      styles.green(
        wrapText(
          `fix: ${fix.title}${fix.byHand ? " (by hand)" : fix.kind === "suggestion" ? " (suggestion)" : ""}`,
          width,
          "       ",
          "  ",
        ),
      ),
    );
  }
  return lines.join("\n");
}

function summaryText(report: CheckReport, context: FormatContext, styles: Styles): string {
  const counts = severityCounts(report);
  const { files, ms, baselined } = report.stats;
  const scope = `${counted(files, "file")}, ${(ms / 1000).toFixed(1)} s`;
  const found = [
    ...(counts.error > 0 ? [styles.red(counted(counts.error, "error"))] : []),
    ...(counts.warning > 0 ? [styles.yellow(counted(counts.warning, "warning"))] : []),
    ...(counts.hint > 0 ? [styles.blue(counted(counts.hint, "hint"))] : []),
  ];
  const lines = [`${found.length === 0 ? styles.green("No findings") : found.join(", ")} in ${scope}.`];
  const silent = [
    ...(counts.hint > 0 && context.hints === "counted" ? [`${counted(counts.hint, "hint")} not shown (--hints)`] : []),
    ...(baselined > 0 ? [`${baselined} in the baseline`] : []),
    ...(report.findings.some((finding) => finding.suppressed)
      ? [`${report.findings.filter((finding) => finding.suppressed).length} suppressed with a reason`]
      : []),
  ];
  if (silent.length > 0) lines.push(styles.dim(`${silent.join(", ")}.`));
  const rule = openFindings(report).find(({ severity }) => severity !== "hint")?.ruleId;
  if (rule !== undefined) lines.push(styles.dim(`More about a rule: hardpath explain ${rule}`));
  return lines.join("\n");
}
