// https://sailsjs.com/documentation/concepts/models-and-orm/attributes
/** Models of Sails: `api/models/Order.js` with `module.exports = { attributes: { email: { type: "string", unique: true } } }`. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { Table } from "../model/service-model.ts";
import { fieldOf, isTrue, namedFields, textOf } from "./model-facts.ts";
import { type ColumnDraft, tablesOf } from "./table-draft.ts";

const MODEL = /(?:^|\/)api\/models\/(\w+)\.[jt]s$/;

export function waterlineTables(file: string, facts: FileFacts): readonly Table[] {
  const name = MODEL.exec(file)?.[1];
  const model = name && facts.exports.find((one) => one.name === "export=")?.value;
  if (!model) return [];
  const columns = namedFields(fieldOf(model, "attributes")).flatMap(({ key, value }): readonly ColumnDraft[] => {
    if (fieldOf(value, "collection")) return [];
    const references = textOf(fieldOf(value, "model"));
    return [
      {
        name: key,
        column: textOf(fieldOf(value, "columnName")),
        type: textOf(fieldOf(value, "type")) ?? "id",
        optional: !isTrue(fieldOf(value, "required")),
        generated: isTrue(fieldOf(value, "autoIncrement")),
        unique: isTrue(fieldOf(value, "unique")),
        references,
      },
    ];
  });
  const id: ColumnDraft = { name: "id", type: "id", generated: true, unique: true };
  const own = columns.some((column) => column.name === "id") ? columns : [id, ...columns];
  const [from = 0, to = 0] = model.at ?? [];
  const names = [name, textOf(fieldOf(model, "tableName")) ?? name];
  const inCode = own.map((one) => [(one.column ?? one.name).toLowerCase(), one.name.toLowerCase()] as const);
  const tables = tablesOf({
    names,
    columns: own,
    unique: [],
    file,
    at: [from, to],
  });
  const known = { tables: tables.map((table) => table.name), columns: new Map(inCode) };
  return tables.map((table) => ({ ...table, model: known }));
}
