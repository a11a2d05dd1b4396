/** Joins what several sources say of the same tables: schema files, models in code, migrations. */
import type { Column, ModelNames, Relation, Schema, Table } from "../model/service-model.ts";

/** A table that is known by several names (`Order` in code, `orders` in the database) is given once for each. */
export function createSchema(sources: Iterable<Table>): Schema {
  const tables = new Map<string, Table>();
  const onlyRelated: Table[] = [];
  for (const table of sources) {
    const known = tables.get(table.name);
    // Where nothing else tells of a table, it is not known.
    if (table.relations && table.columns.length + table.unique.length === 0) {
      onlyRelated.push(table);
      continue;
    }
    tables.set(table.name, known ? joined(known, table) : table);
  }
  for (const table of onlyRelated) {
    const known = tables.get(table.name);
    if (known) tables.set(table.name, joined(known, table));
  }
  for (const { model } of [...tables.values()]) if (model) joinNames(tables, model);
  return { tables };
}

/** Unique keys that migrations give a table hold for the model of the code that it is, by the names of the code. */
function joinNames(tables: Map<string, Table>, { tables: names, columns }: ModelNames): void {
  const all = names.flatMap((name) => tables.get(name) ?? []);
  const inDatabase = all.flatMap(({ unique }) => unique);
  const inCode = inDatabase.map((key) => key.map((column) => columns.get(column) ?? column));
  const unique = distinctKeys([...inDatabase, ...inCode]);
  for (const table of all) tables.set(table.name, { ...table, unique });
}

function joined(first: Table, second: Table): Table {
  const columns = new Map<string, Column>(first.columns.map((column) => [column.name, column]));
  for (const column of second.columns) {
    const known = columns.get(column.name);
    columns.set(
      column.name,
      known
        ? {
            ...known,
            generated: known.generated || column.generated,
            references: known.references ?? column.references,
          }
        : column,
    );
  }
  const relations = joinedRelations(first.relations ?? [], second.relations ?? []);
  const rowSecurity = first.rowSecurity ?? second.rowSecurity;
  return {
    ...first,
    ...(second.model && { model: second.model }),
    ...(relations.length > 0 && { relations }),
    ...(rowSecurity && { rowSecurity }),
    columns: [...columns.values()],
    unique: distinctKeys([...first.unique, ...second.unique]),
  };
}

/** The first of a name tells; what another knows of its columns is added. */
function joinedRelations(first: readonly Relation[], second: readonly Relation[]): readonly Relation[] {
  if (second.length === 0) return first;
  const known = new Map(first.map((relation) => [relation.name, relation]));
  for (const relation of second) if (!known.has(relation.name)) known.set(relation.name, relation);
  return [...known.values()];
}

/** Unique keys without repetition, whatever the order of their columns. */
export function distinctKeys(keys: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return keys.filter((key) => {
    const id = [...key].sort().join("\0");
    if (key.length === 0 || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
