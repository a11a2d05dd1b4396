/** A line above each handler: what guards it, what it changes, and whether a repeated call does harm. Off by default. */
import * as vscode from "vscode";
import { changes, type EntryView } from "../../engine/index.ts";
import type { Atlases } from "../atlases.ts";
import { showsCodeLens } from "../settings.ts";
import type { AnalysisClient } from "../worker/client.ts";

export function registerCodeLens(client: AnalysisClient, atlases: Atlases): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      const place = client.locate(document.uri);
      if (!showsCodeLens() || !place) return [];
      // The editor shows nobody's lenses before all providers have answered: it is told again once there are results.
      if (place.folder.revision === 0) return [];
      const { entries } = await atlases.of(place.folder);
      return entries
        .filter(({ entry }) => entry.handler.file === place.file && entry.handler.line <= document.lineCount)
        .map((view) => {
          const line = view.entry.handler.line - 1;
          const command = {
            command: "hardpath.walkPath",
            title: titleOf(view),
            arguments: [place.folder.uri.fsPath, view.entry.id],
          };
          return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
        });
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ scheme: "file" }, provider),
    client.onDidChangeResults(() => {
      if (showsCodeLens()) changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("hardpath.codeLens")) changed.fire();
    }),
  );
}

function titleOf({ entry, touches }: EntryView): string {
  const guards = [...new Set(entry.guards.map(({ name }) => name))];
  const written = [
    ...new Set(touches.filter(({ access }) => access.some(changes)).map(({ system, target }) => target ?? system)),
  ];
  const unsafe = touches.some((touch) => touch.unsafe);
  return [
    entry.label,
    guards.length > 0 ? guards.join(", ") : vscode.l10n.t("no check"),
    written.length > 0 ? vscode.l10n.t("changes {0}", written.join(", ")) : vscode.l10n.t("only reads"),
    ...(unsafe ? [vscode.l10n.t("not safe to repeat")] : []),
  ].join(" · ");
}
