/** Which database a dialect or driver name means. */
import type { Term } from "../../model/term.ts";
import { literalText, made } from "./terms.ts";

/** Id of the database; `database` where it cannot be told. */
export function sqlDatabase(dialect: Term | undefined): string {
  // Kysely and Sequelize 7 are given a dialect object: new PostgresDialect({ … }).
  const name = (literalText(dialect) ?? made(dialect)?.name ?? "").toLowerCase();
  if (/^(?:pg|postgres|cockroach|redshift|aurora-postgres|neon|xata)/.test(name)) return "postgres";
  if (/^(?:mysql|maria|aurora-mysql|planetscale)/.test(name)) return "mysql";
  if (/sqlite|sqljs|libsql|^d1/.test(name)) return "sqlite";
  if (/^(?:mssql|tedious)/.test(name)) return "sqlserver";
  if (/^oracle/.test(name)) return "oracle";
  if (/^mongo/.test(name)) return "mongodb";
  return "database";
}
