/** What holds for every fix of every fixture of a rule: the file's own line ends, and not a byte changed beside the edits. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace, type Edit } from "../../src/engine/index.ts";
import { findCases } from "../harness/cases.ts";
import { NEWEST } from "../harness/typescripts.ts";
import { changed } from "./lab/lab-run.ts";

interface Made {
  readonly name: string;
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly before: ReadonlyMap<string, string>;
  readonly edits: readonly Edit[];
  readonly after: ReadonlyMap<string, string>;
}

/** Every fix of the fixtures, their lines ended as on Windows. */
function* everyFix(): Generator<Made> {
  for (const { area, name, files } of findCases()) {
    if (area !== "rules") continue;
    const before = new Map(files.map((file) => [file.path, file.text.replace(/\r?\n/g, "\r\n")]));
    const workspace = createWorkspace({ typescript: NEWEST.load });
    for (const [path, text] of before) workspace.setFile(path, text);
    for (const finding of workspace.findings()) {
      for (const fix of finding.fixes) {
        const edits = workspace.edits(fix);
        if (edits.length > 0)
          yield {
            name: `${name}: ${finding.ruleId}: ${fix.title}`,
            ruleId: finding.ruleId,
            fingerprint: finding.fingerprint,
            title: fix.title,
            before,
            edits,
            after: changed(before, edits),
          };
      }
    }
  }
}

test("a fix keeps the file's line ends, and every line that it does not touch", () => {
  const mixed = new Set<string>();
  const lost = new Set<string>();
  let fixes = 0;
  for (const { name, before, edits, after } of everyFix()) {
    fixes++;
    for (const [path, text] of after) {
      const old = before.get(path);
      if (!old?.includes("\r\n")) continue;
      if (/(?<!\r)\n/.test(text)) mixed.add(`${name} in ${path}`);
      const own = edits.filter((edit) => edit.kind === "replace" && edit.file === path);
      if (!keepsLines(old, text, own)) lost.add(`${name} in ${path}`);
    }
  }
  assert.ok(fixes > 200, `only ${fixes} fixes were made`);
  assert.deepEqual([...mixed], [], "mixed line ends");
  assert.deepEqual([...lost], [], "changed beside its edits");
});

test("a fix that was made is not offered again", () => {
  const again = new Set<string>();
  let fixes = 0;
  for (const made of everyFix()) {
    fixes++;
    // One value may stand in several places.
    if (offers(made, made.after) >= offers(made, made.before)) again.add(made.name);
  }
  assert.ok(fixes > 200, `only ${fixes} fixes were made`);
  assert.deepEqual([...again], []);
});

/** How often these files are offered the fix for its finding. */
function offers({ ruleId, fingerprint, title }: Made, files: ReadonlyMap<string, string>): number {
  const workspace = createWorkspace({ typescript: NEWEST.load, rules: (id) => id === ruleId });
  for (const [path, text] of files) workspace.setFile(path, text);
  return workspace
    .findings()
    .filter((finding) => finding.fingerprint === fingerprint && !finding.suppressed)
    .flatMap((finding) => finding.fixes)
    .filter((fix) => fix.title === title && workspace.edits(fix).length > 0).length;
}

/** The lines without an edit are all there, in their order. */
function keepsLines(before: string, after: string, edits: readonly Edit[]): boolean {
  const lines = after.split("\n");
  let next = 0;
  let start = 0;
  for (const line of before.split("\n")) {
    const end = start + line.length;
    const isTouched = edits.some((edit) => edit.kind === "replace" && edit.at[0] <= end && start <= edit.at[1]);
    start = end + 1;
    if (isTouched) continue;
    next = lines.indexOf(line, next) + 1;
    if (next === 0) return false;
  }
  return true;
}
