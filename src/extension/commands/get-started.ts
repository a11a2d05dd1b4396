import * as vscode from "vscode";
import type { Command } from "../session.ts";

/** Opens the walkthrough. */
export const getStarted: Command = {
  id: "hardpath.getStarted",
  title: "Get Started",
  run: () =>
    vscode.commands.executeCommand("workbench.action.openWalkthrough", "hardpath.hardpath#hardpath.start", false),
};
