/** Edits of texts: applying them, finding conflicts between them, putting those of several builders together. */
import type { Edit } from "../../model/finding.ts";

export type Replacement = Extract<Edit, { kind: "replace" }>;

/** Thrown by {@link applyEdits} where two replacements overlap or one lies outside the text. */
export class EditConflict extends Error {}

/** The text with the replacements made. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly Replacement[]): string {
  let result = "";
  let at = 0;
  for (const edit of inOrder(edits)) {
    const [start, end] = edit.at;
    if (start < at || end < start || end > text.length) throw new EditConflict(`Two edits of ${edit.file} overlap.`);
    result += text.slice(at, start) + edit.text;
    at = end;
  }
  return result + text.slice(at);
}

/** True where the edits cannot be made together: overlapping replacements, or one file created with two contents. */
export function conflicts(edits: readonly Edit[]): boolean {
  const created = new Map<string, string>();
  const replaced = new Map<string, Replacement[]>();
  for (const edit of edits) {
    if (edit.kind === "create") {
      const other = created.get(edit.file);
      if (other !== undefined && other !== edit.text) return true;
      created.set(edit.file, edit.text);
    } else {
      const list = replaced.get(edit.file);
      if (list) list.push(edit);
      else replaced.set(edit.file, [edit]);
    }
  }
  for (const [file, list] of replaced) {
    if (created.has(file)) return true;
    let end = -1;
    for (const edit of inOrder(list)) {
      if (edit.at[0] < end) return true;
      end = edit.at[1];
    }
  }
  return false;
}

/**
 * Several groups of edits as one. What two groups both want (an import, a new file) is done once; undefined where they
 * contradict each other.
 */
export function composeEdits(...groups: readonly (readonly Edit[])[]): readonly Edit[] | undefined {
  const result: Edit[] = [];
  const seen = new Set<string>();
  for (const group of groups) {
    const own: string[] = [];
    for (const edit of group) {
      const identity = JSON.stringify(
        edit.kind === "create" ? [edit.file, edit.text] : [edit.file, edit.at, edit.text],
      );
      own.push(identity);
      if (!seen.has(identity)) result.push(edit);
    }
    for (const identity of own) seen.add(identity);
  }
  return conflicts(result) ? undefined : result;
}

/**
 * The same edits sorted by place, insertions at one place made one. Hosts then need not agree on what two insertions at
 * one place mean.
 */
export function tidyEdits(edits: readonly Edit[]): readonly Edit[] {
  const created = edits.filter((edit) => edit.kind === "create");
  const byFile = new Map<string, Replacement[]>();
  for (const edit of edits) {
    if (edit.kind !== "replace") continue;
    const list = byFile.get(edit.file);
    if (list) list.push(edit);
    else byFile.set(edit.file, [edit]);
  }
  const result: Edit[] = [...created];
  for (const list of byFile.values()) {
    let last: Replacement | undefined;
    for (const edit of inOrder(list)) {
      const together = last !== undefined && last.at[1] === edit.at[0] && last.at[0] === last.at[1];
      if (last && together) {
        result.pop();
        last = {
          ...edit,
          at: [last.at[0], edit.at[1]],
          text: joinedImports(last.text, edit.text) ?? last.text + edit.text,
        };
      } else last = edit;
      result.push(last);
    }
  }
  return result;
}

/** Two new imports of one module as one; undefined where they are something else. */
function joinedImports(first: string, second: string): string | undefined {
  const left = /(^|\r?\n)(import|const) \{ ([^{}\n]*) \} (from |= require)([^\n]*?)((?:\r?\n)*)$/.exec(first);
  const right = /^(?:\r?\n)*(import|const) \{ ([^{}\n]*) \} (?:from |= require)([^\n]*?)(?:\r?\n)*$/.exec(second);
  if (!left || !right || left[2] !== right[1] || left[5] !== right[3]) return undefined;
  return `${first.slice(0, left.index)}${left[1]}${left[2]} { ${left[3]}, ${right[2]} } ${left[4]}${left[5]}${left[6]}`;
}

export function insertion(file: string, offset: number, text: string): Replacement {
  return { kind: "replace", file, at: [offset, offset], text };
}

function inOrder(edits: readonly Replacement[]): readonly Replacement[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.at[0] - b.edit.at[0] || a.edit.at[1] - b.edit.at[1] || a.order - b.order)
    .map(({ edit }) => edit);
}
