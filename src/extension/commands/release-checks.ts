import * as vscode from "vscode";
import { openMarkdown } from "../fixes/checklist.ts";
import type { Command, Session } from "../session.ts";
import { choosePath } from "./pick.ts";

/** Writes a checklist for releasing changes to one path: owner, way back, signal to stop. */
export const releaseChecks: Command = {
  id: "hardpath.releaseChecks",
  title: "Release Checks",
  async run(session: Session, from?: unknown, id?: unknown) {
    const chosen = await choosePath(session, vscode.l10n.t("Release checks for which path?"), from, id);
    if (!chosen) return;
    const markdown = await session.client.ask("releaseChecks", {
      folder: chosen.folder.uri.fsPath,
      entryPoint: chosen.entry.entry.id,
    });
    if (markdown !== undefined) await openMarkdown(markdown);
  },
};
