/** Fixes as tsserver can make them: edits of files that a program has. Others are the extension's. */
import type ts from "typescript";
import type { Edit, Finding, Fix } from "../engine/index.ts";
import type { Analysis } from "./analysis.ts";
import { SOURCE } from "./diagnostics.ts";
import type { Located } from "./session.ts";

/** What a fix is made in. */
export interface FixContext extends Located {
  readonly program: ts.Program;
}

/** The prefix of a `fixId`, by which the editor asks for all fixes of one rule in a file. */
const ALL = `${SOURCE}:`;

/** The actions for one finding: its fixes, then its suppression. */
export function actionsFor(finding: Finding, context: FixContext): ts.CodeFixAction[] {
  const alike = context.findings.filter(({ ruleId }) => ruleId === finding.ruleId).length;
  const all =
    alike > 1 ? { fixId: ALL + finding.ruleId, fixAllDescription: `Fix all ${finding.ruleId} in this file` } : {};
  const actions = finding.fixes.flatMap((fix, index): ts.CodeFixAction[] => {
    const changes = changesOf(editsOf(context.analysis, fix), context);
    if (changes === undefined) return [];
    return [{ fixName: SOURCE, description: fix.title, changes, ...(index === 0 ? all : {}) }];
  });
  return [...actions, ...allow(finding, context)];
}

/** The first fix of every finding of a rule in the file; those that want a place that another one changes are left out. */
export function changesOfAll(fixId: unknown, context: FixContext): ts.FileTextChanges[] | undefined {
  if (typeof fixId !== "string" || !fixId.startsWith(ALL)) return undefined;
  const edits: Edit[] = [];
  for (const finding of context.findings) {
    if (ALL + finding.ruleId !== fixId || !finding.fixes[0]) continue;
    const wanted = editsOf(context.analysis, finding.fixes[0]);
    if (changesOf(wanted, context) === undefined) continue;
    const fresh = wanted.filter((edit) => !edits.some((other) => isSame(edit, other)));
    if (!fresh.some((edit) => edits.some((other) => collides(edit, other)))) edits.push(...fresh);
  }
  return changesOf(edits, context) ?? [];
}

function editsOf(analysis: Analysis, fix: Fix): readonly Edit[] {
  return analysis.edits(fix);
}

/** Undefined where an edit is not for tsserver: it would refuse the whole request, TypeScript's own fixes included. */
function changesOf(edits: readonly Edit[], context: FixContext): ts.FileTextChanges[] | undefined {
  const byFile = new Map<string, ts.TextChange[]>();
  for (const edit of edits) {
    const fileName = `${context.analysis.root}/${edit.file}`;
    const tree = context.program.getSourceFile(fileName);
    if (edit.kind === "create" || !tree || tree.text !== context.analysis.text(edit.file)) return undefined;
    const [start, end] = edit.at;
    const changes = byFile.get(fileName) ?? [];
    changes.push({ span: { start, length: end - start }, newText: edit.text });
    byFile.set(fileName, changes);
  }
  if (byFile.size === 0) return undefined;
  return [...byFile].map(([fileName, textChanges]) => ({
    fileName,
    textChanges: textChanges.sort((a, b) => a.span.start - b.span.start),
  }));
}

/** A comment above the line that silences the finding once somebody writes the reason into it: tsserver cannot ask. */
function allow(finding: Finding, { analysis, path }: FixContext): ts.CodeFixAction[] {
  const text = analysis.text(path);
  if (text === undefined || finding.place.file !== path) return [];
  const start = text.lastIndexOf("\n", finding.place.at[0] - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(start, finding.place.at[0]))?.[0] ?? "";
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const newText = `${indentation}// hardpath-allow ${finding.ruleId}: ${end}`;
  return [
    {
      fixName: SOURCE,
      description: `Allow ${finding.ruleId} here: write the reason into the comment`,
      changes: [{ fileName: `${analysis.root}/${path}`, textChanges: [{ span: { start, length: 0 }, newText }] }],
    },
  ];
}

function isSame(a: Edit, b: Edit): boolean {
  if (a.kind === "create" || b.kind === "create") return false;
  return a.file === b.file && a.text === b.text && a.at[0] === b.at[0] && a.at[1] === b.at[1];
}

function collides(a: Edit, b: Edit): boolean {
  if (a.file !== b.file) return false;
  if (a.kind === "create" || b.kind === "create") return true;
  return a.at[0] <= b.at[1] && b.at[0] <= a.at[1];
}
