/**
 * The service map: a view in the sidebar and the same page as an editor tab. Gives each page the map of one folder, keeps
 * it up to date, tells it where the cursor is, and does what it asks for.
 */
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { MAP_EXTENSIONS, type MapFormat, type MapView, renderServiceMap } from "../../engine/index.ts";
import type { HostMessage, MapContent, PageMessage } from "../../webview/protocol.ts";
import { shownOnMap } from "../atlases.ts";
import type { AnalysedFolder, AnalysisClient } from "../worker/client.ts";
import { changedFiles, onDidChangeGit } from "./changed-files.ts";
import { functionAt } from "./function-at.ts";
import { serviceMapHtml } from "./service-map-html.ts";

const VIEW = "hardpath.serviceMap";
const TAB = "hardpath.serviceMapTab";
/** Milliseconds after the last change before a page is told. */
const SETTLE = 60;

/** What the view needs of the analysis. */
export type ServiceMapSource = Pick<
  AnalysisClient,
  "folders" | "onDidChangeResults" | "onDidChangeState" | "locate" | "serviceMap" | "ask"
>;

/** One webview that shows the page. */
interface Page {
  readonly webview: vscode.Webview;
  readonly place: "sidebar" | "tab";
  readonly column: () => vscode.ViewColumn | undefined;
  readonly visible: () => boolean;
  /** Sends the folder's content again, once things have settled. */
  readonly refresh: () => void;
  folder: string | undefined;
  ready: boolean;
  /** What it has: folder, revision and changed files. */
  has: string;
  /** What to show as soon as there is a map. */
  wanted: Extract<HostMessage, { type: "show" }> | undefined;
}

/** Registers the view; lives as long as the extension. */
export class ServiceMapView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #source: ServiceMapSource;
  readonly #pages = new Set<Page>();
  readonly #disposables: vscode.Disposable[];
  /** Watched from the first page on. */
  #git: vscode.Disposable | undefined;
  #sidebar: vscode.WebviewView | undefined;
  #tab: vscode.WebviewPanel | undefined;
  #cursorTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the sidebar is to show when it is first opened. */
  #early: { readonly folder: string; readonly message: Page["wanted"] } | undefined;

  constructor(extensionUri: vscode.Uri, source: ServiceMapSource) {
    this.#extensionUri = extensionUri;
    this.#source = source;
    this.#disposables = [
      vscode.window.registerWebviewViewProvider(VIEW, this),
      vscode.window.registerWebviewPanelSerializer(TAB, {
        deserializeWebviewPanel: async (panel) => this.#adoptTab(panel),
      }),
      source.onDidChangeResults(({ folder }) => this.#folderChanged(folder)),
      source.onDidChangeState((folder) => this.#folderChanged(folder)),
      vscode.window.onDidChangeTextEditorSelection(() => this.#cursorMoved()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#cursorMoved()),
    ];
  }

  dispose(): void {
    clearTimeout(this.#cursorTimer);
    this.#tab?.dispose();
    this.#git?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#sidebar = view;
    const page = this.#host({
      webview: view.webview,
      place: "sidebar",
      column: () => undefined,
      visible: () => view.visible,
    });
    if (this.#early) {
      page.folder = this.#early.folder;
      page.wanted = this.#early.message;
      this.#early = undefined;
    }
    view.onDidChangeVisibility(() => page.refresh());
    view.onDidDispose(() => {
      this.#pages.delete(page);
      this.#sidebar = undefined;
    });
  }

  /** Shows the map where it is visible, else in the sidebar; with an entry point's id, its path. */
  async show(folder?: vscode.Uri, entry?: string): Promise<void> {
    const view: MapView | undefined = entry === undefined ? undefined : { level: "path", entry };
    const message: Page["wanted"] = view && { type: "show", view };
    const key = folder?.toString();
    if (this.#tab?.visible) {
      this.#tab.reveal(undefined, true);
      this.#showIn("tab", key, message);
      return;
    }
    if (!this.#sidebar && key !== undefined) this.#early = { folder: key, message };
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    this.#showIn("sidebar", key, message);
  }

  /** Opens the large view. */
  openTab(folder: string | undefined, view: MapView | undefined): void {
    if (this.#tab) {
      this.#tab.reveal();
    } else {
      const title = vscode.l10n.t("Service Map");
      this.#adoptTab(vscode.window.createWebviewPanel(TAB, title, vscode.ViewColumn.Active, {}));
    }
    this.#showIn("tab", folder, view && { type: "show", view });
  }

  #adoptTab(panel: vscode.WebviewPanel): void {
    this.#tab = panel;
    const icon = (name: string) => vscode.Uri.joinPath(this.#extensionUri, "media", name);
    panel.iconPath = { light: icon("tab-light.svg"), dark: icon("tab-dark.svg") };
    const page = this.#host({
      webview: panel.webview,
      place: "tab",
      column: () => panel.viewColumn,
      visible: () => panel.visible,
    });
    panel.onDidChangeViewState(() => page.refresh());
    panel.onDidDispose(() => {
      this.#pages.delete(page);
      this.#tab = undefined;
    });
  }

  #host(frame: Pick<Page, "webview" | "place" | "column" | "visible">): Page {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const page: Page = {
      ...frame,
      folder: undefined,
      ready: false,
      has: "",
      wanted: undefined,
      refresh: () => {
        clearTimeout(timer);
        timer = setTimeout(() => void this.#send(page), SETTLE);
      },
    };
    this.#pages.add(page);
    this.#git ??= onDidChangeGit(() => this.#refreshAll());
    const dist = vscode.Uri.joinPath(this.#extensionUri, "dist", "webview");
    frame.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    frame.webview.onDidReceiveMessage((message: PageMessage) => this.#receive(page, message));
    frame.webview.html = serviceMapHtml({
      nonce: randomBytes(16).toString("base64url"),
      source: frame.webview.cspSource,
      script: String(frame.webview.asWebviewUri(vscode.Uri.joinPath(dist, "main.js"))),
      style: String(frame.webview.asWebviewUri(vscode.Uri.joinPath(dist, "main.css"))),
      title: vscode.l10n.t("Service Map"),
      language: vscode.env.language,
    });
    return page;
  }

  #showIn(place: Page["place"], folder: string | undefined, message: Page["wanted"]): void {
    for (const page of this.#pages) {
      if (page.place !== place) continue;
      const moves = folder !== undefined && page.folder !== folder;
      if (folder !== undefined) page.folder = folder;
      if (moves || !page.ready) {
        page.wanted = message;
        page.refresh();
      } else if (message) {
        void page.webview.postMessage(message);
      }
    }
  }

  async #receive(page: Page, message: PageMessage): Promise<void> {
    const folder = this.#folderOf(page);
    switch (message.type) {
      case "ready":
        page.ready = true;
        page.has = "";
        await post(page, { type: "begin", texts: textsOf(vscode.l10n.bundle), place: page.place });
        await this.#send(page);
        this.#cursorMoved();
        break;
      case "open":
        if (folder) await open(page, vscode.Uri.joinPath(folder.uri, message.file), message);
        break;
      case "export":
        if (folder) await this.#export(folder, message.format, message.view);
        break;
      case "copy":
        await vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(vscode.l10n.t("Copied."), 2000);
        break;
      case "openTab":
        this.openTab(page.folder, message.view);
        break;
      case "act": {
        const command = message.action === "harden" ? "hardpath.hardenPath" : "hardpath.markPublic";
        if (folder) await vscode.commands.executeCommand(command, folder.uri.fsPath, message.entry);
        break;
      }
      case "failed":
        console.error(`Service map page: ${message.message}`);
    }
  }

  /** The folder a page shows: the one it was given, else the active editor's, else the first. */
  #folderOf(page: Page): AnalysedFolder | undefined {
    const { folders } = this.#source;
    const chosen = folders.find((folder) => folder.uri.toString() === page.folder);
    if (chosen) return chosen;
    const editor = vscode.window.activeTextEditor;
    const folder = (editor && this.#source.locate(editor.document.uri)?.folder) ?? folders[0];
    page.folder = folder?.uri.toString();
    return folder;
  }

  async #send(page: Page): Promise<void> {
    if (!page.ready || !page.visible()) return;
    const folder = this.#folderOf(page);
    if (!folder) {
      await post(page, { type: "waiting", problem: vscode.l10n.t("Open a folder to see its service map.") });
      return;
    }
    if (folder.revision === 0) {
      await post(page, waitingFor(folder));
      return;
    }
    try {
      const key = [folder.uri, folder.revision, ...(changedFiles(folder.uri) ?? ["-"])].join("\n");
      if (key !== page.has) {
        const content = await this.#contentOf(folder);
        if (folder !== this.#folderOf(page)) return;
        await post(page, { type: "content", content });
        page.has = key;
      }
      const wanted = page.wanted;
      page.wanted = undefined;
      if (wanted) await post(page, wanted);
    } catch (error) {
      await post(page, { type: "waiting", problem: error instanceof Error ? error.message : String(error) });
    }
  }

  async #contentOf(folder: AnalysedFolder): Promise<MapContent> {
    const [map, release] = await Promise.all([
      this.#source.serviceMap(folder),
      this.#source.ask("releaseMap", { folder: folder.uri.fsPath }),
    ]);
    const changed = changedFiles(folder.uri);
    return {
      map: { ...map, root: folder.name },
      findings: shownOnMap(folder),
      release,
      ...(changed ? { changedFiles: changed } : {}),
    };
  }

  async #export(folder: AnalysedFolder, format: MapFormat, view: MapView): Promise<void> {
    const name = vscode.Uri.joinPath(folder.uri, `service-map.${MAP_EXTENSIONS[format]}`);
    const target = await vscode.window.showSaveDialog({ defaultUri: name });
    if (!target) return;
    const { map, findings, release } = await this.#contentOf(folder);
    const text = renderServiceMap(map, format, { findings, view, ...(release ? { release } : {}) });
    await vscode.workspace.fs.writeFile(target, Buffer.from(text));
    await vscode.window.showTextDocument(target);
  }

  #folderChanged(folder: AnalysedFolder): void {
    const key = folder.uri.toString();
    for (const page of this.#pages) {
      if (page.folder === undefined || page.folder === key) page.refresh();
    }
  }

  #refreshAll(): void {
    for (const page of this.#pages) page.refresh();
  }

  #cursorMoved(): void {
    clearTimeout(this.#cursorTimer);
    this.#cursorTimer = setTimeout(() => void this.#tellCursor(), SETTLE);
  }

  async #tellCursor(): Promise<void> {
    const pages = [...this.#pages].filter((page) => page.ready && page.visible());
    const editor = vscode.window.activeTextEditor;
    if (pages.length === 0 || !editor) return;
    const located = this.#source.locate(editor.document.uri);
    if (!located) return;
    const line = editor.selection.active.line + 1;
    const range = await functionAt(editor.document, editor.selection.active);
    const place = {
      file: located.file,
      line,
      ...(range ? { from: range.start.line + 1, to: range.end.line + 1 } : {}),
    };
    const key = located.folder.uri.toString();
    for (const page of pages) {
      if (page.folder === key) await post(page, { type: "cursor", place });
      else if (page.place === "sidebar") {
        // The sidebar goes with the editor from folder to folder.
        page.folder = key;
        page.refresh();
      }
    }
  }
}

function post(page: Page, message: HostMessage): Thenable<boolean> {
  return page.webview.postMessage(message);
}

function waitingFor({ state }: AnalysedFolder): HostMessage {
  if (state.kind === "failed") return { type: "waiting", problem: state.message };
  return state.kind === "indexing" ? { type: "waiting", done: state.done, total: state.total } : { type: "waiting" };
}

/** The extension's translations by English text; entries with comments are keyed by text and comment. */
function textsOf(bundle: typeof vscode.l10n.bundle): Readonly<Record<string, string>> {
  return bundle ?? {};
}

/** Opens a place beside the map's tab, or where the user works. */
async function open(
  page: Page,
  uri: vscode.Uri,
  place: { readonly line: number; readonly keepFocus: boolean },
): Promise<void> {
  const at = new vscode.Position(Math.max(0, place.line - 1), 0);
  const own = page.column();
  const other = vscode.window.visibleTextEditors.find((editor) => editor.viewColumn !== own)?.viewColumn;
  const viewColumn = own === undefined ? undefined : (other ?? vscode.ViewColumn.Beside);
  const editor = await vscode.window.showTextDocument(uri, {
    preserveFocus: place.keepFocus,
    preview: true,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
  const line = editor.document.lineAt(Math.min(at.line, editor.document.lineCount - 1));
  const start = line.range.start.with({ character: line.firstNonWhitespaceCharacterIndex });
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(line.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
