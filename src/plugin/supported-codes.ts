/**
 * Makes tsserver's editors ask for fixes of our rules: they ask once which codes have any.
 *
 * The registry is TypeScript's own, internal but there from 5.4 to 6.0; without it there are findings, and no fixes. It
 * is only told the codes: the fixes come from the language service's methods, which know the workspace.
 */
import type ts from "typescript";
import { RULES } from "../engine/index.ts";
import { ruleNumber } from "./rule-number.ts";

interface Registry {
  registerCodeFix?(registration: {
    readonly errorCodes: readonly number[];
    readonly fixIds: readonly string[];
    getCodeActions(): undefined;
    getAllCodeActions(): { readonly changes: readonly never[] };
  }): void;
}

const registered = new WeakSet<object>();

export function registerCodes(typescript: typeof ts): void {
  const { codefix } = typescript as typeof ts & { readonly codefix?: Registry };
  if (!codefix?.registerCodeFix || registered.has(codefix)) return;
  registered.add(codefix);
  codefix.registerCodeFix({
    errorCodes: RULES.map(({ id }) => ruleNumber(id)),
    fixIds: [],
    getCodeActions: () => undefined,
    getAllCodeActions: () => ({ changes: [] }),
  });
}
