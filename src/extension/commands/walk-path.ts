import * as vscode from "vscode";
import type { Command, Session } from "../session.ts";
import { choosePath } from "./pick.ts";

/** Opens a path's steps in the Paths view and its handler in the editor. */
export const walkPath: Command = {
  id: "hardpath.walkPath",
  title: "Walk This Path",
  async run(session: Session, from?: unknown, id?: unknown) {
    const chosen = await choosePath(session, vscode.l10n.t("Walk which path?"), from, id);
    if (!chosen) return;
    const { file, line } = chosen.entry.entry.handler;
    const place = new vscode.Range(line - 1, 0, line - 1, 0);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(chosen.folder.uri, file), { selection: place });
    await session.paths.reveal(chosen.folder, chosen.entry.entry.id);
  },
};
