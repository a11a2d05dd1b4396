/** The engine's edits as one undoable change of the editor. */
import * as vscode from "vscode";
import { toRange } from "../diagnostics/convert.ts";
import { previewsFixes } from "../settings.ts";
import type { AnalysedFolder } from "../worker/client.ts";
import type { ShownEdit } from "../worker/protocol.ts";

/** Files in which one more line is no surprise: they are not previewed. */
const COMPANIONS = /(?:^|\/)(?:\.env[^/]*|\.gitignore|\.dockerignore)$/;

/**
 * One change for all files. Where it reaches into other files that are there already, VS Code shows it first.
 * `home` is the file that the user is looking at.
 */
export function toWorkspaceEdit(
  folder: AnalysedFolder,
  edits: readonly ShownEdit[],
  label: string,
  home: string | undefined,
): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  const reachesOut = edits.some((edit) => edit.kind === "replace" && edit.file !== home && !COMPANIONS.test(edit.file));
  const metadata: vscode.WorkspaceEditEntryMetadata = { needsConfirmation: false, label };
  if (reachesOut && previewsFixes()) openPreview(result, folder, edits);
  for (const edit of edits) {
    const uri = vscode.Uri.joinPath(folder.uri, edit.file);
    if (edit.kind === "create") {
      result.createFile(uri, { contents: Buffer.from(edit.text), ignoreIfExists: false }, metadata);
    } else {
      result.replace(uri, toRange(edit.range), edit.text, metadata);
    }
  }
  return result;
}

/**
 * VS Code shows a change first where one of its edits needs confirmation, and leaves that one unticked: with all edits
 * marked, Apply would do nothing. So an edit that changes nothing asks for the preview, and the others stay ticked.
 */
function openPreview(result: vscode.WorkspaceEdit, folder: AnalysedFolder, edits: readonly ShownEdit[]): void {
  const first = edits.find((edit) => edit.kind === "replace");
  if (!first) return;
  const at = toRange(first.range).start;
  result.replace(vscode.Uri.joinPath(folder.uri, first.file), new vscode.Range(at, at), "", {
    needsConfirmation: true,
    label: vscode.l10n.t("Look through the changes: Apply makes those with a tick"),
  });
}
