/** All fixes of one rule in a file. */
import type ts from "typescript";
import { changesOfAll } from "../fixes.ts";
import type { Session } from "../session.ts";

export function getCombinedCodeFix(
  info: ts.server.PluginCreateInfo,
  session: Session,
): ts.LanguageService["getCombinedCodeFix"] {
  return (scope, fixId, formatOptions, preferences) => {
    const changes = session.guarded(undefined, () => {
      const context = session.fixContext(info, scope.fileName);
      return context && changesOfAll(fixId, context);
    });
    return changes ? { changes } : info.languageService.getCombinedCodeFix(scope, fixId, formatOptions, preferences);
  };
}
