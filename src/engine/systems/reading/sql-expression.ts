/** What a value written to a column does when it is written twice: a number, or `n + 1` in SQL. */
import type { Term } from "../../model/term.ts";
import { made, textWithHoles } from "./terms.ts";

/** True for SQL text (raw, tagged, or a function of it) that adds to its own column. */
export function addsToItself(value: Term | undefined, column: string | undefined): boolean {
  const sql = textWithHoles(value, "?") ?? textWithHoles(made(value)?.arguments[0], "?");
  if (!sql || column === undefined || !/[+-]/.test(sql.text)) return false;
  const name = column.toLowerCase();
  const mentioned = new RegExp(`(?:^|[^\\w])"?${escaped(name)}"?\\s*[+-]|[+]\\s*"?${escaped(name)}\\b`, "i").test(
    sql.text,
  );
  // sql`${orders.count} + 1`: the column is a value of the template.
  const hole = sql.holes.some((one) => one.kind === "external" && one.path.at(-1)?.toLowerCase() === name);
  return mentioned || (hole && /\?"?\s*[+-]|[+]\s*\?/.test(sql.text));
}

/** True where any field of the row does. */
export function increments(row: Term | undefined): boolean {
  return row?.kind === "object" && row.fields.some(({ key, value }) => addsToItself(value, key));
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, "\\$&");
}
