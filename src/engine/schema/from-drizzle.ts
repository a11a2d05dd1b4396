// https://orm.drizzle.team/docs/sql-schema-declaration · https://orm.drizzle.team/docs/indexes-constraints
/** Tables of Drizzle: `pgTable("orders", { id: uuid("id").primaryKey() }, (table) => [unique().on(table.a, table.b)])`. */
import type { Expression, FileFacts } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import {
  chainOf,
  declaredIn,
  fieldOf,
  givenBy,
  isTrue,
  type Link,
  namedFields,
  nameOf,
  objectOf,
  textOf,
} from "./model-facts.ts";
import { type ColumnDraft, tablesOf } from "./table-draft.ts";

const TABLE = /^(?:pg|mysql|sqlite|singlestore|gel|mssql|cockroach)Table$/;
const CREATOR = /^(?:pg|mysql|sqlite)TableCreator$/;

export function drizzleTables(file: string, facts: FileFacts): readonly Table[] {
  const declared = declaredIn(facts);
  const variables = new Map(declared.map((one) => [one.binding, one]));
  return declared.flatMap(({ name, value, at }): readonly Table[] => {
    const call = chainOf(value).find((link) => isTable(link, value, facts, variables));
    const [given, columns, extras] = call?.arguments ?? [];
    const body = objectOf(columns) ?? objectOf(givenBy(columns, facts));
    if (!call || !body) return [];
    const references = foreignKeysOf(extras, facts);
    const drafts = namedFields(body).flatMap(({ key, value: column }) => columnDraft(key, column, facts, variables));
    const drafted = drafts.map((draft) => ({ ...draft, references: draft.references ?? references.get(draft.name) }));
    return tablesOf({ names: [name, textOf(given)], columns: drafted, unique: keysOf(extras, facts), file, at });
  });
}

/** `pgTable(…)`, `schema.table(…)`, and the project's own `createTable = pgTableCreator(…)`. */
function isTable(
  { name, arguments: args }: Link,
  value: Expression,
  facts: FileFacts,
  variables: ReadonlyMap<number, { readonly value: Expression }>,
): boolean {
  if (args.length < 2) return false;
  if (TABLE.test(name) || name === "table") return true;
  const callee = value.kind === "call" ? value.callee : undefined;
  if (callee?.kind !== "name") return false;
  const maker = chainOf(variables.get(callee.binding)?.value)[0]?.name ?? "";
  // Imported from a neighbour: createTable is what the manual calls it.
  return (
    CREATOR.test(maker) || (facts.bindings[callee.binding]?.kind === "import" && /^create\w*Table$/.test(callee.name))
  );
}

const GENERATED =
  /^(?:defaultRandom|defaultNow|\$defaultFn|\$default|\$onUpdate|\$onUpdateFn|onUpdateNow|autoincrement|generatedAlwaysAs|generatedAlwaysAsIdentity|generatedByDefaultAsIdentity)$/;

/** `const id = () => text("id").primaryKey()`: the column that a helper of the file makes, with what follows it. */
function columnLinks(
  expression: Expression,
  facts: FileFacts,
  variables: ReadonlyMap<number, { readonly value: Expression }>,
): readonly Link[] {
  const links = chainOf(expression);
  let first: Expression | undefined = expression;
  while (first?.kind === "call" && first.callee.kind === "member") first = first.callee.object;
  const made = first?.kind === "call" && first.callee.kind === "name" ? variables.get(first.callee.binding) : undefined;
  const given = made && givenBy(made.value, facts);
  return given && given !== made.value ? [...chainOf(given), ...links.slice(1)] : links;
}

function columnDraft(
  name: string,
  expression: Expression,
  facts: FileFacts,
  variables: ReadonlyMap<number, { readonly value: Expression }>,
): readonly ColumnDraft[] {
  const [type, ...modifiers] = columnLinks(expression, facts, variables);
  if (!type) return [];
  const has = (pattern: RegExp) => modifiers.find((link) => pattern.test(link.name));
  const primary = has(/^primaryKey$/);
  const reference = givenBy(has(/^references$/)?.arguments[0], facts);
  const defaults = has(/^default$/);
  const generated =
    /serial$/i.test(type.name) ||
    modifiers.some((link) => GENERATED.test(link.name)) ||
    isTrue(fieldOf(primary?.arguments[0], "autoIncrement")) ||
    (defaults !== undefined && defaults.arguments[0]?.kind !== "literal");
  return [
    {
      name,
      column: textOf(type.arguments[0]),
      type: type.name,
      generated: generated || (type.name === "integer" && primary !== undefined),
      optional: defaults !== undefined || !(has(/^notNull$/) || primary),
      unique: primary !== undefined || has(/^unique$/) !== undefined,
      references: reference?.kind === "member" ? nameOf(reference.object) : undefined,
    },
  ];
}

/** `foreignKey({ columns: [t.cartId], foreignColumns: [carts.id] })`: the tables that columns point to. */
function foreignKeysOf(extras: Expression | undefined, facts: FileFacts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const item of constraintsOf(extras, facts)) {
    const [first] = chainOf(item);
    const options = first?.name === "foreignKey" ? givenBy(first.arguments[0], facts) : undefined;
    const [columns, others] = ["columns", "foreignColumns"].map((name) => fieldOf(options, name));
    if (columns?.kind !== "array" || others?.kind !== "array") continue;
    columns.items.forEach((column, index) => {
      const name = nameOf(column);
      const other = others.items[index];
      const table = other?.kind === "member" ? nameOf(other.object) : undefined;
      if (name !== undefined && table !== undefined) found.set(name, table);
    });
  }
  return found;
}

/** What stands beside the columns, in a list or an object. */
function constraintsOf(extras: Expression | undefined, facts: FileFacts): readonly Expression[] {
  const given = givenBy(extras, facts);
  return given?.kind === "array" ? given.items : namedFields(given).map((field) => field.value);
}

/** `(t) => [unique().on(t.a, t.b), uniqueIndex("x").on(t.c), primaryKey({ columns: [t.a, t.b] })]`, or an object of these. */
function keysOf(extras: Expression | undefined, facts: FileFacts): readonly (readonly string[])[] {
  return constraintsOf(extras, facts).flatMap((item): readonly (readonly string[])[] => {
    const links = chainOf(item);
    const [first] = links;
    if (first?.name === "primaryKey") {
      const columns = fieldOf(first.arguments[0], "columns");
      const list = columns?.kind === "array" ? columns.items : first.arguments;
      return [list.flatMap((column) => nameOf(column) ?? [])];
    }
    if (first?.name !== "unique" && first?.name !== "uniqueIndex") return [];
    const on = links.find((link) => link.name === "on" || link.name === "using" || link.name === "onOnly");
    const columns = (on?.arguments ?? []).flatMap((column) => columnName(column));
    return columns.length > 0 ? [columns] : [];
  });
}

/** `t.email`, `t.email.asc()`, sql`lower(${t.email})`, `lower(t.email)`. */
function columnName(expression: Expression): readonly string[] {
  if (expression.kind === "member") return [expression.name];
  if (expression.kind === "template") return expression.values.flatMap(columnName).slice(0, 1);
  if (expression.kind === "call" && expression.callee.kind === "member") return columnName(expression.callee.object);
  return expression.kind === "call" && expression.arguments[0] ? columnName(expression.arguments[0]) : [];
}
