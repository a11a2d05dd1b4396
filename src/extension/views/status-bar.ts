/** The one status bar item: what is found on the paths of the current file, and a spinner while indexing. */
import * as vscode from "vscode";
import type { AnalysedFolder, AnalysisClient } from "../worker/client.ts";
import type { ShownFinding } from "../worker/protocol.ts";

export function createStatusBar(client: AnalysisClient): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("hardpath.status", vscode.StatusBarAlignment.Left, 10);
  item.name = "Hardpath";

  function update(): void {
    const { folders } = client;
    if (folders.length === 0) {
      item.hide();
      return;
    }
    const failed = folders.find(({ state }) => state.kind === "failed");
    const indexing = folders.find(({ state }) => state.kind === "indexing");
    if (failed?.state.kind === "failed") {
      show(`$(warning) Hardpath`, failed.state.message, "hardpath.showOutput");
    } else if (indexing?.state.kind === "indexing") {
      const { done, total } = indexing.state;
      const share = total > 0 ? ` ${Math.floor((100 * done) / total)}%` : "";
      show(`$(sync~spin) Hardpath${share}`, vscode.l10n.t("Hardpath reads {0}", indexing.name), "hardpath.showOutput");
    } else {
      ready();
    }
  }

  function ready(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const place = uri && client.locate(uri);
    const findings = place ? touching(place.folder, place.file) : client.folders.flatMap(all);
    const counted = findings.filter(({ severity, suppressed }) => severity !== "hint" && !suppressed).length;
    const broken = client.folders.some(({ problems }) => problems.length > 0);
    const icon = broken || counted > 0 ? "$(warning)" : "$(pass)";
    const where = place ? vscode.l10n.t("on the paths through this file") : vscode.l10n.t("in this workspace");
    const detail =
      counted === 1 ? vscode.l10n.t("1 finding {0}", where) : vscode.l10n.t("{0} findings {1}", counted, where);
    const tooltip = broken ? vscode.l10n.t("hardpath.config.json has an error") : `Hardpath: ${detail}`;
    show(`${icon} Hardpath ${counted}`, tooltip, "hardpath.showFindings");
  }

  function show(text: string, tooltip: string, command: string): void {
    item.text = text;
    item.tooltip = tooltip;
    item.command = command;
    item.accessibilityInformation = { label: tooltip };
    item.show();
  }

  const subscriptions = [
    item,
    client.onDidChangeState(update),
    client.onDidChangeResults(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  ];
  update();
  return vscode.Disposable.from(...subscriptions);
}

/** Findings in a file, or on a path that goes through it. */
function touching(folder: AnalysedFolder, file: string): ShownFinding[] {
  return all(folder).filter((finding) => finding.file === file || finding.trace.some((step) => step.file === file));
}

function all(folder: AnalysedFolder): ShownFinding[] {
  return [...folder.findings.values()].flat();
}
