// https://sequelize.org/docs/v6/core-concepts/model-basics/ · https://sequelize.org/docs/v6/other-topics/indexes/
/** Models of Sequelize: `sequelize.define("Order", { … })` and `Order.init({ … }, { … })`, and `createTable` of migrations. */
import type { CallExpression, Expression, FileFacts } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import {
  callStatements,
  declaredIn,
  fieldOf,
  isTrue,
  namedFields,
  nameOf,
  objectOf,
  textOf,
  textsOf,
} from "./model-facts.ts";
import { associatedTables } from "./sequelize-associations.ts";
import { type ColumnDraft, tablesOf } from "./table-draft.ts";

export function sequelizeTables(file: string, facts: FileFacts): readonly Table[] {
  const returned = facts.functions.flatMap((one) =>
    one.body.flatMap((statement) =>
      statement.kind === "declare" && statement.value?.kind === "call" ? [statement.value] : [],
    ),
  );
  const calls = [
    ...callStatements(facts),
    ...declaredIn(facts).flatMap(({ value }) => (value.kind === "call" ? [value] : [])),
    ...returned,
  ];
  return [...[...new Set(calls)].flatMap((call) => modelOf(call, file)), ...associatedTables(file, facts)];
}

function modelOf(call: CallExpression, file: string): readonly Table[] {
  if (call.callee.kind !== "member") return [];
  const { name, object } = call.callee;
  const [first, second, third] = call.arguments;
  if ((name === "define" || name === "createTable") && textOf(first) !== undefined && objectOf(second)) {
    return tablesFrom(
      name === "define",
      [textOf(first), textOf(fieldOf(third, "tableName"))],
      second,
      third,
      file,
      call.at,
    );
  }
  if (name === "init" && objectOf(first) && objectOf(second)) {
    const names = [nameOf(object), textOf(fieldOf(second, "modelName")), textOf(fieldOf(second, "tableName"))];
    return tablesFrom(true, names, first, second, file, call.at);
  }
  if ((name === "addConstraint" || name === "addIndex") && textOf(first) !== undefined) {
    const options = [second, third].find((argument) => objectOf(argument));
    const isUnique =
      isTrue(fieldOf(options, "unique")) ||
      textOf(fieldOf(options, "type")) === "unique" ||
      textOf(fieldOf(options, "type")) === "UNIQUE";
    const columns = textsOf(fieldOf(options, "fields") ?? second);
    return isUnique && columns.length > 0
      ? tablesOf({ names: [textOf(first)], columns: [], unique: [columns], file, at: call.at })
      : [];
  }
  return [];
}

function tablesFrom(
  isModel: boolean,
  names: readonly (string | undefined)[],
  attributes: Expression | undefined,
  options: Expression | undefined,
  file: string,
  at: readonly [number, number],
): readonly Table[] {
  const columns = namedFields(attributes).map(({ key, value }) => columnDraft(key, value));
  const groups = new Map<string, string[]>();
  for (const { key, value } of namedFields(attributes)) {
    // unique: "group" makes one key of all columns that name it.
    const unique = fieldOf(value, "unique");
    const group = textOf(unique) ?? textOf(fieldOf(unique, "name"));
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  const indexes = fieldOf(options, "indexes");
  const listed = (indexes?.kind === "array" ? indexes.items : []).flatMap((index) => {
    const fields = fieldOf(index, "fields");
    const list =
      fields?.kind === "array"
        ? fields.items.flatMap((item) => textOf(item) ?? textOf(fieldOf(item, "name")) ?? [])
        : [];
    const isUnique = isTrue(fieldOf(index, "unique")) || textOf(fieldOf(index, "type"))?.toUpperCase() === "UNIQUE";
    return isUnique && list.length > 0 ? [list] : [];
  });
  const primary = namedFields(attributes).filter(({ value }) => isTrue(fieldOf(value, "primaryKey")));
  // A model without a primary key is given one.
  const id: ColumnDraft[] =
    isModel && primary.length === 0 ? [{ name: "id", type: "INTEGER", generated: true, unique: true }] : [];
  return tablesOf({
    names,
    columns: [
      ...id,
      ...columns.map((column) =>
        primary.length > 1 && isPrimary(primary, column.name) ? { ...column, unique: false } : column,
      ),
    ],
    unique: [...groups.values(), ...listed, ...(primary.length > 1 ? [primary.map(({ key }) => key)] : [])],
    file,
    at,
  });
}

function isPrimary(primary: readonly { readonly key: string }[], name: string): boolean {
  return primary.some(({ key }) => key === name);
}

function columnDraft(name: string, value: Expression): ColumnDraft {
  const type = nameOf(fieldOf(value, "type") ?? value) ?? "";
  const defaults = fieldOf(value, "defaultValue");
  const reference = fieldOf(value, "references");
  return {
    name,
    column: textOf(fieldOf(value, "field")),
    type,
    generated: isTrue(fieldOf(value, "autoIncrement")) || (defaults !== undefined && defaults.kind !== "literal"),
    optional: defaults !== undefined || !(isFalse(fieldOf(value, "allowNull")) || isTrue(fieldOf(value, "primaryKey"))),
    unique: isTrue(fieldOf(value, "unique")) || isTrue(fieldOf(value, "primaryKey")),
    references: textOf(fieldOf(reference, "model")) ?? nameOf(fieldOf(reference, "model")),
  };
}

function isFalse(expression: Expression | undefined): boolean {
  return expression?.kind === "literal" && expression.value === false;
}
