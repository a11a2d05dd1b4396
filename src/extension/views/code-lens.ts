/** A line above each handler: what guards it, what it changes, and whether a repeated call does harm. Off by default. */
import * as vscode from "vscode";
import { changes, type EntryView } from "../../engine/index.ts";
import type { Atlases } from "../atlases.ts";
import { showsCodeLens } from "../settings.ts";
import type { AnalysedFolder, AnalysisClient } from "../worker/client.ts";

/** After this long the editor has taken the first answer. */
const SETTLED_MS = 1500;

export function registerCodeLens(client: AnalysisClient, atlases: Atlases): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let again: ReturnType<typeof setTimeout> | undefined;
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, cancellation) {
      const place = client.locate(document.uri);
      if (!showsCodeLens() || !place) return [];
      if (place.folder.revision === 0) await firstResults(client, place.folder, cancellation);
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
      if (!showsCodeLens()) return;
      changed.fire();
      // The editor drops what comes while it asks for the first time.
      clearTimeout(again);
      again = setTimeout(() => changed.fire(), SETTLED_MS);
    }),
    { dispose: () => clearTimeout(again) },
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("hardpath.codeLens")) changed.fire();
    }),
  );
}

/** Ends with the first results of a folder, or when nobody wants to know any more. */
function firstResults(
  client: AnalysisClient,
  folder: AnalysedFolder,
  cancellation: vscode.CancellationToken,
): Promise<void> {
  return new Promise((resolve) => {
    const subscription = vscode.Disposable.from(
      client.onDidChangeResults((change) => {
        if (change.folder === folder) done();
      }),
      cancellation.onCancellationRequested(() => done()),
    );
    const done = () => {
      subscription.dispose();
      resolve();
    };
  });
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
