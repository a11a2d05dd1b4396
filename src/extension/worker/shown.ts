/** Turns the engine's offsets and functions into what can be sent to the editor. */
import type { Edit, Finding, Place, Workspace } from "../../engine/index.ts";
import type { ShownEdit, ShownFinding, TextPosition, TextRange } from "./protocol.ts";

/** Longer lines are not underlined further. */
const MAX_LINE = 500;

/** What positions need. */
export interface Texts {
  readonly workspace: Workspace;
  /** Current text of a file that the workspace may not know. */
  read(file: string): string | undefined;
}

/** The findings of one folder, in the order given, with an id each. */
export function showFindings(
  findings: readonly Finding[],
  texts: Texts,
): ReadonlyMap<string, Finding & { shown: ShownFinding }> {
  const byId = new Map<string, Finding & { shown: ShownFinding }>();
  const equals = new Map<string, number>();
  for (const finding of findings) {
    const key = `${finding.ruleId}:${finding.fingerprint}`;
    const number = equals.get(key) ?? 0;
    equals.set(key, number + 1);
    const id = number === 0 ? key : `${key}:${number}`;
    byId.set(id, { ...finding, shown: show(id, finding, texts) });
  }
  return byId;
}

function show(id: string, finding: Finding, texts: Texts): ShownFinding {
  return {
    id,
    ruleId: finding.ruleId,
    severity: finding.severity,
    file: finding.place.file,
    range: firstLineOf(finding.place, texts),
    message: finding.message,
    ...(finding.entryPoint === undefined ? {} : { entryPoint: finding.entryPoint }),
    ...(finding.alsoFor ? { alsoFor: finding.alsoFor } : {}),
    trace: finding.trace.map((step) => ({
      file: step.place.file,
      range: rangeOf(step.place, texts),
      message: step.message,
    })),
    fingerprint: finding.fingerprint,
    fixes: finding.fixes.map(({ title, kind, checklist, byHand }) => ({
      title,
      kind,
      ...(checklist ? { checklist } : {}),
      ...(byHand ? { byHand } : {}),
    })),
    ...(finding.suppressed ? { suppressed: finding.suppressed } : {}),
  };
}

/** Where a squiggle is drawn: a whole call over many lines would hide the code under it. */
function firstLineOf(place: Place, texts: Texts): TextRange {
  const range = rangeOf(place, texts);
  if (range.start.line === range.end.line) return range;
  const [start] = place.at;
  const text = texts.read(place.file) ?? "";
  const line = /[^\r\n]*/.exec(text.slice(start, start + MAX_LINE))![0].trimEnd();
  return { start: range.start, end: { line: range.start.line, character: range.start.character + line.length } };
}

function rangeOf(place: Place, texts: Texts): TextRange {
  const [start, end] = place.at;
  return { start: positionOf(place.file, start, texts), end: positionOf(place.file, end, texts) };
}

function positionOf(file: string, offset: number, texts: Texts): TextPosition {
  const { line, column } = texts.workspace.position(file, offset);
  return { line: line - 1, character: column - 1 };
}

/** Edits with the editor's positions. */
export function showEdits(edits: readonly Edit[], texts: Texts): readonly ShownEdit[] {
  return edits.map((edit) => {
    if (edit.kind === "create") return edit;
    const text = texts.read(edit.file) ?? "";
    const [start, end] = edit.at;
    return {
      kind: "replace",
      file: edit.file,
      range: { start: locate(text, start), end: locate(text, end) },
      text: edit.text,
    };
  });
}

/** Line and character of an offset, counted as the editor counts: a line ends at `\r\n`, `\n` or `\r`. */
function locate(text: string, offset: number): TextPosition {
  let line = 0;
  let lineStart = 0;
  for (let index = 0; index < offset; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      line++;
      lineStart = index + 1;
    }
  }
  return { line, character: offset - lineStart };
}
