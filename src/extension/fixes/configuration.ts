/** Edits of `hardpath.config.json`: what a team tells Hardpath on purpose. Comments and layout stay. */
import { type ParseError, parse } from "jsonc-parser";
import * as vscode from "vscode";
import { CONFIG_FILE } from "../../engine/index.ts";
import type { AnalysedFolder } from "../worker/client.ts";
import { appendEntry } from "./append-entry.ts";

/** Appends an entry to one of the configuration's lists, and makes the file where there is none. */
export async function appendToConfiguration(
  folder: AnalysedFolder,
  list: "public" | "allow",
  entry: object,
): Promise<void> {
  const uri = vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
  const edit = new vscode.WorkspaceEdit();
  const document = await open(uri);
  if (!document) {
    const text = `${JSON.stringify({ [list]: [entry] }, null, 2)}\n`;
    edit.createFile(uri, { contents: Buffer.from(text) });
  } else {
    const text = document.getText();
    const errors: ParseError[] = [];
    parse(text, errors, { allowTrailingComma: true });
    if (errors.length > 0) {
      await vscode.window.showTextDocument(document);
      throw new Error(vscode.l10n.t("{0} has a syntax error; mend it first.", CONFIG_FILE));
    }
    const changed = appendEntry(text, list, entry);
    const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    edit.replace(uri, all, changed);
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t("{0} could not be changed.", CONFIG_FILE));
  }
  // The worker, the command line and the team read the file, not the editor.
  await (await open(uri))?.save();
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // not there
  }
}
