// https://typeorm.io/docs/entity/separating-entity-definition
/** Entities without a class: `new EntitySchema({ name: "order", columns: { id: { type: "uuid", primary: true } } })` of TypeORM. */
import type { Expression, FileFacts } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import { chainOf, declaredIn, fieldOf, isTrue, namedFields, objectOf, textOf, textsOf } from "./model-facts.ts";
import { type ColumnDraft, tablesOf } from "./table-draft.ts";

export function entitySchemaTables(file: string, facts: FileFacts): readonly Table[] {
  return declaredIn(facts).flatMap(({ name, value, at }): readonly Table[] => {
    const schema = chainOf(value).find((link) => link.name === "EntitySchema")?.arguments[0];
    const columns = fieldOf(schema, "columns");
    if (!columns) return [];
    return tablesOf({
      names: [name, textOf(fieldOf(schema, "name")), textOf(fieldOf(schema, "tableName"))],
      columns: [...ownColumns(columns), ...joinColumns(fieldOf(schema, "relations"))],
      unique: keysOf(schema),
      file,
      at,
    });
  });
}

function ownColumns(columns: Expression): readonly ColumnDraft[] {
  const own = namedFields(columns).map(({ key, value }): ColumnDraft => {
    const has = (option: string) => isTrue(fieldOf(value, option));
    const dated = has("createDate") || has("updateDate") || has("deleteDate") || has("version");
    return {
      name: key,
      column: textOf(fieldOf(value, "name")),
      type: textOf(fieldOf(value, "type")) ?? "",
      generated: dated || fieldOf(value, "generated") !== undefined,
      optional: has("nullable") || fieldOf(value, "default") !== undefined,
      unique: has("primary") || has("unique"),
    };
  });
  // Columns that all tables have stand elsewhere, the primary one among them.
  const hasKey = namedFields(columns).some(({ value }) => isTrue(fieldOf(value, "primary")));
  const shares = objectOf(columns)?.fields.some((field) => field.spread) === true;
  return hasKey || !shares ? own : [{ name: "id", type: "", unique: true }, ...own];
}

function joinColumns(relations: Expression | undefined): readonly ColumnDraft[] {
  return namedFields(relations).flatMap(({ key, value }): readonly ColumnDraft[] => {
    const type = textOf(fieldOf(value, "type"));
    const join = fieldOf(value, "joinColumn");
    if (type !== "many-to-one" && !(type === "one-to-one" && join)) return [];
    const column = textOf(fieldOf(join, "name")) ?? `${key}Id`;
    const references = textOf(fieldOf(value, "target"));
    return [{ name: key, column, type: "relation", optional: true, unique: type === "one-to-one", references }];
  });
}

/** `uniques: [{ columns: ["a", "b"] }]`, `indices: [{ columns: ["a"], unique: true }]`. */
function keysOf(schema: Expression | undefined): readonly (readonly string[])[] {
  const listed = (name: string) => {
    const list = fieldOf(schema, name);
    return list?.kind === "array" ? list.items : [];
  };
  const indices = listed("indices").filter((index) => isTrue(fieldOf(index, "unique")));
  return [...listed("uniques"), ...indices].flatMap((key) => {
    const columns = textsOf(fieldOf(key, "columns"));
    return columns.length > 0 ? [columns] : [];
  });
}
