/**
 * Functions chosen by a key: `handlers[req.method](req, res)`, `processors[job.name](job)`. What is taken out of such a
 * table is told by the key it is taken out by, so that calling it is a switch.
 */
import type { Term } from "../../model/term.ts";
import { doesSomething } from "../values/typed-members.ts";
import type { Linker } from "./linker.ts";
import { alternatives, memberOf } from "./members.ts";
import { ADDRESS, listOfMap } from "./unrolled.ts";

/** Larger ones are data. */
const MAXIMUM_KEYS = 64;

export interface TableEntry {
  readonly key: Term;
  readonly value: Term;
}

export interface Table {
  readonly on: Term;
  readonly entries: readonly TableEntry[];
}

/** What `object[index]` gives, key by key; undefined where the object is no table of functions, or of what has methods. */
export function takenFrom(
  linker: Linker,
  { fields }: Term & { readonly kind: "object" },
  index: Term,
): Term | undefined {
  if (index.kind === "unknown") return undefined;
  if (!fields.every(({ value }) => isCalled(linker, value))) return undefined;
  const entries = fields.map(({ key, value }) => ({ key: key === undefined ? key : linker.terms.literal(key), value }));
  return takenByKey(linker, entries, index);
}

/** The same for `map.get(key)` of a `new Map([["paid", onPaid], …])`. What leads by an address is a router. */
export function takenFromMap(linker: Linker, map: Term, key: Term): Term | undefined {
  const pairs = listOfMap(map)?.items ?? [];
  const entries = pairs.map((pair) => {
    const [name, value] = pair.kind === "array" && pair.items.length === 2 ? pair.items : [];
    return { key: name, value: value ?? linker.terms.undefined };
  });
  if (key.kind === "literal") return entries.find((entry) => entry.key === key)?.value;
  if (entries.some(({ key: name }) => name?.kind === "literal" && ADDRESS.test(String(name.value)))) return undefined;
  return takenByKey(linker, entries, key);
}

function takenByKey(
  linker: Linker,
  entries: readonly { readonly key: Term | undefined; readonly value: Term }[],
  index: Term,
): Term | undefined {
  if (entries.length < 2 || entries.length > MAXIMUM_KEYS) return undefined;
  if (!entries.every(({ key }) => key?.kind === "literal") || !isOfCode(linker, entries)) return undefined;
  return tableTerm(
    linker,
    index,
    entries.flatMap(({ key, value }) => (key ? [{ key, value }] : [])),
  );
}

/** A `?:` for each key. Terms are only so deep: longer tables are several. */
function tableTerm({ terms }: Linker, on: Term, entries: readonly TableEntry[]): Term {
  const parts = Array.from({ length: Math.ceil(entries.length / PART) }, (_, at) =>
    entries
      .slice(at * PART, (at + 1) * PART)
      .reduceRight<Term>(
        (rest, { key, value }) => terms.operation("?:", [terms.operation("===", [on, key]), value, rest]),
        terms.undefined,
      ),
  );
  return terms.choice(parts);
}

const PART = 8;

/** Something that runs stands in it, and nothing that is data: what one key leads to may not be known. */
function isOfCode(linker: Linker, entries: readonly { readonly value: Term }[]): boolean {
  return (
    entries.some(({ value }) => isCalled(linker, value)) &&
    entries.every(({ value }) => VAGUE.has(value.kind) || isCalled(linker, value))
  );
}

const VAGUE: ReadonlySet<Term["kind"]> = new Set(["unknown", "member", "result"]);

function isCalled(linker: Linker, value: Term): boolean {
  return alternatives(value).some(
    (option) =>
      option.kind === "function" ||
      option.kind === "bound" ||
      (option.kind === "instance" && doesSomething(linker, option)),
  );
}

/** A method of what was taken from a table: which one it is, its key tells as well. */
export function memberOfTable(linker: Linker, of: Term, name: string): Term | undefined {
  const table = tableOf(of);
  if (!table || !isOfCode(linker, table.entries)) return undefined;
  return tableTerm(
    linker,
    table.on,
    table.entries.map(({ key, value }) => ({ key, value: memberOf(linker, value, name) })),
  );
}

/** The table that a value was taken from. */
export function tableOf(value: Term): Table | undefined {
  const entries: TableEntry[] = [];
  let on: Term | undefined;
  for (const part of value.kind === "choice" ? value.options : [value]) {
    let rest: Term | undefined = part;
    while (rest?.kind === "operation" && rest.operator === "?:") {
      const [test, yes, no]: readonly Term[] = rest.parts;
      if (test?.kind !== "operation" || test.operator !== "===" || !yes || !no) return undefined;
      const [index, key] = test.parts;
      if (!index || key?.kind !== "literal" || (on !== undefined && on !== index)) return undefined;
      on = index;
      entries.push({ key, value: yes });
      rest = no;
    }
    if (rest?.kind !== "undefined") return undefined;
  }
  return on !== undefined && entries.length > 1 ? { on, entries } : undefined;
}
