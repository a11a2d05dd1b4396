/** The formats of `hardpath report`. */
import { basename } from "node:path";
import type { Dimension, Evidence, EvidenceStatus, Readiness } from "../../engine/index.ts";
import { stylesFor } from "../styles.ts";
import type { Terminal } from "../terminal.ts";
import { wrapText } from "../wrap-text.ts";
import { code, inline } from "./markdown.ts";

/** Makes the whole text of standard output, with its last line break. */
export type FormatReport = (
  readiness: Readiness,
  context: { readonly root: string; readonly terminal: Terminal },
) => string;

const MARKS: Readonly<Record<EvidenceStatus, string>> = { missing: "[ ]", unknown: "[?]", present: "[x]" };
/** More places than this are a list, not evidence. */
const MOST_PLACES = 3;

export const reportJson: FormatReport = (readiness, { root }) =>
  `${JSON.stringify({ version: 1, root, ...readiness }, null, 2)}\n`;

export const reportText: FormatReport = (readiness, { terminal }) => {
  const styles = stylesFor(terminal);
  const color = { missing: styles.red, unknown: styles.yellow, present: styles.green };
  const blocks = readiness.dimensions.filter(saysSomething).map(({ title, evidence }) => {
    const present = evidence.filter(({ status }) => status === "present").length;
    const lines = [styles.bold(`${title}  ${present} of ${evidence.length}`)];
    for (const item of evidence) {
      lines.push(color[item.status](wrapText(item.text, terminal.width, "      ", `  ${MARKS[item.status]} `)));
      if (item.status !== "present") lines.push(wrapText(withoutMarkdown(item.advice), terminal.width, "      "));
      for (const { file, line, label } of item.places.slice(0, MOST_PLACES)) {
        lines.push(
          styles.dim(
            wrapText(`${file}:${line}${label === file ? "" : `  ${label}`}`, terminal.width, "        ", "      "),
          ),
        );
      }
      if (item.places.length > MOST_PLACES)
        lines.push(styles.dim(`      and ${item.places.length - MOST_PLACES} more`));
    }
    return lines.join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
};

export const reportMarkdown: FormatReport = (readiness, { root }) => {
  const parts = [`# Readiness of ${inline(basename(root))}`];
  for (const { title, evidence } of readiness.dimensions.filter(saysSomething)) {
    const present = evidence.filter(({ status }) => status === "present").length;
    parts.push(`## ${title} (${present} of ${evidence.length})`, evidence.map(entry).join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
};

function saysSomething({ evidence }: Dimension): boolean {
  return evidence.length > 0;
}

function entry(item: Evidence): string {
  const mark = { missing: "- [ ]", unknown: "- [ ] Not known:", present: "- [x]" }[item.status];
  const places = item.places.slice(0, MOST_PLACES).map(({ file, line }) => code(`${file}:${line}`));
  const lines = [`${mark} ${inline(item.text)}${places.length > 0 ? ` ${places.join(", ")}` : ""}`];
  if (item.status !== "present") lines.push(`  ${item.advice.replaceAll("\n", "\n  ")}`);
  return lines.join("\n");
}

function withoutMarkdown(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
}
