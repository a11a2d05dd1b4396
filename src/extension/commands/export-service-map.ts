import * as vscode from "vscode";
import { MAP_EXTENSIONS, MAP_FORMATS, type MapFormat, renderServiceMap } from "../../engine/index.ts";
import { shownOnMap } from "../atlases.ts";
import type { Command, Session } from "../session.ts";
import { readyFolders } from "./pick.ts";

/** Writes the map to a file: the same formats as `hardpath map`. */
export const exportServiceMap: Command = {
  id: "hardpath.exportServiceMap",
  title: "Export Service Map…",
  async run(session: Session) {
    const folder = readyFolders(session)[0];
    if (!folder) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Hardpath has no map yet."));
      return;
    }
    const items = MAP_FORMATS.map((format) => ({ label: TITLES[format], description: MAP_EXTENSIONS[format], format }));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Export the map as") });
    if (!chosen) return;
    const name = vscode.Uri.joinPath(folder.uri, `service-map.${MAP_EXTENSIONS[chosen.format]}`);
    const target = await vscode.window.showSaveDialog({ defaultUri: name });
    if (!target) return;
    const map = await session.client.serviceMap(folder);
    const text = renderServiceMap(map, chosen.format, { findings: shownOnMap(folder) });
    await vscode.workspace.fs.writeFile(target, Buffer.from(text));
    await vscode.window.showTextDocument(target);
  },
};

const TITLES: Readonly<Record<MapFormat, string>> = {
  json: vscode.l10n.t("JSON, as the command line writes it"),
  mermaid: vscode.l10n.t("Mermaid, for a README"),
  markdown: vscode.l10n.t("Markdown, one page"),
  svg: vscode.l10n.t("SVG picture"),
  html: vscode.l10n.t("HTML page that needs nothing else"),
};
