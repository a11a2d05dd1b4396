import * as vscode from "vscode";
import type { Command, Session } from "../session.ts";
import { choosePath } from "./pick.ts";

/** Copies a path as numbered steps, to paste into a ticket or a review. */
export const copyPath: Command = {
  id: "hardpath.copyPath",
  title: "Copy Path",
  async run(session: Session, from?: unknown, id?: unknown) {
    const chosen = await choosePath(session, vscode.l10n.t("Copy which path?"), from, id);
    if (!chosen) return;
    const { entry, findings } = chosen.entry;
    const steps = entry.steps.map((step, index) => `${index + 1}. ${step.text} (${step.file}:${step.line})`);
    const lines = findings.map(
      (finding) => `- ${finding.ruleId}: ${finding.message} (${finding.file}:${finding.line})`,
    );
    await vscode.env.clipboard.writeText(
      [`${entry.label} (${entry.file}:${entry.line})`, ...steps, ...lines].join("\n"),
    );
    vscode.window.setStatusBarMessage(vscode.l10n.t("Copied {0}", entry.label), 3000);
  },
};
