/**
 * The Paths view: entry points by area, worst first, each with what it lacks. A path expands to its steps.
 */
import * as vscode from "vscode";
import {
  type Atlas,
  compareTones,
  type EntryView,
  type MapFinding,
  type Tone,
  type WalkStep,
  walk,
} from "../../engine/index.ts";
import type { Atlases } from "../atlases.ts";
import type { AnalysedFolder, AnalysisClient } from "../worker/client.ts";
import { openCommand, whenVisible } from "./tree.ts";

export const PATHS_VIEW = "hardpath.paths";

export type PathNode =
  | { readonly kind: "folder"; readonly folder: AnalysedFolder }
  | {
      readonly kind: "area";
      readonly folder: AnalysedFolder;
      readonly atlas: Atlas;
      readonly area: Atlas["areas"][number];
    }
  | EntryNode
  | { readonly kind: "step"; readonly parent: EntryNode; readonly step: WalkStep }
  | {
      readonly kind: "finding";
      readonly parent: EntryNode | undefined;
      readonly folder: AnalysedFolder;
      readonly finding: MapFinding;
    };

/** One path, as menus and commands get it. */
export interface EntryNode {
  readonly kind: "entry";
  readonly folder: AnalysedFolder;
  readonly atlas: Atlas;
  readonly entry: EntryView;
}

export interface PathsView extends vscode.Disposable {
  /** Selects and expands a path. */
  reveal(folder: AnalysedFolder, entryPoint: string): Promise<void>;
}

export function createPathsView(client: AnalysisClient, atlases: Atlases): PathsView {
  const changed = new vscode.EventEmitter<PathNode | undefined>();
  const provider: vscode.TreeDataProvider<PathNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: item,
    async getChildren(node) {
      if (node) return children(node, atlases);
      const { folders } = client;
      if (folders.length > 1) return folders.map((folder) => ({ kind: "folder", folder }));
      return folders[0] && folders[0].revision > 0 ? areas(folders[0], await atlases.of(folders[0])) : [];
    },
    getParent: (node) => parent(node, client),
  };
  const view = vscode.window.createTreeView(PATHS_VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const refresh = whenVisible(view, () => changed.fire(undefined));

  function badge(): void {
    const count = client.folders
      .flatMap((folder) => [...folder.findings.values()].flat())
      .filter((finding) => !finding.suppressed && finding.severity !== "hint").length;
    view.badge = count > 0 ? { value: count, tooltip: vscode.l10n.t("{0} findings", count) } : undefined;
  }

  const subscriptions = [
    view,
    changed,
    refresh,
    client.onDidChangeResults(() => {
      badge();
      refresh.request();
    }),
    client.onDidChangeState((folder) => {
      // What the empty view says: see `viewsWelcome` in package.json.
      void vscode.commands.executeCommand("setContext", "hardpath.state", folder.state.kind);
      view.message = folder.state.kind === "failed" ? folder.state.message : "";
    }),
  ];

  return {
    async reveal(folder, entryPoint) {
      const atlas = await atlases.of(folder);
      const entry = atlas.entries.find((candidate) => candidate.entry.id === entryPoint);
      if (entry)
        await view.reveal({ kind: "entry", folder, atlas, entry }, { select: true, focus: true, expand: true });
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

async function children(node: PathNode, atlases: Atlases): Promise<PathNode[]> {
  switch (node.kind) {
    case "folder":
      return node.folder.revision > 0 ? areas(node.folder, await atlases.of(node.folder)) : [];
    case "area":
      return entriesOf(node);
    case "entry":
      return steps(node);
    case "step":
      return node.step.findings.map((finding) => ({
        kind: "finding",
        parent: node.parent,
        folder: node.parent.folder,
        finding,
      }));
    case "finding":
      return [];
  }
}

type AreaNode = Extract<PathNode, { kind: "area" }>;

function areas(folder: AnalysedFolder, atlas: Atlas): AreaNode[] {
  return atlas.areas
    .map((area): AreaNode => ({ kind: "area", folder, atlas, area }))
    .sort((a, b) => compareTones(a.area.tone, b.area.tone) || findingsIn(b) - findingsIn(a));
}

function findingsIn({ atlas, area }: AreaNode): number {
  return area.entries.reduce((sum, index) => sum + (atlas.entries[index]?.findings.length ?? 0), 0);
}

function entriesOf(node: AreaNode): EntryNode[] {
  const { folder, atlas, area } = node;
  return area.entries
    .flatMap((index) => atlas.entries[index] ?? [])
    .sort((a, b) => compareTones(a.tone, b.tone) || b.findings.length - a.findings.length)
    .map((entry) => ({ kind: "entry", folder, atlas, entry }));
}

function steps(node: EntryNode): PathNode[] {
  const walked = walk(node.entry.entry, node.entry.findings, node.atlas.map.systems);
  return [
    ...walked.elsewhere.map((finding): PathNode => ({ kind: "finding", parent: node, folder: node.folder, finding })),
    ...walked.steps.map((step): PathNode => ({ kind: "step", parent: node, step })),
  ];
}

function parent(node: PathNode, client: AnalysisClient): PathNode | undefined {
  switch (node.kind) {
    case "folder":
      return undefined;
    case "area":
      return client.folders.length > 1 ? { kind: "folder", folder: node.folder } : undefined;
    case "entry": {
      const area = node.atlas.areas.find(({ entries }) => entries.includes(node.entry.index));
      return area && { kind: "area", folder: node.folder, atlas: node.atlas, area };
    }
    case "step":
    case "finding":
      return node.parent;
  }
}

function item(node: PathNode): vscode.TreeItem {
  switch (node.kind) {
    case "folder": {
      const result = new vscode.TreeItem(node.folder.name, vscode.TreeItemCollapsibleState.Expanded);
      result.iconPath = vscode.ThemeIcon.Folder;
      result.id = node.folder.uri.toString();
      return result;
    }
    case "area":
      return areaItem(node);
    case "entry":
      return entryItem(node);
    case "step":
      return stepItem(node.parent, node.step);
    case "finding":
      return findingItem(node.folder, node.finding);
  }
}

function areaItem(node: AreaNode): vscode.TreeItem {
  const { area, atlas, folder } = node;
  const calm = area.tone === "ok" || area.tone === "note";
  const result = new vscode.TreeItem(
    atlas.manyApps && area.app ? `${area.app} › ${area.title}` : area.title,
    calm ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded,
  );
  const findings = findingsIn(node);
  const paths = area.entries.length === 1 ? vscode.l10n.t("1 path") : vscode.l10n.t("{0} paths", area.entries.length);
  result.description = findings === 0 ? paths : `${paths} · ${countFindings(findings)}`;
  result.id = `${folder.uri}#${area.id}`;
  result.contextValue = "area";
  return result;
}

/** What a row says in its few words; the rest is in its tooltip. */
const TELLING: ReadonlySet<string> = new Set(["finding", "guard", "retry", "unknown"]);

function entryItem(node: EntryNode): vscode.TreeItem {
  const { entry, badges, tone } = node.entry;
  const result = new vscode.TreeItem(entry.label, vscode.TreeItemCollapsibleState.Collapsed);
  const lacks = badges.filter((badge) => badge.tone !== "ok" && TELLING.has(badge.kind)).map((badge) => badge.text);
  result.description = lacks.join(" · ");
  result.iconPath = toneIcon(tone);
  result.id = `${node.folder.uri}#${entry.id}`;
  result.contextValue = entry.public === undefined ? "entry" : "entry.public";
  result.tooltip = entryTooltip(node);
  result.accessibilityInformation = {
    label: [entry.label, toneWord(tone), ...lacks].filter(Boolean).join(", "),
  };
  return result;
}

function entryTooltip({ entry: view }: EntryNode): vscode.MarkdownString {
  const { entry } = view;
  const text = new vscode.MarkdownString();
  text.appendMarkdown(
    `**${escapeMarkdown(entry.label)}** — ${escapeMarkdown(entry.handler.name || entry.framework)}\n\n`,
  );
  text.appendMarkdown(`${escapeMarkdown(entry.file)}:${entry.line}\n\n`);
  if (entry.guards.length > 0) {
    text.appendMarkdown(
      `${vscode.l10n.t("Guards")}: ${entry.guards.map((guard) => `\`${guard.name}\` (${guard.kind})`).join(", ")}\n\n`,
    );
  }
  for (const badge of view.badges) text.appendMarkdown(`- ${escapeMarkdown(badge.text)}\n`);
  if (entry.public !== undefined)
    text.appendMarkdown(`\n${vscode.l10n.t("Public on purpose")}: ${escapeMarkdown(entry.public)}\n`);
  return text;
}

const STEP_ICONS: Readonly<Record<WalkStep["kind"], string>> = {
  guard: "shield",
  read: "eye",
  decide: "git-branch",
  write: "edit",
  publish: "broadcast",
  call: "cloud",
  answer: "reply",
  unknown: "question",
};

function stepItem(node: EntryNode, step: WalkStep): vscode.TreeItem {
  const state =
    step.findings.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None;
  const result = new vscode.TreeItem(`${step.number}. ${step.text}`, state);
  // Colour is for what asks for attention.
  result.iconPath = new vscode.ThemeIcon(STEP_ICONS[step.kind], step.tone === "ok" ? undefined : toneColor(step.tone));
  result.description = `${step.file.slice(step.file.lastIndexOf("/") + 1)}:${step.line}`;
  result.command = openCommand(vscode.Uri.joinPath(node.folder.uri, step.file), step.line);
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`**${vscode.l10n.t("If it runs twice")}** ${escapeMarkdown(step.retry)}\n\n`);
  text.appendMarkdown(`**${vscode.l10n.t("If it fails after this")}** ${escapeMarkdown(step.failure)}`);
  result.tooltip = text;
  result.contextValue = "step";
  return result;
}

function findingItem(folder: AnalysedFolder, finding: MapFinding): vscode.TreeItem {
  const result = new vscode.TreeItem(finding.message);
  result.iconPath = toneIcon(finding.severity === "hint" ? "note" : finding.severity);
  result.description = finding.ruleId;
  result.tooltip = `${finding.message}\n${finding.ruleId} · ${finding.file}:${finding.line}`;
  result.command = openCommand(vscode.Uri.joinPath(folder.uri, finding.file), finding.line);
  result.contextValue = "finding";
  return result;
}

function countFindings(count: number): string {
  return count === 1 ? vscode.l10n.t("1 finding") : vscode.l10n.t("{0} findings", count);
}

function toneIcon(tone: Tone): vscode.ThemeIcon {
  const names: Readonly<Record<Tone, string>> = {
    error: "error",
    warning: "warning",
    unknown: "question",
    note: "circle-outline",
    ok: "pass",
  };
  return new vscode.ThemeIcon(names[tone], toneColor(tone));
}

function toneColor(tone: Tone): vscode.ThemeColor | undefined {
  if (tone === "error") return new vscode.ThemeColor("list.errorForeground");
  if (tone === "warning") return new vscode.ThemeColor("list.warningForeground");
  if (tone === "ok") return new vscode.ThemeColor("testing.iconPassed");
  return undefined;
}

function toneWord(tone: Tone): string {
  if (tone === "error") return vscode.l10n.t("error");
  return tone === "warning" ? vscode.l10n.t("warning") : "";
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
}
