/** Which database a dialect or driver name means. */
import type { Term } from "../../model/term.ts";
import { literalText } from "./terms.ts";

/** Id of the database; `database` where it cannot be told. */
export function sqlDatabase(dialect: Term | undefined): string {
  const name = literalText(dialect) ?? "";
  if (/^(?:pg|postgres|cockroach|redshift|aurora-postgres)/.test(name)) return "postgres";
  if (/^(?:mysql|maria|aurora-mysql)/.test(name)) return "mysql";
  if (/sqlite|sqljs|libsql/.test(name)) return "sqlite";
  if (/^(?:mssql|tedious)/.test(name)) return "sqlserver";
  if (/^oracle/.test(name)) return "oracle";
  if (/^mongo/.test(name)) return "mongodb";
  return "database";
}
