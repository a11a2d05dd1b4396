/** Puts the edits of several fixes together. */
import type { Edit } from "../../engine/index.ts";

export interface MergedEdits {
  readonly edits: readonly Edit[];
  /** Fixes left out because they want a place that another one changes. */
  readonly left: number;
}

/** Fixes in order; the same edit wanted twice (an import, a line in `.env`) is made once. */
export function mergeEdits(fixes: readonly (readonly Edit[])[]): MergedEdits {
  const edits: Edit[] = [];
  let left = 0;
  for (const wanted of fixes) {
    const fresh = wanted.filter((edit) => !edits.some((other) => isSame(edit, other)));
    if (fresh.some((edit) => edits.some((other) => collides(edit, other)))) left++;
    else edits.push(...fresh);
  }
  return { edits, left };
}

function isSame(a: Edit, b: Edit): boolean {
  if (a.file !== b.file || a.text !== b.text) return false;
  if (a.kind === "create" || b.kind === "create") return a.kind === b.kind;
  return a.at[0] === b.at[0] && a.at[1] === b.at[1];
}

function collides(a: Edit, b: Edit): boolean {
  if (a.file !== b.file) return false;
  if (a.kind === "create" || b.kind === "create") return true;
  // Two insertions at one place do not disturb each other.
  if (a.at[0] === a.at[1] && b.at[0] === b.at[1]) return false;
  return a.at[0] < b.at[1] && b.at[0] < a.at[1];
}
