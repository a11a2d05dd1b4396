import * as vscode from "vscode";
import { CONFIG_FILE } from "../../engine/index.ts";
import { appendToConfiguration } from "../fixes/configuration.ts";
import { oneLine } from "../fixes/suppression.ts";
import type { Command, Session } from "../session.ts";
import { askReason, choosePath } from "./pick.ts";

/** Records in `hardpath.config.json` that a path is open to everybody on purpose. */
export const markPublic: Command = {
  id: "hardpath.markPublic",
  title: "Mark Path as Public on Purpose…",
  async run(session: Session, from?: unknown, id?: unknown) {
    const chosen = await choosePath(session, vscode.l10n.t("Which path is public on purpose?"), from, id);
    if (!chosen) return;
    const { label, path } = chosen.entry.entry;
    const reason = await askReason(
      vscode.l10n.t("Why may everybody call {0}?", label),
      vscode.l10n.t("Status page, read by the load balancer"),
    );
    if (reason === undefined) return;
    await appendToConfiguration(chosen.folder, "public", { path, reason: oneLine(reason) });
    vscode.window.setStatusBarMessage(vscode.l10n.t("{0} is public on purpose: kept in {1}", label, CONFIG_FILE), 4000);
  },
};
