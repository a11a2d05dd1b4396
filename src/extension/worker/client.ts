/**
 * The extension's side of the worker: what is known of every folder, and questions to ask.
 *
 * Starts the worker thread when the first folder opens. Holds findings only; the service map is fetched when somebody
 * looks at it.
 */
import { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import type { ServiceMap } from "../../engine/index.ts";
import type {
  FolderResults,
  FromWorker,
  Notice,
  RequestName,
  Requests,
  ShownFinding,
  ShownProblem,
  ToWorker,
} from "./protocol.ts";

export type FolderState =
  | { readonly kind: "indexing"; readonly done: number; readonly total: number }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly message: string };

/** What is known of one workspace folder. */
export interface AnalysedFolder {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly state: FolderState;
  /** 0 until the first results. */
  readonly revision: number;
  readonly findings: ReadonlyMap<string, readonly ShownFinding[]>;
  readonly problems: readonly ShownProblem[];
  readonly statistics: FolderResults["statistics"] | undefined;
}

/** A folder has new results. */
export interface ResultsChange {
  readonly folder: AnalysedFolder;
  /** Files whose findings changed. */
  readonly files: readonly string[];
}

export interface AnalysisClient extends vscode.Disposable {
  readonly folders: readonly AnalysedFolder[];
  readonly onDidChangeResults: vscode.Event<ResultsChange>;
  /** Indexing began, went on, ended or failed. */
  readonly onDidChangeState: vscode.Event<AnalysedFolder>;

  open(folder: vscode.WorkspaceFolder): void;
  close(folder: vscode.Uri): void;
  /** Gives the worker the editor's text of a document. */
  setText(document: vscode.TextDocument): void;
  /** The disk counts again for these files or folders. */
  readDisk(uris: readonly vscode.Uri[]): void;
  /** Ends the worker and begins anew. */
  restart(): void;

  /** Folder and path inside it of a file; undefined outside every analysed folder. */
  locate(uri: vscode.Uri): { readonly folder: AnalysedFolder; readonly file: string } | undefined;
  uri(folder: AnalysedFolder, file: string): vscode.Uri;
  /** The map as of the folder's last results; one fetch for all who ask. */
  serviceMap(folder: AnalysedFolder): Promise<ServiceMap>;
  ask<Name extends RequestName>(
    name: Name,
    parameters: Requests[Name]["parameters"],
  ): Promise<Requests[Name]["result"]>;
}

export interface ClientOptions {
  /** File of the worker's bundle. */
  readonly script: string;
  /** Where facts may be kept between sessions. */
  readonly storage: string | undefined;
  readonly log: (message: string) => void;
}

interface Folder extends AnalysedFolder {
  state: FolderState;
  revision: number;
  readonly findings: Map<string, readonly ShownFinding[]>;
  problems: readonly ShownProblem[];
  statistics: FolderResults["statistics"] | undefined;
  map: { readonly revision: number; readonly value: Promise<ServiceMap> } | undefined;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export function createAnalysisClient(options: ClientOptions): AnalysisClient {
  const folders = new Map<string, Folder>();
  const results = new vscode.EventEmitter<ResultsChange>();
  const states = new vscode.EventEmitter<AnalysedFolder>();
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let nextRequest = 1;
  /** A worker that dies at once is not started again and again. */
  let crashes = 0;

  function start(): Worker {
    const started = new Worker(options.script, { name: "hardpath" });
    started.on("message", (message: FromWorker) => receive(message));
    started.on("error", (error) => options.log(`The worker stopped: ${error.stack ?? error.message}`));
    started.on("exit", (code) => {
      if (worker === started) ended(code);
    });
    // The editor may close without waiting for an analysis.
    started.unref();
    return started;
  }

  function ended(code: number): void {
    worker = undefined;
    rejectAll(vscode.l10n.t("The analysis stopped."));
    crashes += 1;
    if (crashes <= 2) {
      options.log(`The worker ended with code ${code}; starting it again.`);
      for (const folder of folders.values()) reopen(folder);
      return;
    }
    for (const folder of folders.values()) {
      setState(folder, {
        kind: "failed",
        message: vscode.l10n.t("The analysis stopped three times; see the Hardpath output."),
      });
    }
  }

  function rejectAll(message: string): void {
    for (const request of pending.values()) request.reject(new Error(message));
    pending.clear();
  }

  function send(message: ToWorker): void {
    worker ??= start();
    worker.postMessage(message);
  }

  function notify(notice: Notice): void {
    if (worker || notice.kind === "open") send(notice);
  }

  function reopen(folder: Folder): void {
    setState(folder, { kind: "indexing", done: 0, total: 0 });
    folder.map = undefined;
    notify({ kind: "open", folder: folder.uri.fsPath, storage: options.storage });
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) client.setText(document);
  }

  function setState(folder: Folder, state: FolderState): void {
    folder.state = state;
    states.fire(folder);
  }

  function receive(message: FromWorker): void {
    switch (message.kind) {
      case "progress": {
        const folder = folders.get(message.folder);
        if (folder) setState(folder, { kind: "indexing", done: message.done, total: message.total });
        return;
      }
      case "results":
        accept(message.results);
        return;
      case "failed": {
        const folder = folders.get(message.folder);
        if (folder) setState(folder, { kind: "failed", message: message.message });
        return;
      }
      case "log":
        options.log(message.message);
        return;
      case "answer":
        take(message.id)?.resolve(message.result);
        return;
      case "refused":
        take(message.id)?.reject(new Error(message.message));
        return;
    }
  }

  function take(id: number): Pending | undefined {
    const request = pending.get(id);
    pending.delete(id);
    return request;
  }

  function accept(update: FolderResults): void {
    const folder = folders.get(update.folder);
    if (!folder) return;
    crashes = 0;
    const changed = new Set(Object.keys(update.files));
    if (update.complete) {
      for (const file of folder.findings.keys()) changed.add(file);
      folder.findings.clear();
    }
    for (const [file, findings] of Object.entries(update.files)) {
      if (findings.length > 0) folder.findings.set(file, findings);
      else folder.findings.delete(file);
    }
    folder.revision = update.revision;
    folder.problems = update.problems;
    folder.statistics = update.statistics;
    if (folder.state.kind !== "ready") setState(folder, { kind: "ready" });
    if (update.complete) {
      const { files, parsed, elapsed } = update.statistics;
      options.log(`${folder.name}: ${files} files, ${parsed} parsed, analysed in ${Math.round(elapsed)} ms.`);
    }
    results.fire({ folder, files: [...changed] });
  }

  const client: AnalysisClient = {
    get folders() {
      return [...folders.values()];
    },
    onDidChangeResults: results.event,
    onDidChangeState: states.event,

    open(workspaceFolder) {
      const path = workspaceFolder.uri.fsPath;
      if (workspaceFolder.uri.scheme !== "file" || folders.has(path)) return;
      const folder: Folder = {
        uri: workspaceFolder.uri,
        name: workspaceFolder.name,
        state: { kind: "indexing", done: 0, total: 0 },
        revision: 0,
        findings: new Map(),
        problems: [],
        statistics: undefined,
        map: undefined,
      };
      folders.set(path, folder);
      reopen(folder);
    },

    close(uri) {
      const folder = folders.get(uri.fsPath);
      if (!folder) return;
      folders.delete(uri.fsPath);
      const files = [...folder.findings.keys()];
      folder.findings.clear();
      notify({ kind: "close", folder: uri.fsPath });
      results.fire({ folder, files });
    },

    setText(document) {
      const place = client.locate(document.uri);
      if (place) notify({ kind: "text", folder: place.folder.uri.fsPath, file: place.file, text: document.getText() });
    },

    readDisk(uris) {
      const byFolder = new Map<string, string[]>();
      for (const uri of uris) {
        const place = client.locate(uri);
        if (!place) continue;
        const path = place.folder.uri.fsPath;
        const files = byFolder.get(path);
        if (files) files.push(place.file);
        else byFolder.set(path, [place.file]);
      }
      for (const [folder, files] of byFolder) notify({ kind: "disk", folder, files });
    },

    restart() {
      const old = worker;
      worker = undefined;
      crashes = 0;
      rejectAll(vscode.l10n.t("The analysis was restarted."));
      void old?.terminate();
      for (const folder of folders.values()) reopen(folder);
    },

    locate(uri) {
      if (uri.scheme !== "file") return undefined;
      const owner = vscode.workspace.getWorkspaceFolder(uri);
      const folder = owner && folders.get(owner.uri.fsPath);
      if (!folder) return undefined;
      const base = folder.uri.path.endsWith("/") ? folder.uri.path : `${folder.uri.path}/`;
      return uri.path.startsWith(base) ? { folder, file: uri.path.slice(base.length) } : undefined;
    },

    uri: (folder, file) => vscode.Uri.joinPath(folder.uri, file),

    serviceMap(analysed) {
      const folder = folders.get(analysed.uri.fsPath);
      if (!folder) return Promise.reject(new Error(vscode.l10n.t("This folder is not open any more.")));
      if (folder.map?.revision !== folder.revision) {
        const value = client.ask("serviceMap", { folder: folder.uri.fsPath });
        folder.map = { revision: folder.revision, value };
        value.catch(() => {
          if (folder.map?.value === value) folder.map = undefined;
        });
      }
      return folder.map!.value;
    },

    ask(name, parameters) {
      return new Promise((resolve, reject) => {
        if (!worker) {
          reject(new Error(vscode.l10n.t("The analysis is not running.")));
          return;
        }
        const id = nextRequest++;
        pending.set(id, { resolve: resolve as (result: unknown) => void, reject });
        send({ kind: "request", id, name, parameters });
      });
    },

    dispose() {
      const old = worker;
      worker = undefined;
      rejectAll(vscode.l10n.t("The analysis stopped."));
      void old?.terminate();
      results.dispose();
      states.dispose();
    },
  };
  return client;
}
