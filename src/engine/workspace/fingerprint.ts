/** The identity of a finding across edits: what it says of which code, without line numbers. */
import type { ServiceModel } from "../model/service-model.ts";
import type { Report } from "../rules/define-rule.ts";
import { sha256 } from "../secrets/sha256.ts";

/** 20 hexadecimal characters. Moving or reformatting the code keeps it; changing the code at the place makes a new one. */
export function fingerprintOf(ruleId: string, report: Report, model: ServiceModel): string {
  const { file, at } = report.at;
  const code = report.identity ?? (model.text(file)?.slice(at[0], at[1]) ?? "").replace(/\s+/g, " ");
  return sha256([ruleId, file, report.entryPoint?.label ?? "", code].join("\0")).slice(0, 20);
}
