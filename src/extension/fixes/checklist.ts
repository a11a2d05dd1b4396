/** Steps that a person must still take after a fix: shown when asked for, as a document to tick off. */
import * as vscode from "vscode";

/** The checklist of the fix that is being made. */
let remembered: { readonly title: string; readonly steps: readonly string[] } | undefined;

export function rememberChecklist(title: string, steps: readonly string[]): void {
  remembered = { title, steps };
}

/** Offers the checklist that was remembered, once. */
export async function offerRemembered(): Promise<void> {
  const checklist = remembered;
  remembered = undefined;
  if (checklist) await offerChecklist(checklist.title, checklist.steps);
}

/** Says that steps remain, and opens them when wanted. */
export async function offerChecklist(title: string, steps: readonly string[]): Promise<void> {
  const show = vscode.l10n.t("Show Steps");
  const answer = await vscode.window.showInformationMessage(
    steps.length === 1
      ? vscode.l10n.t("One step remains for you: {0}", plain(steps[0]!))
      : vscode.l10n.t("{0} steps remain for you after this fix.", steps.length),
    show,
  );
  if (answer === show) await openChecklist(title, steps);
}

/** Opens steps as a document to tick off. */
export async function openChecklist(title: string, steps: readonly string[]): Promise<void> {
  await openMarkdown(checklistText(title, steps));
}

/** Opens Markdown that belongs to no file yet. */
export async function openMarkdown(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  const viewColumn = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  return vscode.window.showTextDocument(document, { viewColumn, preview: false });
}

function checklistText(title: string, steps: readonly string[]): string {
  return [`# ${title}`, "", ...steps.map((step, index) => `${index + 1}. [ ] ${step}`), ""].join("\n");
}

function plain(markdown: string): string {
  return markdown.replace(/[`*_]/g, "");
}
