import * as vscode from "vscode";
import type { Command } from "../session.ts";

/** Opens the Problems view. */
export const showFindings: Command = {
  id: "hardpath.showFindings",
  title: "Show Findings",
  run: () => vscode.commands.executeCommand("workbench.actions.view.problems"),
};
