/** Findings as TypeScript's diagnostics. */
import type ts from "typescript";
import type { Finding, Place, Severity } from "../engine/index.ts";
import { ruleNumber } from "./rule-number.ts";

/** The source named in the editor's list of problems, as the extension's worker names it. */
export const SOURCE = "hardpath";

/** Longer lines are not underlined further. */
const MAX_LINE = 500;

/** A file as a diagnostic needs it: its name and its text. A `ts.SourceFile` is one. */
export interface TextFile {
  readonly fileName: string;
  readonly text: string;
}

export interface DiagnosticOptions {
  /** The extension supplies the fixes: rules are named by their ids. Otherwise by the numbers that fixes are asked with. */
  readonly codes: "ids" | "numbers";
  /** A file of the workspace; undefined where it cannot be read. */
  readonly file: (path: string) => TextFile | undefined;
}

export function toDiagnostic(
  typescript: typeof ts,
  finding: Finding,
  file: ts.SourceFile,
  options: DiagnosticOptions,
): ts.Diagnostic {
  const [start, end] = withinFirstLine(finding.place, file.text);
  return {
    file,
    start,
    length: end - start,
    messageText: finding.message,
    category: categoryOf(typescript, finding.severity),
    // A string arrives intact on the other side, in TypeScript 5.4 to 6.
    code: options.codes === "ids" ? (finding.ruleId as unknown as number) : ruleNumber(finding.ruleId),
    source: SOURCE,
    relatedInformation: finding.trace.flatMap((step) => related(typescript, step, file, options)),
  };
}

function categoryOf(typescript: typeof ts, severity: Severity): ts.DiagnosticCategory {
  const { DiagnosticCategory } = typescript;
  if (severity === "error") return DiagnosticCategory.Error;
  return severity === "warning" ? DiagnosticCategory.Warning : DiagnosticCategory.Suggestion;
}

/** Where a squiggle is drawn: a whole call over many lines would hide the code under it. */
function withinFirstLine({ at: [start, end] }: Place, text: string): readonly [number, number] {
  const code = text.slice(start, Math.min(end, start + MAX_LINE));
  const line = /[^\r\n]*/.exec(code)?.[0] ?? "";
  return [start, line.length < code.length ? start + line.trimEnd().length : end];
}

function related(
  typescript: typeof ts,
  step: Finding["trace"][number],
  own: ts.SourceFile,
  options: DiagnosticOptions,
): ts.DiagnosticRelatedInformation[] {
  const file = options.file(step.place.file);
  const [start, end] = step.place.at;
  if (!file || end > file.text.length) return [];
  return [
    {
      // tsserver takes the name and the lines of it.
      file: file.fileName === own.fileName ? own : (file as ts.SourceFile),
      start,
      length: end - start,
      messageText: step.message,
      category: typescript.DiagnosticCategory.Message,
      code: 0,
    },
  ];
}
