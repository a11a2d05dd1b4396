/** What a value written to a column does when it is written twice: a number, or `n + 1` in SQL. */
import type { Term } from "../../model/term.ts";
import { made, textWithHoles } from "./terms.ts";

/** True for SQL text (raw, tagged, or a function of it) that adds to its own column. */
export function addsToItself(value: Term | undefined, column: string | undefined): boolean {
  const sql = textWithHoles(value, "?") ?? textWithHoles(made(value)?.arguments[0], "?");
  if (!sql) return false;
  // { [isUp ? "ups" : "downs"]: sql`${column} + 1` }
  if (column === undefined)
    return /^\s*\?\s*[+-]\s*(?:\d|\?)/.test(sql.text) && sql.holes.slice(0, 1).some(isAnyColumn);
  const name = column.toLowerCase();
  // DATE_ADD(ends_at, INTERVAL 5 MINUTE)
  const moved = new RegExp(
    `^\\s*(?:date_add|date_sub|adddate|subdate|timestampadd|dateadd)\\s*\\([^)]*["\`]?\\b${escaped(name)}\\b`,
    "i",
  );
  if (moved.test(sql.text)) return true;
  if (!/[+*/-]/.test(sql.text)) return false;
  const mentioned = new RegExp(`(?:^|[^\\w])"?${escaped(name)}"?\\s*${SUM}|[+*]\\s*"?${escaped(name)}\\b`, "i").test(
    sql.text,
  );
  // sql`${orders.count} + 1`: the column is a value of the template.
  const hole = sql.holes.some((one) => one.kind === "external" && one.path.at(-1)?.toLowerCase() === name);
  return mentioned || (hole && new RegExp(`\\?"?\\s*${SUM}|[+*]\\s*\\?`).test(sql.text));
}

/** `returning({ inserted: sql`xmax = 0` })`: PostgreSQL tells whether the row was added or changed. */
export function asksForVersion(given: readonly Term[]): boolean {
  return given.some((term) => {
    if (term.kind === "object") return asksForVersion(term.fields.map(({ value }) => value));
    if (term.kind === "array") return asksForVersion(term.items);
    const sql = textWithHoles(term, "?") ?? textWithHoles(made(term)?.arguments[0], "?");
    return sql !== undefined && /\bxmax\b/i.test(sql.text);
  });
}

/** What comes behind a number that is changed; `settings->'mail'` is a part of a document. */
const SUM = "(?:[+*/]|-(?!>))";

/**
 * True for `flags || '{"open": true}'`: the same members are set again. A list would grow.
 * https://www.postgresql.org/docs/current/functions-json.html
 */
export function mergesObject(value: Term | undefined): boolean {
  const sql = textWithHoles(value, "?");
  const merged = sql && /^\s*(?:coalesce\s*\()?["\w.]+[^|]*\|\|\s*'\s*([{?])/i.exec(sql.text);
  if (!merged) return false;
  if (merged[1] === "{") return true;
  // `'${JSON.stringify(changes)}'`
  const json = sql.holes.at(-1);
  return json?.kind === "unknown" && json.parts.length > 0 && json.parts.every(({ kind }) => kind !== "array");
}

/** A column of a table, or one of several. */
function isAnyColumn(term: Term): boolean {
  if (term.kind === "choice") return term.options.every(isAnyColumn);
  if (term.kind === "operation") return term.operator === "?:" && term.parts.slice(1).every(isAnyColumn);
  return term.kind === "external" && !term.arguments && term.path.length > 1;
}

/** True where any field of the row does. */
export function increments(row: Term | undefined): boolean {
  return (
    row?.kind === "object" &&
    row.fields.some(({ key, value }) =>
      key === undefined && value.kind === "unknown"
        ? value.parts.some((part) => addsToItself(part, undefined))
        : addsToItself(value, key),
    )
  );
}

/** True where a field of the row is its own list with one more: sql`json_insert(${orders.log}, '$[#]', …)`, sql`array_append(…)`. */
export function appends(row: Term | undefined): boolean {
  return (
    row?.kind === "object" &&
    row.fields.some(({ key, value }) => {
      const sql = textWithHoles(value, "?") ?? textWithHoles(made(value)?.arguments[0], "?");
      if (
        !sql ||
        key === undefined ||
        !/json_insert|jsonb_insert|array_append|array_cat|json_array_append/i.test(sql.text)
      )
        return false;
      const name = key.toLowerCase();
      return (
        sql.holes.some((one) => one.kind === "external" && one.path.at(-1)?.toLowerCase() === name) ||
        new RegExp(`\\(\\s*"?${escaped(name)}\\b`, "i").test(sql.text)
      );
    })
  );
}

/** True where a field of the row is the opposite of its own column: `not(orders.urgent)`, sql`NOT ${orders.urgent}`. */
export function turns(row: Term | undefined): boolean {
  return row?.kind === "object" && row.fields.some(({ key, value }) => key !== undefined && isOpposite(value, key));
}

function isOpposite(value: Term, column: string): boolean {
  const name = column.toLowerCase();
  const isColumn = (term: Term | undefined): boolean =>
    term?.kind === "external" && term.path.at(-1)?.toLowerCase() === name;
  const call = made(value);
  if (call?.name === "not") return isColumn(call.arguments[0]);
  const sql = textWithHoles(value, "?") ?? textWithHoles(call?.arguments[0], "?");
  if (!sql) return false;
  return /^\s*not\s+\??\s*$/i.test(sql.text)
    ? sql.holes.some(isColumn)
    : new RegExp(`^\\s*not\\s+"?${escaped(name)}"?\\s*$`, "i").test(sql.text);
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, "\\$&");
}
