/** The values that `INSERT` statements put into named columns. */
import type { NamedValue } from "./data-files.ts";

const INSERT = /\binsert\s+into\s+[\w."`[\]]{1,120}\s*\(([\w\s,."`[\]]{1,2000})\)\s*values\s*/gi;

/** `SET value = '…' WHERE key = 'api_key'`: settings kept as rows. */
const SETTING =
  /\bset\s+"?(?:value|val|data)"?\s*=\s*'((?:[^'\n]|''){4,1000})'\s+where\s+"?(?:key|name|setting)"?\s*=\s*'([\w.-]{2,80})'/gi;

/** Rows of one statement that are read. */
const MOST_ROWS = 200;

/** Each text in a row of `INSERT INTO table (column, …) VALUES (…), …`, by its column. */
export function insertedValues(sql: string): readonly NamedValue[] {
  const found: NamedValue[] = [];
  for (const statement of sql.matchAll(INSERT)) {
    const columns = (statement[1] as string).split(",").map((column) => column.replace(/[\s"`[\]]/g, ""));
    let at = statement.index + statement[0].length;
    for (let row = 0; row < MOST_ROWS && sql[at] === "("; row++) at = readRow(sql, at + 1, columns, found);
  }
  for (const match of sql.matchAll(SETTING)) {
    const value = match[1] as string;
    const start = match.index + match[0].indexOf(`'${value}'`) + 1;
    found.push({ names: [match[2] as string], value: value.replaceAll("''", "'"), start, end: start + value.length });
  }
  return found;
}

/** Reads a row whose values begin at `from`; where the next one opens. */
function readRow(sql: string, from: number, columns: readonly string[], found: NamedValue[]): number {
  let column = 0;
  let depth = 0;
  /** What the row calls its value: `('api_key', '…')` in `(name, value)`. */
  let own: string | undefined;
  let at = from;
  for (; at < sql.length; at++) {
    const sign = sql[at];
    if (sign === "'") {
      const end = closingQuote(sql, at);
      const name = columns[column];
      if (depth === 0 && name !== undefined && name !== "" && end > at + 1) {
        const value = sql.slice(at + 1, end).replaceAll("''", "'");
        found.push({ names: own !== undefined && VALUE.test(name) ? [own] : [name], value, start: at + 1, end });
        if (KEY.test(name)) own = value;
      }
      at = end;
    } else if (sign === "(") depth++;
    else if (sign === ")") {
      if (depth-- === 0) break;
    } else if (sign === "," && depth === 0) column++;
    else if (sign === ";") return at;
  }
  const next = /^\)\s*,\s*(?=\()/.exec(sql.slice(at, at + 200));
  return next === null ? at : at + next[0].length;
}

const KEY = /^(?:name|key|setting)$/i;
const VALUE = /^(?:value|val|data)$/i;

/** Where a text that opens at `open` ends; doubled quotes are part of it. */
function closingQuote(sql: string, open: number): number {
  for (let at = open + 1; at < sql.length; at++) {
    if (sql[at] !== "'") continue;
    if (sql[at + 1] !== "'") return at;
    at++;
  }
  return sql.length;
}
