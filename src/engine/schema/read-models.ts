/** Tables that code declares: models of the ORMs, migrations, SQL texts. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import { drizzleTables } from "./from-drizzle.ts";
import { entitySchemaTables } from "./from-entity-schema.ts";
import { knexTables } from "./from-knex-migration.ts";
import { mongooseTables } from "./from-mongoose.ts";
import { sequelizeTables } from "./from-sequelize.ts";
import { decoratedTables } from "./from-typeorm.ts";
import { waterlineTables } from "./from-waterline.ts";
import { readSqlSchema } from "./read-sql-schema.ts";
import { holdsSqlDefinitions, sqlInCode } from "./sql-in-code.ts";

interface Source {
  /** Words one of which must stand in the file's text. */
  readonly words: RegExp;
  readonly tables: (file: string, facts: FileFacts) => readonly Table[];
}

const SOURCES: readonly Source[] = [
  { words: /\b(?:pg|mysql|sqlite)Table|create\w*Table\b|pgSchema|mysqlSchema/, tables: drizzleTables },
  { words: /@(?:Entity|Table)\b/, tables: decoratedTables },
  { words: /new EntitySchema\b/, tables: entitySchemaTables },
  {
    words: /sequelize|queryInterface|DataTypes|\.(?:hasMany|hasOne|belongsTo|belongsToMany)\(/i,
    tables: sequelizeTables,
  },
  { words: /mongoose|SchemaFactory|new Schema\b/, tables: mongooseTables },
  { words: /\.(?:createTable|alterTable)\b|\bthis\.create\(/, tables: knexTables },
  { words: /\battributes: *\{/, tables: waterlineTables },
];

/**
 * Literal words, one of which stands in every text that a source could read: searching them takes a tenth of the time
 * of the expressions above.
 */
const HINTS =
  "@Entity|@Table|EntitySchema|attributes: {|@Schema|Schema(|Schema<|Table(|Table<|TABLE|UNIQUE|DataTypes|queryInterface|create table|alter table|create unique|Create Table|.init(|.define(|this.create(|.hasMany(|.hasOne(|.belongsTo(".split(
    "|",
  );

/** Cheap test of a file's text: only where it is true the facts are worth having. */
export function mayDeclareTables(text: string): boolean {
  if (!HINTS.some((hint) => text.includes(hint))) return false;
  return SOURCES.some(({ words }) => words.test(text)) || holdsSqlDefinitions(text);
}

export function readModels(file: string, text: string, facts: FileFacts): readonly Table[] {
  const tables = SOURCES.flatMap((source) => (source.words.test(text) ? source.tables(file, facts) : []));
  return holdsSqlDefinitions(text) ? [...tables, ...readSqlSchema(sqlInCode(file, facts))] : tables;
}
