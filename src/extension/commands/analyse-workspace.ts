import * as vscode from "vscode";
import type { Command, Session } from "../session.ts";
import { showFindings } from "./show-findings.ts";

/** Reads every folder from disk again and says what was found. */
export const analyseWorkspace: Command = {
  id: "hardpath.analyseWorkspace",
  title: "Analyse Workspace",
  async run(session: Session) {
    const { client } = session;
    if (client.folders.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first."));
      return;
    }
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Hardpath reads the workspace") };
    await vscode.window.withProgress(options, async () => {
      for (const folder of client.folders) {
        client.readDisk([folder.uri]);
        await client.ask("settled", { folder: folder.uri.fsPath });
      }
    });
    const findings = client.folders.flatMap((folder) => [...folder.findings.values()].flat());
    const counted = findings.filter(({ severity, suppressed }) => severity !== "hint" && !suppressed);
    const files = new Set(counted.map(({ file }) => file)).size;
    const text =
      counted.length === 0
        ? vscode.l10n.t("Hardpath found nothing to mend.")
        : vscode.l10n.t("Hardpath found {0} findings in {1} files.", counted.length, files);
    const show = vscode.l10n.t("Show");
    if ((await vscode.window.showInformationMessage(text, ...(counted.length > 0 ? [show] : []))) === show) {
      await showFindings.run(session);
    }
  },
};
