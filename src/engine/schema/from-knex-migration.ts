// https://knexjs.org/guide/schema-builder.html
/** Tables that Knex migrations make: `schema.createTable("orders", (table) => { table.string("key").unique(); })`. */
import type { Expression, FileFacts, Statement } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import { chainOf, declaredIn, type Link, textOf, textsOf } from "./model-facts.ts";
import { type ColumnDraft, tablesOf } from "./table-draft.ts";

/** `this.create("orders", …)` is Lucid's, up to version 6. https://legacy.adonisjs.com/docs/4.1/migrations */
const MAKES = new Set(["createTable", "createTableIfNotExists", "alterTable", "table", "create", "alter"]);

export function knexTables(file: string, facts: FileFacts): readonly Table[] {
  return facts.functions.flatMap((one) => {
    // What down() does is taken back before it counts.
    if (one.name === "down") return [];
    return one.body.flatMap((statement) => valuesOf(statement)).flatMap((value) => tablesIn(value, file, facts));
  });
}

function valuesOf(statement: Statement): readonly Expression[] {
  if (statement.kind === "expression" || statement.kind === "return") return statement.value ? [statement.value] : [];
  if (statement.kind === "if") return [...statement.then, ...statement.otherwise].flatMap(valuesOf);
  return statement.kind === "try" || statement.kind === "loop" ? statement.body.flatMap(valuesOf) : [];
}

function tablesIn(value: Expression, file: string, facts: FileFacts): readonly Table[] {
  return chainOf(value).flatMap((link) => {
    const [name, builder] = link.arguments;
    const table = MAKES.has(link.name) ? nameIn(facts, name) : undefined;
    if (table === undefined || builder?.kind !== "function") return [];
    const chains = (facts.functions[builder.function]?.body ?? []).flatMap(valuesOf).map(chainOf);
    return tablesOf({
      names: [table],
      columns: chains.flatMap(columnDraft),
      unique: chains.flatMap(keysOf),
      file,
      at: name?.at ?? [0, 0],
    });
  });
}

/** `"orders"`, a constant of the file, or a field of the migration: `protected tableName = "orders"`. */
function nameIn(facts: FileFacts, name: Expression | undefined): string | undefined {
  if (name?.kind === "member" && name.object.kind === "this") {
    const fields = facts.classes.flatMap(({ members }) => members.filter((member) => member.name === name.name));
    return textOf(fields[0]?.value);
  }
  if (name?.kind !== "name") return textOf(name);
  return textOf(declaredIn(facts).find(({ binding }) => binding === name.binding)?.value);
}

const KEYS = new Set([
  "unique",
  "primary",
  "index",
  "foreign",
  "dropColumn",
  "dropUnique",
  "dropForeign",
  "dropIndex",
  "timestamps",
  "comment",
  "check",
  "renameColumn",
  "dropPrimary",
]);

function columnDraft(links: readonly Link[]): readonly ColumnDraft[] {
  const [type, ...modifiers] = links;
  if (type?.name === "timestamps") {
    return ["created_at", "updated_at"].map((name) => ({ name, type: "timestamp", generated: true }));
  }
  const counts = type !== undefined && /^(?:increments|bigIncrements)$/.test(type.name);
  const name = textOf(type?.arguments[0]) ?? (counts ? "id" : undefined);
  if (!type || KEYS.has(type.name) || name === undefined) return [];
  const find = (wanted: string) => modifiers.find((link) => link.name === wanted);
  const defaults = find("defaultTo");
  const reference = textOf(find("references")?.arguments[0]);
  return [
    {
      name,
      type: type.name,
      generated: counts || (defaults !== undefined && defaults.arguments[0]?.kind !== "literal"),
      optional: defaults !== undefined || !(find("notNullable") || find("primary")),
      unique: counts || find("unique") !== undefined || find("primary") !== undefined,
      references:
        textOf(find("inTable")?.arguments[0]) ?? (reference?.includes(".") ? reference.split(".")[0] : undefined),
    },
  ];
}

/** `table.unique(["a", "b"])`, `table.primary(["a"])`, `table.unique({ … })` is not read. */
function keysOf(links: readonly Link[]): readonly (readonly string[])[] {
  const [first] = links;
  if (first?.name !== "unique" && first?.name !== "primary") return [];
  const columns = textsOf(first.arguments[0]);
  return columns.length > 0 ? [columns] : [];
}
