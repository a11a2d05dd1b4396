/** What every fix must keep: it applies, the result parses, its finding is gone, and no other comes. */
import type ts from "typescript";
import { type Analysis, analyse, type Engine, type Files, type PlacedFinding } from "./analyse.ts";

/** Breaches of the promise by any fix of these findings, each as one line. */
export function checkFixes(
  files: Files,
  findings: readonly PlacedFinding[],
  before: Analysis,
  typescript: typeof ts,
  create?: Engine,
): readonly string[] {
  const breaches: string[] = [];
  for (const { finding, file, line } of findings) {
    for (const fix of finding.fixes) {
      const name = `${file}:${line} the fix "${fix.title}" of ${finding.ruleId}`;
      const after = before.fixed(fix);
      const changed = [...after].filter(([path, text]) => files.get(path) !== text);
      if (changed.length === 0) {
        if (!fix.checklist?.length) breaches.push(`${name} changes nothing`);
        continue;
      }
      for (const [path, text] of changed) {
        const errors = syntaxErrors(path, text, typescript);
        const errorsBefore = syntaxErrors(path, files.get(path) ?? "", typescript);
        if (errors.length > errorsBefore.length) breaches.push(`${name} breaks ${path}: ${errors.at(-1)}\n${text}`);
      }
      const was = countByRule(before.findings);
      const is = countByRule(analyse(after, typescript, create).findings);
      if ((is.get(finding.ruleId) ?? 0) >= (was.get(finding.ruleId) ?? 0)) {
        breaches.push(`${name} does not end its finding:\n${show(changed)}`);
      }
      for (const [rule, count] of is) {
        if (rule !== finding.ruleId && count > (was.get(rule) ?? 0)) {
          breaches.push(`${name} makes a new finding of ${rule}:\n${show(changed)}`);
        }
      }
    }
  }
  return breaches;
}

/**
 * The files after the first fix of every finding. Fixes may be built for the same place, so they are applied one after
 * the other, each to a fresh analysis.
 *
 * @param choose The findings that are fixed.
 */
export function applyAllFixes(
  files: Files,
  choose: (it: PlacedFinding) => boolean,
  typescript: typeof ts,
  create?: Engine,
): Files {
  let current = files;
  for (let round = 0; round < MOST_FIXES; round++) {
    const analysis = analyse(current, typescript, create);
    const next = analysis.findings.find((it) => choose(it) && !it.finding.suppressed && it.finding.fixes.length > 0);
    const fix = next?.finding.fixes[0];
    if (!fix) return current;
    const after = analysis.fixed(fix);
    if ([...after].every(([path, text]) => current.get(path) === text)) return current;
    current = after;
  }
  throw new Error(`more than ${MOST_FIXES} fixes: one of them does not end its finding`);
}

const MOST_FIXES = 50;

/** Fingerprints may change with the code, so findings are counted. */
function countByRule(findings: readonly PlacedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of findings) {
    if (!finding.suppressed) counts.set(finding.ruleId, (counts.get(finding.ruleId) ?? 0) + 1);
  }
  return counts;
}

function syntaxErrors(path: string, text: string, typescript: typeof ts): readonly string[] {
  if (!/\.[cm]?[jt]sx?$/.test(path)) return [];
  const output = typescript.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { target: typescript.ScriptTarget.ESNext, allowJs: true },
  });
  return (output.diagnostics ?? []).map((it) => typescript.flattenDiagnosticMessageText(it.messageText, " "));
}

function show(changed: readonly (readonly [string, string])[]): string {
  return changed.map(([path, text]) => `--- ${path}\n${text}`).join("\n");
}
