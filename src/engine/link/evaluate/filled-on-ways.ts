/**
 * A list or an object that one of two ways has added to: `if (name) changes.name = name`, `if (name) sets.push("name = ?")`.
 *
 * As one value with what was added, and not as one of two: a handler that looks at ten fields makes a thousand otherwise.
 */
import type { Term, TermField } from "../../model/term.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import type { Linker } from "./linker.ts";

/** The value after both ways, of which the first is taken where the test is true; undefined where they differ in another way. */
export function filledOnOneWay(linker: Linker, a: Term, b: Term, test: Term | undefined): Term | undefined {
  if (a.kind === "array" && b.kind === "array") return longerOf(a, b);
  return test && a.kind === "object" && b.kind === "object" ? joined(linker, a, b, test) : undefined;
}

/** The list with what was added. One that was empty is so only where it is text or data that is put together: a list of errors is asked whether it is. */
function longerOf(a: Term & { readonly kind: "array" }, b: Term & { readonly kind: "array" }): Term | undefined {
  const [short, long] = a.items.length < b.items.length ? [a, b] : [b, a];
  if (short.items.length === 0 && !long.items.every(isPiece)) return undefined;
  return short.items.every((item, index) => item === long.items[index]) ? long : undefined;
}

/** A value of the request, or a column that is set: `name = ?`. */
function isPiece(item: Term): boolean {
  if (item.kind === "input") return true;
  const first = item.kind === "text" ? item.parts[0] : item;
  return first?.kind === "literal" && typeof first.value === "string" && ASSIGNS.test(first.value);
}

const ASSIGNS = /^\s*(?:["`[]?\w+["`\]]?\.)?["`[]?\w+["`\]]?\s*(?:=|I?LIKE|<|>)\s*(?:$|["'%$?:@(]|\w+\()/i;

/** Objects with more fields are left as they are. */
const MAXIMUM_FIELDS = 60;

/** Each field as it is on both ways, with the test where it asks who is calling; one that only one of them sets is undefined on the other. */
function joined(
  linker: Linker,
  a: Term & { readonly kind: "object" },
  b: Term & { readonly kind: "object" },
  test: Term,
): Term | undefined {
  const { terms } = linker;
  if (a.place !== b.place || a.fields.length + b.fields.length > MAXIMUM_FIELDS) return undefined;
  const [spreads, others] = [spreadFirst(a), spreadFirst(b)];
  if (!spreads || spreads.length !== others?.length) return undefined;
  if (spreads.some(({ value }, index) => value !== others[index]?.value)) return undefined;
  const keys = new Set([...a.fields, ...b.fields].flatMap(({ key }) => key ?? []));
  const [inA, inB] = [byKey(a.fields), byKey(b.fields)];
  // One of them is the other with more: `{ ok: false, error }` and `{ ok: true, value }` are two answers.
  if (!isWithin(inA, inB) && !isWithin(inB, inA)) return undefined;
  if (![...a.fields, ...b.fields].some(({ value }) => holds(value, HOLDS_CLIENT_DATA))) return undefined;
  const asks = holds(test, HOLDS_CREDENTIAL);
  const fields = [...keys].map((key): TermField => {
    const [first, second] = [inA.get(key) ?? terms.undefined, inB.get(key) ?? terms.undefined];
    if (first === second) return { key, value: first };
    return { key, value: asks ? terms.operation("?:", [test, first, second]) : terms.choice([first, second]) };
  });
  return terms.object([...spreads, ...fields]);
}

/** What is spread into the object ahead of its own fields; undefined where something is spread over them. */
function spreadFirst({ fields }: Term & { readonly kind: "object" }): readonly TermField[] | undefined {
  const spreads = fields.filter(({ key }) => key === undefined);
  return fields.slice(0, spreads.length).every(({ key }) => key === undefined) ? spreads : undefined;
}

function byKey(fields: readonly TermField[]): ReadonlyMap<string, Term> {
  return new Map(fields.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value] as const])));
}

function isWithin(few: ReadonlyMap<string, Term>, many: ReadonlyMap<string, Term>): boolean {
  return [...few].every(([key, value]) => many.get(key) === value);
}
