/** The Readiness view: five dimensions, each with the evidence it was judged by. */
import * as vscode from "vscode";
import type { Dimension, DimensionId, Evidence, EvidencePlace, EvidenceStatus, Readiness } from "../../engine/index.ts";
import type { AnalysedFolder, AnalysisClient } from "../worker/client.ts";
import { openCommand, whenVisible } from "./tree.ts";

export const READINESS_VIEW = "hardpath.readiness";

type Node =
  | { readonly kind: "folder"; readonly folder: AnalysedFolder }
  | { readonly kind: "dimension"; readonly folder: AnalysedFolder; readonly dimension: Dimension }
  | { readonly kind: "evidence"; readonly folder: AnalysedFolder; readonly evidence: Evidence }
  | { readonly kind: "place"; readonly folder: AnalysedFolder; readonly place: EvidencePlace };

export function createReadinessView(client: AnalysisClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<Node | undefined>();
  const view = vscode.window.createTreeView<Node>(READINESS_VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: item,
      async getChildren(node) {
        if (node) return children(node, client);
        const { folders } = client;
        if (folders.length > 1) return folders.map((folder) => ({ kind: "folder", folder }));
        return folders[0] ? dimensions(folders[0], client) : [];
      },
    },
  });
  const refresh = whenVisible(view, () => changed.fire(undefined));
  const subscriptions = [view, changed, refresh, client.onDidChangeResults(() => refresh.request())];
  return vscode.Disposable.from(...subscriptions);
}

async function dimensions(folder: AnalysedFolder, client: AnalysisClient): Promise<Node[]> {
  if (folder.revision === 0) return [];
  const readiness: Readiness = await client.ask("readiness", { folder: folder.uri.fsPath });
  return readiness.dimensions.map((dimension) => ({ kind: "dimension", folder, dimension }));
}

async function children(node: Node, client: AnalysisClient): Promise<Node[]> {
  const { folder } = node;
  switch (node.kind) {
    case "folder":
      return dimensions(folder, client);
    case "dimension":
      return node.dimension.evidence.map((evidence) => ({ kind: "evidence", folder, evidence }));
    case "evidence":
      return node.evidence.places.length > 1
        ? node.evidence.places.map((place) => ({ kind: "place", folder, place }))
        : [];
    case "place":
      return [];
  }
}

const DIMENSION_ICONS: Readonly<Record<DimensionId, string>> = {
  security: "shield",
  dataIntegrity: "database",
  observability: "pulse",
  deployment: "rocket",
  performance: "dashboard",
};

function item(node: Node): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case "folder":
      return new vscode.TreeItem(node.folder.name, Expanded);
    case "dimension": {
      const { dimension } = node;
      const missing = dimension.evidence.filter(({ status }) => status === "missing").length;
      const result = new vscode.TreeItem(dimension.title, missing > 0 ? Expanded : Collapsed);
      const told = dimension.evidence.filter(({ status }) => status !== "unknown").length;
      result.description = vscode.l10n.t("{0} of {1} in place", told - missing, told);
      result.iconPath = new vscode.ThemeIcon(DIMENSION_ICONS[dimension.id]);
      result.id = `${node.folder.uri}#${dimension.id}`;
      return result;
    }
    case "evidence":
      return evidenceItem(node.folder, node.evidence);
    case "place": {
      const { place, folder } = node;
      const result = new vscode.TreeItem(place.label, None);
      result.description = `${place.file}:${place.line}`;
      result.command = openCommand(vscode.Uri.joinPath(folder.uri, place.file), place.line);
      return result;
    }
  }
}

const STATUS_ICONS: Readonly<Record<EvidenceStatus, vscode.ThemeIcon>> = {
  present: new vscode.ThemeIcon("pass", new vscode.ThemeColor("testing.iconPassed")),
  missing: new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground")),
  unknown: new vscode.ThemeIcon("question"),
};

function evidenceItem(folder: AnalysedFolder, evidence: Evidence): vscode.TreeItem {
  const many = evidence.places.length > 1;
  const result = new vscode.TreeItem(
    evidence.text,
    many ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  result.iconPath = STATUS_ICONS[evidence.status];
  result.id = `${folder.uri}#${evidence.id}`;
  result.tooltip = new vscode.MarkdownString(`**${evidence.text}**\n\n${evidence.advice}`);
  const words: Readonly<Record<EvidenceStatus, string>> = {
    present: vscode.l10n.t("in place"),
    missing: vscode.l10n.t("missing"),
    unknown: vscode.l10n.t("not known"),
  };
  result.accessibilityInformation = { label: `${words[evidence.status]}: ${evidence.text}` };
  const only = evidence.places[0];
  if (only && !many) {
    result.command = openCommand(vscode.Uri.joinPath(folder.uri, only.file), only.line);
    result.description = `${only.file.slice(only.file.lastIndexOf("/") + 1)}:${only.line}`;
  }
  return result;
}
