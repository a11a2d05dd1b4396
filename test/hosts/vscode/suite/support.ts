/** What the cases of the suite share. */
import * as vscode from "vscode";

export interface SuiteCase {
  readonly name: string;
  run(): Promise<void>;
}

export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("no folder is open");
  return folder.uri;
}

export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), path);
}

/** Rule of a diagnostic of ours. */
export function ruleOf({ source, code }: vscode.Diagnostic): string | undefined {
  if (source !== "hardpath") return undefined;
  return String(typeof code === "object" ? code.value : code);
}

export function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === "hardpath");
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)), { preview: false });
}

/** Asks until the answer passes; else throws with the last one. */
export async function eventually<Answer>(
  what: string,
  ask: () => Answer | Thenable<Answer>,
  passes: (answer: Answer) => boolean,
  patience = 40_000,
): Promise<Answer> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (passes(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: waited ${patience} ms, last seen ${show(answer)}`);
    await pause(100);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (value instanceof vscode.Diagnostic) return `${ruleOf(value)} at ${value.range.start.line + 1}: ${value.message}`;
  if (value instanceof vscode.CodeAction) return value.title;
  return JSON.stringify(value) ?? String(value);
}

/** The first place where a rule is reported, in a file that is open or not. */
export async function findingOf(
  rule: string | RegExp,
  path = "",
): Promise<{ uri: vscode.Uri; diagnostic: vscode.Diagnostic }> {
  const matches = (diagnostic: vscode.Diagnostic) => {
    const id = ruleOf(diagnostic);
    return id !== undefined && (typeof rule === "string" ? id === rule : rule.test(id));
  };
  const all = await eventually(
    `a finding of ${rule}`,
    () =>
      vscode.languages
        .getDiagnostics()
        .filter(([uri]) => uri.path.endsWith(path))
        .flatMap(([uri, list]) => list.filter(matches).map((diagnostic) => ({ uri, diagnostic }))),
    (found) => found.length > 0,
  );
  return all[0]!;
}
