import * as vscode from "vscode";
import { appendToConfiguration } from "../fixes/configuration.ts";
import { oneLine, suppressionLine } from "../fixes/suppression.ts";
import type { Command, Session } from "../session.ts";
import { askReason, chooseFinding } from "./pick.ts";

/** Silences one finding, with a reason: a comment above its line, or the configuration where a file has no comments. */
export const suppress: Command = {
  id: "hardpath.suppress",
  title: "Suppress Finding…",
  async run(session: Session, folderPath?: unknown, id?: unknown) {
    const chosen = await chooseFinding(session, vscode.l10n.t("Suppress which finding?"), folderPath, id);
    if (!chosen) return;
    const { folder, finding } = chosen;
    const reason = await askReason(
      vscode.l10n.t("Why is {0} fine here?", finding.ruleId),
      vscode.l10n.t("The gateway in front of it checks the role"),
    );
    if (reason === undefined) return;
    const uri = vscode.Uri.joinPath(folder.uri, finding.file);
    const document = await vscode.workspace.openTextDocument(uri);
    // The finding may have moved while the reason was typed.
    const now = (folder.findings.get(finding.file) ?? []).find((candidate) => candidate.id === finding.id) ?? finding;
    const line = document.lineAt(Math.min(now.range.start.line, document.lineCount - 1));
    const eol = document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
    const text = suppressionLine(finding.file, line.text, finding.ruleId, reason, eol);
    if (text === undefined) {
      const { ruleId, file, fingerprint } = finding;
      await appendToConfiguration(folder, "allow", { rule: ruleId, path: file, reason: oneLine(reason), fingerprint });
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, line.range.start, text);
    await vscode.workspace.applyEdit(edit);
  },
};
