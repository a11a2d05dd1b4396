/** Runs one fixture on one TypeScript: findings, map and fixes against its markers. */
import type ts from "typescript";
import { analyse, type Engine, type Files, type PlacedFinding } from "./analyse.ts";
import type { Case } from "./cases.ts";
import { compare, isRule, type Scope } from "./compare.ts";
import { applyAllFixes, checkFixes } from "./fixes.ts";

/** Differences between the fixture and what the engine does, each as one line or block; empty where all is as expected. */
export function runCase(it: Case, typescript: typeof ts, create?: Engine): readonly string[] {
  const files: Files = new Map(it.files.map((file) => [file.path, file.text]));
  const analysis = analyse(files, typescript, create);
  const compared = comparedRules(it);
  const chosen = analysis.findings.filter((found) => compared(found) && !found.finding.suppressed);
  return [
    ...analysis.log.map((line) => `the engine logged: ${line}`),
    ...compare(it.files, analysis, scopeOf(it)),
    ...checkFixes(files, chosen, analysis, typescript, create),
    ...compareFixed(it, files, compared, typescript, create),
  ];
}

/** A rule's folder compares this rule; a framework's every entry point, a system's every effect. */
function scopeOf({ area, subject }: Case): Scope {
  if (area === "rules") return { rule: subject };
  return { complete: area === "frameworks" ? ["entry"] : ["effect"] };
}

function comparedRules({ files, area, subject }: Case): (found: PlacedFinding) => boolean {
  const names = files.flatMap((file) =>
    file.markers
      .filter(({ kind }) => kind === "expect")
      .flatMap(({ text }) => text.split(",").map((name) => name.trim())),
  );
  if (area === "rules") names.push(subject);
  return ({ finding }) => names.some((name) => isRule(finding.ruleId, name));
}

function compareFixed(
  { fixed, name }: Case,
  files: Files,
  compared: (found: PlacedFinding) => boolean,
  typescript: typeof ts,
  create?: Engine,
): readonly string[] {
  if (!fixed) return [];
  const after = applyAllFixes(files, compared, typescript, create);
  const paths = new Set([...fixed.keys(), ...[...after.keys()].filter((path) => after.get(path) !== files.get(path))]);
  return [...paths].sort().flatMap((path) => {
    const expected = fixed.get(path);
    const actual = after.get(path);
    if (expected === actual) return [];
    if (expected === undefined) return [`the fixes change ${path}, which ${name} has no fixed text for:\n${actual}`];
    if (actual === undefined) return [`the fixes do not create ${path}`];
    return [`${path} after the fixes is not the fixed text:\n${difference(expected, actual)}`];
  });
}

/** Lines that differ, `-` expected and `+` actual, with one line around them. */
export function difference(expected: string, actual: string): string {
  const wanted = expected.split("\n");
  const got = actual.split("\n");
  let start = 0;
  while (start < wanted.length && start < got.length && wanted[start] === got[start]) start++;
  let end = 0;
  while (
    end < wanted.length - start &&
    end < got.length - start &&
    wanted[wanted.length - 1 - end] === got[got.length - 1 - end]
  ) {
    end++;
  }
  const before = start > 0 ? [`  ${wanted[start - 1]}`] : [];
  const after = end > 0 ? [`  ${wanted[wanted.length - end]}`] : [];
  return [
    `  (line ${start + 1})`,
    ...before,
    ...wanted.slice(start, wanted.length - end).map((line) => `- ${line}`),
    ...got.slice(start, got.length - end).map((line) => `+ ${line}`),
    ...after,
  ].join("\n");
}
