/** The editor's settings: they only say what to show. What is found is decided by `hardpath.config.json`. */
import * as vscode from "vscode";

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("hardpath");
}

/** `hardpath.hints`: whether hints are shown as dots. */
export function showsHints(): boolean {
  return settings().get("hints", true);
}

/** `hardpath.previewFixes`: whether a fix that changes other existing files is shown before it is made. */
export function previewsFixes(): boolean {
  return settings().get("previewFixes", true);
}

/** `hardpath.codeLens`: whether a line above each handler says what guards it and what it writes. */
export function showsCodeLens(): boolean {
  return settings().get("codeLens", false);
}
