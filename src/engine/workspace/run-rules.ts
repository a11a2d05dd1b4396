/** Runs the rules over the model. A rule that throws is logged and skipped; the others go on. */

import { matchesGlob } from "../config/glob.ts";
import type { Finding, Fix, Severity } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import type { Report, Rule, Visits } from "../rules/define-rule.ts";
import { ownCall, registration } from "./distinct-findings.ts";
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
      if (rule.visits !== visit || (!rule.pages && isOfPage(subject))) continue;
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

function isOfPage(subject: Visits[keyof Visits]): boolean {
  const entry = "entryPoint" in subject ? subject.entryPoint : subject;
  return typeof entry === "object" && "kind" in entry && entry.kind === "page";
}

function severityOf(rule: Rule, model: ServiceModel): Severity | "off" {
  const { rules } = model.config;
  return rules[rule.id] ?? rules[rule.id.split("/")[0] ?? ""] ?? rule.severity;
}

function toFinding(rule: Rule, report: Report, model: ServiceModel): Finding {
  const configured = model.config.rules[rule.id] ?? model.config.rules[rule.id.split("/")[0] ?? ""];
  const severity = configured && configured !== "off" ? configured : (report.severity ?? rule.severity);
  const entryPoint = report.entryPoint?.label;
  const call = report.entryPoint && !rule.once ? ownCall(report.entryPoint, report.trace ?? []) : undefined;
  const registered = report.entryPoint && !rule.once ? registration(report.entryPoint) : undefined;
  const shownAt = [report.at, call, registered].filter((at) => at !== undefined);
  const suppressed = shownAt.map((at) => suppressionFor(rule.id, { ...report, at }, model)).find(Boolean);
  return {
    ruleId: rule.id,
    severity,
    place: report.at,
    ...(call ? { call } : {}),
    ...(registered ? { registered } : {}),
    message: report.message,
    ...(entryPoint === undefined ? {} : { entryPoint }),
    trace: report.trace ?? [],
    fingerprint: fingerprintOf(rule.id, report, model),
    ...(suppressed ? { suppressed } : {}),
    get fixes() {
      return planned(rule, report);
    },
  };
}

const plans = new WeakMap<Report, readonly Fix[]>();

/** Fixes are planned when somebody looks at them, once. Where no edit can be right, the rule's remedy is the fix. */
function planned(rule: Rule, report: Report): readonly Fix[] {
  let fixes = plans.get(report);
  if (!fixes) {
    fixes = (typeof report.fixes === "function" ? report.fixes() : report.fixes) ?? [];
    if (fixes.length === 0) fixes = byHand(rule);
    plans.set(report, fixes);
  }
  return fixes;
}

function byHand({ remedy }: Rule): readonly Fix[] {
  if (!remedy) return [];
  return [{ title: remedy.title, kind: "suggestion", edits: () => [], checklist: remedy.steps, byHand: true }];
}

/** A reason given in the code or in the configuration. Without a reason nothing is suppressed. */
function suppressionFor(ruleId: string, report: Report, model: ServiceModel): { readonly reason: string } | undefined {
  const { file, at } = report.at;
  const group = ruleId.split("/")[0] ?? "";
  const named = (rule: string): boolean =>
    rule === ruleId || rule === group || rule === "*" || ruleId.endsWith(`/${rule}`);
  // Secrets are found in texts that nobody parses: for a comment that is not there none is parsed either.
  const isSecret = ruleId.startsWith("secrets/");
  const text = isSecret ? (model.text(file) ?? "") : "";
  const written = isSecret && !text.includes("hardpath-allow") ? undefined : model.facts(file)?.suppressions;
  for (const found of written ?? []) {
    const covered = found.covers[0] <= at[0] && at[0] < found.covers[1];
    if (covered && found.reason !== "" && found.rules.some(named)) return { reason: found.reason };
  }
  if (isSecret) {
    const reason = lineSuppression(text, at[0], named);
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
