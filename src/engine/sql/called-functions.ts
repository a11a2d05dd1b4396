/** Functions of the database that a text calls: `SELECT * FROM place_order($1)`, `SELECT place_order($1)`, `CALL place_order(?)`. */
import { readValue } from "./sql-clauses.ts";
import type { SqlValue } from "./sql-statement.ts";
import { inner, spans, splitAt, type TokenRange } from "./token-range.ts";
import { tokenizeSql } from "./tokenize-sql.ts";

export interface CalledFunction {
  readonly name: string;
  /** The arguments by position, and those that are named: `p_id => $1`. */
  readonly values: readonly SqlValue[];
  readonly named: ReadonlyMap<string, SqlValue>;
}

const CALLED = /\b(?:from|select|call|join|,)\s*(?:\w+\.)?["`]?(\w+)["`]?\s*\(/gi;

/** Calls of the functions that `isKnown` knows by name. */
export function calledFunctions(text: string, isKnown: (name: string) => boolean): readonly CalledFunction[] {
  if (![...text.matchAll(CALLED)].some(([, name = ""]) => isKnown(name))) return [];
  const range = spans(tokenizeSql(text));
  const found: CalledFunction[] = [];
  for (let at = range.start; at < range.end; at++) {
    const name = range.identifier(at);
    if (name === undefined || range.symbol(at + 1) !== "(" || !isKnown(name)) continue;
    found.push({ name, ...argumentsIn(inner(range, at + 1)) });
  }
  return found;
}

function argumentsIn(group: TokenRange): Pick<CalledFunction, "values" | "named"> {
  const values: SqlValue[] = [];
  const named = new Map<string, SqlValue>();
  for (const part of splitAt(group, ",")) {
    const name = part.identifier(part.start);
    const isNamed = name !== undefined && /^(?:=>|:=)$/.test(part.symbol(part.start + 1) ?? "");
    if (isNamed) named.set(name, readValue(part.from(part.start + 2)));
    else values.push(readValue(part));
  }
  return { values, named };
}
