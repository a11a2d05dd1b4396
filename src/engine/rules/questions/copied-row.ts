/** A row that is read in order to be stored once more, as the caller's: what it says is given away, whatever is answered. */
import { containsTerm, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";

/** `create({ data: { ...link, userId } })`, or some of its columns: a copy of one column is a reference. */
export function isCopied(entry: EntryPoint, read: Effect): boolean {
  return entry.effects.some(
    (one) =>
      one.order > read.order &&
      (one.operation === "insert" || one.operation === "upsert") &&
      one.target === read.target &&
      one.data !== undefined &&
      takesOver(one.data, read.result),
  );
}

function takesOver(data: Term, row: Term): boolean {
  if (data.kind === "array") return data.items.some((item) => takesOver(item, row));
  if (data.kind !== "object") return false;
  const isSpread = data.fields.some(({ key, value }) => key === undefined && isWhole(value, row));
  return isSpread || data.fields.filter(({ key, value }) => holdsColumn(key, value, row)).length > 1;
}

/** The row, with or without some of its columns. */
function isWhole(value: Term, row: Term): boolean {
  if (value.kind !== "object") return isRow(value, row);
  return value.fields.some((field) => field.key === undefined && isWhole(field.value, row));
}

/** The row, or what a call on it gave: `row.toObject()`. */
function isRow(value: Term, row: Term): boolean {
  if (value === row) return true;
  return (
    value.kind === "external" &&
    value.base !== undefined &&
    /\(\)$/.test(value.path.at(-1) ?? "") &&
    isRow(value.base, row)
  );
}

/** A column that says something, under its own name; ids only lead to what else there is. */
function holdsColumn(key: string | undefined, value: Term, row: Term): boolean {
  if (key === undefined || /^id$|_?ids?$/i.test(key) || !containsTerm(value, row)) return false;
  return [...termsWithin(value)].some(
    (part) =>
      (part.kind === "external" && part.base !== undefined && isRow(part.base, row) && part.path.at(-1) === key) ||
      (part.kind === "member" && isRow(part.of, row) && part.name === key),
  );
}
