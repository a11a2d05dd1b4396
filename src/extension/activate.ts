/** The extension's start: wires the parts together, and does nothing else. */
import * as vscode from "vscode";
import { createAtlases } from "./atlases.ts";
import { COMMANDS } from "./commands/all.ts";
import { watchPlugin } from "./diagnostics/plugin.ts";
import { publishDiagnostics } from "./diagnostics/publisher.ts";
import { registerCodeActions } from "./fixes/code-actions.ts";
import type { Session } from "./session.ts";
import { registerCodeLens } from "./views/code-lens.ts";
import { createPathsView } from "./views/paths.ts";
import { createReadinessView } from "./views/readiness.ts";
import { ServiceMapView } from "./views/service-map.ts";
import { createStatusBar } from "./views/status-bar.ts";
import { watchWorkspace } from "./watch.ts";
import { createAnalysisClient } from "./worker/client.ts";

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Hardpath", { log: true });
  const write = (message: string): void => log.info(message);
  const client = createAnalysisClient({
    script: vscode.Uri.joinPath(context.extensionUri, "dist", "worker.cjs").fsPath,
    storage: context.globalStorageUri.fsPath,
    log: write,
  });
  const watcher = watchWorkspace(client);
  const plugin = watchPlugin(write);
  const atlases = createAtlases(client);
  const map = new ServiceMapView(context.extensionUri, client);
  const paths = createPathsView(client, atlases);
  const session: Session = { client, atlases, map, paths, extensionUri: context.extensionUri, log };

  context.subscriptions.push(
    log,
    client,
    watcher,
    plugin,
    map,
    paths,
    publishDiagnostics(client, plugin),
    registerCodeActions(client, watcher),
    registerCodeLens(client, atlases),
    createReadinessView(client),
    createStatusBar(client),
    ...COMMANDS.map((command) => register(command, session)),
  );
}

function register(command: (typeof COMMANDS)[number], session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(command.id, async (...parameters: never[]) => {
    try {
      return await command.run(session, ...parameters);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      session.log.error(`${command.id}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
      void vscode.window.showErrorMessage(vscode.l10n.t("Hardpath: {0}", reason));
    }
  });
}
