/** The function around a position, as the editor's language knows it. */
import * as vscode from "vscode";

const FUNCTIONS: ReadonlySet<vscode.SymbolKind> = new Set([
  vscode.SymbolKind.Function,
  vscode.SymbolKind.Method,
  vscode.SymbolKind.Constructor,
]);

/** Lines of the innermost function; undefined outside of any, or where the language does not tell. */
export async function functionAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Range | undefined> {
  if (!/^(?:typescript|javascript)/.test(document.languageId)) return undefined;
  const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    document.uri,
  );
  let found: vscode.Range | undefined;
  const visit = (list: readonly vscode.DocumentSymbol[]): void => {
    for (const symbol of list) {
      if (!symbol.range?.contains(position)) continue;
      if (FUNCTIONS.has(symbol.kind)) found = symbol.range;
      visit(symbol.children);
    }
  };
  visit(symbols ?? []);
  return found;
}
