/** Tells the worker what happens to folders, documents and files. */
import * as vscode from "vscode";
import type { AnalysisClient } from "./worker/client.ts";

/** Quiet time after a keystroke before the worker gets the text, in milliseconds. */
const PAUSE = 120;
/** Longest time a typing user keeps the worker waiting. */
const PATIENCE = 1000;

export interface Watcher extends vscode.Disposable {
  /** Sends a document's unsaved text now. */
  flush(document: vscode.TextDocument): void;
}

export function watchWorkspace(client: AnalysisClient): Watcher {
  interface Waiting {
    readonly document: vscode.TextDocument;
    readonly since: number;
    timer: ReturnType<typeof setTimeout>;
  }
  const waiting = new Map<string, Waiting>();

  function changed(document: vscode.TextDocument): void {
    if (document.uri.scheme !== "file" || !client.locate(document.uri)) return;
    const key = document.uri.toString();
    const entry = waiting.get(key);
    if (entry) clearTimeout(entry.timer);
    const since = entry?.since ?? Date.now();
    const pause = Math.min(PAUSE, Math.max(0, since + PATIENCE - Date.now()));
    waiting.set(key, { document, since, timer: setTimeout(() => flush(document), pause) });
  }

  function flush(document: vscode.TextDocument): void {
    if (!forget(document)) return;
    if (document.isDirty) client.setText(document);
    else client.readDisk([document.uri]);
  }

  function forget(document: vscode.TextDocument): boolean {
    const key = document.uri.toString();
    const entry = waiting.get(key);
    if (entry) clearTimeout(entry.timer);
    return waiting.delete(key);
  }

  /** Changes on disk, gathered: a branch switch touches thousands of files in a moment. */
  const touched = new Map<string, vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  function touch(uri: vscode.Uri): void {
    if (/\/(?:node_modules|\.git)\//.test(uri.path)) return;
    touched.set(uri.toString(), uri);
    timer ??= setTimeout(() => {
      timer = undefined;
      const dirty = new Set(
        vscode.workspace.textDocuments.filter((open) => open.isDirty).map((open) => open.uri.toString()),
      );
      const uris = [...touched.values()].filter((uri) => !dirty.has(uri.toString()));
      touched.clear();
      client.readDisk(uris);
    }, 50);
  }

  const files = vscode.workspace.createFileSystemWatcher("**/*");
  const subscriptions = [
    files,
    files.onDidChange(touch),
    files.onDidCreate(touch),
    files.onDidDelete(touch),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) changed(document);
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      // Typing may have gone on while it was saved: then the editor's text stays in front.
      if (document.isDirty) return;
      forget(document);
      if (document.uri.scheme === "file") client.readDisk([document.uri]);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      forget(document);
      if (document.uri.scheme === "file") client.readDisk([document.uri]);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) client.close(folder.uri);
      for (const folder of added) client.open(folder);
    }),
  ];
  for (const folder of vscode.workspace.workspaceFolders ?? []) client.open(folder);

  return {
    flush,
    dispose() {
      clearTimeout(timer);
      for (const entry of waiting.values()) clearTimeout(entry.timer);
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}
