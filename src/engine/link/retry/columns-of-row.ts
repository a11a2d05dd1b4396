/** Reads terms as columns of a row that was looked up. */
import type { Term } from "../../model/term.ts";

/** `row.cancelled`, `rows[0].cancelled`: a field of the row itself. */
export function columnOf(term: Term, row: Term): string | undefined {
  if (term.kind === "member") return isRow(term.of, row) ? term.name : undefined;
  return term.kind === "external" && !term.arguments && term.base && isRow(term.base, row)
    ? term.path.at(-1)
    : undefined;
}

/** The row, or what a list of it, a populated form of it, gives. */
function isRow(term: Term, row: Term): boolean {
  if (term === row) return true;
  if (term.kind === "element") return isRow(term.of, row);
  if (term.kind === "member") return /^\d+$|^rows$/.test(term.name) && isRow(term.of, row);
  if (term.kind !== "external" || !term.base) return false;
  if (term.arguments === undefined) return false;
  // One line of a list of the row: `order.lines.find(…)`.
  const list = /^(?:find|filter|id|at)\(\)$/.test(term.path.at(-1) ?? "") ? term.base : undefined;
  if (list?.kind === "external" && !list.arguments && list.base && isRow(list.base, row)) return true;
  return isRow(term.base, row);
}

/** Two literals of one value. */
export function hasSameValue(a: Term, b: Term): boolean {
  return a.kind === "literal" && b.kind === "literal" && a.value === b.value;
}
