/**
 * The light bulb: every fix of a finding, its suppression, its page, and all of a kind at once.
 *
 * Edits are built when an action is chosen, in the worker, against the text as it is then.
 */
import * as vscode from "vscode";
import { ruleOf, toRange } from "../diagnostics/convert.ts";
import type { Watcher } from "../watch.ts";
import type { AnalysedFolder, AnalysisClient } from "../worker/client.ts";
import type { ShownFinding } from "../worker/protocol.ts";
import { rememberChecklist } from "./checklist.ts";
import { toWorkspaceEdit } from "./workspace-edit.ts";

/** The source action that makes every safe fix of a file; may stand in `editor.codeActionsOnSave`. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("hardpath");

/** Source actions that make the first fix of every finding of one rule in a file: for people who read what changes. */
export const FIX_KIND = vscode.CodeActionKind.Source.append("hardpath");

/** An action whose edit is still to be built. */
class FixAction extends vscode.CodeAction {
  readonly folder: AnalysedFolder;
  readonly file: string;
  readonly fixes: readonly FixChoice[];
  checklist: readonly string[] | undefined;

  constructor(title: string, kind: vscode.CodeActionKind, of: Pick<FixAction, "folder" | "file" | "fixes">) {
    super(title, kind);
    this.folder = of.folder;
    this.file = of.file;
    this.fixes = of.fixes;
  }
}

interface FixChoice {
  readonly finding: string;
  readonly fix: number;
}

export function registerCodeActions(client: AnalysisClient, watcher: Watcher): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, cancellation) {
      const place = client.locate(document.uri);
      if (!place || !wanted(context)) return [];
      watcher.flush(document);
      const { folder, file } = place;
      if (document.isDirty || folder.state.kind !== "ready") {
        await client.ask("settled", { folder: folder.uri.fsPath }).catch(() => undefined);
      }
      if (cancellation.isCancellationRequested) return [];
      const findings = (folder.findings.get(file) ?? []).filter((finding) => !finding.suppressed);
      const here = findings.filter((finding) => range.intersection(toRange(finding.range)));
      const actions = once(here.flatMap((finding) => actionsFor(finding, folder, file, findings, context)));
      return [
        // What mends comes before what explains or allows, also where two findings share a line.
        ...actions.filter((action) => action instanceof FixAction),
        ...actions.filter((action) => !(action instanceof FixAction)),
        ...fixAll(findings, folder, file, context),
        ...fixKinds(findings, folder, file, context),
      ];
    },

    async resolveCodeAction(action) {
      if (!(action instanceof FixAction)) return action;
      const { folder, file, fixes } = action;
      const one = fixes.length === 1 ? fixes[0] : undefined;
      const edits = one
        ? await client.ask("edits", { folder: folder.uri.fsPath, finding: one.finding, fix: one.fix })
        : (await client.ask("editsOfAll", { folder: folder.uri.fsPath, fixes })).edits;
      if (edits) action.edit = toWorkspaceEdit(folder, edits, action.title, file);
      // An action is resolved when it is taken.
      if (action.checklist) rememberChecklist(action.title, action.checklist);
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider({ scheme: "file" }, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL, FIX_KIND],
  });
}

/** Two findings at one place may be mended, or declared public, by the same deed: it is offered once. */
function once(actions: readonly vscode.CodeAction[]): readonly vscode.CodeAction[] {
  const titles = new Set<string>();
  return actions.filter(({ title }) => !titles.has(title) && titles.add(title));
}

/** Nothing is computed for requests that only want other tools' kinds. */
function wanted(context: vscode.CodeActionContext): boolean {
  const { only } = context;
  return (
    !only || only.contains(vscode.CodeActionKind.QuickFix) || only.intersects(FIX_ALL) || only.intersects(FIX_KIND)
  );
}

function actionsFor(
  finding: ShownFinding,
  folder: AnalysedFolder,
  file: string,
  all: readonly ShownFinding[],
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
  const diagnostics = context.diagnostics.filter(
    (diagnostic) => ruleOf(diagnostic) === finding.ruleId && diagnostic.range.start.line === finding.range.start.line,
  );
  const actions: vscode.CodeAction[] = finding.fixes.map((fix, index) => {
    if (fix.byHand) {
      const title = vscode.l10n.t("{0}: show the steps", fix.title);
      return commandAction(title, "hardpath.showChecklist", fix.title, fix.checklist ?? []);
    }
    const action = new FixAction(fix.title, vscode.CodeActionKind.QuickFix, {
      folder,
      file,
      fixes: [{ finding: finding.id, fix: index }],
    });
    action.isPreferred = index === 0 && fix.kind === "safe";
    // Without arguments: VS Code forgets those of an action whose menu is gone before its edit is made.
    if (fix.checklist?.length) {
      action.checklist = fix.checklist;
      action.command = command("hardpath.showChecklist", vscode.l10n.t("Show Steps"));
    }
    return action;
  });
  const alike = all.filter((other) => other.ruleId === finding.ruleId && isMended(other));
  if (isMended(finding) && alike.length > 1) {
    actions.push(fixAllOf(alike, folder, file, vscode.CodeActionKind.QuickFix));
  }
  actions.push(
    commandAction(
      vscode.l10n.t("Allow {0} here, with a reason…", finding.ruleId),
      "hardpath.suppress",
      folder.uri.fsPath,
      finding.id,
    ),
  );
  if (finding.entryPoint !== undefined && /^access\/(?:missing|inconsistent)/.test(finding.ruleId)) {
    const title = vscode.l10n.t("{0} is public on purpose, with a reason…", finding.entryPoint);
    actions.push(commandAction(title, "hardpath.markPublic", folder.uri.fsPath, finding.entryPoint));
  }
  actions.push(commandAction(vscode.l10n.t("Explain {0}", finding.ruleId), "hardpath.explainRule", finding.ruleId));
  for (const action of actions) action.diagnostics = diagnostics;
  return actions;
}

/** Its first fix has edits. */
export function isMended({ fixes }: ShownFinding): boolean {
  return fixes[0] !== undefined && !fixes[0].byHand;
}

/** The first fix of each of these findings of one rule. */
function fixAllOf(
  alike: readonly ShownFinding[],
  folder: AnalysedFolder,
  file: string,
  kind: vscode.CodeActionKind,
): FixAction {
  const title = vscode.l10n.t("Fix all {0} in this file ({1})", alike[0]!.ruleId, alike.length);
  return new FixAction(title, kind, { folder, file, fixes: alike.map(({ id }) => ({ finding: id, fix: 0 })) });
}

/** One action for each rule that has fixes in the file, wherever the cursor is. */
function fixKinds(
  findings: readonly ShownFinding[],
  folder: AnalysedFolder,
  file: string,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (!context.only?.intersects(FIX_KIND)) return [];
  const mendable = findings.filter(isMended);
  return [...new Set(mendable.map(({ ruleId }) => ruleId))].map((rule) =>
    fixAllOf(
      mendable.filter(({ ruleId }) => ruleId === rule),
      folder,
      file,
      FIX_KIND.append(rule.replace("/", ".")),
    ),
  );
}

/** Only safe fixes: behaviour does not change for a correct caller, so saving may make them. */
function fixAll(
  findings: readonly ShownFinding[],
  folder: AnalysedFolder,
  file: string,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (!context.only?.intersects(FIX_ALL)) return [];
  const safe = findings.flatMap((finding) => {
    const fix = finding.fixes.findIndex(({ kind }) => kind === "safe");
    return fix < 0 ? [] : [{ finding: finding.id, fix }];
  });
  if (safe.length === 0) return [];
  return [new FixAction(vscode.l10n.t("Make all safe fixes of Hardpath"), FIX_ALL, { folder, file, fixes: safe })];
}

function commandAction(title: string, id: string, ...parameters: unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = command(id, title, ...parameters);
  return action;
}

function command(id: string, title: string, ...parameters: unknown[]): vscode.Command {
  return { command: id, title, arguments: parameters };
}
