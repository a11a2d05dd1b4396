/** Unique keys and columns from everything that declares them: Prisma schemas, SQL migrations, models in code. */

import type { Sources } from "../link/files/sources.ts";
import type { Config } from "../model/config.ts";
import type { Schema, Table } from "../model/service-model.ts";
import { createSchema } from "../schema/create-schema.ts";
import { readPrismaSchema } from "../schema/read-prisma-schema.ts";
import { readSqlProcedures } from "../schema/read-sql-procedures.ts";
import { readSqlSchema } from "../schema/read-sql-schema.ts";
import type { SqlProcedure } from "../sql/read-procedure.ts";

export interface SchemaFacts {
  readonly schema: Schema;
  /** Id of the database that Prisma speaks to, where one schema file says so. */
  readonly database: string | undefined;
  /** Functions that the database holds, by name in lower case. */
  readonly procedures: ReadonlyMap<string, SqlProcedure>;
}

export function isSchemaFile(path: string): boolean {
  return path.endsWith(".prisma") || path.endsWith(".sql");
}

/** `models` are the tables that code declares. */
export function readSchema(sources: Sources, config: Config, models: readonly Table[]): SchemaFacts {
  const tables: Table[] = [...models];
  const sql: { readonly file: string; readonly text: string }[] = [];
  let database: string | undefined;
  for (const file of [...sources.paths()].filter(isSchemaFile).sort()) {
    const text = sources.text(file) ?? "";
    if (file.endsWith(".prisma")) {
      const read = readPrismaSchema(text, file);
      tables.push(...read.tables);
      database ??= read.database;
    } else if (!/(?:^|\/)(?:down|rollback)\b|\.down\.sql$/.test(file)) sql.push({ file, text });
  }
  tables.push(...readSqlSchema(sql));
  for (const { table, columns } of config.unique) {
    tables.push({
      name: table.toLowerCase(),
      unique: [columns.map((column) => column.toLowerCase())],
      columns: [],
      place: { file: "hardpath.config.json", at: [0, 0] },
    });
  }
  return { schema: createSchema(tables), database, procedures: readSqlProcedures(sql) };
}
