/**
 * The baseline: findings a team has accepted for now, so that only new ones fail.
 *
 * A finding is known by its fingerprint, which has no line numbers in it: moved code stays accepted, changed code is
 * reported again. Each entry counts once, so a copy of an accepted weakness is new.
 */
import { isJsonError, parseJsonWithPlaces, plainValue } from "../config/json-position.ts";
import type { Problem } from "../index.ts";

/** Where the baseline is looked for, at the root of a workspace. */
export const BASELINE_FILE = ".hardpath-baseline.json";

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly file: string;
}

/** What the baseline looks at in a finding, wherever it stands. */
export interface BaselineFinding {
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly file: string;
  readonly suppressed?: { readonly reason: string };
}

/** Every finding of now, suppressed ones left out, as a baseline. */
export function baselineOf(findings: readonly BaselineFinding[]): Baseline {
  const entries = findings
    .filter((finding) => !finding.suppressed)
    .map(({ fingerprint, ruleId, file }) => ({ fingerprint, rule: ruleId, file }));
  return { entries: entries.sort(compare) };
}

/** The text of a baseline file: one entry per line, sorted, so that version control shows what changed. */
export function writeBaseline(baseline: Baseline): string {
  const lines = baseline.entries.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(",\n")}\n  ` : ""}]\n}\n`;
}

/** Reads a baseline file; a problem where it is none. */
export function readBaseline(text: string, path: string): Baseline | Problem {
  const problem = (message: string): Problem => ({ file: path, line: 1, column: 1, message });
  const node = parseJsonWithPlaces(text);
  if (isJsonError(node)) return problem(`Not a baseline: ${node.message}.`);
  const value = plainValue(node) as { readonly version?: unknown; readonly findings?: unknown } | null;
  if (typeof value !== "object" || value === null || !Array.isArray(value.findings)) {
    return problem('Not a baseline: "findings" is missing.');
  }
  if (value.version !== 1)
    return problem("The baseline is of another version of Hardpath; write it again with --update-baseline.");
  const entries: BaselineEntry[] = [];
  for (const entry of value.findings as readonly Partial<BaselineEntry>[]) {
    if (typeof entry?.fingerprint !== "string" || typeof entry.rule !== "string" || typeof entry.file !== "string") {
      return problem('Not a baseline: an entry lacks "fingerprint", "rule" or "file".');
    }
    entries.push({ fingerprint: entry.fingerprint, rule: entry.rule, file: entry.file });
  }
  return { entries };
}

/** The findings that the baseline accepts. Entries whose finding is gone are in `fixed`. */
export function matchBaseline<F extends BaselineFinding>(
  findings: readonly F[],
  baseline: Baseline,
): { readonly accepted: ReadonlySet<F>; readonly fixed: readonly BaselineEntry[] } {
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of baseline.entries) {
    const key = keyOf(entry.rule, entry.fingerprint);
    const list = left.get(key);
    if (list) list.push(entry);
    else left.set(key, [entry]);
  }
  const accepted = new Set<F>();
  for (const finding of findings) {
    if (finding.suppressed) continue;
    const entries = left.get(keyOf(finding.ruleId, finding.fingerprint));
    if (entries === undefined || entries.length === 0) continue;
    // The same finding may stand in several files; a moved file leaves its entry for the finding that moved with it.
    const same = entries.findIndex((entry) => entry.file === finding.file);
    entries.splice(Math.max(same, 0), 1);
    accepted.add(finding);
  }
  return { accepted, fixed: [...left.values()].flat() };
}

function keyOf(rule: string, fingerprint: string): string {
  return `${rule} ${fingerprint}`;
}

function compare(a: BaselineEntry, b: BaselineEntry): number {
  for (const key of ["file", "rule", "fingerprint"] as const) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  }
  return 0;
}
