import * as vscode from "vscode";
import { toRange } from "../diagnostics/convert.ts";
import { isMended } from "../fixes/code-actions.ts";
import type { Command, Session } from "../session.ts";
import type { ShownFinding } from "../worker/protocol.ts";
import { readyFolders } from "./pick.ts";

/** Goes to the worst finding of the workspace and shows what it says: the first step of the walkthrough. */
export const showFirstFinding: Command = {
  id: "hardpath.showFirstFinding",
  title: "Show the Worst Finding",
  async run(session: Session) {
    const found = readyFolders(session)
      .flatMap((folder) => [...folder.findings.values()].flat().map((finding) => ({ folder, finding })))
      .filter(({ finding }) => !finding.suppressed)
      .sort((a, b) => weight(b.finding) - weight(a.finding))[0];
    if (!found) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Hardpath found nothing to mend in this workspace."));
      return;
    }
    const uri = vscode.Uri.joinPath(found.folder.uri, found.finding.file);
    const range = toRange(found.finding.range);
    const editor = await vscode.window.showTextDocument(uri, { selection: new vscode.Range(range.start, range.start) });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    await vscode.commands.executeCommand("editor.action.showHover");
  },
};

/** Errors first; among them those with a way to look at and something to do. */
function weight(finding: ShownFinding): number {
  const base = { error: 100, warning: 50, hint: 0 }[finding.severity];
  return base + Math.min(finding.trace.length, 5) + (isMended(finding) ? 10 : 0);
}
