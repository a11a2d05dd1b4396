/** A service as the engine sees it: its findings, and the model that rules are given. */
import ts from "typescript";
import { createWorkspace, type Finding } from "../../../src/engine/index.ts";
import type { ServiceModel } from "../../../src/engine/model/service-model.ts";
import type { Rule } from "../../../src/engine/rules/define-rule.ts";
import { RULES } from "../../../src/engine/rules/index.generated.ts";

export interface Analysed {
  readonly model: ServiceModel;
  readonly findings: readonly Finding[];
}

export function analysed(texts: ReadonlyMap<string, string>): Analysed {
  let model: ServiceModel | undefined;
  // A rule that reports nothing: it is handed the model as every rule is.
  const probe: Rule = {
    id: "lab/probe",
    severity: "hint",
    visits: "service",
    check(service) {
      model = service as ServiceModel;
    },
  };
  const rules = RULES as Rule[];
  rules.push(probe);
  try {
    const workspace = createWorkspace({
      typescript: () => ts,
      log: (message) => {
        throw new Error(message);
      },
    });
    for (const [path, text] of texts) workspace.setFile(path, text);
    const findings = workspace.findings();
    if (!model) throw new Error("the model was not shown");
    return { model, findings };
  } finally {
    rules.pop();
  }
}
