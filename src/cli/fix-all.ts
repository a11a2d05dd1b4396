/** Applies the fixes of many findings: round by round, because one fix can move or end another's finding. */
import type { Edit, Finding, Fix, FixKind } from "../engine/index.ts";
import { EditError } from "../node/apply-edits.ts";
import type { OpenedWorkspace } from "../node/open-workspace.ts";

const MAX_ROUNDS = 10;

export interface FixOptions {
  readonly kinds: readonly FixKind[];
  /** Which of the findings are to be fixed. */
  readonly includes: (findings: readonly FixableFinding[]) => readonly FixableFinding[];
  readonly log: (line: string) => void;
}

/** A finding of the engine with its file at the top, as baselines know it. */
export interface FixableFinding extends Finding {
  readonly file: string;
}

/**
 * Applies the first fix of these kinds of every finding that is not suppressed. Fixes that touch the same text wait for the
 * next round; one that did not end its finding is not tried again.
 */
export function fixAll(
  opened: OpenedWorkspace,
  { kinds, includes, log }: FixOptions,
): { readonly applied: number; readonly files: number } {
  const tried = new Set<string>();
  const files = new Set<string>();
  let applied = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const batch = new Batch();
    const findings = opened.workspace.findings().filter((finding) => !finding.suppressed);
    for (const finding of includes(findings.map((each) => ({ ...each, file: each.place.file })))) {
      const fix = finding.fixes.find(({ kind }) => kinds.includes(kind));
      if (fix === undefined) continue;
      const name = `${finding.ruleId} ${finding.fingerprint} ${fix.title}`;
      if (tried.has(name)) continue;
      const edits = editsOf(opened, fix, log);
      if (edits.length > 0 && !batch.add(edits)) continue;
      tried.add(name);
    }
    if (batch.edits.length === 0) break;
    try {
      for (const path of opened.apply(batch.edits)) files.add(path);
      applied += batch.fixes;
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      log(error.message);
      break;
    }
  }
  return { applied, files: files.size };
}

function editsOf(opened: OpenedWorkspace, fix: Fix, log: (line: string) => void): readonly Edit[] {
  try {
    return opened.workspace.edits(fix);
  } catch (error) {
    log(`The fix "${fix.title}" failed: ${(error as Error).message}`);
    return [];
  }
}

/** Fixes that can be applied together. */
class Batch {
  readonly edits: Edit[] = [];
  fixes = 0;

  /** False where the fix touches text that another one touches. Equal edits (the same import) count once. */
  add(edits: readonly Edit[]): boolean {
    const fresh = edits.filter((edit) => !this.edits.some((other) => sameEdit(edit, other)));
    if (fresh.some((edit) => this.edits.some((other) => collide(edit, other)))) return false;
    this.edits.push(...fresh);
    this.fixes++;
    return true;
  }
}

function sameEdit(a: Edit, b: Edit): boolean {
  if (a.file !== b.file || a.kind !== b.kind || a.text !== b.text) return false;
  return a.kind === "create" || (b.kind === "replace" && a.at[0] === b.at[0] && a.at[1] === b.at[1]);
}

function collide(a: Edit, b: Edit): boolean {
  if (a.file !== b.file) return false;
  if (a.kind === "create" || b.kind === "create") return true;
  return a.at[0] <= b.at[1] && b.at[0] <= a.at[1];
}
