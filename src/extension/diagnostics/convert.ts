/** Findings as VS Code's diagnostics. */
import * as vscode from "vscode";
import type { Severity } from "../../engine/index.ts";
import type { AnalysedFolder } from "../worker/client.ts";
import type { ShownFinding, TextRange } from "../worker/protocol.ts";

/** The source named in the Problems view, by the worker and by the tsserver plugin alike. */
export const SOURCE = "hardpath";

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The diagnostic of one finding; its code links to the rule's page. */
export function toDiagnostic(folder: AnalysedFolder, finding: ShownFinding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), finding.message, SEVERITIES[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.ruleId, target: rulePage(finding.ruleId) };
  diagnostic.relatedInformation = finding.trace.map(
    (step) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(vscode.Uri.joinPath(folder.uri, step.file), toRange(step.range)),
        step.message,
      ),
  );
  return diagnostic;
}

/** A link that opens the rule's page inside VS Code: no network. */
function rulePage(ruleId: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: "command",
    path: "hardpath.explainRule",
    query: JSON.stringify([ruleId]),
  });
}

/** The rule of a diagnostic of ours, from whichever side it came; undefined for other tools' diagnostics. */
export function ruleOf(diagnostic: vscode.Diagnostic): string | undefined {
  if (diagnostic.source !== SOURCE) return undefined;
  const { code } = diagnostic;
  if (typeof code === "object") return String(code.value);
  return code === undefined ? undefined : String(code);
}

export function toRange(range: TextRange): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}
