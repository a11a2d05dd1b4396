import * as vscode from "vscode";
import { isMended } from "../fixes/code-actions.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import type { Command, Session } from "../session.ts";
import type { AnalysedFolder } from "../worker/client.ts";
import { readyFolders } from "./pick.ts";

interface Kind extends vscode.QuickPickItem {
  readonly folder: AnalysedFolder;
  readonly fixes: readonly { readonly finding: string; readonly fix: number }[];
}

/** Makes the first fix of every finding of one rule in the workspace, shown before it is made. */
export const fixAll: Command = {
  id: "hardpath.fixAll",
  title: "Fix All of a Kind…",
  async run(session: Session) {
    const kinds = readyFolders(session).flatMap((folder, _, all) =>
      kindsOf(folder, all.length > 1 ? ` · ${folder.name}` : ""),
    );
    if (kinds.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Hardpath has nothing to fix here."));
      return;
    }
    const chosen = await vscode.window.showQuickPick(kinds, {
      title: vscode.l10n.t("Fix all findings of which rule?"),
    });
    if (!chosen) return;
    const { edits, left } = await session.client.ask("editsOfAll", {
      folder: chosen.folder.uri.fsPath,
      fixes: chosen.fixes,
    });
    // Files that are not open are saved as after a rename: `files.refactoring.autoSave`.
    await vscode.workspace.applyEdit(toWorkspaceEdit(chosen.folder, edits, chosen.label, undefined), {
      isRefactoring: true,
    });
    if (left > 0) {
      const text = vscode.l10n.t("{0} fixes want the same place as another one. Run the command again for them.", left);
      void vscode.window.showInformationMessage(text);
    }
  },
};

/** `home` says which folder is meant where there are several. */
function kindsOf(folder: AnalysedFolder, home: string): Kind[] {
  const byRule = new Map<string, { finding: string; fix: number }[]>();
  for (const finding of [...folder.findings.values()].flat()) {
    if (finding.suppressed || !isMended(finding)) continue;
    const fixes = byRule.get(finding.ruleId) ?? [];
    fixes.push({ finding: finding.id, fix: 0 });
    byRule.set(finding.ruleId, fixes);
  }
  return [...byRule].map(([ruleId, fixes]) => ({
    label: ruleId,
    description: (fixes.length === 1 ? vscode.l10n.t("1 finding") : vscode.l10n.t("{0} findings", fixes.length)) + home,
    folder,
    fixes,
  }));
}
