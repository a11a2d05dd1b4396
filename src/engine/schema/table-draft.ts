/** A table as a model declares it, by the names of the code and of the database. */
import type { Column, Relation, Table } from "../model/service-model.ts";
import { distinctKeys } from "./create-schema.ts";

export interface ColumnDraft {
  /** Name in code. */
  readonly name: string;
  /** Name in the database, where it is another. */
  readonly column?: string | undefined;
  readonly type: string;
  readonly generated?: boolean;
  readonly optional?: boolean;
  readonly unique?: boolean;
  readonly references?: string | undefined;
  readonly values?: readonly string[] | undefined;
}

export interface TableDraft {
  /** Every name it goes by: of the variable or class, of the table. */
  readonly names: readonly (string | undefined)[];
  readonly columns: readonly ColumnDraft[];
  /** Unique keys by names in code. */
  readonly unique: readonly (readonly string[])[];
  readonly relations?: readonly Relation[];
  readonly file: string;
  readonly at: readonly [number, number];
}

/** The table under each of its names. Keys and columns are given by the names of the code, and by those of the database. */
export function tablesOf(draft: TableDraft): readonly Table[] {
  const keys = [...draft.columns.filter((column) => column.unique).map((column) => [column.name]), ...draft.unique];
  const inDatabase = new Map(draft.columns.map((column) => [column.name, column.column ?? column.name]));
  const spellings = [
    (name: string) => name.toLowerCase(),
    (name: string) => (inDatabase.get(name) ?? name).toLowerCase(),
  ];
  const columns = new Map<string, Column>();
  for (const spell of spellings) {
    for (const column of draft.columns) {
      const name = spell(column.name);
      columns.set(name, {
        name,
        type: column.type,
        generated: column.generated === true,
        optional: column.optional === true || column.generated === true,
        references: column.references?.toLowerCase(),
        ...(column.values && { values: column.values }),
      });
    }
  }
  const unique = distinctKeys(spellings.flatMap((spell) => keys.map((key) => key.map(spell))));
  const names = new Set(draft.names.flatMap((name) => (name ? [name.toLowerCase()] : [])));
  return [...names].map((name) => ({
    name,
    unique,
    columns: [...columns.values()],
    ...(draft.relations && draft.relations.length > 0 && { relations: draft.relations }),
    place: { file: draft.file, at: draft.at },
  }));
}
