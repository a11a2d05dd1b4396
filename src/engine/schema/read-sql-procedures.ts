/** Functions that migrations make in the database, by name in lower case; the last one made counts. */
import { procedureOf, type SqlProcedure } from "../sql/read-procedure.ts";
import { spans, splitAt } from "../sql/token-range.ts";
import { tokenizeSql } from "../sql/tokenize-sql.ts";
import type { SqlFile } from "./read-sql-schema.ts";

export function readSqlProcedures(files: readonly SqlFile[]): ReadonlyMap<string, SqlProcedure> {
  const procedures = new Map<string, SqlProcedure>();
  for (const { text } of files) {
    if (!/\bcreate\b[^;]{0,90}?\b(?:function|procedure)\b/i.test(text)) continue;
    for (const procedure of proceduresIn(text)) procedures.set(procedure.name.toLowerCase(), procedure);
  }
  return procedures;
}

function proceduresIn(text: string): readonly SqlProcedure[] {
  // https://dev.mysql.com/doc/refman/8.4/en/stored-programs-defining.html
  const mark = /^[ \t]*delimiter[ \t]+(\S+)/im.exec(text)?.[1];
  if (mark === undefined)
    return splitAt(spans(tokenizeSql(text)), ";").flatMap((statement) => procedureOf(statement) ?? []);
  const parts = text.split(/^[ \t]*delimiter[ \t]+\S+/im).flatMap((part) => part.split(mark));
  return parts.flatMap((part) => procedureOf(spans(tokenizeSql(part)), part) ?? []);
}
