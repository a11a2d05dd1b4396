import * as vscode from "vscode";
import { openMarkdown } from "../fixes/checklist.ts";
import type { Command, Session } from "../session.ts";
import { readyFolders } from "./pick.ts";

/** Says what a branch, or what is not committed yet, changes in the service: for a pull request. */
export const compareServiceMap: Command = {
  id: "hardpath.compareServiceMap",
  title: "Compare Service Map with a Commit…",
  async run(session: Session) {
    const folder = readyFolders(session)[0];
    if (!folder) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Hardpath has no map yet."));
      return;
    }
    const reference = await vscode.window.showInputBox({
      title: vscode.l10n.t("Compare the service map with which commit, branch or tag?"),
      value: "HEAD",
      validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("A name that Git knows, such as main") : undefined),
    });
    if (reference === undefined) return;
    const title = vscode.l10n.t("Reading the service as it was at {0}", reference.trim());
    const markdown = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
      session.client.ask("mapDifference", { folder: folder.uri.fsPath, reference: reference.trim() }),
    );
    await openMarkdown(markdown);
  },
};
