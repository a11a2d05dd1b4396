import * as vscode from "vscode";
import { toRange } from "../diagnostics/convert.ts";
import { offerChecklist, openChecklist } from "../fixes/checklist.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import type { Command, Session } from "../session.ts";
import type { AnalysedFolder } from "../worker/client.ts";
import type { ShownFinding } from "../worker/protocol.ts";
import { type ChosenPath, choosePath } from "./pick.ts";

/** The order in which a path is made hard: who may enter, what comes in, what happens twice, what stops half-way. */
const ORDER = ["secrets", "access", "validation", "idempotency", "data-flow"];

/** Goes through a path's findings in the order in which they should be mended, one fix at a time. */
export const hardenPath: Command = {
  id: "hardpath.hardenPath",
  title: "Harden This Path",
  async run(session: Session, from?: unknown, id?: unknown) {
    const chosen = await choosePath(session, vscode.l10n.t("Harden which path?"), from, id);
    if (!chosen) return;
    for (;;) {
      const findings = findingsOf(chosen);
      const { label } = chosen.entry.entry;
      if (findings.length === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t("Nothing is left to mend on {0}.", label));
        return;
      }
      const finding = await chooseNext(label, findings);
      if (!finding || !(await mend(session, chosen.folder, finding))) return;
      await session.client.ask("settled", { folder: chosen.folder.uri.fsPath });
    }
  },
};

function findingsOf({ folder, entry }: ChosenPath): readonly ShownFinding[] {
  const places = new Set(entry.findings.map(({ ruleId, file, message }) => `${ruleId}\n${file}\n${message}`));
  return [...folder.findings.values()]
    .flat()
    .filter((finding) => !finding.suppressed)
    .filter(
      (finding) =>
        finding.entryPoint === entry.entry.label ||
        places.has(`${finding.ruleId}\n${finding.file}\n${finding.message}`),
    )
    .sort((a, b) => rank(a) - rank(b));
}

function rank(finding: ShownFinding): number {
  const group = ORDER.indexOf(finding.ruleId.slice(0, finding.ruleId.indexOf("/")));
  const severity = { error: 0, warning: 1, hint: 2 }[finding.severity];
  return severity * 10 + (group < 0 ? ORDER.length : group);
}

async function chooseNext(label: string, findings: readonly ShownFinding[]): Promise<ShownFinding | undefined> {
  const items = findings.map((finding, index) => ({
    label: `${index + 1}. ${finding.ruleId}`,
    description: `${finding.file}:${finding.range.start.line + 1}`,
    detail: finding.message,
    finding,
  }));
  const title = vscode.l10n.t("Harden {0}: what to mend, in order", label);
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true, ignoreFocusOut: true }))?.finding;
}

/** True when a fix was made and the next finding may come. */
async function mend(session: Session, folder: AnalysedFolder, finding: ShownFinding): Promise<boolean> {
  const uri = vscode.Uri.joinPath(folder.uri, finding.file);
  await vscode.window.showTextDocument(uri, { selection: toRange(finding.range), preserveFocus: true });
  const look = { label: `$(go-to-file) ${vscode.l10n.t("I mend it by hand")}`, fix: undefined };
  const items = finding.fixes.map((fix, index) => ({
    label: `$(lightbulb) ${fix.title}`,
    description: fix.byHand
      ? vscode.l10n.t("steps to take by hand")
      : fix.kind === "safe"
        ? vscode.l10n.t("safe")
        : vscode.l10n.t("read it before you keep it"),
    fix: { ...fix, index },
  }));
  const answer = await vscode.window.showQuickPick([...items, look], { title: finding.message, ignoreFocusOut: true });
  if (!answer?.fix) return false;
  if (answer.fix.byHand) {
    await openChecklist(answer.fix.title, answer.fix.checklist ?? []);
    return false;
  }
  const edits = await session.client.ask("edits", {
    folder: folder.uri.fsPath,
    finding: finding.id,
    fix: answer.fix.index,
  });
  if (!edits) return false;
  const done = await vscode.workspace.applyEdit(toWorkspaceEdit(folder, edits, answer.fix.title, finding.file));
  if (done && answer.fix.checklist?.length) void offerChecklist(answer.fix.title, answer.fix.checklist);
  return done;
}
