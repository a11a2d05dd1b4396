import * as vscode from "vscode";
import { CONFIG_FILE } from "../../engine/index.ts";
import type { Command, Session } from "../session.ts";

/** Opens `hardpath.config.json`, and makes an empty one first where there is none. */
export const openConfiguration: Command = {
  id: "hardpath.openConfiguration",
  title: "Open Configuration",
  async run(session: Session) {
    const folder = await chooseFolder(session);
    if (!folder) return;
    const uri = vscode.Uri.joinPath(folder, CONFIG_FILE);
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { ignoreIfExists: true, contents: Buffer.from("{}\n") });
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(uri);
  },
};

async function chooseFolder(session: Session): Promise<vscode.Uri | undefined> {
  const { folders } = session.client;
  if (folders.length <= 1) return folders[0]?.uri;
  const items = folders.map((folder) => ({ label: folder.name, folder }));
  return (await vscode.window.showQuickPick(items))?.folder.uri;
}
