/**
 * Results of a workspace, from the engine or, where nothing changed since the last run, as they were then: the same texts
 * give the same findings.
 */
import type { ServiceMap } from "../engine/index.ts";
import type { OpenedWorkspace } from "../node/open-workspace.ts";
import { type ReportedFinding, reportedFinding } from "./check-report.ts";
import { UsageError } from "./usage-error.ts";

/**
 * All findings, suppressed ones included. Throws {@link UsageError} where the configuration is broken.
 *
 * @param rules The rules and groups that the workspace was opened for; empty for all of them.
 */
export function resultFindings(opened: OpenedWorkspace, rules: readonly string[] = []): readonly ReportedFinding[] {
  const name = rules.length === 0 ? "findings" : `findings of ${[...rules].sort().join(", ")}`;
  return remembered(opened, name, () =>
    opened.workspace.findings().map((finding) => reportedFinding(finding, opened.workspace)),
  );
}

/** The service map. Throws {@link UsageError} where the configuration is broken. */
export function resultMap(opened: OpenedWorkspace): ServiceMap {
  return remembered(opened, "map", () => opened.workspace.serviceMap());
}

/** Throws {@link UsageError} where the configuration is broken: one line, whatever is wrong. */
export function assertConfiguration(opened: OpenedWorkspace): void {
  const [problem, ...more] = opened.workspace.problems();
  if (problem === undefined) return;
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  throw new UsageError(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}${others}`);
}

/** Results are remembered only where the configuration was good, so a remembered one needs no look at it. */
function remembered<T>(opened: OpenedWorkspace, name: string, analyse: () => T): T {
  const known = opened.recall(name);
  if (known !== undefined) return known as T;
  assertConfiguration(opened);
  const result = analyse();
  opened.remember(name, result);
  return result;
}
