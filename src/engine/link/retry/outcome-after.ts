/** How a check comes out for a row once a write has changed it. */
import type { CheckEvent, EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { containsTerm } from "../terms/terms.ts";
import { columnOf, hasSameValue } from "./columns-of-row.ts";

/** With what is written, the check stops the next request: `if (place(wanted) <= place(row.stage)) throw …; row.stage = wanted`. */
export function stopsAfter(check: CheckEvent, row: Term, { data }: EffectEvent): boolean {
  return data?.kind === "object" && outcomeWith(check.test, row, data) === check.stopsWhen;
}

/** The row is in a state afterwards that passes the check as well: `if (!["active", "late"].includes(plan.state)) return; … setState("late")`. */
export function letsThrough(check: CheckEvent, row: Term, { data }: EffectEvent): boolean {
  return data?.kind === "object" && outcomeWith(check.test, row, data) === !check.stopsWhen;
}

/** How the test comes out for a row with these values; undefined where it asks for anything else. */
function outcomeWith(test: Term, row: Term, data: Term & { readonly kind: "object" }): boolean | undefined {
  // The row itself is there, and a column of it is what was written.
  if (test === row) return true;
  if (test.kind !== "operation") return isSetAfter(writtenAs(test, row, data));
  const outcomes = (): readonly (boolean | undefined)[] => test.parts.map((part) => outcomeWith(part, row, data));
  if (test.operator === "&&" || test.operator === "||") {
    const deciding = test.operator === "||";
    const parts = outcomes();
    return parts.includes(deciding) ? deciding : parts.includes(undefined) ? undefined : !deciding;
  }
  if (test.operator === "!") {
    const [outcome] = outcomes();
    return outcome === undefined ? undefined : !outcome;
  }
  const [left, right] = test.parts;
  if (!left || !right) return undefined;
  const known = comparedAfter(test.operator, left, right, { row, data });
  if (known !== undefined) return known;
  if (test.operator === "includes" && left.kind === "array") {
    const value = writtenAs(right, row, data);
    return value && left.items.every((item) => item.kind === "literal")
      ? left.items.some((item) => hasSameValue(item, value))
      : undefined;
  }
  if (test.operator !== "===" && test.operator !== "!==") return undefined;
  const value = writtenAs(left, row, data) ?? writtenAs(right, row, data);
  const other = columnOf(left, row) === undefined ? left : right;
  if (!value || other.kind !== "literal") return undefined;
  return hasSameValue(value, other) === (test.operator === "===");
}

function isSetAfter(value: Term | undefined): boolean | undefined {
  return value?.kind === "literal" ? Boolean(value.value) : undefined;
}

function writtenAs(term: Term, row: Term, data: Term & { readonly kind: "object" }): Term | undefined {
  const column = columnOf(term, row);
  const value = column === undefined ? undefined : data.fields.findLast(({ key }) => key === column)?.value;
  return value?.kind === "literal" ? value : undefined;
}

interface Written {
  readonly row: Term;
  readonly data: Term & { readonly kind: "object" };
}

const ORDERS: Readonly<Record<string, (difference: number) => boolean>> = {
  "===": (difference) => difference === 0,
  "!==": (difference) => difference !== 0,
  "<": (difference) => difference < 0,
  "<=": (difference) => difference <= 0,
  ">": (difference) => difference > 0,
  ">=": (difference) => difference >= 0,
};

/** `place(wanted) !== place(row.stage) + 1`, where the row's stage is the wanted one by now. */
function comparedAfter(operator: string, left: Term, right: Term, written: Written): boolean | undefined {
  const holds = ORDERS[operator];
  if (!holds || containsTerm(left, written.row) === containsTerm(right, written.row)) return undefined;
  const [a, b] = [moved(left), moved(right)];
  return isSameAfter(a.from, b.from, written) ? holds(a.by - b.by) : undefined;
}

/** `place + 1` as the place and 1. */
function moved(term: Term): { readonly from: Term; readonly by: number } {
  if (term.kind !== "operation" || !/^[+-]$/.test(term.operator) || term.parts.length !== 2)
    return { from: term, by: 0 };
  const [from, by] = term.parts;
  if (!from || by?.kind !== "literal" || typeof by.value !== "number") return { from: term, by: 0 };
  return { from, by: term.operator === "+" ? by.value : -by.value };
}

/** The two are one value once the columns of the row are what was written. */
function isSameAfter(a: Term, b: Term, written: Written): boolean {
  if (a === b) return true;
  const { row, data } = written;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const column = columnOf(one, row);
    if (column !== undefined && data.fields.findLast(({ key }) => key === column)?.value === other) return true;
    // What is there while the column is empty: `row.stage ? place(row.stage) : -1`.
    if (one.kind === "operation" && one.operator === "?:") {
      const [test, filled] = one.parts;
      if (test && filled && columnOf(test, row) !== undefined && isSameAfter(filled, other, written)) return true;
    }
  }
  if (a.kind === "operation" && b.kind === "operation")
    return a.operator === b.operator && areSameAfter(a.parts, b.parts, written);
  if (a.kind === "element" && b.kind === "element") return isSameAfter(a.of, b.of, written);
  return false;
}

function areSameAfter(a: readonly Term[], b: readonly Term[], written: Written): boolean {
  return (
    a.length === b.length && a.every((part, index) => b[index] !== undefined && isSameAfter(part, b[index], written))
  );
}
