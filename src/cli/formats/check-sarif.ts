/**
 * `--format sarif`: SARIF 2.1.0, for code scanning services.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
import { pathToFileURL } from "node:url";
import type { Location, Log, ReportingDescriptor, Result, Suppression } from "sarif";
import type { ReportedFinding, ReportedPlace } from "../check-report.ts";
import { programVersion } from "../program-version.ts";
import { type RuleEntry, ruleCatalogue } from "../rule-catalogue.ts";
import type { FormatCheck } from "./format-check.ts";

const LEVELS = { error: "error", warning: "warning", hint: "note" } as const;
/** On the scale of code scanning: https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const SECURITY_SEVERITY = { error: "8.0", warning: "5.5", hint: "2.0" } as const;
const ROOT = "%SRCROOT%";

export const checkSarif: FormatCheck = (report, { root, baselined }) => {
  const all = [
    ...report.findings.map((finding) => ({ finding, known: false })),
    ...baselined.map((finding) => ({ finding, known: true })),
  ];
  const rules = ruleCatalogue();
  const positions = new Map(rules.map((rule, index) => [rule.id, index]));
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Hardpath",
            version: programVersion(),
            semanticVersion: programVersion(),
            rules: rules.map(descriptor),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT]: { uri: `${pathToFileURL(root).href.replace(/\/$/, "")}/` } },
        invocations: [{ executionSuccessful: true }],
        results: all.map(({ finding, known }) =>
          result(finding, positions.get(finding.ruleId), known ? "baselined" : "open"),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function descriptor(rule: RuleEntry): ReportingDescriptor {
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|[^a-zA-Z]+)([a-zA-Z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.text },
    help: { text: rule.plain, markdown: rule.markdown },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: ["security", ...rule.cwe.map((id) => `external/cwe/cwe-${String(id).padStart(3, "0")}`)],
      "security-severity": SECURITY_SEVERITY[rule.severity],
      precision: "high",
      "problem.severity": rule.severity === "hint" ? "recommendation" : rule.severity,
    },
  };
}

function result(finding: ReportedFinding, ruleIndex: number | undefined, state: "open" | "baselined"): Result {
  const suppressions: Suppression[] = [
    ...(finding.suppressed
      ? [{ kind: "inSource" as const, status: "accepted" as const, justification: finding.suppressed.reason }]
      : []),
    ...(state === "baselined"
      ? [{ kind: "external" as const, status: "accepted" as const, justification: "In the baseline." }]
      : []),
  ];
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [location(finding)],
    partialFingerprints: { "hardpath/v1": finding.fingerprint },
    ...(finding.trace.length === 0
      ? {}
      : {
          codeFlows: [
            {
              ...(finding.entryPoint === undefined ? {} : { message: { text: finding.entryPoint } }),
              threadFlows: [
                {
                  locations: finding.trace.map((step) => ({
                    location: { ...location(step), message: { text: step.message } },
                  })),
                },
              ],
            },
          ],
        }),
    ...(suppressions.length === 0 ? {} : { suppressions }),
    properties: {
      ...(finding.entryPoint === undefined ? {} : { entryPoint: finding.entryPoint }),
      ...(finding.alsoFor ? { alsoFor: finding.alsoFor } : {}),
      fixes: finding.fixes.map(({ title, kind }) => ({ title, kind })),
    },
  };
}

function location({ file, line, column, endLine, endColumn }: ReportedPlace): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: ROOT },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}
