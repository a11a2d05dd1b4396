/** Parts that the tree views share. */
import * as vscode from "vscode";

/** A refresh that waits until somebody looks, and gathers bursts. */
export interface Refresh extends vscode.Disposable {
  request(): void;
}

/** Shortest time between two refreshes of a view, in milliseconds. */
const PACE = 300;

export function whenVisible(view: vscode.TreeView<unknown>, refresh: () => void): Refresh {
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    if (!wanted || !view.visible) return;
    wanted = false;
    refresh();
  };
  const subscription = view.onDidChangeVisibility(({ visible }) => {
    if (visible && wanted) run();
  });
  return {
    request() {
      wanted = true;
      timer ??= setTimeout(run, PACE);
    },
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}

/** Opens a file at a line, counted from 1. */
export function openCommand(uri: vscode.Uri, line: number): vscode.Command {
  const place = new vscode.Range(line - 1, 0, line - 1, 0);
  const options: vscode.TextDocumentShowOptions = { selection: place, preview: true };
  return { command: "vscode.open", title: vscode.l10n.t("Open"), arguments: [uri, options] };
}
