import * as vscode from "vscode";
import type { Command, Session } from "../session.ts";

/** Shows a rule's page: why it matters, bad and good code. The pages are inside the extension. */
export const explainRule: Command = {
  id: "hardpath.explainRule",
  title: "Explain Rule",
  async run(session: Session, ruleId?: unknown) {
    const pages = vscode.Uri.joinPath(session.extensionUri, "docs", "rules");
    const chosen = typeof ruleId === "string" ? ruleId : await chooseRule(session, pages);
    if (chosen === undefined) return;
    if (!/^[a-z-]+\/[a-z0-9-]+$/.test(chosen)) throw new Error(vscode.l10n.t("There is no rule {0}.", chosen));
    const page = vscode.Uri.joinPath(pages, `${chosen}.md`);
    try {
      await vscode.workspace.fs.stat(page);
    } catch {
      void vscode.window.showWarningMessage(vscode.l10n.t("There is no page for {0}.", chosen));
      return;
    }
    await vscode.commands.executeCommand("markdown.showPreview", page);
  },
};

/** Rules found here come first. */
async function chooseRule(session: Session, pages: vscode.Uri): Promise<string | undefined> {
  const found = new Set(
    session.client.folders.flatMap((folder) => [...folder.findings.values()].flat().map(({ ruleId }) => ruleId)),
  );
  const rules = await listRules(pages);
  const items = [...rules].sort((a, b) => Number(found.has(b)) - Number(found.has(a)) || a.localeCompare(b));
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t("Explain which rule?") });
}

async function listRules(pages: vscode.Uri): Promise<readonly string[]> {
  const rules: string[] = [];
  for (const [group, type] of await vscode.workspace.fs.readDirectory(pages)) {
    if (type !== vscode.FileType.Directory) continue;
    for (const [name] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(pages, group))) {
      if (name.endsWith(".md")) rules.push(`${group}/${name.slice(0, -3)}`);
    }
  }
  return rules;
}
