/** The fields of values that are written out: objects, spreads opened, and modules with everything that they export. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "./linker.ts";
import { alternatives } from "./members.ts";
import { exportedValue, exportNames } from "./values.ts";

export interface KnownField {
  readonly key: string;
  readonly value: Term;
}

/** In the order in which they stand, a later one in place of an earlier one; undefined where there may be others. */
export function knownFields(linker: Linker, of: Term | undefined): readonly KnownField[] | undefined {
  const found = new Map<string, Term>();
  return of && collect(linker, of, found) ? [...found].map(([key, value]) => ({ key, value })) : undefined;
}

function collect(linker: Linker, of: Term, found: Map<string, Term>): boolean {
  if (of.kind === "module") {
    for (const name of exportNames(linker, of.file)) found.set(name, exportedValue(linker, of.file, name));
    return true;
  }
  if (of.kind === "choice" || of.kind === "operation") {
    // `...(trial && { open })`: what may be there is listed.
    const options = alternatives(of).filter((option) => !isNothing(option));
    return options.length > 0 && options.every((option) => option !== of && collect(linker, option, found));
  }
  if (of.kind !== "object") return false;
  for (const { key, value } of of.fields) {
    if (key !== undefined) found.set(key, value);
    else if (!collect(linker, value, found)) return false;
  }
  return true;
}

function isNothing(term: Term): boolean {
  return term.kind === "undefined" || (term.kind === "literal" && !term.value);
}
