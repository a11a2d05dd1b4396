/**
 * The tsserver plugin as seen from the extension: is it alive, and what has it shown?
 *
 * It is not there in Restricted Mode, under TypeScript 7 and where the built-in TypeScript extension is switched off.
 */
import * as vscode from "vscode";
import { showsHints } from "../settings.ts";
import { ruleOf } from "./convert.ts";

/** Name of the plugin's package, as `contributes.typescriptServerPlugins` lists it. */
const PLUGIN = "hardpath-typescript-plugin";
const LANGUAGES: ReadonlySet<string> = new Set(["typescript", "typescriptreact", "javascript", "javascriptreact"]);
/** How long an answer counts, in milliseconds: tsserver may restart, or lose its plugins, without telling anybody. */
const TRUST = 20_000;

export interface Plugin extends vscode.Disposable {
  /** Whether the plugin is alive for this document; false also while that is not known yet. */
  serves(document: vscode.TextDocument): boolean;
  /** Fires when the answer of `serves` may have changed. */
  readonly onDidChange: vscode.Event<void>;
  /** Asks again. */
  refresh(): void;
}

export function watchPlugin(log: (message: string) => void): Plugin {
  const changed = new vscode.EventEmitter<void>();
  let alive = false;
  let askedAt = 0;
  let configured = false;
  let asking: Promise<void> | undefined;

  async function ask(document: vscode.TextDocument): Promise<void> {
    askedAt = Date.now();
    // Before anything is shown: the plugin would offer fixes of its own.
    if (!configured) configured = await configure(log);
    const now = await isAlive(document);
    askedAt = Date.now();
    if (now === alive) return;
    alive = now;
    log(now ? "The TypeScript plugin is alive." : "The TypeScript plugin does not answer: the worker takes over.");
    changed.fire();
  }

  function refresh(): void {
    const document = vscode.workspace.textDocuments.find(isCode);
    if (!document || asking) return;
    asking = ask(document).finally(() => {
      asking = undefined;
    });
  }

  // Not while the extension starts: the question may wait for a TypeScript server that starts too.
  const first = setTimeout(refresh, 0);
  const subscriptions = [
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isCode(document) && (!alive || Date.now() - askedAt > TRUST)) refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isCode(editor.document) && Date.now() - askedAt > TRUST) refresh();
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (isCode(document) && Date.now() - askedAt > TRUST) refresh();
    }),
    // The first diagnostic of the plugin says that it lives, before anybody asks.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!alive && uris.some((uri) => pluginDiagnostics(uri).length > 0)) refresh();
    }),
    vscode.extensions.onDidChange(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("hardpath.hints") && configured) void configure(log);
    }),
    new vscode.Disposable(() => clearTimeout(first)),
  ];

  return {
    serves: (document) => alive && isCode(document),
    onDidChange: changed.event,
    refresh,
    dispose() {
      vscode.Disposable.from(...subscriptions, changed).dispose();
    },
  };
}

/** What the plugin shows in a file now. The worker's own diagnostics link to a page, the plugin's cannot. */
export function pluginDiagnostics(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => ruleOf(diagnostic) !== undefined && typeof diagnostic.code !== "object");
}

function isCode(document: vscode.TextDocument): boolean {
  return LANGUAGES.has(document.languageId) && document.uri.scheme === "file";
}

async function isAlive(document: vscode.TextDocument): Promise<boolean> {
  if (!vscode.workspace.isTrusted) return false;
  try {
    const answer = await vscode.commands.executeCommand<{ body?: { alive?: boolean } } | undefined>(
      "typescript.tsserverRequest",
      "_hardpath",
      { file: document.uri },
    );
    return answer?.body?.alive === true;
  } catch {
    return false; // no such command, or no such request: there is no plugin
  }
}

/**
 * Tells the plugin that the extension supplies the fixes (they may create files and edit `.env`), and whether hints are
 * shown. VS Code keeps it for servers that start later.
 */
async function configure(log: (message: string) => void): Promise<boolean> {
  if (!vscode.workspace.isTrusted) return false;
  try {
    const extension = vscode.extensions.getExtension("vscode.typescript-language-features");
    const exports = await extension?.activate();
    const api = exports?.getAPI?.(0);
    api?.configurePlugin(PLUGIN, { fixes: "extension", hints: showsHints() });
    return api !== undefined;
  } catch (error) {
    log(`The TypeScript plugin could not be configured: ${error}`);
    return false;
  }
}
