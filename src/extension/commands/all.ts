/** Every command. A test compares the list with `package.json`. */
import type { Command } from "../session.ts";
import { analyseWorkspace } from "./analyse-workspace.ts";
import { compareServiceMap } from "./compare-service-map.ts";
import { copyPath } from "./copy-path.ts";
import { explainRule } from "./explain-rule.ts";
import { exportServiceMap } from "./export-service-map.ts";
import { fixAll } from "./fix-all.ts";
import { getStarted } from "./get-started.ts";
import { hardenPath } from "./harden-path.ts";
import { markPublic } from "./mark-public.ts";
import { openConfiguration } from "./open-configuration.ts";
import { openServiceMap } from "./open-service-map.ts";
import { releaseChecks } from "./release-checks.ts";
import { restartAnalysis } from "./restart-analysis.ts";
import { showChecklist } from "./show-checklist.ts";
import { showFindings } from "./show-findings.ts";
import { showFirstFinding } from "./show-first-finding.ts";
import { showOnMap } from "./show-on-map.ts";
import { showOutput } from "./show-output.ts";
import { showServiceMap } from "./show-service-map.ts";
import { suppress } from "./suppress.ts";
import { walkPath } from "./walk-path.ts";

export const COMMANDS: readonly Command[] = [
  analyseWorkspace,
  compareServiceMap,
  copyPath,
  explainRule,
  exportServiceMap,
  fixAll,
  getStarted,
  hardenPath,
  markPublic,
  openConfiguration,
  openServiceMap,
  releaseChecks,
  restartAnalysis,
  showChecklist,
  showFindings,
  showFirstFinding,
  showOnMap,
  showOutput,
  showServiceMap,
  suppress,
  walkPath,
];
