/** TypeScript's semantic diagnostics of a file, and behind them Hardpath's. */
import type ts from "typescript";
import type { Session } from "../session.ts";

export function getSemanticDiagnostics(
  info: ts.server.PluginCreateInfo,
  session: Session,
): ts.LanguageService["getSemanticDiagnostics"] {
  return (fileName) => {
    const theirs = info.languageService.getSemanticDiagnostics(fileName);
    const ours = session.diagnostics(info, fileName);
    return ours.length === 0 ? theirs : [...theirs, ...ours];
  };
}
