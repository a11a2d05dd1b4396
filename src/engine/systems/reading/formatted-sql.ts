// https://vitaly-t.github.io/pg-promise/formatting.html#.format · https://github.com/mysqljs/sqlstring#formatting-values
/** SQL text that a package was given the values of ahead of the call: `db.query(as.format(text, { id }))`. */
import type { Term } from "../../model/term.ts";

export interface FormattedSql {
  readonly text: Term;
  readonly values: Term | undefined;
  /** The text with its named parameters as `:name`. */
  readonly written?: (text: string) => string;
}

export function formattedSql(sql: Term | undefined): FormattedSql | undefined {
  if (sql?.kind !== "external") return undefined;
  const [text, values] = sql.arguments ?? [];
  const path = sql.path.filter((segment) => segment !== "default").join(".");
  if (!text) return undefined;
  if (sql.package === "pg-promise") return path === "as.format()" ? { text, values, written: withColons } : undefined;
  return OF_MYSQL.has(sql.package) && path === "format()" ? { text, values } : undefined;
}

const OF_MYSQL: ReadonlySet<string> = new Set(["mysql", "mysql2", "mysql2/promise", "sqlstring"]);

/** pg-promise's `$<id>`, `$(id)`, `${id}`, `$[id]` and `$/id/`, also with what formats the value (`$<rows:csv>`). */
export function withColons(text: string): string {
  return text.replace(/\$(?:<|\(|\{|\[|\/)\s*(\w+)(?:[:^~#]\w*)?\s*(?:>|\)|\}|\]|\/)/g, ":$1");
}
