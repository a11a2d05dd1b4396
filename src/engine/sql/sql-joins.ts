/** Tables that a SELECT joins to the rows it is about: their columns say more of those rows. */
import type { TableName } from "./sql-tables.ts";
import { splitAt, type TokenRange } from "./token-range.ts";

/** The joined tables of which neither all columns are shown nor any row is looked up by `WHERE`. */
export function joinedTables(select: TokenRange, tables: readonly TableName[]): ReadonlySet<string> {
  const from = select.positions("from")[0] ?? select.end;
  const shown = splitAt(select.slice(afterSelect(select), from), ",");
  if (shown.some((column) => column.symbol(column.start) === "*")) return new Set();
  const at = select.positions("where")[0] ?? select.end;
  const where = select.slice(at, select.clauseEnd(at, AFTER_WHERE));
  return new Set(
    tables.flatMap(({ name, alias, joined }) => {
      if (name === undefined || !joined) return [];
      const called = alias ?? name;
      return shown.some((column) => showsAll(column, called)) || mentions(where, called) ? [] : [name];
    }),
  );
}

const AFTER_WHERE = ["group", "having", "order", "limit", "offset", "fetch", "for"];

function afterSelect(select: TokenRange): number {
  const first = select.start + 1;
  return /^(?:distinct|all)$/.test(select.word(first) ?? "") ? first + 1 : first;
}

/** `o.*`, `shop.orders.*`, `json_agg(o.*)`. */
function showsAll(column: TokenRange, called: string): boolean {
  for (let at = column.start; at < column.end; at++)
    if (column.identifier(at) === called && column.symbol(at + 1) === "." && column.symbol(at + 2) === "*") return true;
  return false;
}

function mentions(range: TokenRange, called: string): boolean {
  for (let at = range.start; at < range.end; at++)
    if (range.identifier(at) === called && range.symbol(at + 1) === ".") return true;
  return false;
}
