/**
 * Functions chosen by a key: `handlers[req.method](req, res)`, `processors[job.name](job)`. What is taken out of such a
 * table is told by the key it is taken out by, so that calling it is a switch.
 */
import type { Term } from "../../model/term.ts";
import type { Terms } from "../terms/terms.ts";
import { alternatives } from "./members.ts";

/** Larger ones are data. */
const MAXIMUM_KEYS = 24;

export interface TableEntry {
  readonly key: Term;
  readonly value: Term;
}

export interface Table {
  readonly on: Term;
  readonly entries: readonly TableEntry[];
}

/** What `object[index]` gives, key by key; undefined where the object is no table of functions. */
export function takenFrom(terms: Terms, object: Term & { readonly kind: "object" }, index: Term): Term | undefined {
  const { fields } = object;
  if (fields.length < 2 || fields.length > MAXIMUM_KEYS || index.kind === "unknown") return undefined;
  if (!fields.every((field) => field.key !== undefined && isCalled(field.value))) return undefined;
  return fields.reduceRight<Term>(
    (rest, field) =>
      terms.operation("?:", [terms.operation("===", [index, terms.literal(field.key ?? "")]), field.value, rest]),
    terms.undefined,
  );
}

function isCalled(value: Term): boolean {
  return alternatives(value).some((option) => option.kind === "function" || option.kind === "bound");
}

/** The table that a value was taken from. */
export function tableOf(value: Term): Table | undefined {
  const entries: TableEntry[] = [];
  let on: Term | undefined;
  let rest: Term | undefined = value;
  while (rest?.kind === "operation" && rest.operator === "?:") {
    const [test, yes, no]: readonly Term[] = rest.parts;
    if (test?.kind !== "operation" || test.operator !== "===" || !yes || !no) return undefined;
    const [index, key] = test.parts;
    if (!index || key?.kind !== "literal" || (on !== undefined && on !== index)) return undefined;
    on = index;
    entries.push({ key, value: yes });
    rest = no;
  }
  return on !== undefined && entries.length > 1 && rest?.kind === "undefined" ? { on, entries } : undefined;
}
