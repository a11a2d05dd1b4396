/** How a check comes out for a row once a write has changed it. */
import type { CheckEvent, EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { alternatives } from "../evaluate/members.ts";
import { containsTerm, termsWithin } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import { columnsAsked } from "./columns-asked.ts";
import { columnOf, hasSameValue } from "./columns-of-row.ts";

/** With what is written, the check stops the next request: `if (place(wanted) <= place(row.stage)) throw …; row.stage = wanted`. */
export function stopsAfter(check: Pick<CheckEvent, "test" | "stopsWhen">, row: Term, { data }: EffectEvent): boolean {
  return data?.kind === "object" && outcomeAfter(check.test, row, data) === check.stopsWhen;
}

/** The row is in a state afterwards that passes the check as well: `if (!["active", "late"].includes(plan.state)) return; … setState("late")`. */
export function letsThrough(check: CheckEvent, row: Term, { data }: EffectEvent): boolean {
  return data?.kind === "object" && rowsOf(data).some((one) => passes(check, row, one));
}

/**
 * What the write does not touch is for the second request as it was for the first: whichever way that one passed
 * `!PAYABLE.has(row.state) || row.total <= 0`, this one does.
 */
function passes({ test, stopsWhen }: CheckEvent, row: Term, data: Row): boolean {
  const after = outcomeAfter(test, row, data);
  if (after !== undefined) return after !== stopsWhen;
  const atoms = [...new Set(atomsOf(test))].map((atom) => ({ atom, outcome: outcomeWith(atom, row, data) }));
  const kept = atoms.filter(({ outcome }) => outcome === undefined).map(({ atom }) => atom);
  if (kept.length === atoms.length || kept.length > MAXIMUM_KEPT) return false;
  if (kept.some((atom) => isTouched(atom, row, data))) return false;
  const written = new Map(atoms.flatMap(({ atom, outcome }) => (outcome === undefined ? [] : [[atom, outcome]])));
  return valuations(kept).every(
    (before) => !mayBe(test, !stopsWhen, before) || mayBe(test, !stopsWhen, new Map([...before, ...written])),
  );
}

/** Each doubles the ways in which the first request may have passed. */
const MAXIMUM_KEPT = 6;

function valuations(atoms: readonly Term[]): readonly ReadonlyMap<Term, boolean>[] {
  return atoms.reduce<readonly ReadonlyMap<Term, boolean>[]>(
    (known, atom) => known.flatMap((one) => [new Map([...one, [atom, true]]), new Map([...one, [atom, false]])]),
    [new Map()],
  );
}

/** The test may come out so, where some of its parts are known. */
function mayBe(test: Term, wanted: boolean, known: ReadonlyMap<Term, boolean>): boolean {
  const parts = joined(test);
  const [first, yes, no] = parts;
  if (test.kind !== "operation" || !first) return (truth(test) ?? known.get(test) ?? wanted) === wanted;
  if (test.operator === "!") return mayBe(first, !wanted, known);
  if (test.operator === "?:")
    return [
      { way: yes, taken: true },
      { way: no, taken: false },
    ].some(({ way, taken }) => way !== undefined && mayBe(first, taken, known) && mayBe(way, wanted, known));
  const isAll = (test.operator === "&&") === wanted;
  return isAll ? parts.every((part) => mayBe(part, wanted, known)) : parts.some((part) => mayBe(part, wanted, known));
}

function atomsOf(test: Term): readonly Term[] {
  const parts = joined(test);
  return parts.length > 0 ? parts.flatMap(atomsOf) : [test];
}

function joined(test: Term): readonly Term[] {
  return test.kind === "operation" && /^(?:!|&&|\|\||\?:)$/.test(test.operator) ? test.parts : [];
}

/** It asks for a row itself, or for a column that is written. */
function isTouched(atom: Term, row: Term, data: Row): boolean {
  if (atom.kind === "external" && atom.arguments !== undefined) return true;
  if (!containsTerm(atom, row)) return false;
  const columns = [...termsWithin(atom)].flatMap((part) => columnOf(part, row) ?? []);
  return columns.length === 0 || columns.some((column) => data.fields.some(({ key }) => key === column));
}

/** The rows that may be written: one for each state of `{ state: left > 0 ? "partly" : "paid" }`. */
function rowsOf(data: Row): readonly Row[] {
  const chosen = data.fields.findIndex(({ value }) => statesOf(value).length > 0);
  const field = data.fields[chosen];
  if (!field) return [data];
  return statesOf(field.value).map((value) => ({ ...data, fields: data.fields.with(chosen, { ...field, value }) }));
}

/** The states that the work may end in; one that tells of its failure is no success that came before. */
function statesOf(value: Term): readonly Term[] {
  const states = alternatives(value);
  if (states.length < 2 || !states.every((state) => state.kind === "literal")) return [];
  const reached = states.filter((state) => !(state.kind === "literal" && FAILED.test(String(state.value))));
  return reached.length > 0 ? reached : states;
}

const FAILED = /fail|declin|reject|error|cancel|abort|pending|processing/i;

type Row = Term & { readonly kind: "object" };

/** Of the many writes that a test is held against, few write what it asks for. */
function outcomeAfter(test: Term, row: Term, data: Row): boolean | undefined {
  const asked = columnsAsked(test, row);
  if (data.fields.some(({ key }) => key !== undefined && asked.has(key))) return outcomeWith(test, row, data);
  const known = knownUntouched.get(test) ?? new Map<Term, boolean | undefined>();
  knownUntouched.set(test, known);
  if (!known.has(row)) known.set(row, outcomeWith(test, row, { ...data, fields: [] }));
  return known.get(row);
}

const knownUntouched = new WeakMap<Term, Map<Term, boolean | undefined>>();

/** How the test comes out for a row with these values; undefined where it asks for anything else. */
function outcomeWith(test: Term, row: Term, data: Row): boolean | undefined {
  // The row itself is there, and a column of it is what was written.
  if (test === row) return true;
  const listed = askedOfSet(test);
  if (listed) return isAmong(listed.items, writtenAs(listed.asked, row, data));
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
  if (test.operator === "?:") return chosenOutcome(outcomes());
  const [left, right] = test.parts;
  if (!left || !right) return undefined;
  const known = comparedAfter(test.operator, left, right, { row, data });
  if (known !== undefined) return known;
  if (test.operator === "includes" && left.kind === "array") return isAmong(left.items, writtenAs(right, row, data));
  if (test.operator !== "===" && test.operator !== "!==") return undefined;
  const value = writtenAs(left, row, data) ?? writtenAs(right, row, data);
  const other = columnOf(left, row) === undefined ? left : right;
  if (!value || other.kind !== "literal") return undefined;
  return hasSameValue(value, other) === (test.operator === "===");
}

/** What a choice gives: by its test, or where both ways give the same. */
function chosenOutcome([test, yes, no]: readonly (boolean | undefined)[]): boolean | undefined {
  if (test === undefined) return yes === no ? yes : undefined;
  return test ? yes : no;
}

function isAmong(items: readonly Term[], value: Term | undefined): boolean | undefined {
  if (!value || !items.every((item) => item.kind === "literal")) return undefined;
  return items.some((item) => hasSameValue(item, value));
}

/** `new Set(["sent", "late"]).has(row.state)` */
function askedOfSet(test: Term): { readonly items: readonly Term[]; readonly asked: Term } | undefined {
  if (test.kind !== "external" || test.package !== "global:Set" || test.path.at(-1) !== "has()") return undefined;
  const [asked] = test.arguments ?? [];
  const [list] = test.base?.kind === "external" ? (test.base.arguments ?? []) : [];
  return asked && list?.kind === "array" ? { items: list.items, asked } : undefined;
}

function isSetAfter(value: Term | undefined): boolean | undefined {
  return value?.kind === "literal" ? Boolean(value.value) : undefined;
}

function writtenAs(term: Term, row: Term, data: Row): Term | undefined {
  const column = columnOf(term, row);
  const value = column === undefined ? undefined : data.fields.findLast(({ key }) => key === column)?.value;
  return value?.kind === "literal" ? value : undefined;
}

interface Written {
  readonly row: Term;
  readonly data: Row;
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
