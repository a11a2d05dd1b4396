/**
 * Shows the worker's findings as diagnostics, each one once.
 *
 * While the tsserver plugin is alive it goes first in open TypeScript and JavaScript: the worker withdraws what the
 * plugin shows, and adds nothing until the plugin has had its turn. Everything else is the worker's: other files, closed
 * files, every file where there is no plugin, and what the plugin cannot see from where it stands.
 */
import * as vscode from "vscode";
import { showsHints } from "../settings.ts";
import type { AnalysedFolder, AnalysisClient } from "../worker/client.ts";
import type { ShownFinding } from "../worker/protocol.ts";
import { ruleOf, SOURCE, toDiagnostic } from "./convert.ts";
import { type Plugin, pluginDiagnostics } from "./plugin.ts";

/** How long the plugin has its turn after a change or after a file opens, in milliseconds. */
const TURN = 3000;

export function publishDiagnostics(client: AnalysisClient, plugin: Plugin): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const problems = vscode.languages.createDiagnosticCollection(`${SOURCE}-configuration`);
  /** What stands in the collection, by the file's address. */
  const published = new Map<string, readonly ShownFinding[]>();
  /** When a document of the plugin's turn ends: the timer that publishes then. */
  const turns = new Map<string, ReturnType<typeof setTimeout>>();

  function publish(uri: vscode.Uri): void {
    const place = client.locate(uri);
    if (!place) {
      if (published.delete(uri.toString())) collection.delete(uri);
      return;
    }
    const missing = withoutTheirs(uri, visible(place.folder.findings.get(place.file) ?? []));
    if (!turns.has(uri.toString())) {
      set(uri, place.folder, missing);
      return;
    }
    // The plugin's turn: only what is shown already may stay.
    const shown = published.get(uri.toString()) ?? [];
    set(
      uri,
      place.folder,
      missing.filter((finding) => shown.some((other) => isSame(finding, toDiagnostic(place.folder, other)))),
    );
  }

  /** Takes back what the plugin shows now. */
  function withdraw(uri: vscode.Uri): void {
    const place = client.locate(uri);
    if (place) set(uri, place.folder, withoutTheirs(uri, published.get(uri.toString()) ?? []));
  }

  function withoutTheirs(uri: vscode.Uri, findings: readonly ShownFinding[]): readonly ShownFinding[] {
    const theirs = findings.length > 0 ? pluginDiagnostics(uri) : [];
    return findings.filter((finding) => !theirs.some((diagnostic) => isSame(finding, diagnostic)));
  }

  function set(uri: vscode.Uri, folder: AnalysedFolder, findings: readonly ShownFinding[]): void {
    const key = uri.toString();
    const before = published.get(key) ?? [];
    // Nothing new: our own change of the collection would call us again.
    if (findings.length === before.length && findings.every((finding, index) => finding === before[index])) return;
    published.set(key, findings);
    collection.set(
      uri,
      findings.map((finding) => toDiagnostic(folder, finding)),
    );
  }

  function visible(findings: readonly ShownFinding[]): readonly ShownFinding[] {
    const hints = showsHints();
    return findings.filter((finding) => !finding.suppressed && (hints || finding.severity !== "hint"));
  }

  function giveTurn(document: vscode.TextDocument): void {
    if (!plugin.serves(document)) return;
    const key = document.uri.toString();
    clearTimeout(turns.get(key));
    turns.set(
      key,
      setTimeout(() => {
        turns.delete(key);
        publish(document.uri);
      }, TURN),
    );
  }

  function publishAll(): void {
    for (const folder of client.folders) for (const file of folder.findings.keys()) publish(client.uri(folder, file));
  }

  function publishProblems(folder: AnalysedFolder): void {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const { file, position, message } of folder.problems) {
      const start = new vscode.Position(position.line, position.character);
      const diagnostic = new vscode.Diagnostic(
        new vscode.Range(start, start),
        message,
        vscode.DiagnosticSeverity.Error,
      );
      diagnostic.source = SOURCE;
      const list = byFile.get(file);
      if (list) list.push(diagnostic);
      else byFile.set(file, [diagnostic]);
    }
    const base = `${folder.uri.path}/`;
    problems.forEach((uri) => {
      if (uri.path.startsWith(base) && !byFile.has(uri.path.slice(base.length))) problems.delete(uri);
    });
    for (const [file, diagnostics] of byFile) problems.set(client.uri(folder, file), diagnostics);
  }

  const subscriptions = [
    client.onDidChangeResults(({ folder, files }) => {
      for (const file of files) publish(client.uri(folder, file));
      publishProblems(folder);
    }),
    plugin.onDidChange(() => {
      for (const document of vscode.workspace.textDocuments) giveTurn(document);
      publishAll();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      // The plugin's come some time after a tab opens and go some time after it closes.
      for (const uri of uris) {
        if (isOpen(uri)) withdraw(uri);
        else publish(uri);
      }
    }),
    vscode.workspace.onDidOpenTextDocument((document) => giveTurn(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => giveTurn(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const key = document.uri.toString();
      clearTimeout(turns.get(key));
      turns.delete(key);
      // The plugin's diagnostics go with the tab.
      setTimeout(() => publish(document.uri), 0);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("hardpath")) publishAll();
    }),
  ];

  return {
    dispose() {
      for (const timer of turns.values()) clearTimeout(timer);
      vscode.Disposable.from(...subscriptions, collection, problems).dispose();
    },
  };
}

/**
 * The same finding: the same rule, at the same line or with the same words (lines move while one types). Until the
 * handshake the plugin names rules by numbers: then line or words decide alone.
 */
function isSame({ ruleId, message, range }: ShownFinding, other: vscode.Diagnostic): boolean {
  if (ruleOf(other) !== ruleId && typeof other.code !== "number") return false;
  return other.message === message || other.range.start.line === range.start.line;
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
