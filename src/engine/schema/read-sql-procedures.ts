/** Functions that migrations make in the database, by name in lower case; the last one made counts. */
import { procedureOf, type SqlProcedure } from "../sql/read-procedure.ts";
import { spans, splitAt } from "../sql/token-range.ts";
import { tokenizeSql } from "../sql/tokenize-sql.ts";
import type { SqlFile } from "./read-sql-schema.ts";

export function readSqlProcedures(files: readonly SqlFile[]): ReadonlyMap<string, SqlProcedure> {
  const procedures = new Map<string, SqlProcedure>();
  for (const { text } of files) {
    if (!/\bcreate\s+(?:or\s+replace\s+)?(?:function|procedure)\b/i.test(text)) continue;
    for (const statement of splitAt(spans(tokenizeSql(text)), ";")) {
      const procedure = procedureOf(statement);
      if (procedure) procedures.set(procedure.name.toLowerCase(), procedure);
    }
  }
  return procedures;
}
