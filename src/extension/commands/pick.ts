/** Questions that several commands ask. */
import * as vscode from "vscode";
import { type Atlas, compareTones, type EntryView, entryPointsAt } from "../../engine/index.ts";
import type { Session } from "../session.ts";
import type { EntryNode } from "../views/paths.ts";
import type { AnalysedFolder } from "../worker/client.ts";
import type { ShownFinding } from "../worker/protocol.ts";

export interface ChosenPath {
  readonly folder: AnalysedFolder;
  readonly atlas: Atlas;
  readonly entry: EntryView;
}

/**
 * A path: the tree's node, the one named by folder and id, or the user's choice; paths through the cursor come first.
 * Undefined when the user gives up, after a message when there is none.
 */
export async function choosePath(
  session: Session,
  title: string,
  from?: unknown,
  id?: unknown,
): Promise<ChosenPath | undefined> {
  if (isEntryNode(from)) return from;
  if (typeof from === "string" && typeof id === "string") return findPath(session, from, id);
  const choices: (vscode.QuickPickItem & { readonly path?: ChosenPath })[] = [];
  for (const folder of readyFolders(session)) {
    const atlas = await session.atlases.of(folder);
    const here = new Set(cursorPaths(session, folder, atlas));
    const sorted = [...atlas.entries].sort(
      (a, b) => compareTones(a.tone, b.tone) || b.findings.length - a.findings.length,
    );
    const toItem = (entry: EntryView) => ({
      label: entry.entry.label,
      description: session.client.folders.length > 1 ? folder.name : entry.entry.handler.name,
      detail: entry.badges.map((badge) => badge.text).join(" · "),
      path: { folder, atlas, entry },
    });
    const first = sorted.filter(({ entry }) => here.has(entry.id));
    if (first.length > 0) choices.push(separator(vscode.l10n.t("Through the cursor")), ...first.map(toItem));
    choices.push(
      separator(vscode.l10n.t("Worst first")),
      ...sorted.filter(({ entry }) => !here.has(entry.id)).map(toItem),
    );
  }
  if (!choices.some(({ path }) => path)) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Hardpath has found no paths here yet."));
    return undefined;
  }
  return (await vscode.window.showQuickPick(choices, { title, matchOnDescription: true, matchOnDetail: true }))?.path;
}

async function findPath(session: Session, folderPath: string, id: string): Promise<ChosenPath | undefined> {
  const folder = findFolder(session, folderPath);
  const atlas = folder && (await session.atlases.of(folder));
  const entry = atlas?.entries.find((candidate) => candidate.entry.id === id || candidate.entry.label === id);
  return folder && atlas && entry ? { folder, atlas, entry } : undefined;
}

function cursorPaths(session: Session, folder: AnalysedFolder, atlas: Atlas): readonly string[] {
  const editor = vscode.window.activeTextEditor;
  const place = editor && session.client.locate(editor.document.uri);
  if (!editor || place?.folder.uri.toString() !== folder.uri.toString()) return [];
  return entryPointsAt(atlas.map, { file: place.file, line: editor.selection.active.line + 1 });
}

export interface ChosenFinding {
  readonly folder: AnalysedFolder;
  readonly finding: ShownFinding;
}

/** A finding: the one named, the one at the cursor, or the user's choice in the current file. */
export async function chooseFinding(
  session: Session,
  title: string,
  folderPath?: unknown,
  id?: unknown,
): Promise<ChosenFinding | undefined> {
  if (typeof folderPath === "string" && typeof id === "string") {
    const folder = findFolder(session, folderPath);
    const finding = folder && [...folder.findings.values()].flat().find((candidate) => candidate.id === id);
    return folder && finding ? { folder, finding } : undefined;
  }
  const editor = vscode.window.activeTextEditor;
  const place = editor && session.client.locate(editor.document.uri);
  const all = (place?.folder.findings.get(place.file) ?? []).filter(({ suppressed }) => !suppressed);
  if (!editor || !place || all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("This file has no findings."));
    return undefined;
  }
  const { line } = editor.selection.active;
  const here = all.filter(({ range }) => range.start.line <= line && line <= range.end.line);
  const candidates = here.length > 0 ? here : all;
  if (candidates.length === 1) return { folder: place.folder, finding: candidates[0]! };
  const chosen = await vscode.window.showQuickPick(
    candidates.map((finding) => ({
      label: finding.message,
      description: `${finding.ruleId}:${finding.range.start.line + 1}`,
      finding,
    })),
    { title, matchOnDescription: true },
  );
  return chosen && { folder: place.folder, finding: chosen.finding };
}

/** Asks why. Undefined when the user gives up. */
export function askReason(title: string, placeHolder: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    placeHolder,
    prompt: vscode.l10n.t("The reason is kept for whoever reads this next."),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim().length < 3 ? vscode.l10n.t("Say why, in a few words.") : undefined),
  });
}

export function findFolder(session: Session, path: string): AnalysedFolder | undefined {
  return session.client.folders.find((folder) => folder.uri.fsPath === path || folder.uri.toString() === path);
}

/** Folders that have been analysed. */
export function readyFolders(session: Session): readonly AnalysedFolder[] {
  return session.client.folders.filter(({ revision }) => revision > 0);
}

function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function isEntryNode(value: unknown): value is EntryNode {
  return (
    typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "entry" && "atlas" in value
  );
}
