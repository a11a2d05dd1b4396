/** Runs the rules over the model. A rule that throws is logged and skipped; the others go on. */

import { matchesGlob } from "../config/glob.ts";
import type { Finding, Fix, Severity } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import type { Report, Rule, Visits } from "../rules/define-rule.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { lineSuppression } from "./line-suppression.ts";

export type Check = <Visit extends keyof Visits>(visit: Visit, subject: Visits[Visit]) => readonly Finding[];

export function createCheck(
  rules: readonly Rule[],
  model: ServiceModel,
  log: ((message: string) => void) | undefined,
): Check {
  const active = rules.filter((rule) => severityOf(rule, model) !== "off");
  return (visit, subject) => {
    const findings: Finding[] = [];
    for (const rule of active) {
      if (rule.visits !== visit) continue;
      try {
        (rule.check as (subject: unknown, report: (report: Report) => void, model: ServiceModel) => void)(
          subject,
          (report) => findings.push(toFinding(rule, report, model)),
          model,
        );
      } catch (error) {
        log?.(`Rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return findings;
  };
}

function severityOf(rule: Rule, model: ServiceModel): Severity | "off" {
  const { rules } = model.config;
  return rules[rule.id] ?? rules[rule.id.split("/")[0] ?? ""] ?? rule.severity;
}

function toFinding(rule: Rule, report: Report, model: ServiceModel): Finding {
  const configured = model.config.rules[rule.id] ?? model.config.rules[rule.id.split("/")[0] ?? ""];
  const severity = configured && configured !== "off" ? configured : (report.severity ?? rule.severity);
  const entryPoint = report.entryPoint?.label;
  const suppressed = suppressionFor(rule.id, report, model);
  return {
    ruleId: rule.id,
    severity,
    place: report.at,
    message: report.message,
    ...(entryPoint === undefined ? {} : { entryPoint }),
    trace: report.trace ?? [],
    fingerprint: fingerprintOf(rule.id, report, model),
    ...(suppressed ? { suppressed } : {}),
    get fixes() {
      return planned(report);
    },
  };
}

const plans = new WeakMap<Report, readonly Fix[]>();

/** Fixes are planned when somebody looks at them, once. */
function planned(report: Report): readonly Fix[] {
  if (typeof report.fixes !== "function") return report.fixes ?? [];
  let fixes = plans.get(report);
  if (!fixes) {
    fixes = report.fixes();
    plans.set(report, fixes);
  }
  return fixes;
}

/** A reason given in the code or in the configuration. Without a reason nothing is suppressed. */
function suppressionFor(ruleId: string, report: Report, model: ServiceModel): { readonly reason: string } | undefined {
  const { file, at } = report.at;
  const group = ruleId.split("/")[0] ?? "";
  const named = (rule: string): boolean =>
    rule === ruleId || rule === group || rule === "*" || ruleId.endsWith(`/${rule}`);
  for (const found of model.facts(file)?.suppressions ?? []) {
    const covered = found.covers[0] <= at[0] && at[0] < found.covers[1];
    if (covered && found.reason !== "" && found.rules.some(named)) return { reason: found.reason };
  }
  if (ruleId.startsWith("secrets/")) {
    const reason = lineSuppression(model.text(file) ?? "", at[0], named);
    if (reason) return reason;
  }
  const allowed = model.config.allow.find(
    (entry) =>
      named(entry.rule) &&
      matchesGlob(entry.path, file) &&
      (entry.fingerprint === undefined ||
        entry.fingerprint === report.identity ||
        entry.fingerprint === fingerprintOf(ruleId, report, model)),
  );
  return allowed && { reason: allowed.reason };
}
