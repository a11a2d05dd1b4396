/** A unique key that a table lacks, written where the project keeps its schema, with its migration. */
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import { addImport } from "../code/add-import.ts";
import { appendArgument } from "../code/call-arguments.ts";
import { inFileStyle } from "../code/file-style.ts";
import { sourceText } from "../code/source-text.ts";
import { insertAfter } from "../code/statements.ts";
import { insertion } from "../code/text-edits.ts";
import { expressionsIn } from "../code/visit-facts.ts";
import { addKnexMigration } from "./knex-migration.ts";
import { mongooseSchema } from "./mongoose-schema.ts";
import { addPrismaUnique } from "./prisma-schema.ts";
import { addMigration } from "./sql-migration.ts";

export interface KeyToAdd {
  readonly model: ServiceModel;
  readonly app: string;
  /** The client library, as effects name it. */
  readonly via: string;
  readonly table: Table;
  /** As the code writes them. */
  readonly columns: readonly string[];
}

export interface AddedKey {
  readonly edits: readonly Edit[];
  /** What a person must still do, in order. */
  readonly steps: readonly string[];
}

/** Undefined where the schema is kept in a way that no edit is sure to fit. */
export function addUniqueKey(key: KeyToAdd): AddedKey | undefined {
  switch (key.via) {
    case "prisma":
      return inPrisma(key);
    case "mongoose":
      return inMongoose(key);
    case "drizzle":
      return inDrizzle(key);
    case "knex":
      return inKnex(key) ?? inSql(key);
    case "pg":
      return inSql(key);
    default:
      return undefined;
  }
}

function inPrisma({ model, app, table, columns }: KeyToAdd): AddedKey | undefined {
  const { file } = table.place;
  const text = file.endsWith(".prisma") ? model.text(file) : undefined;
  const name = text?.slice(...table.place.at);
  const edits = text && name ? addPrismaUnique(file, text, name, columns) : undefined;
  if (!text || !name || !edits) return undefined;
  const all = [...model.paths].filter((path) => path.startsWith(app));
  const hasMigrations = all.some((path) => /(?:^|\/)migrations\/\d{14}_[^/]+\/migration\.sql$/.test(path));
  const index = `${name}_${columns.join("_")}_key`;
  // Another name in the database is not told by the schema's field.
  const isPlain = !/@@?map\(/.test(text.slice(table.place.at[0]).split("\n}")[0]!);
  const isPostgres = all.some(
    (path) => path.endsWith(".prisma") && /provider\s*=\s*"postgres/.test(model.text(path) ?? ""),
  );
  const quoted = columns.map((column) => `"${column}"`).join(", ");
  const migration =
    hasMigrations && isPlain && isPostgres
      ? addMigration(
          all,
          index.toLowerCase(),
          `-- CreateIndex\nCREATE UNIQUE INDEX "${index}" ON "${name}"(${quoted});\n`,
        )
      : undefined;
  if (migration) return { edits: [...edits, migration.edit], steps: [migration.step, "Run `npx prisma generate`."] };
  const how = hasMigrations ? `npx prisma migrate dev --name ${index.toLowerCase()}` : "npx prisma db push";
  return { edits, steps: [`Run \`${how}\`, which also generates the client.`] };
}

/** `orderSchema.index({ user: 1, shop: 1 }, { unique: true });` behind the schema. https://mongoosejs.com/docs/guide.html#indexes */
function inMongoose({ model, table, columns }: KeyToAdd): AddedKey | undefined {
  const source = sourceText(model, table.place.file);
  const schema = source && mongooseSchema(source, table);
  if (!source || !schema) return undefined;
  const fields = columns.map((column) => `${column}: 1`).join(", ");
  const line = inFileStyle(source, [`${schema.name}.index({ ${fields} }, { unique: true });`]);
  return {
    edits: [insertAfter(source, schema.declared, line)],
    steps: ["Let the index be made before this is deployed: `Model.createIndexes()`, or `autoIndex`."],
  };
}

/** `.unique()` behind the column, or `unique().on(…)` for several. https://orm.drizzle.team/docs/indexes-constraints#unique */
function inDrizzle({ model, table, columns }: KeyToAdd): AddedKey | undefined {
  const source = sourceText(model, table.place.file);
  const steps = ["Run `npx drizzle-kit generate` and `npx drizzle-kit migrate` (or `push`)."];
  for (const call of source ? expressionsIn(source.facts) : []) {
    if (!source || call.kind !== "call" || call.callee.kind !== "name" || call.at[0] < table.place.at[1]) continue;
    const kind = /^(pg|mysql|sqlite)Table$/.exec(call.callee.name)?.[1];
    const fields = call.arguments[1];
    if (!kind || fields?.kind !== "object") continue;
    const found = columns.map((column) => fields.fields.find((field) => field.key === column));
    if (found.some((field) => field === undefined)) return undefined;
    const [only] = found;
    if (columns.length === 1) return { edits: [insertion(source.file, only!.value.at[1], ".unique()")], steps };
    if (call.arguments.length !== 2) return undefined;
    const unique = addImport(source, { module: `drizzle-orm/${kind}-core`, name: "unique" });
    const on = columns.map((column) => `table.${column}`).join(", ");
    return {
      edits: [appendArgument(source, call, `(table) => [${unique.local}().on(${on})]`), ...unique.edits],
      steps,
    };
  }
  return undefined;
}

function indexName({ table, columns }: KeyToAdd): string {
  return [table.name, ...columns, "key"].join("_");
}

function inSql(key: KeyToAdd): AddedKey | undefined {
  const { model, app, table, columns } = key;
  const prefix = app === "" ? "" : `${app}/`;
  const paths = [...model.paths].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  const sql = `CREATE UNIQUE INDEX ${indexName(key)} ON ${table.name} (${columns.join(", ")});\n`;
  const migration = addMigration(paths, indexName(key), sql);
  return (
    migration && {
      edits: [{ ...migration.edit, file: prefix + migration.edit.file } as Edit],
      steps: [migration.step],
    }
  );
}

function inKnex(key: KeyToAdd): AddedKey | undefined {
  const { model, app, table, columns } = key;
  const list = columns.map((column) => `"${column}"`).join(", ");
  const change = (method: "unique" | "dropUnique") =>
    `await knex.schema.alterTable("${table.name}", (table) => {\n  table.${method}([${list}]);\n});`;
  const edit = addKnexMigration(model, app, {
    name: indexName(key),
    up: change("unique"),
    down: change("dropUnique"),
  });
  return edit && { edits: [edit], steps: ["Run `npx knex migrate:latest`."] };
}
