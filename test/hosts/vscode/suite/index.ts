/**
 * The suite that runs inside the extension host: of the VS Code in the browser and of a desktop VS Code alike.
 *
 * VS Code calls `run()`. Nobody hears an exit code in the browser, so the results go into the file that
 * `HARDPATH_TEST_RESULTS` names.
 */
import { writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { actionsSuite } from "./actions.ts";
import { configurationSuite } from "./configuration.ts";
import { findingsSuite } from "./findings.ts";
import type { SuiteCase } from "./support.ts";

export interface CaseResult {
  readonly name: string;
  readonly error?: string;
  readonly milliseconds: number;
}

const CASES: readonly SuiteCase[] = [...findingsSuite, ...actionsSuite, ...configurationSuite];

export async function run(): Promise<void> {
  const results: CaseResult[] = [];
  for (const { name, run } of CASES) {
    const begin = Date.now();
    try {
      await run();
      results.push({ name, milliseconds: Date.now() - begin });
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      results.push({ name, error: text, milliseconds: Date.now() - begin });
    }
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  }
  const file = process.env["HARDPATH_TEST_RESULTS"];
  if (!file) throw new Error("HARDPATH_TEST_RESULTS names no file");
  writeFileSync(file, JSON.stringify(results, undefined, 1));
  const failed = results.filter(({ error }) => error);
  if (failed.length > 0) throw new Error(failed.map(({ name, error }) => `${name}: ${error}`).join("\n"));
}
