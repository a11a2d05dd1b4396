/** TypeScript's fixes at a place, and behind them those of our findings there. */
import type ts from "typescript";
import { actionsFor } from "../fixes.ts";
import { ruleNumber } from "../rule-number.ts";
import type { Session } from "../session.ts";

export function getCodeFixesAtPosition(
  info: ts.server.PluginCreateInfo,
  session: Session,
): ts.LanguageService["getCodeFixesAtPosition"] {
  return (fileName, start, end, errorCodes, formatOptions, preferences) => {
    const theirs = info.languageService.getCodeFixesAtPosition(
      fileName,
      start,
      end,
      errorCodes,
      formatOptions,
      preferences,
    );
    const ours = session.guarded<readonly ts.CodeFixAction[]>([], () => {
      const context = session.fixContext(info, fileName);
      return (context?.findings ?? []).flatMap((finding) => {
        const [from, to] = finding.place.at;
        const asked = errorCodes.includes(ruleNumber(finding.ruleId)) && from <= end && start <= to;
        return asked && context ? actionsFor(finding, context) : [];
      });
    });
    return ours.length === 0 ? theirs : [...theirs, ...ours];
  };
}
